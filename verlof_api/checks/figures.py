"""Do the figures in the words, in digits or written out, agree with the rule in every version of it?

What counts as a number and as a unit in a language stands in `schrijfwijzer.yaml`.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from datetime import date
from decimal import Decimal
from typing import Final

from verlof_api.checks.schrijfwijzer import Schrijfwijzer
from verlof_api.law.errors import RuleError
from verlof_api.law.model import Verlofsoort, Versie
from verlof_api.law.regelboek import Rulebook
from verlof_api.law.strict_yaml import Passage
from verlof_api.situations import SituationBook
from verlof_api.situations.levenssituaties import Levenssituatie

PROCENT: Final = "procent"
_IN_DAYS: Final = {"weken": 7}  # what a rule may count in days as well
_NO_RULE: Final = frozenset({"plek", "bronnen", "onderbroken", "formule", "andere_formules"})  # words about it, or none
_NUMBER: Final = re.compile(r"\d+(?:\.\d+)?")


@dataclass(frozen=True)
class Figure:
    """A number with its unit, as it is said in a text."""

    said: str
    number: Decimal
    unit: str


def figures(
    rulebook: Rulebook, situaties: SituationBook, schrijfwijzer: Schrijfwijzer, today: date
) -> Iterator[RuleError]:
    """Percentages and terms in the words of a leave or a situation that one of its versions does not have, and formulas
    that give another number than the size beside them."""
    for soort in rulebook.verlofsoorten.values():
        for taal in rulebook.talen:
            yield from _of_every_version(soort, taal, schrijfwijzer)
        yield from _formulas(soort)
    for situation in situaties.levenssituaties.values():
        for taal in rulebook.talen:
            yield from _of_situation(situation, taal, rulebook, schrijfwijzer, today)


def in_words(text: str, taal: str, schrijfwijzer: Schrijfwijzer) -> Iterator[Figure]:
    """The figures that a text names.

    Of a sentence that says `twee weken` and `70%` these are 2 weeks and 70 percent.
    """
    numbers = schrijfwijzer.getallen.get(taal, {})
    for unit, names in schrijfwijzer.eenheden.get(taal, {}).items():
        for found in _pattern(numbers, names).finditer(text):
            written = found[1].lower()
            number = numbers.get(written)
            yield Figure(found[0], Decimal(written.replace(",", ".")) if number is None else Decimal(number), unit)


def _pattern(numbers: Iterable[str], names: Iterable[str]) -> re.Pattern[str]:
    number = "|".join([r"\d+(?:,\d+)?", *map(re.escape, sorted(numbers, key=len, reverse=True))])
    unit = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))
    return re.compile(rf"(?<![\w.,])({number})[ \u00a0]?(?:{unit})(?!\w)", re.IGNORECASE)


def _of_every_version(soort: Verlofsoort, taal: str, schrijfwijzer: Schrijfwijzer) -> Iterator[RuleError]:
    """The words of a leave are for all of its versions. Each figure that does not fit is told of one version."""
    text = soort.teksten[taal]
    told = [text.kort, *([text.hoeveel] if text.hoeveel else []), *text.toelichting.values()]
    for words in told:
        for figure in in_words(words, taal, schrijfwijzer):
            problems = (_problem(figure, soort, versie) for versie in soort.versies)
            problem = next((each for each in problems if each is not None), None)
            if problem is not None:
                rather = "laat het getal weg, het antwoord toont het"
                yield words.error(f"hier staat {figure.said}, maar {problem}: {rather}")


def _problem(figure: Figure, soort: Verlofsoort, versie: Versie) -> str | None:
    """Why a version does not have this figure; None when it has."""
    where = f"de versie van {versie.van}"
    if figure.unit == PROCENT:
        paid = _paid(versie)
        return None if not paid or figure.number in paid else f"{where} betaalt {', '.join(map(str, sorted(paid)))}%"
    return None if _has(figure, _numbers(soort, versie)) else f"in {where} staat dat getal nergens"


def _paid(versie: Versie) -> set[Decimal]:
    """The percentages that a version pays."""
    return {Decimal(each.percentage) for each in versie.betaling if _NUMBER.fullmatch(each.percentage)}


def _has(figure: Figure, numbers: set[Decimal]) -> bool:
    return figure.number in numbers or figure.number * _IN_DAYS.get(figure.unit, 1) in numbers


def _numbers(soort: Verlofsoort, versie: Versie) -> set[Decimal]:
    """Every number that is written in a version, or in what it shares."""
    shared = [text for each in soort.gedeeld for text in (*each.afgeleid.values(), *each.gewoonlijk.values())]
    texts = [*_texts(versie), *shared]
    return {Decimal(number) for text in texts for number in _NUMBER.findall(text)}


def _texts(part: object) -> Iterator[str]:
    """Every expression in a part of a version."""
    if isinstance(part, Passage):
        yield part
    elif isinstance(part, Mapping):
        for value in part.values():
            yield from _texts(value)
    elif isinstance(part, tuple):
        for value in part:
            yield from _texts(value)
    elif is_dataclass(part):
        for field in fields(part):
            if field.name not in _NO_RULE:
                yield from _texts(getattr(part, field.name))


def _formulas(soort: Verlofsoort) -> Iterator[RuleError]:
    """`formule: 2 werkdagen` beside `werkdagen: 1`."""
    for versie in soort.versies:
        if versie.omvang is None or versie.omvang.formule is None:
            continue
        formule = versie.omvang.formule
        for unit, size in versie.omvang.maten.items():
            found = re.fullmatch(rf"(\d+) {unit}", formule)
            if found and size.isdigit() and int(size) != int(found[1]):
                yield formule.error(f"`formule: {formule}` naast `{unit}: {size}`: welk van de twee is het?")


def _of_situation(
    situation: Levenssituatie, taal: str, rulebook: Rulebook, schrijfwijzer: Schrijfwijzer, today: date
) -> Iterator[RuleError]:
    """What usually helps is said of today, for all leaves of a situation: a figure must be that of one of them, and
    stay so in each of its later versions that is known."""
    soorten = [rulebook.verlofsoorten[id] for id in situation.verlofsoorten]
    words = situation.teksten[taal].kort
    for figure in in_words(words, taal, schrijfwijzer) if soorten else ():
        if not any(_from_now_on(figure, soort, today) for soort in soorten):
            yield words.error(
                f"{situation.id}: hier staat {figure.said}, maar geen van de verlofsoorten geeft dat nu en straks:"
                " laat het getal weg"
            )


def _from_now_on(figure: Figure, soort: Verlofsoort, today: date) -> bool:
    """Does every version that has not ended have this figure? A percentage must be paid, also where nothing else is."""
    versies = [versie for versie in soort.versies if versie.tot is None or versie.tot >= today]
    if figure.unit == PROCENT:
        return all(figure.number in _paid(versie) for versie in versies)
    return all(_has(figure, _numbers(soort, versie)) for versie in versies)
