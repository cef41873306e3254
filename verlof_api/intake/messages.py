"""The words of every input error, Dutch and English: data, one line per code.

`{…}` is filled from the details of the finding, which are our own words and limits, never the caller's.
"""

from collections.abc import Mapping
from typing import Any

DEFAULT_LANGUAGE = "nl"

MESSAGES: Mapping[str, Mapping[str, str]] = {
    # --- the message as JSON ---------------------------------------------------------------------
    "leeg": {
        "nl": "Het bericht is leeg.",
        "en": "The message is empty.",
    },
    "ongeldige-json": {
        "nl": "Dit is geen geldige JSON: het gaat mis op regel {regel}, teken {teken}.",
        "en": "This is not valid JSON: it goes wrong on line {regel}, character {teken}.",
    },
    "ongeldige-tekens": {
        "nl": "De tekst is geen geldige UTF-8.",
        "en": "The text is not valid UTF-8.",
    },
    "dubbele-sleutel": {
        "nl": "Dit veld staat er meer dan één keer.",
        "en": "This field is there more than once.",
    },
    "ongeldig-getal": {
        "nl": "Dit getal kan niet: NaN en Infinity niet, en meer dan {maximum} tekens ook niet.",
        "en": "This number is not accepted: no NaN, no Infinity, and no more than {maximum} characters.",
    },
    "te-diep": {
        "nl": "De JSON is te diep genest: hoogstens {maximum} niveaus.",
        "en": "The JSON is nested too deeply: at most {maximum} levels.",
    },
    "te-veel-delen": {
        "nl": "Dit bericht heeft te veel delen: hoogstens {maximum} objecten, lijsten en waarden.",
        "en": "This message has too many parts: at most {maximum} objects, lists and values.",
    },
    # --- names -----------------------------------------------------------------------------------
    "onbekend-veld": {
        "nl": "Dit veld kennen we niet.",
        "en": "We do not know this field.",
    },
    "onbekend-feit": {
        "nl": "Dit feit kennen we niet. Alle feiten staan op /v1/vragen.",
        "en": "We do not know this fact. All facts are listed at /v1/vragen.",
    },
    "onbekende-verlofsoort": {
        "nl": "Deze verlofsoort kennen we niet. Alle soorten staan op /v1/verlofsoorten.",
        "en": "We do not know this kind of leave. All kinds are listed at /v1/verlofsoorten.",
    },
    "onbekende-situatie": {
        "nl": "Deze situatie kennen we niet.",
        "en": "We do not know this situation.",
    },
    "meer-fouten": {
        "nl": "Hier klopt nog meer niet; alleen de eerste {maximum} fouten staan erbij.",
        "en": "There are more mistakes here; only the first {maximum} are listed.",
    },
    "alleen-met-inclusiefVoorstellen": {
        "nl": "Dit is een wetsvoorstel, nog geen wet. Zet inclusiefVoorstellen op true om het mee te nemen.",
        "en": "This is a bill, not law yet. Set inclusiefVoorstellen to true to include it.",
    },
    "toch-verteld": {
        "nl": "Dit feit staat ook onder feiten. Weet je het niet, laat het daar dan weg.",
        "en": "This fact is under feiten as well. If you do not know it, leave it out there.",
    },
    "spreekt-tegen": {
        "nl": "Dit en {andere} spreken elkaar tegen. Laat een van de twee weg.",
        "en": "This and {andere} contradict each other. Leave one of the two out.",
    },
    # --- values ----------------------------------------------------------------------------------
    "verplicht": {
        "nl": "Dit veld is verplicht.",
        "en": "This field is required.",
    },
    "verkeerd-type": {
        "nl": "Hier hoort {soort}.",
        "en": "Expected {soort}.",
    },
    "geen-waarde": {
        "nl": "null is geen antwoord. Weet je het niet, laat dit veld dan weg.",
        "en": "null is not an answer. If you do not know, leave this field out.",
    },
    "ongeldige-keuze": {
        "nl": "Dit is geen mogelijke keuze.",
        "en": "This is not one of the options.",
    },
    "ongeldige-datum": {
        "nl": "Dit moet een bestaande datum zijn in de vorm JJJJ-MM-DD.",
        "en": "This must be an existing date in the form YYYY-MM-DD.",
    },
    "buiten-bereik": {
        "nl": "Dit moet liggen van {minimum} tot en met {maximum}.",
        "en": "This must lie between {minimum} and {maximum}, both included.",
    },
    "te-precies": {
        "nl": "Dit heeft te veel cijfers achter de komma: hoogstens {decimalen}.",
        "en": "This has too many decimals: at most {decimalen}.",
    },
    "tot-voor-van": {
        "nl": "De laatste dag (tot) ligt vóór de eerste (van).",
        "en": "The last day (tot) lies before the first (van).",
    },
    "te-lang": {
        "nl": "Dit is te lang: hoogstens {maximum}.",
        "en": "This is too long: at most {maximum}.",
    },
    "te-kort": {
        "nl": "Deze lijst is leeg: noem er minstens één, of laat het veld weg.",
        "en": "This list is empty: name at least one, or leave the field out.",
    },
    "dubbel": {
        "nl": "Dit staat al eerder in de lijst.",
        "en": "This is already in the list.",
    },
}

# What a value must be: the JSON type in words, for `verkeerd-type`.
KINDS: Mapping[str, Mapping[str, str]] = {
    "object": {"nl": "een object", "en": "an object"},
    "lijst": {"nl": "een lijst", "en": "a list"},
    "bool": {"nl": "true of false", "en": "true or false"},
    "int": {"nl": "een geheel getal, zonder aanhalingstekens", "en": "a whole number, without quotes"},
    "number": {"nl": "een getal, zonder aanhalingstekens", "en": "a number, without quotes"},
    "date": {"nl": "een datum in de vorm JJJJ-MM-DD", "en": "a date in the form YYYY-MM-DD"},
    "tekst": {"nl": "tekst", "en": "text"},
}

_MEANT: Mapping[str, str] = {"nl": " Bedoel je {bedoelde}?", "en": " Did you mean {bedoelde}?"}
_WHY: Mapping[str, str] = {"nl": "{waarom} Laat een van de twee weg.", "en": "{waarom} Leave one of the two out."}
_POSITION: Mapping[str, str] = {
    "nl": " Het is veld {positie} van dit object.",
    "en": " It is field {positie} of this object.",
}


def melding(code: str, details: Mapping[str, object], taal: str) -> str:
    """The sentence for `code`; where known, with the position of the field and the word that was probably meant.

    `waarom`, the words of a rule file per language, takes the place of the sentence.
    """
    words: dict[str, Any] = dict(details)
    if "soort" in words:
        words["soort"] = KINDS[str(words["soort"])][taal]
    why = words.get("waarom")
    sentence = MESSAGES[code][taal]
    if isinstance(why, Mapping):
        words["waarom"] = why[taal]
        sentence = _WHY[taal]
    if "uitleg" in words:
        sentence += f" {words['uitleg'][taal]}"
    if "positie" in words:
        sentence += _POSITION[taal]
    if "bedoelde" in words:
        sentence += _MEANT[taal]
    return sentence.format(**words)
