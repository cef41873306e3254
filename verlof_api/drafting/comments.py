"""The comments in a rule file beside what a change of law writes anew: they stay with the old text."""

import re
from collections.abc import Sequence
from typing import Final

from verlof_api.law.strict_yaml import Located
from verlof_api.law.values import passages

_COMMENT: Final = re.compile(r"(?:^|\s)#\s*(?P<said>\S.*)$")


def comments_at(text: str, part: Located) -> list[tuple[int, str]]:
    """The comments in and right above `part`, a part of what stands in `text`: line and words."""
    lines = text.splitlines()
    numbers = [passage.line for passage in passages(part)]
    first, last = _with_what_is_above(lines, min(numbers)), max(numbers)
    found = ((number, _COMMENT.search(lines[number - 1])) for number in range(first, last + 1))
    return [(number, comment["said"]) for number, comment in found if comment]


def _with_what_is_above(lines: Sequence[str], first: int) -> int:
    """The first line of a part with its key, where that stands alone, and the lines of comment above it."""
    if first > 1 and lines[first - 2].endswith(":"):
        first -= 1
    while first > 1 and lines[first - 2].lstrip().startswith("#"):
        first -= 1
    return first
