"""Successful answers: JSON for one caller, or a rendition of the catalogue that caches may keep."""

from dataclasses import dataclass
from hashlib import sha256
from typing import Any

import orjson
from flask import Request, Response

from verlof_api.web.negotiation import JSON


def json_answer(data: Any, taal: str | None = None) -> Response:
    """For this caller only (`no-store` is the default of the envelope); `taal` when it holds words."""
    return Response(orjson.dumps(data), 200, [("Content-Language", taal)] if taal else None, content_type=JSON)


@dataclass(frozen=True)
class Rendition:
    """One representation of a catalogue resource, with its entity tag (RFC 9110, section 8.8.3)."""

    body: bytes
    etag: str
    taal: str
    media_type: str

    @classmethod
    def of(cls, body: bytes, taal: str, media_type: str = JSON) -> "Rendition":
        return cls(body, f'"{sha256(body).hexdigest()[:32]}"', taal, media_type)

    @classmethod
    def of_json(cls, data: Any, taal: str) -> "Rendition":
        return cls.of(orjson.dumps(data), taal)


def cacheable_answer(request: Request, rendition: Rendition, max_age: int) -> Response:
    """The rendition, or 304 when the caller has it already (RFC 9110, section 13.1.2)."""
    headers = [
        ("ETag", rendition.etag),
        ("Cache-Control", f"public, max-age={max_age}"),
        ("Vary", "Accept, Accept-Language"),
        ("Content-Language", rendition.taal),
    ]
    if "HTTP_IF_NONE_MATCH" in request.environ and request.if_none_match.contains_weak(rendition.etag.strip('"')):
        return Response(None, 304, headers)
    return Response(rendition.body, 200, headers, content_type=rendition.media_type)
