"""The plain evaluator that the compiled expressions and the engine are held against.

It is written for reading: every value is worked out from the tree and the environment, unknown is None, days are
counted one by one. It shares no code with the package but the nodes and conditions themselves.
"""

import calendar
import operator
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from typing import Any

from verlof_api.engine import Condition
from verlof_api.language import nodes
from verlof_api.language.nodes import Node

Properties = Mapping[str, Mapping[str, Any]]

_SIGNS = {
    "==": operator.eq,
    "!=": operator.ne,
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
    "+": operator.add,
    "-": operator.sub,
    "*": operator.mul,
}


class Reference:
    """What the names mean in one situation. `told`: every name that was told, which `bekend` looks at."""

    def __init__(self, values: Mapping[str, Any], told: Iterable[str], properties: Properties | None = None) -> None:
        self.values, self.told, self.properties = values, frozenset(told), properties or {}
        self._worked_out: dict[str, Any] = {}

    def value(self, node: Node) -> Any:
        match node:
            case nodes.Const(value=value):
                return value
            case nodes.Named(name=name, value=tree):
                if name not in self._worked_out:
                    self._worked_out[name] = self.value(tree)
                return self._worked_out[name]
            case nodes.Assumed(name=name, fallback=tree):
                return self.value(tree) if self.values.get(name) is None else self.values[name]
            case nodes.ToldName(name=name):
                return self.values.get(name) if name in self.told else None
            case nodes.Name(name=name):
                return self.values.get(name)
            case nodes.First(choices=parts):
                return next((found for part in parts if (found := self.value(part)) is not None), None)
            case nodes.AtMost(value=part, limit=limit):
                known = [found for each in (part, limit) if (found := self.value(each)) is not None]
                return None if self.value(part) is None else sorted(known)[0]
            case nodes.Known(name=name):
                return name in self.told
            case nodes.Lookup(fact=fact, attribute=attribute):
                option = self.value(fact)
                return None if option is None else self.properties[option][attribute]
            case nodes.Not(part=part):
                return {True: False, False: True, None: None}[self.value(part)]
            case nodes.All(conjuncts=parts):
                return min((self.value(part) for part in parts), key=[False, None, True].index)
            case nodes.Any(disjuncts=parts):
                return max((self.value(part) for part in parts), key=[False, None, True].index)
            case nodes.OneOf(part=part, options=options):
                option = self.value(part)
                return None if option is None else any(option == each for each in options)
            case nodes.If(condition=condition, then=then, otherwise=otherwise):
                holds = self.value(condition)
                return None if holds is None else self.value(then if holds else otherwise)
            case nodes.Call(function=function, arguments=arguments):
                values = [self.value(argument) for argument in arguments]
                return None if any(value is None for value in values) else _called(function, values)
            case nodes.Arithmetic(operator=sign, left=left, right=nodes.Duration(amount=amount, unit=unit)):
                day, count = self.value(left), self.value(amount)
                return None if day is None or count is None else shifted(day, sign, int(count), unit)
            case nodes.Arithmetic(operator="/", left=left, right=right):
                a, b = self.value(left), self.value(right)
                return None if a is None or b is None or b == 0 else Decimal(a) / Decimal(b)
            case (
                nodes.Compare(operator=sign, left=left, right=right)
                | nodes.Arithmetic(operator=sign, left=left, right=right)
            ):
                a, b = self.value(left), self.value(right)
                return None if a is None or b is None else _SIGNS[sign](a, b)
        raise TypeError(f"the reference knows no {type(node).__name__}")

    def outcome(self, als: Node, open_norm: Node | None) -> str:
        """voldaan, niet-voldaan, open-norm or onbekend."""
        met = self.value(als)
        if met is None:
            return "onbekend"
        if met:
            return "voldaan"
        left_to_people = False if open_norm is None else self.value(open_norm)
        return {True: "open-norm", False: "niet-voldaan", None: "onbekend"}[left_to_people]

    def waiting(self, conditions: Iterable[Condition], outcomes: Mapping[str, str]) -> set[str]:
        """The conditions that are not met and can still come to be, as far as is known."""
        return {
            each.id
            for each in conditions
            if outcomes[each.id] == "niet-voldaan"
            and each.comes_right is not None
            and self.value(each.comes_right) is not False
        }

    def verdict(
        self, outcomes: Mapping[str, str], choices: Sequence[tuple[str, Node | None]], waiting: Collection[str] = ()
    ) -> str:
        """The verdict that follows from the outcomes of the conditions and the list of `uitkomst`."""
        found = {outcome for id, outcome in outcomes.items() if id not in waiting}
        if "niet-voldaan" in found:
            return "geen-recht"
        if waiting:
            return "nog-niet"
        if "onbekend" in found:
            return "vraag-nodig"
        if "open-norm" in found:
            return "oordeel-nodig"
        for oordeel, als in choices:
            applies = True if als is None else self.value(als)
            if applies is None:
                return "vraag-nodig"
            if applies:
                return oordeel
        raise ValueError("the last outcome must have no condition")


def _called(function: str, values: list[Any]) -> Any:
    match function, values:
        case "min", _:
            return sorted(values)[0]
        case "max", _:
            return sorted(values)[-1]
        case "dagen", [first, last]:
            return len(range(first.toordinal(), last.toordinal() + 1))
        case "overlap", [periods]:
            return len(days_of(periods))
        case "overlap", [periods, first, last]:
            return len(days_of(periods) & set(range(first.toordinal(), last.toordinal() + 1)))
        case "laatste", [periods]:
            return date.fromordinal(max(days_of(periods))) if periods else None
        case "werkdagenNa", [day, count]:
            return working_day_after(day, int(count))
        case "werkdagen", [first, last]:
            return len([day for day in range(first.toordinal(), last.toordinal() + 1) if (day - 1) % 7 < 5])
        case "naarBoven", [number]:
            return next(whole for whole in range(int(number), int(number) + 2) if whole >= number)
        case "eindeJaar", [day]:
            return date(day.year, 12, 31)
        case "heel", [number]:
            return Fraction(number).denominator == 1
    raise TypeError(f"the reference knows no {function}")


def days_of(periods: Iterable[tuple[date, date]]) -> set[int]:
    """Every day of the periods, both ends included, as its ordinal."""
    return {day for first, last in periods for day in range(first.toordinal(), last.toordinal() + 1)}


def shifted(day: date, sign: str, count: int, unit: str) -> date:
    count = count if sign == "+" else -count
    if unit in ("dagen", "weken"):
        return date.fromordinal(day.toordinal() + count * {"dagen": 1, "weken": 7}[unit])
    months = day.year * 12 + day.month - 1 + count * {"maanden": 1, "jaren": 12}[unit]
    year, month = months // 12, months % 12 + 1
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


def working_day_after(day: date, count: int) -> date:
    """Walk on day by day, counting only Monday to Friday."""
    while count > 0:
        day += timedelta(days=1)
        if day.isoweekday() <= 5:
            count -= 1
    return day
