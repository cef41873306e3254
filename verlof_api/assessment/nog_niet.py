"""What is still to come: from which day, and by the use of which leave, what is refused today comes right."""

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from verlof_api.assessment.answer import Coming
from verlof_api.assessment.plan import Plan
from verlof_api.assessment.wording import Language
from verlof_api.engine import Finding
from verlof_api.language.environment import Environment
from verlof_api.law.regelboek import Rulebook


class Ahead(NamedTuple):
    """What comes right, and `env`: the situation as it will be, with that first day."""

    coming: Coming
    env: Environment


class NotYet:
    """Finds what is still to come, and says it in one language."""

    def __init__(self, rulebook: Rulebook, language: Language) -> None:
        self._sentences: Mapping[str, str] = rulebook.zinnen[language.taal]
        self._language = language
        self._names = {id: soort.teksten[language.taal].naam.lower() for id, soort in rulebook.verlofsoorten.items()}
        self._first_days = tuple(id for id, feit in rulebook.feiten.items() if feit.eerste_dag)

    def of(self, plan: Plan, env: Environment, finding: Finding) -> Ahead:
        """From the last of the days on which what waits comes right; no day when one of them is not known."""
        ways = [each.comes_right for each in plan.conditions if each.id in finding.waiting and each.comes_right]
        days = [way.vanaf(env) if way.vanaf else None for way in ways]
        known = [each for each in days if each is not None]
        vanaf: date | None = max(env.peildatum, *known) if len(known) == len(days) else None
        na = next((way.na for way in ways if way.na is not None), None)
        coming = Coming(na, vanaf, self._words(na, vanaf))
        return Ahead(coming, env if vanaf is None else self._then(env, vanaf))

    def _words(self, na: str | None, vanaf: date | None) -> str:
        key = "nog-niet" + ("-na" if na else "") + ("-vanaf" if vanaf else "")
        values = {"verlof": self._names[na] if na else "", "dag": self._language.day(vanaf) if vanaf else ""}
        return self._sentences[key].format_map(values)

    def _then(self, env: Environment, vanaf: date) -> Environment:
        """The situation with a first day on which the leave can begin; one that was told and is late enough stays."""
        told = env.told
        first = {id: max(vanaf, told[id]) if id in told else vanaf for id in self._first_days}
        then = Environment.of(told, env.peildatum, env.withheld).under(env.ankerdatum)
        then.values.update(first)
        then.assumed.update((id, value) for id, value in first.items() if id in env.assumed)
        return then
