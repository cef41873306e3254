"""What is still to come: from which day, and by the use of which leave, what is refused today comes right."""

from collections.abc import Mapping
from datetime import date

from verlof_api.assessment.plan import Plan
from verlof_api.assessment.values import Json, day
from verlof_api.assessment.wording import Language
from verlof_api.engine import Finding
from verlof_api.expressions.compiler import Env
from verlof_api.expressions.program import PEILDATUM
from verlof_api.rulebook.model import Rulebook


class NotYet:
    """Says it in one language."""

    def __init__(self, rulebook: Rulebook, language: Language) -> None:
        self._sentences: Mapping[str, str] = rulebook.zinnen[language.taal]
        self._language = language
        self._names = {id: soort.teksten[language.taal].naam.lower() for id, soort in rulebook.verlofsoorten.items()}

    def of(self, plan: Plan, env: Env, finding: Finding) -> dict[str, Json]:
        """`nogNiet` of an answer: the last of the days on which what waits comes right, null when one is not known."""
        ways = [each.comes_right for each in plan.conditions if each.id in finding.waiting and each.comes_right]
        days = [way.vanaf(env) if way.vanaf else None for way in ways]
        known = [each for each in days if each is not None]
        vanaf: date | None = max(env[PEILDATUM], *known) if len(known) == len(days) else None
        na = next((way.na for way in ways if way.na is not None), None)
        return {"na": na, "vanaf": day(vanaf), "tekst": self._text(na, vanaf)}

    def _text(self, na: str | None, vanaf: date | None) -> str:
        key = "nog-niet" + ("-na" if na else "") + ("-vanaf" if vanaf else "")
        values = {"verlof": self._names[na] if na else "", "dag": self._language.day(vanaf) if vanaf else ""}
        return self._sentences[key].format_map(values)
