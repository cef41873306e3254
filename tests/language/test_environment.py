"""What an expression is worked out against, and what a condition says of it before the engine judges it."""

from datetime import date

import pytest

from tests.support.language import FILE, LINE, Version
from verlof_api.language.compiled import CompiledCondition, Fit
from verlof_api.language.environment import Environment
from verlof_api.law.strict_yaml import Passage

MAY, JUNE = date(2024, 5, 1), date(2024, 6, 1)


def condition(version: Version, als: str, open_norm: str | None = None) -> CompiledCondition:
    left = None if open_norm is None else Passage(open_norm, FILE, LINE)
    return version.program.condition(Passage(als, FILE, LINE), left)


def test_what_one_version_works_out_is_not_there_for_another() -> None:
    told = Environment.of({"tuin": True}, MAY)
    first = told.under(MAY)
    first.values["uren"], first.assumed["leeftijd"] = 40, 30
    second = told.under(JUNE)
    assert (second.get("tuin"), second.get("uren"), second.assumed) == (True, None, {})
    assert (first.ankerdatum, second.ankerdatum, second.peildatum) == (MAY, JUNE, MAY)


def test_a_change_is_told_and_leaves_the_situation_as_it_was() -> None:
    before = Environment.of({"tuin": True}, MAY, frozenset({"wortelschade"}))
    after = before.changed({"tuin": False}, JUNE)
    assert (after.get("tuin"), after.told, after.peildatum) == (False, {"tuin": False}, JUNE)
    assert (before.get("tuin"), before.peildatum, after.withheld) == (True, MAY, before.withheld)


def test_the_first_known_of_some_names_passes_over_what_is_unknown() -> None:
    here = Environment({"a": None, "c": 3, "d": 4})
    assert (here.first_known(["a", "b", "c", "d"]), here.first_known(["a", "b"])) == (3, None)


@pytest.mark.parametrize(
    ("tuin", "besteld", "fit"),
    [
        (True, None, Fit.HOLDS),
        (False, True, Fit.HOLDS),
        (False, False, Fit.REFUSED),
        (None, False, Fit.OPEN),
    ],
)
def test_a_condition_fits_when_it_is_met_or_left_to_people(
    plain: Version, tuin: bool | None, besteld: bool | None, fit: Fit
) -> None:
    left = condition(plain, "tuin", "besteld")
    env = plain.situation({"tuin": tuin, "besteld": besteld})
    assert (left.fit(env), left.refuses(env)) == (fit, fit is Fit.REFUSED)


def test_a_condition_of_the_anchor_day_depends_on_the_facts_that_give_it(plain: Version) -> None:
    anker = frozenset(plain.program.verlofsoort.anker)
    assert condition(plain, "ankerdatum >= 2024-01-01").inputs >= anker | {"peildatum"}
    assert condition(plain, "tuin").inputs == {"tuin"}
