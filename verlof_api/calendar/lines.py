"""Content lines of iCalendar (RFC 5545, section 3.1): a name and a value, folded so that no line is over 75 octets.

icalendar writes the values, with their escapes. Its components would write the lines as well, but sort, copy and fold
every property letter by letter: ten milliseconds for a calendar of fifteen events.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

_MARKS: Final = (b"\\", b"^")
_LONGEST: Final = 74  # octets; the one that is left is for the space of a folded line


def text(name: str, value: str) -> bytes:
    """
    >>> text("SUMMARY", "Eén dag, of twee; misschien")
    b'SUMMARY:E\\xc3\\xa9n dag\\\\, of twee\\\\; misschien\\r\\n'
    """
    from icalendar import vText  # with the first calendar: it takes long to load

    return written(name, vText(value).to_ical())


def day(name: str, value: date) -> bytes:
    """
    >>> day("DTSTART", date(2026, 3, 1))
    b'DTSTART;VALUE=DATE:20260301\\r\\n'
    """
    return b"%s;VALUE=DATE:%04d%02d%02d\r\n" % (name.encode(), value.year, value.month, value.day)


def duration(name: str, value: timedelta) -> bytes:
    """
    >>> duration("TRIGGER", timedelta(days=-7, hours=9))
    b'TRIGGER:-P6DT15H\\r\\n'
    """
    from icalendar import vDuration

    return written(name, vDuration(value).to_ical())  # type: ignore[no-untyped-call]


def written(name: str, value: bytes) -> bytes:
    """One line of a value that is already as it must be."""
    return b"\r\n ".join(_pieces(b"%s:%s" % (name.encode(), value))) + b"\r\n"


def _pieces(line: bytes) -> Iterator[bytes]:
    """The line cut where no letter is cut in two."""
    start = 0
    while len(line) - start > _LONGEST:
        end = start + _LONGEST
        while line[end] & 0xC0 == 0x80:  # in the middle of a letter (UTF-8)
            end -= 1
        while _marks_at_end(line[start:end]) % 2:  # perhaps the beginning of an escape, which some do not put together
            end -= 1
        yield line[start:end]
        start = end
    yield line[start:]


def _marks_at_end(piece: bytes) -> int:
    """How many marks of one kind, with which an escape can begin, stand at the end."""
    mark = piece[-1:]
    return len(piece) - len(piece.rstrip(mark)) if mark in _MARKS else 0
