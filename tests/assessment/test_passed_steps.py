"""A step whose last day has passed says what can still be done."""

from datetime import date

import pytest

from tests.support.answers import assessed
from verlof_api.assessment import Beoordelaar, Situatie
from verlof_api.law import Rulebook

BIRTH = {
    "arbeidsrelatie": "werknemer",
    "urenPerWeek": 32,
    "rolBijKind": "andere-ouder",
    "relatieTotMoeder": "gehuwd",
    "geboortedatumKind": date(2026, 11, 1),
}


def step(beoordelaar: Beoordelaar, peildatum: date, taal: str = "nl") -> str:
    """The text of the step that has a last day for telling the employer."""
    situatie = Situatie(peildatum, {**BIRTH, "gewensteIngangsdatum": date(2026, 11, 23)}, ("wazo.geboorteverlof",))
    (leave,) = assessed(beoordelaar, situatie, taal)["verlofsoorten"]
    (found,) = (each for each in leave["stappen"] if each["uiterlijk"] == "2026-10-26")
    return str(found["tekst"])


def test_what_can_still_be_done_is_told_from_the_day_after_the_last(real_beoordelaar: Beoordelaar) -> None:
    assert "voorbij" not in step(real_beoordelaar, date(2026, 10, 26))
    assert step(real_beoordelaar, date(2026, 11, 2)).endswith("Doe het dan alsnog, zo snel mogelijk.")
    assert step(real_beoordelaar, date(2026, 11, 2), "en").endswith("Then do so now, as soon as you can.")


@pytest.mark.parametrize("taal", ["nl", "en"])
def test_every_step_with_a_last_day_has_words_for_afterwards(real_rulebook: Rulebook, taal: str) -> None:
    versions = [versie for soort in real_rulebook.verlofsoorten.values() for versie in soort.versies]
    terms = {str(stap.uiterlijk) for versie in versions for stap in versie.stappen if stap.uiterlijk}
    said = {id.removeprefix("alsnog-") for id in real_rulebook.zinnen[taal] if id.startswith("alsnog-")}
    assert terms == said
