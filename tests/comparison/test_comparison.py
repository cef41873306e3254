"""What changed between two dates: nothing on one day; behind every other outcome is another text, and nothing else."""

from datetime import date, timedelta

import orjson
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.support.answers import decoded
from tests.support.real_rules import real_library, real_scenarios, real_situations
from verlof_api.assessment import Beoordelaar
from verlof_api.checks.scenarios import Scenarios
from verlof_api.comparison import Comparison
from verlof_api.law import load_rulebook

FIRST, LAST = date(2001, 12, 1), date(2026, 12, 31)


@pytest.fixture(scope="module")
def beoordelaar() -> Beoordelaar:
    return Beoordelaar(load_rulebook())


@pytest.fixture(scope="module")
def comparison(beoordelaar: Beoordelaar) -> Comparison:
    return Comparison(beoordelaar, real_situations(), real_scenarios(), real_library().brieven.kaart)


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


@pytest.mark.parametrize("day", boundaries(), ids=str)
def test_every_other_outcome_is_explained_by_a_changed_text(comparison: Comparison, day: date) -> None:
    changes = comparison.compare(day - timedelta(days=1), day)
    assert {flip["verlofsoort"] for flip in changes["uitkomsten"]} <= changed(changes).keys()


def test_a_case_gets_under_the_later_text_what_it_gets_on_its_own_day(
    comparison: Comparison, beoordelaar: Beoordelaar
) -> None:
    runner, scenarios = Scenarios(beoordelaar, real_situations()), {each.id: each for each in real_scenarios()}
    changes = comparison.compare(FIRST, LAST)
    gone = {verlof for verlof, wijziging in changed(changes).items() if wijziging == "vervallen"}
    assert gone
    for flip in changes["uitkomsten"]:
        answer = decoded(runner.run(scenarios[flip["scenario"]]).answers[flip["verlofsoort"]])
        own = flip["was" if flip["verlofsoort"] in gone else "wordt"]
        assert own["oordeel"] == answer["oordeel"]
        assert own["omvang"] == (answer["omvang"] and {key: answer["omvang"][key] for key in own["omvang"]})


def test_a_leave_that_is_not_there_yet_is_no_right_and_pays_nothing(comparison: Comparison) -> None:
    changes = comparison.compare(date(2022, 8, 1), date(2022, 8, 2))
    paid = [flip for flip in changes["uitkomsten"] if flip["verlofsoort"] == "wazo.betaald-ouderschapsverlof"]
    assert "recht" in {flip["wordt"]["oordeel"] for flip in paid}
    assert {flip["was"]["oordeel"] for flip in paid} == {"geen-recht"}
    assert not any(flip["was"][part] for flip in paid for part in flip["was"] if part != "oordeel")


def test_a_new_calendar_year_gives_nobody_other_holidays(comparison: Comparison) -> None:
    """On 1 January 2020 civil servants came under the BW; whoever was there already keeps what there was."""
    changes = comparison.compare(date(2019, 12, 31), date(2020, 1, 1))
    flips = [flip for flip in changes["uitkomsten"] if flip["verlofsoort"] == "bw.vakantie"]
    assert [(flip["was"]["oordeel"], flip["wordt"]["oordeel"]) for flip in flips] == [("andere-regeling", "recht")]


def test_the_time_to_use_up_holidays_that_came_in_2012_changes_their_last_day_and_no_hours(
    comparison: Comparison,
) -> None:
    changes = comparison.compare(date(2011, 12, 31), date(2012, 1, 1))
    # The same day the statement was no longer enclosed with an application, and paragraphs of Wazo 3:11 and 3:12 moved.
    proof = ("zwangerschapsverlof", "bevallingsverlof", "adoptieverlof", "pleegzorgverlof")
    proof += ("uitkering-gelijkgestelde", "uitkering-nawerking")
    assert changed(changes) == dict.fromkeys(["bw.vakantie", *(f"wazo.{each}" for each in proof)], "gewijzigd")
    flips = {flip["titel"]: flip for flip in changes["uitkomsten"]}
    flip = flips["De eerste dag van de vervaltermijn van zes maanden"]
    assert flip["verschilt"] == ["periode", "termijnen"]
    assert (flip["was"]["periode"]["tot"], flip["wordt"]["periode"]["tot"]) == (date(2017, 12, 31), date(2013, 6, 30))
    assert all("omvang" not in each["verschilt"] for each in changes["uitkomsten"])


