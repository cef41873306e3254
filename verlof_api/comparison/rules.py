"""What changes in the rules and the amounts between two dates, part by part, with the article."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any, Final

from verlof_api.assessment import Beoordelaar
from verlof_api.assessment.plan import Plan, bronnen_json
from verlof_api.expressions import nodes
from verlof_api.expressions.nodes import Node
from verlof_api.rulebook.bronnen import Bron
from verlof_api.rulebook.model import BedragTabel, Verlofsoort, Versie
from verlof_api.rulebook.strict_yaml import Passage

Json = dict[str, Any]

NIEUW, VERVALLEN, GEWIJZIGD = "nieuw", "vervallen", "gewijzigd"


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a text as it reads, the names of the values that it builds on, and its sources.

    `cited`: the sources as they are cited, without the day on which they were read.
    """

    texts: tuple[str, ...]
    names: tuple[str, ...]
    bronnen: Sequence[Json]
    cited: tuple[str, ...]

    @property
    def reads(self) -> str:
        return "; ".join(self.texts)


@dataclass(frozen=True, slots=True)
class Text:
    """The parts of one version by kind and id, and how its named values and assumptions are written."""

    parts: Mapping[tuple[str, str], Part]
    values: Mapping[str, str]


_NO_TEXT: Final = Text({}, {})


class Texts:
    """The parts of every text of one rulebook, each read once. Thread-safe."""

    def __init__(self, beoordelaar: Beoordelaar) -> None:
        self._beoordelaar = beoordelaar
        self._texts = cache(self._read)

    def prepare(self) -> None:
        """Read what nobody asked for yet."""
        for key in self._beoordelaar.plans:
            self._texts(key)

    def change(self, verlofsoort: Verlofsoort, was: Versie | None, wordt: Versie | None, taal: str) -> Json:
        """What is new, gone or different in a leave between two texts; None: it is not in force."""
        before, after = (self._of(verlofsoort, versie) for versie in (was, wordt))
        return {
            "verlofsoort": verlofsoort.id,
            "naam": str(verlofsoort.teksten[taal].naam),
            "wijziging": NIEUW if was is None else VERVALLEN if wordt is None else GEWIJZIGD,
            "was": None if was is None else self._plan(verlofsoort, was).geldig,
            "wordt": None if wordt is None else self._plan(verlofsoort, wordt).geldig,
            "onderdelen": list(_part_changes(before, after)),
        }

    def _plan(self, verlofsoort: Verlofsoort, versie: Versie) -> Plan:
        return self._beoordelaar.plans[f"{verlofsoort.id}@{versie.van.isoformat()}"]

    def _of(self, verlofsoort: Verlofsoort, versie: Versie | None) -> Text:
        return _NO_TEXT if versie is None else self._texts(self._plan(verlofsoort, versie).key)

    def _read(self, key: str) -> Text:
        return _text(self._beoordelaar.plans[key])


def amount_changes(beoordelaar: Beoordelaar, van: date, tot: date) -> list[Json]:
    """Per column of a table whose amount differs between the two dates (null: not known on that day)."""
    return [change for tabel in beoordelaar.rulebook.bedragen.values() for change in _table_changes(tabel, van, tot)]


def _table_changes(tabel: BedragTabel, van: date, tot: date) -> Iterator[Json]:
    old, new = tabel.rij(van), tabel.rij(tot)
    before, after = (row.waarden if row else {} for row in (old, new))
    for column in dict.fromkeys((*before, *after)):
        was, wordt = before.get(column), after.get(column)
        if was != wordt:
            yield {
                "tabel": tabel.id,
                "naam": tabel.naam,
                "kolom": column,
                "was": None if was is None else str(was),
                "wordt": None if wordt is None else str(wordt),
                "zekerheid": new.zekerheid if new else None,
                "bronnen": bronnen_json(tabel.bronnen),
            }


