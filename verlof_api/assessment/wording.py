"""Words with values in them: templates made at start-up, filled in per answer, in the language asked for."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from functools import partial
from string import Formatter
from typing import NamedTuple, TypeAlias, TypeVar

from verlof_api.assessment.answer import AnswerPart
from verlof_api.assessment.wire import fixed
from verlof_api.language.environment import Environment, Run
from verlof_api.language.nodes import Node, Soort
from verlof_api.language.parser import MistakeError, ToldElsewhereError
from verlof_api.language.program import Program
from verlof_api.law.errors import RuleError
from verlof_api.law.feit import Value
from verlof_api.law.regelboek import Rulebook
from verlof_api.law.strict_yaml import Passage
from verlof_api.law.values import WRONG_BRACES
from verlof_api.phrases import phrases_in

Show = Callable[[Value | None], str]
Template = Callable[[Environment], str]
CardWords = Mapping[str, Mapping[str, str]]  # the words of the printable card in one language: per part, by id
P = TypeVar("P", bound=AnswerPart)
Made: TypeAlias = P | Callable[[Environment], P]  # a part of an answer: as it is, unless values stand in its text


class Language:
    """How one language writes values. Made once per language at start-up.

    Raises RulebookError when the program does not speak it.
    """

    def __init__(self, taal: str, rulebook: Rulebook) -> None:
        from babel import Locale  # where rules are read, and not where they were kept

        self.taal = taal
        phrases = phrases_in(taal)
        locale = Locale.parse(phrases.properties.locale, sep="-")
        months = locale.months["format"]["wide"]
        self._months = tuple(months[number] for number in range(1, 13))
        self._decimal = locale.number_symbols["latn"]["decimal"]
        self._words = phrases["waarden"]
        self._options = {
            id: {option: str(words) for option, words in feit.teksten[taal].opties.items()}
            for id, feit in rulebook.feiten.items()
            if feit.opties
        }

    def day(self, value: date) -> str:
        return f"{value.day} {self._months[value.month - 1]} {value.year}"

    def number(self, value: int | Decimal) -> str:
        text = f"{Decimal(value).normalize():f}"
        return text.replace(".", self._decimal)

    def rounded(self, value: int | Decimal) -> str:
        """A number as an answer gives it: no more than two decimals."""
        return self.number(Decimal(value).quantize(Decimal("0.01"), ROUND_HALF_UP))

    def euro(self, amount: Decimal) -> str:
        """An amount with its cents: 192.10 is not 192.1."""
        return f"{amount:.2f}".replace(".", self._decimal)

    def show(self, fact: str, value: Value | None) -> str:
        """The value of a fact (or of something of the same type) as words."""
        if isinstance(value, date):
            return self.day(value)
        if value is None:
            return str(self._words["onbekend"])
        if isinstance(value, bool):
            return str(self._words["ja" if value else "nee"])
        if isinstance(value, int | Decimal):
            return self.number(value)
        if isinstance(value, str):
            return self._options[fact][value]
        told = value if isinstance(value, tuple) else ()
        periods = [f"{self.day(van)} {self._words['tot']} {self.day(tot)}" for van, tot in told]
        return f" {self._words['en']} ".join(periods) or str(self._words["geen"])

    def template(self, text: Passage, program: Program, errors: list[RuleError]) -> Template | str:
        """`text` as a function of the environment, or as it is when no value stands in it.

        A placeholder that means nothing in this version of the leave becomes an error.
        """
        pieces: list[tuple[str, Run, str]] = []
        between = ""  # what stands after the last value
        try:
            fields = list(Formatter().parse(text))
        except ValueError:
            errors.append(text.error(f"`{text}`: {WRONG_BRACES}"))
            return str(text)
        for literal, name, _, _ in fields:
            between += literal
            if name is None:
                continue
            try:
                node = program.name(name)
            except ToldElsewhereError:
                continue
            except MistakeError as mistake:
                errors.append(text.error(f"{{{name}}}: {mistake}"))
                continue
            options = self._options_like(node, program.rulebook)
            if node.type.soort is Soort.KEUZE and options is None:
                errors.append(text.error(f"{{{name}}}: de opties hebben geen tekst"))
                continue
            pieces.append((between, program.compile(node), options or name))
            between = ""
        if not pieces:
            return str(text)
        return partial(_filled_in, tuple(pieces), between, self.show)

    def question(self, text: Passage, program: Program, errors: list[RuleError]) -> "OwnQuestion":
        """`text` as a question in the words of one leave. Mistakes in it are added to `errors`."""
        found = len(errors)
        template = self.template(text, program, errors)
        if len(errors) > found:
            return OwnQuestion(str(text), ())
        names = [name for _, name, _, _ in Formatter().parse(text) if name is not None]
        return OwnQuestion(template, tuple(program.compile(program.name(name)) for name in names))

    def _options_like(self, node: Node, rulebook: Rulebook) -> str | None:
        if node.type.soort is not Soort.KEUZE:
            return None
        return next((id for id, feit in rulebook.feiten.items() if feit.opties == node.type.opties), None)


class OwnQuestion(NamedTuple):
    """A question in the words of one leave, and what works out the values that stand in it."""

    template: Template | str
    values: tuple[Run, ...]

    def asked(self, env: Environment) -> str | None:
        """The question; None while one of its values is not known."""
        return None if any(run(env) is None for run in self.values) else fill(self.template, env)


def fill(template: Template | str, env: Environment) -> str:
    return template if isinstance(template, str) else template(env)


def worded(make: Callable[[str], P], text: Template | str) -> Made[P]:
    """The part of an answer that `make` makes of `text`: made now, or per answer when values stand in the text."""
    if isinstance(text, str):
        return fixed(make(text))
    return partial(_made, make, text)


def _filled_in(
    pieces: Iterable[tuple[str, Run, str]], end: str, show: Callable[[str, Value | None], str], env: Environment
) -> str:
    """The text of a template: each piece is what stands before a value, what works it out, and the fact it is of."""
    return "".join([before + show(fact, run(env)) for before, run, fact in pieces]) + end


def _made(make: Callable[[str], P], text: Template, env: Environment) -> P:
    return make(text(env))


def filled(parts: Iterable[Made[P]], env: Environment) -> list[P]:
    return [part if isinstance(part, AnswerPart) else part(env) for part in parts]
