"""From the text of an expression to its typed tree. Every mistake is a RuleError with the place of the text."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from functools import cache
from importlib.resources import files
from typing import Protocol

from lark import Lark, Token, Tree
from lark.exceptions import UnexpectedInput, UnexpectedToken, VisitError

from verlof_api.language import nodes
from verlof_api.language.dates import UNITS
from verlof_api.language.functions import AT_MOST, FUNCTIONS, KNOWN, TOLD
from verlof_api.language.measures import base
from verlof_api.language.nodes import BOOL, DATUM, DUUR, GETAL, PERIODEN, Node, Soort, Type
from verlof_api.law.errors import RulebookError
from verlof_api.law.strict_yaml import Passage
from verlof_api.law.suggest import meant

ORDERED = {Soort.GETAL, Soort.DATUM}
_SPOKEN = {
    Soort.BOOL: "ja of nee",
    Soort.GETAL: "een getal",
    Soort.DATUM: "een datum",
    Soort.DUUR: "een duur",
    Soort.KEUZE: "een keuze uit opties",
    Soort.PERIODEN: "perioden",
}


class MistakeError(Exception):
    """What is wrong with an expression, in words; the parser adds the place."""


class ToldElsewhereError(MistakeError):
    """The name is there, and its own text is wrong: that mistake is told where it stands, and not here again."""


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
        raise RulebookError([text.error(f"`{text}`: {_not_understood(text, error)}")]) from error
    except VisitError as error:
        raise RulebookError([text.error(f"`{text}`: {error.orig_exc}")]) from error
    except MistakeError as error:
        raise mistaken(text, error) from error


def mistaken(text: Passage, mistake: MistakeError) -> RulebookError:
    """The mistake at its place; without any error when it is told elsewhere."""
    if isinstance(mistake, ToldElsewhereError):
        return RulebookError([])
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
            raise MistakeError(f"`{tree}` staat hier los")
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
            raise MistakeError("bij een ja of nee hoort na `dan` ook `anders`")
        no = nodes.Const(yes.type, None) if otherwise is None else self._chosen(otherwise)
        if yes.type != no.type:
            raise MistakeError(f"`dan` geeft {spoken(yes.type)} en `anders` {spoken(no.type)}: maak ze gelijk")
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
                raise MistakeError(f"opties hebben geen volgorde: `{operator}` kan hier niet, alleen `==` of `!=`")
            chosen = nodes.OneOf(BOOL, a, self._options(a.type, (option,)))
            return chosen if operator == "==" else nodes.Not(BOOL, chosen)
        b = self.node(right)
        if a.type != b.type or a.type.soort not in ORDERED | {Soort.BOOL}:
            raise MistakeError(f"{spoken(a.type)} is niet te vergelijken met {spoken(b.type)}")
        if a.type == BOOL and operator not in ("==", "!="):
            raise MistakeError(f"ja en nee hebben geen volgorde: `{operator}` kan hier niet, alleen `==` of `!=`")
        return nodes.Compare(BOOL, str(operator), a, b)

    def _een_van(self, left: Tree[Token], *options: Token) -> Node:
        part = self.node(left)
        if part.type.soort is not Soort.KEUZE:
            raise MistakeError(f"voor `in [...]` hoort een feit met opties, niet {spoken(part.type)}")
        return nodes.OneOf(BOOL, part, self._options(part.type, tuple(map(str, options))))

    def _rekensom(self, left: Tree[Token], operator: Token, right: Tree[Token]) -> Node:
        a, b = self.node(left), self.node(right)
        if a.type == DATUM and b.type == DUUR and operator in "+-":
            if not isinstance(b, nodes.Duration):
                raise MistakeError(
                    "schrijf de duur waar die nodig is, zoals `dag + 4 weken`; het getal mag een naam hebben"
                )
            return nodes.Arithmetic(DATUM, str(operator), a, b)
        if a.type == GETAL and b.type == GETAL:
            return nodes.Arithmetic(GETAL, str(operator), a, b)
        raise MistakeError(f"{spoken(a.type)} {operator} {spoken(b.type)} kan niet")

    def _duur(self, amount: Tree[Token], unit: Token) -> Node:
        number = self.node(amount)
        if number.type != GETAL:
            raise MistakeError(f"voor `{unit}` hoort een getal, niet {spoken(number.type)}")
        return nodes.Duration(DUUR, number, UNITS[unit])

    def _functie(self, name: Token, *arguments: Tree[Token]) -> Node:
        if name in (KNOWN, TOLD):
            word = _bare_word(arguments[0]) if len(arguments) == 1 else None
            if word is None:
                raise MistakeError(f"tussen de haakjes van `{name}` hoort de naam van één feit")
            return self.names.known(word) if name == KNOWN else self.names.told(word)
        functions = (*FUNCTIONS, KNOWN, TOLD, AT_MOST)
        if name not in functions:
            raise MistakeError(
                f"geen functie heet `{name}`; kies uit {', '.join(functions)}{meant(functions, str(name))}"
            )
        values = tuple(self.node(argument) for argument in arguments)
        if name == AT_MOST:
            if [value.type for value in values] not in ([GETAL, GETAL], [DATUM, DATUM]):
                raise MistakeError(f"tussen de haakjes van `{name}` horen twee getallen of twee datums")
            return nodes.AtMost(values[0].type, *values)
        result = FUNCTIONS[name].result([value.type for value in values])
        if result is None:
            raise MistakeError(f"`{name}` kan niet met ({', '.join(spoken(value.type) for value in values)})")
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
            raise MistakeError(f"{token} bestaat niet als datum") from error

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
                raise MistakeError(f"bij `en`, `of`, `niet` en `als` hoort ja of nee, niet {spoken(part.type)}")
        return parts

    def _options(self, type: Type, options: tuple[str, ...]) -> tuple[str, ...]:
        for option in options:
            if option not in type.opties:
                raise MistakeError(
                    f"`{option}` kan hier niet; kies uit {', '.join(type.opties)}{meant(type.opties, option)}"
                )
        if len(set(options)) < len(options):
            raise MistakeError("een optie staat er twee keer")
        return options


def _number(token: Token) -> int | Decimal:
    return Decimal(token) if "." in token else int(token)


def _bare_word(tree: Tree[Token] | Token) -> str | None:
    return str(tree.children[0]) if isinstance(tree, Tree) and tree.data == "naam" else None


def spoken(type: Type) -> str:
    """A type as a message names it.

    >>> spoken(DATUM), spoken(BOOL)
    ('een datum', 'ja of nee')
    """
    return _SPOKEN[type.soort]


def _not_understood(text: str, error: UnexpectedInput) -> str:
    """From where `text` is not understood, or after what it stops too early: its end has the place of the last word."""
    place = text[max(0, error.column - 1) :]
    if isinstance(error, UnexpectedToken) and error.token.type == "$END":
        return f"deze uitdrukking is niet af, na `{place}`"
    return f"niet te begrijpen vanaf `{place}`"


def expect(node: Node, type: Type, text: Passage) -> Node:
    """`node`, when it has the type that its place in the rule asks; raises RulebookError otherwise."""
    if node.type != type:
        raise RulebookError([text.error(f"`{text}`: hier hoort {spoken(type)}, niet {spoken(node.type)}")])
    return node


__all__ = ["KnownNames", "MistakeError", "ToldElsewhereError", "expect", "parse", "spoken", "typed"]