def test_the_day_by_which_interrupted_leave_is_used_came_in_2022(comparison: Comparison) -> None:
    changes = comparison.compare(date(2022, 8, 1), date(2022, 8, 2), verlofsoorten=["wazo.ouderschapsverlof"])
    terms = [{term["id"] for term in flip["wordt"].get("termijnen", [])} for flip in changes["uitkomsten"]]
    assert any("gebruiken-voor" in each for each in terms)


def test_payments_are_matched_by_what_they_are_and_not_by_their_number(comparison: Comparison) -> None:
    changes = comparison.compare(date(2023, 12, 31), date(2024, 1, 1))
    paid = {
        (leave["verlofsoort"], part["id"]): (part["wijziging"], [field["naam"] for field in part["velden"]])
        for leave in changes["verlofsoorten"]
        for part in leave["onderdelen"]
        if part["onderdeel"] == "betaling"
    }
    assert paid["wazo.betaald-ouderschapsverlof", "uwv-minimumloon"] == ("gewijzigd", ["factor"])
    assert not [id for _, id in paid if id.startswith("uwv-dagloon")]


def test_a_payment_says_what_each_value_is(comparison: Comparison) -> None:
    changes = comparison.compare(date(2023, 12, 31), date(2024, 1, 1), verlofsoorten=["wazo.betaald-ouderschapsverlof"])
    [part] = [each for leave in changes["verlofsoorten"] for each in leave["onderdelen"]]
    assert part["label"] == "geld: van UWV, over het minimumloon"
    share = "min(1, urenPerWeek / {} uur per week) * 12 maanden per jaar / 261 werkdagen per jaar"
    assert [(field["label"], field["was"], field["wordt"]) for field in part["velden"]] == [
        ("deel", share.format(40), share.format(36))
    ]


def test_a_new_leave_shows_what_it_gives(comparison: Comparison) -> None:
    changes = comparison.compare(date(2020, 6, 30), date(2020, 7, 1))
    new = next(each for each in changes["verlofsoorten"] if each["wijziging"] == "nieuw")
    assert (new["verlofsoort"], new["geeft"]["was"]) == ("wazo.aanvullend-geboorteverlof", None)
    assert new["geeft"]["wordt"]["omvang"] == {"weken": 5}
    assert {"percentage": 70, "grondslag": "dagloon", "door": "uwv"} in new["geeft"]["wordt"]["betaling"]


def test_a_new_bill_is_no_new_law(comparison: Comparison) -> None:
    changes = comparison.compare(date(2024, 7, 11), date(2024, 7, 12))
    [line] = changes["samenvatting"]
    assert [each["voorstel"] for each in changes["verlofsoorten"]] == [True]
    assert line["tekst"].startswith("Rouwverlof (wetsvoorstel): een voorstel, nog geen wet")


def test_an_amount_that_is_not_known_yet_is_not_gone(comparison: Comparison) -> None:
    changes = comparison.compare(date(2026, 12, 31), date(2027, 1, 1))
    amounts = {(each["tabel"], each["kolom"]): each for each in changes["bedragen"]}
    hour = amounts["minimumloon", "uur"]
    assert (hour["wijziging"], hour["wordt"]) == ("nog-niet-bekend", None)
    assert hour["verwacht"]["van"] == "2027-01-01"


@pytest.mark.parametrize(
    ("van", "tot", "column", "change"),
    [
        (date(2023, 12, 31), date(2024, 1, 1), "week", "vervallen"),
        (date(2023, 12, 31), date(2024, 1, 1), "uur", "nieuw"),
        (date(2014, 12, 31), date(2015, 1, 1), "maand", "niet-bekend"),
        (date(2025, 12, 31), date(2026, 1, 1), "uur", "gewijzigd"),
    ],
)
def test_what_the_law_no_longer_knows_is_gone_and_what_we_do_not_know_is_not(
    comparison: Comparison, van: date, tot: date, column: str, change: str
) -> None:
    amounts = {(each["tabel"], each["kolom"]): each for each in comparison.compare(van, tot)["bedragen"]}
    assert amounts["minimumloon", column]["wijziging"] == change


