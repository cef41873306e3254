"""From the text of an expression to its typed tree. Every mistake is a RuleError with the place of the text."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from functools import cache
from importlib.resources import files
from typing import Protocol

from lark import Lark, Token, Tree
from lark.exceptions import UnexpectedInput, VisitError

from verlof_api.language import nodes
from verlof_api.language.dates import UNITS
from verlof_api.language.functions import AT_MOST, FUNCTIONS, KNOWN, TOLD
from verlof_api.language.measures import base
from verlof_api.language.nodes import BOOL, DATUM, DUUR, GETAL, PERIODEN, Node, Soort, Type
from verlof_api.law.errors import RulebookError
from verlof_api.law.strict_yaml import Passage

ORDERED = {Soort.GETAL, Soort.DATUM}


class MistakeError(Exception):
    """What is wrong with an expression, in words; the parser adds the place."""


class KnownNames(Protocol):
    """What the names in an expression mean. Every method raises Mistake for a name that means nothing here."""

    def name(self, name: str) -> Node: ...

    def property_of(self, name: str, attribute: str) -> Node: ...

    def of_leave(self, name: str, verlof: str) -> Node: ...

    def known(self, name: str) -> Node: ...

    def told(self, name: str) -> Node: ...


def parse(text: Passage, names: KnownNames, stands_in: Type | None = None) -> Node:
    """The typed tree of `text`. Raises RulebookError (one error) when it is no expression or its types do not fit.

    `stands_in`: the type of the fact that this is the assumption for. Only there a choice may give one of the fact's
    options, and a yes or no may leave out its `anders`: the fact is then unknown, and asked.
    """
    return typed(text, grammatical, names, stands_in)


def typed(
    text: Passage, tree_of: Callable[[str], Tree[Token]], names: KnownNames, stands_in: Type | None = None
) -> Node:
    """The typed tree of `text`, of which `tree_of` gives the tree as grammar.lark has it.

    Raises RulebookError (one error) for what `tree_of` does not understand (UnexpectedInput, Mistake), and for types
    that do not fit.
    """
    try:
        return _Typing(names, stands_in).node(tree_of(text))
    except UnexpectedInput as error:
        place = text[max(0, error.column - 1) :] if error.column > 0 else ""
        raise RulebookError([text.error(f"`{text}`: not understood at `{place or 'the end'}`")]) from error
    except VisitError as error:
        raise RulebookError([text.error(f"`{text}`: {error.orig_exc}")]) from error
    except MistakeError as error:
        raise mistaken(text, error) from error


def mistaken(text: Passage, mistake: MistakeError) -> RulebookError:
    return RulebookError([text.error(f"`{text}`: {mistake}")])


@cache
def grammatical(text: str) -> Tree[Token]:
    """The tree of `text` as the grammar reads it: the same in every version in which the text stands."""
    return _parser().parse(text)


@cache
def _parser() -> Lark:
    grammar = files("verlof_api.language").joinpath("grammar.lark").read_text("utf-8")
    return Lark(grammar, parser="lalr", maybe_placeholders=False)


def forget_texts() -> None:
    """Let go of those trees, when all texts of a rulebook have been read."""
    grammatical.cache_clear()


class _Typing:
    """One method per rule of the grammar that makes a node."""

    def __init__(self, names: KnownNames, stands_in: Type | None = None) -> None:
        self.names, self.stands_in = names, stands_in

    def node(self, tree: Tree[Token] | Token) -> Node:
        if isinstance(tree, Token):
            raise MistakeError(f"`{tree}` stands alone")
        handler: Callable[..., Node] = getattr(self, f"_{tree.data}")
        return handler(*tree.children)

    def _of(self, *parts: Tree[Token]) -> Node:
        return nodes.Any(BOOL, self._booleans(parts))

    def _en(self, *parts: Tree[Token]) -> Node:
        return nodes.All(BOOL, self._booleans(parts))

    def _niet(self, part: Tree[Token]) -> Node:
        return nodes.Not(BOOL, self._booleans((part,))[0])

    def _keuze(self, condition: Tree[Token], then: Tree[Token], otherwise: Tree[Token] | None = None) -> Node:
        yes = self._chosen(then)
        if otherwise is None and yes.type == BOOL and self.stands_in != BOOL:
            raise MistakeError("a yes or no needs its `anders`")
        no = nodes.Const(yes.type, None) if otherwise is None else self._chosen(otherwise)
        if yes.type != no.type:
            raise MistakeError(f"`dan` gives a {yes.type} and `anders` a {no.type}")
        return nodes.If(yes.type, self._booleans((condition,))[0], yes, no)

    def _chosen(self, tree: Tree[Token]) -> Node:
        """What a choice gives: a value, or an option of the fact that it stands in for."""
        option = _bare_word(tree)
        if self.stands_in is not None and option in self.stands_in.opties:
            return nodes.Const(self.stands_in, option)
        return self.node(tree)

    def _vergelijk(self, left: Tree[Token], operator: Token, right: Tree[Token]) -> Node:
        option = _bare_word(right)
        a = self.node(left)
        if a.type.soort is Soort.KEUZE and option is not None:
            if operator not in ("==", "!="):
                raise MistakeError(f"options are not ordered: `{operator}` means nothing here")
            chosen = nodes.OneOf(BOOL, a, self._options(a.type, (option,)))
            return chosen if operator == "==" else nodes.Not(BOOL, chosen)
        b = self.node(right)
        if a.type != b.type or a.type.soort not in ORDERED | {Soort.BOOL}:
            raise MistakeError(f"a {a.type} cannot be compared with a {b.type}")
        if a.type == BOOL and operator not in ("==", "!="):
            raise MistakeError(f"ja and nee are not ordered: `{operator}` means nothing here")
        return nodes.Compare(BOOL, str(operator), a, b)

    def _een_van(self, left: Tree[Token], *options: Token) -> Node:
        part = self.node(left)
        if part.type.soort is not Soort.KEUZE:
            raise MistakeError(f"`in [...]` needs one of the options of a fact, not a {part.type}")
        return nodes.OneOf(BOOL, part, self._options(part.type, tuple(map(str, options))))

    def _rekensom(self, left: Tree[Token], operator: Token, right: Tree[Token]) -> Node:
        a, b = self.node(left), self.node(right)
        if a.type == DATUM and b.type == DUUR and operator in "+-":
            if not isinstance(b, nodes.Duration):
                raise MistakeError(
                    "write the length where it is used, as in `dag + 4 weken`; its number may have a name"
                )
            return nodes.Arithmetic(DATUM, str(operator), a, b)
        if a.type == GETAL and b.type == GETAL:
            return nodes.Arithmetic(GETAL, str(operator), a, b)
        raise MistakeError(f"a {a.type} {operator} a {b.type} is not possible")

    def _duur(self, amount: Tree[Token], unit: Token) -> Node:
        number = self.node(amount)
        if number.type != GETAL:
            raise MistakeError(f"`{unit}` counts a number, not a {number.type}")
        return nodes.Duration(DUUR, number, UNITS[unit])

    def _functie(self, name: Token, *arguments: Tree[Token]) -> Node:
        if name in (KNOWN, TOLD):
            word = _bare_word(arguments[0]) if len(arguments) == 1 else None
            if word is None:
                raise MistakeError(f"`{name}` takes the name of one fact")
            return self.names.known(word) if name == KNOWN else self.names.told(word)
        if name not in FUNCTIONS and name != AT_MOST:
            raise MistakeError(
                f"no function is called `{name}`; there are: {', '.join([*FUNCTIONS, KNOWN, TOLD, AT_MOST])}"
            )
        values = tuple(self.node(argument) for argument in arguments)
        if name == AT_MOST:
            if [value.type for value in values] not in ([GETAL, GETAL], [DATUM, DATUM]):
                raise MistakeError(f"`{name}` takes two numbers or two days")
            return nodes.AtMost(values[0].type, *values)
        result = FUNCTIONS[name].result([value.type for value in values])
        if result is None:
            raise MistakeError(f"`{name}` does not take ({', '.join(str(value.type) for value in values)})")
        return nodes.Call(result, str(name), values)

    def _getal(self, token: Token) -> Node:
        return nodes.Const(GETAL, _number(token))

    def _rate(self, token: Token, units: Token) -> Node:
        unit, per = units.split(" per ")
        return nodes.Rate(GETAL, _number(token), base(unit), base(per))

    def _datum(self, token: Token) -> Node:
        try:
            return nodes.Const(DATUM, date.fromisoformat(token))
        except ValueError as error:
            raise MistakeError(f"{token} is not a day of the calendar") from error

    def _ja(self) -> Node:
        return nodes.Const(BOOL, True)

    def _nee(self) -> Node:
        return nodes.Const(BOOL, False)

    def _geen_perioden(self) -> Node:
        """Rules do not write this: there it is what a fact of periods is when it was not told."""
        return nodes.Const(PERIODEN, ())

    def _naam(self, token: Token) -> Node:
        return self.names.name(str(token))

    def _eigenschap(self, name: Token, attribute: Token) -> Node:
        return self.names.property_of(str(name), str(attribute))

    def _bij_verlof(self, name: Token, verlof: Token) -> Node:
        return self.names.of_leave(str(name), str(verlof))

    def _booleans(self, trees: tuple[Tree[Token], ...]) -> tuple[Node, ...]:
        parts = tuple(self.node(tree) for tree in trees)
        for part in parts:
            if part.type != BOOL:
                raise MistakeError(f"`en`, `of`, `niet` and `als` take yes or no, not a {part.type}")
        return parts

    def _options(self, type: Type, options: tuple[str, ...]) -> tuple[str, ...]:
        for option in options:
            if option not in type.opties:
                raise MistakeError(f"`{option}` is not one of: {', '.join(type.opties)}")
        if len(set(options)) < len(options):
            raise MistakeError("an option stands twice")
        return options


def _number(token: Token) -> int | Decimal:
    return Decimal(token) if "." in token else int(token)


def _bare_word(tree: Tree[Token] | Token) -> str | None:
    return str(tree.children[0]) if isinstance(tree, Tree) and tree.data == "naam" else None


def expect(node: Node, type: Type, text: Passage) -> Node:
    """`node`, when it has the type that its place in the rule asks; raises RulebookError otherwise."""
    if node.type != type:
        raise RulebookError([text.error(f"`{text}`: a {type} belongs here, not a {node.type}")])
    return node


__all__ = ["KnownNames", "MistakeError", "expect", "parse", "typed"]
