"""What was taken for facts that were not told, as an answer says it: per fact and language made at start-up."""

from typing import Any, NamedTuple

from verlof_api.assessment.values import Json, plain
from verlof_api.assessment.wording import Language
from verlof_api.expressions.compiler import ASSUMED, Env
from verlof_api.expressions.program import key_of
from verlof_api.rulebook.model import Rulebook

_VALUE = "{waarde}"  # where the value comes in the sentence that tells an assumption


class _Sentence(NamedTuple):
    """How an assumption about one name is told: the text around its value, and what is always the same."""

    fact: str
    verlofsoort: str | None
    around: list[str]


class Assumptions:
    """Tells assumptions in one language."""

    def __init__(self, rulebook: Rulebook, language: Language) -> None:
        sentence = rulebook.zinnen[language.taal]["aanname"]
        self._show = language.show
        self._sentences: dict[str, _Sentence] = {}
        self._defaults: dict[str, tuple[Any, dict[str, Json]]] = {}
        names = {id: soort.teksten[language.taal].naam.lower() for id, soort in rulebook.verlofsoorten.items()}
        for id, feit in rulebook.feiten.items():
            label = feit.teksten[language.taal].label
            for verlof in rulebook.verlofsoorten if feit.per_verlof else (None,):
                name = id if verlof is None else key_of(id, verlof)
                feit_van = f"{label} ({names[verlof]})" if verlof else label  # a rule may read that of another leave
                around = sentence.format(feit=feit_van, waarde=_VALUE).split(_VALUE)
                self._sentences[name] = _Sentence(id, verlof, around)
                if feit.standaard is not None:
                    self._defaults[name] = feit.standaard, self._told(name, feit.standaard)

    def tell(self, env: Env) -> list[dict[str, Json]]:
        """Ask this last, when everything has been read that is shown."""
        told = []
        for name, value in env[ASSUMED].items():
            default = self._defaults.get(name)
            told.append(default[1] if default is not None and default[0] == value else self._told(name, value))
        return told

    def _told(self, name: str, value: Any) -> dict[str, Json]:
        fact, verlof, around = self._sentences[name]
        tekst = self._show(fact, value).join(around)
        return {"feit": fact, "verlofsoort": verlof, "waarde": plain(value), "tekst": tekst}
