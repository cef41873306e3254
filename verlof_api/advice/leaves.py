"""The leaves of a finished answer that have a place in a route, with what is needed to give them their days.

Read from the answer only: nothing is assessed again. What does not change between answers (order, notice, words) is
read from the rules once, at start-up.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from math import ceil
from typing import NamedTuple

from verlof_api.advice.notice import Notice, notice_of
from verlof_api.assessment.answer import LeaveAnswer, Size
from verlof_api.assessment.gives import EARLIEST
from verlof_api.assessment.money import UREN
from verlof_api.assessment.plan import Plan
from verlof_api.assessment.verdicts import AFSPRAAK, OORDEEL_NODIG, RECHT, VRAAG_NODIG
from verlof_api.assessment.wire import number
from verlof_api.assessment.wishes import HOURS, LAST_DAY, WEEKS
from verlof_api.law.advice import Route
from verlof_api.law.feit import Told

_PLACED = frozenset({RECHT, OORDEEL_NODIG, AFSPRAAK})
_HOLDS = {"voldaan": RECHT, "open-norm": OORDEEL_NODIG}
_UNMET = "niet-voldaan"
_SLIGHTLY = 1e-6  # numbers in an answer are rounded; a whole number of days must not come out one short


@dataclass(frozen=True)
class Place:
    """What the rules say about the place of one version of a leave."""

    id: str
    route: Route
    fulfils: frozenset[str]
    notice: Notice | None
    waarom: Mapping[str, str | None]

    @classmethod
    def of(cls, plan: Plan, route: Route) -> "Place":
        words = plan.verlofsoort.teksten
        return cls(
            plan.id,
            route,
            frozenset(map(str, route.vervult)),
            notice_of(plan),
            {taal: None if text.route is None else str(text.route) for taal, text in words.items()},
        )


@dataclass(slots=True)
class Leave:
    """A leave of an answer: its window [`van`, `tot`], and how many days and hours it lasts (None: not known).

    `na`: the leave that must be used first for this verdict; `now`: the verdict as long as it is not, or too early.
    `last`: the last day that was asked for; `spread`: the hours and days asked for go over all the days until then.
    """

    place: Place
    oordeel: str
    percentage: float | None
    van: date | None
    tot: date | None
    days: int | None
    hours: float | None
    answer: LeaveAnswer
    na: str | None = None
    now: str | None = None
    last: date | None = None
    spread: bool = False

    @property
    def rank(self) -> tuple[bool, bool, bool, int]:
        """Its turn: a right before an agreement, fixed days before days to choose, paid before unpaid, then by rule."""
        route = self.place.route
        return self.oordeel == AFSPRAAK, not route.vast, self.percentage == 0, route.volgorde


class Wish(NamedTuple):
    """What someone wants of a leave (None: did not say): hours, how many days that lasts, and its last day.

    `spread`: both the hours and how long it lasts were told, so that it need not fill its days.
    """

    hours: float | None
    days: int | None
    last: date | None
    spread: bool

    @classmethod
    def of(cls, told: Told, wishes: Told) -> "Wish":
        """`told`: the facts; `wishes`: those about this leave, with what follows from them."""
        hours, last = _number(wishes, HOURS) or None, told.get(LAST_DAY)
        weeks: float | Decimal | None = _number(wishes, WEEKS) or None
        per_week = _number(told, UREN)
        if weeks is None and hours is not None and per_week is not None:
            weeks = hours / per_week
        return cls(
            None if hours is None else float(hours),
            None if weeks is None else ceil(7 * float(weeks) - _SLIGHTLY),
            last if isinstance(last, date) else None,
            bool(told.get(HOURS) and told.get(WEEKS)),
        )


def _number(told: Told, fact: str) -> int | Decimal | None:
    value = told.get(fact)
    return value if isinstance(value, int | Decimal) else None


class Leaves:
    """Finds the leaves of an answer that fit in a route."""

    def __init__(self, plans: Mapping[str, Plan]) -> None:
        self._places = {
            (plan.id, plan.geldig.van): Place.of(plan, plan.versie.route)
            for plan in plans.values()
            if plan.versie.route is not None
        }

    def place(self, leave: LeaveAnswer) -> Place | None:
        """The place of a leave of an answer; None when its rule gives it none."""
        return self._places.get((leave.id, leave.geldig.van))

    def of(
        self, leaves: Sequence[LeaveAnswer], used_weeks: Mapping[str, float], wishes: Mapping[str, Wish]
    ) -> list[Leave]:
        """In order of use. `used_weeks`: per leave what was used of it, for when the hours are not known; `wishes`: per
        leave what someone wants of it."""
        found = list(self._fitting(leaves, used_weeks))
        closed = {leave.id for leave in leaves} - {leave.place.id for leave in found}
        found = [leave for leave in found if leave.na not in closed]
        for leave in found:
            if leave.place.id in wishes and not leave.place.route.vast:
                _as_wished(leave, wishes[leave.place.id])
        if any(not leave.place.route.uitwijk and leave.oordeel != AFSPRAAK for leave in found):
            found = [leave for leave in found if not leave.place.route.uitwijk]
        found.sort(key=lambda leave: leave.rank)
        return found

    def _fitting(self, leaves: Sequence[LeaveAnswer], used_weeks: Mapping[str, float]) -> Iterator[Leave]:
        for each in leaves:
            place = self.place(each)
            now = each.oordeel
            if place is None:
                continue
            if now in _PLACED:
                yield _leave(place, now, each, used_weeks)
            elif now == VRAAG_NODIG and place.fulfils:
                yield from _once(each, place, place.route.na, place.fulfils, used_weeks)
            elif each.nog_niet is not None:
                waits = frozenset(c.id for c in each.voorwaarden if c.uitkomst == _UNMET)
                yield from _once(each, place, each.nog_niet.na, waits, used_weeks)


def _once(
    leave: LeaveAnswer, place: Place, na: str | None, met: frozenset[str], used_weeks: Mapping[str, float]
) -> Iterator[Leave]:
    """The leave as it is once the conditions `met` are; none when more than that is needed."""
    oordeel = _verdict_once(leave, met)
    if oordeel is not None:
        found = _leave(place, oordeel, leave, used_weeks)
        found.na, found.now = na, leave.oordeel
        yield found


def _verdict_once(leave: LeaveAnswer, met: frozenset[str]) -> str | None:
    oordeel = RECHT
    for condition in leave.voorwaarden:
        if condition.id not in met:
            verdict = _HOLDS.get(condition.uitkomst)
            if verdict is None:
                return None
            if verdict == OORDEEL_NODIG:
                oordeel = OORDEEL_NODIG
    return oordeel


def _leave(place: Place, oordeel: str, each: LeaveAnswer, used_weeks: Mapping[str, float]) -> Leave:
    van = None if each.periode is None else each.periode.van
    earliest = each.termijn(EARLIEST)
    if earliest is not None:
        van = _later(van, earliest.uiterlijk)
    if each.vanaf is not None:
        van = _later(van, each.vanaf)
    days, hours = _length(place.route, each.omvang, used_weeks.get(place.id, 0))
    percentage = None if each.betaling is None else number(each.betaling.percentage)
    return Leave(place, oordeel, percentage, van, each.laatste_dag, days, hours, each)


def _as_wished(leave: Leave, wish: Wish) -> None:
    """No more of the leave than was asked for. More than is left is asked in vain: what is left is used as usual."""
    leave.last, share = wish.last, leave.place.route.hooguit_per_week
    fits = wish.hours is None or leave.hours is None or wish.hours <= leave.hours
    whole = _whole_weeks(leave, wish)
    if wish.hours is not None and fits:
        leave.hours = wish.hours
    days = wish.days if wish.spread or leave.days is None or wish.days is None else min(wish.days, leave.days)
    leave.spread = fits and (wish.spread or (wish.last is not None and (wish.hours or days) is not None))
    if wish.spread and days is not None and whole is not None and share < 1:
        days = max(whole, ceil(days * share))  # it lasts as long as was told, or as the part of a week makes it last
    if days is not None and fits and leave.place.route.dagen is None:
        leave.days = days


def _whole_weeks(leave: Leave, wish: Wish) -> int | None:
    """The days that the hours asked for fill in whole weeks; None where that is not to be said."""
    if wish.hours is None or not leave.hours or leave.days is None:
        return None
    return ceil(leave.days * wish.hours / leave.hours - _SLIGHTLY)


def _length(route: Route, size: Size | None, used_weeks: float) -> tuple[int | None, float | None]:
    """Days and hours that are left, as far as the answer says."""
    if size is None:
        return route.dagen, None
    hours, weeks, left = (number(size.get(maat)) for maat in ("uren", "weken", "resterendeUren"))
    if left is None:
        left = hours
    if route.dagen is not None:
        return route.dagen, None
    if hours and weeks:
        return max(1 if left else 0, int((left or 0) * weeks * 7 / hours + _SLIGHTLY)), left
    if weeks:
        return int((weeks - used_weeks) * 7 + _SLIGHTLY), None
    days = size.get("werkdagen") if size.get("dagen") is None else size.get("dagen")
    return (None if days is None else int(days)), left


def _later(day: date | None, other: date) -> date:
    return other if day is None else max(day, other)


def the_day_after(day: date) -> date:
    return day + timedelta(days=1)
