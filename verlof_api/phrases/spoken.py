"""The languages of words/, each read whole and strictly."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any, Final

from verlof_api.law.errors import RulebookError, RuleError
from verlof_api.law.strict_yaml import Document, parse
from verlof_api.phrases.properties import Properties, properties_of
from verlof_api.phrases.shape import mistakes_in

WORDS: Final = Path(__file__).resolve().parent.parent / "words"
_PROPERTIES: Final = "taal.yaml"
_LANGUAGE: Final = re.compile("[a-z]{2}")

_spoken: dict[str, "Phrases"] = {}

# Words by name, and so on; at the ends sentences. How deep differs per name; shape.py holds every language to it.
Words = Mapping[str, Any]


@dataclass(frozen=True)
class Phrases:
    """What the program says in one language. `documents`: the files with its sentences, by name."""

    taal: str
    properties: Properties
    documents: Mapping[str, Document]

    def __getitem__(self, file: str) -> Words:
        """The words of words/<taal>/<file>.yaml."""
        words: Words = self.documents[file].data
        return words

    def counted(self, forms: Mapping[str, str], number: int | Decimal) -> str:
        """The form of a word that goes with this number."""
        bare = Decimal(number).normalize()  # to CLDR 1.0 is something else than 1
        return forms[self.properties.plural(bare)]


def phrases_in(taal: str) -> Phrases:
    """What the program says in `taal`. Raises RulebookError when it does not speak that, or when words are wrong."""
    spoken = all_phrases()
    if taal not in spoken:
        raise RulebookError([RuleError(f"words/{taal}/{_PROPERTIES}", 1, "dit bestand ontbreekt")])
    return spoken[taal]


def all_phrases() -> Mapping[str, Phrases]:
    """What the program says, in every language that it speaks. Raises RulebookError when words are wrong."""
    if not _spoken:
        _spoken.update(load_phrases(WORDS))
    return _spoken


def take(kept: Mapping[str, Phrases]) -> None:
    """Speak as was read from words/ before, rather than read it again."""
    _spoken.update(kept)


def load_phrases(root: Path) -> Mapping[str, Phrases]:
    """The languages in folder `root`. Raises RulebookError with every mistake in any of its files."""
    reader = _PhrasesReader(root)
    spoken = {path.name: reader.language(path) for path in sorted(root.iterdir()) if path.is_dir()}
    if reader.errors:
        raise RulebookError(reader.errors)
    return {taal: phrases for taal, phrases in spoken.items() if phrases is not None}


class _PhrasesReader:
    """Reads folder `root`; collects what is wrong in any file."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self.errors: list[RuleError] = []
        self._shapes = {path.stem: self._document(path) for path in sorted(root.glob("*.yaml"))}

    def language(self, folder: Path) -> Phrases | None:
        """The language in this folder; None where too much is wrong."""
        if not _LANGUAGE.fullmatch(folder.name):
            self._wrong(folder, "een map heet naar de twee letters van haar taal (ISO 639-1)")
            return None
        if not self._has_its_files(folder):
            return None
        document = self._document(folder / _PROPERTIES)
        properties = properties_of(document, self.errors)
        if properties is None:
            return None
        documents = {name: self._document(folder / f"{name}.yaml") for name in self._shapes}
        for name, words in documents.items():
            if not words.errors:
                self.errors += mistakes_in(words, self._shapes[name].data, properties.plurals)
        return Phrases(folder.name, properties, documents)

    def _has_its_files(self, folder: Path) -> bool:
        wanted = {_PROPERTIES, *(f"{name}.yaml" for name in self._shapes)}
        there = {path.name for path in folder.iterdir()}
        for name in there - wanted:
            self._wrong(folder / name, "niets gebruikt dit bestand")
        for name in wanted - there:
            self._wrong(folder / name, "dit bestand ontbreekt")
        return wanted <= there

    def _document(self, path: Path) -> Document:
        try:
            document = parse(path.read_bytes().decode(), self._called(path))
        except UnicodeDecodeError:
            document = Document(self._called(path))
            document.errors.append(
                RuleError(document.file, 1, "dit bestand is geen tekst in UTF-8: bewaar het opnieuw als UTF-8")
            )
        self.errors += document.errors
        return document

    def _wrong(self, path: Path, what: str) -> None:
        self.errors.append(RuleError(self._called(path), 1, what))

    def _called(self, path: Path) -> str:
        return f"words/{path.relative_to(self._root).as_posix()}"
