"""What a number counts: hours, weeks, days, euros and what comes of multiplying and dividing those.

Every number of a rule gets a measure. That of a fact is written with the fact; a plain number takes that of what it
meets. What cannot be made to fit is a mistake: weeks are not added to hours. (The method is that of A.J. Kennedy,
Programming Languages and Dimensions, 1996: an unknown measure is solved from the equations in which it stands.)
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Final

_PLURALS: Final[Mapping[str, str]] = {
    "dag": "dagen",
    "werkdag": "werkdagen",
    "week": "weken",
    "maand": "maanden",
    "jaar": "jaren",
    "uur": "uren",
}
_BASES: Final = {plural: unit for unit, plural in _PLURALS.items()}

Power = int | Fraction
Measure = Mapping[str, Power]
"""Per unit its power: hours per week are {"uur": 1, "week": -1}. What starts with `?` is not known yet."""

PURE: Final[Measure] = {}


def base(word: str) -> str:
    """A unit in the singular, by which measures know it.

    >>> base("weken"), base("uur"), base("werknemers")
    ('week', 'uur', 'werknemers')
    """
    return _BASES.get(word, word)


def plural(unit: str) -> str:
    """How a number of this unit is written: hours as `uur`."""
    return unit if unit == "uur" else _PLURALS.get(unit, unit)


def measure(unit: str, per: str | None = None) -> Measure:
    return {base(unit): 1} if per is None else {base(unit): 1, base(per): -1}


def times(left: Measure, right: Measure, power: int = 1) -> Measure:
    """The measure of a product; with `power` -1 of a quotient."""
    if not right:
        return left
    product = dict(left)
    for unit, other in right.items():
        product[unit] = product.get(unit, 0) + power * other
    return {unit: total for unit, total in product.items() if total}


def spoken(measure: Measure) -> str:
    """
    >>> spoken(measure("uur", "week")), spoken(measure("weken")), spoken(PURE)
    ('uren per week', 'weken', 'een los getal')
    """
    above = [_word(unit, power) for unit, power in measure.items() if power > 0 and not unit.startswith("?")]
    below = [f"per {unit}" for unit, power in measure.items() if power < 0 and not unit.startswith("?")]
    return " ".join((*above, *below)) or "een los getal"


def _word(unit: str, power: Power) -> str:
    word = _PLURALS.get(unit, unit)
    return word if power == 1 else f"{word}^{power}"


def _whole(power: Fraction) -> Power:
    return power.numerator if power.denominator == 1 else power


class MeasureError(Exception):
    """Two measures that must be the same are not. Says in words which ones."""


@dataclass
class Equations:
    """What is known of the measures that are still unknown, one equation after the other."""

    _solved: dict[str, Measure] = field(default_factory=dict)
    _count: int = 0

    def unknown(self) -> Measure:
        self._count += 1
        return {f"?{self._count}": 1}

    def known(self, measure: Measure) -> Measure:
        """`measure` with everything filled in that has been solved."""
        solved = self._solved
        if solved.keys().isdisjoint(measure):
            return measure
        found: dict[str, Power] = {}
        waiting = list(measure.items())
        while waiting:
            unit, power = waiting.pop()
            if unit in solved:
                waiting.extend((each, other * power) for each, other in solved[unit].items())
            else:
                found[unit] = found.get(unit, 0) + power
        return {unit: power for unit, power in found.items() if power}

    def settled(self, measure: Measure) -> Measure:
        """`measure`, in which what nothing says anything about counts as a plain number."""
        return {unit: power for unit, power in self.known(measure).items() if not unit.startswith("?")}

    def same(self, left: Measure, right: Measure) -> None:
        """These two are the same. Raises MeasureError when they cannot be."""
        if left == right:
            return
        quotient = dict(self.known(times(left, right, -1)))
        unknown = next((unit for unit in quotient if unit.startswith("?")), None)
        if unknown is not None:
            power = Fraction(quotient.pop(unknown))
            self._solved[unknown] = {unit: _whole(-other / power) for unit, other in quotient.items()}
        elif quotient:
            raise MeasureError(f"{spoken(self.known(left))} en {spoken(self.known(right))} gaan niet samen")
