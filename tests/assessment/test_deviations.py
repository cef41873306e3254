"""Whether an agreement may differ from the law hangs on facts: a told one decides, others stay exceptions in words."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from tests.support.rules_folder import RulesFolder
from verlof_api.assessment import Beoordelaar, catalogue

Assess = Callable[..., dict[str, Any]]

DAY = date(2024, 3, 1)
LEAVE = "wazo.tuinverlof"
CASES = """\
afwijken:
  - {id: met-tuin, als: tuin, mag: niet, bron: Bomenwet 4:7}
  - {id: geplant, als: boomGeplant, mag: cao, bron: Bomenwet 4:3}
  - {mag: cao-of-or, bron: Bomenwet 4:4}
voorwaarden: [{id: altijd, als: ja, bron: Bomenwet 1}]
"""
WORDS = "afwijken: {met-tuin: Met een tuin niet., geplant: Na het planten wel in een cao.}\n"


@pytest.fixture
def by_case(rules: RulesFolder) -> RulesFolder:
    rules.rule(LEAVE, CASES)
    for taal in ("nl", "en"):
        rules.add(f"wazo/tuinverlof/tekst.{taal}.yaml", WORDS)
    return rules


@pytest.mark.parametrize(
    ("told", "may", "source", "exceptions"),
    [
        ({"tuin": True}, "niet", "4:7", []),
        ({"tuin": False, "boomGeplant": True}, "cao", "4:3", []),
        ({"tuin": False, "boomGeplant": False}, "cao-of-or", "4:4", []),
        ({"boomGeplant": True}, "cao", "4:3", ["niet"]),
        ({"tuin": False}, "cao-of-or", "4:4", ["cao"]),
        ({}, "cao-of-or", "4:4", ["niet", "cao"]),
    ],
)
@pytest.mark.usefixtures("by_case")
def test_the_first_case_that_counts_decides_and_what_is_not_told_stays_an_exception(
    assess: Assess, told: dict[str, bool], may: str, source: str, exceptions: list[str]
) -> None:
    afwijken = assess(DAY, told, "nl", LEAVE)["afwijken"]
    assert (afwijken["mag"], [each["artikel"] for each in afwijken["bronnen"]]) == (may, [source])
    assert [each["mag"] for each in afwijken["uitzonderingen"]] == exceptions


@pytest.mark.usefixtures("by_case")
def test_an_exception_says_for_whom_it_is_and_where_that_is_written(assess: Assess) -> None:
    (exception,) = assess(DAY, {"boomGeplant": True}, "nl", LEAVE)["afwijken"]["uitzonderingen"]
    assert exception["tekst"] == "Met een tuin niet."
    assert [each["artikel"] for each in exception["bronnen"]] == ["4:7"]


def test_the_catalogue_gives_what_holds_in_general_with_every_exception(by_case: RulesFolder) -> None:
    card = catalogue.verlofsoort(Beoordelaar(by_case.load()), LEAVE, DAY, "nl")
    assert card is not None
    afwijken = card["afwijken"]
    assert (afwijken.mag, [each.mag for each in afwijken.uitzonderingen]) == ("cao-of-or", ["niet", "cao"])


def test_a_case_without_words_does_not_load(rules: RulesFolder) -> None:
    rules.rule(LEAVE, CASES)
    assert any("afwijken: `met-tuin` heeft geen tekst" in each for each in rules.mistakes())


def test_words_for_a_case_that_is_not_there_do_not_load(rules: RulesFolder) -> None:
    rules.add("wazo/boomverlof/tekst.nl.yaml", "afwijken: {met-tuin: Met een tuin niet.}\n")
    assert any("afwijken: niets gebruikt `met-tuin`" in each for each in rules.mistakes())


def test_the_last_case_is_for_everybody_else(rules: RulesFolder) -> None:
    rules.rule(LEAVE, CASES.replace("  - {mag: cao-of-or, bron: Bomenwet 4:4}\n", ""))
    assert any("afwijken: de laatste van de lijst heeft geen `als`" in each for each in rules.mistakes())
