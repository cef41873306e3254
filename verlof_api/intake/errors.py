"""What can be wrong with input, and how that is told: by path and code, never by repeating what was sent.

A value can be personal, and so can a key that we do not know (`{"Jan Jansen": …}`). Therefore an entry holds only our
own words: the path to the value, a code, a sentence, and, where there are any, the values that are allowed and the word
that was probably meant. A key that we do not know is part of the path only when it looks like a field name; otherwise
the path names its parent and `positie` tells which of the fields of that parent it is (see `paths.py`).
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from verlof_api.intake.messages import DEFAULT_LANGUAGE, melding

# Details that travel in the entry as members of their own; the others only fill the sentence.
_MEMBERS = ("toegestaan", "bedoelde", "minimum", "maximum", "positie")


@dataclass(frozen=True)
class Finding:
    """One thing that is wrong with one value; `details` fill the sentence and the members of the entry."""

    code: str
    details: Mapping[str, object] = field(default_factory=dict)

    def at(self, path: str) -> "Fout":
        return Fout(path, self)


@dataclass(frozen=True)
class Fout:
    """A finding and the place where it was found (`feiten.urenPerWeek`; `$` is the whole message)."""

    path: str
    finding: Finding

    def entry(self, taal: str) -> dict[str, object]:
        """The JSON object of the contract: `in`, `code`, `melding`, and the members that help to mend it."""
        details = self.finding.details
        entry: dict[str, object] = {
            "in": self.path,
            "code": self.finding.code,
            "melding": melding(self.finding.code, details, taal),
        }
        entry.update((name, details[name]) for name in _MEMBERS if name in details)
        return entry


class InvoerFouten(Exception):
    """The input cannot be used. Carries every mistake found, so that one answer shows them all."""

    def __init__(self, fouten: Iterable[Fout]) -> None:
        self.gevonden = tuple(fouten)
        super().__init__(", ".join(f"{fout.path}: {fout.finding.code}" for fout in self.gevonden))

    @property
    def codes(self) -> frozenset[str]:
        return frozenset(fout.finding.code for fout in self.gevonden)

    @property
    def fouten(self) -> list[dict[str, object]]:
        """The entries in the default language."""
        return self.in_taal(DEFAULT_LANGUAGE)

    def in_taal(self, taal: str) -> list[dict[str, object]]:
        return [fout.entry(taal) for fout in self.gevonden]


class InvoerFout(InvoerFouten):
    """The input is not even strict JSON: nothing further was looked at."""
