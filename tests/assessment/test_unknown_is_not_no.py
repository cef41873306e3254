"""Telling less never turns a yes into a no or a no into a yes, and what is asked is what can decide: on the real rules.

`plain` facts are those of which absence means unknown: no wishes, no defaults, nothing that a version assumes, nothing
that dates the law or tells another fact along with it. For those, strong Kleene logic promises what is tested here.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from random import Random
from typing import Any

import pytest

from tests.support.answers import assessed
from tests.support.real_rules import real_scenarios, real_situations
from tests.support.situations import Situations
from verlof_api.assessment import Beoordelaar, Situatie
from verlof_api.intake import InputErrors, Intake

Answer = Mapping[str, Any]


@pytest.fixture(scope="session")
def worked_cases(real_beoordelaar: Beoordelaar) -> Sequence[Situatie]:
    """The situations of the scenarios that stand beside the rules: real ones, near the edges of the law."""
    intake = Intake(real_beoordelaar.rulebook, real_situations())
    situations = []
    for scenario in real_scenarios():
        try:
            situation = intake.situatie({**scenario.vraag, "inclusiefVoorstellen": True}, date(2026, 11, 22))
        except InputErrors:  # what intake refuses on purpose is not a situation
            continue
        situations.append(situation)
    return situations


def answers(beoordelaar: Beoordelaar, situatie: Situatie) -> dict[str, Answer]:
    return {each["id"]: each for each in assessed(beoordelaar, situatie)["verlofsoorten"]}


def is_plain(beoordelaar: Beoordelaar, leave: str, fact: str) -> bool:
    feit = beoordelaar.rulebook.feiten[fact]
    soort = beoordelaar.rulebook.verlofsoorten[leave]
    return not (
        feit.wens
        or feit.standaard is not None
        or feit.standaard_feit is not None
        or feit.niet_gebeurd
        or feit.impliceert
        or fact in soort.anker
        or any(fact in versie.aannames for versie in soort.versies)
    )


def one_fact_less(situatie: Situatie) -> Iterator[tuple[str, Situatie]]:
    for fact in situatie.feiten:
        rest = {name: value for name, value in situatie.feiten.items() if name != fact}
        yield fact, replace(situatie, feiten=rest)


def assert_less_is_never_another_answer(beoordelaar: Beoordelaar, situatie: Situatie) -> None:
    before = answers(beoordelaar, situatie)
    for fact, less in one_fact_less(situatie):
        for leave, answer in answers(beoordelaar, less).items():
            if is_plain(beoordelaar, leave, fact):
                told = before[leave]["oordeel"]
                # who is refused for good may, for all that is known now, be refused only for the time being
                allowed = {told, "vraag-nodig"} | ({"nog-niet"} if told == "geen-recht" else set())
                assert answer["oordeel"] in allowed, (leave, fact, situatie)


@pytest.mark.parametrize("part", range(10))
def test_leaving_out_a_fact_of_a_worked_case_keeps_the_verdict_or_raises_a_question(
    real_beoordelaar: Beoordelaar, worked_cases: Sequence[Situatie], part: int
) -> None:
    for situatie in worked_cases[part::50]:
        assert_less_is_never_another_answer(real_beoordelaar, situatie)


@pytest.mark.long
@pytest.mark.parametrize("part", range(10, 50))
def test_leaving_out_a_fact_of_any_worked_case_keeps_the_verdict_or_raises_a_question(
    real_beoordelaar: Beoordelaar, worked_cases: Sequence[Situatie], part: int
) -> None:
    for situatie in worked_cases[part::50]:
        assert_less_is_never_another_answer(real_beoordelaar, situatie)


@pytest.mark.parametrize("seed", range(10))
def test_leaving_out_a_fact_of_a_random_situation_keeps_the_verdict_or_raises_a_question(
    real_beoordelaar: Beoordelaar, seed: int
) -> None:
    situatie = Situations(real_beoordelaar.rulebook, Random(seed)).any()
    assert_less_is_never_another_answer(real_beoordelaar, situatie)


def test_to_someone_who_told_nothing_no_leave_of_today_is_refused_without_a_reason_told(
    real_beoordelaar: Beoordelaar,
) -> None:
    refused = [
        (leave, condition["id"])
        for leave, answer in answers(real_beoordelaar, Situatie(date(2026, 11, 22), {})).items()
        for condition in answer["voorwaarden"]
        if condition["uitkomst"] == "niet-voldaan" and not _assumed(answer, condition)
    ]
    assert refused == []


def _assumed(answer: Answer, condition: Answer) -> bool:
    """Does the condition rest on an assumption that the answer lists?"""
    return bool({each["feit"] for each in answer["aannames"]} & set(condition["feiten"]))


def test_a_pregnancy_that_ended_is_no_birth_until_it_is_told_how_long_it_lasted(real_beoordelaar: Beoordelaar) -> None:
    intake = Intake(real_beoordelaar.rulebook, real_situations())
    facts = {"arbeidsrelatie": "werknemer", "geboortedatumKind": "2026-11-20"}
    verdicts = {}
    for weeks in (None, 23, 24):
        told = facts if weeks is None else {**facts, "zwangerschapsduurWeken": weeks}
        due = {"vermoedelijkeBevallingsdatum": "2027-03-15"}
        situatie = intake.situatie({"situatie": "miskraam", "feiten": {**told, **due}}, date(2026, 11, 22))
        verdicts[weeks] = answers(real_beoordelaar, situatie)["wazo.bevallingsverlof"]
    assert verdicts[None]["ontbrekendeFeiten"] == ["zwangerschapsduurWeken"]
    assert {weeks: answer["oordeel"] for weeks, answer in verdicts.items()} == {
        None: "vraag-nodig",
        23: "geen-recht",
        24: "recht",
    }


@pytest.mark.parametrize("seed", range(15))
def test_what_is_not_known_is_not_asked_again_and_changes_no_verdict(real_beoordelaar: Beoordelaar, seed: int) -> None:
    rng = Random(seed)
    situatie = Situations(real_beoordelaar.rulebook, rng).any()
    before = assessed(real_beoordelaar, situatie)
    asked = [question["feit"] for question in before["volgendeVragen"]]
    not_known = tuple(rng.sample(asked, (len(asked) + 1) // 2))
    after = assessed(real_beoordelaar, replace(situatie, niet_bekend=not_known))
    assert not {question["feit"] for question in after["volgendeVragen"]} & set(not_known)
    for answer in (*before["verlofsoorten"], *after["verlofsoorten"]):
        # in other words only: what was taken for it is not what was told
        answer["aannames"] = [{**each, "tekst": None} for each in answer["aannames"]]
    assert after["verlofsoorten"] == before["verlofsoorten"]


@pytest.mark.parametrize("seed", range(30))
def test_a_question_is_about_something_that_was_not_told_and_is_no_wish(
    real_beoordelaar: Beoordelaar, seed: int
) -> None:
    situatie = Situations(real_beoordelaar.rulebook, Random(seed)).any()
    wishes = {id for id, feit in real_beoordelaar.rulebook.feiten.items() if feit.wens}
    told = {fact for fact in situatie.feiten if not real_beoordelaar.rulebook.feiten[fact].per_verlof}
    for answer in answers(real_beoordelaar, situatie).values():
        assert not set(answer["ontbrekendeFeiten"]) & (told | wishes), answer["id"]


@pytest.mark.parametrize("part", range(5))
def test_where_a_question_is_needed_there_is_one_to_ask(
    real_beoordelaar: Beoordelaar, worked_cases: Sequence[Situatie], part: int
) -> None:
    for situatie in worked_cases[part::5]:
        for leave, answer in answers(real_beoordelaar, situatie).items():
            verdict, asked = answer["oordeel"], bool(answer["ontbrekendeFeiten"])
            assert asked is (verdict == "vraag-nodig") or (asked and verdict == "nog-niet"), (leave, situatie)


@pytest.mark.parametrize("seed", range(20))
def test_a_fact_that_is_not_asked_for_cannot_decide(real_beoordelaar: Beoordelaar, seed: int) -> None:
    situations = Situations(real_beoordelaar.rulebook, Random(seed))
    situatie = situations.any()
    before = answers(real_beoordelaar, situatie)
    for feit in real_beoordelaar.rulebook.feiten.values():
        if feit.id in situatie.feiten:
            continue
        told = {**situatie.feiten, feit.id: situations.value(feit, situatie.peildatum)}
        for leave, answer in answers(real_beoordelaar, replace(situatie, feiten=told)).items():
            idle = feit.id not in before[leave]["ontbrekendeFeiten"] and is_plain(real_beoordelaar, leave, feit.id)
            if idle and before[leave]["oordeel"] == "vraag-nodig":
                assert answer["oordeel"] == "vraag-nodig", (leave, feit.id, situatie)


@pytest.mark.long
@pytest.mark.parametrize("hundred", range(20))
def test_every_random_situation_is_answered(real_beoordelaar: Beoordelaar, hundred: int) -> None:
    for seed in range(100 * hundred, 100 * hundred + 100):
        situatie = Situations(real_beoordelaar.rulebook, Random(seed)).any()
        assert len(answers(real_beoordelaar, situatie)) == len(real_beoordelaar.rulebook.verlofsoorten), seed


@pytest.mark.parametrize("seed", range(10))
def test_an_answer_in_english_has_the_same_verdicts_days_and_amounts(real_beoordelaar: Beoordelaar, seed: int) -> None:
    situatie = Situations(real_beoordelaar.rulebook, Random(seed)).any()
    names = ("id", "oordeel", "ontbrekendeFeiten", "periode", "betaling", "geldig", "spoor")

    def without_words(leave: dict[str, Any]) -> dict[str, Any]:
        omvang = leave["omvang"] and {name: value for name, value in leave["omvang"].items() if name != "formule"}
        return {name: leave[name] for name in names} | {"omvang": omvang}

    in_two_languages = [
        [without_words(leave) for leave in assessed(real_beoordelaar, situatie, taal)["verlofsoorten"]]
        for taal in ("nl", "en")
    ]
    assert in_two_languages[0] == in_two_languages[1]
