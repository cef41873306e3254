"""Every outcome of every condition of the real law is told in a sentence that a person can read, with its article and
with the rule that fired: over the worked cases of the scenarios and over random situations, in both languages."""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from random import Random
from typing import Any

import pytest

from tests.support.answers import assessed
from tests.support.real_rules import real_scenarios, real_situations
from tests.support.situations import Situations
from verlof_api.assessment import Beoordelaar, Situatie
from verlof_api.checks.writing import machine_words
from verlof_api.intake import InputErrors, Intake

Answer = Mapping[str, Any]

ISO_DATE = re.compile(r"\d{4}-\d\d-\d\d")
NOT_A_VALUE = re.compile(r"[{}]|\b(None|True|False|null|Decimal|nog niet bekend|not known yet)\b")
# Three digits after it make it the mark of thousands: 1.225 in Dutch, 1,225 in English.
FOREIGN_DECIMAL = {"nl": re.compile(r"\d\.\d(?!\d\d\b)"), "en": re.compile(r"\d,\d(?!\d\d\b)")}
DATED_LINK = re.compile(r"https://wetten\.overheid\.nl/jci1\.3:c:BWBR\d{7}.*&artikel=[^&]+.*&z=\d{4}-\d\d-\d\d&g=")
FIRED = re.compile(
    r"C\|(?P<leave>[a-z.-]+)@(?P<van>\d{4}-\d\d-\d\d)\|(?P<condition>[a-z0-9-]+)\|(?P<outcome>[a-z0-9-]+)\|\d+"
)
DECIDED = re.compile(r"D\|(?P<leave>[a-z.-]+)@\d{4}-\d\d-\d\d\|(?P<oordeel>[a-z-]+)(\|(?P<ground>[a-z0-9-]+))?")


@pytest.fixture(scope="module")
def situations(real_beoordelaar: Beoordelaar) -> Sequence[Situatie]:
    """The worked cases that stand beside the rules, about the leaves they are cases of, and random ones about all."""
    intake = Intake(real_beoordelaar.rulebook, real_situations())
    found = []
    for scenario in real_scenarios():
        try:
            asked = {**scenario.vraag, "inclusiefVoorstellen": True, "verlofsoorten": list(scenario.verwacht)}
            found.append(intake.situatie(asked, date(2026, 11, 22)))
        except InputErrors:  # what intake refuses on purpose is not a situation
            continue
    maker = Situations(real_beoordelaar.rulebook, Random(20261122))
    return found + [maker.any() for _ in range(300)]


@pytest.fixture(scope="module")
def leaves(real_beoordelaar: Beoordelaar, situations: Sequence[Situatie]) -> Mapping[str, Sequence[Answer]]:
    """Per language every answer about a leave, over all situations."""
    return {
        taal: [leave for each in situations for leave in assessed(real_beoordelaar, each, taal)["verlofsoorten"]]
        for taal in real_beoordelaar.languages
    }


def said(leave: Answer) -> Iterator[str]:
    """Everything that an answer about a leave tells in words."""
    yield leave["toelichting"]
    for part in ("voorwaarden", "waarschuwingen", "stappen", "aannames"):
        yield from (each["tekst"] for each in leave[part])


def wrong_in(text: str, taal: str, ids: frozenset[str]) -> str | None:
    """What in `text` nobody would say, if anything."""
    if not text.strip():
        return "nothing is said"
    for pattern in (ISO_DATE, NOT_A_VALUE, FOREIGN_DECIMAL[taal]):
        if found := pattern.search(text):
            return found[0]
    return next((word for word in re.findall(r"[\w.-]*\w", text) if word in ids), None)


@pytest.mark.parametrize("taal", ["nl", "en"])
def test_everything_is_said_as_people_say_it(
    real_beoordelaar: Beoordelaar, leaves: Mapping[str, Sequence[Answer]], taal: str
) -> None:
    ids = machine_words(real_beoordelaar.rulebook)
    texts = {(leave["id"], text) for leave in leaves[taal] for text in said(leave)}
    assert [(id, wrong, text) for id, text in texts if (wrong := wrong_in(text, taal, ids))] == []


