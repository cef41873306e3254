"""Values to tell of a fact, to see what an answer turns on: every option, and numbers on both sides of the law's lines.

The days are the caller's: which of them matter depends on what was told.
"""

from collections.abc import Collection, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from verlof_api.law.feit import Feit

Span = tuple[date, date]
_NUMBERS = (0, 1, 2, 9, 10, 16, 20, 23, 24, 26, 36, 40, 100, 400, 1225, 5000)


def probes(feit: Feit, days: Sequence[date], spans: Sequence[Span], leaves: Collection[str]) -> Sequence[Any]:
    """`spans`: the periods to tell, beside none at all; `leaves`: those of which a fact per leave is told."""
    low, high = feit.bereik or (Decimal(0), Decimal(0))
    numbers = sorted({min(max(Decimal(n), low), high) for n in _NUMBERS})
    match feit.type:
        case "bool":
            return (True, False)
        case "enum":
            return feit.opties
        case "date":
            return days
        case "int":
            return [int(n) for n in numbers]
        case "number":
            return numbers
        case "periods":
            return [(), *((span,) for span in spans)]
        case "date-per-leave":
            return [dict.fromkeys(leaves, day) for day in days]
        case _:
            return [dict.fromkeys(leaves, n) for n in numbers]