def _part_changes(before: Text, after: Text) -> Iterator[Json]:
    shared = before.values.keys() & after.values.keys()
    changed = {name for name in shared if before.values[name] != after.values[name]}
    for key in dict.fromkeys((*before.parts, *after.parts)):
        was, wordt = before.parts.get(key), after.parts.get(key)
        values = _value_changes(was, wordt, before, after, changed) if was and wordt else []
        if was and wordt and not values and (was.texts, was.cited) == (wordt.texts, wordt.cited):
            continue
        latest = wordt or was
        yield {
            "onderdeel": key[0],
            "id": key[1],
            "wijziging": NIEUW if was is None else VERVALLEN if wordt is None else GEWIJZIGD,
            "was": was.reads if was else None,
            "wordt": wordt.reads if wordt else None,
            "waarin": values,
            "bronnen": latest.bronnen if latest else [],
        }


def _value_changes(was: Part, wordt: Part, before: Text, after: Text, changed: set[str]) -> list[Json]:
    """The named values below a part that are written differently, or that only one of its texts builds on."""
    if was.names == wordt.names:
        differing = [name for name in was.names if name in changed]
    else:
        here, there = set(was.names), set(wordt.names)
        every = dict.fromkeys((*was.names, *wordt.names))
        differing = [name for name in every if name in changed or (name in here) != (name in there)]
    return [
        {
            "naam": name,
            "was": before.values[name] if name in was.names else None,
            "wordt": after.values[name] if name in wordt.names else None,
        }
        for name in differing
    ]


def _text(plan: Plan) -> Text:
    """The parts of a version as they read. What several parts build on is kept once."""
    versie = plan.versie
    parts: dict[tuple[str, str], Part] = {}
    values: dict[str, str] = {}
    groups: dict[tuple[str, ...], tuple[str, ...]] = {}

    def part(soort: str, id: str, bronnen: tuple[Bron, ...], *texts: Passage | str | None) -> None:
        written = [text for text in texts if text is not None]
        below = dict(pair for text in written if isinstance(text, Passage) for pair in _named_values(plan, text))
        values.update(below)
        names = tuple(sorted(below))
        parts[soort, id] = Part(
            tuple(map(str, written)), groups.setdefault(names, names), bronnen_json(bronnen), tuple(map(str, bronnen))
        )

    for condition in versie.voorwaarden:
        part("voorwaarde", condition.id, condition.bronnen, condition.als, condition.open_norm)
    for uitkomst in versie.uitkomst:
        part("uitkomst", uitkomst.oordeel, uitkomst.bronnen, uitkomst.als)
    if versie.omvang:
        for maat, text in versie.omvang.maten.items():
            part("omvang", maat, versie.omvang.bronnen, text)
    if versie.periode:
        part("periode", "periode", versie.periode.bronnen, versie.periode.van, versie.periode.tot)
    for number, betaling in enumerate(versie.betaling):
        words = (betaling.als, betaling.percentage, betaling.factor)
        fixed = (betaling.grondslag, betaling.door, betaling.maximum, betaling.minimum, betaling.tabel)
        part("betaling", str(number + 1), betaling.bronnen, *words, *fixed)
    for termijn in versie.termijnen:
        part("termijn", termijn.id, termijn.bronnen, termijn.als, termijn.uiterlijk, termijn.vorm)
    if versie.werkgever:
        may = (versie.werkgever.mag_weigeren, versie.werkgever.mag_wijzigen, versie.werkgever.grond)
        part("werkgever", "werkgever", versie.werkgever.bronnen, *may, versie.werkgever.antwoord_uiterlijk)
    if versie.afwijken:
        part("afwijken", "afwijken", versie.afwijken.bronnen, versie.afwijken.mag)
    return Text(parts, values)


def _named_values(plan: Plan, text: Passage) -> Iterator[tuple[str, str]]:
    """The named values and assumptions that an expression of this version builds on, with their text."""
    tree = plan.program.trees.get(text)
    if tree is not None:
        yield from _below(plan, tree, set())


def _below(plan: Plan, tree: Node, seen: set[str]) -> Iterator[tuple[str, str]]:
    for node in tree.walk():
        if isinstance(node, nodes.Named | nodes.Assumed) and node.name not in seen:
            seen.add(node.name)
            written = plan.program.written(node.name)
            if written is not None:
                yield node.name, written
