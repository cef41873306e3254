"""Which day it is for Dutch law, and how long it stays that day."""

from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from typing import Final
from zoneinfo import ZoneInfo

AMSTERDAM: Final = ZoneInfo("Europe/Amsterdam")

Clock = Callable[[], datetime]
"""Says what time it is, with its time zone."""


def now() -> datetime:
    """The time on the clock of this computer."""
    return datetime.now(UTC)


def today(clock: Clock = now) -> date:
    """Today in Europe/Amsterdam, wherever the service runs."""
    return clock().astimezone(AMSTERDAM).date()


def seconds_left(clock: Clock = now) -> int:
    """Whole seconds until the next midnight in Europe/Amsterdam, also on a day of 23 or 25 hours.

    >>> seconds_left(lambda: datetime(2026, 10, 25, 0, 0, tzinfo=AMSTERDAM)) / 3600  # the clock goes back
    25.0
    """
    now = clock()
    tomorrow = now.astimezone(AMSTERDAM).date() + timedelta(days=1)
    midnight = datetime.combine(tomorrow, time(), AMSTERDAM)
    return max(0, int((midnight.astimezone(UTC) - now.astimezone(UTC)).total_seconds()))
