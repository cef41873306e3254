"""What is plausible in these rules: a value outside these bounds is almost certainly a slip of the pen."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TypedDict


@dataclass(frozen=True)
class Grenzen:
    """`eerste_datum` and `jaren_vooruit`: no date lies before the one, nor more years after today than the other.
    `procent`: the least and the greatest percentage, beside 0. `hoogstens`: per unit of time the greatest number.
    `sprong`: by how many percent an amount differs at most from the one before it. `eindigt_binnen`: how many days
    before the last day of a table of amounts somebody is warned."""

    eerste_datum: date
    jaren_vooruit: int
    procent: tuple[Decimal, Decimal]
    hoogstens: Mapping[str, int]
    sprong: Decimal
    eindigt_binnen: int


class _Day(TypedDict):
    van: str
    jarenVooruit: int


class _Bounds(TypedDict):
    """`grenzen` as regelset.yaml has it."""

    datum: _Day
    procent: Mapping[str, float]
    hoogstens: Mapping[str, int]
    sprong: float
    eindigtBinnen: int


def grenzen(bounds: _Bounds | None) -> Grenzen | None:
    """The bounds that regelset.yaml says; a folder without them is held to none."""
    if bounds is None:
        return None
    return Grenzen(
        eerste_datum=date.fromisoformat(bounds["datum"]["van"]),
        jaren_vooruit=bounds["datum"]["jarenVooruit"],
        procent=(Decimal(str(bounds["procent"]["van"])), Decimal(str(bounds["procent"]["tot"]))),
        hoogstens=bounds["hoogstens"],
        sprong=Decimal(str(bounds["sprong"])),
        eindigt_binnen=bounds["eindigtBinnen"],
    )
