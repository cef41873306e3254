"""What the law and its rules say about the answers of an employer, as frozen objects."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from verlof_api.law.bronnen import Bron
from verlof_api.law.feit import Told, Value
from verlof_api.law.strict_yaml import Passage, Tree


@dataclass(frozen=True)
class WeigeringTekst:
    """`uitleg`: for whoever was refused; `terug`: what to write to the employer about it."""

    uitleg: Passage
    terug: Passage


@dataclass(frozen=True)
class Reden:
    """A reason an employer gives; `feiten`: what whoever reports it tells with it; `zwijgt`: there was no answer;
    `overig`: any reason that is none of the others."""

    id: str
    feiten: Told
    zwijgt: bool
    overig: bool


@dataclass(frozen=True, slots=True)
class Antwoord:
    """What whoever reports an answer tells: the fact of it with its value, unless one that `blijft` was told, and the
    fact of its day."""

    feit: str
    waarde: Value
    blijft: tuple[Value, ...]
    nee: tuple[Value, ...]
    datum: str


@dataclass(frozen=True)
class Grond:
    """Whether a reason is a ground of the law (ja, nee, oordeel-nodig), in so far as `als` holds.

    `dag`: a day that its words can name. `slotsom`: what follows, where that is another than of any such ground.
    """

    grond: str
    tekst: Passage
    bronnen: tuple[Bron, ...]
    als: Passage | None = None
    dag: Passage | None = None
    slotsom: str | None = None


@dataclass(frozen=True)
class Antwoordtermijn:
    """By when the employer had to answer: a last day, or what makes it in time and what makes it late.

    `vanaf`: the day from which there could be an answer; a last day before it never was a term. `regel`: the words for
    the term where its day is not known; `tekst`: those where the law names no day at all.
    """

    gevolg: str
    bronnen: tuple[Bron, ...]
    als: Passage | None = None
    uiterlijk: Passage | None = None
    op_tijd: Passage | None = None
    te_laat: Passage | None = None
    regel: Passage | None = None
    tekst: Passage | None = None
    kanttekening: Passage | None = None
    vanaf: Passage | None = None


@dataclass(frozen=True)
class Eis:
    id: str
    bronnen: tuple[Bron, ...]


@dataclass(frozen=True)
class Stilte:
    """What silence means, in so far as `als` holds; `tekst`: its words, that can name `dag`."""

    gevolg: str
    tekst: str
    bronnen: tuple[Bron, ...]
    als: Passage | None = None
    dag: Passage | None = None
    slotsom: str | None = None


@dataclass(frozen=True)
class Raad:
    """A piece of advice, in so far as `als` holds; `tekst`: its words, that can name `dag`."""

    tekst: str
    bronnen: tuple[Bron, ...]
    als: Passage | None = None
    dag: Passage | None = None


@dataclass(frozen=True)
class Kenmerk:
    """One cell of the matrix of a leave: what it does to holidays, to dismissal, to the way back."""

    waarde: str
    bronnen: tuple[Bron, ...]


@dataclass(frozen=True)
class Helper:
    """`dringend`: when there is haste, and other words."""

    id: str
    url: str | None
    bronnen: tuple[Bron, ...]
    als: Passage | None = None
    uiterlijk: Passage | None = None
    dringend: Passage | None = None


@dataclass(frozen=True)
class WeigeringVersie:
    """`recht`: the articles that give the leave and say what the employer may do; the source where none is named.

    `vraag`: how what was asked is named, where it is not the leave itself. `inleiding`: whether the employer is
    told what was asked and answered; `terug`: whether there is an employer to write to; `brief`: whether a letter of
    the leave fits. `morgen`: what to do tomorrow, per slotsom; `ander_verlof`: other leave that can be taken meanwhile.
    `zonder_belang`: what to say to an employer who gave another reason than the interest that the law knows.
    """

    van: date
    tot: date | None
    plek: Passage
    recht: tuple[Bron, ...]
    redenen: Mapping[str, tuple[Grond, ...]]
    termijn: Antwoordtermijn | None
    eisen: tuple[Eis, ...]
    vormgevolg: str
    stiltes: tuple[Stilte, ...]
    werkgever: Mapping[str, Kenmerk]
    helpers: tuple[Helper, ...]
    bij_nee: str
    vraag: str | None
    inleiding: bool
    terug: bool
    brief: bool
    morgen: Mapping[str, Raad]
    ander_verlof: tuple[Raad, ...]
    zonder_belang: Raad | None
    gevallen: tuple["Geval", ...]


@dataclass(frozen=True)
class Geval:
    """A case in which other rules hold for the same leave; `id`: the profile that has them."""

    id: str
    als: Passage
    versie: WeigeringVersie


@dataclass(frozen=True)
class Slotsom:
    """The sentence to close with; `mits`: another while not all conditions of the leave are certain.

    `brief`: the kind of letter that says it. `grond`: the words about a ground that leads here, where they are own.
    `vast`: nothing is left to ask or to argue; `zeker`: it holds also where people still weigh, `altijd`: also where
    there is no right (yet). `morgen`, `morgen_mits`: what to do tomorrow, if certain and if not.
    `ander_verlof`: whether other leave is worth naming. `bellen`: whom to call.
    """

    slot: str
    mits: str
    brief: str | None
    grond: str | None
    vast: bool
    zeker: bool
    altijd: bool
    morgen: str
    morgen_mits: str
    ander_verlof: bool
    bellen: str


@dataclass(frozen=True)
class WeigeringRegel:
    """`namen`: per language how sentences name this leave, where that is not as its letters do."""

    id: str
    versies: tuple[WeigeringVersie, ...]
    teksten: Mapping[str, Mapping[str, WeigeringTekst]]
    namen: Mapping[str, Mapping[str, Passage]]

    def versie(self, dag: date) -> WeigeringVersie | None:
        """The version that says something of `dag`; None for a day whose law was not read."""
        found = next((versie for versie in reversed(self.versies) if versie.van <= dag), None)
        return found if found is not None and (found.tot is None or dag <= found.tot) else None


@dataclass(frozen=True)
class RefusalBook:
    """All of it, by leave; `woorden`: per language what leaves share."""

    antwoord: Antwoord
    redenen: Mapping[str, Reden]
    vormen: tuple[str, ...]
    slotsommen: Mapping[str, Slotsom]
    regels: Mapping[str, WeigeringRegel]
    woorden: Mapping[str, Tree]
