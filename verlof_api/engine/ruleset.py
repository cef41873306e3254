"""The rules of leave versions as durable_rules documents: built once, in a fixed order.

Stage 1 judges each condition of a version, one flat conjunction per rule. Stage 2 reads the outcomes of stage 1 as
codes and decides: one rule per verdict and, for a refusal, one per ground. Attributes and conditions are numbered
(`a0`, `c0`), so that versions whose rules have the same shape, as most versions of one leave do, share one set of
engine rules: memory follows the number of shapes, not the years of law. Every rule is anchored on its shape first.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from verlof_api.engine.literals import Attributes, Formula, Literal, conjoin, formula
from verlof_api.expressions.compiler import Compiler
from verlof_api.expressions.nodes import Node

Document = dict[str, dict[str, Any]]

VOLDAAN, NIET_VOLDAAN, OPEN_NORM, ONBEKEND = "voldaan", "niet-voldaan", "open-norm", "onbekend"
CODES: Mapping[str, int] = {VOLDAAN: 1, NIET_VOLDAAN: 2, OPEN_NORM: 3, ONBEKEND: 4}

JUDGE, DECIDE, PRIME = "judge", "decide", "prime"  # the anchors of stage 1, stage 2 and the rule that readies a state
BLOCKED, UNKNOWN, OPEN, CHOICE = "blocked", "unknown", "open", "choice"
GEEN_RECHT = "geen-recht"
UITKOMST = "uitkomst"  # stands for a condition where the rule chooses between several outcomes

_OPERATORS = {"!=": "$neq", "<": "$lt", "<=": "$lte", ">": "$gt", ">=": "$gte"}


@dataclass(frozen=True)
class Condition:
    """A condition as the engine sees it: what meets it, and what leaves it to people (may be None)."""

    id: str
    als: Node
    open_norm: Node | None = None


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


@dataclass(frozen=True)
class Conclusion:
    """What a fired rule says of one version: of which condition (or UITKOMST) which outcome, or which verdict."""

    about: str
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
    conclusions: Mapping[str, Conclusion]
    verdicts: Mapping[str, Conclusion]

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
    decisions = tuple(_decisions(rules))
    conclusions = {line.label: _conclusion(rules, line.label) for line in lines}
    verdicts = {line.label: _verdict(rules, line.label) for line in decisions}
    return Compiled(rules, attributes, tuple(lines), decisions, tuple(never), conclusions, verdicts)


def document(shape: Shape, anchor: str, number: int) -> Document:
    """The rules of `shape` as durable_rules reads them, anchored on `number`, named `<anchor><number>|<label>`."""
    priority = 1 if anchor == JUDGE else 2
    return {
        f"{anchor}{number}|{line.label}": {
            "all": [{"m": {"$and": [{anchor: number}, *map(_expression, line.literals)]}}],
            "pri": priority,
        }
        for line in shape
    }


def _outcomes(condition: Condition, attributes: Attributes) -> Iterator[tuple[str, Formula]]:
    met, unmet = formula(condition.als, attributes), formula(condition.als, attributes, holds=False)
    yield VOLDAAN, met
    if condition.open_norm is None:
        yield NIET_VOLDAAN, unmet
    else:
        yield NIET_VOLDAAN, conjoin(unmet, formula(condition.open_norm, attributes, holds=False))
        yield OPEN_NORM, conjoin(unmet, formula(condition.open_norm, attributes))


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
    clear, certain, settled = Literal(BLOCKED, "==", 0), Literal(UNKNOWN, "==", 0), Literal(OPEN, "==", 0)
    for number in range(len(rules.conditions)):
        yield Line(f"{GEEN_RECHT}|{number}", (Literal(f"c{number}", "==", CODES[NIET_VOLDAAN]),))
    yield Line("vraag-nodig", (clear, Literal(UNKNOWN, ">", 0)))
    yield Line("oordeel-nodig", (clear, certain, Literal(OPEN, ">", 0)))
    for number, (oordeel, _) in enumerate(rules.outcomes):
        yield Line(f"{oordeel}|{number}", (clear, certain, settled, Literal(CHOICE, "==", number)))


def _conclusion(rules: Rules, label: str) -> Conclusion:
    number, outcome, n = label.split("|")
    condition = number if number == UITKOMST else rules.conditions[int(number)].id
    return Conclusion(condition, outcome, f"C|{rules.key}|{condition}|{outcome}|{n}")


def _verdict(rules: Rules, label: str) -> Conclusion:
    oordeel, _, ground = label.partition("|")
    refused = oordeel == GEEN_RECHT and ground
    trace = f"D|{rules.key}|{oordeel}" + (f"|{rules.conditions[int(ground)].id}" if refused else "")
    return Conclusion("", oordeel, trace)


def _lines(label: str, conjunctions: Formula) -> Sequence[Line]:
    ordered = sorted(tuple(sorted(conjunction)) for conjunction in conjunctions)
    return [Line(f"{label}|{n}", literals) for n, literals in enumerate(ordered)]


def _expression(literal: Literal) -> dict[str, Any]:
    compared = {literal.attribute: literal.value}
    return compared if literal.operator == "==" else {_OPERATORS[literal.operator]: compared}
