"""The employer's side of a leave as the law has it, for the catalogue: no situation, so no days."""

from collections.abc import Mapping, Sequence

from verlof_api.assessment.wire import JsonObject, sources
from verlof_api.law.bronnen import Bron
from verlof_api.law.strict_yaml import Tree
from verlof_api.refusals.model import (
    Antwoordtermijn,
    Geval,
    Grond,
    Kenmerk,
    RefusalBook,
    Stilte,
    WeigeringRegel,
    WeigeringTekst,
    WeigeringVersie,
)
from verlof_api.refusals.words import without_day


def refusal_card(
    boek: RefusalBook, regel: WeigeringRegel, versie: WeigeringVersie, namen: Mapping[str, str], taal: str
) -> JsonObject:
    """What an employer may answer to a leave on one day of law; `namen`: how a sentence names the leave.

    What holds in a case goes first, with the condition of that case.
    """
    words = boek.woorden[taal]
    known = {**words["antwoorden"], **regel.teksten[taal]}

    def antwoord(grond: Grond, case: Geval | None) -> JsonObject:
        values = {**namen, **_asked(words, namen, versie if case is None else case.versie)}
        text = known[without_day(grond.tekst) if without_day(grond.tekst) in known else grond.tekst]
        uitleg = text.uitleg if isinstance(text, WeigeringTekst) else text["uitleg"]
        return {
            "als": _both(case, grond),
            "isGrond": grond.grond,
            "tekst": str(uitleg).format_map({**values, "artikel": articles(grond.bronnen)}),
            "bronnen": sources(grond.bronnen),
        }

    def antwoorden(id: str) -> list[JsonObject]:
        cases = [antwoord(each, case) for case in versie.gevallen for each in case.versie.redenen[id]]
        return cases + [antwoord(each, None) for each in versie.redenen[id]]

    stilte = versie.stiltes[-1]
    return {
        "redenen": [
            {"id": id, "label": str(words["redenen"][id]), "antwoorden": antwoorden(id)} for id in versie.redenen
        ],
        "termijn": None if versie.termijn is None else _termijn(versie.termijn, words, namen["verlof"]),
        "vorm": {
            "eisen": [
                {"id": eis.id, "label": str(words["vormen"][eis.id]["label"]), "bronnen": sources(eis.bronnen)}
                for eis in versie.eisen
            ],
            "gevolg": versie.vormgevolg,
        },
        "stilte": {
            "gevolg": stilte.gevolg,
            "tekst": _silence(stilte, words, namen),
            "bronnen": sources(stilte.bronnen),
        },
        "kenmerken": kenmerken(versie.werkgever, words),
    }


def _both(case: Geval | None, grond: Grond) -> str | None:
    conditions = [str(each) for each in (case and case.als, grond.als) if each is not None]
    return " en ".join(f"({each})" for each in conditions) if len(conditions) > 1 else next(iter(conditions), None)


def _asked(words: Tree, namen: Mapping[str, str], versie: WeigeringVersie) -> dict[str, str]:
    if versie.vraag is None:
        return {}
    return {name: str(text).format_map(namen) for name, text in words["vragen"][versie.vraag].items()}


def _silence(stilte: Stilte, words: Tree, namen: Mapping[str, str]) -> str:
    known = words["stilte"]
    text = known[without_day(stilte.tekst) if without_day(stilte.tekst) in known else stilte.tekst]
    return str(text).format_map({**namen, "artikel": articles(stilte.bronnen)})


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
