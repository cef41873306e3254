"""What is asked next: only what can still change something, what decides most leaves first."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from tests.support.answers import assessed
from tests.support.rules_folder import RulesFolder
from verlof_api.assessment import Beoordelaar, Situatie
from verlof_api.law import RulebookError

Ask = Callable[..., list[tuple[str, str, list[str]]]]

DAY = date(2024, 3, 1)
GROWING = "wazo.groeiverlof"


@pytest.fixture
def ask(rules: RulesFolder) -> Ask:
    """The questions about some leaves: fact, purpose and leaves concerned."""

    def ask(feiten: dict[str, Any], *leaves: str) -> list[tuple[str, str, list[str]]]:
        answer = assessed(Beoordelaar(rules.load()), Situatie(DAY, feiten, leaves))
        return [(each["feit"], each["waarvoor"], each["beslistOver"]) for each in answer["volgendeVragen"]]

    return ask


def missing(rules: RulesFolder, feiten: dict[str, Any], leave: str = GROWING) -> tuple[str, ...]:
    (answer,) = assessed(Beoordelaar(rules.load()), Situatie(DAY, feiten, (leave,)))["verlofsoorten"]
    return tuple(answer["ontbrekendeFeiten"])


def condition(rules: RulesFolder, als: str, leave: str = GROWING, more: str = "") -> None:
    rules.rule(leave, f"voorwaarden: [{{id: c, als: {als}, bron: Bomenwet 1}}]\n{more}")


@pytest.mark.parametrize(
    ("facts", "asked"),
    [
        ({}, ("tuin", "schriftelijk")),
        ({"tuin": True}, ("schriftelijk",)),
        ({"tuin": False}, ()),
        ({"tuin": True, "schriftelijk": True}, ()),
    ],
)
def test_the_facts_that_can_still_change_the_verdict_are_missing(
    rules: RulesFolder, facts: dict[str, bool], asked: tuple[str, ...]
) -> None:
    condition(rules, "tuin en schriftelijk")
    assert missing(rules, facts) == asked


def test_once_there_is_no_right_nothing_is_missing(rules: RulesFolder) -> None:
    rules.rule(
        GROWING,
        "voorwaarden: [{id: a, als: tuin, bron: Bomenwet 1}, {id: b, als: schriftelijk, bron: Bomenwet 1}]",
    )
    assert missing(rules, {"tuin": False}) == ()


def test_a_wish_is_never_missing_nor_asked(rules: RulesFolder, ask: Ask) -> None:
    rules.rule(
        GROWING,
        """
        aannames: {gewensteIngangsdatum: plantdatum, gewensteUren: urenPerWeek}
        voorwaarden: [{id: c, als: gewensteIngangsdatum > peildatum, bron: Bomenwet 1}]
        omvang: {uren: gewensteUren, bron: Bomenwet 1}
        """,
    )
    assert [fact for fact, _, _ in ask({}, GROWING)] == ["plantdatum", "urenPerWeek"]


def test_an_open_norm_asks_for_what_can_still_decide_it(rules: RulesFolder) -> None:
    rules.rule(GROWING, "voorwaarden: [{id: c, als: tuin, open-norm: schriftelijk, bron: Bomenwet 1}]")
    assert missing(rules, {"tuin": False}) == ("schriftelijk",)


CHOICE = """
uitkomst: [{als: tuin, oordeel: afspraak}, {als: schriftelijk, oordeel: andere-regeling}, {oordeel: recht}]
voorwaarden: [{id: c, als: boomGeplant, bron: Bomenwet 1}]
"""


@pytest.mark.parametrize(
    ("facts", "asked"),
    [
        ({"boomGeplant": True}, ("tuin", "schriftelijk")),
        ({"boomGeplant": True, "tuin": False}, ("schriftelijk",)),
        ({"boomGeplant": True, "tuin": True}, ()),
        ({"tuin": True}, ("boomGeplant",)),
    ],
)
def test_a_choice_of_outcome_asks_only_what_can_still_choose(
    rules: RulesFolder, facts: dict[str, bool], asked: tuple[str, ...]
) -> None:
    rules.rule(GROWING, CHOICE)
    assert missing(rules, facts) == asked


def test_what_decides_most_leaves_is_asked_first(rules: RulesFolder, ask: Ask) -> None:
    condition(rules, "tuin", "wazo.aaverlof")
    condition(rules, "tuin of schriftelijk", "wazo.bbverlof")
    condition(rules, "schriftelijk en boomGeplant", "wazo.ccverlof")
    condition(rules, "schriftelijk", "wazo.ddverlof")
    leaves = ("wazo.aaverlof", "wazo.bbverlof", "wazo.ccverlof", "wazo.ddverlof")
    assert ask({}, *leaves) == [
        ("schriftelijk", "oordeel", ["wazo.bbverlof", "wazo.ccverlof", "wazo.ddverlof"]),
        ("tuin", "oordeel", ["wazo.aaverlof", "wazo.bbverlof"]),
        ("boomGeplant", "oordeel", ["wazo.ccverlof"]),
    ]


def test_what_decides_by_itself_is_asked_before_what_decides_together_with_others(rules: RulesFolder, ask: Ask) -> None:
    rules.rule(
        GROWING,
        """
        voorwaarden:
          - {id: a, als: tuin en schriftelijk, bron: Bomenwet 1}
          - {id: b, als: boomGeplant, bron: Bomenwet 1}
        """,
    )
    assert [fact for fact, _, _ in ask({}, GROWING)] == ["boomGeplant", "tuin", "schriftelijk"]


PAID = """
omvang: {uren: urenPerWeek, bron: Bomenwet 1}
betaling: {percentage: 70, grondslag: loon, door: uwv, over: {van: peildatum, tot: plantdatum}, bron: Bomenwet 1}
"""


def test_the_verdict_is_asked_about_before_the_size_and_the_size_before_the_pay(rules: RulesFolder, ask: Ask) -> None:
    condition(rules, "tuin", more=PAID)
    assert [(fact, purpose) for fact, purpose, _ in ask({}, GROWING)] == [
        ("tuin", "oordeel"),
        ("urenPerWeek", "omvang"),
        ("plantdatum", "betaling"),
    ]


def test_the_wage_is_asked_once_it_is_known_for_which_days(rules: RulesFolder, ask: Ask) -> None:
    condition(rules, "tuin", more=PAID)
    facts = {"tuin": True, "urenPerWeek": Decimal(32), "plantdatum": DAY}
    assert ask(facts, GROWING) == [("dagloon", "betaling", [GROWING])]


def test_a_fact_is_asked_once_for_its_most_important_purpose(rules: RulesFolder, ask: Ask) -> None:
    condition(rules, "urenPerWeek > 20", more="omvang: {uren: urenPerWeek, bron: Bomenwet 1}")
    assert ask({}, GROWING) == [("urenPerWeek", "oordeel", [GROWING])]


def test_without_a_right_nothing_is_asked(rules: RulesFolder, ask: Ask) -> None:
    condition(rules, "tuin", more=PAID)
    assert ask({"tuin": False}, GROWING) == []


def test_without_open_ends_nothing_is_asked(rules: RulesFolder, ask: Ask) -> None:
    condition(rules, "tuin")
    assert ask({"tuin": True}, GROWING) == []


def test_an_age_that_is_not_known_is_asked_where_the_floor_of_the_wage_counts(rules: RulesFolder, ask: Ask) -> None:
    payment = "percentage: 70, grondslag: loon, door: uwv, minimum: minimumloon, over: {van: peildatum, tot: peildatum}"
    condition(rules, "ja", more=f"betaling: {{{payment}, bron: Bomenwet 1}}")
    assert [fact for fact, _, _ in ask({"uurloon": Decimal(12)}, GROWING)] == ["leeftijd"]


def test_hours_that_are_not_known_are_asked_where_the_floor_of_the_wage_counts(rules: RulesFolder, ask: Ask) -> None:
    payment = "percentage: 70, grondslag: loon, door: uwv, minimum: minimumloon, over: {van: peildatum, tot: peildatum}"
    condition(rules, "ja", more=f"betaling: {{{payment}, bron: Bomenwet 1}}")
    assert [fact for fact, _, _ in ask({"dagloon": Decimal(90), "leeftijd": 30}, GROWING)] == ["urenPerWeek"]


@pytest.mark.parametrize("taal", ["nl", "en"])
def test_a_question_is_asked_in_words_with_its_options(rules: RulesFolder, taal: str) -> None:
    condition(rules, "arbeidsrelatie == werknemer")
    (question,) = assessed(Beoordelaar(rules.load()), Situatie(DAY, {}, (GROWING,)), taal)["volgendeVragen"]
    assert (question["vraag"], question["type"], question["opties"][0]) == (
        f"arbeidsrelatie ({taal})?",
        "enum",
        {"waarde": "werknemer", "label": f"werknemer ({taal})"},
    )


def test_a_question_can_name_the_leaves_it_is_about(rules: RulesFolder) -> None:
    rules.change("feiten.nl.yaml", "vraag: 'tuin (nl)?'", "vraag: 'Heb je een tuin voor {verlof}?'")
    condition(rules, "tuin", "wazo.aaverlof")
    condition(rules, "tuin", "wazo.bbverlof")
    leaves = ("wazo.aaverlof", "wazo.bbverlof")
    (question,) = assessed(Beoordelaar(rules.load()), Situatie(DAY, {}, leaves))["volgendeVragen"]
    assert question["vraag"] == "Heb je een tuin voor wazo.aaverlof (nl), wazo.bbverlof (nl)?"


OWN_WORDS = "Hoe hoog was je uurloon op {oogstdag}?"


def in_own_words(rules: RulesFolder, leave: str = GROWING, words: str = OWN_WORDS) -> None:
    """Let `leave` ask for the wage in its own words, with the day of harvest in them."""
    rules.rule(
        leave,
        "afgeleid: {oogstdag: plantdatum + 4 weken, rijk: uurloon > 9}\n"
        "voorwaarden: [{id: c, als: rijk en oogstdag > 2024-01-01, bron: Bomenwet 1}]",
    )
    for taal in ("nl", "en"):
        file = f"{leave.replace('.', '/')}/tekst.{taal}.yaml"
        rules.change(file, "voorwaarden:", f"vragen: {{uurloon: '{words}'}}\nvoorwaarden:")


def question_about(rules: RulesFolder, fact: str, feiten: dict[str, Any], *leaves: str) -> str:
    asked = assessed(Beoordelaar(rules.load()), Situatie(DAY, feiten, leaves))["volgendeVragen"]
    return next(str(each["vraag"]) for each in asked if each["feit"] == fact)


def test_a_leave_can_ask_in_its_own_words_with_a_value(rules: RulesFolder) -> None:
    in_own_words(rules)
    told = {"plantdatum": date(2024, 2, 1)}
    assert question_about(rules, "uurloon", told, GROWING) == "Hoe hoog was je uurloon op 29 februari 2024?"


def test_own_words_wait_until_their_value_is_known(rules: RulesFolder) -> None:
    in_own_words(rules)
    assert question_about(rules, "uurloon", {}, GROWING) == "uurloon (nl)?"


def test_own_words_do_not_speak_for_another_leave(rules: RulesFolder) -> None:
    in_own_words(rules)
    condition(rules, "uurloon > 12", "wazo.aaverlof")
    told = {"plantdatum": date(2024, 2, 1)}
    assert question_about(rules, "uurloon", told, GROWING, "wazo.aaverlof") == "uurloon (nl)?"


def test_a_value_in_a_question_that_means_nothing_is_a_mistake(rules: RulesFolder) -> None:
    in_own_words(rules, words="Wat was je loon op {pluktijd}?")
    with pytest.raises(RulebookError, match="pluktijd"):
        Beoordelaar(rules.load())
