"""The legal percentage in euros: capped, with a floor, cut where tables change, never the figure of another day."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from tests.support.rules_folder import RulesFolder

Assess = Callable[..., dict[str, Any]]

LEAVE = "wazo.geldverlof"
CAPPED = "percentage: 70, grondslag: dagloon, door: uwv, maximum: maximum-dagloon"
UNCAPPED = "percentage: 70, grondslag: loon, door: werkgever"
FLOORED = "percentage: 70, grondslag: loon, door: werkgever, minimum: minimumloon"
FIRST = date(2024, 3, 1)


@pytest.fixture
def pay(rules: RulesFolder, assess: Assess) -> Assess:
    """What a leave with this payment pays from `van` up to and including `tot`."""

    def pay(betaling: str, van: date = FIRST, tot: date | None = None, /, **feiten: Any) -> dict[str, Any]:
        over = f"over: {{van: {van}, tot: {tot or van}}}"
        rules.rule(
            LEAVE,
            f"""
            voorwaarden: [{{id: altijd, als: ja, bron: Bomenwet 1}}]
            betaling: {{{betaling}, {over}, bron: Bomenwet 1}}
            """,
        )
        return assess(FIRST, feiten, "nl", LEAVE)

    return pay


def amounts(answer: dict[str, Any]) -> list[tuple[str, str, str]]:
    return [(each["bedrag"], each["per"], each["soort"]) for each in answer["betaling"]["bedragen"]]


def stretches(answer: dict[str, Any]) -> list[tuple[str, str, str]]:
    return [(each["van"], each["tot"], each["bedrag"]) for each in answer["betaling"]["bedragen"]]


def warned(answer: dict[str, Any]) -> list[tuple[str, str]]:
    return [(each["code"], each["tekst"]) for each in answer["waarschuwingen"]]


# --- percentage and cap -------------------------------------------------------------------------


def test_a_day_wage_below_the_cap_is_paid_at_its_percentage(pay: Assess) -> None:
    assert amounts(pay(CAPPED, dagloon=Decimal(80))) == [("56.00", "dag", "exact")]


def test_the_cap_is_on_the_wage_before_the_percentage(pay: Assess) -> None:
    assert amounts(pay(CAPPED, dagloon=Decimal(120))) == [("70.00", "dag", "exact")]


def test_a_wage_at_the_cap_is_not_capped(pay: Assess) -> None:
    assert amounts(pay(CAPPED, dagloon=Decimal(100))) == [("70.00", "dag", "exact")]


def test_the_cap_of_the_first_day_is_shown(pay: Assess) -> None:
    assert pay(CAPPED, dagloon=Decimal(80))["betaling"]["maximum"] == "100.00"


def test_without_a_wage_the_most_it_can_be_is_shown(pay: Assess) -> None:
    assert amounts(pay(CAPPED)) == [("70.00", "dag", "maximum")]


def test_without_a_wage_and_without_a_cap_no_amount_is_shown(pay: Assess) -> None:
    assert amounts(pay(UNCAPPED)) == []


def test_a_wage_per_hour_is_paid_per_hour(pay: Assess) -> None:
    assert amounts(pay(UNCAPPED, uurloon=Decimal("10.50"))) == [("7.35", "uur", "exact")]


def test_a_day_wage_goes_before_a_wage_per_hour(pay: Assess) -> None:
    assert amounts(pay(UNCAPPED, dagloon=Decimal(80), uurloon=Decimal(10))) == [("56.00", "dag", "exact")]


def test_a_wage_per_hour_is_capped_by_the_hours_of_a_day(pay: Assess) -> None:
    # 40 hours are 8 a day: 100 / 8 = 12.50, of which 70%.
    assert amounts(pay(CAPPED, uurloon=Decimal(30), urenPerWeek=Decimal(40))) == [("8.75", "uur", "schatting")]


def test_a_wage_per_hour_below_the_cap_is_exact_when_the_wage_is_paid(pay: Assess) -> None:
    of_the_wage = CAPPED.replace("grondslag: dagloon", "grondslag: loon")
    assert amounts(pay(of_the_wage, uurloon=Decimal(10), urenPerWeek=Decimal(40))) == [("7.00", "uur", "exact")]


def test_a_wage_per_hour_only_estimates_a_day_wage(pay: Assess) -> None:
    assert amounts(pay(CAPPED, uurloon=Decimal(10), urenPerWeek=Decimal(40))) == [("7.00", "uur", "schatting")]


def test_a_wage_per_hour_without_hours_per_week_is_an_estimate_under_a_cap(pay: Assess) -> None:
    assert amounts(pay(CAPPED, uurloon=Decimal(30))) == [("21.00", "uur", "schatting")]


def test_unpaid_leave_has_no_amounts(pay: Assess) -> None:
    unpaid = pay("percentage: 0, grondslag: geen, door: niemand", dagloon=Decimal(80))["betaling"]
    assert (unpaid["percentage"], unpaid["bedragen"]) == (0, [])


def test_an_unknown_percentage_has_no_amounts(pay: Assess) -> None:
    betaling = pay("percentage: leeftijd, grondslag: loon, door: werkgever", dagloon=Decimal(80))["betaling"]
    assert (betaling["percentage"], betaling["bedragen"]) == (None, [])


def test_days_that_end_before_they_begin_have_no_amounts(pay: Assess) -> None:
    assert amounts(pay(UNCAPPED, FIRST, date(2024, 2, 28), dagloon=Decimal(80))) == []


# --- rounding -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("wage", "amount"), [("0.75", "0.53"), ("1.15", "0.81"), ("0.749", "0.52"), ("0.05", "0.04"), ("123.45", "86.42")]
)
def test_cents_are_rounded_half_up(pay: Assess, wage: str, amount: str) -> None:
    assert [each[0] for each in amounts(pay(UNCAPPED, dagloon=Decimal(wage)))] == [amount]


def test_only_the_end_result_is_rounded(pay: Assess) -> None:
    # 100 / (37 / 5) = 13.5135…, of which 90% is 12.1621…; rounding the wage per hour first would give 12.159.
    betaling = CAPPED.replace("70", "90")
    assert amounts(pay(betaling, uurloon=Decimal(30), urenPerWeek=Decimal(37))) == [("12.16", "uur", "schatting")]


# --- floor --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("facts", "amount"),
    [
        ({"dagloon": 90, "leeftijd": 30}, ("80.00", "dag", "exact")),  # 8 hours at 10.00
        ({"dagloon": 90, "leeftijd": 21}, ("80.00", "dag", "exact")),
        ({"dagloon": 90, "leeftijd": 20}, ("64.00", "dag", "exact")),  # 80% of it
        ({"dagloon": 90, "leeftijd": 17}, ("63.00", "dag", "exact")),  # 40% is less than 70% of the wage
        ({"dagloon": 90, "leeftijd": 14}, ("63.00", "dag", "exact")),  # no minimum wage at that age
        ({"dagloon": 120, "leeftijd": 30}, ("84.00", "dag", "exact")),  # 70% is more
        ({"dagloon": 60, "leeftijd": 30}, ("80.00", "dag", "schatting")),  # no wage may be below the minimum wage
        ({"dagloon": 60}, ("60.00", "dag", "schatting")),  # unless the age lets it, which is not known
        ({"uurloon": 9, "leeftijd": 30}, ("10.00", "uur", "schatting")),
        ({"uurloon": 12, "leeftijd": 30}, ("10.00", "uur", "exact")),
        ({"uurloon": 12, "leeftijd": 20}, ("8.40", "uur", "exact")),
        ({"dagloon": 90}, ("80.00", "dag", "schatting")),  # the age is not known
        ({"dagloon": 120}, ("84.00", "dag", "exact")),  # whatever the age
    ],
)
def test_the_minimum_wage_of_the_age_is_the_floor(
    pay: Assess, facts: dict[str, int], amount: tuple[str, str, str]
) -> None:
    told: dict[str, Any] = {name: Decimal(value) if name != "leeftijd" else value for name, value in facts.items()}
    assert amounts(pay(FLOORED, **told, urenPerWeek=Decimal(40))) == [amount]


def test_a_floor_that_cannot_be_worked_out_leaves_an_estimate(pay: Assess) -> None:
    # Without the hours of a day the floor is not known; with 40 hours a week it would be 80.00.
    assert amounts(pay(FLOORED, dagloon=Decimal(90), leeftijd=30)) == [("63.00", "dag", "schatting")]


def test_an_amount_per_day_is_for_full_time_and_less_for_part_time(pay: Assess, rules: RulesFolder) -> None:
    rules.change("bedragen/minimumloon.yaml", 'waarden: {uur: "10.00"}', 'waarden: {dag: "80.00", week: "400.00"}')
    rules.change("bedragen/minimumloon.yaml", "dagenPerWeek: 5", "dagenPerWeek: 5\nvoltijdUren: 40")
    facts = {"dagloon": Decimal(50), "leeftijd": 30}
    assert [amounts(pay(FLOORED, **facts, urenPerWeek=Decimal(hours)))[0][0] for hours in (20, 40, 48)] == [
        "40.00",
        "80.00",
        "80.00",
    ]


def test_the_floor_of_the_first_day_is_shown(pay: Assess) -> None:
    assert pay(FLOORED, dagloon=Decimal(80))["betaling"]["minimum"] == "10.00"


# --- a table as the wage ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("extra", "facts", "amount"),
    [
        ("", {}, [("10.00", "uur", "exact")]),
        (", factor: urenPerWeek / 40", {"urenPerWeek": Decimal(10)}, [("2.50", "uur", "exact")]),
        (", factor: urenPerWeek / 40", {}, []),
        (", per: uur", {"uurloon": Decimal(99)}, [("10.00", "uur", "exact")]),
    ],
)
def test_a_payment_may_be_part_of_a_table(
    pay: Assess, extra: str, facts: dict[str, Any], amount: list[tuple[str, str, str]]
) -> None:
    betaling = f"percentage: 100, grondslag: minimumloon, door: uwv, tabel: minimumloon{extra}"
    assert amounts(pay(betaling, **facts)) == amount


# --- days -----------------------------------------------------------------------------------------


def test_a_payment_is_cut_where_the_cap_changes(pay: Assess) -> None:
    assert stretches(pay(CAPPED, date(2024, 6, 30), date(2024, 7, 1), dagloon=Decimal(120))) == [
        ("2024-06-30", "2024-06-30", "70.00"),
        ("2024-07-01", "2024-07-01", "77.00"),
    ]


def test_stretches_in_which_nothing_changes_are_one(pay: Assess) -> None:
    assert stretches(pay(CAPPED, date(2024, 12, 1), date(2025, 1, 31), dagloon=Decimal(120))) == [
        ("2024-12-01", "2025-01-31", "77.00")
    ]


def test_a_wage_below_every_cap_is_not_cut(pay: Assess) -> None:
    assert stretches(pay(CAPPED, date(2024, 6, 1), date(2025, 1, 31), dagloon=Decimal(80))) == [
        ("2024-06-01", "2025-01-31", "56.00")
    ]


def test_a_payment_over_three_half_years_is_cut_on_both_days(pay: Assess, rules: RulesFolder) -> None:
    rules.change(
        "bedragen/maximum-dagloon.yaml",
        '{van: 2025-01-01, tot: 2025-06-30}\n    waarden: {dag: "110.00"}',
        '{van: 2025-01-01, tot: 2025-06-30}\n    waarden: {dag: "115.00"}',
    )
    assert stretches(pay(CAPPED, date(2024, 6, 1), date(2025, 1, 31), dagloon=Decimal(120))) == [
        ("2024-06-01", "2024-06-30", "70.00"),
        ("2024-07-01", "2024-12-31", "77.00"),
        ("2025-01-01", "2025-01-31", "80.50"),
    ]


INDEXED = ("bedragen/maximum-dagloon.yaml", "dagenPerWeek: 5", "dagenPerWeek: 5\nindexeert: dagloon")


def test_a_day_wage_below_the_cap_is_an_estimate_once_the_law_has_raised_it(pay: Assess, rules: RulesFolder) -> None:
    rules.change(*INDEXED)
    answer = pay(CAPPED, date(2024, 6, 1), date(2024, 7, 31), dagloon=Decimal(80))
    assert [(each["van"], each["soort"]) for each in answer["betaling"]["bedragen"]] == [
        ("2024-06-01", "exact"),
        ("2024-07-01", "schatting"),
    ]


def test_a_capped_day_wage_stays_exact_when_the_law_raises_it(pay: Assess, rules: RulesFolder) -> None:
    rules.change(*INDEXED)
    answer = pay(CAPPED, date(2024, 6, 1), date(2024, 7, 31), dagloon=Decimal(120))
    assert {each["soort"] for each in answer["betaling"]["bedragen"]} == {"exact"}


def test_wages_that_an_employer_goes_on_paying_are_not_raised(pay: Assess, rules: RulesFolder) -> None:
    rules.change(*INDEXED)
    of_the_wage = CAPPED.replace("grondslag: dagloon", "grondslag: loon")
    answer = pay(of_the_wage, date(2024, 6, 1), date(2024, 7, 31), dagloon=Decimal(80))
    assert [each["soort"] for each in answer["betaling"]["bedragen"]] == ["exact"]


@pytest.mark.parametrize(("age", "soort"), [(30, "schatting"), (17, "exact"), (None, "exact")])
def test_a_wage_below_the_minimum_wage_is_an_estimate(
    pay: Assess, rules: RulesFolder, age: int | None, soort: str
) -> None:
    rules.change("bedragen/minimumloon.yaml", "dagenPerWeek: 5", "dagenPerWeek: 5\nondergrensVan: loon")
    told: dict[str, Any] = {"uurloon": Decimal(9), **({} if age is None else {"leeftijd": age})}
    assert amounts(pay(UNCAPPED.replace("70", "100"), **told)) == [("9.00", "uur", soort)]


# --- tables that run out ------------------------------------------------------------------------


def test_after_the_last_row_there_is_no_amount_and_a_warning_that_names_the_table(pay: Assess) -> None:
    answer = pay(CAPPED, date(2025, 7, 1), date(2025, 7, 31), dagloon=Decimal(80))
    assert (amounts(answer), warned(answer)) == (
        [],
        [
            (
                "bedrag-onbekend",
                "Het bedrag uit de tabel Maximumdagloon is bekend van 1 januari 2024 tot en met 30 juni 2025.",
            )
        ],
    )


def test_an_amount_stops_where_its_table_stops(pay: Assess) -> None:
    answer = pay(CAPPED, date(2025, 6, 1), date(2025, 7, 31), dagloon=Decimal(80))
    assert (stretches(answer), [code for code, _ in warned(answer)]) == (
        [("2025-06-01", "2025-06-30", "56.00")],
        ["bedrag-onbekend"],
    )


def test_before_the_first_row_there_is_no_amount(pay: Assess) -> None:
    answer = pay(CAPPED, date(2023, 12, 1), date(2024, 1, 31), dagloon=Decimal(80))
    assert (stretches(answer), [code for code, _ in warned(answer)]) == (
        [("2024-01-01", "2024-01-31", "56.00")],
        ["bedrag-onbekend"],
    )


def test_in_a_gap_between_rows_there_is_no_amount(pay: Assess, rules: RulesFolder) -> None:
    rules.change(
        "bedragen/maximum-dagloon.yaml", "{van: 2024-01-01, tot: 2024-06-30}", "{van: 2024-01-01, tot: 2024-05-31}"
    )
    answer = pay(CAPPED, date(2024, 5, 1), date(2024, 7, 31), dagloon=Decimal(120))
    assert (stretches(answer), [code for code, _ in warned(answer)]) == (
        [("2024-05-01", "2024-05-31", "70.00"), ("2024-07-01", "2024-07-31", "77.00")],
        ["bedrag-onbekend"],
    )


def test_without_a_cap_on_the_first_day_none_is_shown(pay: Assess) -> None:
    assert pay(CAPPED, date(2025, 7, 1), dagloon=Decimal(80))["betaling"]["maximum"] is None


def test_a_column_that_a_row_does_not_have_is_unknown(pay: Assess) -> None:
    answer = pay("percentage: 100, grondslag: minimumloon, door: uwv, tabel: minimumloon, per: maand")
    assert (amounts(answer), [code for code, _ in warned(answer)]) == ([], ["bedrag-onbekend"])


def test_a_floor_without_a_row_is_no_floor_but_a_warning(pay: Assess) -> None:
    answer = pay(FLOORED, date(2025, 7, 1), dagloon=Decimal(90), leeftijd=30, urenPerWeek=Decimal(40))
    assert (amounts(answer), [code for code, _ in warned(answer)]) == ([], ["bedrag-onbekend"])


YOUNG = {"dagloon": Decimal(90), "leeftijd": 20, "urenPerWeek": Decimal(40)}


def test_a_share_of_the_age_without_a_row_is_unknown_as_well(pay: Assess, rules: RulesFolder) -> None:
    rules.change("bedragen/jeugdminimumloon.yaml", "tot: 2025-06-30", "tot: 2024-06-30")
    answer = pay(FLOORED, date(2024, 7, 1), **YOUNG)
    assert (amounts(answer), [code for code, _ in warned(answer)]) == ([], ["bedrag-onbekend"])


def test_a_payment_is_cut_where_the_share_of_the_age_changes(pay: Assess, rules: RulesFolder) -> None:
    rules.change("bedragen/jeugdminimumloon.yaml", "tot: 2025-06-30", "tot: 2024-06-30")
    rules.add(
        "bedragen/jeugdminimumloon.yaml",
        '  - geldig: {van: 2024-07-01, tot: 2025-06-30}\n    waarden: {"20": "90"}\n'
        "    zekerheid: afgeleid\n    bron: verzonnen\n",
    )
    assert stretches(pay(FLOORED, date(2024, 6, 30), date(2024, 7, 1), **YOUNG)) == [
        ("2024-06-30", "2024-06-30", "64.00"),
        ("2024-07-01", "2024-07-01", "72.00"),
    ]


# --- several ways of paying ---------------------------------------------------------------------

WAYS = """
afgeleid: {dag: peildatum}
voorwaarden: [{id: altijd, als: ja, bron: Bomenwet 1}]
betaling:
  - {als: tuin, percentage: 100, grondslag: loon, door: werkgever, over: {van: dag, tot: dag}, bron: Bomenwet 1}
  - {percentage: 70, grondslag: loon, door: uwv, over: {van: dag, tot: dag}, bron: Bomenwet 1}
"""


@pytest.mark.parametrize(
    ("facts", "way"),
    [
        ({"tuin": True}, (100, "loon", "werkgever", ["80.00"])),
        ({"tuin": False}, (70, "loon", "uwv", ["56.00"])),
        ({}, (None, "loon", None, [])),
    ],
)
def test_the_first_way_that_applies_pays_and_an_unknown_choice_is_left_open(
    rules: RulesFolder, assess: Assess, facts: dict[str, Any], way: tuple[Any, ...]
) -> None:
    rules.rule(LEAVE, WAYS)
    betaling = assess(FIRST, {**facts, "dagloon": Decimal(80)}, "nl", LEAVE)["betaling"]
    paid = [each["bedrag"] for each in betaling["bedragen"]]
    assert (betaling["percentage"], betaling["grondslag"], betaling["door"], paid) == way
