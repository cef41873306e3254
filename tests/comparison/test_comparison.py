"""What changed between two dates: nothing on one day; every other outcome has a changed rule or amount behind it."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from verlof_api.assessment import Beoordelaar
from verlof_api.comparison import Comparison
from verlof_api.rulebook import load_rulebook
from verlof_api.rulebook.scenarios import load_scenarios

FIRST, LAST = date(2001, 12, 1), date(2026, 12, 31)


@pytest.fixture(scope="module")
def beoordelaar() -> Beoordelaar:
    return Beoordelaar(load_rulebook())


@pytest.fixture(scope="module")
def comparison(beoordelaar: Beoordelaar) -> Comparison:
    return Comparison(beoordelaar, load_scenarios())


def changed(changes: dict[str, list[dict[str, str]]]) -> dict[str, str]:
    return {each["verlofsoort"]: each["wijziging"] for each in changes["verlofsoorten"]}


@settings(max_examples=25, deadline=None)
@given(day=st.dates(FIRST, LAST))
def test_nothing_changes_between_a_day_and_itself(comparison: Comparison, day: date) -> None:
    changes = comparison.compare(day, day)
    assert [changes[part] for part in ("verlofsoorten", "bedragen", "uitkomsten")] == [[], [], []]


def boundaries() -> list[date]:
    rulebook = load_rulebook()
    starts = {versie.van for soort in rulebook.verlofsoorten.values() for versie in soort.versies}
    starts |= {rij.van for tabel in rulebook.bedragen.values() for rij in tabel.rijen}
    return sorted(start for start in starts if start > FIRST)


@settings(max_examples=8, deadline=None)
@given(day=st.sampled_from(boundaries()))
def test_every_other_outcome_is_explained_by_a_changed_rule_or_amount(
    comparison: Comparison, beoordelaar: Beoordelaar, day: date
) -> None:
    changes = comparison.compare(day - timedelta(days=1), day)
    tables = {each["tabel"] for each in changes["bedragen"]}
    for flip in changes["uitkomsten"]:
        if flip["verlofsoort"] in changed(changes):
            continue
        payments = [
            betaling
            for plan in beoordelaar.plans.values()
            if plan.id == flip["verlofsoort"]
            for betaling in plan.versie.betaling
        ]
        assert flip["verschilt"] == ["betaling"]
        assert tables & {table for each in payments for table in (each.maximum, each.minimum, each.tabel)}


@settings(max_examples=20, deadline=None)
@given(day=st.dates(FIRST + timedelta(days=1), LAST))
def test_on_a_day_on_which_no_version_and_no_amount_begins_nothing_changes(comparison: Comparison, day: date) -> None:
    if day not in boundaries():
        changes = comparison.compare(day - timedelta(days=1), day)
        assert [changes[part] for part in ("verlofsoorten", "bedragen", "uitkomsten")] == [[], [], []]


def test_in_2019_kraamverlof_gives_way_to_geboorteverlof(comparison: Comparison) -> None:
    changes = changed(comparison.compare(date(2018, 12, 31), date(2019, 1, 1)))
    assert (changes["wazo.kraamverlof"], changes["wazo.geboorteverlof"]) == ("vervallen", "nieuw")


def test_in_2019_adoption_leave_goes_from_four_to_six_weeks(comparison: Comparison) -> None:
    changes = comparison.compare(date(2018, 12, 31), date(2019, 1, 1))
    adoptie = next(each for each in changes["verlofsoorten"] if each["verlofsoort"] == "wazo.adoptieverlof")
    weeks = {(name["was"], name["wordt"]) for part in adoptie["onderdelen"] for name in part["waarin"]}
    assert weeks == {("4", "6")}


def test_on_2_august_2022_paid_parental_leave_begins(comparison: Comparison) -> None:
    changes = changed(comparison.compare(date(2022, 8, 1), date(2022, 8, 2)))
    assert changes["wazo.betaald-ouderschapsverlof"] == "nieuw"


def test_on_1_july_2026_only_amounts_change(comparison: Comparison) -> None:
    changes = comparison.compare(date(2026, 6, 30), date(2026, 7, 1))
    amounts = {(each["tabel"], each["kolom"]): (each["was"], each["wordt"]) for each in changes["bedragen"]}
    assert (changes["verlofsoorten"], amounts["maximum-dagloon", "dag"]) == ([], ("304.25", "309.91"))


def test_a_change_names_the_article_behind_it(comparison: Comparison) -> None:
    changes = comparison.compare(date(2018, 12, 31), date(2019, 1, 1))
    parts = [part for each in changes["verlofsoorten"] for part in each["onderdelen"]]
    assert all(part["bronnen"] for part in parts if part["onderdeel"] == "voorwaarde")
