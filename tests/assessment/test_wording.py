"""Texts say values as people write them, in the language that was asked for."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from tests.support.rules_folder import TALEN, RulesFolder
from verlof_api.assessment import Beoordelaar
from verlof_api.law import RulebookError

Assess = Callable[..., dict[str, Any]]

LEAVE = "wazo.woordverlof"
DAY = date(2024, 3, 1)
PERIODS = ((date(2024, 1, 1), date(2024, 1, 2)), (date(2024, 2, 3), date(2024, 2, 4)))


def say(rules: RulesFolder, text: str, afgeleid: str = "") -> None:
    """A leave whose explanation of the verdict is `text`, in both languages."""
    names = f"afgeleid: {{{afgeleid}}}\n" if afgeleid else ""
    rules.rule(LEAVE, f"{names}voorwaarden: [{{id: altijd, als: ja, bron: Bomenwet 1}}]")
    for taal in TALEN:
        rules.add(f"wazo/woordverlof/tekst.{taal}.yaml", f'toelichting: {{recht: "{text}"}}\n')


@pytest.mark.parametrize(
    ("fact", "value", "nl", "en"),
    [
        ("plantdatum", date(2024, 3, 1), "1 maart 2024", "1 March 2024"),
        ("plantdatum", date(1999, 12, 31), "31 december 1999", "31 December 1999"),
        ("urenPerWeek", Decimal(32), "32", "32"),
        ("urenPerWeek", Decimal("32.0"), "32", "32"),
        ("urenPerWeek", Decimal("0.5"), "0,5", "0.5"),
        ("urenPerWeek", Decimal("36.25"), "36,25", "36.25"),
        ("gewensteUren", Decimal("1E+3"), "1000", "1000"),
        ("leeftijd", 0, "0", "0"),
        ("leeftijd", 1, "1", "1"),
        ("tuin", True, "ja", "yes"),
        ("tuin", False, "nee", "no"),
        ("arbeidsrelatie", "zelfstandige", "zelfstandige (nl)", "zelfstandige (en)"),
        ("vorstperiodes", PERIODS[:1], "1 januari 2024 tot en met 2 januari 2024", "1 January 2024 to 2 January 2024"),
        ("vorstperiodes", (), "geen", "none"),
        ("opgenomenUren", {LEAVE: Decimal(3)}, "3", "3"),
    ],
)
def test_a_value_reads_as_people_write_it(
    rules: RulesFolder, assess: Assess, fact: str, value: Any, nl: str, en: str
) -> None:
    say(rules, f"Zie: {{{fact}}}.")
    said = [assess(DAY, {fact: value}, taal, LEAVE)["toelichting"] for taal in TALEN]
    assert said == [f"Zie: {nl}.", f"Zie: {en}."]


def test_several_periods_are_joined(rules: RulesFolder, assess: Assess) -> None:
    say(rules, "{vorstperiodes}")
    assert assess(DAY, {"vorstperiodes": PERIODS}, "nl", LEAVE)["toelichting"] == (
        "1 januari 2024 tot en met 2 januari 2024 en 3 februari 2024 tot en met 4 februari 2024"
    )


@pytest.mark.parametrize(("taal", "words"), [("nl", "nog niet bekend"), ("en", "not known yet")])
@pytest.mark.parametrize("fact", ["plantdatum", "urenPerWeek", "tuin", "arbeidsrelatie"])
def test_what_is_unknown_is_said_to_be(rules: RulesFolder, assess: Assess, taal: str, words: str, fact: str) -> None:
    say(rules, f"{{{fact}}}")
    assert assess(DAY, {}, taal, LEAVE)["toelichting"] == words


@pytest.mark.parametrize(
    ("afgeleid", "said"),
    [
        ("waarde: 'peildatum + 1 maand'", "1 april 2024"),
        ("waarde: '36 / 5'", "7,2"),
        ("waarde: 'niet tuin'", "nee"),
        ("waarde: 'min(urenPerWeek, 36)'", "20"),
    ],
)
def test_a_named_value_is_said(rules: RulesFolder, assess: Assess, afgeleid: str, said: str) -> None:
    say(rules, "{waarde}", afgeleid)
    assert assess(DAY, {"tuin": True, "urenPerWeek": 20}, "nl", LEAVE)["toelichting"] == said


@pytest.mark.parametrize("text", ["Gewoon een zin.", "Met 100% zekerheid, en een ' erin."])
def test_a_text_without_values_is_said_as_it_is(rules: RulesFolder, assess: Assess, text: str) -> None:
    say(rules, text)
    assert assess(DAY, {}, "nl", LEAVE)["toelichting"] == text


def test_values_may_stand_next_to_one_another(rules: RulesFolder, assess: Assess) -> None:
    say(rules, "{leeftijd}{urenPerWeek} en {leeftijd}")
    assert assess(DAY, {"leeftijd": 20, "urenPerWeek": 36}, "nl", LEAVE)["toelichting"] == "2036 en 20"


def refused(rules: RulesFolder) -> str:
    with pytest.raises(RulebookError) as raised:
        Beoordelaar(rules.load())
    return str(raised.value.errors[0])


@pytest.mark.parametrize("name", ["regen", "eersteDag", "", "0"])
def test_a_placeholder_that_means_nothing_here_is_refused_with_its_place(rules: RulesFolder, name: str) -> None:
    say(rules, f"Zie {{{name}}}.")
    line = rules.line("wazo/woordverlof/tekst.en.yaml", "toelichting")
    assert refused(rules).startswith(f"wazo/woordverlof/tekst.en.yaml:{line}: {{{name}}}: ")


@pytest.mark.parametrize("text", ["Zie {leeftijd.", "Zie leeftijd}.", "Zie {."])
def test_a_placeholder_that_is_not_closed_is_refused_with_its_place(rules: RulesFolder, text: str) -> None:
    say(rules, text)
    assert refused(rules).startswith("wazo/woordverlof/tekst.")


def test_an_option_without_words_of_its_own_cannot_be_said(rules: RulesFolder) -> None:
    say(rules, "{soort}", "soort: betrokkene.verwant")
    assert refused(rules).startswith("wazo/woordverlof/tekst.")


@pytest.mark.parametrize(
    ("taal", "said"), [("nl", "eigen-tuin is voldaan (nl)."), ("en", "eigen-tuin is voldaan (en).")]
)
def test_the_text_of_a_condition_is_that_of_its_outcome(boomverlof: Assess, taal: str, said: str) -> None:
    conditions = boomverlof(DAY, {"tuin": True}, taal)["voorwaarden"]
    assert [each["tekst"] for each in conditions if each["id"] == "eigen-tuin"] == [said]


@pytest.mark.parametrize(("taal", "said"), [("nl", "Je hebt er recht op."), ("en", "You have a right to it.")])
def test_without_words_of_its_own_a_leave_uses_those_that_all_share(
    rules: RulesFolder, assess: Assess, taal: str, said: str
) -> None:
    rules.rule(LEAVE, "voorwaarden: [{id: altijd, als: ja, bron: Bomenwet 1}]")
    assert assess(DAY, {}, taal, LEAVE)["toelichting"] == said


@pytest.mark.parametrize(("taal", "said"), [("nl", "een hele dag"), ("en", "a whole day")])
def test_a_size_in_words_is_said_in_the_language_of_the_answer(
    rules: RulesFolder, assess: Assess, taal: str, said: str
) -> None:
    size = "omvang: {dagen: 1, formule: een hele dag, bron: Bomenwet 1}"
    rules.rule(LEAVE, f"voorwaarden: [{{id: altijd, als: ja, bron: Bomenwet 1}}]\n{size}")
    for language, words in (("nl", "een hele dag"), ("en", "a whole day")):
        rules.add(f"wazo/woordverlof/tekst.{language}.yaml", f"hoeveel: {words}\n")
    assert assess(DAY, {}, taal, LEAVE)["omvang"]["formule"] == said
