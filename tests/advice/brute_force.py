"""What would help and when a right ends, found the slow way: every change, every day of a window, asked one by one.

Written apart from the search that it proves: it reads the same lines of rules/feiten.yaml and asks the Beoordelaar.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import combinations, product
from typing import Any

from tests.support.answers import assessed
from verlof_api.assessment import Beoordelaar, Situatie

GRANTED = ("recht", "oordeel-nodig")
WAIT, FIRST_DAY = "peildatum", "gewensteIngangsdatum"


@dataclass(frozen=True)
class Way:
    """The facts that change, and the first day on which that grants the leave (None: no day among the changes)."""

    facts: frozenset[str]
    day: date | None


class BruteForce:
    """Tries every set of one change within `days` days of the day of asking, and of two within `days_of_two`."""

    def __init__(self, beoordelaar: Beoordelaar, days: int, days_of_two: int) -> None:
        self.beoordelaar, self.days = beoordelaar, {1: days, 2: days_of_two}
        self.rulebook = beoordelaar.rulebook
        self.changes = {id: feit.verandering for id, feit in self.rulebook.feiten.items() if feit.verandering}

    def answer(self, situatie: Situatie, leave: str) -> Mapping[str, Any]:
        found: Mapping[str, Any] = assessed(self.beoordelaar, replace(situatie, verlofsoorten=(leave,)))[
            "verlofsoorten"
        ][0]
        return found

    def verdict(self, situatie: Situatie, leave: str) -> str:
        return str(self.answer(situatie, leave)["oordeel"])

    def ways(self, situatie: Situatie, leave: str) -> set[Way]:
        """The smallest sets that grant the leave, each with its earliest day; numbers are left alone."""
        names = [WAIT, *(id for id in self.changes if self.values(situatie, id, 2))]
        for size, days in self.days.items():
            found = set()
            for chosen in combinations(names, size):
                tried = self.tries(situatie, chosen, days)
                granting = [day for after, day in tried if self.grants(after, leave, situatie)]
                if granting:
                    found.add(Way(frozenset(chosen), min((day for day in granting if day), default=None)))
            if found:
                return found
        return set()

    def grants(self, after: Situatie, leave: str, before: Situatie) -> bool:
        """Does it grant the leave, on a day that is possible, and are the leaves that must be used first there?"""
        answer = self.answer(after, leave)
        if answer["oordeel"] not in GRANTED or not self.possible(after, answer, before):
            return False
        for id, change in self.changes.items():
            if change.na is not None and after.feiten.get(id) != before.feiten.get(id):
                told = {key: value for key, value in after.feiten.items() if key != id}
                told |= {key: value for key, value in before.feiten.items() if key == id}
                feiten = {key: value for key, value in told.items() if not self.rulebook.feiten[key].wens}
                if self.verdict(replace(after, feiten=feiten, peildatum=before.peildatum), change.na) not in GRANTED:
                    return False
        return True

    def possible(self, after: Situatie, answer: Mapping[str, Any], before: Situatie) -> bool:
        """Lies a first day that was changed inside the period of the leave?"""
        day, period = after.feiten.get(FIRST_DAY), answer["periode"] or {}
        if day == before.feiten.get(FIRST_DAY) or not isinstance(day, date):
            return True
        return (period.get("van") or "") <= day.isoformat() <= (period.get("tot") or "9")

    def tries(self, situatie: Situatie, chosen: Sequence[str], days: int) -> Iterator[tuple[Situatie, date | None]]:
        """Every situation with other values for `chosen` that can be told truthfully, and its latest new day."""
        for values in product(*(self.values(situatie, name, days) for name in chosen)):
            after = self.told(situatie, dict(zip(chosen, values, strict=True)))
            if after is not None:
                yield after, max((value for value in values if isinstance(value, date)), default=None)

    def told(self, situatie: Situatie, changed: Mapping[str, Any]) -> Situatie | None:
        """The situation with these changes; None when they do not go together."""
        today = changed.get(WAIT, situatie.peildatum)
        feiten: dict[str, Any] = {**situatie.feiten, **{id: value for id, value in changed.items() if id != WAIT}}
        for id, change in self.changes.items():
            along = change.schuift
            if id in changed and along is not None and along not in changed and along in feiten:
                if id in situatie.feiten:
                    feiten[along] += changed[id] - situatie.feiten[id]
                elif changed[id] > feiten[along]:
                    return None
        for id, change in self.changes.items():
            value = feiten.get(id)
            first_day_wished = self.rulebook.feiten[id].wens and change.vanaf is None
            if isinstance(value, date) and (id in changed or (WAIT in changed and first_day_wished)):
                after = feiten.get(change.vanaf) if id in changed and change.vanaf is not None else None
                if value < today or (after is not None and value < after):
                    return None
        return replace(situatie, peildatum=today, feiten=feiten)

    def values(self, situatie: Situatie, name: str, days: int) -> list[Any]:
        """The other values that can be reached or chosen within so many days."""
        today = situatie.peildatum
        if name == WAIT:
            return [today + timedelta(days=n) for n in range(1, days)]
        feit, change, told = self.rulebook.feiten[name], self.changes[name], situatie.feiten.get(name)
        if change.tenzij in situatie.feiten:
            return []
        if change.mits is not None and situatie.feiten.get(change.mits[0], change.mits[1][0]) not in change.mits[1]:
            return []
        if not change.kies:
            return [change.naar] if told != change.naar else []
        past = not isinstance(told, date) or told < today
        if feit.type != "date" or (past and not feit.wens):
            return []
        return [day for n in range(days) if (day := today + timedelta(days=n)) != told]

    def last_day(self, situatie: Situatie, leave: str, days: int) -> date | None:
        """The day before the first one within `days` on which a leave that is there now is refused."""
        wish = situatie.feiten.get(FIRST_DAY)
        if isinstance(wish, date):
            moved = [self.told(situatie, {FIRST_DAY: wish + timedelta(days=n)}) for n in range(days)]
            for n, after in enumerate(moved):
                if after is not None and self.verdict(after, leave) == "geen-recht":
                    return wish + timedelta(days=n - 1)
        for n in range(1, days):
            day = situatie.peildatum + timedelta(days=n)
            if self.verdict(replace(situatie, peildatum=day), leave) == "geen-recht":
                return day - timedelta(days=1)
        return None
