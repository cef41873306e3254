"""The rules of leave versions as durable_rules documents: built once, in a fixed order.

Stage 1 judges each condition of a version, one flat conjunction per rule. Stage 2 reads the outcomes of stage 1 as
codes and decides: one rule per verdict and, for a refusal, one per ground. Attributes and conditions are numbered
(`a0`, `c0`), so that versions share engine rules: those of stage 1 per condition of the same shape, those of stage 2
all. Memory and time follow the number of shapes, not the years of law. Every rule has an anchor, which comes first.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import NamedTuple

from verlof_api.engine.literals import Attributes, Formula, Literal, conjoin, formula
from verlof_api.language.backends.python.compiler import Compiler
from verlof_api.language.nodes import Node

Document = dict[str, dict[str, object]]

VOLDAAN, NIET_VOLDAAN, OPEN_NORM, ONBEKEND = "voldaan", "niet-voldaan", "open-norm", "onbekend"
# Said on top of niet-voldaan: it can still come to be, or it cannot. Neither of them: that is not known.
KOMT_GOED, KOMT_NIET_GOED = "komt-goed", "komt-niet-goed"

JUDGE, DECIDE = "judge", "decide"  # the anchors of stage 1 and of stage 2
BLOCKED, WAITS, UNKNOWN, OPEN, CHOICE = "blocked", "waits", "unknown", "open", "choice"
REFUSES = 1  # what a fact of stage 2 says of a condition that is not met; of the others it says nothing
GEEN_RECHT, NOG_NIET = "geen-recht", "nog-niet"
UITKOMST = "uitkomst"  # stands for a condition where the rule chooses between several outcomes

_OPERATORS = {"!=": "$neq", "<": "$lt", "<=": "$lte", ">": "$gt", ">=": "$gte"}


@dataclass(frozen=True)
class Condition:
    """A condition as the engine sees it: what meets it, what leaves it to people, and what says that it can still come
    right when it is not met (both may be None)."""

    id: str
    als: Node
    open_norm: Node | None = None
    comes_right: Node | None = None


@dataclass(frozen=True)
class Rules:
    """One version of a leave as the engine sees it. `outcomes`: verdicts in order, each with its condition or None."""

    key: str
    conditions: tuple[Condition, ...]
    outcomes: tuple[tuple[str, Node | None], ...]
    compiler: Compiler


@dataclass(frozen=True)
class Line:
    """One engine rule without its anchor: what it says when all its literals hold."""

    label: str
    literals: tuple[Literal, ...]


Shape = tuple[Line, ...]


class Conclusion(NamedTuple):
    """What a fired rule says: of which condition (its number; after the last, which outcome applies) which outcome.

    `n`: which of the conjunctions of that outcome it is. Of a verdict the number is 0.
    """

    number: int
    n: int
    outcome: str
    trace: str


@dataclass(frozen=True)
class Compiled:
    """The rules of one version: the attributes to compute and the shapes of its two stages.

    `never`: pairs of condition and outcome that no facts can give.
    """

    rules: Rules
    attributes: Attributes
    judge: Shape
    decide: Shape
    never: tuple[tuple[str, str], ...]

    @property
    def chooses(self) -> bool:
        """Does it depend on facts which outcome it has when every condition holds?"""
        return any(als is not None for _, als in self.rules.outcomes)


def compile_rules(rules: Rules) -> Compiled:
    """The engine rules of one version."""
    attributes = Attributes(rules.compiler)
    lines: list[Line] = []
    never: list[tuple[str, str]] = []
    for number, condition in enumerate(rules.conditions):
        for uitkomst, conjunctions in _outcomes(condition, attributes):
            if not conjunctions:
                never.append((condition.id, uitkomst))
            lines += _lines(f"{number}|{uitkomst}", conjunctions)
    for number, conjunctions in enumerate(_choices(rules, attributes)):
        lines += _lines(f"{UITKOMST}|{number}", conjunctions)
    return Compiled(rules, attributes, tuple(lines), tuple(_decisions(rules)), tuple(never))


def parts(judge: Shape) -> Iterator[tuple[str, Shape]]:
    """The lines of stage 1 per condition: its number (or UITKOMST), and its lines with labels of their own."""
    for number, lines in groupby(judge, key=lambda line: line.label.partition("|")[0]):
        yield number, tuple(Line(line.label.partition("|")[2], line.literals) for line in lines)


def document(lines: Iterable[Line], anchor: str) -> Document:
    """The rules of `lines` as durable_rules reads them, named `<anchor>|<label>`."""
    return {
        f"{anchor}|{line.label}": {
            "all": [{"m": {"$and": [{anchor: 1}, *map(_expression, line.literals)]}}],
            "pri": 1,
        }
        for line in lines
    }


def conclusion(rules: Rules, part: str, label: str) -> Conclusion:
    """What a rule of stage 1 says of a version, for which it judges this part (see `parts`)."""
    outcome, n = label.split("|")
    number, about = (len(rules.conditions), part) if part == UITKOMST else (int(part), rules.conditions[int(part)].id)
    return Conclusion(number, int(n), outcome, f"C|{rules.key}|{about}|{outcome}|{n}")


def verdict(rules: Rules, label: str) -> Conclusion:
    """What a rule of stage 2 says of a version: a refusal names its ground, another verdict its place."""
    oordeel, _, number = label.partition("|")
    trace = f"D|{rules.key}|{oordeel}"
    if oordeel == GEEN_RECHT and number:
        trace += f"|{rules.conditions[int(number)].id}"
    elif oordeel == UITKOMST:
        oordeel = rules.outcomes[int(number)][0]
        trace = f"D|{rules.key}|{oordeel}"
    return Conclusion(0, 0, oordeel, trace)


def _outcomes(condition: Condition, attributes: Attributes) -> Iterator[tuple[str, Formula]]:
    met, unmet = formula(condition.als, attributes), formula(condition.als, attributes, holds=False)
    yield VOLDAAN, met
    refused = unmet
    if condition.open_norm is not None:
        refused = conjoin(unmet, formula(condition.open_norm, attributes, holds=False))
        yield OPEN_NORM, conjoin(unmet, formula(condition.open_norm, attributes))
    yield NIET_VOLDAAN, refused
    if condition.comes_right is not None:
        yield KOMT_GOED, conjoin(refused, formula(condition.comes_right, attributes))
        yield KOMT_NIET_GOED, conjoin(refused, formula(condition.comes_right, attributes, holds=False))


def _choices(rules: Rules, attributes: Attributes) -> Iterator[Formula]:
    """Per outcome: it holds and none before it does. A single outcome without condition needs no rule."""
    if all(als is None for _, als in rules.outcomes):
        return
    before: list[Formula] = []
    for _, als in rules.outcomes:
        yield conjoin(*before, formula(als, attributes)) if als is not None else conjoin(*before)
        if als is not None:
            before.append(formula(als, attributes, holds=False))


def _decisions(rules: Rules) -> Iterator[Line]:
    blocked, waits, unknown, left = (Literal(name, "==", 0) for name in (BLOCKED, WAITS, UNKNOWN, OPEN))
    for number in range(len(rules.conditions)):
        yield Line(f"{GEEN_RECHT}|{number}", (Literal(f"c{number}", "==", REFUSES),))
    yield Line(NOG_NIET, (blocked, Literal(WAITS, ">", 0)))
    yield Line("vraag-nodig", (blocked, waits, Literal(UNKNOWN, ">", 0)))
    yield Line("oordeel-nodig", (blocked, waits, unknown, Literal(OPEN, ">", 0)))
    for number in range(len(rules.outcomes)):
        yield Line(f"{UITKOMST}|{number}", (blocked, waits, unknown, left, Literal(CHOICE, "==", number)))


def _lines(label: str, conjunctions: Formula) -> Sequence[Line]:
    ordered = sorted(tuple(sorted(conjunction)) for conjunction in conjunctions)
    return [Line(f"{label}|{n}", literals) for n, literals in enumerate(ordered)]


def _expression(literal: Literal) -> dict[str, object]:
    compared: dict[str, object] = {literal.attribute: literal.value}
    return compared if literal.operator == "==" else {_OPERATORS[literal.operator]: compared}
