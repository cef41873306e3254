"""From the tree of an expression to a sentence."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from decimal import Decimal
from enum import IntEnum

from verlof_api.language import nodes
from verlof_api.language.backends.dutch.lexicon import Lexicon, Meaning
from verlof_api.language.backends.dutch.phrases import (
    ARITHMETIC,
    FROM_TO,
    FUNCTIONS,
    MONTHS,
    MORE,
    NO_PERIODS,
    ONE,
    OPERATORS,
)
from verlof_api.language.measures import plural
from verlof_api.language.nodes import Node


class _Strength(IntEnum):
    """How tightly a sentence holds together: what is weaker than its place asks gets brackets."""

    CHOICE, OR, AND, COMPARISON, SUM, MEASURE, VALUE = range(7)


_JOINED_BY: Mapping[type[Node], str] = {nodes.All: "en", nodes.Any: "of"}

_Said = tuple[str, _Strength]
Mark = Callable[[Meaning, str], str]


def write(tree: Node, lexicon: Lexicon, mark: Mark | None = None) -> str:
    """What `tree` says, as a sentence without capital or full stop.

    Names are not followed: a named value or an assumption is said by its name. `mark`: what is made of the words of a
    name; around them stand only letters, digits, spaces and `()',`. Raises KeyError for a name that is not in the
    lexicon, and TypeError for a node that no text of a rule gives.
    """
    return " ".join(clauses(tree, lexicon, mark))


def clauses(tree: Node, lexicon: Lexicon, mark: Mark | None = None) -> tuple[str, ...]:
    """The sentence in pieces for lines of their own: what `en` or `of` joins, or each side of a choice."""
    return tuple(_Writer(lexicon, mark).clauses(tree))


class _Writer:
    def __init__(self, lexicon: Lexicon, mark: Mark | None) -> None:
        self._lexicon, self._mark = lexicon, mark

    def clauses(self, node: Node) -> Iterator[str]:
        match node:
            case nodes.All() | nodes.Any():
                word = _JOINED_BY[type(node)]
                for number, part in enumerate(node.parts):
                    said = self._within(part, _Strength.COMPARISON)
                    yield said if number == 0 else f"{word} {said}"
            case nodes.If():
                yield from self._choice(node)
            case _:
                yield self.said(node)[0]

    def said(self, node: Node) -> _Said:
        match node:
            case nodes.Name() | nodes.Lookup() | nodes.Known():
                return self._name(node)
            case nodes.Rate(unit=unit, per=per):
                return f"{self._value(node)} {plural(unit)} per {per}", _Strength.VALUE
            case nodes.Const():
                return self._value(node), _Strength.VALUE
            case nodes.Not():
                return self._not(node)
            case nodes.All() | nodes.Any():
                return self._together(node)
            case nodes.Compare() | nodes.OneOf():
                return self._comparison(node)
            case nodes.Arithmetic():
                return self._arithmetic(node)
            case nodes.Duration():
                return self._length(node), _Strength.MEASURE
            case nodes.If():
                return " ".join(self._choice(node)), _Strength.CHOICE
            case nodes.AtMost():
                value, limit = (self._within(part, _Strength.SUM) for part in node.parts)
                return f"{value}, maar hooguit {limit}", _Strength.CHOICE
            case nodes.Call():
                return self._call(node)
        raise TypeError(f"no text of a rule gives a {type(node).__name__}")

    def _within(self, node: Node, least: _Strength) -> str:
        """`node` as a part of a sentence, in brackets when it would fall apart there."""
        text, strength = self.said(node)
        return text if strength >= least else f"({text})"

    def _name(self, node: Node) -> _Said:
        match node:
            case nodes.Lookup(fact=nodes.Name(name=name), attribute=attribute):
                return self._words(name, attribute), _Strength.VALUE
            case nodes.Known(name=name):
                return f"{self._words(name)} is bekend", _Strength.COMPARISON
            case nodes.ToldName(name=name):
                return f"{self._words(name)} zoals verteld", _Strength.VALUE
            case nodes.Name(name=name):
                return self._words(name), _Strength.VALUE
        raise TypeError(f"no text of a rule gives a property of a {type(node).__name__}")

    def _words(self, key: str, eigenschap: str | None = None) -> str:
        return self._called(replace(Meaning.of_key(key), eigenschap=eigenschap))

    def _called(self, meaning: Meaning) -> str:
        words = self._lexicon.words(meaning)
        return words if self._mark is None else self._mark(meaning, words)

    def _value(self, const: nodes.Const) -> str:
        match const.value:
            case None:
                return self._called(self._lexicon.never_known)
            case bool() as value:
                return "ja" if value else "nee"
            case int() | Decimal() as value:
                return str(value).replace(".", ",")
            case str() as option:
                return f"'{option}'"
            case tuple():
                return NO_PERIODS
            case day:
                return f"{day.day} {MONTHS[day.month - 1]} {day.year}"

    def _not(self, node: nodes.Not) -> _Said:
        match node.part:
            case nodes.OneOf(part=part, options=options):
                return f"{self._within(part, _Strength.SUM)} is niet {_options(options)}", _Strength.COMPARISON
            case nodes.Known(name=name):
                return f"{self._words(name)} is niet bekend", _Strength.COMPARISON
            case nodes.Name() as name if not isinstance(name, nodes.Named):
                return f"geen {self.said(name)[0]}", _Strength.COMPARISON
            case part:
                return f"niet {self._within(part, _Strength.VALUE)}", _Strength.COMPARISON

    def _together(self, node: nodes.All | nodes.Any) -> _Said:
        """`en` and `of` are never mixed without brackets."""
        strength = _Strength.AND if isinstance(node, nodes.All) else _Strength.OR
        return " ".join(self.clauses(node)), strength

    def _comparison(self, node: nodes.Compare | nodes.OneOf) -> _Said:
        if isinstance(node, nodes.OneOf):
            return f"{self._within(node.part, _Strength.SUM)} is {_options(node.options)}", _Strength.COMPARISON
        left, right = (self._within(part, _Strength.SUM) for part in node.parts)
        return f"{left} {OPERATORS[node.left.type.soort][node.operator]} {right}", _Strength.COMPARISON

    def _arithmetic(self, node: nodes.Arithmetic) -> _Said:
        if isinstance(node.right, nodes.Duration):
            word = "na" if node.operator == "+" else "voor"
            text = f"{self._length(node.right)} {word} {self._within(node.left, _Strength.MEASURE)}"
            return text, _Strength.MEASURE
        goes_on = isinstance(node.left, nodes.Arithmetic) and _kind(node.left) == _kind(node)
        left = self._within(node.left, _Strength.SUM if goes_on else _Strength.MEASURE)
        return f"{left} {ARITHMETIC[node.operator]} {self._within(node.right, _Strength.MEASURE)}", _Strength.SUM

    def _length(self, node: nodes.Duration) -> str:
        return f"{self._count(node.amount)} {(ONE if _is_one(node.amount) else MORE)[node.unit]}"

    def _count(self, amount: Node) -> str:
        text, _ = self.said(amount)
        return text if isinstance(amount, nodes.Const) and amount.value is not None else f"({text})"

    def _choice(self, node: nodes.If) -> Iterator[str]:
        condition, then = (self._within(part, _Strength.OR) for part in (node.condition, node.then))
        yield f"als {condition},"
        match node.otherwise:
            case nodes.Const(value=None):
                yield f"dan {then}"
            case nodes.If() as another:
                yield f"dan {then},"
                first, *rest = self._choice(another)
                yield f"anders {first}"
                yield from rest
            case otherwise:
                yield f"dan {then},"
                yield f"anders {self._within(otherwise, _Strength.OR)}"

    def _call(self, node: nodes.Call) -> _Said:
        arguments = [self._within(argument, _Strength.OR) for argument in node.arguments]
        if node.function == "heel":
            return f"{self._within(node.arguments[0], _Strength.SUM)} is een heel getal", _Strength.COMPARISON
        if node.function == "werkdagenNa":
            day, count = node.arguments
            return f"{self._count(count)} werkdagen na {self._within(day, _Strength.MEASURE)}", _Strength.MEASURE
        if node.function in FROM_TO and len(arguments) > 1:
            arguments[-2:] = [" tot en met ".join(arguments[-2:])]
        phrase = FUNCTIONS[node.function, node.arguments[0].type.soort]
        return f"{phrase} ({', '.join(arguments)})", _Strength.VALUE


def _options(options: tuple[str, ...]) -> str:
    quoted = [f"'{option}'" for option in options]
    return " of ".join(part for part in (", ".join(quoted[:-1]), quoted[-1]) if part)


def _kind(node: nodes.Arithmetic) -> str:
    """Sums go on as sums and products as products; a day with a length added goes on as neither."""
    if isinstance(node.right, nodes.Duration):
        return "day"
    return "sum" if node.operator in "+-" else "product"


def _is_one(amount: Node) -> bool:
    return isinstance(amount, nodes.Const) and amount.value == 1
