"""What the rules say in one place, compiled: an expression by itself, or a condition with what it leaves to people."""

from collections.abc import Sequence
from enum import IntEnum
from functools import cached_property

from verlof_api.language import nodes
from verlof_api.language.backends.python.compiler import Compiler
from verlof_api.language.environment import ANKERDATUM, PEILDATUM, Environment, Find, Run, fact_of
from verlof_api.language.nodes import Node, Soort, walk


class CompiledExpression:
    """`tree`, `run`: what it says, and what works it out; `missing`: what finds the untold facts that it turns on."""

    __slots__ = ("missing", "run", "tree")

    def __init__(self, tree: Node, run: Run, missing: Find) -> None:
        self.tree, self.run, self.missing = tree, run, missing

    def missed(self, env: Environment) -> tuple[str, ...]:
        """The untold facts that can still make it known, by their names in `env`; none when it is."""
        found: dict[str, None] = {}
        self.missing(env, found, set())
        return tuple(found)


class Fit(IntEnum):
    """What conditions say of a situation: something refuses it, nothing does, or all of it is met."""

    REFUSED = 0
    OPEN = 1  # some of it is unknown
    HOLDS = 2  # met, or left to people


class CompiledCondition:
    """One condition of a version of the law: the engine judges it, this tells beforehand what it will make of it.

    `trees`: when it is met and, where that can be, when it is left to people. `missing`: what finds the untold facts
    that these turn on. `anker`: the facts that give the anchor day.
    """

    def __init__(self, trees: Sequence[Node], missing: Find, anker: Sequence[str], compiler: Compiler) -> None:
        self.trees, self.missing = trees, missing
        self._anker, self._compiler = anker, compiler
        self._met, *rest = map(compiler.compile, trees)
        self._left = rest[0] if rest else None

    @property
    def als(self) -> Node:
        """The tree of when it is met."""
        return self.trees[0]

    @property
    def open_norm(self) -> Node | None:
        """The tree of when it is left to people; None for never."""
        return self.trees[1] if len(self.trees) > 1 else None

    def fit(self, env: Environment) -> Fit:
        """Met or left to people, certainly not met, or neither."""
        met = self._met(env)
        if met is True:
            return Fit.HOLDS
        if self._left is None:
            return Fit.REFUSED if met is False else Fit.OPEN
        left = self._left(env)
        if left is True:
            return Fit.HOLDS
        return Fit.REFUSED if met is False and left is False else Fit.OPEN

    def refuses(self, env: Environment) -> bool:
        """Certainly not met, and certainly not left to people."""
        return self._met(env) is False and (self._left is None or self._left(env) is False)

    @cached_property
    def inputs(self) -> frozenset[str]:
        """The facts that it depends on, and `peildatum` where it does; an anchor day is the facts that give it."""
        read = (node for node in walk(*self.trees) if isinstance(node, nodes.Name | nodes.Known))
        facts = frozenset(fact_of(node.name) for node in read if not isinstance(node, nodes.Named))
        return facts.union(self._anker, [PEILDATUM]) if ANKERDATUM in facts else facts

    @cached_property
    def days(self) -> Sequence[Node]:
        """The days that it works with."""
        return tuple(node for node in walk(*self.trees) if node.type.soort is Soort.DATUM)

    @cached_property
    def numbers(self) -> Sequence[Run]:
        """What works out the numbers that it works with, each once."""
        numbers = (node for node in walk(*self.trees) if node.type.soort is Soort.GETAL)
        return tuple(dict.fromkeys(map(self._compiler.compile, numbers)))
