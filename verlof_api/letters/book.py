"""The letters: which there are, how they are put together, and their words; see docs/regels-schrijven.md.

Structure and words stand apart, as with rules and their texts: brieven.yaml and `brief.yaml` say what stands in a
letter and when, brieven.<taal>.yaml and `brief.<taal>.yaml` say it. Nothing here knows how a letter looks.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from verlof_api.assessment.wording import CardWords
from verlof_api.law.errors import Loaded
from verlof_api.law.folder import Folder, missing
from verlof_api.law.regelboek import Rulebook
from verlof_api.law.strict_yaml import Passage, Tree
from verlof_api.letters.mistakes import mistakes

SHARED = "brieven.yaml"


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
    language of rules."""

    id: str
    bij: Bij = field(default_factory=Bij)
    vervolg: bool = False
    als: Passage | None = None


@dataclass(frozen=True)
class LetterVariant:
    """What all letters of one kind share. In `alineas` the words `gegevens` and `eigen` are places for the leave.

    `alleen_verteld`: the rows that nobody told are left out; otherwise they are places to fill in.
    """

    oordelen: tuple[str, ...]
    dag: str
    vereist: Bij
    alleen_verteld: bool
    alineas: tuple[AlineaRegel | str, ...]


@dataclass(frozen=True)
class BriefRegel:
    """One kind of letter of one leave."""

    aan: str
    grond: tuple[str, ...]
    oordelen: tuple[str, ...]
    vereist: Bij
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


def load_brieven(folder: Folder, rulebook: Rulebook) -> Loaded[Brieven]:
    """The letters."""
    errors = tuple(missing(folder, [SHARED])) or tuple(mistakes(folder, rulebook))
    return Loaded(None, errors) if errors else Loaded(_brieven(folder))


def _brieven(folder: Folder) -> Brieven:
    tree = folder[SHARED].located()
    varianten = {id: _variant(each) for id, each in tree["varianten"].items()}
    shared = {taal: folder[f"brieven.{taal}.yaml"].located() for taal in folder.talen}
    leaves = {}
    for document in folder.of_kind("brief"):
        here = document.file.rpartition("/")[0]
        words = {taal: folder[f"{here}/brief.{taal}.yaml"].located() for taal in folder.talen}
        letters = document.located()
        leaves[here.replace("/", ".")] = VerlofBrieven(
            _letters(letters, varianten),
            {taal: _words(words[taal], shared[taal]) for taal in folder.talen},
            letters.get("waarden", {}),
        )
    return Brieven(
        ontvangers={id: bij(each) for id, each in tree["ontvangers"].items()},
        termijnen={name: _names(ids) for name, ids in tree["termijnen"].items()},
        gegevens={id: str(each["feit"]) if "feit" in each else None for id, each in tree["gegevens"].items()},
        verleden=frozenset(_names(tree["verleden"])),
        toekomst=frozenset(_names(tree["toekomst"])),
        vanaf=frozenset(_names(tree["vanaf"])),
        nooit_voor={feit: str(other) for feit, other in tree["nooitVoor"].items()},
        varianten=varianten,
        verlofsoorten=leaves,
        gedeeld={taal: _shared(each) for taal, each in shared.items()},
        kaart={taal: _card(folder[f"kaart.{taal}.yaml"].located()) for taal in folder.talen},
    )


def bij(tree: Tree) -> Bij:
    def names(key: str) -> tuple[str, ...]:
        return _names(tree.get(key, []))

    def values(key: str) -> dict[str, tuple[object, ...]]:
        return {feit: tuple(each.value for each in waarden) for feit, waarden in tree.get(key, {}).items()}

    def flag(key: str) -> bool | None:
        return tree[key].value is True if key in tree else None

    return Bij(
        oordeel=names("oordeel"),
        verteld=names("verteld"),
        niet_verteld=names("niet-verteld"),
        waarden=values("is"),
        andere_waarden=values("niet"),
        waarschuwing=names("waarschuwing"),
        geen_waarschuwing=names("geen-waarschuwing"),
        stap=names("stap"),
        geen_stap=names("geen-stap"),
        termijn=names("termijn"),
        open=names("open"),
        niet_open=names("niet-open"),
        voorbij=names("voorbij"),
        niet_voorbij=names("niet-voorbij"),
        eerder=names("eerder"),
        niet_eerder=names("niet-eerder"),
        later_dan=_texts(tree.get("later-dan", {})),
        niet_later_dan=_texts(tree.get("niet-later-dan", {})),
        betaler=names("betaler"),
        weigeren=flag("weigeren"),
        wijzigen=flag("wijzigen"),
        weigering={part: _names(outcomes) for part, outcomes in tree.get("weigering", {}).items()},
    )


def _alinea(tree: Tree) -> AlineaRegel:
    return AlineaRegel(str(tree["id"]), bij(tree.get("bij", {})), "vervolg" in tree, tree.get("als"))


def _variant(tree: Tree) -> LetterVariant:
    return LetterVariant(
        _names(tree["oordelen"]),
        str(tree["dag"]),
        bij(tree.get("vereist", {})),
        "alleenVerteld" in tree and tree["alleenVerteld"].value is True,
        tuple(str(each) if isinstance(each, Passage) else _alinea(each) for each in tree["alineas"]),
    )


def _letters(tree: Tree, varianten: Mapping[str, LetterVariant]) -> dict[str, BriefRegel]:
    return {
        id: BriefRegel(
            aan=str(each.get("aan", "werkgever")),
            grond=_names(each.get("grond", tree["grond"])),
            oordelen=_names(each["oordelen"]) if "oordelen" in each else varianten[id].oordelen,
            vereist=bij(each.get("vereist", {})),
            achteraf="achteraf" in each and each["achteraf"].value is True,
            gegevens=_names(each.get("gegevens", [])),
            alineas=tuple(map(_alinea, each.get("alineas", []))),
            zonder=_names(each.get("zonder", [])),
            bijlagen=_names(each.get("bijlagen", [])),
        )
        for id, each in tree["varianten"].items()
    }


def _words(own: Tree, shared: Tree) -> BriefTekst:
    def both(part: str) -> dict[str, str]:
        return {key: str(text) for key, text in {**shared.get(part, {}), **own.get(part, {})}.items()}

    return BriefTekst(
        str(own["noemen"]),
        both("onderwerp"),
        both("alineas"),
        both("gegevens"),
        both("plaatsen"),
        both("bijlagen"),
    )


def _shared(tree: Tree) -> GedeeldeTekst:
    return GedeeldeTekst(
        van=_names(tree["van"]),
        aan={id: _names(lines) for id, lines in tree["aan"].items()},
        dagtekening=str(tree["dagtekening"]),
        kopjes=_texts(tree["kopjes"]),
        aanhef=_texts(tree["aanhef"]),
        slot=_names(tree["slot"]),
        twee_talen=str(tree["tweeTalen"]),
        woorden={feit: _texts(opties) for feit, opties in tree["woorden"].items()},
        verwijzing=_texts(tree["verwijzing"]),
        wetten=_texts(tree["wetten"]),
        geen_brief=_texts(tree["geenBrief"]),
    )


def _card(tree: Tree) -> dict[str, dict[str, str]]:
    return {part: _texts(texts) for part, texts in tree.items()}


def _names(passages: Iterable[Passage]) -> tuple[str, ...]:
    return tuple(map(str, passages))


def _texts(tree: Tree) -> dict[str, str]:
    return {key: str(text) for key, text in tree.items()}
