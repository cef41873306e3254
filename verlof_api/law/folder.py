"""The files of a rules folder, each read strictly and checked against the JSON Schema of its kind."""

import hashlib
import json
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass
from fnmatch import fnmatchcase
from functools import cache
from pathlib import Path

from verlof_api.law.errors import Loaded, RuleError
from verlof_api.law.strict_yaml import Document, parse
from verlof_api.law.talen import talen_in
from verlof_api.law.unfilled import unfilled
from verlof_api.law.violations import violations

# The kind of a file follows from its name; the first pattern that matches wins.
_KINDS = (
    ("regelset.yaml", "regelset"),
    ("wetten.yaml", "wetten"),
    ("wetten-artikelen.yaml", "wetten-artikelen"),
    ("feiten.yaml", "feiten"),
    ("feiten.??.yaml", "feiten-tekst"),
    ("situaties.yaml", "situaties"),
    ("situaties.??.yaml", "situaties-tekst"),
    ("synoniemen.??.yaml", "synoniemen"),
    ("schrijfwijzer.yaml", "schrijfwijzer"),
    ("verwantschap.yaml", "verwantschap"),
    ("gedeeld.??.yaml", "gedeeld-tekst"),
    ("gedeeld.yaml", "gedeeld"),
    ("*/gedeeld-*.??.yaml", "gedeeld-tekst"),
    ("*/gedeeld-*.yaml", "gedeeld"),
    ("brieven.??.yaml", "brieven-tekst"),
    ("brieven.yaml", "brieven"),
    ("kaart.??.yaml", "kaart-tekst"),
    ("hiaten.yaml", "hiaten"),
    ("tegenspraak.yaml", "tegenspraak"),
    ("weigeringen.yaml", "weigeringen"),
    ("weigeringen.??.yaml", "weigeringen-tekst"),
    ("agenda.yaml", "agenda"),
    ("agenda.??.yaml", "agenda-tekst"),
    ("geldregel.yaml", "geldregel"),
    ("geldregel.??.yaml", "geldregel-tekst"),
    ("bedragen/*.yaml", "bedragen"),
    ("*/*/regel.yaml", "regel"),
    ("*/*/tekst.??.yaml", "tekst"),
    ("*/*/brief.??.yaml", "brief-tekst"),
    ("*/*/brief.yaml", "brief"),
    ("*/*/scenarios.yaml", "scenarios"),
    ("*/*/weigering.yaml", "weigering"),
    ("*/*/weigering.??.yaml", "weigering-tekst"),
)


_REQUIRED = frozenset({"regelset", "wetten", "feiten", "verwantschap", "gedeeld", "hiaten"})
_OF_A_LEAVE = frozenset({"tekst", "scenarios", "brief", "brief-tekst", "weigering", "weigering-tekst"})
# The kinds of which the words stand in files beside them, and must be there.
_WORDED = frozenset({"feiten", "gedeeld"})


@cache
def kind_of(file: str) -> str | None:
    """The kind of rule file that `file` (a path relative to the rules folder) is, or None."""
    return next((kind for pattern, kind in _KINDS if _as_deep(file, pattern) and fnmatchcase(file, pattern)), None)


def taal_of(file: str) -> str | None:
    """The language of a file of which there is one per language, or None."""
    _, *between, _ = file.split(".")
    return between[0] if between else None


def _as_deep(file: str, pattern: str) -> bool:
    return file.count("/") == pattern.count("/")


@dataclass(frozen=True)
class Folder:
    """The files of a folder of rules, every one of the kind that its name says and in the shape of that kind.

    `root`: where it is. `documents`: by the name of the file in the folder. `hash`: that of the names and the contents
    of all of them. `talen`: the languages in which it has words.
    """

    root: Path
    documents: Mapping[str, Document]
    hash: str
    talen: tuple[str, ...]

    def of_kind(self, *kinds: str) -> list[Document]:
        return [document for file, document in self.documents.items() if kind_of(file) in kinds]

    def __getitem__(self, file: str) -> Document:
        return self.documents[file]

    def __contains__(self, file: object) -> bool:
        return file in self.documents

    def words_of(self, file: str) -> list[str]:
        """The files with the words of `file`, which need not be there."""
        return in_languages(self.talen, file)


def open_folder(root: Path) -> Loaded[Folder]:
    """The folder `root`, read once and whole, with everything that is wrong with the name or the shape of any file."""
    reader = _FolderReader(root)
    for path in sorted(root.rglob("*.yaml")):
        reader.file(path)
    return reader.result()


