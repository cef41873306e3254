"""The numbers by which a request is followed through a chain of services: which of those of the caller are taken over.

They are written in the log, so no name and no address may fit in them. An id is taken over only when it is 128 bits in
hexadecimal, as a UUID (RFC 9562) is and as proxies make them, and looks drawn by lot: one without a letter, or with a
row of zeros, may be somebody's number.
"""

import re
from typing import Final, NamedTuple
from uuid import UUID

# A letter somewhere, and no row of eight zeros.
_BY_LOT: Final = r"(?=.*[a-f])(?!.*0{4}-?0{4})"
_UUID: Final = re.compile(_BY_LOT + r"[0-9a-f]{8}(-?)(?:[0-9a-f]{4}\1){3}[0-9a-f]{12}", re.ASCII | re.IGNORECASE)
_CHAIN: Final = re.compile(_BY_LOT + r"[0-9a-f]{32}", re.ASCII)
# W3C Trace Context, section 3.2: version, trace id, id of the caller's span (not all zeros), flags.
_TRACEPARENT: Final = re.compile(r"00-([0-9a-f]{32})-(?!0{16})([0-9a-f]{16})-([0-9a-f]{2})", re.ASCII)


def taken_over(request_id: str | None) -> str | None:
    """What the caller sent as X-Request-Id, written as a UUID; None when there is none or it is anything else.

    >>> taken_over("2B57B524CEF749639F2367C7D9F603BD")
    '2b57b524-cef7-4963-9f23-67c7d9f603bd'
    >>> taken_over("jan.jansen.1980"), taken_over("00000000-0000-0000-0000-000123456782")
    (None, None)
    >>> taken_over("a0000000-0000-0000-0000-000123456782")
    """
    if request_id is None or not _UUID.fullmatch(request_id):
        return None
    return str(UUID(request_id))


# The variables of OpenTelemetry that say where spans go: set, they turn it on.
COLLECTORS: Final = frozenset({"OTEL_EXPORTER_OTLP_ENDPOINT", "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT"})


class Trace(NamedTuple):
    """A place in a chain of requests: the chain, the step in it, and flags (bit 0: it is being recorded)."""

    id: str
    span: str
    flags: int


def trace_of(traceparent: str | None) -> Trace | None:
    """Where the caller is (W3C Trace Context, version 00); None when it does not say so rightly.

    >>> trace_of("00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01")
    Trace(id='4bf92f3577b34da6a3ce929d0e0e4736', span='00f067aa0ba902b7', flags=1)
    """
    match = _TRACEPARENT.fullmatch(traceparent) if traceparent else None
    if match is None or not _CHAIN.fullmatch(match[1]):
        return None
    return Trace(match[1], match[2], int(match[3], 16))
