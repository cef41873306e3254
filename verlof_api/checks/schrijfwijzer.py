"""The style guide of a rules folder, `schrijfwijzer.yaml`: what counts as plain language is data, not code."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase

from verlof_api.law.errors import Loaded, RuleError
from verlof_api.law.folder import Folder
from verlof_api.law.strict_yaml import Document, Passage

_FILE = "schrijfwijzer.yaml"
_FROM = "vanafWoorden"


@dataclass(frozen=True)
class CheckedText:
    """Words for people in one language. `path`: the keys under which they stand, without the language."""

    file: str
    path: tuple[str, ...]
    taal: str
    words: Passage

    @property
    def file_in_any_language(self) -> str:
        """Its file, with a star for the language: that is a part of the name, or the folder."""
        return self.file.replace(f".{self.taal}.", ".*.").replace(f"/{self.taal}/", "/*/")

    def stands_in(self, places: Sequence[str]) -> bool:
        """Whether one of these names its file, or its file and path: `brieven.nl.yaml:slot.*`."""
        return is_one_of(self.file, places) or is_one_of(f"{self.file}:{'.'.join(self.path)}", places)


@dataclass(frozen=True)
class Forbidden:
    """Words that do not belong in a text, each with what to say instead, in one language or (`taal` is None) in both,
    except in some places."""

    words: Sequence[tuple[re.Pattern[str], str]]
    taal: str | None
    why: str
    except_in: Sequence[str]

    def found_in(self, text: CheckedText) -> Iterator[tuple[str, str]]:
        """Each such word in `text`, as it stands there, with what to say instead."""
        if self.taal in (None, text.taal) and not text.stands_in(self.except_in):
            for pattern, rather in self.words:
                if found := pattern.search(text.words):
                    yield found[0], rather


@dataclass(frozen=True)
class Schrijfwijzer:
    """How a text must read. `ease`: per language the least reading ease of a file (`bestand`) and of one text
    (`tekst`), of `ease_from` words or more; `terms`: per language the words that do not count for it.
    `law_unnamed_in`: the files whose conditions need not name the law. `getallen`: per language the numbers that are
    written out; `eenheden`: per language the words of each unit of a figure."""

    words_per_sentence: Mapping[str, int]
    forbidden: Sequence[Forbidden]
    ease: Mapping[str, Mapping[str, float]]
    ease_from: Mapping[str, int]
    terms: Mapping[str, re.Pattern[str]]
    law_unnamed_in: Sequence[str]
    getallen: Mapping[str, Mapping[str, int]]
    eenheden: Mapping[str, Mapping[str, Sequence[str]]]


def load_schrijfwijzer(folder: Folder) -> Loaded[Schrijfwijzer]:
    """The style guide of a folder of rules. A folder without one has none: no mistake."""
    if _FILE not in folder:
        return Loaded(None)
    document = folder[_FILE]
    errors = tuple(_wrong_languages(document, folder.talen))
    if errors:
        return Loaded(None, errors)
    data = document.data
    forbidden = [
        Forbidden(
            [(_any_of([word]), rather) for word, rather in each["woorden"].items()],
            each.get("taal"),
            each["omdat"],
            tuple(each.get("behalve", ())),
        )
        for each in data["verboden"]
    ]
    terms = {
        taal: _any_of([word for each in data["termen"] if each["taal"] == taal for word in each["woorden"]])
        for taal in folder.talen
    }
    guide = Schrijfwijzer(
        words_per_sentence=data["woordenPerZin"],
        forbidden=forbidden,
        ease=data["leesgemak"],
        ease_from=data["leesgemak"][_FROM],
        terms=terms,
        law_unnamed_in=tuple(data.get("zonderWet", ())),
        getallen=data.get("getallen", {}),
        eenheden=data.get("eenheden", {}),
    )
    return Loaded(guide)


def _wrong_languages(document: Document, talen: Sequence[str]) -> Iterator[RuleError]:
    """The languages of which the style guide does not say how long and easy a sentence is, and those that are none."""
    for part in ("woordenPerZin", "leesgemak"):
        named = document.data[part].keys() - {_FROM}
        for taal in sorted(named.symmetric_difference(talen)):
            what = "ontbreekt" if taal in talen else "is geen taal van deze regels"
            yield document.error((part,), f"{part}: `{taal}` {what}")
    for part in ("verboden", "termen"):
        for index, each in enumerate(document.data[part]):
            if each.get("taal", talen[0]) not in talen:
                yield document.error((part, index), f"{part}: `{each['taal']}` is geen taal van deze regels")


def is_one_of(place: str, places: Sequence[str]) -> bool:
    """Whether `place` is one of these, in which * stands for anything."""
    return any(fnmatchcase(place, each) for each in places)


def _any_of(words: Sequence[str]) -> re.Pattern[str]:
    """Any of these whole words, where * stands for letters; nothing at all when there are none."""
    each = "|".join(re.escape(word).replace(r"\*", r"\w*") for word in words) or "(?!)"
    return re.compile(rf"(?<![\w-])(?:{each})(?![\w-])", re.IGNORECASE)
