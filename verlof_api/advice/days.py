"""Giving leaves their days: one after another, each in its own window, and never more than is left of it."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from verlof_api.advice.leaves import Leave, the_day_after
from verlof_api.assessment.verdicts import AFSPRAAK, NOG_NIET
from verlof_api.language.dates import working_days

_ONE_DAY = timedelta(days=1)
_HALF_WEEKS = 2  # spread over half of every week, the same hours last twice as long


@dataclass(slots=True)
class Placed:
    """A leave and its days, both included (None: up to people, or not known). `hours`: what it uses of its balance."""

    leave: Leave
    van: date | None
    tot: date | None
    hours: float | None


class Calendar:
    """Places leaves in order of use. `today`: the day of asking; `wish`: the first day that was asked for."""

    def __init__(self, today: date, wish: date | None, stretched: frozenset[str] = frozenset()) -> None:
        self._today, self._wish, self._stretched = today, wish, stretched
        self._cursor: date | None = today if wish is None else wish
        self._taken: list[Placed] = []
        self._spent: dict[str, tuple[int, float]] = {}
        self.placed: list[Placed] = []

    def fill(self, leaves: Sequence[Leave]) -> list[Placed]:
        """The leaves that find days, in order of those days."""
        here = {leave.place.id for leave in leaves}
        needed = {leave.na for leave in leaves if leave.now == NOG_NIET}
        for index, leave in enumerate(leaves):
            if leave.na in here and not any(each.leave.place.id == leave.na for each in self.placed):
                continue
            if leave.place.route.vast:
                self._fixed(leave)
            elif leave.place.route.dagen is not None:
                self._event(leave, leaves[index + 1 :])
            elif leave.place.id not in needed or not self._ahead(leave):
                self._next(leave, alone=not any(_goes_on(each) for each in leaves[index + 1 :]))
        self.placed.sort(key=lambda each: each.van or date.max)
        return self.placed

    def _fixed(self, leave: Leave) -> None:
        """Days of its own: those that are not over yet and that no other leave has."""
        if leave.van is None or leave.tot is None:
            return
        over = self._today if self._wish is None else min(self._today, self._wish)
        first = self._free(leave.van)
        if first <= leave.tot and leave.tot >= over:
            placed = Placed(leave, first, self._until(first, leave.tot), leave.hours)
            self._taken.append(placed)
            self.placed.append(placed)

    def _event(self, leave: Leave, following: Iterable[Leave]) -> None:
        """A day that cannot move: today, the day that was asked for, or the one right before what it leads up to."""
        first = self._cursor
        if first is None or leave.place.route.dagen is None:
            return
        after = next(iter(following), None)
        if (
            self._wish is None
            and after is not None
            and after.place.id in leave.place.route.vlak_voor
            and after.van is not None
            and after.van > first
        ):
            first = after.van - _ONE_DAY
        if leave.van is not None and first < leave.van:
            first = leave.van
        if self._free(first) != first or (leave.tot is not None and first > leave.tot):
            return
        self._put(leave, first, self._until(first, first + timedelta(days=leave.place.route.dagen - 1)), leave.hours)

    def _ahead(self, leave: Leave) -> bool:
        """Places a leave that another one waits for before the first day asked for, if all of it fits there."""
        days, hours = self._left(leave)
        if self._wish is None or self._cursor != self._wish or days is None or days <= 0:
            return False
        first = self._free(self._today if leave.van is None else max(self._today, leave.van))
        last = first + timedelta(days=math.ceil(days / leave.place.route.hooguit_per_week) - 1)
        ends = [day for day in (leave.tot, self._wish - _ONE_DAY) if day is not None]
        if any(last > day for day in ends) or self._until(first, last) != last:
            return False
        self.placed.append(Placed(leave, first, last, hours))
        return True

    def _next(self, leave: Leave, alone: bool) -> None:
        """`alone`: no right comes after it that could fill the days until the last one that was asked for."""
        if self._cursor is None:
            self.placed.append(Placed(leave, None, None, leave.hours))
            return
        days, hours = self._left(leave)
        if days is not None and days <= 0:
            return
        first = self._cursor if leave.van is None else max(self._cursor, leave.van)
        if leave.oordeel == AFSPRAAK:
            first = max([first, *(the_day_after(each.tot) for each in self._taken if each.tot is not None)])
        first = self._free(first)
        ends = [day for day in (leave.tot, leave.last) if day is not None]
        if any(first > day for day in ends):
            return
        if days is None:
            last = None if leave.last is None else min(ends)
            self.placed.append(Placed(leave, first, last, hours))
            self._cursor = None if last is None else the_day_after(last)
            return
        share = leave.place.route.hooguit_per_week
        length = _HALF_WEEKS * days if leave.place.id in self._stretched else math.ceil(days / share)
        last = first + timedelta(days=length - 1)
        if leave.last is not None and (leave.spread or (alone and leave.place.route.spreiden)):
            last = max(last, leave.last)
        last = self._until(first, min([last, *ends]))
        got = min(days, int(((last - first).days + 1) * share))
        wished = last == leave.last
        if hours is not None and got < days and not (wished and leave.spread):
            part = (
                working_days(first, last) / working_days(first, first + timedelta(days=days - 1))
                if wished
                else got / days
            )
            hours = round(hours * min(part, 1), 2)
        self._put(leave, first, last, hours)
        if leave.place.route.deel_van is not None:
            self._spent[leave.place.route.deel_van] = (got, hours or 0)

    def _left(self, leave: Leave) -> tuple[int | None, float | None]:
        """Its balance, less what a leave that is part of it took before."""
        if leave.place.id not in self._spent or leave.days is None:
            return leave.days, leave.hours
        days, hours = self._spent[leave.place.id]
        return leave.days - days, None if leave.hours is None else round(leave.hours - hours, 2)

    def _put(self, leave: Leave, first: date, last: date, hours: float | None) -> None:
        self.placed.append(Placed(leave, first, last, hours))
        self._cursor = the_day_after(last)

    def _free(self, day: date) -> date:
        """The first day from `day` on that no leave with days of its own has."""
        moved = True
        while moved and self._taken:
            moved = False
            for each in self._taken:
                if each.van is not None and each.tot is not None and each.van <= day <= each.tot:
                    day, moved = the_day_after(each.tot), True
        return day

    def _until(self, first: date, last: date) -> date:
        """`last`, or the day before a leave with days of its own begins."""
        for each in self._taken:
            if each.van is not None and first < each.van <= last:
                last = each.van - _ONE_DAY
        return last


def _goes_on(leave: Leave) -> bool:
    """Is this a right that can come after another one?"""
    return leave.oordeel != AFSPRAAK and not leave.place.route.vast and leave.place.route.dagen is None


def is_paid(placed: Placed) -> bool:
    return placed.leave.oordeel != AFSPRAAK and placed.leave.percentage != 0
