"""From a condition's tree to flat conjunctions of literals over integers: the only shape durable_rules may see.

A literal compares one attribute with one constant. Where an attribute is absent (unknown) durable_rules finds every
comparison false, so a conjunction fires only on what is known. With one set of conjunctions for `met` and one for
`unmet` (its negation by De Morgan), "neither fires" is exactly the unknown of strong Kleene logic.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import product

from verlof_api.language import nodes
from verlof_api.language.backends.python.compiler import Compiler
from verlof_api.language.environment import Environment
from verlof_api.language.nodes import Node, Soort

_OPPOSITE = {"==": "!=", "!=": "==", "<": ">=", ">=": "<", "<=": ">", ">": "<="}


@dataclass(frozen=True, order=True)
class Literal:
    attribute: str
    operator: str
    value: int

    def opposite(self) -> "Literal":
        return Literal(self.attribute, _OPPOSITE[self.operator], self.value)


Conjunction = frozenset[Literal]
Formula = frozenset[Conjunction]

TRUE: Formula = frozenset({frozenset()})
FALSE: Formula = frozenset()


class Attributes:
    """The attributes that the conditions of one version compare, numbered in order of first use."""

    def __init__(self, compiler: Compiler) -> None:
        self._compiler = compiler
        self._names: dict[str, str] = {}  # the source that computes an attribute -> its name

    @property
    def names(self) -> Iterable[str]:
        return self._names.values()

    def members(self) -> Callable[[Environment], str]:
        """What writes every attribute whose value is known as a member of a fact; only whole numbers can be written."""
        write: Callable[[Environment], str] = self._compiler.function(
            "env",
            [
                "text = ''",
                *(
                    f"if (value := {source}) is not None: text += f',\"{name}\":{{value:d}}'"
                    for source, name in self._names.items()
                ),
                "return text",
            ],
            "members",
        )
        return write

    def literals(self, node: Node) -> Iterator[Literal]:
        """The literals of an atom, any one of which makes it true."""
        match node:
            case nodes.OneOf(part=part, options=options):
                attribute = self._code(part)
                yield from (Literal(attribute, "==", part.type.opties.index(option)) for option in options)
            case nodes.Compare(operator=operator, left=left, right=nodes.Const(value=value)) if _whole(left, value):
                yield Literal(self._code(left), operator, _code(value))
            case nodes.Compare(operator=operator, left=left, right=right):
                yield Literal(self._name(self._compiler.sign(left, right)), operator, 0)
            case _:
                yield Literal(self._code(node), "==", 1)

    def _code(self, node: Node) -> str:
        return self._name(self._compiler.code(node))

    def _name(self, source: str) -> str:
        return self._names.setdefault(source, f"a{len(self._names)}")


def formula(node: Node, attributes: Attributes, holds: bool = True) -> Formula:
    """The conjunctions, any one of which makes `node` true (or false, when not `holds`)."""
    match node:
        case nodes.Const(value=value):
            return TRUE if bool(value) is holds else FALSE
        case nodes.Not(part=part):
            return formula(part, attributes, not holds)
        case nodes.All(conjuncts=parts) | nodes.Any(disjuncts=parts):
            formulas = [formula(part, attributes, holds) for part in parts]
            return conjoin(*formulas) if isinstance(node, nodes.All) is holds else disjoin(*formulas)
        case _:
            literals = list(attributes.literals(node))
            if holds:
                return frozenset(frozenset({literal}) for literal in literals)
            return frozenset({frozenset(literal.opposite() for literal in literals)})


def conjoin(*formulas: Formula) -> Formula:
    combined = (frozenset().union(*choice) for choice in product(*formulas))
    return _simplified(frozenset(conjunction for conjunction in combined if not _contradiction(conjunction)))


def disjoin(*formulas: Formula) -> Formula:
    return _simplified(frozenset().union(*formulas))


def _simplified(whole: Formula) -> Formula:
    """Without the conjunctions that a shorter one already covers."""
    return frozenset(each for each in whole if not any(other < each for other in whole))


def _contradiction(conjunction: Conjunction) -> bool:
    fixed: dict[str, int] = {}
    for literal in conjunction:
        if literal.operator == "==" and fixed.setdefault(literal.attribute, literal.value) != literal.value:
            return True
    return any(literal.opposite() in conjunction for literal in conjunction)


def _whole(node: Node, value: object) -> bool:
    """May the attribute be compared with this constant as an integer? Numbers go by their difference."""
    return node.type.soort in (Soort.DATUM, Soort.BOOL) and isinstance(value, date | bool)


def _code(value: object) -> int:
    return value.toordinal() if isinstance(value, date) else int(bool(value))
