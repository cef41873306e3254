"""The kinds of message about rule files: how each reads, its code, and what it means (meldingen.yaml).

A message is a sentence that the code says where it finds a mistake; its kind follows from how it reads.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.resources import files
from typing import Final

import yaml

_WILD: Final = "…"  # what differs from message to message
_SHORTEST_PIECE: Final = 5  # a shorter piece of a message stands in too many of them
_ENOUGH_WORDS: Final = 3


@dataclass(frozen=True)
class Pattern:
    """How a message reads, with `…` for what differs."""

    text: str

    def __str__(self) -> str:
        return self.text

    @cached_property
    def _whole(self) -> re.Pattern[str]:
        return re.compile(".*".join(re.escape(piece) for piece in _bare(self.text).split(_WILD)))

    @property
    def weight(self) -> int:
        """How much of it does not differ: of two that both fit, the one that says more is meant."""
        return len(self.text.replace(_WILD, ""))

    def is_read_in(self, message: str) -> bool:
        """Whether `message` is one of these, perhaps with its file and line."""
        return self._whole.search(_bare(message)) is not None

    def has(self, piece: str) -> bool:
        """Whether `piece` is a part of it that says enough."""
        bare = _bare(piece)
        return len(bare) >= _SHORTEST_PIECE and (bare in _bare(self.text) or self._begins_in(bare))

    def _begins_in(self, piece: str) -> bool:
        """Whether `piece` begins with words of the message and goes on where something differs, as `hier staat 70%` in
        `hier staat …, maar …`. At least three words of it are of the message, or two that are half of it."""
        for before_a_wild in _bare(self.text).split(_WILD)[:-1]:
            said = before_a_wild.strip()
            words = said.split()
            for first in range(len(words) - 1):
                known = " ".join(words[first:])
                enough = len(words) - first >= _ENOUGH_WORDS or 2 * len(known) >= len(piece)
                if enough and piece.startswith(f"{known} "):
                    return True
        return False


@dataclass(frozen=True)
class Kind:
    """`code`: by which `verlof uitleg` explains it. `meaning`: what it means and what to do, in Dutch."""

    code: str
    patterns: Sequence[Pattern]
    meaning: str


@cache
def kinds() -> Sequence[Kind]:
    """Every kind of message, in the order of the file."""
    text = files("verlof_api.drafting").joinpath("meldingen.yaml").read_text("utf-8")
    return [
        Kind(each["code"], tuple(map(Pattern, each["meldingen"])), each["betekenis"])
        for each in yaml.load(text, yaml.CSafeLoader)
    ]


def code_of(message: str) -> str | None:
    """The code of a message; None when it is of no kind."""
    fitting = [
        (pattern.weight, kind.code) for kind in kinds() for pattern in kind.patterns if pattern.is_read_in(message)
    ]
    return max(fitting)[1] if fitting else None


def _bare(text: str) -> str:
    return text.replace("`", "").casefold()
