"""What can be wrong with input, and how that is told: by path and code, never by repeating what was sent.

A value can be personal, and so can a key that we do not know (`{"Jan Jansen": …}`). Therefore an entry holds only our
own words: the path to the value, a code, a sentence, and, where there are any, the values that are allowed and the word
that was probably meant. A key that we do not know is part of the path only when it looks like a field name; otherwise
the path names its parent and `positie` tells which of the fields of that parent it is (see `paths.py`).
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from itertools import islice
from typing import Final

from verlof_api.intake.messages import melding
from verlof_api.intake.paths import ROOT
from verlof_api.law.talen import TAAL_VAN_DE_WET

# Details that travel in the entry as members of their own; the others only fill the sentence.
_MEMBERS = ("toegestaan", "bedoelde", "minimum", "maximum", "positie")

# More than any slip, and few enough to keep the answer to a hostile message short and cheap.
MAX_FOUTEN: Final = 50
# A word is held against all words that we know, which costs as much as the rest of a refusal.
MAX_GUESSES: Final = 15


@dataclass(frozen=True)
class InputMistake:
    """One thing that is wrong with one value; `details` fill the sentence and the members of the entry.

    `meant` finds the known word that was probably meant. It is asked only when the finding is told.
    """

    code: str
    details: Mapping[str, object] = field(default_factory=dict)
    meant: Callable[[], str | None] | None = field(default=None, repr=False, compare=False)

    def at(self, path: str) -> "Fout":
        return Fout(path, self)


@dataclass(frozen=True)
class Fout:
    """A finding and the place where it was found (`feiten.urenPerWeek`; `$` is the whole message)."""

    path: str
    finding: InputMistake

    def entry(self, taal: str, *, guess: bool = True) -> dict[str, object]:
        """The JSON object of the contract: `in`, `code`, `melding`, and the members that help to mend it."""
        details = self.finding.details
        bedoelde = self.finding.meant() if guess and self.finding.meant is not None else None
        if bedoelde is not None:
            details = {**details, "bedoelde": bedoelde}
        entry: dict[str, object] = {
            "in": self.path,
            "code": self.finding.code,
            "melding": melding(self.finding.code, details, taal),
        }
        entry.update((name, details[name]) for name in _MEMBERS if name in details)
        return entry


class InputErrors(Exception):
    """The input cannot be used. Carries every mistake found, up to `MAX_FOUTEN`, so that one answer shows them all."""

    def __init__(self, fouten: Iterable[Fout]) -> None:
        found = tuple(islice(fouten, MAX_FOUTEN + 1))
        if len(found) > MAX_FOUTEN:
            found = (*found[:MAX_FOUTEN], InputMistake("meer-fouten", {"maximum": MAX_FOUTEN}).at(ROOT))
        self.gevonden = found
        super().__init__(", ".join(f"{fout.path}: {fout.finding.code}" for fout in self.gevonden))

    @property
    def codes(self) -> frozenset[str]:
        return frozenset(fout.finding.code for fout in self.gevonden)

    @property
    def fouten(self) -> list[dict[str, object]]:
        """The entries in the language of the law."""
        return self.in_taal(TAAL_VAN_DE_WET)

    def in_taal(self, taal: str) -> list[dict[str, object]]:
        guesses = 0
        entries = []
        for fout in self.gevonden:
            entries.append(fout.entry(taal, guess=guesses < MAX_GUESSES))
            guesses += fout.finding.meant is not None
        return entries


class InputError(InputErrors):
    """The input is not even strict JSON: nothing further was looked at."""
