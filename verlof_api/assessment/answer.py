"""An answer: what it holds, before anything of it is text. `wire.py` writes it as JSON.

Days are `date`, hours, weeks and percentages numbers of at most two decimals, amounts `Decimal` euros. The names are
those of openapi.yaml. None is what JSON calls null: not there, or not known.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Final, NamedTuple, Protocol

import orjson

from verlof_api.law.bronnen import Bron
from verlof_api.law.feit import Value

Number = int | Decimal
MATEN: Final[Sequence[str]] = ("uren", "weken", "dagen", "werkdagen", "resterendeUren")
ROUTES, WAT_ZOU_HELPEN = "routes", "watZouHelpen"  # what an answer has when it was asked for (`opties`)


@dataclass(frozen=True, slots=True)
class AnswerPart:
    """A part of an answer. `json`: what `wire.fixed` wrote of one that is always the same."""

    json: orjson.Fragment | None = field(default=None, init=False, repr=False, compare=False)


class Bronnen(tuple[Bron, ...]):
    """Sources, whose JSON is written once (`wire.sources` makes them)."""

    json: orjson.Fragment


class Sourced(Protocol):
    """A part that names the sources it rests on."""

    @property
    def bronnen(self) -> Bronnen: ...


@dataclass(frozen=True, slots=True)
class ConditionOutcome(AnswerPart):
    """`uitkomst`: voldaan, niet-voldaan, onbekend or open-norm."""

    id: str
    titel: str
    uitkomst: str
    feiten: Sequence[str]
    bronnen: Bronnen
    tekst: str


@dataclass(frozen=True, slots=True)
class Coming(AnswerPart):
    """What comes right: after the use of `na`, or by waiting; from `vanaf`, as far as that is known."""

    na: str | None
    vanaf: date | None
    tekst: str


@dataclass(frozen=True, slots=True)
class Size(AnswerPart):
    """`maten`: number by measure, as far as they are known; `formule`: how they are worked out, in words."""

    maten: Mapping[str, Number | None]
    formule: str | None
    bronnen: Bronnen

    def get(self, maat: str) -> Number | None:
        return self.maten.get(maat)


@dataclass(frozen=True, slots=True)
class Window(AnswerPart):
    """The days on which a leave can be, or on which it is, both included."""

    van: date | None
    tot: date | None


class Bedrag(NamedTuple):
    """An amount in euros per `per` (uur, dag, week, maand), for the days from `van` up to and including `tot`."""

    bedrag: Decimal
    per: str
    soort: str
    van: date
    tot: date
    grondslag: str


@dataclass(frozen=True, slots=True)
class OtherReading(AnswerPart):
    """What is paid by another reading of the law."""

    bedragen: Sequence[Bedrag]
    bronnen: Bronnen


@dataclass(frozen=True, slots=True)
class Pay(AnswerPart):
    """`maximum`, `minimum`: the cap and the floor on the first day."""

    percentage: Number | None
    grondslag: str | None
    door: str | None
    bronnen: Bronnen
    maximum: Decimal | None
    minimum: Decimal | None
    bedragen: Sequence[Bedrag]
    andere_lezing: OtherReading | None = None


@dataclass(frozen=True, slots=True)
class Term(AnswerPart):
    """A last day (or a first one) for something that must be done."""

    id: str
    uiterlijk: date
    aan: str
    vorm: str | None
    bronnen: Bronnen


@dataclass(frozen=True, slots=True)
class Step(AnswerPart):
    id: str
    aan: str
    bewijs: Sequence[str]
    bronnen: Bronnen
    tekst: str
    uiterlijk: date | None = None


@dataclass(frozen=True, slots=True)
class Employer(AnswerPart):
    """What the employer may do about a request; None: not known."""

    mag_weigeren: bool | None
    mag_wijzigen: bool | None
    grond: str | None
    antwoord_uiterlijk: date | None
    bronnen: Bronnen


@dataclass(frozen=True, slots=True)
class DeviationCase(AnswerPart):
    """For whom or for what it is otherwise, in words, and what an agreement may do then."""

    tekst: str
    mag: str
    bronnen: Bronnen


@dataclass(frozen=True, slots=True)
class Deviation(AnswerPart):
    """Whether an agreement may differ from the law; `uitzonderingen`: the cases that nobody knows of yet."""

    mag: str
    bronnen: Bronnen
    uitzonderingen: Sequence[DeviationCase] = ()


@dataclass(frozen=True, slots=True)
class Caution(AnswerPart):
    """A warning of an answer."""

    code: str
    bronnen: Bronnen
    tekst: str


@dataclass(frozen=True, slots=True)
class Assumption(AnswerPart):
    """What was taken for a fact that was not told. `waarde`: as facts have it, a date as a date."""

    feit: str
    verlofsoort: str | None
    waarde: Value
    tekst: str


@dataclass(frozen=True, slots=True)
class Gap(AnswerPart):
    """What the law knows and these rules do not work out."""

    id: str
    tekst: str


@dataclass(frozen=True, slots=True)
class Validity(AnswerPart):
    """The days on which a version of a leave is in force."""

    van: date
    tot: date | None


@dataclass(frozen=True, slots=True)
class LeaveAnswer(AnswerPart):
    """The answer about one leave."""

    id: str
    naam: str
    oordeel: str
    toelichting: str
    geldig: Validity
    nog_niet: Coming | None = None
    voorwaarden: Sequence[ConditionOutcome] = ()
    ontbrekende_feiten: Sequence[str] = ()
    omvang: Size | None = None
    periode: Window | None = None
    betaling: Pay | None = None
    termijnen: Sequence[Term] = ()
    stappen: Sequence[Step] = ()
    werkgever: Employer | None = None
    afwijken: Deviation | None = None
    waarschuwingen: Sequence[Caution] = ()
    aannames: Sequence[Assumption] = ()
    hiaten: Sequence[Gap] = ()
    spoor: Sequence[str] = ()

    @property
    def laatste_dag(self) -> date | None:
        """The last day on which it can be."""
        return None if self.periode is None else self.periode.tot

    @property
    def vanaf(self) -> date | None:
        """The day from which what is not so yet comes right, where that is known."""
        return None if self.nog_niet is None else self.nog_niet.vanaf

    def termijn(self, id: str) -> Term | None:
        return next((term for term in self.termijnen if term.id == id), None)


@dataclass(frozen=True, slots=True)
class OtherAnswer(AnswerPart):
    """Another answer to a question: that `feit` is `waarde`."""

    feit: str
    waarde: bool
    label: str


@dataclass(frozen=True, slots=True)
class Option(AnswerPart):
    waarde: str
    label: str


@dataclass(frozen=True, slots=True)
class Question(AnswerPart):
    """`waarvoor`: the purpose; `beslist_over`: the leaves that hang on it; `per_verlof`: those it is told of."""

    feit: str
    vraag: str
    hulp: str
    type: str
    opties: Sequence[Option]
    eenheid: str | None
    ofwel: OtherAnswer | None
    waarvoor: str
    beslist_over: Sequence[str]
    per_verlof: Sequence[str]


@dataclass(frozen=True, slots=True)
class RuleSet(AnswerPart):
    """Which rules answered."""

    versie: str
    hash: str


@dataclass(frozen=True, slots=True)
class Assessment(AnswerPart):
    """What the law says of a situation, leave by leave, and what to ask next."""

    beoordeling_id: str
    peildatum: date
    regelset: RuleSet
    verlofsoorten: Sequence[LeaveAnswer]
    volgende_vragen: Sequence[Question]
    verwijzing: str | None


@dataclass(frozen=True, slots=True)
class RouteStep(AnswerPart):
    """A leave in its place. `na`: the leave that is used first; `daarna`: the verdict once it is."""

    volgorde: int
    verlofsoort: str
    oordeel: str
    na: str | None
    daarna: str | None
    van: date | None
    tot: date | None
    waarom: str
    melden: date | None
    waarde: float | None


@dataclass(frozen=True, slots=True)
class NamedRoute(AnswerPart):
    id: str
    naam: str
    route: Sequence[RouteStep]


@dataclass(frozen=True, slots=True)
class Change(AnswerPart):
    """A fact that is changed, to `waarde`."""

    feit: str
    waarde: Value | float
    tekst: str


@dataclass(frozen=True, slots=True)
class Way(AnswerPart):
    """Changes that lead to `oordeel`; `vanaf`: the latest of the days among them."""

    oordeel: str
    vanaf: date | None
    veranderingen: Sequence[Change]

    @property
    def feiten(self) -> frozenset[str]:
        return frozenset(change.feit for change in self.veranderingen)


@dataclass(frozen=True, slots=True)
class Ending(AnswerPart):
    """What ends a right: a condition that is not met any more, or None: the law itself."""

    voorwaarde: str | None
    tekst: str


@dataclass(frozen=True, slots=True)
class Help(AnswerPart):
    """Of a refused leave what would grant it; of a granted one until when, and what ends it."""

    verlofsoort: str
    oordeel: str
    tekst: str | None
    mogelijkheden: Sequence[Way] = ()
    tot: date | None = None
    eindigt_door: Sequence[Ending] = ()


@dataclass(frozen=True, slots=True)
class WholeAnswer(AnswerPart):
    """The whole answer to a situation. `routes`, `wat_zou_helpen`: None where they were not asked for."""

    assessment: Assessment
    route: Sequence[RouteStep]
    routes: Sequence[NamedRoute] | None = None
    wat_zou_helpen: Sequence[Help] | None = None
