"""What the versions of all leaves of a rulebook share while they are read.

Most of a version is what the one before it said. A text that means the same there is read once and is one tree, so that
whatever is worked out about that tree is worked out once.
"""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple, TypeVar

from verlof_api.language.backends.python.compiler import Compiler
from verlof_api.language.backends.python.missing import Missing
from verlof_api.language.by_node import ByNode
from verlof_api.language.nodes import Known, Name, Named, Node, Type
from verlof_api.language.parser import KnownNames, MistakeError, forget_texts, mistaken, parse
from verlof_api.law.feit import Feit
from verlof_api.law.regelboek import Rulebook
from verlof_api.law.strict_yaml import Passage

_Kind = TypeVar("_Kind", bound=Node)


class _Question(NamedTuple):
    """What a text asks of the names: a method of `Names`, and its arguments."""

    method: str
    arguments: tuple[str, ...]

    def to(self, names: KnownNames) -> Node:
        node: Node = getattr(names, self.method)(*self.arguments)
        return node


class _Reading:
    """A text, read up to a point: what it asks next, and how it goes on for each node that the answer can be; or, when
    it asks no more, the tree that it is."""

    __slots__ = ("further", "question", "tree")

    def __init__(self) -> None:
        self.question: _Question | None = None
        self.further: dict[int, _Reading] = {}  # by identity of nodes, all of which `Sharing` keeps
        self.tree: Node | None = None


class Sharing:
    """Made once per rulebook."""

    def __init__(self, rulebook: Rulebook) -> None:
        self.compiler = compiler_of(rulebook)
        self.missing = Missing(self.compiler, _Askable(rulebook.feiten))
        self._nodes: dict[tuple[object, ...], Node] = {}
        self._readings: dict[tuple[str, Type | None], _Reading] = {}
        self._names: ByNode[tuple[str, ...]] = ByNode()

    def read(self, text: Passage, names: KnownNames, stands_in: Type | None = None) -> Node:
        """What `parse` makes of `text`: the tree that it became before, where every name in it means the same."""
        begin = self._readings.setdefault((text, stands_in), _Reading())
        tree = _read_before(begin, names, text)
        if tree is None:
            asked = _Asked(names)
            tree = parse(text, asked, stands_in)
            self._keep(begin, asked.answers, tree)
            self.compiler.stands_at(f"{text.file}:{text.line}", tree)
        return tree

    def _keep(self, reading: _Reading, answers: Sequence[tuple[_Question, Node]], tree: Node) -> None:
        for question, node in answers:
            reading.question = question
            self._nodes[id(node),] = node
            reading = reading.further.setdefault(id(node), _Reading())
        reading.tree = tree

    def one(self, node: _Kind) -> _Kind:
        """The one node for all that say what `node` says of the same nodes."""
        fields = (getattr(node, name) for name in node.__match_args__)
        same: Any = self._nodes.setdefault((type(node), *map(_identity, fields)), node)
        return same  # type: ignore[no-any-return]

    def names_read(self, node: Node) -> tuple[str, ...]:
        """The names of facts and days that `node` depends on, directly or through named values, in reading order."""
        if node not in self._names:
            read = dict.fromkeys(name for part in node.parts for name in self.names_read(part))
            if isinstance(node, Name | Known) and not isinstance(node, Named):
                read = {node.name: None, **read}
            self._names[node] = tuple(read)
        return self._names[node]

    def forget(self) -> None:
        """Let go of what is of use only while texts are read and trees are compiled; the text of the module stays."""
        forget_texts()
        self.compiler.forget()
        self._nodes.clear()
        self._readings.clear()
        self._names.clear()


def compiler_of(rulebook: Rulebook) -> Compiler:
    """A compiler for all versions of a rulebook."""
    return Compiler(rulebook.eigenschappen.waarden if rulebook.eigenschappen else {})


class _Askable:
    """The facts that can be asked for, as an environment names them: a wish is not."""

    def __init__(self, feiten: Mapping[str, Feit]) -> None:
        self._facts = frozenset(id for id, feit in feiten.items() if not feit.wens)

    def __contains__(self, name: object) -> bool:
        return isinstance(name, str) and name.partition("@")[0] in self._facts


class _Asked:
    """Names that keep what they were asked (parser.Names)."""

    def __init__(self, names: KnownNames) -> None:
        self._names = names
        self.answers: list[tuple[_Question, Node]] = []

    def name(self, name: str) -> Node:
        return self._kept("name", name)

    def property_of(self, name: str, attribute: str) -> Node:
        return self._kept("property_of", name, attribute)

    def of_leave(self, name: str, verlof: str) -> Node:
        return self._kept("of_leave", name, verlof)

    def known(self, name: str) -> Node:
        return self._kept("known", name)

    def told(self, name: str) -> Node:
        return self._kept("told", name)

    def _kept(self, method: str, *arguments: str) -> Node:
        question = _Question(method, arguments)
        node = question.to(self._names)
        self.answers.append((question, node))
        return node


def _read_before(reading: _Reading, names: KnownNames, text: Passage) -> Node | None:
    """The tree that `text` was when every name in it came to the same node. What a text asks next follows from the text
    and from the answers so far, so the names are asked what `parse` would ask them."""
    try:
        while reading.question is not None:
            further = reading.further.get(id(reading.question.to(names)))
            if further is None:
                return None
            reading = further
    except MistakeError as error:
        raise mistaken(text, error) from error
    return reading.tree


def _identity(field: object) -> object:
    if isinstance(field, Node):
        return id(field)
    if isinstance(field, tuple) and field and isinstance(field[0], Node):
        return tuple(map(id, field))
    return type(field), field
