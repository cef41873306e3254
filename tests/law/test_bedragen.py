"""Amounts hold from a day to a day; before, after and in between there is none."""

from datetime import date
from decimal import Decimal

import pytest

from tests.support.rules_folder import RulesFolder
from verlof_api.law import Rulebook

FILE = "bedragen/maximum-dagloon.yaml"


@pytest.mark.parametrize(
    ("day", "amount"),
    [
        (date(2023, 12, 31), None),
        (date(2024, 1, 1), "100.00"),
        (date(2024, 6, 30), "100.00"),
        (date(2024, 7, 1), "110.00"),
        (date(2025, 6, 30), "110.00"),
        (date(2025, 7, 1), None),
    ],
)
def test_an_amount_holds_on_the_days_of_its_row_only(trees: Rulebook, day: date, amount: str | None) -> None:
    row = trees.bedragen["maximum-dagloon"].rij(day)
    assert (None if row is None else str(row.waarden["dag"])) == amount


def test_in_a_gap_between_rows_there_is_no_amount(rules: RulesFolder) -> None:
    rules.change(FILE, "{van: 2024-01-01, tot: 2024-06-30}", "{van: 2024-01-01, tot: 2024-05-31}")
    assert rules.load().bedragen["maximum-dagloon"].rij(date(2024, 6, 1)) is None


def test_an_amount_is_exact(trees: Rulebook) -> None:
    row = trees.bedragen["maximum-dagloon"].rij(date(2024, 7, 1))
    assert row is not None
    assert (type(row.waarden["dag"]), row.waarden["dag"]) == (Decimal, Decimal("110.00"))


def test_an_amount_that_is_no_quoted_decimal_is_refused_with_file_and_line(rules: RulesFolder) -> None:
    line = rules.change(FILE, '"100.00"', "100.00")
    assert rules.mistakes()[0].startswith(f"{FILE}:{line}: ")


def test_a_row_that_ends_before_it_begins_is_refused(rules: RulesFolder) -> None:
    line = rules.change(FILE, "{van: 2024-01-01, tot: 2024-06-30}", "{van: 2024-01-01, tot: 2023-06-30}")
    assert rules.mistakes()[0].startswith(f"{FILE}:{line}: ")


def test_rows_that_overlap_are_refused(rules: RulesFolder) -> None:
    rules.change(FILE, "{van: 2024-01-01, tot: 2024-06-30}", "{van: 2024-01-01, tot: 2024-07-01}")
    assert rules.mistakes()[0].startswith(f"{FILE}:")


def test_rows_out_of_order_are_refused(rules: RulesFolder) -> None:
    rules.change(FILE, "{van: 2024-01-01, tot: 2024-06-30}", "{van: 2026-01-01, tot: 2026-06-30}")
    assert rules.mistakes()[0].startswith(f"{FILE}:")


def test_two_tables_with_one_id_are_refused(rules: RulesFolder) -> None:
    rules.change("bedragen/minimumloon.yaml", "id: minimumloon", "id: maximum-dagloon")
    assert any("maximum-dagloon" in mistake for mistake in rules.mistakes())


def test_a_table_of_youth_shares_that_does_not_exist_is_refused(rules: RulesFolder) -> None:
    rules.change("bedragen/minimumloon.yaml", "jeugd: jeugdminimumloon", "jeugd: kinderloon")
    assert rules.mistakes()[0].startswith("bedragen/minimumloon.yaml:")


COLUMNS = "id: maximum-dagloon\n"


@pytest.mark.parametrize(
    ("days", "day", "exists"),
    [
        ("{tot: 2024-06-30}", date(2024, 6, 30), True),
        ("{tot: 2024-06-30}", date(2024, 7, 1), False),
        ("{van: 2024-07-01}", date(2024, 6, 30), False),
        ("{van: 2024-07-01}", date(2024, 7, 1), True),
    ],
)
def test_a_column_that_the_law_does_not_always_know_says_when(
    rules: RulesFolder, days: str, day: date, exists: bool
) -> None:
    rules.change(FILE, COLUMNS, f"{COLUMNS}kolommen: {{week: {days}}}\n")
    table = rules.load().bedragen["maximum-dagloon"]
    assert (table.exists("week", day), table.exists("dag", day)) == (exists, True)


def test_an_amount_in_a_row_of_days_on_which_the_law_does_not_know_it_is_refused(rules: RulesFolder) -> None:
    rules.change(FILE, COLUMNS, f"{COLUMNS}kolommen: {{dag: {{van: 2024-07-01}}}}\n")
    assert "`dag` bestaat niet op al deze dagen" in rules.mistakes()[0]


@pytest.mark.parametrize(("day", "right"), [("2025-07-01", True), ("2025-06-30", False), ("2026-01-01", False)])
def test_what_is_awaited_follows_the_last_row(rules: RulesFolder, day: str, right: bool) -> None:
    rules.change(FILE, COLUMNS, f"{COLUMNS}verwacht: {{van: {day}, uiterlijk: 2025-06-15}}\n")
    if right:
        awaited = rules.load().bedragen["maximum-dagloon"].verwacht
        assert awaited is not None
        assert awaited.json() == {"van": day, "uiterlijk": "2025-06-15"}
    else:
        assert "is de dag na de laatste rij" in rules.mistakes()[0]
