"""The typed tree of an expression. Plain data: parsing makes it, compiling runs it, the engine reads its booleans."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum


class Soort(StrEnum):
    BOOL = "bool"
    GETAL = "getal"
    DATUM = "datum"
    DUUR = "duur"
    KEUZE = "keuze"
    PERIODEN = "perioden"


@dataclass(frozen=True, slots=True)
class Type:
    """The type of a value; for KEUZE also the options it is one of, in the order that gives their codes."""

    soort: Soort
    opties: tuple[str, ...] = ()

    def __str__(self) -> str:
        return self.soort


BOOL, GETAL, DATUM, DUUR, PERIODEN = (
    Type(s) for s in (Soort.BOOL, Soort.GETAL, Soort.DATUM, Soort.DUUR, Soort.PERIODEN)
)


@dataclass(frozen=True, slots=True)
class Node:
    type: Type

    @property
    def parts(self) -> "tuple[Node, ...]":
        return ()

    def walk(self) -> "Iterator[Node]":
        """This node and all below it, in reading order; what is used twice comes once."""
        return walk(self)


def walk(*roots: Node) -> Iterator[Node]:
    """These nodes and all below them, in reading order; what is used twice comes once, however many trees share it."""
    waiting = list(reversed(roots))
    seen: set[int] = set()
    while waiting:
        node = waiting.pop()
        if id(node) not in seen:
            seen.add(id(node))
            yield node
            waiting.extend(reversed(node.parts))


@dataclass(frozen=True, slots=True)
class Const(Node):
    """None only as the branch that an `If` leaves out: unknown."""

    value: bool | int | Decimal | date | str | tuple[()] | None


@dataclass(frozen=True, slots=True)
class Rate(Const):
    """A number with the unit that it turns another into: `7 dagen per week` has the units dag and week."""

    unit: str
    per: str


@dataclass(frozen=True, slots=True)
class Name(Node):
    """A fact or a date of the assessment; unknown when it has no value."""

    name: str


@dataclass(frozen=True, slots=True)
class Named(Name):
    """A value that the rules name and define."""

    value: Node

    @property
    def parts(self) -> tuple[Node, ...]:
        return (self.value,)


@dataclass(frozen=True, slots=True)
class Assumed(Name):
    """A fact with a value that stands in for it while it is not told; using that is recorded."""

    fallback: Node

    @property
    def parts(self) -> tuple[Node, ...]:
        return (self.fallback,)


@dataclass(frozen=True, slots=True)
class Known(Node):
    """Was this fact told? Unknown only where it plays a part without having been told."""

    name: str


@dataclass(frozen=True, slots=True)
class ToldName(Name):
    """A fact as it was told: nothing stands in for it."""


@dataclass(frozen=True, slots=True)
class First(Node):
    """The first of these values that is known."""

    choices: tuple[Node, ...]

    @property
    def parts(self) -> tuple[Node, ...]:
        return self.choices


@dataclass(frozen=True, slots=True)
class AtMost(Node):
    """`value`, but no more than `limit`; a limit that is not known does not count."""

    value: Node
    limit: Node

    @property
    def parts(self) -> tuple[Node, ...]:
        return (self.value, self.limit)


@dataclass(frozen=True, slots=True)
class Lookup(Node):
    """A property of the option that an enum fact has."""

    fact: Node
    attribute: str

    @property
    def parts(self) -> tuple[Node, ...]:
        return (self.fact,)


@dataclass(frozen=True, slots=True)
class Not(Node):
    part: Node

    @property
    def parts(self) -> tuple[Node, ...]:
        return (self.part,)


@dataclass(frozen=True, slots=True)
class All(Node):
    """`en`: unknown parts leave it unknown, unless another part is false."""

    conjuncts: tuple[Node, ...]

    @property
    def parts(self) -> tuple[Node, ...]:
        return self.conjuncts


@dataclass(frozen=True, slots=True)
class Any(Node):
    """`of`: unknown parts leave it unknown, unless another part is true."""

    disjuncts: tuple[Node, ...]

    @property
    def parts(self) -> tuple[Node, ...]:
        return self.disjuncts


@dataclass(frozen=True, slots=True)
class Compare(Node):
    operator: str
    left: Node
    right: Node

    @property
    def parts(self) -> tuple[Node, ...]:
        return (self.left, self.right)


@dataclass(frozen=True, slots=True)
class OneOf(Node):
    part: Node
    options: tuple[str, ...]

    @property
    def parts(self) -> tuple[Node, ...]:
        return (self.part,)


@dataclass(frozen=True, slots=True)
class Arithmetic(Node):
    operator: str
    left: Node
    right: Node

    @property
    def parts(self) -> tuple[Node, ...]:
        return (self.left, self.right)


@dataclass(frozen=True, slots=True)
class Duration(Node):
    amount: Node
    unit: str

    @property
    def parts(self) -> tuple[Node, ...]:
        return (self.amount,)


@dataclass(frozen=True, slots=True)
class If(Node):
    """Only the chosen branch counts; an unknown condition makes it unknown."""

    condition: Node
    then: Node
    otherwise: Node

    @property
    def parts(self) -> tuple[Node, ...]:
        return (self.condition, self.then, self.otherwise)


@dataclass(frozen=True, slots=True)
class Call(Node):
    function: str
    arguments: tuple[Node, ...]

    @property
    def parts(self) -> tuple[Node, ...]:
        return self.arguments
