"""The style guide of a rules folder, `schrijfwijzer.yaml`: what counts as plain language is data, not code."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path

from verlof_api.law.folder import Folder
from verlof_api.law.model import TALEN
from verlof_api.law.strict_yaml import Passage

_FILE = "schrijfwijzer.yaml"


@dataclass(frozen=True)
class Text:
    """Words for people in one language. `path`: the keys under which they stand, without the language."""

    file: str
    path: tuple[str, ...]
    taal: str
    words: Passage

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

    def found_in(self, text: Text) -> Iterator[tuple[str, str]]:
        """Each such word in `text`, as it stands there, with what to say instead."""
        if self.taal in (None, text.taal) and not text.stands_in(self.except_in):
            for pattern, rather in self.words:
                if found := pattern.search(text.words):
                    yield found[0], rather


@dataclass(frozen=True)
class Schrijfwijzer:
    """How a text must read. `ease`: per language the least reading ease of a file (`bestand`) and of one text
    (`tekst`), of `ease_from` words or more; `terms`: per language the words that do not count for it.
    `law_unnamed_in`: the files whose conditions need not name the law."""

    words_per_sentence: Mapping[str, int]
    forbidden: Sequence[Forbidden]
    ease: Mapping[str, Mapping[str, float]]
    ease_from: Mapping[str, int]
    terms: Mapping[str, re.Pattern[str]]
    law_unnamed_in: Sequence[str]


def load_schrijfwijzer(root: Path) -> Schrijfwijzer | None:
    """The style guide of the rules in `root`, if they have one. Raises RulebookError when it is not right."""
    if not (root / _FILE).is_file():
        return None
    data = Folder(root, frozenset({"schrijfwijzer"}))[_FILE].data
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
        for taal in TALEN
    }
    return Schrijfwijzer(
        words_per_sentence=data["woordenPerZin"],
        forbidden=forbidden,
        ease=data["leesgemak"],
        ease_from=data["leesgemak"]["vanafWoorden"],
        terms=terms,
        law_unnamed_in=tuple(data.get("zonderWet", ())),
    )


def is_one_of(place: str, places: Sequence[str]) -> bool:
    """Whether `place` is one of these, in which * stands for anything."""
    return any(fnmatchcase(place, each) for each in places)


def _any_of(words: Sequence[str]) -> re.Pattern[str]:
    """Any of these whole words, where * stands for letters; nothing at all when there are none."""
    each = "|".join(re.escape(word).replace(r"\*", r"\w*") for word in words) or "(?!)"
    return re.compile(rf"(?<![\w-])(?:{each})(?![\w-])", re.IGNORECASE)
