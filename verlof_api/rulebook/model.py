"""The rulebook as frozen objects: what a jurist wrote, checked for shape, not yet compiled.

Texts and expressions are `Passage`s (strings that know their file and line), so that whoever compiles them can say
where a mistake stands. Names of the law are Dutch, as in the rule files; see docs/regels-schrijven.md.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from verlof_api.rulebook.advice import Route, Verandering
from verlof_api.rulebook.bronnen import Bron, Wetboek
from verlof_api.rulebook.strict_yaml import Passage

if TYPE_CHECKING:
    from verlof_api.rulebook.levenssituaties import Levenssituatie
    from verlof_api.rulebook.synoniemen import Synoniemen
    from verlof_api.rulebook.tegenspraak import Tegenspraak

TALEN = ("nl", "en")
OPEN_NORM = "open-norm"
# The verdicts, which name their own explanation.
OORDELEN = frozenset(
    ("recht", "geen-recht", "nog-niet", "vraag-nodig", "oordeel-nodig", "afspraak", "andere-regeling", "voorstel")
)


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

    def past_bij(self, verteld: Mapping[str, Any]) -> bool:
        return self.tenzij is None or verteld.get(self.tenzij[0]) not in self.tenzij[1]


@dataclass(frozen=True)
class Feit:
    """One thing a caller may tell.

    `type`: bool, int, number, date, enum, periods, or hours-/weeks-/date-per-leave. `bereik`: both ends included.
    `standaard`: value taken when it is absent; `standaard_feit`: fact whose value is taken; `niet_gebeurd`: absence
    means that it did not happen. None of the three: absent is unknown.
    `volgt`: the shared value that gives it from what else was told, and the one that comes near where that one is
    unknown; `ongeveer` is never taken for what was told.
    """

    id: str
    type: str
    opties: tuple[str, ...] = ()
    eenheid: str | None = None
    bereik: tuple[Decimal, Decimal] | None = None
    wens: bool = False
    standaard: Any = None
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
    waarden: Mapping[str, Mapping[str, Any]]
    bronnen: tuple[Bron, ...]


@dataclass(frozen=True)
class VoorwaardeTekst:
    titel: Passage
    voldaan: Passage
    niet_voldaan: Passage
    onbekend: Passage
    open_norm: Passage | None = None
    wie_beslist: Passage | None = None


@dataclass(frozen=True)
class KomtGoed:
    """How a condition that is not met can still come to be: when it can, by the use of which leave, from which day."""

    als: Passage
    vanaf: Passage | None = None
    na: Passage | None = None


@dataclass(frozen=True)
class Voorwaarde:
    id: str
    als: Passage
    bronnen: tuple[Bron, ...]
    open_norm: Passage | None = None
    code: str | None = None
    komt_goed: KomtGoed | None = None
    woorden: str | None = None  # of the warning `code`


@dataclass(frozen=True)
class Uitkomst:
    oordeel: str
    als: Passage | None = None
    bronnen: tuple[Bron, ...] = ()


@dataclass(frozen=True)
class Toelichting:
    """Another explanation of the verdict `bij`, for as long as `als` holds; its words have the name `id`."""

    id: str
    bij: str
    als: Passage


@dataclass(frozen=True)
class Omvang:
    """`andere_formules`: when another formula explains the figures, and which; the first that holds counts."""

    maten: Mapping[str, Passage]
    formule: Passage | None
    bronnen: tuple[Bron, ...]
    andere_formules: tuple[tuple[Passage, Passage], ...] = ()


@dataclass(frozen=True)
class Periode:
    van: Passage
    tot: Passage
    bronnen: tuple[Bron, ...] = ()


@dataclass(frozen=True)
class Betaling:
    """How a leave is paid. `andere`: the same by another reading, where the sources differ."""

    percentage: Passage
    grondslag: str
    door: str
    bronnen: tuple[Bron, ...]
    als: Passage | None = None
    over: Periode | None = None
    maximum: str | None = None
    minimum: str | None = None
    tabel: str | None = None
    factor: Passage | None = None
    per: str | None = None
    kolom: str | None = None
    soort: str | None = None
    andere: "Betaling | None" = None


@dataclass(frozen=True)
class Termijn:
    id: str
    uiterlijk: Passage
    aan: str
    vorm: str | None
    bronnen: tuple[Bron, ...]
    als: Passage | None = None
    verklaart: tuple[str, ...] = ()


@dataclass(frozen=True)
class Waarschuwing:
    """`woorden`: the name of its words, which is its code unless one code has several. `vragen`: the one fact on which
    it still hangs is asked."""

    code: str
    als: Passage
    altijd: bool
    bronnen: tuple[Bron, ...]
    woorden: str
    vragen: bool = False


@dataclass(frozen=True)
class Werkgever:
    mag_weigeren: Passage
    mag_wijzigen: Passage
    grond: str | None
    antwoord_uiterlijk: Passage | None
    bronnen: tuple[Bron, ...]


@dataclass(frozen=True)
class Afwijken:
    mag: str
    bronnen: tuple[Bron, ...]


@dataclass(frozen=True)
class Stap:
    """`als`: the step is only there when this is certain; `tenzij`: it is left out when this is."""

    id: str
    aan: str
    uiterlijk: str | None
    bewijs: tuple[str, ...]
    bronnen: tuple[Bron, ...]
    als: Passage | None = None
    tenzij: Passage | None = None


@dataclass(frozen=True)
class Versie:
    """The rule of one leave during one period of law; `tot` (included) is None while no end is known.

    `gelezen`: the date of the official text that was read. `onderbroken`: why the law had nothing just before.
    """

    van: date
    tot: date | None
    gelezen: date
    onderbroken: Passage | None
    plek: Passage
    aannames: Mapping[str, Passage]
    afgeleid: Mapping[str, Passage]
    voorwaarden: tuple[Voorwaarde, ...]
    uitkomst: tuple[Uitkomst, ...]
    omvang: Omvang | None
    periode: Periode | None
    betaling: tuple[Betaling, ...]
    termijnen: tuple[Termijn, ...]
    waarschuwingen: tuple[Waarschuwing, ...]
    werkgever: Werkgever | None
    afwijken: Afwijken | None
    stappen: tuple[Stap, ...]
    route: Route | None = None
    toelichting: tuple[Toelichting, ...] = ()


@dataclass(frozen=True)
class VerlofTekst:
    naam: Passage
    kort: Passage
    voorwaarden: Mapping[str, VoorwaardeTekst]
    waarschuwingen: Mapping[str, Passage]
    stappen: Mapping[str, Passage]
    bewijs: Mapping[str, Passage]
    toelichting: Mapping[str, Passage]
    vragen: Mapping[str, Passage] = field(default_factory=dict)
    zinnen: Mapping[str, Passage] = field(default_factory=dict)
    route: Passage | None = None
    hoeveel: Passage | None = None


@dataclass(frozen=True)
class Gedeeld:
    """A file of what several leaves share: named values, conditions and their words.

    `gewoonlijk`: named values that hold where a version does not say otherwise.
    """

    afgeleid: Mapping[str, Passage]
    gewoonlijk: Mapping[str, Passage]
    voorwaarden: Mapping[str, dict[str, Any]]
    teksten: Mapping[str, VerlofTekst]


@dataclass(frozen=True)
class Verlofsoort:
    """A kind of leave: the facts that date it, and its versions from old to new.

    `opgevolgd_door`: of a bill that became law, the leave that it became; of what ended, what came in its place.
    """

    id: str
    anker: tuple[str, ...]
    gedeeld: tuple[Gedeeld, ...]
    versies: tuple[Versie, ...]
    teksten: Mapping[str, VerlofTekst]
    opgevolgd_door: Passage | None = None

    def words(self, taal: str) -> tuple[VerlofTekst, ...]:
        """Where its words are found: its own first, then those it shares."""
        return (self.teksten[taal], *(shared.teksten[taal] for shared in self.gedeeld))

    @property
    def voorstel(self) -> bool:
        """A bill: shown only when asked for."""
        return self.id.startswith("voorstel.")

    @property
    def in_de_wet(self) -> bool:
        """A leave of the law; no bill, and nothing that only a cao, a contract or an employer can give."""
        return not self.id.startswith(("voorstel.", "afspraak."))

    def versie(self, dag: date) -> Versie | None:
        """The version in force on `dag`, or None when the law did not know this leave then."""
        for versie in reversed(self.versies):
            if versie.van <= dag:
                return versie if versie.tot is None or dag <= versie.tot else None
        return None


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
    `ondergrens_van`: what may not be less."""

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

    def bestaat(self, kolom: str, dag: date) -> bool:
        """Does the law know this amount on `dag`, whether or not it stands here?"""
        van, tot = self.kolommen.get(kolom, (None, None))
        return (van is None or van <= dag) and (tot is None or dag <= tot)

    def rij(self, dag: date) -> BedragRij | None:
        """The row of `dag`; None before the first and after the last row, never a neighbour's."""
        return next((rij for rij in reversed(self.rijen) if rij.van <= dag <= rij.tot), None)


