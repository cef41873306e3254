"""Which untold facts an unknown value still turns on, as functions made at start-up."""

from collections.abc import Callable, Mapping

from verlof_api.expressions import nodes
from verlof_api.expressions.compiler import Compiler, Env, Run
from verlof_api.expressions.nodes import Node

Facts = dict[str, None]  # fact ids in order of first use
Find = Callable[[Env, Facts, set[str]], None]


class Missing:
    """Finds what is missing in the trees of one program.

    `facts`: name in an environment -> id of the fact to ask for it. A name that is not in it (a wish) is never asked:
    what the rule assumes for it may be.
    """

    def __init__(self, compiler: Compiler, facts: Mapping[str, str]) -> None:
        self._compiler, self._facts = compiler, facts
        self._made: dict[int, tuple[Node, Find | None]] = {}

    def of(self, *trees: Node) -> Find:
        """What adds the untold facts which can still make these trees known; it adds none when they are.

        `seen` holds the names it has looked into; several finds that share it look into each name once.
        """
        finds = [find for find in map(self._find, trees) if find is not None]

        def find(env: Env, found: Facts, seen: set[str]) -> None:
            for each in finds:
                each(env, found, seen)

        return find

    def _find(self, node: Node) -> Find | None:
        """What looks into `node`; None when it can never be unknown."""
        if id(node) not in self._made:
            self._made[id(node)] = (node, self._make(node))
        return self._made[id(node)][1]

    def _make(self, node: Node) -> Find | None:
        if isinstance(node, nodes.Duration):
            return self._find(node.amount)
        if isinstance(node, nodes.If):
            return self._choice(node)
        parts = tuple(find for find in map(self._find, node.parts) if find is not None)
        fact = self._facts.get(node.name) if isinstance(node, nodes.Name) else None
        if fact is None and not parts:
            return None
        name = node.name if isinstance(node, nodes.Name) else None
        return _finder(self._compiler.compile(node), name, fact, parts)

    def _choice(self, node: nodes.If) -> Find | None:
        """Once it is known which branch counts, only that branch can still miss anything."""
        condition, then, otherwise = map(self._find, node.parts)
        run = self._compiler.compile(node.condition)
        if condition is None and then is None and otherwise is None:
            return None

        def find(env: Env, found: Facts, seen: set[str]) -> None:
            chosen = run(env)
            for part, counts in (
                (condition, chosen is None),
                (then, chosen is not False),
                (otherwise, chosen is not True),
            ):
                if part is not None and counts:
                    part(env, found, seen)

        return find


def _finder(run: Run, name: str | None, fact: str | None, parts: tuple[Find, ...]) -> Find:
    def find(env: Env, found: Facts, seen: set[str]) -> None:
        if name is not None:
            if name in seen:
                return
            seen.add(name)
        if run(env) is None:
            if fact is not None:
                found[fact] = None
            for part in parts:
                part(env, found, seen)

    return find
