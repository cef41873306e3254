"""The letters: which there are, how they are put together, and their words; see docs/regels-schrijven.md.

Structure and words stand apart, as with rules and their texts: brieven.yaml and `brief.yaml` say what stands in a
letter and when, brieven.<taal>.yaml and `brief.<taal>.yaml` say it. Nothing here knows how a letter looks.
"""

from collections.abc import Iterable, Mapping
from typing import Final

from verlof_api.law.bronnen import Bron, Wetboek
from verlof_api.law.errors import Loaded
from verlof_api.law.folder import Folder, missing
from verlof_api.law.regelboek import Rulebook
from verlof_api.law.strict_yaml import Passage, Tree
from verlof_api.letters.mistakes import citations, mistakes
from verlof_api.letters.model import (
    AlineaRegel,
    Bij,
    BriefRegel,
    BriefTekst,
    Brieven,
    GedeeldeTekst,
    LetterVariant,
    VerlofBrieven,
)

SHARED = "brieven.yaml"
_EMPLOYER: Final = "werkgever"  # whom a letter is to, unless it says otherwise


def load_brieven(folder: Folder, rulebook: Rulebook) -> Loaded[Brieven]:
    """The letters."""
    errors = tuple(missing(folder, [SHARED])) or tuple(mistakes(folder, rulebook))
    return Loaded(None, errors) if errors else Loaded(_brieven(folder, rulebook.wetboek))


def _brieven(folder: Folder, wetboek: Wetboek) -> Brieven:
    tree = folder[SHARED].located()
    varianten = {id: _variant(each, wetboek) for id, each in tree["varianten"].items()}
    shared = {taal: folder[f"brieven.{taal}.yaml"].located() for taal in folder.talen}
    leaves = {}
    for document in folder.of_kind("brief"):
        here = document.file.rpartition("/")[0]
        words = {taal: folder[f"{here}/brief.{taal}.yaml"].located() for taal in folder.talen}
        letters = document.located()
        leaves[here.replace("/", ".")] = VerlofBrieven(
            _letters(letters, varianten, wetboek),
            {taal: _words(words[taal], shared[taal]) for taal in folder.talen},
            {**tree.get("waarden", {}), **letters.get("waarden", {})},
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


def _alinea(tree: Tree, wetboek: Wetboek) -> AlineaRegel:
    return AlineaRegel(
        str(tree["id"]),
        bij(tree.get("bij", {})),
        "vervolg" in tree,
        tree.get("als"),
        tuple(_bron(each, wetboek) for each in citations(tree)),
    )


def _bron(citation: Passage, wetboek: Wetboek) -> Bron:
    return wetboek.resolve(str(citation), None)


def _variant(tree: Tree, wetboek: Wetboek) -> LetterVariant:
    return LetterVariant(
        aan=str(tree.get("aan", _EMPLOYER)),
        in_plaats_van=str(tree["inPlaatsVan"]) if "inPlaatsVan" in tree else None,
        oordelen=_names(tree["oordelen"]),
        dag=str(tree["dag"]),
        vereist=bij(tree.get("vereist", {})),
        als=tree.get("als"),
        alleen_verteld="alleenVerteld" in tree and tree["alleenVerteld"].value is True,
        alineas=tuple(str(each) if isinstance(each, Passage) else _alinea(each, wetboek) for each in tree["alineas"]),
        bericht=tuple(_alinea(each, wetboek) for each in tree["bericht"]),
    )


def _letters(tree: Tree, varianten: Mapping[str, LetterVariant], wetboek: Wetboek) -> dict[str, BriefRegel]:
    return {
        id: BriefRegel(
            aan=str(each["aan"]) if "aan" in each else varianten[id].aan,
            grond=_names(each.get("grond", tree["grond"])),
            oordelen=_names(each["oordelen"]) if "oordelen" in each else varianten[id].oordelen,
            vereist=bij(each.get("vereist", {})),
            als=each.get("als"),
            zonder_recht=each.get("zonderRecht"),
            achteraf="achteraf" in each and each["achteraf"].value is True,
            gegevens=_names(each.get("gegevens", [])),
            alineas=tuple(_alinea(alinea, wetboek) for alinea in each.get("alineas", [])),
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
