"""gzip (RFC 9110, section 8.4): as small as it goes for what is kept, fast for what is made per request."""

import gzip
from typing import Final

ENCODING: Final = ("Content-Encoding", "gzip")
FAST: Final = 1
SMALL: Final = 9

# What is shorter fits in one packet either way.
_SHORTEST: Final = 500  # bytes
# A Word file is a zip: it gets no smaller.
_TEXTS: Final = ("text/", "application/json", "application/yaml")
_LONGEST: Final = 200  # characters of an Accept-Encoding that count: there are ten codings


def packed(body: bytes, level: int = SMALL) -> bytes:
    """The same bytes every time."""
    return gzip.compress(body, level, mtime=0)


def worth_packing(body: bytes, media_type: str) -> bool:
    """
    >>> worth_packing(b"a" * 500, "text/html"), worth_packing(b"a" * 499, "text/html")
    (True, False)
    >>> worth_packing(b"a" * 500, "application/zip")
    False
    """
    return len(body) >= _SHORTEST and media_type.startswith(_TEXTS)


def packed_etag(etag: str) -> str:
    """
    Another representation has another strong entity tag.

    >>> packed_etag('"1a2b"')
    '"1a2b-gzip"'
    """
    return f'{etag[:-1]}-gzip"'


def takes_gzip(accept_encoding: str) -> bool:
    """
    >>> takes_gzip("br, GZIP;q=0.8"), takes_gzip("gzip;q=0, br"), takes_gzip("")
    (True, False, False)
    """
    for part in accept_encoding[:_LONGEST].lower().split(","):
        coding, _, weight = part.partition(";")
        if coding.strip() == "gzip":
            return weight.replace(" ", "") not in ("q=0", "q=0.0", "q=0.00", "q=0.000")
    return False
