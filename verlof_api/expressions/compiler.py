"""From a typed tree to a function of an environment, once, at start-up.

An environment maps names to values; a missing name or None is unknown. A compiled function returns None when its value
is unknown, following strong Kleene logic (S.C. Kleene, Introduction to Metamathematics, 1952, section 64).
"""

import operator
from collections.abc import Callable, Mapping
from decimal import Decimal, DivisionByZero, InvalidOperation
from typing import Any

from verlof_api.expressions import nodes
from verlof_api.expressions.dates import SHIFTS
from verlof_api.expressions.functions import FUNCTIONS
from verlof_api.expressions.nodes import Node

Env = dict[str, Any]
Run = Callable[[Env], Any]

TOLD = "?"  # the key under which an environment keeps the facts as they were told
ASSUMED = "!"  # the key under which it keeps what was taken for facts that were not, name -> value

_UNREAD = object()  # no value was worked out yet, which is not the same as unknown

_OPERATORS: Mapping[str, Callable[[Any, Any], Any]] = {
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


class Compiler:
    """Compiles the trees of one program; a tree that is used twice is compiled once.

    `properties`: option of an enum fact -> property -> value.
    """

    def __init__(self, properties: Mapping[str, Mapping[str, Any]]) -> None:
        self._properties = properties
        self._compiled: dict[int, tuple[Node, Run]] = {}

    def compile(self, node: Node) -> Run:
        """The function that computes `node`."""
        if id(node) not in self._compiled:
            self._compiled[id(node)] = (node, self._function(node))
        return self._compiled[id(node)][1]

    def _function(self, node: Node) -> Run:
        compiled = self.compile
        match node:
            case nodes.Const(value=value):
                return lambda env: value
            case nodes.Named(name=name, value=tree):
                return _named(name, compiled(tree))
            case nodes.Assumed(name=name, fallback=tree):
                return _assumed(name, compiled(tree))
            case nodes.Name(name=name):
                return lambda env: env.get(name)
            case nodes.Known(name=name):
                return lambda env: name in env[TOLD]
            case nodes.Lookup(fact=fact, attribute=attribute):
                return _lookup(
                    compiled(fact), {option: values[attribute] for option, values in self._properties.items()}
                )
            case nodes.Not(part=part):
                return _negation(compiled(part))
            case nodes.All(conjuncts=parts):
                return _junction(tuple(map(compiled, parts)), decisive=False)
            case nodes.Any(disjuncts=parts):
                return _junction(tuple(map(compiled, parts)), decisive=True)
            case nodes.OneOf(part=part, options=options):
                return _one_of(compiled(part), frozenset(options))
            case nodes.If(condition=condition, then=then, otherwise=otherwise):
                return _choice(compiled(condition), compiled(then), compiled(otherwise))
            case nodes.Call(function=function, arguments=arguments):
                return _call(FUNCTIONS[function].run, tuple(map(compiled, arguments)))
            case nodes.Arithmetic(operator=sign, left=left, right=nodes.Duration(amount=amount, unit=unit)):
                return _shift(compiled(left), compiled(amount), unit, 1 if sign == "+" else -1)
            case nodes.Arithmetic(operator="/", left=left, right=right):
                return _division(compiled(left), compiled(right))
            case (
                nodes.Compare(operator=sign, left=left, right=right)
                | nodes.Arithmetic(operator=sign, left=left, right=right)
            ):
                return _binary(_OPERATORS[sign], compiled(left), compiled(right))
            case _:
                raise TypeError(f"cannot run a {type(node).__name__} of type {node.type} by itself")

    def difference(self, left: Node, right: Node) -> Callable[[Env], int | None]:
        """The sign of `left - right` (of booleans: whether they differ); None when unknown."""
        run_left, run_right = self.compile(left), self.compile(right)

        def run(env: Env) -> int | None:
            a, b = run_left(env), run_right(env)
            return None if a is None or b is None else (a > b) - (a < b)

        return run


def _named(name: str, value: Run) -> Run:
    def run(env: Env) -> Any:
        known = env.get(name, _UNREAD)
        if known is _UNREAD:
            known = env[name] = value(env)
        return known

    return run


def _assumed(name: str, fallback: Run) -> Run:
    def run(env: Env) -> Any:
        if (told := env.get(name)) is not None:
            return told
        value = fallback(env)
        if value is not None:
            env[ASSUMED][name] = value
        return value

    return run


def _lookup(fact: Run, table: Mapping[str, Any]) -> Run:
    def run(env: Env) -> Any:
        option = fact(env)
        return None if option is None else table[option]

    return run


def _negation(part: Run) -> Run:
    def run(env: Env) -> bool | None:
        value = part(env)
        return None if value is None else not value

    return run


def _junction(parts: tuple[Run, ...], decisive: bool) -> Run:
    def run(env: Env) -> bool | None:
        unknown = False
        for part in parts:
            value: bool | None = part(env)
            if value is decisive:
                return value
            if value is None:
                unknown = True
        return None if unknown else not decisive

    return run


def _one_of(part: Run, options: frozenset[str]) -> Run:
    def run(env: Env) -> bool | None:
        value = part(env)
        return None if value is None else value in options

    return run


def _choice(condition: Run, then: Run, otherwise: Run) -> Run:
    def run(env: Env) -> Any:
        value = condition(env)
        return None if value is None else then(env) if value else otherwise(env)

    return run


def _call(function: Callable[..., Any], arguments: tuple[Run, ...]) -> Run:
    if len(arguments) == 2:
        return _binary(function, *arguments)

    def run(env: Env) -> Any:
        values = [argument(env) for argument in arguments]
        return None if None in values else function(*values)

    return run


def _shift(start: Run, amount: Run, unit: str, sign: int) -> Run:
    shift = SHIFTS[unit]

    def run(env: Env) -> Any:
        day, count = start(env), amount(env)
        return None if day is None or count is None else shift(day, sign * int(count))

    return run


def _division(left: Run, right: Run) -> Run:
    def run(env: Env) -> Decimal | None:
        a, b = left(env), right(env)
        try:
            return None if a is None or b is None else Decimal(a) / b
        except (DivisionByZero, InvalidOperation):
            return None

    return run


def _against(function: Callable[[Any, Any], Any], left: Run, constant: object) -> Run:
    def run(env: Env) -> Any:
        value = left(env)
        return None if value is None else function(value, constant)

    return run


def _binary(function: Callable[[Any, Any], Any], left: Run, right: Run) -> Run:
    def run(env: Env) -> Any:
        a = left(env)
        if a is None:
            return None
        b = right(env)
        return None if b is None else function(a, b)

    return run
