"""A version of a leave as it is read aloud: sections with entries, each with what the rule says and its articles."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from verlof_api.language.backends.dutch import Lexicon, Mark, clauses
from verlof_api.language.nodes import Node
from verlof_api.law.bronnen import Bron

# The sections, in the order in which they are read.
VOORWAARDEN, UITKOMST, OMVANG, PERIODE = "voorwaarden", "uitkomst", "omvang", "periode"
BETALING, TERMIJNEN, WERKGEVER, AFWIJKEN = "betaling", "termijnen", "werkgever", "afwijken"
STAPPEN, WAARSCHUWINGEN, TOELICHTING = "stappen", "waarschuwingen", "toelichting"
AANNAMES, WAARDEN = "aannames", "waarden"
# The entries of these have no name of their own in the rules.
NAMELESS = frozenset((PERIODE, BETALING, WERKGEVER, AFWIJKEN))


@dataclass(frozen=True, slots=True)
class Said:
    """What one field of the rule says: an expression, or words as they stand. `label`: what the field is called."""

    label: str
    says: Node | str

    def lines(self, lexicon: Lexicon, mark: Mark | None = None) -> tuple[str, ...]:
        """In pieces for lines of their own; `mark` is what is made of the names in an expression."""
        return (self.says,) if isinstance(self.says, str) else clauses(self.says, lexicon, mark)


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that a version says. `id`: its name in the rules; `names`: the named values that it builds on."""

    id: str
    title: str
    said: tuple[Said, ...]
    sources: tuple[Bron, ...] = ()
    names: tuple[str, ...] = ()


@dataclass(frozen=True)
class Reading:
    """A version written out. `naam`, `kort`: of the leave; `anker`: what the facts are called that choose the version;
    `sections`: by name, in order, those that have something to say."""

    verlofsoort: str
    naam: str
    kort: str
    voorstel: bool
    van: date
    tot: date | None
    gelezen: date
    anker: tuple[str, ...]
    sections: Mapping[str, tuple[Entry, ...]]
    lexicon: Lexicon

    def sources(self) -> tuple[Bron, ...]:
        """Every article that the version names, once, in the order of their names."""
        cited = {source for entries in self.sections.values() for entry in entries for source in entry.sources}
        return tuple(sorted(cited, key=lambda source: (str(source), source.url or "")))


def in_force(readings: Sequence[Reading], dag: date) -> Reading:
    """The version of `dag`. Raises StopIteration when the law did not know the leave then."""
    return next(each for each in readings if each.van <= dag and (each.tot is None or dag <= each.tot))
