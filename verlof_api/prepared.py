"""All that is made of a folder of rules before anybody asks something, and how it is kept for the next start.

Reading the rules, giving every text its meaning and compiling it takes a second or two. What comes of it follows from
the rules, from this code and from the packages it uses, so it is kept under the hash of those, and a next start reads
it back. Beside it stand the rules as Python, to open in an editor.
"""

import hashlib
import os
import pickle
import pickletools
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from io import BytesIO
from pathlib import Path
from types import FunctionType
from typing import Any, Final

import orjson

from verlof_api.assessment.answer import AnswerPart, Bronnen
from verlof_api.assessment.wire import remade, sources
from verlof_api.cache import Cache
from verlof_api.language.backends.python.module import Module, module_of
from verlof_api.law import RULES
from verlof_api.letters.docx import moulds
from verlof_api.letters.docx import prepare as prepare_word
from verlof_api.letters.package import Mould
from verlof_api.library import Library, read_library
from verlof_api.phrases import WORDS, Phrases, all_phrases, take
from verlof_api.situations import SituationSearch

_KEPT: Final = "regels"
_READABLE: Final = "py"
_DATA: Final = (".yaml", ".json")
_OF_CODE: Final = (".py", ".lark")


@dataclass(frozen=True)
class Prepared:
    """Made once per process; thread- and fork-safe."""

    library: Library
    situation_search: SituationSearch
    moulds: Mapping[int, Mould]
    phrases: Mapping[str, Phrases]

    @classmethod
    def of(cls, library: Library) -> "Prepared":
        """What comes on top of a library."""
        situaties = library.situaties
        return cls(library, SituationSearch(situaties.levenssituaties, situaties.synoniemen), moulds(), all_phrases())

    @classmethod
    def load(cls, root: Path = RULES, folder: Path | None = None, tidy: bool = False) -> "Prepared":
        """That of the rules in folder `root`, as it was kept in `folder`, or made anew. Raises RulebookError.

        `tidy`: what is made anew is kept with care, which takes a second or two more and saves a process that reads it
        back ten megabytes, for as long as it lives.
        """
        kept = Kept(folder, root) if folder else None
        prepared = kept.load() if kept else None
        if prepared is None:
            prepared = cls.of(read_library(root))
            if kept:
                kept.store(prepared, tidy)
            prepared.library.beoordelaar.module.forget_text()
        prepare_word(prepared.moulds)
        take(prepared.phrases)
        return prepared


class Kept:
    """What was made of the rules in `root`, in a folder of kept files."""

    def __init__(self, folder: Path, root: Path = RULES) -> None:
        self._cache, self._key = Cache(folder), key_of(root)
        self.path = self._cache.path(self._key, _KEPT)
        self.readable = self._cache.path(self._key, _READABLE)

    @property
    def there(self) -> bool:
        """Is it there, and to be trusted?"""
        return bool(self._cache.load(self._key, _KEPT, lambda content: True))

    def load(self) -> Prepared | None:
        """None where there is nothing, nothing to be trusted, or nothing that can be read after all."""
        return self._cache.load(self._key, _KEPT, _read)

    def store(self, prepared: Prepared, tidy: bool) -> None:
        """Keep it, where that can be done, and the rules as Python beside it."""
        module = prepared.library.beoordelaar.module
        module.compile()
        written = _written(prepared)
        if self._cache.store(self._key, _KEPT, pickletools.optimize(written) if tidy else written):
            self._cache.store_text(self._key, _READABLE, module.text)


def key_of(root: Path) -> str:
    """The hash of what decides what the rules become: them, the words of the program, its code, Python and packages."""
    digest = hashlib.sha256()
    for path in (*_files(root, _DATA), *_files(WORDS, _DATA), *_files(Path(__file__).parent, _OF_CODE)):
        content = path.read_bytes()
        digest.update(f"{path.name}\0{len(content)}\0".encode() + content)
    packages = Path(orjson.__file__).parent.parent
    installed = sorted(path.name for path in packages.glob("*.dist-info"))
    digest.update("\n".join([sys.version, *installed]).encode())
    return digest.hexdigest()


def _files(folder: Path, endings: tuple[str, ...]) -> Iterator[Path]:
    """The files in a folder and those below it, in one order; no link is followed."""
    for place, below, names in os.walk(folder):
        below.sort()
        yield from (Path(place, name) for name in sorted(names) if name.endswith(endings))


def _written(prepared: Prepared) -> bytes:
    into = BytesIO()
    _Pickler(into, pickle.HIGHEST_PROTOCOL).dump(prepared)
    return into.getvalue()


def _read(kept: memoryview) -> Prepared | None:
    """What was kept; None when it cannot be read after all: then it is made anew."""
    try:
        prepared = pickle.loads(kept)  # noqa: S301 -- `Cache` saw to it that only we can have written it
    except Exception:
        return None
    return prepared if isinstance(prepared, Prepared) else None


class _Pickler(pickle.Pickler):
    """Keeps a function that was made of the rules as its place in their module, and of what is written in every answer
    what it says."""

    def reducer_override(self, each: object) -> Any:
        if isinstance(each, AnswerPart):
            said = tuple(getattr(each, field.name) for field in fields(each) if field.init)
            return remade, (type(each), said, each.json is not None)
        if isinstance(each, Bronnen):
            return sources, (tuple(each),)
        if isinstance(each, FunctionType):
            module = module_of(each)
            if module is not None:
                return _function, (module, each.__name__)
        return NotImplemented


def _function(module: Module, name: str) -> FunctionType:
    return module[name]
