"""A situation: what one person told, on the day of asking."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from verlof_api.language.environment import Environment, key_of
from verlof_api.law.feit import Told, Value
from verlof_api.law.regelboek import Rulebook


@dataclass(frozen=True)
class Situatie:
    """`feiten`: fact id -> value, per-leave facts as a map from leave id. `verlofsoorten` None means: all.

    `navragen`: facts that play a part without having been told, so that nothing may stand in for them.
    `niet_bekend`: facts of which the person said not to know them: unknown like any other that is not told, but not
    asked again.
    """

    peildatum: date
    feiten: Told = field(default_factory=dict)
    verlofsoorten: tuple[str, ...] | None = None
    situatie: str | None = None
    inclusief_voorstellen: bool = False
    navragen: tuple[str, ...] = ()
    niet_bekend: tuple[str, ...] = ()


class Facts:
    """How the rulebook reads what was told."""

    def __init__(self, rulebook: Rulebook) -> None:
        self._per_leave = frozenset(id for id, feit in rulebook.feiten.items() if feit.per_verlof)
        self._implied = {id: feit.impliceert for id, feit in rulebook.feiten.items() if feit.impliceert}

    def environment(self, situatie: Situatie) -> Environment:
        """The told facts and what they imply, on the day of asking; no day has chosen a version yet."""
        told: dict[str, Value] = {}
        for id, value in situatie.feiten.items():
            if id in self._per_leave and isinstance(value, Mapping):
                told.update((key_of(id, verlof), of_leave) for verlof, of_leave in value.items())
            else:
                told[id] = value
        for id, implied in self._implied.items():
            if id in told:
                told[implied] = True
        return Environment.of(told, situatie.peildatum, frozenset(situatie.navragen))
