"""The numbers by which a request is followed through a chain of services: which of those of the caller are taken over.

They are written in the log, so nothing else may fit in them: no name, no address, no citizen number. An id is taken
over only when it is 128 bits in hexadecimal, as a UUID (RFC 9562) is and as proxies make them. A number in which no
letter occurs is none that was drawn by lot, but may be somebody's.
"""

import re
from typing import Final
from uuid import UUID

_UUID: Final = re.compile(r"(?=.*[a-f])[0-9a-f]{8}(-?)(?:[0-9a-f]{4}\1){3}[0-9a-f]{12}", re.ASCII | re.IGNORECASE)
# W3C Trace Context, section 3.2: version, trace id, id of the caller's span, flags; neither id is all zeros.
_TRACEPARENT: Final = re.compile(r"00-(?!0{32})([0-9a-f]{32})-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}", re.ASCII)


def taken_over(request_id: str | None) -> str | None:
    """What the caller sent as X-Request-Id, written as a UUID; None when there is none or it is anything else.

    >>> taken_over("2B57B524CEF749639F2367C7D9F603BD")
    '2b57b524-cef7-4963-9f23-67c7d9f603bd'
    >>> taken_over("jan.jansen.1980"), taken_over("00000000-0000-0000-0000-000123456782")
    (None, None)
    """
    if request_id is None or not _UUID.fullmatch(request_id):
        return None
    return str(UUID(request_id))


def trace_id(traceparent: str | None) -> str | None:
    """The id of the trace that the caller is in (W3C Trace Context, version 00); None when there is none.

    >>> trace_id("00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01")
    '4bf92f3577b34da6a3ce929d0e0e4736'
    """
    match = _TRACEPARENT.fullmatch(traceparent) if traceparent else None
    return match[1] if match else None
