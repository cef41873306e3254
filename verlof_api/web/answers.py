"""What a view gives back, and what becomes of it: an answer for one caller, or a rendition that caches may keep.

A view says what the answer is; compression, entity tags and headers are seen to here, the same for every resource.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from typing import Final

from flask import Request, Response

from verlof_api.assessment.wire import to_json
from verlof_api.web.compression import ENCODING, FAST, SMALL, packed, packed_etag, takes_gzip, worth_packing
from verlof_api.web.envelope import OWN_SECURITY, Header, security
from verlof_api.web.negotiation import JSON

_LONGEST_TAGS: Final = 4_000  # characters of an If-None-Match
_VARY: Final = "Accept, Accept-Encoding, Accept-Language"


@dataclass(frozen=True)
class Reply:
    """For this caller only: the envelope sees to it that nothing keeps it.

    taal: the language of its words as in Content-Language; None when it has none.
    headers: those of this answer alone. policy: the Content-Security-Policy of a page; None is that of the API.
    """

    body: str | bytes
    taal: str | None
    media_type: str = JSON
    headers: tuple[Header, ...] = ()
    policy: str | None = None

    @classmethod
    def of_json(cls, data: object, taal: str | None) -> "Reply":
        return cls(to_json(data), taal)


@dataclass(frozen=True)
class Rendition:
    """One representation of a catalogue resource, with its entity tag (RFC 9110, section 8.8.3)."""

    body: bytes
    etag: str
    taal: str | None
    media_type: str
    level: int

    @cached_property
    def small(self) -> bytes | None:
        """The body compressed, once: a rendition is kept. None when that is not worth it."""
        return packed(self.body, self.level) if worth_packing(self.body, self.media_type) else None

    @classmethod
    def of(cls, body: bytes, taal: str | None, media_type: str = JSON, level: int = SMALL) -> "Rendition":
        """`level`: of compression; the smallest is for what is asked for time and again."""
        return cls(body, f'"{sha256(body).hexdigest()[:32]}"', taal, media_type, level)

    @classmethod
    def of_json(cls, data: object, taal: str, level: int = SMALL) -> "Rendition":
        return cls.of(to_json(data), taal, level=level)


def in_every_language(talen: Iterable[str], make: Callable[[str], object]) -> Mapping[str, Rendition]:
    """The rendition as JSON of what `make` says, by language."""
    return {taal: Rendition.of_json(make(taal), taal) for taal in talen}


@dataclass(frozen=True)
class KeptReply:
    """A rendition that a cache may keep, for `max_age` seconds."""

    rendition: Rendition
    max_age: int


def respond(answer: Reply | KeptReply, request: Request) -> Response:
    """The answer as this caller takes it."""
    takes_small = takes_gzip(request.environ.get("HTTP_ACCEPT_ENCODING", ""))
    if isinstance(answer, KeptReply):
        return _kept(answer.rendition, answer.max_age, request, takes_small=takes_small)
    return _for_one_caller(answer, request, takes_small=takes_small)


def _for_one_caller(answer: Reply, request: Request, *, takes_small: bool) -> Response:
    """Compressed fast, as it is made once: that saves a phone a quarter of a second."""
    headers = [("Content-Language", answer.taal)] if answer.taal else []
    headers += answer.headers
    if answer.policy:
        request.environ[OWN_SECURITY] = security(answer.policy)
    body = answer.body.encode() if isinstance(answer.body, str) else answer.body
    if takes_small and worth_packing(body, answer.media_type):
        body = packed(body, FAST)
        headers.append(ENCODING)
    return Response(body, 200, headers, content_type=_content_type(answer.media_type))


def _kept(rendition: Rendition, max_age: int, request: Request, *, takes_small: bool) -> Response:
    """The rendition, or 304 when the caller has it (RFC 9110, section 13.1.2)."""
    small = rendition.small if takes_small else None
    etag = rendition.etag if small is None else packed_etag(rendition.etag)
    headers = [("ETag", etag), ("Cache-Control", f"public, max-age={max_age}"), ("Vary", _VARY)]
    if rendition.taal:
        headers.append(("Content-Language", rendition.taal))
    if _has(request, etag):
        return Response(None, 304, headers)
    if small is not None:
        headers.append(ENCODING)
    body = rendition.body if small is None else small
    return Response(body, 200, headers, content_type=_content_type(rendition.media_type))


def _has(request: Request, etag: str) -> bool:
    """Whether the caller says to have the rendition with this tag; not looked for in a header that is far too long."""
    header = request.environ.get("HTTP_IF_NONE_MATCH", "")
    return 0 < len(header) <= _LONGEST_TAGS and request.if_none_match.contains_weak(etag.strip('"'))


def _content_type(media_type: str) -> str:
    """JSON is UTF-8 by itself (RFC 8259, section 8.1); a text says so."""
    return f"{media_type}; charset=utf-8" if media_type.startswith("text/") else media_type
