"""The log: one line of JSON per request and per failure, to standard output.

What a person tells must never be in a log line. So there is no query, no body, no header and not even a path in it:
only the pattern of the route, which is ours (`/v1/verlofsoorten/<id>`).
"""

import logging
import sys
import traceback
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

import orjson

_access: Final = logging.getLogger("verlof_api.access")
_error: Final = logging.getLogger("verlof_api.error")


class _JsonLine(logging.Formatter):
    """A record whose message is a dictionary, as one line of JSON."""

    def format(self, record: logging.LogRecord) -> str:
        moment = datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds")
        line = {
            "tijd": moment,
            "niveau": record.levelname.lower(),
            **(record.msg if isinstance(record.msg, dict) else {}),
        }
        return orjson.dumps(line).decode()


def set_up(*, access: bool) -> None:
    """Write to standard output, unless whoever runs us has already decided where our log goes."""
    logger = logging.getLogger("verlof_api")
    if not logger.handlers:
        handler = logging.StreamHandler(sys.stdout)
        handler.setFormatter(_JsonLine())
        logger.addHandler(handler)
        logger.setLevel(logging.INFO)
    _access.disabled = not access


def request(request_id: str, method: str, route: str | None, status: int, milliseconds: float) -> None:
    """One answered request; `route` is None when no route matched."""
    if _access.isEnabledFor(logging.INFO):
        _access.info(
            {
                "verzoek": request_id,
                "methode": method if method in _METHODS else "andere",
                "route": route,
                "status": status,
                "ms": round(milliseconds, 2),
            }
        )


def failure(request_id: str, error: BaseException) -> None:
    """Something in our own code failed: what kind, and where. The message may hold what the caller told, so is left."""
    frames = [f"{Path(frame.filename).name}:{frame.lineno}" for frame in traceback.extract_tb(error.__traceback__)]
    _error.error({"verzoek": request_id, "fout": type(error).__name__, "plaats": frames})


_METHODS: Final = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE"})
