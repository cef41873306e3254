"""The functions a rule may call: their types, and what they do with known values."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal, DivisionByZero, InvalidOperation
from math import ceil
from typing import Any

from verlof_api.language import dates
from verlof_api.language.nodes import BOOL, DATUM, GETAL, PERIODEN, Type


@dataclass(frozen=True)
class Function:
    """`signatures`: accepted argument types -> result type; `variadic`: two or more arguments of the first type."""

    run: Callable[..., Any]
    signatures: Mapping[tuple[Type, ...], Type]
    variadic: bool = False

    def result(self, arguments: Sequence[Type]) -> Type | None:
        """The type of a call with these arguments, or None when it does not take them."""
        if self.variadic:
            same = len(arguments) >= 2 and len(set(arguments)) == 1
            return self.signatures.get((arguments[0],)) if same else None
        return self.signatures.get(tuple(arguments))


FUNCTIONS: Mapping[str, Function] = {
    "min": Function(min, {(GETAL,): GETAL, (DATUM,): DATUM}, variadic=True),
    "max": Function(max, {(GETAL,): GETAL, (DATUM,): DATUM}, variadic=True),
    "dagen": Function(dates.days_between, {(DATUM, DATUM): GETAL}),
    "overlap": Function(dates.days_in, {(PERIODEN,): GETAL, (PERIODEN, DATUM, DATUM): GETAL}),
    "laatste": Function(dates.last_day, {(PERIODEN,): DATUM}),
    "werkdagenNa": Function(lambda day, count: dates.working_days_after(day, int(count)), {(DATUM, GETAL): DATUM}),
    "werkdagen": Function(dates.working_days, {(DATUM, DATUM): GETAL}),
    "eindeJaar": Function(dates.end_of_year, {(DATUM,): DATUM}),
    "heel": Function(lambda number: Decimal(number) % 1 == 0, {(GETAL,): BOOL}),
    "naarBoven": Function(ceil, {(GETAL,): GETAL}),
}
KNOWN, TOLD, AT_MOST = "bekend", "verteld", "hooguit"


def divided(a: int | Decimal, b: int | Decimal) -> Decimal | None:
    """`a / b`; None where that is no number."""
    try:
        return Decimal(a) / b
    except (DivisionByZero, InvalidOperation):
        return None