@pytest.mark.parametrize("taal", ["nl", "en"])
def test_every_change_over_all_years_can_be_told_in_words(comparison: Comparison, taal: str) -> None:
    for day in boundaries():
        changes = comparison.compare(day - timedelta(days=1), day, taal)
        assert len(changes["samenvatting"]) == len(changes["verlofsoorten"]) + len(
            {each["tabel"] for each in changes["bedragen"]}
        )
        assert all(each["verschillen"] for each in changes["uitkomsten"])
        assert not any("None" in line["tekst"] for line in changes["samenvatting"])


def test_who_begins_on_the_first_day_of_a_text_would_have_got_less_under_the_old_one_on_that_day(
    comparison: Comparison,
) -> None:
    changes = comparison.compare(date(2008, 12, 31), date(2009, 1, 1))
    hours = {
        flip["titel"]: (flip["was"]["omvang"]["uren"], flip["wordt"]["omvang"]["uren"])
        for flip in changes["uitkomsten"]
        if flip["was"]["omvang"] and flip["wordt"]["omvang"]  # who had used up 13 weeks got nothing more in 2008
    }
    assert hours["Ingang op 1 januari 2009: 26 weken"] == (416, 832)


def test_where_only_amounts_change_they_are_told_as_amounts_and_not_once_more_per_case(comparison: Comparison) -> None:
    changes = comparison.compare(date(2026, 6, 30), date(2026, 7, 1))
    assert (len(changes["bedragen"]) > 0, changes["uitkomsten"]) == (True, [])


@settings(max_examples=20, deadline=None)
@given(day=st.dates(FIRST + timedelta(days=1), LAST))
def test_on_a_day_on_which_no_version_and_no_amount_begins_nothing_changes(comparison: Comparison, day: date) -> None:
    if day not in boundaries():
        changes = comparison.compare(day - timedelta(days=1), day)
        assert [changes[part] for part in ("verlofsoorten", "bedragen", "uitkomsten")] == [[], [], []]


def test_which_days_somebody_compares_asks_nothing_of_the_engine_any_more(
    comparison: Comparison, beoordelaar: Beoordelaar, monkeypatch: pytest.MonkeyPatch
) -> None:
    comparison.prepare()
    asked = []
    monkeypatch.setattr(beoordelaar.engine, "conclude", asked.append)
    flips = [comparison.compare(FIRST, day)["uitkomsten"] for day in boundaries()]
    assert (any(flips), asked) == (True, [])


def test_all_outcomes_that_are_kept_share_what_is_equal(comparison: Comparison) -> None:
    changes = comparison.compare(FIRST, LAST)
    sides = [flip[side] for flip in changes["uitkomsten"] for side in ("was", "wordt")]
    sizes = [side["omvang"] for side in sides]
    assert len({id(side) for side in sides}) == len({orjson.dumps(side) for side in sides}) < len(sides)
    assert len({id(size) for size in sizes}) == len({orjson.dumps(size) for size in sizes}) < len(sizes) / 4


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


def test_the_week_of_36_hours_of_2024_is_no_change_of_2022(comparison: Comparison) -> None:
    """A child of 2023 and leave in 2024: the day of the leave counts under both texts."""
    changes = comparison.compare(date(2022, 8, 1), date(2022, 8, 2), verlofsoorten=["wazo.aanvullend-geboorteverlof"])
    assert "aanvullend-dga-2023-12-31" not in {flip["scenario"] for flip in changes["uitkomsten"]}
    parts = [part for leave in changes["verlofsoorten"] for part in leave["onderdelen"]]
    paid = [part for part in parts if part["onderdeel"] == "betaling"]
    assert [(part["id"], part["wijziging"]) for part in paid if part["velden"]] == [("niemand-geen", "vervallen")]


def test_the_self_employed_were_paid_the_minimum_wage_before_2015_too(comparison: Comparison) -> None:
    changes = comparison.compare(date(2014, 12, 31), date(2015, 1, 1), verlofsoorten=["wazo.zez-uitkering"])
    assert not [flip for flip in changes["uitkomsten"] if "betaling" in flip["verschilt"] and flip["was"]["betaling"]]
