"""Sources of law: from the short form a jurist writes to a name and a deep link to the dated official text.

The links follow the Juriconnect standard for references to legislation (BWB, version 1.3.1) of wetten.overheid.nl.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache

_CITATION = re.compile(
    r"(?P<wet>[A-Z][A-Za-z]*) (?P<artikel>[0-9]+[a-z]*(:[0-9]+[a-z]*)?)"
    r"( lid (?P<lid>[0-9]+[a-z]?))?( onder (?P<onder>[a-z]+))?"
)


@dataclass(frozen=True, slots=True)
class Bron:
    """A source: an article of a law, or (`artikel` is None) something else with a name and perhaps an address."""

    wet: str
    artikel: str | None = None
    lid: str | None = None
    onder: str | None = None
    url: str | None = None

    def __str__(self) -> str:
        parts = [
            self.wet,
            self.artikel,
            f"lid {self.lid}" if self.lid else None,
            f"onder {self.onder}" if self.onder else None,
        ]
        return " ".join(part for part in parts if part)


@dataclass(frozen=True)
class Wet:
    """A law and its BWB id, or its id per book where each book of the law has one of its own.

    `gelezen`: the newest text of it that was read as a whole.
    """

    afkorting: str
    naam: str
    bwb: str | Mapping[str, str]
    gelezen: date

    def place_of(self, artikel: str) -> str | None:
        """The BWB id and the article within it, as a Juriconnect reference has them; None for an unknown book."""
        if isinstance(self.bwb, str):
            return f"{self.bwb}&artikel={artikel}"
        book, _, number = artikel.partition(":")
        return f"{self.bwb[book]}&boek={book}&artikel={number}" if book in self.bwb else None


@dataclass(frozen=True)
class Wetboek:
    """Everything a `bron` may refer to."""

    wetten: Mapping[str, Wet]
    overig: Mapping[str, Bron]

    def resolve(self, citation: str, gelezen: date | None) -> Bron:
        """The source that `citation` names, linked to the text as it stood on `gelezen`; None: on the day of the
        newest text of that law that was read.

        Raises ValueError when it names no known law, article form or other source.
        """
        if citation in self.overig:
            return self.overig[citation]
        match = _CITATION.fullmatch(citation)
        wet = self.wetten.get(match["wet"]) if match else None
        if match is None or wet is None:
            known = ", ".join([*self.wetten, *self.overig])
            raise ValueError(
                f"`{citation}` is geen bron: schrijf wet, artikel en lid (`Wet 1 lid 2`), met een van: {known}"
            )
        place = wet.place_of(match["artikel"])
        if place is None:
            raise ValueError(f"`{citation}`: dat boek van {wet.naam} staat niet in wetten.yaml")
        paragraph = f"&lid={match['lid']}" if match["lid"] else ""
        day = (gelezen or wet.gelezen).isoformat()
        url = f"https://wetten.overheid.nl/jci1.3:c:{place}{paragraph}&z={day}&g={day}"
        return _one(Bron(match["wet"], match["artikel"], match["lid"], match["onder"], url))


@cache
def _one(bron: Bron) -> Bron:
    """Equal sources are one: an article is cited in many places."""
    return bron
