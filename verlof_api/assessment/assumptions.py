"""What was taken for facts that were not told, as an answer says it: per fact and language made at start-up."""

from collections.abc import Collection, Sequence
from typing import NamedTuple

from verlof_api.assessment.answer import Assumption
from verlof_api.assessment.wire import fixed
from verlof_api.assessment.wording import Language
from verlof_api.language.environment import Environment, fact_of, key_of
from verlof_api.law.feit import Feit, Value
from verlof_api.law.regelboek import Rulebook

_VALUE = "{waarde}"  # where the value comes in the sentence that tells an assumption


class _Sentence(NamedTuple):
    """How an assumption about one name is told: the text around its value, and what is always the same.

    `unknown`: the text around the value for who said not to know it.
    """

    fact: str
    verlofsoort: str | None
    around: list[str]
    unknown: list[str]


class Assumptions:
    """Tells assumptions in one language."""

    def __init__(self, rulebook: Rulebook, language: Language) -> None:
        sentences = [rulebook.zinnen[language.taal][key] for key in ("aanname", "aanname-niet-bekend")]
        self._show = language.show
        self._sentences: dict[str, _Sentence] = {}
        # what can be told beforehand, under the name and the value
        self._told: dict[tuple[str, Value], Assumption] = {}
        names = {id: soort.teksten[language.taal].naam.lower() for id, soort in rulebook.verlofsoorten.items()}
        for id, feit in rulebook.feiten.items():
            label = feit.teksten[language.taal].label
            for verlof in rulebook.verlofsoorten if feit.per_verlof else (None,):
                name = id if verlof is None else key_of(id, verlof)
                feit_van = f"{label} ({names[verlof]})" if verlof else label  # a rule may read that of another leave
                around, unknown = (each.format(feit=feit_van, waarde=_VALUE).split(_VALUE) for each in sentences)
                self._sentences[name] = _Sentence(id, verlof, around, unknown)
                for value in _foreseen(feit):
                    self._told[name, value] = fixed(self._tell(name, value))

    def tell(self, env: Environment, not_known: Collection[str] = ()) -> list[Assumption]:
        """Ask this last, when everything has been read that is shown. `not_known`: what the person said not to know."""
        return [
            self._tell(name, value, asked=True)
            if fact_of(name) in not_known
            else self._told.get((name, value)) or self._tell(name, value)
            for name, value in env.assumed.items()
        ]

    def _tell(self, name: str, value: Value, asked: bool = False) -> Assumption:
        fact, verlof, around, unknown = self._sentences[name]
        tekst = self._show(fact, value).join(unknown if asked else around)
        return Assumption(fact, verlof, value, tekst)


def _foreseen(feit: Feit) -> Sequence[Value]:
    """The values that a fact is likely to be taken for."""
    if feit.opties:
        return feit.opties
    if feit.type == "bool":
        return (True, False)
    return () if feit.standaard is None else (feit.standaard,)
