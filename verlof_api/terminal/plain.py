"""Terminals that cannot show every character: they get the nearest that they can.

A mark must not become a question mark: what is met and what is not would look the same.
"""

import codecs
import sys
import unicodedata
from io import TextIOWrapper
from typing import Final

_NEAREST: Final = "verlof.nearest"
_INSTEAD: Final = {"✓": "+", "✗": "x", "×": "x", "’": "'", "…": "...", "€": "EUR "}


def show_what_can_be_shown() -> None:
    """Let what this terminal cannot show or read change, instead of ending the command."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors=_NEAREST)
    if isinstance(sys.stdin, TextIOWrapper):
        sys.stdin.reconfigure(errors="replace")


def _nearest(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    return "".join(map(_without_marks, error.object[error.start : error.end])), error.end


def _without_marks(character: str) -> str:
    """
    >>> _without_marks("é"), _without_marks("✗"), _without_marks("漢")
    ('e', 'x', '?')
    """
    plain = unicodedata.normalize("NFKD", character).encode("ascii", "ignore").decode("ascii")
    return _INSTEAD.get(character) or plain or "?"


codecs.register_error(_NEAREST, _nearest)
