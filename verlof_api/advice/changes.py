"""What a person can truthfully change in a situation, or wait for; rules/feiten.yaml says which facts those are."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from enum import StrEnum

from verlof_api.assessment import Situatie
from verlof_api.language.environment import PEILDATUM
from verlof_api.law.advice import Verandering
from verlof_api.law.feit import Feit, Told, Value
from verlof_api.law.regelboek import Rulebook


class MoveKind(StrEnum):
    BRING = "naar"  # bring a fact to the one value that can be reached
    NUMBER = "getal"  # choose another number
    WAIT = "wachten"  # ask on a later day
    DAY = "dag"  # choose another day


@dataclass(frozen=True)
class Move:
    """One thing that someone can do: bring `feit` to `value`, choose another value for it, or wait."""

    kind: MoveKind
    feit: str
    value: Value | None = None


WAIT = Move(MoveKind.WAIT, PEILDATUM)


@dataclass(frozen=True, slots=True)
class Variant:
    """A situation in which something is changed."""

    situatie: Situatie
    peildatum: date
    changed: Told = field(default_factory=dict)

    def get(self, feit: str) -> Value | None:
        return self.changed[feit] if feit in self.changed else self.situatie.feiten.get(feit)

    def day(self, feit: str | None) -> date | None:
        """The day of a fact that was told; None for no fact."""
        value = None if feit is None else self.get(feit)
        return value if isinstance(value, date) else None

    def told(self) -> Situatie:
        """As someone would tell it."""
        return replace(self.situatie, peildatum=self.peildatum, feiten={**self.situatie.feiten, **self.changed})

    def differences(self) -> Iterator[tuple[str, Value]]:
        """What is changed and its new value; waiting last, as `peildatum`."""
        for feit, value in self.changed.items():
            if self.situatie.feiten.get(feit) != value:
                yield feit, value
        if self.peildatum != self.situatie.peildatum:
            yield PEILDATUM, self.peildatum


class Changes:
    """The moves that a rulebook leaves open, and what a situation becomes by them."""

    def __init__(self, rulebook: Rulebook) -> None:
        self._feiten = rulebook.feiten
        self.possible: Mapping[str, Verandering] = {
            id: feit.verandering for id, feit in rulebook.feiten.items() if feit.verandering is not None
        }
        self.first_days = tuple(id for id, feit in rulebook.feiten.items() if feit.eerste_dag)
        self._wishes = frozenset(id for id, feit in rulebook.feiten.items() if feit.wens)

    def moves(self, here: Variant, names: frozenset[str]) -> Iterator[Move]:
        """What can be done about the facts in `names` (and `peildatum`), the simplest first."""
        for id, verandering in self.possible.items():
            if id in names and self._open(verandering, here):
                move = self._move(self._feiten[id], verandering, here)
                if move is not None:
                    yield move
        if PEILDATUM in names:
            yield WAIT

    def bounds(self, here: Variant, move: Move, others: Sequence[Move]) -> tuple[date, date | None]:
        """The first and the last day that can be chosen, with `others` still to be made; None is no limit."""
        if move.kind is MoveKind.WAIT:
            chosen = {other.feit for other in others}
            wishes = [day for id in self.first_days if id not in chosen and (day := here.day(id)) is not None]
            return here.peildatum + timedelta(days=1), min(wishes, default=None)
        verandering = self.possible[move.feit]
        after = here.day(verandering.vanaf)
        end = None if here.day(move.feit) else here.day(verandering.schuift)  # an end that cannot move along
        return here.peildatum if after is None else max(here.peildatum, after), end

    def made(self, here: Variant, move: Move, value: Value) -> Variant:
        """The situation after `move`; a day that moves along moves by as many days."""
        if move.kind is MoveKind.WAIT and isinstance(value, date):
            return Variant(here.situatie, value, here.changed)
        changed = {**here.changed, move.feit: value}
        along, old = self.possible[move.feit].schuift, here.day(move.feit)
        end = here.day(along)
        if along is None or old is None or end is None or end < old:  # then it is no end of this
            return Variant(here.situatie, here.peildatum, changed)
        if isinstance(value, date):
            changed[along] = end + (value - old)
        return Variant(here.situatie, here.peildatum, changed)

    def touched(self, moves: Sequence[Move]) -> frozenset[str]:
        """Every fact that `moves` can change, with those that move along."""
        along = (verandering.schuift for move in moves if (verandering := self.possible.get(move.feit)) is not None)
        return frozenset(move.feit for move in moves).union(feit for feit in along if feit is not None)

    def undone(self, after: Variant, feit: str) -> Situatie:
        """`after` without the change of `feit` and without any wish, on the first day of asking."""
        changed = {id: value for id, value in after.changed.items() if id != feit}
        feiten = {**after.situatie.feiten, **changed}
        return replace(after.situatie, feiten={id: value for id, value in feiten.items() if id not in self._wishes})

    def _open(self, verandering: Verandering, here: Variant) -> bool:
        if verandering.tenzij is not None and here.get(verandering.tenzij) is not None:
            return False
        if verandering.mits is None:
            return True
        feit, options = verandering.mits
        told = here.get(feit)
        return told is None or told in options

    def _move(self, feit: Feit, verandering: Verandering, here: Variant) -> Move | None:
        told = here.get(feit.id)
        if not verandering.kies:
            return None if told == verandering.naar else Move(MoveKind.BRING, feit.id, verandering.naar)
        if feit.type != "date":
            return None if told is None else Move(MoveKind.NUMBER, feit.id)
        # What someone did in the past was done on that day; a wish can always be another one.
        day = here.day(feit.id)
        done = day is None or day < here.peildatum
        return None if done and not feit.wens else Move(MoveKind.DAY, feit.id)
