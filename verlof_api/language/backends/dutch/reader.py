"""From a sentence back to the tree of an expression, with the same checks of names and types as any text of a rule."""

from lark import Token, Transformer, Tree

from verlof_api.language.backends.dutch.grammar import grammar
from verlof_api.language.backends.dutch.lexicon import Lexicon, Meaning
from verlof_api.language.backends.dutch.phrases import ARITHMETIC, FUNCTIONS, MONTHS, OPERATORS
from verlof_api.language.functions import AT_MOST, KNOWN, TOLD
from verlof_api.language.nodes import Node, Type
from verlof_api.language.parser import KnownNames, MistakeError, typed
from verlof_api.law.strict_yaml import Passage

_Tree = Tree[Token]

_SIGNS = {phrase: sign for phrases in OPERATORS.values() for sign, phrase in phrases.items()}
_SUMS = {phrase: sign for sign, phrase in ARITHMETIC.items()}
_CALLED = {f"{phrase} (": function for (function, _), phrase in FUNCTIONS.items()}


def read(sentence: Passage, names: KnownNames, lexicon: Lexicon, stands_in: Type | None = None) -> Node:
    """The tree that `sentence` says; the opposite of `write`.

    `stands_in`: as for `parse`. Raises RulebookError (one error) for what is no such sentence, for words that name
    nothing, and for types that do not fit.
    """
    return typed(sentence, lambda text: _AsWritten(lexicon).transform(grammar().parse(text)), names, stands_in)


class _AsWritten(Transformer[Token, _Tree]):
    """From the tree of a sentence to the tree of the expression that says the same (grammar.lark). One method per rule
    of dutch.lark whose name or words differ there."""

    def __init__(self, lexicon: Lexicon) -> None:
        super().__init__()
        self._lexicon = lexicon

    def term(self, parts: list[Token]) -> _Tree:
        meaning = self._lexicon.meaning(str(parts[0]))
        if meaning is None:
            raise MistakeError(f"niets heet `{parts[0]}`")
        if meaning.verlof is not None:
            return _tree("bij_verlof", Token("NAAM", meaning.naam), Token("VERLOF", meaning.verlof))
        if meaning.eigenschap is not None:
            return _tree("eigenschap", Token("NAAM", meaning.naam), Token("NAAM", meaning.eigenschap))
        return _named(meaning)

    def getal(self, parts: list[Token]) -> _Tree:
        return _tree("getal", Token("GETAL", parts[0].replace(",", ".")))

    def rate(self, parts: list[Token]) -> _Tree:
        number, units = parts
        return _tree("rate", Token("GETAL", number.replace(",", ".")), units)

    def datum(self, parts: list[Token]) -> _Tree:
        day, month, year = parts[0].split()
        return _tree("datum", Token("DATUM", f"{int(year):04d}-{MONTHS.index(month) + 1:02d}-{int(day):02d}"))

    def optie(self, parts: list[Token]) -> _Tree:
        return _tree("naam", _option(parts[0]))

    def een_van(self, parts: list[_Tree | Token]) -> _Tree:
        part, *options = parts
        return _tree("een_van", part, *(_option(option) for option in options if isinstance(option, Token)))

    def geen_van(self, parts: list[_Tree | Token]) -> _Tree:
        return _tree("niet", self.een_van(parts))

    def vergelijk(self, parts: list[_Tree | Token]) -> _Tree:
        left, operator, right = parts
        return _tree("vergelijk", left, Token("OPERATOR", _SIGNS[str(operator)]), right)

    def rekensom(self, parts: list[_Tree | Token]) -> _Tree:
        left, operator, right = parts
        return _tree("rekensom", left, Token("TEKEN", _SUMS[str(operator)]), right)

    def after(self, parts: list[_Tree]) -> _Tree:
        length, day = parts
        return _tree("rekensom", day, Token("TEKEN", "+"), length)

    def before(self, parts: list[_Tree]) -> _Tree:
        length, day = parts
        return _tree("rekensom", day, Token("TEKEN", "-"), length)

    def werkdagen_na(self, parts: list[_Tree]) -> _Tree:
        count, day = parts
        return _call("werkdagenNa", day, count)

    def functie(self, parts: list[_Tree | Token]) -> _Tree:
        phrase, *arguments = parts
        return _call(_CALLED[str(phrase)], *arguments)

    def heel(self, parts: list[_Tree]) -> _Tree:
        return _call("heel", *parts)

    def hooguit(self, parts: list[_Tree]) -> _Tree:
        return _call(AT_MOST, *parts)

    def bekend(self, parts: list[_Tree]) -> _Tree:
        """A fact that is told per leave is that of the leave itself here: no text asks it of another."""
        return _call(KNOWN, _tree("naam", parts[0].children[0]))

    def onbekend(self, parts: list[_Tree]) -> _Tree:
        return _tree("niet", self.bekend(parts))

    def verteld(self, parts: list[_Tree]) -> _Tree:
        return _call(TOLD, *parts)


def _tree(rule: str, *parts: _Tree | Token) -> _Tree:
    return Tree(rule, list(parts))


def _call(function: str, *arguments: _Tree | Token) -> _Tree:
    return _tree("functie", Token("NAAM", function), *arguments)


def _named(meaning: Meaning) -> _Tree:
    return _tree("naam", Token("NAAM", meaning.naam))


def _option(quoted: Token) -> Token:
    return Token("NAAM", quoted.strip("'"))
