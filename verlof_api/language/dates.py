"""Arithmetic of dates and periods as laws count: both ends included, months clamp to the end of a shorter month."""

from calendar import monthrange
from collections.abc import Callable, Mapping
from datetime import date, timedelta

from dateutil.rrule import DAILY, FR, MO, TH, TU, WE, rrule

_WEEK, _WORKING_DAYS = 7, 5  # days: of a week, and those from Monday to Friday
_SHORTEST = 28  # days: no month has fewer, so that looking up its length can be left out

Periods = tuple[tuple[date, date], ...]


def add_months(day: date, months: int) -> date:
    """The same day `months` later (earlier when negative), or the last day of that month when it is shorter.

    >>> add_months(date(2028, 8, 31), -6), add_months(date(2024, 2, 29), 12)
    (datetime.date(2028, 2, 29), datetime.date(2025, 2, 28))
    """
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if day.day <= _SHORTEST:
        return date(year, month + 1, day.day)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


SHIFTS: Mapping[str, Callable[[date, int], date]] = {
    "dagen": lambda day, n: day + timedelta(days=n),
    "weken": lambda day, n: day + timedelta(weeks=n),
    "maanden": add_months,
    "jaren": lambda day, n: add_months(day, 12 * n),
}
UNITS = {"dag": "dagen", "week": "weken", "maand": "maanden", "jaar": "jaren"} | {unit: unit for unit in SHIFTS}


def days_between(first: date, last: date) -> int:
    """Days from `first` up to and including `last`; 0 when `last` lies before `first`.

    >>> days_between(date(2026, 2, 27), date(2026, 3, 1))
    3
    """
    return max(0, (last - first).days + 1)


def days_in(periods: Periods, first: date = date.min, last: date = date.max) -> int:
    """Distinct days of `periods` that lie in [first, last]; a day in two periods counts once.

    >>> days_in(((date(2026, 1, 1), date(2026, 1, 5)), (date(2026, 1, 4), date(2026, 1, 8))), date(2026, 1, 3))
    6
    """
    total, after = 0, first
    for start, end in sorted(periods):
        total += days_between(max(start, after), min(end, last))
        if end >= after:
            after = min(end, date.max - timedelta(days=1)) + timedelta(days=1)
    return total


def last_day(periods: Periods) -> date | None:
    """The last day of the last period; None when there is none."""
    return max((end for _, end in periods), default=None)


def end_of_year(day: date) -> date:
    """31 December of the year of `day`."""
    return date(day.year, 12, 31)


def working_days_after(start: date, count: int) -> date:
    """The `count`-th Monday-to-Friday after `start`; public holidays count as working days.

    >>> working_days_after(date(2026, 11, 20), 1)
    datetime.date(2026, 11, 23)
    """
    days = rrule(DAILY, byweekday=(MO, TU, WE, TH, FR), dtstart=start + timedelta(days=1), count=max(count, 1))
    return days[-1].date()


def working_days(first: date, last: date) -> int:
    """The days from Monday to Friday of [`first`, `last`]; public holidays count as working days.

    >>> working_days(date(2026, 11, 20), date(2026, 11, 30))
    7
    """
    weeks, rest = divmod(days_between(first, last), _WEEK)
    return weeks * _WORKING_DAYS + sum((first + timedelta(days=n)).weekday() < _WORKING_DAYS for n in range(rest))
