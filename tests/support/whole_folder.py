"""The fictional law with everything that a service needs beside it: a situation, a letter, refusals, a calendar, money.

The words for these are made up, each other ones, so that it shows which folder an answer comes from. Words that name no
law (of the card and the money) are those of the real rules.
"""

import shutil
from collections.abc import Mapping
from typing import Any

from tests.support.rules_folder import TALEN, RulesFolder, dumped
from verlof_api.law import RULES
from verlof_api.letters.mistakes import REASONS
from verlof_api.refusals.words import FIXED

LEAVE = "wazo.boomverlof"
HERE = "wazo/boomverlof"

FACTS = """\
gewensteEinddatum: {type: date, wens: true}
werkgeverAntwoord: {type: enum, opties: [toegekend, geweigerd, gewijzigd]}
werkgeverAntwoordDatum: {type: date}
"""

STRUCTURE = {
    "situaties.yaml": """\
        boom-om:
          verlofsoorten: [wazo.boomverlof]
          feiten: {arbeidsrelatie: werknemer, tuin: true}
          doelgroep: werknemer
        """,
    "brieven.yaml": """\
        zonderBrief: [wazo.struikverlof]
        ontvangers: {werkgever: {}}
        termijnen: {melden: [melden-werkgever]}
        gegevens: {}
        verleden: [plantdatum]
        toekomst: [gewensteIngangsdatum]
        vanaf: [vroegste-ingang]
        nooitVoor: {}
        varianten:
          melding:
            oordelen: [recht]
            dag: vandaag
            alineas: [{id: meld-recht, bij: {oordeel: [recht]}, stelt: recht}]
            bericht: [{id: meld-recht, bij: {oordeel: [recht]}, stelt: recht}]
        """,
    f"{HERE}/brief.yaml": "grond: [omvang]\nvarianten: {melding: {}}\n",
    "weigeringen.yaml": """\
        antwoord: {feit: werkgeverAntwoord, waarde: geweigerd, blijft: [toegekend], nee: [geweigerd],
          datum: werkgeverAntwoordDatum}
        redenen: {te-druk: {overig: true}}
        vormen: [schriftelijk]
        slotsommen:
          mag: {slot: slot, morgen: werken, bellen: bel}
          geen-stand: {slot: slot, morgen: werken, bellen: bel}
          niet-nodig: {slot: slot, morgen: werken, bellen: bel}
        helpers: {tuinman: {}}
        profielen:
          boom:
            redenen: {te-druk: {grond: nee, tekst: boom-gaat-voor}}
            vorm: {eisen: [], gevolg: geen}
            stilte: {gevolg: niet-nodig}
            termijn:
              {uiterlijk: peildatum, vanaf: peildatum, regel: op-tijd, gevolg: zoals-gevraagd, bron: Bomenwet 4:4}
            werkgever: {benadeling: {waarde: verboden}}
            helpers: [tuinman]
        """,
    "agenda.yaml": """\
        uur: 9
        verlof: {begin: gewensteIngangsdatum, einde: gewensteEinddatum, alarm: [7]}
        vanaf: {alarm: [7]}
        venster: {alarm: [28], behalve-bij: []}
        periode-is-verlof: []
        rechtsmiddelen: {}
        termijnen: {melden-werkgever: {alarm: [14]}, vervaldatum: {alarm: [28]}}
        """,
    "geldregel.yaml": """\
        betaaldagen: {per-week: 5, bron: Bomenwet 8}
        achteraf: {}
        verder: {netto: {url: "https://voorbeeld.nl"}}
        """,
}
WITHOUT_LETTERS = "wazo.struikverlof"
REFUSALS = """\
    id: {leave}
    versies:
      - geldig: {{van: 2002-01-01}}
        gelezen: 2010-06-01
        profiel: boom
        recht: Bomenwet 4:4
    """
OF_THE_REAL_RULES = ("kaart", "geldregel")


