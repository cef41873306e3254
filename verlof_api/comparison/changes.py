"""The shape of what changes between two days, as the contract writes it (`Wijzigingen` in openapi.yaml).

An amount is a text with its cents. `was` and `wordt` are None where there is nothing on that side.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Final, Literal, NotRequired, TypeAlias, TypedDict

from verlof_api.assessment.answer import Bronnen, Validity
from verlof_api.law.bronnen import Bron

Side: TypeAlias = Literal["was", "wordt"]
SIDES: Final[tuple[Side, Side]] = ("was", "wordt")

ComparedOutcome: TypeAlias = Mapping[str, object]  # of one case what is compared of it, by part


# The parts of an outcome.
Sizes: TypeAlias = Mapping[str, float | None]
Days: TypeAlias = Mapping[str, date | None]
May: TypeAlias = Mapping[str, bool | None]


class Paid(TypedDict):
    percentage: float | None
    bedragen: list[str]


class Due(TypedDict):
    id: str
    uiterlijk: date | None


class Payment(TypedDict):
    percentage: float | None
    grondslag: str
    door: str


class Gift(TypedDict):
    """What a text gives to somebody of whom nothing else is known."""

    omvang: Sizes
    formule: str | None
    betaling: list[Payment]
    tekst: str | None


class Gives(TypedDict):
    was: Gift | None
    wordt: Gift | None


class ValueChange(TypedDict):
    naam: str
    was: str | None
    wordt: str | None


class FieldChange(ValueChange):
    label: str


class PartChange(TypedDict):
    onderdeel: str
    id: str
    label: str
    wijziging: str
    was: str | None
    wordt: str | None
    velden: list[FieldChange]
    waarin: list[ValueChange]
    bronnen: Sequence[Bron]


class Successor(TypedDict):
    id: str
    naam: str


class LeaveChange(TypedDict):
    verlofsoort: str
    naam: str
    wijziging: str
    voorstel: bool
    opvolger: Successor | None
    was: Validity | None
    wordt: Validity | None
    geeft: Gives
    onderdelen: list[PartChange]


class AmountChange(TypedDict):
    tabel: str
    naam: str
    kolom: str
    label: str
    wijziging: str
    was: str | None
    wordt: str | None
    tekst: str
    verwacht: object
    zekerheid: str | None
    bronnen: Bronnen


class UnknownAmount(TypedDict):
    tabel: str
    naam: str
    verwacht: object


class SummaryLine(TypedDict):
    """One line of the summary: of a leave, or of a table of amounts."""

    verlofsoort: str | None
    tabel: str | None
    tekst: str
    bronnen: Sequence[Bron]


class Difference(TypedDict):
    onderdeel: str
    label: str
    was: str | None
    wordt: str | None


class Flip(TypedDict):
    """A worked case that gets something else; `verschilt` names the parts, `verschillen` says them in words."""

    scenario: str
    titel: str
    verlofsoort: str
    verschilt: list[str]
    was: ComparedOutcome
    wordt: ComparedOutcome
    verschillen: NotRequired[list[Difference]]


class LawChanges(TypedDict):
    van: str
    tot: str
    regelset: Mapping[str, str]
    samenvatting: list[SummaryLine]
    verlofsoorten: list[LeaveChange]
    bedragen: list[AmountChange]
    nietBekend: list[UnknownAmount]
    uitkomsten: list[Flip]
