"""What somebody said not to know is told as such: never as if it had simply been assumed."""

from datetime import date

import pytest

from tests.support.answers import assessed
from tests.support.real_rules import real_scenarios, real_situations
from verlof_api.assessment import Situatie
from verlof_api.checks.scenarios import Scenarios

ASSUMED = {"nl": "We zijn uitgegaan van", "en": "We assumed"}
NOT_KNOWN = {"nl": "Je weet nog niet:", "en": "You do not know yet:"}
DAY = date(2026, 11, 30)
FACTS = {"arbeidsrelatie": "werknemer", "urenPerWeek": 32, "gebeurtenis": "onvoorzien"}
LEAVE = ("bw.vakantie",)


def assumptions(answer):
    return [(each["feit"], each["tekst"]) for leave in answer["verlofsoorten"] for each in leave["aannames"]]


@pytest.mark.parametrize("taal", ["nl", "en"])
def test_an_assumption_for_what_somebody_does_not_know_says_so(real_beoordelaar, taal):
    silent = dict(assumptions(assessed(real_beoordelaar, Situatie(DAY, FACTS, LEAVE), taal)))
    asked = Situatie(DAY, FACTS, LEAVE, niet_bekend=("werkgeverBelang",))
    told = dict(assumptions(assessed(real_beoordelaar, asked, taal)))
    assert silent["werkgeverBelang"].startswith(ASSUMED[taal])
    assert told["werkgeverBelang"].startswith(NOT_KNOWN[taal])
    assert {fact: text for fact, text in told.items() if fact != "werkgeverBelang"} == {
        fact: text for fact, text in silent.items() if fact != "werkgeverBelang"
    }


@pytest.mark.parametrize("taal", ["nl", "en"])
def test_nowhere_in_the_scenarios_is_what_is_not_known_called_assumed(real_beoordelaar, taal):
    scenarios, found = Scenarios(real_beoordelaar, real_situations()), 0
    for scenario in real_scenarios()[::7]:
        situatie = scenarios.situatie(scenario)
        asked = Situatie(situatie.peildatum, situatie.feiten, tuple(scenario.verwacht))
        facts = {fact for fact, _ in assumptions(assessed(real_beoordelaar, asked, taal))}
        answer = assessed(
            real_beoordelaar,
            Situatie(asked.peildatum, asked.feiten, asked.verlofsoorten, niet_bekend=tuple(facts)),
            taal,
        )
        for fact, text in assumptions(answer):
            found += fact in facts
            assert not text.startswith(ASSUMED[taal])
    assert found > 100
