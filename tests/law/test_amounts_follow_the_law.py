"""The tables of amounts hold together by the formulas of the law: a slip in a new row is seen at once."""

from collections.abc import Iterator
from datetime import date
from decimal import ROUND_CEILING, ROUND_HALF_UP, Decimal
from itertools import pairwise

import pytest

from verlof_api.law import Rulebook, load_rulebook
from verlof_api.law.bedragtabel import BedragRij

CENT = Decimal("0.01")

# Published amounts that differ from the formula, by at most this much. From 2019 to 2022 the published maximum daily
# wage was rounded another way; the hourly wage of 2025 comes from the month before it was rounded (Wml 14 lid 11).
MAXIMUM_DAY_WAGE = dict.fromkeys(
    (
        *(date(2019, 1, 1), date(2019, 7, 1), date(2020, 1, 1), date(2020, 7, 1)),
        *(date(2021, 1, 1), date(2021, 7, 1), date(2022, 1, 1)),
    ),
    Decimal("0.03"),
)
HOUR = {date(2025, 1, 1): CENT}


def rounded(amount: Decimal, step: str, rounding: str = ROUND_HALF_UP) -> Decimal:
    return (amount / Decimal(step)).quantize(Decimal(1), rounding) * Decimal(step)


def rows(rulebook: Rulebook, table: str) -> dict[date, BedragRij]:
    return {row.van: row for row in rulebook.bedragen[table].rijen}


def steps() -> Iterator[tuple[date, date]]:
    """Each half-year of which both the minimum wage and the maximum daily wage are known, with the one before it."""
    rulebook = load_rulebook()
    known = rows(rulebook, "minimumloon").keys() & rows(rulebook, "maximum-dagloon").keys()
    yield from pairwise(sorted(known))


@pytest.mark.parametrize(("before", "day"), list(steps()), ids=str)
def test_the_maximum_day_wage_moves_with_the_minimum_wage(real_rulebook: Rulebook, before: date, day: date) -> None:
    """Wfsv 18 lid 1: the year's amount by the percentage of the minimum wage, to the nearest multiple of 2.61."""
    month, day_wage = rows(real_rulebook, "minimumloon"), rows(real_rulebook, "maximum-dagloon")
    percentage = rounded((month[day].waarden["maand"] / month[before].waarden["maand"] - 1) * 100, "0.01")
    year = day_wage[before].waarden["dag"] * 261 * (1 + percentage / 100)
    found = day_wage[day].waarden["dag"]
    assert abs(found - rounded(year, "2.61") / 261) <= MAXIMUM_DAY_WAGE.get(day, Decimal(0))


def test_the_minimum_wage_per_month_is_a_multiple_of_sixty_cents(real_rulebook: Rulebook) -> None:
    """Wml 14 lid 9."""
    months = [row.waarden["maand"] for row in rows(real_rulebook, "minimumloon").values()]
    assert [month for month in months if month % Decimal("0.60")] == []


def test_the_minimum_wage_per_hour_follows_from_the_month(real_rulebook: Rulebook) -> None:
    """Wml 14 lid 10: the month divided by 4⅓ weeks of 36 hours, rounded up to a cent."""
    for day, row in rows(real_rulebook, "minimumloon").items():
        if "uur" in row.waarden:
            hour = rounded(row.waarden["maand"] / 156, "0.01", ROUND_CEILING)
            assert abs(row.waarden["uur"] - hour) <= HOUR.get(day, Decimal(0)), day


def test_the_minimum_wage_per_week_and_day_followed_from_the_month(real_rulebook: Rulebook) -> None:
    """Wml 14, until 2024: a week is three thirteenths of a month, to five cents; a day is a fifth of a week."""
    for day, row in rows(real_rulebook, "minimumloon").items():
        if "week" in row.waarden:
            week = rounded(row.waarden["maand"] * 3 / 13, "0.05")
            assert (row.waarden["week"], row.waarden["dag"]) == (week, week / 5), day


def test_the_highest_benefit_of_the_self_employed_is_the_minimum_wage(real_rulebook: Rulebook) -> None:
    """Wazo 3:23 lid 3."""
    wage = rows(real_rulebook, "minimumloon")
    for day, row in rows(real_rulebook, "zez").items():
        assert row.waarden == {column: wage[day].waarden[column] for column in row.waarden}, day


@pytest.mark.parametrize(
    ("table", "day", "column", "value"),
    [
        ("maximum-dagloon", date(2026, 7, 1), "dag", "309.91"),
        ("minimumloon", date(2026, 7, 1), "uur", "14.99"),
        ("minimumloon", date(2026, 7, 1), "maand", "2337.00"),
        ("jeugdminimumloon", date(2026, 12, 31), "20", "80"),
        ("jeugdminimumloon", date(2027, 1, 1), "16", "40"),
        ("jeugdminimumloon", date(2027, 1, 1), "18", "62.5"),
        ("jeugdminimumloon", date(2027, 1, 1), "20", "87.5"),
    ],
)
def test_published_amounts(real_rulebook: Rulebook, table: str, day: date, column: str, value: str) -> None:
    row = real_rulebook.bedragen[table].rij(day)
    assert row is not None
    assert row.waarden[column] == Decimal(value)


def test_what_is_not_published_yet_is_not_known(real_rulebook: Rulebook) -> None:
    for table in ("maximum-dagloon", "minimumloon", "zez"):
        tabel = real_rulebook.bedragen[table]
        assert tabel.rij(date(2027, 1, 1)) is None
        assert tabel.verwacht is not None
        assert tabel.verwacht.van == date(2027, 1, 1)
