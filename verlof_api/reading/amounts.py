"""The amounts of a table on one day, in words."""

from datetime import date
from decimal import Decimal

from verlof_api.assessment import Beoordelaar
from verlof_api.assessment.wording import CardWords
from verlof_api.reading.words import words


class TableAmounts:
    """Those of `dag`. `kaart`: the words of the card in the language `taal`."""

    def __init__(self, beoordelaar: Beoordelaar, kaart: CardWords, taal: str, dag: date) -> None:
        self._tables, self._language = beoordelaar.rulebook.bedragen, beoordelaar.languages[taal]
        self._kaart, self._words, self._dag = kaart, words(taal), dag

    def of(self, table: str | None, column: str | None = None) -> str | None:
        """The name of this table with its amounts (only of `column`, where one is given); None for no table."""
        if table is None:
            return None
        tabel = self._tables[table]
        row = tabel.rij(self._dag)
        if row is None:
            return str(self._words["bedrag-onbekend"].format(tabel=tabel.naam, dag=self._language.day(self._dag)))
        shown = [
            self._amount(tabel.eenheid, name, amount)
            for name, amount in row.waarden.items()
            if column is None or name == column
        ]
        return str(self._words["bedrag-op-dag"].format(tabel=tabel.naam, bedragen=", ".join(shown)))

    def _amount(self, unit: str, column: str, amount: Decimal) -> str:
        per = self._kaart["per"].get(column, self._words["leeftijd"].format(kolom=column))
        shown = self._language.number(amount) if unit == "procent" else self._language.euro(amount)
        return str(self._words["bedrag"][unit].format(per=per, bedrag=shown))
