"""What is counted for an operator: requests, time taken, verdicts, log lines that were lost, and by which rules.

No fact, no caller, and no label that a caller can make up: routes, methods, statuses, leaves and verdicts all come from
us, so the number of series is known at the start. `figures` writes it down for who asks.
"""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import product
from typing import Final

from verlof_api.assessment.answer import LeaveAnswer
from verlof_api.assessment.verdicts import GEEN_RECHT, NOG_NIET, OORDEEL_NODIG, VRAAG_NODIG
from verlof_api.law import Rulebook
from verlof_api.web.access_log import METHODS, Log
from verlof_api.web.problem_kinds import STATUS
from verlof_api.web.shared_counts import SharedCounts
from verlof_api.web.tracing import Trace

_NO_ROUTE: Final = "geen"
_OTHER: Final = "andere"
_METHODS: Final = (*sorted(METHODS), _OTHER)
_STATUSES: Final = (
    *(str(status) for status in sorted({200, 204, 304} | set(STATUS.values()))),
    _OTHER,
)
# The upper ends of the time that a request took; what took longer counts behind the last.
SECONDS: Final = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 10.0)
_BUCKETS: Final = len(SECONDS) + 1
_OF_A_ROUTE: Final = _BUCKETS + 1  # and the seconds together
_ALWAYS: Final = frozenset({GEEN_RECHT, VRAAG_NODIG, OORDEEL_NODIG})


@dataclass(frozen=True)
class Series:
    """How often something was counted."""

    labels: tuple[str, ...]
    count: float


@dataclass(frozen=True)
class Times:
    """The time that requests took: how many in each of SECONDS and beyond, and all seconds together."""

    route: str
    requests: list[float]
    seconds: float


@dataclass(frozen=True)
class Totals:
    """Everything, over all processes.

    verdicts: by leave and verdict. requests: by route, method and status.
    """

    lost: float
    unlimited: float
    verdicts: list[Series]
    requests: list[Series]
    times: list[Times]


class Metrics:
    """Made once, before the workers are. It counts nothing until `counting` has told it the addresses.

    workers: how many processes answer now; None where nobody knows.
    """

    def __init__(self, rulebook: Rulebook) -> None:
        self.rulebook = rulebook
        self._verdicts = tuple(_verdicts(rulebook))
        self.workers: Callable[[], int] | None = None

    def counting(self, log: Log, routes: Iterable[str], processes: int) -> Log:
        """The same log, of which every request is counted too.

        `routes`: the patterns of our addresses. `processes`: how many can count at the same time.
        """
        self._routes = (*sorted(set(routes)), _NO_ROUTE)
        # the layout of the counts: lost lines, requests outside their limit, verdicts, requests, time taken
        self._lost, self._unlimited = 0, 1
        self._first_verdict = 2
        self._first_request = self._first_verdict + len(self._verdicts)
        self._first_time = self._first_request + len(self._routes) * len(_METHODS) * len(_STATUSES)
        self._route_number = {route: number for number, route in enumerate(self._routes)}
        self._verdict_number = {verdict: number for number, verdict in enumerate(self._verdicts, self._first_verdict)}
        size = self._first_time + len(self._routes) * _OF_A_ROUTE
        self._counts = SharedCounts(size, processes)

        def counted(
            request_id: str,
            method: str,
            route: str | None,
            status: int,
            milliseconds: float,
            trace: Trace | None = None,
        ) -> None:
            self._request(method, route, status, milliseconds / 1000)
            log(request_id, method, route, status, milliseconds, trace)

        return counted

    def verdicts(self, verlofsoorten: Iterable[LeaveAnswer]) -> None:
        """Those of one assessment, as they stand in the answer."""
        known = (self._verdict_number.get((leave.id, leave.oordeel)) for leave in verlofsoorten)
        self._counts.add([(number, 1) for number in known if number is not None])

    def lost_lines(self, many: int) -> None:
        """Lines of the log that nobody took."""
        self._counts.add([(self._lost, many)])

    def unlimited(self) -> None:
        """A request that was let through without counting for its limit."""
        self._counts.add([(self._unlimited, 1)])

    def _request(self, method: str, route: str | None, status: int, seconds: float) -> None:
        number = self._route_number.get(route or _NO_ROUTE, len(self._routes) - 1)
        kind = number * len(_METHODS) + _METHOD_NUMBER.get(method, len(_METHODS) - 1)
        request = self._first_request + kind * len(_STATUSES) + _STATUS_NUMBER.get(status, len(_STATUSES) - 1)
        time = self._first_time + number * _OF_A_ROUTE
        self._counts.add([(request, 1), (time + bisect_left(SECONDS, seconds), 1), (time + _BUCKETS, seconds)])

    def totals(self) -> Totals:
        totals = self._counts.totals()
        kinds = product(self._routes, _METHODS, _STATUSES)
        return Totals(
            lost=totals[self._lost],
            unlimited=totals[self._unlimited],
            verdicts=_series(self._verdicts, totals[self._first_verdict : self._first_request]),
            requests=_series(kinds, totals[self._first_request : self._first_time]),
            times=[self._times(route, number, totals) for number, route in enumerate(self._routes)],
        )

    def _times(self, route: str, number: int, totals: list[float]) -> Times:
        start = self._first_time + number * _OF_A_ROUTE
        *requests, seconds = totals[start : start + _OF_A_ROUTE]
        return Times(route, requests, seconds)


def _series(labels: Iterable[tuple[str, ...]], counts: list[float]) -> list[Series]:
    return [Series(each, count) for each, count in zip(labels, counts, strict=True)]


_METHOD_NUMBER: Final = {method: number for number, method in enumerate(_METHODS)}
_STATUS_NUMBER: Final = {int(status): number for number, status in enumerate(_STATUSES[:-1])}


def _verdicts(rulebook: Rulebook) -> Iterator[tuple[str, str]]:
    """Every leave with every verdict that its rules can give."""
    for leave in rulebook.verlofsoorten.values():
        own = {uitkomst.oordeel for versie in leave.versies for uitkomst in versie.uitkomst}
        if any(each.komt_goed for versie in leave.versies for each in versie.voorwaarden):
            own.add(NOG_NIET)
        for verdict in sorted(_ALWAYS | own):
            yield leave.id, verdict
