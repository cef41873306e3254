"""Rules for the engine, written by hand over facts that are yes, no or unknown."""

from collections.abc import Sequence

from verlof_api.engine import Condition, Rules
from verlof_api.language import nodes
from verlof_api.language.backends.python.compiler import Compiler
from verlof_api.language.nodes import BOOL, Node


def fact(name: str) -> Node:
    return nodes.Name(BOOL, name)


def either(*names: str) -> Node:
    return nodes.Any(BOOL, tuple(map(fact, names)))


def negated(part: Node) -> Node:
    return nodes.Not(BOOL, part)


def numbered(prefix: str, count: int) -> tuple[str, ...]:
    return tuple(f"{prefix}{number}" for number in range(count))


def small_rules(
    *conditions: Condition,
    outcomes: Sequence[tuple[str, Node | None]] = (("recht", None),),
    key: str = "wazo.boom@2020",
) -> Rules:
    return Rules(key, conditions, tuple(outcomes), Compiler({}))


def condition(
    id: str, als: Node | None = None, open_norm: Node | None = None, comes_right: Node | None = None
) -> Condition:
    """A condition that is met when the fact of that name holds, or when `als` does."""
    return Condition(id, fact(id) if als is None else als, open_norm, comes_right)
