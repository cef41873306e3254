"""What changes in the rules and the amounts between two dates, part by part, with the article."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from verlof_api.assessment import Beoordelaar
from verlof_api.assessment.plan import Plan, bronnen_json
from verlof_api.expressions import nodes
from verlof_api.expressions.nodes import Node
from verlof_api.rulebook.bronnen import Bron
from verlof_api.rulebook.model import BedragTabel, Versie
from verlof_api.rulebook.strict_yaml import Passage

Json = dict[str, Any]

NIEUW, VERVALLEN, GEWIJZIGD = "nieuw", "vervallen", "gewijzigd"


@dataclass(frozen=True)
class Part:
    """One part of a version as it reads: its own text, the named values it builds on, and its sources."""

    soort: str
    id: str
    texts: tuple[str, ...]
    names: tuple[tuple[str, str], ...]
    bronnen: tuple[Bron, ...]

    @property
    def reads(self) -> str:
        return "; ".join(self.texts)

    @property
    def reading(self) -> tuple[object, ...]:
        """Everything in which two readings of a part can differ."""
        return (self.texts, self.names, tuple(map(str, self.bronnen)))


def rule_changes(beoordelaar: Beoordelaar, van: date, tot: date, taal: str) -> list[Json]:
    """Per leave whose law differs between the two dates: what is new, gone or different."""
    changed = []
    for verlofsoort in beoordelaar.rulebook.verlofsoorten.values():
        old, new = (_plan(beoordelaar, verlofsoort.versie(day), verlofsoort.id) for day in (van, tot))
        if old is new:
            continue
        parts = list(_part_changes(old, new))
        changed.append(
            {
                "verlofsoort": verlofsoort.id,
                "naam": str(verlofsoort.teksten[taal].naam),
                "wijziging": NIEUW if old is None else VERVALLEN if new is None else GEWIJZIGD,
                "was": old.geldig if old else None,
                "wordt": new.geldig if new else None,
                "onderdelen": parts,
            }
        )
    return changed


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


def _plan(beoordelaar: Beoordelaar, versie: Versie | None, id: str) -> Plan | None:
    return beoordelaar.plans[f"{id}@{versie.van.isoformat()}"] if versie else None


def _part_changes(old: Plan | None, new: Plan | None) -> Iterator[Json]:
    before, after = _parts(old), _parts(new)
    for key in dict.fromkeys((*before, *after)):
        was, wordt = before.get(key), after.get(key)
        if was is not None and wordt is not None and was.reading == wordt.reading:
            continue
        names = dict(was.names) if was else {}
        later = dict(wordt.names) if wordt else {}
        yield {
            "onderdeel": key[0],
            "id": key[1],
            "wijziging": NIEUW if was is None else VERVALLEN if wordt is None else GEWIJZIGD,
            "was": was.reads if was else None,
            "wordt": wordt.reads if wordt else None,
            "waarin": [
                {"naam": name, "was": names.get(name), "wordt": later.get(name)}
                for name in dict.fromkeys((*names, *later))
                if was and wordt and names.get(name) != later.get(name)
            ],
            "bronnen": [bron for part in (wordt or was,) if part for bron in bronnen_json(part.bronnen)],
        }


def _parts(plan: Plan | None) -> Mapping[tuple[str, str], Part]:
    return {(part.soort, part.id): part for part in _all_parts(plan)} if plan else {}


def _all_parts(plan: Plan) -> Iterator[Part]:
    versie = plan.versie

    def part(soort: str, id: str, bronnen: tuple[Bron, ...], *texts: Passage | str | None) -> Part:
        written = [text for text in texts if text is not None]
        names = dict(pair for text in written if isinstance(text, Passage) for pair in _named_values(plan, text))
        return Part(soort, id, tuple(map(str, written)), tuple(sorted(names.items())), bronnen)

    for condition in versie.voorwaarden:
        yield part("voorwaarde", condition.id, condition.bronnen, condition.als, condition.open_norm)
    for uitkomst in versie.uitkomst:
        yield part("uitkomst", uitkomst.oordeel, uitkomst.bronnen, uitkomst.als)
    if versie.omvang:
        for maat, text in versie.omvang.maten.items():
            yield part("omvang", maat, versie.omvang.bronnen, text)
    if versie.periode:
        yield part("periode", "periode", versie.periode.bronnen, versie.periode.van, versie.periode.tot)
    for number, betaling in enumerate(versie.betaling):
        words = (betaling.als, betaling.percentage, betaling.factor)
        fixed = (betaling.grondslag, betaling.door, betaling.maximum, betaling.minimum, betaling.tabel)
        yield part("betaling", str(number + 1), betaling.bronnen, *words, *fixed)
    for termijn in versie.termijnen:
        yield part("termijn", termijn.id, termijn.bronnen, termijn.als, termijn.uiterlijk, termijn.vorm)
    if versie.werkgever:
        may = (versie.werkgever.mag_weigeren, versie.werkgever.mag_wijzigen, versie.werkgever.grond)
        yield part("werkgever", "werkgever", versie.werkgever.bronnen, *may, versie.werkgever.antwoord_uiterlijk)
    if versie.afwijken:
        yield part("afwijken", "afwijken", versie.afwijken.bronnen, versie.afwijken.mag)


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
