"""Which day it is for Dutch law."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

_AMSTERDAM = ZoneInfo("Europe/Amsterdam")


def vandaag() -> date:
    """Today in Europe/Amsterdam, wherever the service runs."""
    return datetime.now(_AMSTERDAM).date()
