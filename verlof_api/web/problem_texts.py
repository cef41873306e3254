"""Every kind of problem this service answers with: status, title and explanation, Dutch and English. Data."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

URN: Final = "urn:verlofregelaar:probleem:"


@dataclass(frozen=True)
class Kind:
    """A problem type (RFC 9457 section 3.1.1): the same code always has the same status and title."""

    status: int
    title: Mapping[str, str]
    detail: Mapping[str, str]


def _kind(status: int, nl: tuple[str, str], en: tuple[str, str]) -> Kind:
    return Kind(status, {"nl": nl[0], "en": en[0]}, {"nl": nl[1], "en": en[1]})


KINDS: Final[Mapping[str, Kind]] = {
    "ongeldige-invoer": _kind(
        400,
        ("De invoer klopt niet", "Onder `fouten` staat per plaats wat er niet klopt."),
        ("The input is not right", "`fouten` says for each place what is not right."),
    ),
    "buiten-bereik": _kind(
        400,
        ("Een waarde ligt buiten bereik", "Onder `fouten` staat per plaats welke waarden kunnen."),
        ("A value is out of range", "`fouten` says for each place which values are possible."),
    ),
    "ongeldig-verzoek": _kind(
        400,
        ("Het verzoek klopt niet", "De server kan dit verzoek niet lezen."),
        ("The request is not right", "The server cannot read this request."),
    ),
    "adres-te-lang": _kind(
        414,
        ("Het adres is te lang", "Stuur wat je vertelt in een bericht, niet in het adres."),
        ("The address is too long", "Send what you tell in a message, not in the address."),
    ),
    "headers-te-groot": _kind(
        431,
        ("De headers zijn te groot", "De server leest niet zoveel headers."),
        ("The headers are too large", "The server does not read that many headers."),
    ),
    "sleutel-ontbreekt": _kind(
        401,
        ("Er is een sleutel nodig", "Stuur je sleutel mee in een header: `Authorization: Bearer` en dan de sleutel."),
        ("A key is needed", "Send your key in a header: `Authorization: Bearer` and then the key."),
    ),
    "sleutel-onbekend": _kind(
        401,
        ("Deze sleutel kennen we niet", "Kijk of je hem heel en goed hebt overgenomen."),
        ("We do not know this key", "See whether you copied all of it, and rightly."),
    ),
    "sleutel-verlopen": _kind(
        403,
        ("Deze sleutel werkt niet meer", "Vraag een nieuwe aan wie deze dienst beheert."),
        ("This key does not work any more", "Ask whoever runs this service for a new one."),
    ),
    "te-veel-verzoeken": _kind(
        429,
        ("Je vraagt te veel", "Probeer het later opnieuw. De header Retry-After zegt over hoeveel seconden."),
        ("You ask too much", "Try again later. The Retry-After header says in how many seconds."),
    ),
    "niet-gevonden": _kind(
        404,
        ("Niet gevonden", "Op dit adres is niets. Een adres eindigt nooit op een schuine streep."),
        ("Not found", "There is nothing at this address. An address never ends in a slash."),
    ),
    "onbekende-verlofsoort": _kind(
        404,
        ("Deze verlofsoort bestaat niet", "Alle verlofsoorten staan op /v1/verlofsoorten."),
        ("This kind of leave does not exist", "All kinds of leave are listed at /v1/verlofsoorten."),
    ),
    "methode-niet-toegestaan": _kind(
        405,
        ("Deze methode kan hier niet", "De header Allow noemt de methoden die hier wel kunnen."),
        ("This method is not possible here", "The Allow header names the methods that are possible here."),
    ),
    "niet-acceptabel": _kind(
        406,
        ("Dit formaat is er niet", "Vraag met de header Accept om {mediatype}."),
        ("This format is not available", "Ask for {mediatype} in the Accept header."),
    ),
    "te-traag": _kind(
        408,
        (
            "Het verzoek kwam te langzaam",
            "De server wacht maar een paar seconden op een heel verzoek. Stuur het opnieuw.",
        ),
        ("The request came too slowly", "The server waits just a few seconds for a whole request. Send it again."),
    ),
    "te-groot": _kind(
        413,
        ("Het bericht is te groot", "Een bericht mag hoogstens {maximum} bytes zijn."),
        ("The message is too large", "A message may be at most {maximum} bytes."),
    ),
    "verkeerd-mediatype": _kind(
        415,
        ("Dit soort bericht kan niet", "Stuur application/json in UTF-8, niet gecomprimeerd."),
        ("This kind of message is not possible", "Send application/json in UTF-8, not compressed."),
    ),
    "geen-brief": _kind(
        400,
        ("Deze brief kan niet", "{reden}"),
        ("This letter cannot be made", "{reden}"),
    ),
    "interne-fout": _kind(
        500,
        ("Er ging iets mis", "De fout ligt bij ons. Noem `instance` als je hem meldt."),
        ("Something went wrong", "The mistake is ours. Quote `instance` when you report it."),
    ),
    "niet-gereed": _kind(
        503,
        ("Nog niet gereed", "De dienst kan nog geen goed antwoord geven. Onder `reden` staat waarom."),
        ("Not ready yet", "The service cannot give a right answer yet. `reden` says why."),
    ),
}

# The `reden` of a service that is not ready.
NOT_READY: Final[Mapping[str, Mapping[str, str]]] = {
    "klok": {
        "nl": "De klok van deze computer staat op een dag van voor de eerste regels. Zet de klok goed.",
        "en": "The clock of this computer is at a day before the first rules. Set the clock right.",
    },
    "regels": {
        "nl": "De regels geven geen antwoord. Het log zegt waar het misging.",
        "en": "The rules do not answer. The log says where it went wrong.",
    },
}
