"""What a caller may tell: the facts, their words, and the properties of the options of one of them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from verlof_api.law.advice import Verandering
from verlof_api.law.bronnen import Bron
from verlof_api.law.strict_yaml import Passage

# The value of a fact; of one that is told per leave, by leave.
Value = bool | int | Decimal | date | str | tuple[tuple[date, date], ...] | Mapping[str, Decimal | date]
Told = Mapping[str, Value]  # by fact


@dataclass(frozen=True)
class FeitTekst:
    label: Passage
    vraag: Passage
    hulp: Passage
    opties: Mapping[str, Passage]
    verander: Passage | None = None
    ofwel: Passage | None = None
    te_hoog: Passage | None = None


@dataclass(frozen=True)
class Ofwel:
    """Another answer to the question about a day: the other fact, and its value.

    `tenzij`: a fact and the values of it that this answer does not go with.
    """

    feit: str
    waarde: bool
    tenzij: tuple[str, tuple[str, ...]] | None = None

    def past_bij(self, verteld: Told) -> bool:
        return self.tenzij is None or verteld.get(self.tenzij[0]) not in self.tenzij[1]


@dataclass(frozen=True)
class Feit:
    """One thing a caller may tell.

    `type`: bool, int, number, date, enum, periods, or hours-/weeks-/date-per-leave. `bereik`: both ends included.
    `eenheid`, `per`: what its number counts, as hours per week.
    `standaard`: value taken when it is absent; `standaard_feit`: fact whose value is taken; `niet_gebeurd`: absence
    means that it did not happen. None of the three: absent is unknown.
    `volgt`: the shared value that gives it from what else was told, and the one that comes near where that one is
    unknown; `ongeveer` is never taken for what was told.
    """

    id: str
    type: str
    opties: tuple[str, ...] = ()
    eenheid: str | None = None
    per: str | None = None
    bereik: tuple[Decimal, Decimal] | None = None
    wens: bool = False
    standaard: bool | int | Decimal | date | str | tuple[()] | None = None
    standaard_feit: str | None = None
    niet_gebeurd: bool = False
    impliceert: str | None = None
    volgt: str | None = None
    ongeveer: str | None = None
    verandering: Verandering | None = None
    ofwel: Ofwel | None = None
    teksten: Mapping[str, FeitTekst] = field(default_factory=dict)

    @property
    def per_verlof(self) -> bool:
        return self.type.endswith("-per-leave")

    @property
    def eerste_dag(self) -> bool:
        """Is it the wish for a first day? No leave begins before the day on which it is asked for."""
        chosen = self.verandering
        return self.wens and self.type == "date" and chosen is not None and chosen.vanaf is None


@dataclass(frozen=True)
class Eigenschappen:
    """Properties of the options of one enum fact (kinship): name -> type and options, and option -> name -> value."""

    feit: str
    soorten: Mapping[str, Feit]
    waarden: Mapping[str, Told]
    bronnen: tuple[Bron, ...]