@pytest.mark.parametrize(
    ("taal", "text"),
    [
        ("nl", "Het kan vanaf 2026-01-02."),
        ("nl", "Je werkt None uur."),
        ("nl", "Je bent nog niet bekend oud."),
        ("nl", "Je werkt 7.5 uur."),
        ("en", "You work 7,5 hours."),
        ("nl", "Je bent andere-ouder."),
        ("en", "You told urenPerWeek."),
        ("nl", "Je werkt {uren} uur."),
        ("nl", " "),
    ],
)
def test_what_nobody_says_would_be_found(real_beoordelaar: Beoordelaar, taal: str, text: str) -> None:
    assert wrong_in(text, taal, machine_words(real_beoordelaar.rulebook)) is not None


@pytest.mark.parametrize(
    ("taal", "text"),
    [("nl", "Je werkte 1.225 uur, dus 7,5 per dag."), ("en", "You worked 1,225 hours, so 7.5 a day.")],
)
def test_numbers_as_a_language_writes_them_are_right(real_beoordelaar: Beoordelaar, taal: str, text: str) -> None:
    assert wrong_in(text, taal, machine_words(real_beoordelaar.rulebook)) is None


def test_every_condition_has_its_source_and_every_article_its_dated_link(
    leaves: Mapping[str, Sequence[Answer]],
) -> None:
    conditions = {
        (leave["id"], condition["id"]): condition["bronnen"]
        for leave in leaves["nl"]
        for condition in leave["voorwaarden"]
    }
    without = [key for key, bronnen in conditions.items() if not any(bron["url"] for bron in bronnen)]
    undated = [
        (key, bron)
        for key, bronnen in conditions.items()
        for bron in bronnen
        if bron["artikel"] and not DATED_LINK.match(bron["url"])
    ]
    assert (without, undated) == ([], [])


def test_the_trace_tells_for_every_condition_which_rule_of_which_version_fired(
    leaves: Mapping[str, Sequence[Answer]],
) -> None:
    for leave in leaves["nl"]:
        fired = [found for rule in leave["spoor"] if (found := FIRED.fullmatch(rule))]
        ways = [each for each in fired if each["outcome"] in ("komt-goed", "komt-niet-goed")]  # beside niet-voldaan
        # what is left out chose the verdict
        judged = [each for each in fired if each["condition"] != "uitkomst" and each not in ways]
        decided = [found for rule in leave["spoor"] if (found := DECIDED.fullmatch(rule))]
        assert len(fired) + len(decided) == len(leave["spoor"])
        told = {(leave["id"], each["id"], each["uitkomst"]) for each in leave["voorwaarden"]}
        told = {each for each in told if each[2] != "onbekend"}  # then there was no rule that could fire
        assert {(each["leave"], each["condition"], each["outcome"]) for each in judged} == told
        assert {each["van"] for each in fired} <= {leave["geldig"]["van"]}
        in_force = leave["voorwaarden"] or leave["oordeel"] == "voorstel"  # a bill has no conditions
        assert {each["oordeel"] for each in decided} == ({leave["oordeel"]} if in_force else set())
        if leave["oordeel"] == "geen-recht":
            not_met = {each["id"] for each in leave["voorwaarden"] if each["uitkomst"] == "niet-voldaan"}
            grounds = {each["ground"] for each in decided}
            assert bool(grounds) is bool(in_force)
            assert grounds <= not_met
            assert {each["condition"] for each in ways if each["outcome"] == "komt-goed"} <= not_met - grounds


def test_both_languages_tell_of_the_same_conditions(leaves: Mapping[str, Sequence[Answer]]) -> None:
    def outcomes(taal: str) -> list[tuple[Any, ...]]:
        return [(leave["id"], each["id"], each["uitkomst"]) for leave in leaves[taal] for each in leave["voorwaarden"]]

    assert outcomes("nl") == outcomes("en")


def test_nearly_every_outcome_that_has_words_was_told(
    real_beoordelaar: Beoordelaar, leaves: Mapping[str, Sequence[Answer]]
) -> None:
    """Else the situations say little. A few outcomes cannot occur: what is assumed is never unknown."""
    told = {(leave["id"], each["id"], each["uitkomst"]) for leave in leaves["nl"] for each in leave["voorwaarden"]}
    worded = {
        (plan.id, condition, outcome)
        for plan in real_beoordelaar.plans.values()
        for condition, outcomes in real_beoordelaar.words["nl"][plan.key].voorwaarden.items()
        for outcome in outcomes
    }
    refused_for_good = {each for each in worded if each[2] == "niet-voldaan"} - told
    assert told <= worded
    assert len(told) / len(worded) > 0.9, sorted(worded - told)
    assert len(refused_for_good) < 30, sorted(refused_for_good)
