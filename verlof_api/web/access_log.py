"""The log: one line of JSON per request and per failure, to standard output.

What a person tells must never be in a log line. So there is no query, no body, no header and not even a path in it:
only the pattern of the route, which is ours (`/v1/verlofsoorten/<id>`).

A line is one system call, so that those of several threads and workers do not mix; Python's own logging would cost as
much as reading the request does.
"""

import os
import traceback
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

import orjson

_STANDARD_OUTPUT: Final = 1
_METHODS: Final = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE"})


def request(
    request_id: str, method: str, route: str | None, status: int, milliseconds: float, trace: str | None = None
) -> None:
    """One answered request; `route` is None when no route matched, `trace` when the caller is in none."""
    line: dict[str, object] = {
        "tijd": _now(),
        "niveau": "info",
        "verzoek": request_id,
        "methode": method if method in _METHODS else "andere",
        "route": route,
        "status": status,
        "ms": round(milliseconds, 2),
    }
    if trace:
        line["trace"] = trace
    _write(line)


def failure(request_id: str, error: BaseException) -> None:
    """Something in our own code failed: what kind, and where. The message may hold what the caller told, so is left."""
    frames = [f"{Path(frame.filename).name}:{frame.lineno}" for frame in traceback.extract_tb(error.__traceback__)]
    kind = type(error).__name__
    _write({"tijd": _now(), "niveau": "error", "verzoek": request_id, "fout": kind, "plaats": frames})


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="milliseconds")


def _write(line: dict[str, object]) -> None:
    with suppress(OSError):  # nobody reads the log: no reason not to answer
        os.write(_STANDARD_OUTPUT, orjson.dumps(line, option=orjson.OPT_APPEND_NEWLINE))
