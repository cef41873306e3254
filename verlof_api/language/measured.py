"""The measures of the expressions of one version: every mistake against them, with the place of its text."""

from collections.abc import Mapping

from verlof_api.language import nodes
from verlof_api.language.measures import PURE, Equations, Measure, MeasureError, measure, spoken, times
from verlof_api.language.nodes import Node, Soort
from verlof_api.law.errors import RuleError
from verlof_api.law.feit import Feit
from verlof_api.law.strict_yaml import Passage

_RESULTS: Mapping[str, Measure] = {
    "dagen": measure("dag"),
    "overlap": measure("dag"),
    "werkdagen": measure("werkdag"),
}
_SAME = ("min", "max", "naarBoven")
_CONVERT = "reken het een om in het ander, zoals `weken * urenPerWeek` of `dagen / 7 dagen per week`"


class Measured:
    """Works through the texts of a version one by one, and keeps what is wrong in `errors`."""

    def __init__(self, feiten: Mapping[str, Feit]) -> None:
        self._feiten = feiten
        self._equations = Equations()
        self._named: dict[str, Measure] = {}  # of what has a name, the one measure in all texts
        self._factors: list[tuple[Passage, object, Measure]] = []
        self._text = Passage("")
        self.errors: list[RuleError] = []

    def read(self, text: Passage, tree: Node, counts: Measure | None = None) -> None:
        """`text` is this tree; `counts`: what it must be a number of."""
        self._text = text
        found = self._of(tree)
        if counts is not None:
            self._same(found, counts)

    def finish(self) -> None:
        """When everything has been read: no plain number may do the work of a rate."""
        for text, number, found in self._factors:
            counted = self._equations.settled(found)
            if len(counted) > 1 or any(power != 1 for power in counted.values()):
                self.errors.append(text.error(f"`{text}`: {number} staat hier voor {spoken(counted)}; {_CONVERT}"))

    def _of(self, node: Node) -> Measure:
        """A plain number is another one in each text: the same tree can stand for several texts."""
        if not isinstance(node, nodes.Named | nodes.Assumed):
            return self._work_out(node)
        if node.name not in self._named:
            self._named[node.name] = self._work_out(node)
        return self._named[node.name]

    def _work_out(self, node: Node) -> Measure:
        parts = [self._of(part) for part in node.parts]
        if isinstance(node, nodes.Compare | nodes.Duration):
            self._checked(node, parts)
        if isinstance(node, nodes.Call) and node.function == "werkdagenNa":
            self._same(parts[1], measure("werkdag"))
        return self._number(node, parts) if node.type.soort is Soort.GETAL else PURE

    def _checked(self, node: nodes.Compare | nodes.Duration, parts: list[Measure]) -> None:
        if isinstance(node, nodes.Duration):
            self._same(parts[0], measure(node.unit))
        elif node.left.type.soort is Soort.GETAL:
            self._same(*parts)

    def _number(self, node: Node, parts: list[Measure]) -> Measure:
        match node:
            case nodes.Rate(unit=unit, per=per):
                return measure(unit, per)
            case nodes.Const():
                return self._equations.unknown()
            case nodes.Named():
                return parts[0]
            case nodes.Name(name=name):
                return self._together([self._fact(name), *parts])
            case nodes.If():
                return self._together(parts[1:])
            case nodes.Arithmetic(operator="*" | "/"):
                return self._product(node, parts)
            case nodes.Call(function=function) if function not in _SAME:
                return _RESULTS[function]
            case nodes.Lookup():
                return PURE
        return self._together(parts)

    def _product(self, node: nodes.Arithmetic, parts: list[Measure]) -> Measure:
        for factor, found in zip(node.parts, parts, strict=True):
            number = _plain_number(factor)
            if number is not None:
                self._factors.append((self._text, number, found))
        left, right = parts
        return times(left, right, 1 if node.operator == "*" else -1)

    def _fact(self, key: str) -> Measure:
        feit = self._feiten.get(key.partition("@")[0])
        return PURE if feit is None or feit.eenheid is None else measure(feit.eenheid, feit.per)

    def _together(self, parts: list[Measure]) -> Measure:
        first, *others = parts
        for other in others:
            self._same(first, other)
        return first

    def _same(self, left: Measure, right: Measure) -> None:
        try:
            self._equations.same(left, right)
        except MeasureError as error:
            self.errors.append(self._text.error(f"`{self._text}`: {error}; {_CONVERT}"))


def _plain_number(node: Node) -> object:
    """The plain number that stands here, itself, under a name or as either side of a choice; None for anything else."""
    match node:
        case nodes.Rate():
            return None
        case nodes.Const(value=value):
            return value
        case nodes.Named(value=value):
            return _plain_number(value)
        case nodes.If(then=then, otherwise=nodes.Const(value=None)):
            return _plain_number(then)
        case nodes.If(then=then, otherwise=otherwise) if _plain_number(otherwise) is not None:
            return _plain_number(then)
    return None
