"""Dated tables of amounts. A day without a row has no amount: never the last one."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal

from verlof_api.law.bronnen import Bron


@dataclass(frozen=True)
class BedragRij:
    van: date
    tot: date
    waarden: Mapping[str, Decimal]
    volwassen_vanaf: int | None
    zekerheid: str
    bron: str


@dataclass(frozen=True)
class Verwacht:
    """Amounts that are not known yet: the first day on which they hold, and the day by which they are expected."""

    van: date
    uiterlijk: date

    def json(self) -> dict[str, str]:
        return {"van": self.van.isoformat(), "uiterlijk": self.uiterlijk.isoformat()}


@dataclass(frozen=True)
class BedragTabel:
    """Dated amounts. `jeugd`: the table with the share per age below the adult age; `dagen_per_week`: how many day
    amounts make a week; `voltijd_uren`: the hours a week that an amount per week or day is for. `eenheid`: EUR or
    procent. `kolommen`: the days on which the law knows a column, of those that it does not always know (None: no
    end). `verwacht`: when the next row is expected. `indexeert`: what the law raises along with it;
    `ondergrens_van`: what may not be less. `sprong`: by how many percent a row may differ from the one before it, where
    that is not what holds for every table."""

    id: str
    naam: str
    bronnen: tuple[Bron, ...]
    rijen: tuple[BedragRij, ...]
    jeugd: str | None = None
    dagen_per_week: int | None = None
    voltijd_uren: Decimal | None = None
    eenheid: str = "EUR"
    kolommen: Mapping[str, tuple[date | None, date | None]] = field(default_factory=dict)
    verwacht: Verwacht | None = None
    indexeert: str | None = None
    ondergrens_van: str | None = None
    sprong: Decimal | None = None

    @property
    def laatste_dag(self) -> date:
        """The last day of which the amount is known."""
        return self.rijen[-1].tot

    def exists(self, kolom: str, dag: date) -> bool:
        """Does the law know this amount on `dag`, whether or not it stands here?"""
        van, tot = self.kolommen.get(kolom, (None, None))
        return (van is None or van <= dag) and (tot is None or dag <= tot)

    def rij(self, dag: date) -> BedragRij | None:
        """The row of `dag`; None before the first and after the last row, never a neighbour's."""
        return next((rij for rij in reversed(self.rijen) if rij.van <= dag <= rij.tot), None)


def aflopend(tabellen: Iterable[BedragTabel], vandaag: date, binnen: int) -> Iterator[BedragTabel]:
    """The tables that end within so many days, or have ended already."""
    return (tabel for tabel in tabellen if tabel.laatste_dag <= vandaag + timedelta(days=binnen))
