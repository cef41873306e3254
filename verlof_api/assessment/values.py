"""How values are written in JSON."""

from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

Json = Any

_HUNDREDTH = Decimal("0.01")  # hours and weeks are told to two decimals


def number(value: Any) -> int | float | None:
    if value is None or isinstance(value, int):
        return value
    rounded = Decimal(value).quantize(_HUNDREDTH, ROUND_HALF_UP)
    return int(rounded) if rounded == rounded.to_integral_value() else float(rounded)


def amount(value: Decimal | None) -> str | None:
    return None if value is None else str(value)


def day(value: date | None) -> str | None:
    return None if value is None else value.isoformat()


def plain(value: Any) -> Json:
    """The value of any fact."""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return number(value)
    if isinstance(value, tuple):
        return [{"van": van.isoformat(), "tot": tot.isoformat()} for van, tot in value]
    return value


def canonical(value: Any) -> Json:
    """Decimals for the identity of a question: equal numbers are written the same."""
    if isinstance(value, Decimal):
        return str(value.normalize())
    raise TypeError(type(value).__name__)
