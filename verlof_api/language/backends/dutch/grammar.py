"""The grammar of sentences, with the words of phrases.py in it."""

import re
from collections.abc import Iterable
from functools import cache
from importlib.resources import files

from lark import Lark

from verlof_api.language.backends.dutch.phrases import FUNCTIONS, MONTHS, OPERATORS


@cache
def grammar() -> Lark:
    """Made when a sentence is first written or read: a service never needs it."""
    operators = {phrase for phrases in OPERATORS.values() for phrase in phrases.values()}
    rules = files("verlof_api.language.backends.dutch").joinpath("dutch.lark").read_text("utf-8")
    words = [
        f"OPERATOR: {_one_of(operators)}",
        f"FUNCTIE.3: {_one_of(f'{phrase} (' for phrase in FUNCTIONS.values())}",
        f"MAAND: {_one_of(MONTHS)}",
    ]
    return Lark("\n".join([rules, *words]), parser="lalr", maybe_placeholders=False)


@cache
def _name() -> re.Pattern[str]:
    return re.compile(grammar().get_terminal("TERM").pattern.to_regexp())


def stands_bare(label: str) -> bool:
    """Can these words only be read as a name, without quotes around them?"""
    return _name().fullmatch(label) is not None


def _one_of(phrases: Iterable[str]) -> str:
    return " | ".join(f'"{phrase}"' for phrase in sorted(phrases))
