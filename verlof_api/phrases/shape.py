"""Holds the words of a language to their shape: nothing missing, nothing left over, the right values in each sentence.

A shape is a tree like that of the words. At its ends stand: a list of names, for a sentence with exactly these values
between braces; `meervoud`, for a word per kind of number that the language knows; `woorden`, for what may be typed.
"""

from collections.abc import Collection, Iterator, Mapping
from string import Formatter
from typing import Final, TypeAlias

from verlof_api.law.errors import RuleError
from verlof_api.law.strict_yaml import Document, Path
from verlof_api.law.values import WRONG_BRACES

PLURAL: Final = "meervoud"
TYPED: Final = "woorden"
Shape: TypeAlias = "Mapping[str, Shape] | list[str] | str"


def mistakes_in(words: Document, shape: Shape, plurals: Collection[str]) -> Iterator[RuleError]:
    """Everything in `words` that does not fit `shape`; `plurals`: the kinds of number of the language (CLDR)."""
    yield from _mistakes(words, words.data, shape, plurals, ())


def _mistakes(words: Document, data: object, shape: Shape, plurals: Collection[str], path: Path) -> Iterator[RuleError]:
    if isinstance(shape, Mapping):
        yield from _wrong_names(words, data, shape, path)
        here = data if isinstance(data, Mapping) else {}
        for name in shape:
            if name in here:
                yield from _mistakes(words, here[name], shape[name], plurals, (*path, name))
    elif shape == PLURAL:
        yield from _wrong_names(words, data, plurals, path)
        for name, form in data.items() if isinstance(data, Mapping) else ():
            yield from _wrong_sentence(words, form, (), (*path, name))
    elif shape == TYPED:
        if not isinstance(data, list) or not data or not all(isinstance(each, str) and each for each in data):
            yield words.error(path, f"{_name(path)}: hier hoort een lijst van woorden")
    else:
        yield from _wrong_sentence(words, data, shape, path)


def _wrong_names(words: Document, data: object, wanted: Collection[str], path: Path) -> Iterator[RuleError]:
    if not isinstance(data, Mapping):
        yield words.error(path, f"{_name(path)}: hier horen deze sleutels: {', '.join(wanted)}")
        return
    for name in wanted:
        if name not in data:
            yield words.error(path, f"`{_name((*path, name))}` heeft geen tekst")
    for name in data:
        if name not in wanted:
            yield words.error((*path, name), f"niets gebruikt `{_name((*path, name))}`")


def _wrong_sentence(words: Document, text: object, values: Collection[str], path: Path) -> Iterator[RuleError]:
    """What is wrong with a sentence; that it is empty is not: a language may have nothing to say there."""
    if not isinstance(text, str):
        yield words.error(path, f"{_name(path)}: hier hoort een zin")
        return
    try:
        fields = [field for field in Formatter().parse(text) if field[1] is not None]
    except ValueError:
        yield words.error(path, f"{_name(path)}: {WRONG_BRACES}")
        return
    named = {name for _, name, _, _ in fields if name is not None}
    for name in sorted(named.difference(values)):
        yield words.error(path, f"{_name(path)}: {{{name}}} wordt hier niet ingevuld")
    for name in sorted(set(values).difference(named)):
        yield words.error(path, f"{_name(path)}: de waarde {{{name}}} ontbreekt")
    if any(form or conversion for _, _, form, conversion in fields):
        yield words.error(path, f"{_name(path)}: tussen accolades hoort alleen een naam")


def _name(path: Path) -> str:
    return ".".join(map(str, path))
