"""The log: one line of JSON per request, failure and warning, to standard output.

What a person tells must never be in a log line. So there is no query, no body, no header and not even a path in it:
only the pattern of the route, which is ours (`/v1/verlofsoorten/<id>`).

Python's own logging would cost as much as reading the request does.
"""

import traceback
from collections.abc import Iterable
from pathlib import Path
from typing import Final, Protocol

from verlof_api.law import RuleError
from verlof_api.output import Line, log, now
from verlof_api.web.tracing import Trace

_INNERMOST: Final = 20  # frames of a failure: a line stays short enough to be written in one go
METHODS: Final = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE"})


class Log(Protocol):
    """What is told of every answer: `request`, or something in its place."""

    def __call__(
        self,
        request_id: str,
        method: str,
        route: str | None,
        status: int,
        milliseconds: float,
        trace: Trace | None = None,
    ) -> None: ...


def silent(
    request_id: str, method: str, route: str | None, status: int, milliseconds: float, trace: Trace | None = None
) -> None:
    """In the place of `request`, for who does not want a line per request."""


def started(version: str, rules_version: str, rules_hash: str) -> None:
    """The service is ready, or has read its rules again: its own version, and the rules by which it answers."""
    rules = {"versie": rules_version, "hash": rules_hash}
    log.line({"tijd": now(), "niveau": "info", "gestart": version, "regelset": rules})


def rules_kept(mistakes: Iterable[RuleError]) -> None:
    """The rules were to be read again and are wrong: a line for each mistake, of rule files and so of nobody."""
    for mistake in mistakes:
        log.line({"tijd": now(), "niveau": "error", "melding": "regels-niet-vernieuwd", "fout": str(mistake)})


def request(
    request_id: str, method: str, route: str | None, status: int, milliseconds: float, trace: Trace | None = None
) -> None:
    """One answered request; `route` is None when no route matched, `trace` when the caller is in none."""
    line: Line = {
        "tijd": now(),
        "niveau": "info",
        "verzoek": request_id,
        "methode": method if method in METHODS else "andere",
        "route": route,
        "status": status,
        "ms": round(milliseconds, 2),
    }
    if trace:
        line["trace"] = trace.id
    log.line(line)


def failure(request_id: str, error: BaseException) -> None:
    """Something in our own code failed: what kind, and where. The message may hold what the caller told, so is left."""
    log.line({"tijd": now(), "niveau": "error", "verzoek": request_id, **told(error)})


def warning(what: str) -> None:
    """Something around the service does not do what it should: one of our own words for what."""
    log.line({"tijd": now(), "niveau": "warning", "melding": what})


def told(error: BaseException) -> Line:
    """What may be written of an exception."""
    frames = traceback.extract_tb(error.__traceback__)[-_INNERMOST:]
    return {
        "fout": type(error).__name__,
        "plaats": [f"{Path(frame.filename).name}:{frame.lineno}" for frame in frames],
    }
