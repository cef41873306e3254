"""Do the rows of a table of amounts follow one another, day by day and amount by amount; and does one end soon?"""

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise
from typing import Final, TypedDict

from verlof_api.law.bedragtabel import BedragTabel, aflopend
from verlof_api.law.errors import RuleError
from verlof_api.law.folder import Folder
from verlof_api.law.regelboek import Rulebook
from verlof_api.law.strict_yaml import Document

_SHIFTED: Final = (Decimal(10), Decimal(100), Decimal("0.1"), Decimal("0.01"))  # a point that slipped
_CENT: Final = Decimal("0.01")


def amounts(folder: Folder, rulebook: Rulebook) -> Iterator[RuleError]:
    """Days between two rows without an amount, amounts that are not written in cents, and amounts that differ more from
    the row before than is plausible."""
    for document, tabel in _tables(folder, rulebook):
        yield from _gaps(document)
        if tabel.eenheid == "EUR":
            yield from _cents(document)
        if rulebook.grenzen is not None:
            yield from _jumps(document, tabel.sprong or rulebook.grenzen.sprong)


class _Row(TypedDict):
    """A row of amounts as its file has it."""

    geldig: dict[str, str]
    waarden: dict[str, str]


def ending(folder: Folder, rulebook: Rulebook, today: date) -> Iterator[RuleError]:
    """Tables of which the last row ends soon, or has ended: after that day no amount is told."""
    grenzen = rulebook.grenzen
    if grenzen is None:
        return
    soon = {tabel.id for tabel in aflopend(rulebook.bedragen.values(), today, grenzen.eindigt_binnen)}
    for document, tabel in _tables(folder, rulebook):
        if tabel.id in soon:
            place = ("rijen", len(tabel.rijen) - 1, "geldig")
            ends = "eindigde" if tabel.laatste_dag < today else "eindigt"
            wait = f"; de nieuwe bedragen zijn er uiterlijk {tabel.verwacht.uiterlijk}" if tabel.verwacht else ""
            yield document.error(place, f"{tabel.naam} {ends} op {tabel.laatste_dag}: daarna is er geen bedrag{wait}")


def _tables(folder: Folder, rulebook: Rulebook) -> Iterator[tuple[Document, BedragTabel]]:
    for document in folder.of_kind("bedragen"):
        yield document, rulebook.bedragen[document.data["id"]]


def _rows(document: Document) -> Iterator[tuple[int, _Row, _Row]]:
    """Each row with its place and the row before it."""
    for index, (before, row) in enumerate(pairwise(document.data["rijen"]), start=1):
        yield index, before, row


def _gaps(document: Document) -> Iterator[RuleError]:
    for index, before, row in _rows(document):
        expected = date.fromisoformat(before["geldig"]["tot"]) + timedelta(days=1)
        begins = date.fromisoformat(row["geldig"]["van"])
        if begins > expected:
            last = begins - timedelta(days=1)
            message = f"van {expected} tot en met {last} is er geen bedrag; bedoel je `van: {expected}`?"
            yield document.error(("rijen", index, "geldig"), message)


def _cents(document: Document) -> Iterator[RuleError]:
    for index, row in enumerate(document.data["rijen"]):
        for column, written in row["waarden"].items():
            exact = Decimal(written).quantize(_CENT)
            if str(exact) != written:
                place = ("rijen", index, "waarden", column)
                message = f'`{column}: "{written}"` is geen bedrag in euro\'s en centen; bedoel je "{exact}"?'
                yield document.error(place, message)


def _jumps(document: Document, most: Decimal) -> Iterator[RuleError]:
    for index, before, row in _rows(document):
        for column, written in row["waarden"].items():
            if column not in before["waarden"]:
                continue
            was, now = Decimal(before["waarden"][column]), Decimal(written)
            if was and abs(_change(was, now)) > most:
                differs = f"scheelt {_change(was, now):+.1f}% met de rij ervoor ({was})"
                message = f"`{column}`: {now} {differs}{_meant(was, now, most)}"
                yield document.error(("rijen", index, "waarden", column), message)


def _change(was: Decimal, now: Decimal) -> Decimal:
    """By how many percent it became more."""
    return (now / was - 1) * 100


def _meant(was: Decimal, now: Decimal, most: Decimal) -> str:
    """The same digits with the point elsewhere, where that is plausible."""
    for factor in _SHIFTED:
        if abs(_change(was, now * factor)) <= most:
            return f"; bedoel je {(now * factor).quantize(_CENT)}?"
    return ""
