"""`verlof check` finds dates, percentages and terms that no law has, and asks what was meant."""

from datetime import date

import pytest

from tests.support.real_rules import real_folder
from tests.support.rules_folder import RulesFolder
from verlof_api.checks.plausible import implausible
from verlof_api.intake import today
from verlof_api.law import Rulebook

REGEL = "wazo/boomverlof/regel.yaml"
TODAY = date(2024, 5, 1)
GRENZEN = """\
grenzen:
  datum: {van: 1990-01-01, jarenVooruit: 10}
  procent: {van: 1, tot: 100}
  hoogstens: {weken: 52, maanden: 24, dagen: 366}
  sprong: 15
  eindigtBinnen: 60
"""


@pytest.fixture
def bounded(rules: RulesFolder) -> RulesFolder:
    rules.add("regelset.yaml", GRENZEN)
    return rules


def found(rules: RulesFolder) -> list[str]:
    return [str(error) for error in implausible(rules.open(), rules.load(), TODAY)]


def test_the_fictional_law_is_plausible(bounded: RulesFolder) -> None:
    assert found(bounded) == []


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("percentage: 70", "percentage: 0.7", "`percentage: 0.7` ligt niet tussen 1 en 100; bedoel je 70?"),
        ("{van: 2020-01-01}", "{van: 2202-01-01}", "2202-01-01 ligt niet tussen 1990-01-01 en eind 2034"),
        ("{van: 2020-01-01}", "{van: 2220-01-01}", "2220-01-01 ligt niet tussen 1990-01-01 en eind 2034; bedoel je"),
        (
            "plantdatum + 9 weken",
            "plantdatum + 90 weken",
            "90 weken is meer dan de 52 weken",
        ),
        ("weken: 1,", "weken: 60,", "60 weken is meer dan de 52 weken die een wet hoogstens geeft"),
        ("plantdatum + 1 dag", "max(plantdatum, 1890-01-01)", "1890-01-01 ligt niet tussen 1990-01-01 en eind 2034"),
    ],
)
def test_what_no_law_has_is_found_with_its_place(bounded: RulesFolder, old: str, new: str, said: str) -> None:
    line = bounded.change(REGEL, old, new)
    (error,) = found(bounded)
    assert error.startswith(f"{REGEL}:{line}: {said}")


def test_nothing_paid_is_no_mistake(bounded: RulesFolder) -> None:
    bounded.change(REGEL, "percentage: 70", "percentage: 0")
    assert found(bounded) == []


def test_an_amount_does_not_hold_for_centuries(bounded: RulesFolder) -> None:
    file = "bedragen/minimumloon.yaml"
    line = bounded.change(file, "tot: 2025-06-30", "tot: 2205-06-30")
    assert [error.partition(" ligt")[0] for error in found(bounded)] == [f"{file}:{line}: 2205-06-30"]


def test_the_text_of_a_law_was_not_read_tomorrow(bounded: RulesFolder) -> None:
    line = bounded.change("wetten.yaml", "gelezen: 2019-01-01", "gelezen: 2024-05-02")
    assert found(bounded) == [f"wetten.yaml:{line}: `gelezen: 2024-05-02` ligt na vandaag: welke tekst is er gelezen?"]


def test_rules_without_bounds_are_held_to_none(rules: RulesFolder) -> None:
    rules.change(REGEL, "percentage: 70", "percentage: 0.7")
    assert found(rules) == []


def test_the_real_rules_are_plausible(real_rulebook: Rulebook) -> None:
    assert [str(error) for error in implausible(real_folder(), real_rulebook, today())] == []
