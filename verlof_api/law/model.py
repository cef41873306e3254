"""A kind of leave and its versions as frozen objects: what a jurist wrote, checked for shape, not yet compiled.

Texts and expressions are `Passage`s (strings that know their file and line), so that whoever compiles them can say
where a mistake stands. Names of the law are Dutch, as in the rule files; see docs/regels-schrijven.md.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from verlof_api.law.advice import Route
from verlof_api.law.bronnen import Bron
from verlof_api.law.strict_yaml import Passage

OPEN_NORM = "open-norm"
OVERIG = "overig"  # what holds in every other case
# The verdicts, which name their own explanation.
OORDELEN = frozenset(
    ("recht", "geen-recht", "nog-niet", "vraag-nodig", "oordeel-nodig", "afspraak", "andere-regeling", "voorstel")
)


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
    """Whether an agreement may differ from the law. `als`: in which case; the last of a version, for every other case,
    has none. `id`: the name of its words."""

    mag: str
    bronnen: tuple[Bron, ...]
    als: Passage | None = None
    id: str = OVERIG


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
    `onzichtbaar`: why no scenario can show what this version changes.
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
    afwijken: tuple[Afwijken, ...]
    stappen: tuple[Stap, ...]
    route: Route | None = None
    toelichting: tuple[Toelichting, ...] = ()
    onzichtbaar: Passage | None = None


@dataclass(frozen=True)
class VerlofTekst:
    naam: Passage
    kort: Passage
    voorwaarden: Mapping[str, VoorwaardeTekst]
    waarschuwingen: Mapping[str, Passage]
    stappen: Mapping[str, Passage]
    bewijs: Mapping[str, Passage]
    toelichting: Mapping[str, Passage]
    afwijken: Mapping[str, Passage] = field(default_factory=dict)
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
    voorwaarden: Mapping[str, dict[str, object]]
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
    def in_the_law(self) -> bool:
        """A leave of the law; no bill, and nothing that only a cao, a contract or an employer can give."""
        return not self.id.startswith(("voorstel.", "afspraak."))

    def versie(self, dag: date) -> Versie | None:
        """The version in force on `dag`, or None when the law did not know this leave then."""
        for versie in reversed(self.versies):
            if versie.van <= dag:
                return versie if versie.tot is None or dag <= versie.tot else None
        return None
