"""Which untold facts an unknown value still turns on, as functions made at start-up."""

from collections.abc import Container, Iterator

from verlof_api.language import nodes
from verlof_api.language.backends.python.compiler import Compiler
from verlof_api.language.by_node import ByNode
from verlof_api.language.environment import Find
from verlof_api.language.nodes import Node

_PARAMETERS = "env, found, seen"


class Missing:
    """Finds what is missing in trees.

    `facts`: the names in an environment that can be asked for. A name that is not in it (a wish) is never asked: what
    the rule assumes for it may be.
    """

    def __init__(self, compiler: Compiler, facts: Container[str]) -> None:
        self._compiler, self._facts = compiler, facts
        self._named: ByNode[str | None] = ByNode()

    def of(self, *trees: Node) -> Find:
        """What adds the untold facts which can still make these trees known; it adds none when they are.

        `seen` holds the names it has looked into; several finds that share it look into each name once.
        """
        look = self._all(trees)
        if look:  # what is assumed on the way is not shown to anybody
            look = ["kept, env.assumed = env.assumed, {}", *look, "env.assumed = kept"]
        find: Find = self._compiler.function(_PARAMETERS, look or ["pass"], "missing")
        return find

    def _all(self, trees: tuple[Node, ...]) -> list[str]:
        return [line for tree in trees for line in self._lines(tree)]

    def _lines(self, node: Node, unknown: bool = False) -> Iterator[str]:
        """The statements that look into `node`; none when it can never be unknown.

        `unknown`: they only run where it is, so that it need not be worked out again.
        """
        match node:
            case nodes.Named() | nodes.Assumed():
                look = self._look_into(node)
                if look is not None:
                    yield f"{look}({_PARAMETERS})"
            case nodes.Name(name=name) if name in self._facts:
                yield f"if values.get({name!r}) is None: found[{name!r}] = None"
            case nodes.Known(name=name) if name in self._facts:
                yield from _when(f"{self._compiler.source(node)} is None", [f"found[{name!r}] = None"])
            case nodes.If(condition=condition, then=then, otherwise=otherwise):
                # once it is known which branch counts, only that branch can still miss anything
                holds = self._compiler.source(condition)
                yield from _when(f"{holds} is None", self._all((condition,)))
                yield from _when(f"{holds} is not False", self._all((then,)))
                yield from _when(f"{holds} is not True", self._all((otherwise,)))
            case nodes.All() | nodes.Any() if not unknown:
                yield from _when(f"{self._compiler.source(node)} is None", self._all(node.parts))
            case nodes.AtMost(value=value):
                yield from self._lines(value, unknown)
            case nodes.Not(part=part) | nodes.OneOf(part=part) | nodes.Lookup(fact=part):  # unknown exactly when it is
                yield from self._lines(part, unknown)
            case _:  # unknown exactly when a part is, or known to be
                yield from self._all(node.parts)

    def _look_into(self, node: nodes.Named | nodes.Assumed) -> str | None:
        """The name of the function that looks into a named value or an assumption; None when it is always known."""
        if node not in self._named:
            # a stand-in may also be unknown because nothing may stand in, whatever its value would be
            below = list(self._lines(node.parts[0], unknown=isinstance(node, nodes.Named)))
            if isinstance(node, nodes.Assumed) and node.name in self._facts:
                below.insert(0, f"found[{node.name!r}] = None")
            unseen = [f"if {node.name!r} in seen: return", f"seen.add({node.name!r})"]
            lines = [*unseen, *_when(f"{self._compiler.source(node)} is None", below)]
            name = self._compiler.define(_PARAMETERS, lines, f"missing_{node.name}") if below else None
            self._named[node] = name
        return self._named[node]


def _when(test: str, lines: list[str]) -> list[str]:
    return [f"if {test}:", *(f" {line}" for line in lines)] if lines else []
