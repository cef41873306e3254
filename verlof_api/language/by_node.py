"""What is known about nodes, by which node it is, not by what it says: to compare trees takes long."""

from typing import Generic, TypeVar

from verlof_api.language.nodes import Node

_Value = TypeVar("_Value")


class ByNode(Generic[_Value]):
    """A value for each of some nodes. It keeps the nodes, so that no other can take their place in memory."""

    __slots__ = ("_known",)

    def __init__(self) -> None:
        self._known: dict[int, tuple[Node, _Value]] = {}

    def __contains__(self, node: Node) -> bool:
        return id(node) in self._known

    def __getitem__(self, node: Node) -> _Value:
        return self._known[id(node)][1]

    def get(self, node: Node, default: _Value) -> _Value:
        return self._known[id(node)][1] if id(node) in self._known else default

    def __setitem__(self, node: Node, value: _Value) -> None:
        self._known[id(node)] = node, value

    def clear(self) -> None:
        self._known.clear()

    def __getstate__(self) -> tuple[tuple[Node, _Value], ...]:
        return tuple(self._known.values())

    def __setstate__(self, state: tuple[tuple[Node, _Value], ...]) -> None:
        self._known = {id(node): (node, value) for node, value in state}
