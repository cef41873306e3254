"""Was the employer in time? A worked case for every way in which there is a term, or none."""

from typing import Any

import pytest

EMPLOYEE: dict[str, Any] = {"arbeidsrelatie": "werknemer", "urenPerWeek": 32}
PARENT = EMPLOYEE | {"rolBijKind": "juridisch-ouder", "juridischOuder": True, "geboortedatumKind": "2025-03-01"}
PARTNER = EMPLOYEE | {
    "rolBijKind": "andere-ouder",
    "relatieTotMoeder": "gehuwd",
    "geboortedatumKind": "2026-11-01",
    "geboorteverlofOpgenomen": True,
}
HOURS = EMPLOYEE | {
    "dienstverbandBegin": "2020-01-01",
    "werkgeverGrootte": 60,
    "eerderVerzoek": False,
    "aowLeeftijdBereikt": False,
    "caoAfwijking": "geen",
    "rolBijKind": "geen",
    "betrokkene": "geen",
    "schriftelijk": True,
}


@pytest.mark.parametrize(
    ("verlof", "feiten", "start"),
    [
        # 6:5 lid 3: until four weeks before the start, so 12 November; told of on the 20th
        ("wazo.ouderschapsverlof", PARENT, "2026-12-10"),
        ("wazo.betaald-ouderschapsverlof", PARENT | {"geboortedatumKind": "2026-03-01"}, "2026-12-10"),
        # 4:3 lid 4: until two weeks before the start, so 16 November
        ("wazo.aanvullend-geboorteverlof", PARTNER, "2026-11-30"),
    ],
)
def test_nobody_is_late_for_a_day_that_had_passed_when_the_notice_came(
    told: Any, verlof: str, feiten: dict[str, Any], start: str
) -> None:
    asked = feiten | {"gewensteIngangsdatum": start, "meldingsdatum": "2026-11-20", "werkgeverAntwoord": "gewijzigd"}
    answer = told(verlof, "zwaarwegend-belang", "2026-11-21", **asked)
    assert answer["opTijd"]["uitkomst"] == "oordeel-nodig"
    assert answer["opTijd"]["uiterlijk"] is None
    assert answer["slotsom"]["id"] == "weging"
    assert "hoorde pas daarna van je plan" in answer["opTijd"]["tekst"]
    assert not any("had uiterlijk" in line for line in answer["watTerugSchrijven"])
    assert not any(term["id"] == "antwoord-werkgever" for term in answer["termijnen"])


def test_who_gave_notice_in_time_still_hears_that_the_employer_was_late(told: Any) -> None:
    asked = PARENT | {
        "gewensteIngangsdatum": "2026-12-10",
        "meldingsdatum": "2026-10-01",
        "werkgeverAntwoord": "gewijzigd",
    }
    answer = told("wazo.ouderschapsverlof", "zwaarwegend-belang", "2026-11-21", **asked)
    assert (answer["opTijd"]["uitkomst"], answer["opTijd"]["uiterlijk"]) == ("nee", "2026-11-12")


def test_without_the_day_of_the_notice_nobody_is_called_late(told: Any) -> None:
    asked = PARENT | {"gewensteIngangsdatum": "2026-12-10", "werkgeverAntwoord": "gewijzigd"}
    answer = told("wazo.ouderschapsverlof", "zwaarwegend-belang", "2026-11-21", **asked)
    assert answer["opTijd"]["uitkomst"] == "onbekend"
    assert "meldingsdatum" in answer["ontbrekendeFeiten"]


def test_a_term_that_still_runs_is_told_and_nothing_is_called_missing(told: Any) -> None:
    asked = HOURS | {"gewensteIngangsdatum": "2027-03-01", "meldingsdatum": "2026-11-01"}
    answer = told("wfw.arbeidsplaats", "geen-antwoord", **asked)
    assert (answer["opTijd"]["uitkomst"], answer["opTijd"]["uiterlijk"]) == ("onbekend", "2027-02-01")
    assert answer["opTijd"]["tekst"].startswith("Je werkgever heeft nog tot en met 1 februari 2027")
    assert "missen" not in answer["opTijd"]["tekst"]
