"""The words around what the terminal shows, per language. What is asked and answered comes from the rules."""

from collections.abc import Mapping
from typing import Any, Final

CARDS: Final[Mapping[str, Mapping[str, str]]] = {"nl": {"vragen": "Vertel ook"}, "en": {"vragen": "Tell us also"}}

DIFFERENCES: Final[Mapping[str, Mapping[str, Any]]] = {
    "nl": {
        "niets": "Er verandert niets.",
        "wijziging": {"nieuw": "nieuw", "vervallen": "vervallen", "gewijzigd": "gewijzigd"},
        "kort": "In het kort:",
        "andere-bron": "staat nu in {bronnen}",
        "was-er-niet": "(stond er niet)",
        "is-er-niet-meer": "(vervallen)",
        "werkt-door": "werkt door in {onderdelen}",
        "geeft": "geeft: {wat}",
        "gaf": "gaf: {wat}",
        "zou-geven": "zou geven: {wat}",
        "voorstel": "een voorstel, nog geen wet",
        "kijk-bij": "kijk bij {verlof}",
        "bedragen": "Bedragen:",
        "niet-bekend": "Op {dag} kennen we geen bedrag van: {bedragen}.",
        "uitkomsten": "Hetzelfde geval op dezelfde dag, een andere uitkomst ({aantal}):",
        "in-het-nederlands": "",
        "onderdeel": {
            "voorwaarde": "voorwaarde",
            "uitkomst": "uitkomst",
            "omvang": "omvang",
            "periode": "periode",
            "betaling": "betaling",
            "termijn": "termijn",
            "werkgever": "werkgever",
            "afwijken": "afwijken",
        },
    },
    "en": {
        "niets": "Nothing changes.",
        "wijziging": {"nieuw": "new", "vervallen": "gone", "gewijzigd": "changed"},
        "kort": "In short:",
        "andere-bron": "now stands in {bronnen}",
        "was-er-niet": "(was not there)",
        "is-er-niet-meer": "(gone)",
        "werkt-door": "works through in {onderdelen}",
        "geeft": "gives: {wat}",
        "gaf": "gave: {wat}",
        "zou-geven": "would give: {wat}",
        "voorstel": "a bill, not law yet",
        "kijk-bij": "see {verlof}",
        "bedragen": "Amounts:",
        "niet-bekend": "On {dag} we know no amount of: {bedragen}.",
        "uitkomsten": "The same case on the same day, another outcome ({aantal}):",
        "in-het-nederlands": "The names and texts of rules, amounts and scenarios are in Dutch, as in the rule files.",
        "onderdeel": {
            "voorwaarde": "condition",
            "uitkomst": "outcome",
            "omvang": "size",
            "periode": "period",
            "betaling": "pay",
            "termijn": "term",
            "werkgever": "employer",
            "afwijken": "other agreements",
        },
    },
}

DIALOGUE: Final[Mapping[str, Mapping[str, Any]]] = {
    "nl": {
        "wat-is-er": "Wat is er aan de hand? Zeg het in je eigen woorden, of typ `lijst` voor alle situaties.",
        "kies": "Typ het nummer dat past, of zeg het anders.",
        "niets-gevonden": "Dit herkennen we niet. Zeg het anders, of typ `lijst`.",
        "misschien": "Dit herkennen we niet goed. Misschien bedoel je dit. Of zeg het anders, of typ `lijst`.",
        "hoe-begin": "Een paar woorden is genoeg, zoals: mijn kind is ziek. Of typ een nummer uit de lijst. `lijst` "
        "toont alle situaties, `stop` stopt.",
        "hoe": "`?` geeft uitleg, `<` gaat terug, `-` is: weet ik niet, of sla dit over. `stop` geeft het antwoord tot "
        "nu toe.",
        "voortgang": "Vraag {vraag}. Nog hoogstens {over} over je recht. {vast} van {verloven} verloven staan vast.",
        "voortgang-vast": "Vraag {vraag}. {vast} van {verloven} verloven staan vast.",
        "staat-vast": "Je antwoorden bepalen nu elk oordeel dat kan. Wat volgt, gaat over uren en geld. Stoppen mag.",
        "was": "Eerst zei je: {waarde}. Enter laat dit zo.",
        "geen-vorige": "Dit is de eerste vraag.",
        "ja": "ja",
        "nee": "nee",
        "waarom": {
            "oordeel": "We vragen dit omdat het meebepaalt of je recht hebt op: {verloven}.",
            "omvang": "We vragen dit om je uren en dagen uit te rekenen bij: {verloven}.",
            "betaling": "We vragen dit om uit te rekenen wat je betaald krijgt bij: {verloven}.",
        },
        "typ": {
            "bool": "Antwoord met ja of nee, of met het nummer.",
            "int": "Typ een heel getal, zoals 32.",
            "number": "Typ een getal, zoals 32 of 12,5.",
            "hours-per-leave": "Typ een getal, zoals 32 of 12,5.",
            "weeks-per-leave": "Typ een getal, zoals 32 of 12,5.",
        },
        "vorm": {
            "date": "Een dag, zoals 2026-11-22.",
            "date-per-leave": "Een dag, zoals 2026-11-22.",
            "periods": "Van en tot en met, zoals 2026-11-01 2026-11-09. Meer keer: achter elkaar. Niet: typ `geen`.",
        },
    },
    "en": {
        "wat-is-er": "What is going on? Say it in your own words, or type `list` for all situations.",
        "kies": "Type the number that fits, or say it differently.",
        "niets-gevonden": "We do not recognise this. Say it differently, or type `list`.",
        "misschien": "We do not quite recognise this. Perhaps you mean this. Or say it differently, or type `list`.",
        "hoe-begin": "A few words are enough, such as: my child is ill. Or type a number from the list. `list` shows "
        "all situations, `stop` stops.",
        "hoe": "`?` explains, `<` goes back, `-` means: I do not know, or skip this. `stop` gives the answer so far.",
        "voortgang": "Question {vraag}. At most {over} left about your right. {vast} of {verloven} leaves are settled.",
        "voortgang-vast": "Question {vraag}. {vast} of {verloven} leaves are settled.",
        "staat-vast": "Your answers now settle every verdict they can. The rest is about hours and pay. You may stop.",
        "was": "Before you said: {waarde}. Enter keeps it.",
        "geen-vorige": "This is the first question.",
        "ja": "yes",
        "nee": "no",
        "waarom": {
            "oordeel": "We ask this because it helps to decide whether you have a right to: {verloven}.",
            "omvang": "We ask this to work out your hours and days of: {verloven}.",
            "betaling": "We ask this to work out what you are paid during: {verloven}.",
        },
        "typ": {
            "bool": "Answer yes or no, or type the number.",
            "int": "Type a whole number, such as 32.",
            "number": "Type a number, such as 32 or 12.5.",
            "hours-per-leave": "Type a number, such as 32 or 12.5.",
            "weeks-per-leave": "Type a number, such as 32 or 12.5.",
        },
        "vorm": {
            "date": "A day, such as 2026-11-22.",
            "date-per-leave": "A day, such as 2026-11-22.",
            "periods": "First and last day, such as 2026-11-01 2026-11-09. More than once: one after the other. "
            "Not at all: type `none`.",
        },
    },
}
