"""Which language and which media type an answer gets (RFC 9110, section 12).

Headers repeat from request to request, so what was decided about one is remembered. A server joins headers of one name,
so that one can be hundreds of kilobytes: only its first ranges count.
"""

from functools import lru_cache
from typing import Final

from flask import Flask, Request, current_app

JSON: Final = "application/json"
_TALEN: Final = "verlof.talen"

# A longer header is decided anew each time: what is remembered stays small.
_REMEMBERED_LENGTH: Final = 200

MAX_RANGES: Final = 50  # a browser sends some ten
_LONGEST_RANGES: Final = 4_000  # characters


def speak(app: Flask, talen: tuple[str, ...]) -> None:
    """Let an application answer in these languages, and in the first when none of them is asked for."""
    app.extensions[_TALEN] = talen


def language(request: Request) -> str:
    """The language of the answer: the one preferred of those of the rules, Dutch when that does not decide."""
    talen: tuple[str, ...] = current_app.extensions[_TALEN]
    header = request.environ.get("HTTP_ACCEPT_LANGUAGE")
    if not header:
        return talen[0]
    return (_known_language if len(header) <= _REMEMBERED_LENGTH else preferred_language)(header, talen)


def accepts(request: Request, media_type: str) -> bool:
    """Whether the caller takes an answer of this media type."""
    header = request.environ.get("HTTP_ACCEPT")
    if not header or header == "*/*":
        return True
    return (_known_accept if len(header) <= _REMEMBERED_LENGTH else accepted)(header, media_type)


def _ranges(header: str) -> list[tuple[str, float]]:
    """The first ranges of an Accept or Accept-Language header with their weight; other parameters do not matter here.

    >>> _ranges("en-GB;q=0.8, nl")
    [('en-gb', 0.8), ('nl', 1.0)]
    """
    ranges = []
    for part in header[:_LONGEST_RANGES].split(",", MAX_RANGES)[:MAX_RANGES]:
        value, *parameters = (piece.strip().lower() for piece in part.split(";"))
        weight = next((parameter[2:] for parameter in parameters if parameter.startswith("q=")), "1")
        try:
            ranges.append((value, float(weight)))
        except ValueError:
            continue
    return ranges


def preferred_language(header: str, talen: tuple[str, ...]) -> str:
    """One of `talen`.

    >>> [preferred_language(header, ("nl", "en")) for header in ("en-GB, nl;q=0.5", "fr, de", "*")]
    ['en', 'nl', 'nl']
    """
    weights = dict.fromkeys(talen, 0.0)
    for value, weight in _ranges(header):
        code = value.partition("-")[0]
        if code in weights:
            weights[code] = max(weights[code], weight)
    return max(talen, key=lambda code: weights[code])  # the first of equals


def accepted(header: str, media_type: str) -> bool:
    """The most specific range decides.

    >>> accepted("text/html, */*;q=0.1", "application/json"), accepted("application/json;q=0, */*", "application/json")
    (True, False)
    """
    ranges = dict(_ranges(header))
    for candidate in (media_type, media_type.partition("/")[0] + "/*", "*/*"):
        if candidate in ranges:
            return ranges[candidate] > 0
    return False


_known_language = lru_cache(maxsize=256)(preferred_language)
_known_accept = lru_cache(maxsize=256)(accepted)
