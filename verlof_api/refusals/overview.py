"""The employer's side of a leave as the law has it, for the catalogue: no situation, so no days."""

from collections.abc import Mapping, Sequence

from verlof_api.assessment.wire import JsonObject, sources
from verlof_api.law.bronnen import Bron
from verlof_api.law.strict_yaml import Tree
from verlof_api.refusals.model import Antwoordtermijn, Grond, Kenmerk, RefusalBook, WeigeringRegel, WeigeringVersie
from verlof_api.refusals.words import ZOALS_GEVRAAGD, ZONDER_DAG


def refusal_card(
    boek: RefusalBook, regel: WeigeringRegel, versie: WeigeringVersie, verlof: str, taal: str
) -> JsonObject:
    """What an employer may answer to a leave on one day of law; `verlof` is the name of the leave in a sentence."""
    words = boek.woorden[taal]

    def antwoord(grond: Grond) -> JsonObject:
        own = regel.teksten[taal].get(grond.tekst)
        tekst = own.uitleg if own is not None else words["antwoorden"][grond.tekst]["uitleg"]
        return {
            "als": None if grond.als is None else str(grond.als),
            "isGrond": grond.grond,
            "tekst": str(tekst).format(verlof=verlof, artikel=articles(grond.bronnen)),
            "bronnen": sources(grond.bronnen),
        }

    return {
        "redenen": [
            {"id": id, "label": str(words["redenen"][id]), "antwoorden": [antwoord(each) for each in gronden]}
            for id, gronden in versie.redenen.items()
        ],
        "termijn": None if versie.termijn is None else _termijn(versie.termijn, words, verlof),
        "vorm": {
            "eisen": [
                {"id": eis.id, "label": str(words["vormen"][eis.id]["label"]), "bronnen": sources(eis.bronnen)}
                for eis in versie.eisen
            ],
            "gevolg": versie.vormgevolg,
        },
        "stilte": {
            "gevolg": versie.stilte,
            "tekst": stilte_tekst(versie.stilte, words, verlof, versie.stiltebronnen),
            "bronnen": sources(versie.stiltebronnen),
        },
        "kenmerken": kenmerken(versie.werkgever, words),
    }


def _termijn(termijn: Antwoordtermijn, words: Tree, verlof: str) -> JsonObject:
    by_day = termijn.regel is not None
    tekst = words["termijnregels"][termijn.regel] if by_day else words["termijn"][termijn.tekst]
    said = str(tekst).format(verlof=verlof, artikel=articles(termijn.bronnen))
    return {
        "als": None if termijn.als is None else str(termijn.als),
        "regel": None if termijn.uiterlijk is None else str(termijn.uiterlijk),
        "gevolg": termijn.gevolg,
        "tekst": f"{said} {words['te-laat'][termijn.gevolg]}",
        "bronnen": sources(termijn.bronnen),
    }


def vormen(boek: RefusalBook, taal: str) -> list[JsonObject]:
    """The forms a refusal can have, as questions."""
    words = boek.woorden[taal]["vormen"]
    return [{"id": id, "label": str(words[id]["label"]), "vraag": str(words[id]["vraag"])} for id in boek.vormen]


def redenen(boek: RefusalBook, taal: str) -> list[JsonObject]:
    """The reasons an employer can give; `zwijgt`: there was no answer, so there is no day and no form of it."""
    words = boek.woorden[taal]["redenen"]
    return [{"id": reden.id, "label": str(words[reden.id]), "zwijgt": reden.zwijgt} for reden in boek.redenen.values()]


def stilte_tekst(gevolg: str, words: Tree, verlof: str, bronnen: Sequence[Bron], uiterlijk: str | None = None) -> str:
    """What silence means, until `uiterlijk` where that day is known."""
    id = ZONDER_DAG if gevolg == ZOALS_GEVRAAGD and uiterlijk is None else gevolg
    return str(words["stilte"][id]).format(verlof=verlof, artikel=articles(bronnen), uiterlijk=uiterlijk)


def kenmerken(cells: Mapping[str, Kenmerk], words: Tree) -> JsonObject:
    """The matrix of a leave: per subject its value, in words, with its sources."""
    return {
        name: {
            "waarde": cell.waarde,
            "tekst": str(words["werkgever"][f"{name}-{cell.waarde}"]),
            "bronnen": sources(cell.bronnen),
        }
        for name, cell in cells.items()
    }


def articles(bronnen: Sequence[Bron]) -> str:
    """The sources as they stand between brackets in a sentence."""
    return ", ".join(map(str, bronnen))
