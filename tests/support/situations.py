"""Random situations for a whole rulebook: facts of the right types, with values near the edges that rules look at."""

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from decimal import Decimal
from random import Random
from typing import Any

from verlof_api.assessment import Situatie
from verlof_api.law import Rulebook
from verlof_api.law.feit import Feit

FIRST, LAST = date(1900, 1, 1), date(2099, 12, 31)  # the days that may be told
_NUMBERS = [0, 1, 2, 5, 10, 16, 18, 20, 21, 24, 26, 32, 36, 40]


class Situations:
    """Makes random situations; the same seed makes the same ones."""

    def __init__(self, rulebook: Rulebook, rng: Random) -> None:
        self.rulebook, self.rng = rulebook, rng

    def any(self) -> Situatie:
        """A situation in which every fact may be told, on any day since the first."""
        first = self.rulebook.eerste_dag
        peildatum = first + timedelta(days=self.rng.randrange((date(2027, 1, 1) - first).days))
        share = self.rng.choice([0.3, 0.6, 0.9, 1.0])
        facts = {
            feit.id: self.value(feit, peildatum) for feit in self.rulebook.feiten.values() if self.rng.random() < share
        }
        return Situatie(peildatum, facts, inclusief_voorstellen=True)

    def value(self, feit: Feit, peildatum: date) -> Any:
        return self._MAKERS[feit.type](self, feit, peildatum)

    def _day(self, feit: Feit, peildatum: date) -> date:
        near = self.rng.choice([0, 1, 7, 28, 29, 70, 182, 400, 3000, 100_000])
        day = peildatum.toordinal() + self.rng.randint(-near, near)
        return date.fromordinal(min(max(day, FIRST.toordinal()), LAST.toordinal()))

    def _number(self, feit: Feit, peildatum: date) -> Decimal:
        number = Decimal(self.rng.choice(_NUMBERS)) + self.rng.choice([Decimal(0), Decimal(0), Decimal("0.5")])
        low, high = feit.bereik or (number, number)
        if self.rng.random() < 0.1:
            return self.rng.choice([low, high])
        return min(max(number, low), high)

    def _whole(self, feit: Feit, peildatum: date) -> int:
        return int(self._number(feit, peildatum))

    def _option(self, feit: Feit, peildatum: date) -> str:
        return feit.opties[0] if self.rng.random() < 0.4 else self.rng.choice(feit.opties)

    def _periods(self, feit: Feit, peildatum: date) -> tuple[tuple[date, date], ...]:
        days = [sorted((self._day(feit, peildatum), self._day(feit, peildatum))) for _ in range(self.rng.randrange(3))]
        return tuple((first, last) for first, last in days)

    def _per_leave(self, make: Callable[[Feit, date], Any], feit: Feit, peildatum: date) -> Mapping[str, Any]:
        return {id: make(feit, peildatum) for id in self.rulebook.verlofsoorten if self.rng.random() < 0.5}

    _MAKERS: Mapping[str, Callable[["Situations", Feit, date], Any]] = {
        "bool": lambda self, feit, peildatum: self.rng.random() < 0.6,
        "int": _whole,
        "number": _number,
        "date": _day,
        "enum": _option,
        "periods": _periods,
        "hours-per-leave": lambda self, feit, day: self._per_leave(self._number, feit, day),
        "weeks-per-leave": lambda self, feit, day: self._per_leave(self._number, feit, day),
        "date-per-leave": lambda self, feit, day: self._per_leave(self._day, feit, day),
    }
