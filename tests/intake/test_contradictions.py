"""Facts that cannot be true together are refused at each of them; what hardly fits is not."""

import dataclasses
from itertools import combinations

import orjson
import pytest

from tests.intake.conftest import VANDAAG
from tests.support.real_rules import real_scenarios, real_situations
from verlof_api.intake import InputErrors, Intake, parse
from verlof_api.law import load_rulebook
from verlof_api.law.tegenspraak import KAN_NIET, PAST_NIET
from verlof_api.situations import SituationBook

CONTRADICTIONS = load_rulebook().tegenspraken
IMPOSSIBLE = [pytest.param(each, id=each.id) for each in CONTRADICTIONS if each.soort == KAN_NIET]
UNFITTING = [pytest.param(each, id=each.id) for each in CONTRADICTIONS if each.soort == PAST_NIET]
PAIRS = {
    frozenset({"rolBijKind", "juridischOuder"}),
    frozenset({"caoAfwijking", "caoUrenPer12Maanden"}),
    frozenset({"werkgeverAntwoord", "werkgeverAntwoordDatum"}),
    frozenset({"eerderVerzoek", "eerderVerzoekDatum"}),
}


def test_no_other_pair_is_refused_than_those_that_are_impossible_by_what_the_facts_mean():
    assert {frozenset(each.voorbeeld) for each in CONTRADICTIONS if each.soort == KAN_NIET} == PAIRS


@pytest.mark.parametrize("each", IMPOSSIBLE)
def test_what_cannot_be_true_together_is_refused_at_each_of_the_facts(entries, each):
    told = entries({"feiten": each.voorbeeld})
    assert {entry["in"] for entry in told} == {f"feiten.{fact}" for fact in each.voorbeeld}
    assert {entry["code"] for entry in told} == {"spreekt-tegen"}
    assert all(str(each.tekst["nl"]) in entry["melding"] for entry in told)


@pytest.mark.parametrize("each", IMPOSSIBLE)
def test_each_of_those_facts_alone_and_what_does_fit_is_taken(read, each):
    for fact, value in each.voorbeeld.items():
        assert fact in read({"feiten": {fact: value}}).feiten
    assert set(read({"feiten": each.past}).feiten) == set(each.past)


@pytest.mark.parametrize("each", UNFITTING)
def test_what_hardly_fits_is_taken(read, each):
    assert set(read({"feiten": each.voorbeeld}).feiten) == set(each.voorbeeld)


def test_contradictions_are_told_together_and_with_every_other_mistake(refusals):
    first, second = (each.voorbeeld for each in CONTRADICTIONS[:2])
    told = refusals({"peildatum": "x", "feiten": {**first, **second, "leeftijd": 5, "toestand": "moe"}})
    assert set(told) == {"peildatum", "feiten.leeftijd", "feiten.toestand"} | {
        f"feiten.{fact}" for fact in (*first, *second)
    }


def test_a_refusal_has_its_words_in_both_languages_and_no_value(intake):
    for each in CONTRADICTIONS:
        if each.soort != KAN_NIET:
            continue
        with pytest.raises(InputErrors) as refused:
            intake.situatie(parse(orjson.dumps({"feiten": each.voorbeeld})), VANDAAG)
        for taal in ("nl", "en"):
            for entry in refused.value.in_taal(taal):
                assert str(each.tekst[taal]) in entry["melding"]
                values = [value for value in each.voorbeeld.values() if isinstance(value, str) and value != "geen"]
                assert not any(value in entry["melding"] for value in values)


def test_hours_agreed_on_for_no_leave_say_nothing(read):
    assert read({"feiten": {"caoAfwijking": "geen", "caoUrenPer12Maanden": {}}}).feiten["caoAfwijking"] == "geen"


def test_zero_hours_are_hours_too(refusals):
    told = {"caoAfwijking": "geen", "caoUrenPer12Maanden": {"wazo.kortdurend-zorgverlof": 0}}
    assert set(refusals({"feiten": told})) == {"feiten.caoAfwijking", "feiten.caoUrenPer12Maanden"}


def test_the_untold_default_of_a_fact_contradicts_nothing(read):
    assert read({"feiten": {"werkgeverAntwoordDatum": "2026-11-02", "eerderVerzoekDatum": "2026-03-02"}})


def test_no_worked_case_of_the_rules_is_refused(intake):
    refused = []
    for scenario in real_scenarios():
        try:
            intake.situatie(parse(orjson.dumps(scenario.vraag)), VANDAAG)
        except InputErrors as fouten:
            refused.append((scenario.id, fouten))
    assert refused == []


def test_what_a_situation_says_by_itself_falls_away_where_what_is_told_contradicts_it(rulebook):
    some = real_situations().levenssituaties["partner-bevallen"]
    for each in CONTRADICTIONS:
        if each.soort != KAN_NIET:
            continue
        for told in ((fact,) for fact in each.voorbeeld):
            preset = {fact: value for fact, value in each.voorbeeld.items() if fact not in told}
            if any(isinstance(value, dict) for value in preset.values()):
                continue  # no situation can say a fact that is told per leave
            situatie = dataclasses.replace(some, feiten={"arbeidsrelatie": "werknemer", **preset}, navragen=())
            intake = Intake(rulebook, SituationBook({some.id: situatie}))
            message = {"situatie": some.id, "feiten": {fact: each.voorbeeld[fact] for fact in told}}
            read = intake.situatie(parse(orjson.dumps(message)), VANDAAG)
            assert set(read.feiten) == {"arbeidsrelatie", *told}
            alone = intake.situatie(parse(orjson.dumps({"situatie": some.id, "feiten": {}})), VANDAAG)
            assert set(alone.feiten) == {"arbeidsrelatie", *preset}


def test_no_situation_is_refused_beside_any_one_fact_of_a_contradiction(read, rulebook):
    for situatie in real_situations().levenssituaties:
        for each in CONTRADICTIONS:
            for fact, value in (*each.voorbeeld.items(), *each.past.items()):
                assert fact in read({"situatie": situatie, "feiten": {fact: value}}).feiten


def test_examples_of_different_contradictions_do_not_hide_one_another(refusals):
    for one, other in combinations((each for each in CONTRADICTIONS if each.soort == KAN_NIET), 2):
        assert len(refusals({"feiten": {**one.voorbeeld, **other.voorbeeld}})) == 4
