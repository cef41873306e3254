"""The route: the leaves that fit, in the order to use them, with their days, and why each stands where it does."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import cache
from typing import NamedTuple

from verlof_api.advice.days import Calendar, Placed, is_paid
from verlof_api.advice.leaves import Leave, Leaves, Wish
from verlof_api.advice.notice import MELDEN
from verlof_api.assessment.answer import Assessment, NamedRoute, RouteStep
from verlof_api.assessment.plan import Plan
from verlof_api.assessment.verdicts import AFSPRAAK, OORDEEL_NODIG
from verlof_api.law.regelboek import Rulebook

FULL = 100  # per cent: nothing is held back
SNELST_TERUG, MEEST_BETAALD, GESPREID = "snelst-terug", "meest-betaald", "gespreid"


class ToldWish(NamedTuple):
    """What a route needs beside an answer: the first day that was asked for, if any, and per leave the weeks that were
    used and what is wanted of it."""

    first: date | None
    used_weeks: Mapping[str, float]
    wishes: Mapping[str, Wish]


NOTHING = ToldWish(None, {}, {})


class Routes:
    """Makes routes from finished answers. Built once per process."""

    def __init__(self, rulebook: Rulebook, plans: Mapping[str, Plan]) -> None:
        self.leaves = Leaves(plans)
        self._namen = {
            id: {taal: str(words.naam) for taal, words in soort.teksten.items()}
            for id, soort in rulebook.verlofsoorten.items()
        }
        self._zinnen = rulebook.zinnen
        self._sentence = cache(self._read)

    def route(self, assessment: Assessment, taal: str, told: ToldWish = NOTHING) -> Sequence[RouteStep]:
        """The route through the leaves of `assessment`."""
        leaves = self.leaves.of(assessment.verlofsoorten, *told[1:])
        return self._told(Calendar(assessment.peildatum, told.first).fill(leaves), taal)

    def routes(self, assessment: Assessment, taal: str, told: ToldWish) -> Sequence[NamedRoute]:
        """Other ways through the same leaves, each with its name."""
        today, wish = assessment.peildatum, told.first
        leaves = self.leaves.of(assessment.verlofsoorten, *told[1:])

        def fill(fits: Callable[[Leave], bool], stretched: frozenset[str] = frozenset()) -> list[Placed]:
            return Calendar(today, wish, stretched).fill([leave for leave in leaves if fits(leave)])

        soon = fill(lambda leave: leave.place.route.vast or (leave.percentage == FULL and leave.oordeel != AFSPRAAK))
        paid = fill(lambda leave: leave.place.route.vast or (bool(leave.percentage) and leave.oordeel != AFSPRAAK))
        spread = fill(lambda leave: True, _stretchable(leaves, fill))
        ways = (
            (SNELST_TERUG, soon or fill(lambda leave: leave is leaves[0])),
            (MEEST_BETAALD, paid),
            (GESPREID, spread),
        )
        return [NamedRoute(id, self._sentence(f"routes-{id}", taal), self._told(placed, taal)) for id, placed in ways]

    def _told(self, placed: list[Placed], taal: str) -> Sequence[RouteStep]:
        steps, paid = [], False
        for number, each in enumerate(placed, 1):
            leave = each.leave
            steps.append(
                RouteStep(
                    volgorde=number,
                    verlofsoort=leave.place.id,
                    oordeel=leave.now or leave.oordeel,
                    na=leave.na,
                    daarna=None if leave.now is None else leave.oordeel,
                    van=each.van,
                    tot=each.tot,
                    waarom=self._waarom(leave, taal, paid),
                    melden=_melden(each),
                    waarde=_number(each.hours),
                )
            )
            paid = paid or is_paid(each)
        return steps

    def _waarom(self, leave: Leave, taal: str, paid: bool) -> str:
        share = leave.place.route.hooguit_per_week
        why = self._place(leave, taal, paid)
        if share == 1:
            return why
        return f"{why} {self._sentence('route-deel-van-de-week', taal, percentage=round(FULL * share))}"

    def _place(self, leave: Leave, taal: str, paid: bool) -> str:
        if leave.oordeel == AFSPRAAK:
            return self._sentence("route-afspraak", taal)
        if leave.oordeel == OORDEEL_NODIG:
            return self._sentence("route-oordeel-nodig", taal)
        if leave.na is not None:
            return self._sentence("route-na", taal, verlof=self._namen[leave.na][taal])
        own = leave.place.waarom[taal]
        if own is not None:
            return own
        if leave.place.route.vast:
            return self._sentence("route-vast", taal)
        if leave.percentage is None:
            return self._sentence("route-overig", taal)
        if leave.percentage == 0:
            return self._sentence("route-onbetaald" if paid else "route-alleen-onbetaald", taal)
        if leave.percentage == FULL:
            return self._sentence("route-vol-betaald", taal)
        return self._sentence("route-deels-betaald", taal, percentage=leave.percentage)

    def _read(self, key: str, taal: str, **values: object) -> str:
        return self._zinnen[taal][key].format_map(values)


def _stretchable(leaves: list[Leave], fill: Callable[..., list[Placed]]) -> frozenset[str]:
    """The leaves that can be spread without another one running out of its window, and were not asked for like that."""

    def worth(placed: list[Placed]) -> tuple[int, float]:
        return len(placed), sum(each.hours or 0 for each in placed)

    stretched: frozenset[str] = frozenset()
    whole = worth(fill(lambda leave: True))
    for leave in leaves:
        if leave.place.route.spreiden and not leave.spread:
            more = stretched | {leave.place.id}
            if worth(fill(lambda leave: True, more)) >= whole:
                stretched = more
    return stretched


def _melden(placed: Placed) -> date | None:
    """The last day to tell the employer: as the rule of the deadline says, for these days."""
    leave = placed.leave
    if leave.oordeel == AFSPRAAK or placed.van is None:
        return None
    if leave.place.route.vast:
        told = leave.answer.termijn(MELDEN)
        return None if told is None else told.uiterlijk
    return None if leave.place.notice is None else leave.place.notice.before(placed.van)


def _number(value: float | None) -> float | None:
    return int(value) if value is not None and value == int(value) else value
