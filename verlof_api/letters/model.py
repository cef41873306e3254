"""What the letters are: which there are, when each stands, how they are put together, and their words.

Structure and words stand apart, as with rules and their texts; book.py reads both.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from verlof_api.assessment.wording import CardWords
from verlof_api.law.bronnen import Bron
from verlof_api.law.strict_yaml import Passage


@dataclass(frozen=True)
class Bij:
    """When something stands in a letter; everything that is said must hold. Days are compared with that of the letter.

    `weigeren`, `wijzigen`: whether the employer may; None where it does not matter. `weigering`: per part of a refusal
    what may have come of it.
    """

    oordeel: tuple[str, ...] = ()
    verteld: tuple[str, ...] = ()
    niet_verteld: tuple[str, ...] = ()
    waarden: Mapping[str, tuple[object, ...]] = field(default_factory=dict)
    andere_waarden: Mapping[str, tuple[object, ...]] = field(default_factory=dict)
    waarschuwing: tuple[str, ...] = ()
    geen_waarschuwing: tuple[str, ...] = ()
    stap: tuple[str, ...] = ()
    geen_stap: tuple[str, ...] = ()
    termijn: tuple[str, ...] = ()
    open: tuple[str, ...] = ()
    niet_open: tuple[str, ...] = ()
    voorbij: tuple[str, ...] = ()
    niet_voorbij: tuple[str, ...] = ()
    eerder: tuple[str, ...] = ()
    niet_eerder: tuple[str, ...] = ()
    later_dan: Mapping[str, str] = field(default_factory=dict)
    niet_later_dan: Mapping[str, str] = field(default_factory=dict)
    betaler: tuple[str, ...] = ()
    weigeren: bool | None = None
    wijzigen: bool | None = None
    weigering: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True)
class AlineaRegel:
    """A paragraph by the id of its words; `vervolg`: it goes on where the one before it ends; `als`: a condition in the
    language of rules; `bronnen`: what it rests on, where the answer does not name that."""

    id: str
    bij: Bij = field(default_factory=Bij)
    vervolg: bool = False
    als: Passage | None = None
    bronnen: tuple[Bron, ...] = ()


@dataclass(frozen=True)
class LetterVariant:
    """What all letters of one kind share. In `alineas` the words `gegevens` and `eigen` are places for the leave.

    `alleen_verteld`: the rows that nobody told are left out; otherwise they are places to fill in. `als`: when there is
    such a letter at all, in the language of rules. `bericht`: the same as a message of three lines. `in_plaats_van`:
    the kind that this one stands in for, with who cannot send that.
    """

    aan: str
    in_plaats_van: str | None
    oordelen: tuple[str, ...]
    dag: str
    vereist: Bij
    als: Passage | None
    alleen_verteld: bool
    alineas: tuple[AlineaRegel | str, ...]
    bericht: tuple[AlineaRegel, ...]


@dataclass(frozen=True)
class BriefRegel:
    """One kind of letter of one leave.

    `als`: when this leave has it, in the language of rules; `zonder_recht`: when it has it even where the law gives no
    right, because asking is free.
    """

    aan: str
    grond: tuple[str, ...]
    oordelen: tuple[str, ...]
    vereist: Bij
    als: Passage | None
    zonder_recht: Passage | None
    achteraf: bool
    gegevens: tuple[str, ...]
    alineas: tuple[AlineaRegel, ...]
    zonder: tuple[str, ...]
    bijlagen: tuple[str, ...]


@dataclass(frozen=True)
class BriefTekst:
    """The words of the letters of one leave in one language; what is not here is shared."""

    noemen: str
    onderwerp: Mapping[str, str]
    alineas: Mapping[str, str]
    gegevens: Mapping[str, str]
    plaatsen: Mapping[str, str]
    bijlagen: Mapping[str, str]


@dataclass(frozen=True)
class GedeeldeTekst:
    """The words that all letters share in one language; `verwijzing`: how a source stands in a sentence."""

    van: tuple[str, ...]
    aan: Mapping[str, tuple[str, ...]]
    dagtekening: str
    kopjes: Mapping[str, str]
    aanhef: Mapping[str, str]
    slot: tuple[str, ...]
    twee_talen: str
    woorden: Mapping[str, Mapping[str, str]]
    verwijzing: Mapping[str, str]
    wetten: Mapping[str, str]
    geen_brief: Mapping[str, str]


@dataclass(frozen=True)
class VerlofBrieven:
    """The letters that one leave knows, and their words: own words first, then those that are shared.

    `waarden`: days that are worked out in the language of rules, by name.
    """

    varianten: Mapping[str, BriefRegel]
    teksten: Mapping[str, BriefTekst]
    waarden: Mapping[str, Passage]


@dataclass(frozen=True)
class Brieven:
    """All letters. `kaart`: the words of the printable card, per language and part."""

    ontvangers: Mapping[str, Bij]
    termijnen: Mapping[str, tuple[str, ...]]
    gegevens: Mapping[str, str | None]
    verleden: frozenset[str]
    toekomst: frozenset[str]
    vanaf: frozenset[str]
    nooit_voor: Mapping[str, str]
    varianten: Mapping[str, LetterVariant]
    verlofsoorten: Mapping[str, VerlofBrieven]
    gedeeld: Mapping[str, GedeeldeTekst]
    kaart: Mapping[str, CardWords]
