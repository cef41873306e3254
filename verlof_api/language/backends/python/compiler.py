"""From a typed tree to a function of an environment, once, at start-up.

A compiled function returns None when its value is unknown, following strong Kleene logic (S.C. Kleene, Introduction to
Metamathematics, 1952, section 64).

A tree is written out as Python, because a function with local variables costs a fraction of a closure per node. What
becomes of `niet tuin en leeftijd < 18`:

    def rule_0(env):
     values = env.values
     return (False if (t0 := (None if (t1 := values.get('tuin')) is None else not t1)) is False
      else False if (t2 := (None if (t3 := values.get('leeftijd')) is None else t3 < 18)) is False
      else None if t0 is None or t2 is None else True)

Only what is in the typed tree is written, never the text of a rule. Trees that read the same become one function,
whichever version of whichever leave they stand in. All functions together are one module (module.py), which is compiled
when the first of them is called.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import timedelta
from decimal import Decimal
from typing import Any

from verlof_api.language import nodes
from verlof_api.language.backends.python.module import Module, literal
from verlof_api.language.by_node import ByNode
from verlof_api.language.environment import Run
from verlof_api.language.nodes import Node, Soort

_VALUES = "values = env.values"  # looked up once in each function: every name that it reads is read from there
_WRITTEN_AS_IS = (bool, int, str, tuple)
_FIXED_LENGTHS = {"dagen": timedelta(days=1), "weken": timedelta(weeks=1)}


class Compiler:
    """Compiles trees; shared by all versions of a rulebook, so that they share their functions.

    `properties`: option of an enum fact -> property -> value.
    """

    def __init__(self, properties: Mapping[str, Mapping[str, Any]]) -> None:
        self.module = Module()
        self._properties = properties
        self._constants: dict[str, str] = {}  # source -> name
        self._functions: dict[tuple[str, str], str] = {}  # parameters and source -> name
        self._worked_out: ByNode[str] = ByNode()
        self._compiled: ByNode[Run] = ByNode()
        self._sources: ByNode[str] = ByNode()
        self._places: ByNode[str] = ByNode()

    def stands_at(self, place: str, node: Node) -> None:
        """Note where in the rules `node` stands, for who reads the module."""
        self._places[node] = place

    def compile(self, node: Node) -> Run:
        """The function that computes `node`."""
        if node not in self._compiled:
            self._compiled[node] = self.function("env", [f"return {self.source(node)}"], place=self._place(node))
        return self._compiled[node]

    def source(self, node: Node) -> str:
        """`node` as a Python expression over `env` and its `values`. Equal sources have equal values."""
        if node not in self._sources:
            self._sources[node] = _Expression(self).of(node)
        return self._sources[node]

    def code(self, node: Node) -> str:
        """What the engine sees of `node`, as a Python expression: a number for a date or a choice, or a boolean."""
        return _Expression(self).code(node)

    def sign(self, left: Node, right: Node) -> str:
        """The sign of `left - right` (of booleans: whether they differ), as a Python expression."""
        return _Expression(self).strict((left, right), lambda a, b: f"({a} > {b}) - ({a} < {b})", eager=True)

    def function(self, parameters: str, lines: Sequence[str], about: str = "rule", place: str = "") -> Any:
        """The function with this source, as `source`, `code` and `sign` give it; `env` is a parameter."""
        return self.module[self.define(parameters, lines, about, place)]

    def define(self, parameters: str, lines: Sequence[str], about: str = "rule", place: str = "") -> str:
        """The name by which other source calls the function with this source; a new one begins with `about`."""
        body = "\n".join(lines)
        key = (parameters, body)
        if key not in self._functions:
            written = [_VALUES, *lines] if "values" in body else lines
            self._functions[key] = self.module.function(about, parameters, written, place)
        return self._functions[key]

    def forget(self) -> None:
        """Let go of the sources: a tree that is compiled from now on shares a function with no other tree."""
        self._sources.clear()
        self._functions.clear()
        self._places.clear()

    def constant(self, value: Any) -> str:
        """How source refers to `value`."""
        source = literal(value)
        return source if value is None or type(value) in _WRITTEN_AS_IS else self.named(source)

    def named(self, source: str) -> str:
        """How source refers to what this source, which is long or slow, gives."""
        if source not in self._constants:
            self._constants[source] = self.module.constant("constant" if source.startswith("{") else source, source)
        return self._constants[source]

    def table(self, attribute: str) -> str:
        return self.constant({option: values[attribute] for option, values in self._properties.items()})

    def worked_out(self, node: nodes.Named | nodes.Assumed) -> str:
        """The name of the function that works out a named value or a stand-in, and keeps it in the environment."""
        if node not in self._worked_out:
            name = self.constant(node.name)
            if isinstance(node, nodes.Named):
                lines = [f"value = values[{name}] = {self.source(node.value)}", "return value"]
            else:
                fact = self.constant(node.name.partition("@")[0])
                lines = [
                    f"if {fact} in env.withheld: return None",
                    f"value = {self.source(node.fallback)}",
                    f"if value is not None: env.assumed[{name}] = value",
                    "return value",
                ]
            self._worked_out[node] = self.define("env", lines, node.name, self._place(node.parts[0]))
        return self._worked_out[node]

    def _place(self, node: Node) -> str:
        return self._places.get(node, "")


class _Expression:
    """Writes one Python expression, with names of its own for what it remembers along the way."""

    def __init__(self, compiler: Compiler) -> None:
        self._compiler = compiler
        self._remembered = 0

    def of(self, node: Node) -> str:
        constant, strict = self._compiler.constant, self.strict
        match node:
            case nodes.Const(value=value):
                return constant(value)
            case nodes.Named(name=name):
                known = self._new()
                read = f"({known} := values.get({constant(name)}, UNREAD)) is not UNREAD"
                return f"({known} if {read} else {self._compiler.worked_out(node)}(env))"
            case nodes.Assumed(name=name):
                told = self._new()
                read = f"({told} := values.get({constant(name)})) is not None"
                return f"({told} if {read} else {self._compiler.worked_out(node)}(env))"
            case nodes.ToldName(name=name):
                return f"env.told.get({constant(name)})"
            case nodes.Name(name=name):
                return f"values.get({constant(name)})"
            case nodes.Known(name=name):
                withheld = f"{constant(name.partition('@')[0])} in env.withheld"
                return f"({constant(name)} in env.told or (None if {withheld} else False))"
            case nodes.First(choices=choices):
                return self._first(choices)
            case nodes.AtMost(value=value, limit=limit):
                of, most = self._new(), self._new()
                least = f"{of} if ({most} := {self.of(limit)}) is None else min({of}, {most})"
                return f"(None if ({of} := {self.of(value)}) is None else {least})"
            case nodes.Lookup(fact=fact, attribute=attribute):
                return strict((fact,), lambda option: f"{self._compiler.table(attribute)}[{option}]")
            case nodes.Not(part=part):
                return strict((part,), lambda value: f"not {value}")
            case nodes.All(conjuncts=parts):
                return self._junction(parts, decisive=False)
            case nodes.Any(disjuncts=parts):
                return self._junction(parts, decisive=True)
            case nodes.OneOf(part=part, options=options):
                among = ", ".join(map(constant, options))
                return strict((part,), lambda value: f"{value} in {{{among}}}")
            case nodes.If(condition=condition, then=then, otherwise=otherwise):
                yes, no = self.of(then), self.of(otherwise)
                return strict((condition,), lambda holds: f"{yes} if {holds} else {no}")
            case nodes.Call(function=function, arguments=arguments):
                run = self._compiler.named(f"FUNCTIONS[{function!r}].run")
                called = lambda *values: f"{run}({', '.join(values)})"  # noqa: E731 -- as short as its neighbours
                return strict(arguments, called, eager=len(arguments) > 2)
            case nodes.Arithmetic(operator=sign, left=left, right=nodes.Duration(amount=amount, unit=unit)):
                return self._shift(left, sign, amount, unit)
            case nodes.Arithmetic(operator="/", left=left, right=right):
                return strict((left, right), lambda a, b: f"divided({a}, {b})", eager=True)
            case (
                nodes.Compare(operator=sign, left=left, right=right)
                | nodes.Arithmetic(operator=sign, left=left, right=right)
            ):
                return strict((left, right), lambda a, b: f"{a} {sign} {b}")
            case _:
                raise TypeError(f"cannot run a {type(node).__name__} of type {node.type} by itself")

    def code(self, node: Node) -> str:
        if node.type.soort is Soort.DATUM:
            return self.strict((node,), lambda day: f"{day}.toordinal()")
        if node.type.opties:
            codes = self._compiler.constant({option: code for code, option in enumerate(node.type.opties)})
            return self.strict((node,), lambda option: f"{codes}[{option}]")
        return self.of(node)

    def strict(self, parts: Sequence[Node], result: Callable[..., str], eager: bool = False) -> str:
        """The `result` of the values of `parts`; unknown when one of them is.

        `eager`: all of them are worked out even so, and what is assumed for the others is on record.
        """
        values, unknown = [], []
        for part in parts:
            if isinstance(part, nodes.Const):
                values.append(self._compiler.constant(part.value))
            else:
                values.append(self._new())
                unknown.append(f"({values[-1]} := {self.of(part)}) is None")
        if not unknown:
            return f"({result(*values)})"
        any_unknown = " | ".join(f"({each})" for each in unknown) if eager else " or ".join(unknown)
        return f"(None if {any_unknown} else {result(*values)})"

    def _first(self, choices: Sequence[Node]) -> str:
        """The first choice that is known."""
        *before, last = choices
        tries = []
        for choice in before:
            known = self._new()
            tries.append(f"{known} if ({known} := {self.of(choice)}) is not None else ")
        return f"({''.join(tries)}{self.of(last)})"

    def _junction(self, parts: Sequence[Node], decisive: bool) -> str:
        """The first part that decides; else unknown when one of them is."""
        values = [self._new() for _ in parts]
        decided = [
            f"{decisive} if ({value} := {self.of(part)}) is {decisive}"
            for value, part in zip(values, parts, strict=True)
        ]
        unknown = " or ".join(f"{value} is None" for value in values)
        return f"({' else '.join(decided)} else None if {unknown} else {not decisive})"

    def _shift(self, start: Node, sign: str, amount: Node, unit: str) -> str:
        if isinstance(amount, nodes.Const) and unit in _FIXED_LENGTHS:
            length = self._compiler.constant(int(Decimal(str(amount.value))) * _FIXED_LENGTHS[unit])
            return self.strict((start,), lambda day: f"{day} {sign} {length}")
        shift = self._compiler.named(f"SHIFTS[{unit!r}]")
        return self.strict((start, amount), lambda day, n: f"{shift}({day}, {sign}int({n}))", eager=True)

    def _new(self) -> str:
        self._remembered += 1
        return f"t{self._remembered - 1}"
