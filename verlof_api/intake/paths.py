"""Paths to a place in the input, written as `feiten.ziekteperiodes[0].tot`; `$` is the whole message.

A key that we do not know may itself be personal. It is shown only when it looks like the name of a field: a short ascii
word in camelCase with at most two digits. A name with a space or a capital, an e-mail address, a date or a citizen
number does not; then the path ends at the parent.
"""

import re
from collections.abc import Iterable

ROOT = "$"

_FIELD_NAME = re.compile(r"[a-z][A-Za-z]{0,39}(?:[0-9]{1,2}[A-Za-z]{0,20})?")

Step = str | int


def looks_like_a_field_name(key: str) -> bool:
    """
    >>> [looks_like_a_field_name(key) for key in ("urenPerWek", "caoUrenPer12Maand", "Jan Jansen", "123456782")]
    [True, True, False, False]
    """
    return _FIELD_NAME.fullmatch(key) is not None


def write(steps: Iterable[Step]) -> str:
    """
    >>> write(["feiten", "ziekteperiodes", 0, "tot"])
    'feiten.ziekteperiodes[0].tot'
    >>> write([])
    '$'
    """
    path = ""
    for step in steps:
        if isinstance(step, int):
            path = f"{path or ROOT}[{step}]"
        else:
            path += f".{step}" if path else step
    return path or ROOT


def write_safely(steps: Iterable[Step]) -> str:
    """Like `write`, for steps that were not checked: ends before the first key that does not look like a field name."""
    safe: list[Step] = []
    for step in steps:
        if isinstance(step, str) and not looks_like_a_field_name(step):
            break
        safe.append(step)
    return write(safe)
