"""OPTIONS: which methods an address has, and what a script of another site may send (the Fetch standard)."""

from collections.abc import Iterable
from typing import Final

from flask import Request, Response

# What a script of another site may send: what we read.
_ALLOWED_HEADERS: Final = (
    "Accept, Accept-Language, Authorization, Content-Type, If-None-Match, Traceparent, X-Request-Id"
)
_KEPT: Final = "86400"  # seconds


def answer(request: Request, methods: Iterable[str]) -> Response:
    """Without a body; for a preflight of a browser with what it asks."""
    allowed = ", ".join(sorted(methods))
    headers = [("Allow", allowed)]
    if "HTTP_ACCESS_CONTROL_REQUEST_METHOD" in request.environ:
        headers += [
            ("Access-Control-Allow-Methods", allowed),
            ("Access-Control-Allow-Headers", _ALLOWED_HEADERS),
            ("Access-Control-Max-Age", _KEPT),
        ]
    response = Response(None, 204, headers)
    del response.headers["Content-Type"]
    return response
