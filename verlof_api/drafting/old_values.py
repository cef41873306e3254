"""Which texts name a number that changes. They are for people, so people mend them: nothing is changed here."""

import re
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files

import yaml

from verlof_api.checks.schrijfwijzer import CheckedText
from verlof_api.checks.writing import texts_in
from verlof_api.drafting.amendment import Changed
from verlof_api.law.folder import Folder
from verlof_api.law.strict_yaml import Tree
from verlof_api.situations.levenssituaties import SITUATIES

_NUMBER = re.compile(r"\d+(?:\.\d+)?")


def texts_with_old_values(folder: Folder, verlof: str, changed: Sequence[Changed]) -> list[CheckedText]:
    """The texts about `verlof` in `folder` that name a number which is in an old value and not in the new.

    About it are its own texts (letters and refusals too) and those of the life situations that lead to it.
    """
    gone = {number for each in changed for number in _numbers(each.old) - _numbers(each.new)}
    situations = {id for id, each in _situations(folder).items() if verlof in each["verlofsoorten"]}
    own = verlof.replace(".", "/") + "/"
    return [
        text
        for text in texts_in(folder)
        if (text.file.startswith(own) or situations.intersection(text.path)) and _names_one_of(text, gone)
    ]


def _situations(folder: Folder) -> Mapping[str, Tree]:
    return folder[SITUATIES].data if SITUATIES in folder else {}


def _numbers(value: str) -> set[str]:
    return set(_NUMBER.findall(value))


def _names_one_of(text: CheckedText, numbers: set[str]) -> bool:
    return any(_pattern(number, text.taal).search(text.words) for number in numbers)


@cache
def _pattern(number: str, taal: str) -> re.Pattern[str]:
    """The number in figures or in letters, and no part of another number or word."""
    figures = [number, number.replace(".", ",")]
    each = "|".join(map(re.escape, (*figures, *_in_letters().get(taal, {}).get(number, ()))))
    return re.compile(rf"(?<![\w.,])(?:{each})(?![\w]|[.,]\d)", re.IGNORECASE)


@cache
def _in_letters() -> Mapping[str, Mapping[str, list[str]]]:
    text = files("verlof_api.drafting").joinpath("telwoorden.yaml").read_text("utf-8")
    read = yaml.load(text, yaml.CSafeLoader)
    return {taal: {str(number): words for number, words in each.items()} for taal, each in read.items()}
