"""Every kind of problem that this service answers with, and its status; words/<taal>/problemen.yaml says what it is."""

from collections.abc import Mapping
from typing import Final

from verlof_api.phrases import Words, phrases_in

URN: Final = "urn:verlofregelaar:probleem:"

# The same code always has the same status and title (RFC 9457, section 3.1.1).
STATUS: Final[Mapping[str, int]] = {
    "ongeldige-invoer": 400,
    "buiten-bereik": 400,
    "ongeldig-verzoek": 400,
    "adres-te-lang": 414,
    "headers-te-groot": 431,
    "sleutel-ontbreekt": 401,
    "sleutel-onbekend": 401,
    "sleutel-verlopen": 403,
    "te-veel-verzoeken": 429,
    "niet-gevonden": 404,
    "onbekende-verlofsoort": 404,
    "methode-niet-toegestaan": 405,
    "niet-acceptabel": 406,
    "te-traag": 408,
    "te-groot": 413,
    "verkeerd-mediatype": 415,
    "geen-brief": 400,
    "interne-fout": 500,
    "niet-gereed": 503,
}


def words_for(code: str, taal: str) -> Words:
    """The `titel` and the `uitleg` of a problem."""
    words: Words = phrases_in(taal)["problemen"]["soorten"][code]
    return words


def why_not_ready(reason: str, taal: str) -> str:
    """Why the service cannot answer now; `reason`: `klok` or `regels`."""
    return str(phrases_in(taal)["problemen"]["niet-gereed"][reason])
