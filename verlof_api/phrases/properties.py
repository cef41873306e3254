"""What is particular to a language and no sentence: words/<taal>/taal.yaml."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from babel import Locale, UnknownLocaleError
from babel.plural import PluralRule

from verlof_api.law.errors import RuleError
from verlof_api.law.strict_yaml import Document

_REQUIRED: Final = ("locale", "stemmer")
_OPTIONAL: Final = ("klanken",)
_SOUND: Final = frozenset({"hoor", "als"})


@dataclass(frozen=True)
class Properties:
    """`locale`: whose names of days and signs of numbers it has, as nl-NL. `plural`: which kind of number goes with one
    (both CLDR). Of a locale itself nothing is kept here: its data are megabytes.

    `stemmer`: its Snowball stemmer. `sounds`: spellings that sound alike, each a pattern and what takes its place, in
    the order in which they are replaced.
    """

    locale: str
    plural: PluralRule
    stemmer: str
    sounds: tuple[tuple[re.Pattern[str], str], ...]

    @property
    def plurals(self) -> frozenset[str]:
        """The kinds of number for which a word has a form of its own."""
        return frozenset(self.plural.tags | {"other"})


def properties_of(document: Document, errors: list[RuleError]) -> Properties | None:
    """The properties in this file; None where something is wrong with them, which is added to `errors`."""
    wrong = list(_wrong(document))
    errors += wrong
    locale = None if wrong else _locale(document.data["locale"])
    if locale is None:
        return None
    sounds = tuple((re.compile(each["hoor"]), each["als"]) for each in document.data.get("klanken", ()))
    return Properties(str(locale).replace("_", "-"), locale.plural_form, document.data["stemmer"], sounds)


def _wrong(document: Document) -> Iterator[RuleError]:
    import snowballstemmer  # type: ignore[import-untyped]  # where words are read, and not where they were kept

    data = document.data
    if not isinstance(data, Mapping):
        yield document.error((), f"in dit bestand horen: {', '.join(_REQUIRED)}")
        return
    for name in _REQUIRED:
        if name not in data:
            yield document.error((), f"`{name}` ontbreekt")
    for name in data:
        if name not in _REQUIRED + _OPTIONAL:
            yield document.error((name,), f"niets gebruikt `{name}`")
    if "locale" in data and _locale(data["locale"]) is None:
        yield document.error(("locale",), f"`{data['locale']}` is geen locale van CLDR, zoals nl-NL")
    if "stemmer" in data and data["stemmer"] not in snowballstemmer.algorithms():
        yield document.error(("stemmer",), f"`{data['stemmer']}` is geen stemmer van Snowball")
    sounds = data.get("klanken", [])
    for index, each in enumerate(sounds if isinstance(sounds, list) else [sounds]):
        if not _is_sound(each):
            yield document.error(
                ("klanken", index), "een klank is {hoor: een patroon, als: wat ervoor in de plaats komt}"
            )


def _is_sound(each: object) -> bool:
    if not isinstance(each, Mapping) or each.keys() != _SOUND:
        return False
    try:
        re.compile(each["hoor"]).sub(each["als"], "")
    except (TypeError, re.error):
        return False
    return True


def _locale(tag: object) -> Locale | None:
    try:
        return Locale.parse(tag, sep="-") if isinstance(tag, str) else None
    except (ValueError, UnknownLocaleError):
        return None
