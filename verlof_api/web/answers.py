"""Successful answers: JSON for one caller, or a rendition of the catalogue that caches may keep."""

from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from typing import Any, Final

from flask import Request, Response

from verlof_api.assessment.wire import to_json
from verlof_api.web.compression import ENCODING, FAST, SMALL, packed, packed_etag, takes_gzip
from verlof_api.web.negotiation import JSON

_LONGEST_TAGS: Final = 4_000  # characters of an If-None-Match


def json_answer(data: Any, taal: str | None = None, request: Request | None = None) -> Response:
    """
    For this caller only (`no-store` is the default of the envelope); `taal` when it holds words. With `request` the
    answer is long: who takes gzip gets it compressed fast, which saves a phone a quarter of a second.
    """
    body = to_json(data)
    headers = [("Content-Language", taal)] if taal else []
    if request and takes_gzip(request.environ.get("HTTP_ACCEPT_ENCODING", "")):
        body = packed(body, FAST)
        headers.append(ENCODING)
    return Response(body, 200, headers, content_type=JSON)


@dataclass(frozen=True)
class Rendition:
    """One representation of a catalogue resource, with its entity tag (RFC 9110, section 8.8.3)."""

    body: bytes
    etag: str
    taal: str
    media_type: str
    level: int

    @cached_property
    def small(self) -> bytes:
        """The body compressed, once: a rendition is kept."""
        return packed(self.body, self.level)

    @classmethod
    def of(cls, body: bytes, taal: str, media_type: str = JSON, level: int = SMALL) -> "Rendition":
        """`level`: of compression; the smallest is for what is asked for time and again."""
        return cls(body, f'"{sha256(body).hexdigest()[:32]}"', taal, media_type, level)

    @classmethod
    def of_json(cls, data: Any, taal: str, level: int = SMALL) -> "Rendition":
        return cls.of(to_json(data), taal, level=level)


def _has(request: Request, etag: str) -> bool:
    """Whether the caller says to have the rendition with this tag; not looked for in a header that is far too long."""
    header = request.environ.get("HTTP_IF_NONE_MATCH", "")
    return 0 < len(header) <= _LONGEST_TAGS and request.if_none_match.contains_weak(etag.strip('"'))


def cacheable_answer(request: Request, rendition: Rendition, max_age: int) -> Response:
    """The rendition, compressed for who takes that, or 304 when the caller has it (RFC 9110, section 13.1.2)."""
    small = takes_gzip(request.environ.get("HTTP_ACCEPT_ENCODING", ""))
    etag = packed_etag(rendition.etag) if small else rendition.etag
    headers = [
        ("ETag", etag),
        ("Cache-Control", f"public, max-age={max_age}"),
        ("Vary", "Accept, Accept-Encoding, Accept-Language"),
        ("Content-Language", rendition.taal),
    ]
    if _has(request, etag):
        return Response(None, 304, headers)
    if small:
        headers.append(ENCODING)
    body = rendition.small if small else rendition.body
    return Response(body, 200, headers, content_type=rendition.media_type)