def missing(there: Container[str], files: Iterable[str]) -> Iterator[RuleError]:
    """Those of `files` that are not `there`: in a folder, or among the names of files."""
    yield from (RuleError(file, 1, "dit bestand ontbreekt") for file in files if file not in there)


def in_languages(talen: Iterable[str], file: str) -> list[str]:
    """The files with the words of `file`: `x.nl.yaml` and `x.en.yaml` for `x.yaml`."""
    return [f"{file.removesuffix('.yaml')}.{taal}.yaml" for taal in talen]


class _FolderReader:
    """Reads one folder, file by file."""

    def __init__(self, root: Path) -> None:
        self._root, self._talen = root, talen_in(root)
        self._there: set[str] = set()
        self._documents: dict[str, Document] = {}
        self._errors: list[RuleError] = []
        self._digest = hashlib.sha256()
        self._shapes: dict[str, _Shape | None] = {}

    def file(self, path: Path) -> None:
        """Read one file: it counts for the hash whatever it is, and for the rest when it has a kind."""
        file = path.relative_to(self._root).as_posix()
        self._there.add(file)
        kind = kind_of(file)
        if kind is None:
            self._wrong(file, "geen soort regelbestand heet zo")
            return
        taal = taal_of(file)
        if taal not in (None, *self._talen):
            self._wrong(file, f"`{taal}` is hier geen taal: er is geen feiten.{taal}.yaml")
            return
        try:
            content = path.read_bytes()
            document = parse(content.decode(), file)
        except UnicodeDecodeError:
            self._wrong(file, "dit bestand is geen tekst in UTF-8: bewaar het opnieuw als UTF-8")
        except OSError:
            self._wrong(file, "dit bestand is niet te lezen")
        else:
            self._digest.update(file.encode() + b"\0" + content + b"\0")
            self._documents[file] = document
            self._errors.extend(document.errors)
            self._check(document, kind)

    def result(self) -> Loaded[Folder]:
        errors = (*self._errors, *missing(self._there, dict.fromkeys(self._needed())))
        if errors:
            return Loaded(None, errors)
        return Loaded(Folder(self._root, self._documents, f"sha256:{self._digest.hexdigest()}", self._talen))

    def _wrong(self, file: str, message: str) -> None:
        self._errors.append(RuleError(file, 1, message))

    def _check(self, document: Document, kind: str) -> None:
        if document.data is None:
            return
        if kind not in self._shapes:
            self._shapes[kind] = self._shape(kind)
        shape = self._shapes[kind]
        if shape is not None:
            self._errors.extend(shape.mistakes(document))

    def _shape(self, kind: str) -> "_Shape | None":
        """That of a kind; None where its schema is not in the folder, which is a mistake as well."""
        file = f"schema/{kind}.json"
        try:
            return _Shape(json.loads((self._root / file).read_text("utf-8")))
        except (OSError, ValueError):
            self._wrong(file, "dit bestand ontbreekt, of is niet te lezen")
            return None

    def _needed(self) -> Iterator[str]:
        """The files that every folder has, the words of what has words, and the rule of what belongs to a leave."""
        if not self._there:
            yield "regelset.yaml"
            return
        for pattern, kind in _KINDS:
            if kind in _REQUIRED and "*" not in pattern:
                yield pattern
        for file in self._documents:
            here = file.rpartition("/")[0]
            if kind_of(file) in _WORDED:
                yield from in_languages(self._talen, file)
            elif kind_of(file) == "regel":
                yield from in_languages(self._talen, f"{here}/tekst.yaml")
            elif kind_of(file) in _OF_A_LEAVE:
                yield f"{here}/regel.yaml"


class _Shape:
    """What the files of one kind look like, by its JSON Schema."""

    def __init__(self, schema: dict[str, object]) -> None:
        import jsonschema_rs  # where rules are read, and not where they were kept

        self._schema, self._validator = schema, jsonschema_rs.validator_for(schema, validate_formats=True)

    def mistakes(self, document: Document) -> Iterator[RuleError]:
        """Places still to be filled in, and what is not of the shape; a place that is empty is said once."""
        places = list(unfilled(document))
        lines = {place.line for place in places}
        yield from places
        wrong = violations(document, self._validator, self._schema)
        yield from (each for each in wrong if each.line not in lines)