@dataclass(frozen=True)
class Hiaat:
    """Something the law knows and these rules do not.

    `als`: when it touches a leave; without, it always does. `altijd`: it may change a refusal too.
    """

    id: str
    verlofsoorten: tuple[str, ...]
    bronnen: tuple[Bron, ...]
    tekst: Mapping[str, str]
    als: Passage | None = None
    altijd: bool = False

    def concerns(self, verlof: str) -> bool:
        """Does it belong in answers about this leave? What holds of all leaves does so only under a condition."""
        return verlof in self.verlofsoorten if self.verlofsoorten else self.als is not None


@dataclass(frozen=True)
class Rulebook:
    versie: str
    hash: str
    eerste_dag: date
    feiten: Mapping[str, Feit]
    eigenschappen: Eigenschappen | None
    wetboek: Wetboek
    zinnen: Mapping[str, Mapping[str, Passage]]
    bedragen: Mapping[str, BedragTabel]
    verlofsoorten: Mapping[str, Verlofsoort]
    hiaten: tuple[Hiaat, ...]
    tegenspraken: "tuple[Tegenspraak, ...]" = ()
    levenssituaties: "Mapping[str, Levenssituatie]" = field(default_factory=dict)
    synoniemen: "Mapping[str, Synoniemen]" = field(default_factory=dict)
