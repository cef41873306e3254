"""Random rules and random situations for the engine: any tree that its limits allow, over facts of every type."""

from collections.abc import Mapping
from datetime import date, timedelta
from decimal import Decimal
from random import Random
from typing import Any

from tests.support.reference import Reference
from verlof_api.engine import Condition, Finding, Rules
from verlof_api.engine.limits import violations
from verlof_api.engine.ruleset import compile_rules
from verlof_api.language import nodes
from verlof_api.language.backends.python.compiler import Compiler
from verlof_api.language.environment import Environment
from verlof_api.language.nodes import BOOL, DATUM, DUUR, GETAL, PERIODEN, Node, Soort, Type

Verdict = tuple[str, dict[str, str]]  # the verdict, and the outcome of each condition

KEUZE = Type(Soort.KEUZE, ("appel", "beuk", "den", "eik"))
PROPERTIES = {option: {"hoogte": height} for height, option in enumerate(KEUZE.opties)}
FACTS: Mapping[str, Type] = {
    "p": BOOL,
    "q": BOOL,
    "r": BOOL,
    "s": BOOL,
    "boom": KEUZE,
    "tweedeBoom": KEUZE,
    "uren": GETAL,
    "weken": GETAL,
    "dag": DATUM,
    "eersteVerlofdag@wazo.boomverlof": DATUM,
    "vorst": PERIODEN,
}
_OPERATORS = ("==", "!=", "<", "<=", ">", ">=")
_DAYS = [date(2024, 2, 27) + timedelta(days=n) for n in range(5)]
_NUMBERS = [0, 1, 2, Decimal("0.5"), Decimal("1.5")]


class Grower:
    """Grows random trees; values with a name are defined once and then used again."""

    def __init__(self, rng: Random) -> None:
        self.rng = rng
        self.named: dict[str, nodes.Named] = {}

    def tree(self, depth: int) -> Node:
        if depth == 0 or self.rng.random() < 0.25:
            return self.atom(depth)
        parts = tuple(self.tree(depth - 1) for _ in range(self.rng.choice([1, 2, 2, 3])))
        if len(parts) == 1:
            return nodes.Not(BOOL, parts[0])
        return self.rng.choice([nodes.All, nodes.Any])(BOOL, parts)

    def atom(self, depth: int = 0) -> Node:
        rng = self.rng
        match rng.randrange(12):
            case 0 | 1 | 2:
                return self.fact(BOOL)
            case 3:
                return nodes.Compare(BOOL, rng.choice(["==", "!="]), self.fact(BOOL), self.boolean())
            case 4 | 5:
                options = rng.sample(KEUZE.opties, rng.randrange(1, 4))
                return nodes.OneOf(BOOL, self.fact(KEUZE), tuple(options))
            case 6 | 7:
                return nodes.Compare(BOOL, rng.choice(_OPERATORS), self.day(), self.day())
            case 8:
                return nodes.Compare(BOOL, rng.choice(_OPERATORS), self.number(), self.number())
            case 9 if depth > 0:
                return nodes.If(BOOL, self.atom(), self.atom(), self.atom())
            case 10 if depth > 0:
                return self.name(BOOL, self.tree(depth - 1))
            case 11:
                return nodes.Known(BOOL, rng.choice(list(FACTS)))
        return nodes.Const(BOOL, rng.random() < 0.5)

    def name(self, type: Type, value: Node) -> Node:
        known = [each for each in self.named.values() if each.type == type]
        if known and self.rng.random() < 0.5:
            return self.rng.choice(known)
        name = f"naam{len(self.named)}"
        self.named[name] = nodes.Named(type, name, value)
        return self.named[name]

    def fact(self, type: Type) -> Node:
        name = self.rng.choice([name for name, kind in FACTS.items() if kind == type])
        return nodes.Name(type, name)

    def boolean(self) -> Node:
        return nodes.Const(BOOL, self.rng.random() < 0.5) if self.rng.random() < 0.5 else self.fact(BOOL)

    def day(self) -> Node:
        match self.rng.randrange(5):
            case 0:
                return nodes.Const(DATUM, self.rng.choice(_DAYS))
            case 1:
                amount = nodes.Const(GETAL, self.rng.randrange(3))
                length = nodes.Duration(DUUR, amount, self.rng.choice(["dagen", "weken", "maanden", "jaren"]))
                return nodes.Arithmetic(DATUM, self.rng.choice("+-"), self.fact(DATUM), length)
            case 2:
                return self.name(DATUM, self.fact(DATUM))
            case 3:
                return nodes.Call(DATUM, self.rng.choice(["min", "max"]), (self.fact(DATUM), self.fact(DATUM)))
        return self.fact(DATUM)

    def number(self) -> Node:
        match self.rng.randrange(6):
            case 0:
                return nodes.Const(GETAL, self.rng.choice(_NUMBERS))
            case 1:
                return nodes.Arithmetic(GETAL, self.rng.choice("+-*/"), self.fact(GETAL), self.fact(GETAL))
            case 2:
                return nodes.Call(GETAL, "overlap", (self.fact(PERIODEN),))
            case 3:
                return nodes.Lookup(GETAL, self.fact(KEUZE), "hoogte")
            case 4:
                return nodes.Assumed(GETAL, "uren", nodes.Const(GETAL, 1))
        return self.fact(GETAL)


def random_rules(rng: Random, key: str) -> Rules:
    """Rules within the limits of the engine, with open norms, what can come right and one or more outcomes."""
    while True:
        grower = Grower(rng)
        conditions = tuple(
            Condition(
                f"c{n}",
                grower.tree(3),
                grower.tree(2) if rng.random() < 0.3 else None,
                grower.tree(1) if rng.random() < 0.3 else None,
            )
            for n in range(rng.randrange(1, 5))
        )
        outcomes: list[tuple[str, Node | None]] = [("recht", None)]
        if rng.random() < 0.3:
            chosen = rng.sample(["afspraak", "andere-regeling"], rng.randrange(1, 3))
            outcomes = [*((oordeel, grower.tree(2)) for oordeel in chosen), ("recht", None)]
        rules = Rules(key, conditions, tuple(outcomes), Compiler(PROPERTIES))
        if not list(violations(compile_rules(rules))):
            return rules


def random_facts(rng: Random) -> dict[str, Any]:
    """Some of the facts, with few different values, so that equal and neighbouring ones are common."""
    told = {name: _random_value(rng, kind) for name, kind in FACTS.items()}
    share = rng.choice([0.3, 0.6, 0.9, 1.0])
    return {name: value for name, value in told.items() if rng.random() < share}


def environment(facts: Mapping[str, Any]) -> Environment:
    return Environment(dict(facts), dict(facts))


def expected(rules: Rules, facts: Mapping[str, Any]) -> Verdict:
    """Verdict and outcomes by the plain evaluator."""
    reference = Reference(facts, facts, PROPERTIES)
    outcomes = {each.id: reference.outcome(each.als, each.open_norm) for each in rules.conditions}
    return reference.verdict(outcomes, rules.outcomes, reference.waiting(rules.conditions, outcomes)), outcomes


def concluded(finding: Finding) -> Verdict:
    return finding.oordeel, finding.outcomes


def _random_value(rng: Random, kind: Type) -> Any:
    if kind == BOOL:
        return rng.random() < 0.5
    if kind == KEUZE:
        return rng.choice(KEUZE.opties)
    if kind == GETAL:
        return rng.choice(_NUMBERS)
    if kind == DATUM:
        return rng.choice(_DAYS)
    return tuple((rng.choice(_DAYS[:2]), rng.choice(_DAYS[2:])) for _ in range(rng.randrange(3)))