def whole(rules: RulesFolder) -> RulesFolder:
    """Add to a folder of the fictional law what it lacks for a service."""
    rules.facts(FACTS)
    rules.rule(WITHOUT_LETTERS, "voorwaarden: [{id: struik, als: tuin, bron: Bomenwet 9}]")
    for leave in (LEAVE, WITHOUT_LETTERS):
        rules.write(f"{leave.replace('.', '/')}/weigering.yaml", REFUSALS.format(leave=leave))
    for file, text in STRUCTURE.items():
        rules.write(file, text)
    for taal in TALEN:
        for name in OF_THE_REAL_RULES:
            shutil.copy(RULES / f"{name}.{taal}.yaml", rules.root / f"{name}.{taal}.yaml")
        for name, words in _words(taal).items():
            rules.write(f"{name}.{taal}.yaml", dumped(words))
    return rules


def _words(taal: str) -> Mapping[str, Any]:
    def say(*ids: str) -> dict[str, str]:
        return {id: f"{id} ({taal})" for id in ids}

    def titled(*ids: str) -> dict[str, dict[str, str]]:
        return {id: {"titel": f"{id} ({taal})", "tekst": f"Over {id} ({taal})."} for id in ids}

    fixed = {section: say(*sorted(ids)) for section, ids in FIXED.items()}
    return {
        "situaties": {
            "situaties": {
                "boom-om": {
                    "titel": f"De boom is om ({taal})",
                    "kort": f"Dan is er boomverlof ({taal}).",
                    "zoekwoorden": ["boom", "omgevallen", "storm"],
                }
            }
        },
        "brieven": {
            "van": [f"[je naam ({taal})]"],
            "aan": {"werkgever": [f"De baas ({taal})"]},
            "dagtekening": "{datum}",
            "kopjes": say("onderwerp", "bijlagen"),
            "aanhef": say("werkgever"),
            "slot": [f"Groet ({taal})"],
            "tweeTalen": f"Twee talen ({taal}).",
            "onderwerp": {"melding": f"Om de boom ({taal})"},
            "alineas": {"meld-recht": f"De boom is om, dus er is {{verlof}} ({taal})."},
            "gegevens": {},
            "plaatsen": {},
            "woorden": {},
            "verwijzing": {"artikel": "artikel {artikel}", "lid": " lid {lid}", "leden": " leden {lid}"}
            | {"onder": " onder {onder}", "wet": " {wet}", "en": " en "},
            "wetten": {"Bomenwet": f"Wet op de bomen ({taal})", "BW": f"Burgerlijk Wetboek ({taal})"},
            "geenBrief": say(*REASONS),
        },
        f"{HERE}/brief": {"noemen": f"boomverlof ({taal})"},
        "weigeringen": fixed
        | {
            "termijnregels": say("op-tijd"),
            "te-laat": say("zoals-gevraagd"),
            "redenen": say("te-druk"),
            "redenbrief": say("te-druk"),
            "vormen": {"schriftelijk": {"label": f"op papier ({taal})", "vraag": f"Op papier ({taal})?"}},
            "antwoorden": {"boom-gaat-voor": {"uitleg": f"De boom gaat voor ({taal}).", "terug": f"Nee ({taal})."}},
            "slotsommen": say("mag", "geen-stand", "niet-nodig"),
            "terugschrijven": fixed["terugschrijven"] | say("slot"),
            "stilte": fixed["stilte"] | say("niet-nodig"),
            "morgen": fixed["morgen"] | say("werken", "bel"),
            "morgen-dag": {id: {"tekst": text} for id, text in fixed["morgen-dag"].items()},
            "werkgever": say("benadeling-verboden"),
            "helpers": {"tuinman": {"naam": f"De tuinman ({taal})", "tekst": f"De tuinman helpt ({taal})."}},
        },
        "agenda": {
            "kalender": f"Bomen ({taal})",
            "zinnen": say("voorbij-uitleg", "recht", "oordeel-nodig", "nog-niet", "vraag-nodig", "schriftelijk")
            | say("vormvrij", "formulier")
            | {"voorbij": "Voorbij: {titel}", "bron": "{wet}, {bron}", "samen": "{een} en {ander}"},
            "gebeurtenissen": titled("verlof", "begin", "vanaf", "venster"),
            "rechtsmiddelen": {},
            "termijnen": titled("melden-werkgever", "vervaldatum"),
        },
    }
