"""Which amounts differ between two days, and which cannot be compared because one of them is not known."""

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal

from verlof_api.assessment import Beoordelaar
from verlof_api.assessment.wire import sources
from verlof_api.assessment.wording import CardWords
from verlof_api.comparison.changes import AmountChange, UnknownAmount
from verlof_api.comparison.rules import GEWIJZIGD, NIEUW, VERVALLEN
from verlof_api.comparison.words import comparison_words
from verlof_api.law.bedragtabel import BedragTabel

NIET_BEKEND, NOG_NIET_BEKEND = "niet-bekend", "nog-niet-bekend"


class Amounts:
    """Compares the tables of amounts of one rulebook. `kaart`: the words of the card per language."""

    def __init__(self, beoordelaar: Beoordelaar, kaart: Mapping[str, CardWords]) -> None:
        self._tables = beoordelaar.rulebook.bedragen
        self._languages, self._kaart = beoordelaar.languages, kaart

    def changes(self, van: date, tot: date, taal: str) -> list[AmountChange]:
        """Per column of a table whose amount differs between the two days. `was`, `wordt`: null where it is not known
        or not there; `wijziging` says which."""
        return [change for tabel in self._tables.values() for change in self._of(tabel, van, tot, taal)]

    def unknown(self, dag: date) -> list[UnknownAmount]:
        """The tables that have no amount for a day, and when it is expected."""
        return [
            {
                "tabel": tabel.id,
                "naam": tabel.naam,
                "verwacht": tabel.verwacht.json() if tabel.verwacht and dag >= tabel.verwacht.van else None,
            }
            for tabel in self._tables.values()
            if tabel.rij(dag) is None
        ]

    def _of(self, tabel: BedragTabel, van: date, tot: date, taal: str) -> Iterator[AmountChange]:
        old, new = tabel.rij(van), tabel.rij(tot)
        before, after = (row.waarden if row else {} for row in (old, new))
        for column in dict.fromkeys((*before, *after)):
            was, wordt = before.get(column), after.get(column)
            if was != wordt:
                change = _kind(tabel, column, (van, was), (tot, wordt))
                awaited = tabel.verwacht if change == NOG_NIET_BEKEND else None
                yield {
                    "tabel": tabel.id,
                    "naam": tabel.naam,
                    "kolom": column,
                    "label": self._column(tabel, column, taal),
                    "wijziging": change,
                    "was": None if was is None else str(was),
                    "wordt": None if wordt is None else str(wordt),
                    "tekst": self._text(tabel, change, was, wordt, taal),
                    "verwacht": awaited.json() if awaited else None,
                    "zekerheid": new.zekerheid if new else None,
                    "bronnen": sources(tabel.bronnen),
                }

    def _column(self, tabel: BedragTabel, column: str, taal: str) -> str:
        if column.isdigit():
            return str(comparison_words(taal)["leeftijd"].format(kolom=column))
        return str(self._kaart[taal]["per"].get(column, column))

    def _text(self, tabel: BedragTabel, change: str, was: Decimal | None, wordt: Decimal | None, taal: str) -> str:
        """Both sides in words: an amount, or why there is none."""
        words = comparison_words(taal)
        gone = {VERVALLEN: "bestaat-niet", NOG_NIET_BEKEND: NOG_NIET_BEKEND}.get(change, NIET_BEKEND)
        absent = "bestond-niet" if change == NIEUW else NIET_BEKEND
        sides = [
            self._amount(tabel, amount, taal) if amount is not None else words[word]
            for amount, word in ((was, absent), (wordt, gone))
        ]
        text = " -> ".join(sides)
        if change == NOG_NIET_BEKEND and tabel.verwacht:
            day = self._languages[taal].day(tabel.verwacht.uiterlijk)
            text += f" ({words['verwacht'].format(dag=day)})"
        return text

    def _amount(self, tabel: BedragTabel, amount: Decimal, taal: str) -> str:
        language = self._languages[taal]
        shown = language.number(amount) if tabel.eenheid == "procent" else language.euro(amount)
        return str(comparison_words(taal)[tabel.eenheid].format(bedrag=shown))


def _kind(
    tabel: BedragTabel, column: str, before: tuple[date, Decimal | None], after: tuple[date, Decimal | None]
) -> str:
    (van, was), (tot, wordt) = before, after
    if wordt is None:
        if not tabel.exists(column, tot):
            return VERVALLEN
        return NOG_NIET_BEKEND if tot > tabel.rijen[-1].tot else NIET_BEKEND
    if was is None:
        return NIET_BEKEND if tabel.exists(column, van) else NIEUW
    return GEWIJZIGD
