"""Reading a request: media types, body and query, refused here before anything is worked out."""

from collections.abc import Callable, Mapping
from typing import Final
from wsgiref.types import InputStream, WSGIEnvironment

from flask import Request
from werkzeug.http import parse_options_header

from verlof_api.intake import Fout, InputErrors, InputMistake
from verlof_api.intake.compound import wrong_names
from verlof_api.intake.paths import write
from verlof_api.law.suggest import Vocabulary
from verlof_api.web.negotiation import JSON, accepts
from verlof_api.web.problems import ProblemError

QUERY: Final = "query"
Reader = Callable[[str, str], object]
NO_KEYS: Final[Mapping[str, Reader]] = {}

_LENGTH_DIGITS: Final = 15  # a length with more is too large without looking
_UNSUPPORTED: Final = {"Accept": JSON, "Accept-Encoding": "identity"}  # RFC 9110, section 15.5.16


def require_accept(request: Request, media_types: tuple[str, ...]) -> None:
    """Problem when the caller takes none of these."""
    if not any(accepts(request, each) for each in media_types):
        raise ProblemError("niet-acceptabel", words={"mediatype": ", ".join(media_types)})


def json_body(request: Request, maximum: int) -> bytes:
    """The body, which must be JSON in UTF-8 and not compressed: what is not unpacked cannot be a bomb."""
    environ = request.environ
    if environ.get("CONTENT_TYPE") != JSON and not _is_json(environ.get("CONTENT_TYPE", "")):
        raise ProblemError("verkeerd-mediatype", headers=_UNSUPPORTED)
    if environ.get("HTTP_CONTENT_ENCODING", "identity").strip().lower() != "identity":
        raise ProblemError("verkeerd-mediatype", headers=_UNSUPPORTED)
    return _read(environ, maximum)


def _read(environ: WSGIEnvironment, maximum: int) -> bytes:
    """At most `maximum` bytes, or a problem (Werkzeug cuts a longer body without a length short and says nothing)."""
    length = environ.get("CONTENT_LENGTH", "")
    source: InputStream = environ["wsgi.input"]
    if length.isascii() and length.isdigit():
        if len(length) > _LENGTH_DIGITS or int(length) > maximum:
            raise ProblemError("te-groot", words={"maximum": maximum})
        return _all(source, int(length))
    if not environ.get("wsgi.input_terminated"):
        return b""
    body = _all(source, maximum + 1)  # sent in chunks, and the server tells where they end
    if len(body) > maximum:
        raise ProblemError("te-groot", words={"maximum": maximum})
    return body


def _all(source: InputStream, size: int) -> bytes:
    try:
        return source.read(size)
    except Exception:  # what a server makes of a broken chunk or connection is its own affair
        raise ProblemError("ongeldig-verzoek") from None


def _is_json(content_type: str) -> bool:
    """
    >>> _is_json("Application/JSON; charset=UTF-8"), _is_json("application/json; charset=latin-1")
    (True, False)
    """
    media_type, options = parse_options_header(content_type)
    return media_type.lower() == JSON and options.get("charset", "utf-8").lower() == "utf-8"


def query(request: Request, known: Mapping[str, Reader] = NO_KEYS) -> dict[str, object]:
    """The keys of the query, each at most once, and none that is not known: a slip would silently change the answer.

    `known`: per key a function from its text and its path to its value.
    """
    if not request.environ.get("QUERY_STRING"):
        return {}
    read: dict[str, object] = {}
    wrong: list[Fout] = []
    given = request.args.to_dict(flat=False)
    for step, finding in wrong_names(given, frozenset(known), "onbekend-veld", Vocabulary(known)):
        wrong.append(finding.at(write([QUERY] if step is None else [QUERY, step])))
    for key, reader in known.items():
        values = given.get(key, [])
        path = write([QUERY, key])
        if len(values) > 1:
            wrong.append(InputMistake("dubbele-sleutel").at(path))
        elif values:
            try:
                read[key] = reader(values[0], path)
            except InputErrors as error:
                wrong.extend(error.gevonden)
    if wrong:
        raise InputErrors(wrong)
    return read
