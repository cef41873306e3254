"""Days as laws count them: both ends included, months that clamp to their end, no day counted twice."""

from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tests.support.language import Version, steady
from tests.support.reference import days_of, shifted, working_day_after

DAYS = st.dates(date(1900, 1, 1), date(2199, 12, 31))
NEAR = st.dates(date(2024, 1, 1), date(2024, 4, 30))
COUNTS = st.integers(0, 60)
PERIODS = st.lists(st.tuples(NEAR, NEAR).map(lambda ends: (min(ends), max(ends))), max_size=6).map(tuple)
DECIMALS = st.decimals(-5000, 5000, places=3)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2023-01-31 + 1 maand", date(2023, 2, 28)),
        ("2024-01-31 + 1 maand", date(2024, 2, 29)),
        ("2024-03-31 - 1 maand", date(2024, 2, 29)),
        ("2024-02-29 + 1 jaar", date(2025, 2, 28)),
        ("2024-02-29 + 4 jaren", date(2028, 2, 29)),
        ("2024-02-29 + 12 maanden", date(2025, 2, 28)),
        ("2024-02-29 - 1 jaar", date(2023, 2, 28)),
        ("2023-12-31 + 2 maanden", date(2024, 2, 29)),
        ("2024-10-31 + 6 maanden", date(2025, 4, 30)),
        ("2024-02-28 + 1 dag", date(2024, 2, 29)),
        ("2023-02-28 + 1 dag", date(2023, 3, 1)),
        ("2024-02-22 + 1 week", date(2024, 2, 29)),
        ("2024-12-18 + 2 weken", date(2025, 1, 1)),
        ("2024-03-01 - 1 dag", date(2024, 2, 29)),
    ],
)
def test_around_the_ends_of_months_and_leap_days(plain: Version, text: str, day: date) -> None:
    assert plain.value(text) == day


@pytest.mark.parametrize("unit", ["dagen", "weken", "maanden", "jaren"])
@pytest.mark.parametrize("sign", ["+", "-"])
@steady
@given(day=DAYS, count=COUNTS)
@example(day=date(2024, 2, 29), count=1)
@example(day=date(2023, 12, 31), count=2)
def test_adding_and_taking_away_lengths(plain: Version, unit: str, sign: str, day: date, count: int) -> None:
    value = plain.value(f"plantdatum {sign} aantalBomen {unit}", plantdatum=day, aantalBomen=count)
    assert value == shifted(day, sign, count, unit)


@steady
@given(day=DAYS, count=COUNTS)
def test_a_week_is_seven_days(plain: Version, day: date, count: int) -> None:
    facts = {"plantdatum": day, "aantalBomen": count}
    assert plain.value("plantdatum + aantalBomen weken == plantdatum + (7 * aantalBomen) dagen", facts) is True


@steady
@given(day=DAYS, count=COUNTS)
def test_months_later_is_never_past_the_month_that_is_meant(plain: Version, day: date, count: int) -> None:
    later = plain.value("plantdatum + aantalBomen maanden", plantdatum=day, aantalBomen=count)
    assert ((later.year - day.year) * 12 + later.month - day.month, later.day <= day.day) == (count, True)


@steady
@given(first=NEAR, last=NEAR)
def test_dagen_counts_both_ends_and_never_below_zero(plain: Version, first: date, last: date) -> None:
    counted = [day for day in range(366) if first <= date(2024, 1, 1) + timedelta(days=day) <= last]
    assert plain.value("dagen(plantdatum, bestelling)", plantdatum=first, bestelling=last) == len(counted)


def test_from_a_day_to_itself_is_one_day(plain: Version) -> None:
    assert plain.value("dagen(plantdatum, plantdatum)", plantdatum=date(2024, 2, 29)) == 1


@steady
@given(periods=PERIODS)
def test_overlap_counts_every_day_of_the_periods_once(plain: Version, periods: tuple[tuple[date, date], ...]) -> None:
    assert plain.value("overlap(vorstperiodes)", vorstperiodes=periods) == len(days_of(periods))


@steady
@given(periods=PERIODS, first=NEAR, last=NEAR)
@example(periods=((date(2024, 1, 1), date(2024, 4, 30)),), first=date(2024, 2, 29), last=date(2024, 2, 29))
@example(periods=((date(2024, 1, 1), date(2024, 1, 2)),), first=date(2024, 1, 2), last=date(2024, 1, 1))
def test_overlap_counts_the_days_of_the_periods_between_two_days(
    plain: Version, periods: tuple[tuple[date, date], ...], first: date, last: date
) -> None:
    facts = {"vorstperiodes": periods, "plantdatum": first, "bestelling": last}
    wanted = [day for day in days_of(periods) if first.toordinal() <= day <= last.toordinal()]
    assert plain.value("overlap(vorstperiodes, plantdatum, bestelling)", facts) == len(wanted)


@steady
@given(periods=PERIODS.filter(bool))
def test_laatste_is_the_last_day_of_all(plain: Version, periods: tuple[tuple[date, date], ...]) -> None:
    assert plain.value("laatste(vorstperiodes)", vorstperiodes=periods).toordinal() == max(days_of(periods))


@steady
@given(day=DAYS, count=st.integers(1, 30))
@example(day=date(2024, 3, 1), count=1)  # a Friday
@example(day=date(2024, 3, 2), count=1)  # a Saturday
def test_werkdagenna_walks_over_weekends(plain: Version, day: date, count: int) -> None:
    value = plain.value("werkdagenNa(plantdatum, aantalBomen)", plantdatum=day, aantalBomen=count)
    assert value == working_day_after(day, count)


@steady
@given(day=DAYS)
def test_eindejaar_is_the_last_day_of_the_year(plain: Version, day: date) -> None:
    assert plain.value("eindeJaar(plantdatum) + 1 dag", plantdatum=day) == date(day.year + 1, 1, 1)


@pytest.mark.parametrize("sign", ["+", "-", "*"])
@steady
@given(a=DECIMALS, b=DECIMALS)
def test_decimals_are_exact(plain: Version, sign: str, a: Decimal, b: Decimal) -> None:
    exact = {"+": Fraction(a) + Fraction(b), "-": Fraction(a) - Fraction(b), "*": Fraction(a) * Fraction(b)}[sign]
    assert Fraction(plain.value(f"urenPerWeek {sign} uurloon", urenPerWeek=a, uurloon=b)) == exact


def test_a_tenth_and_two_tenths_are_three_tenths(plain: Version) -> None:
    assert plain.value("0.1 + 0.2 == 0.3") is True


@steady
@given(a=st.integers(-5000, 5000), b=st.sampled_from([1, 2, 4, 5, 8, 10, 20, 40]))
def test_a_division_that_comes_out_is_exact(plain: Version, a: int, b: int) -> None:
    assert Fraction(plain.value("wortelschade / aantalBomen", wortelschade=a, aantalBomen=b)) == Fraction(a, b)


@steady
@given(number=DECIMALS)
def test_heel_tells_whole_numbers(plain: Version, number: Decimal) -> None:
    assert plain.value("heel(urenPerWeek)", urenPerWeek=number) is (Fraction(number).denominator == 1)
