"""The files of a rules folder, each read strictly and checked against the JSON Schema of its kind."""

import hashlib
import json
from collections.abc import Iterator, Mapping
from fnmatch import fnmatchcase
from functools import cache, cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from verlof_api.law.errors import RulebookError, RuleError
from verlof_api.law.strict_yaml import Document, parse
from verlof_api.law.talen import talen_in
from verlof_api.law.unfilled import unfilled
from verlof_api.law.violations import violations

if TYPE_CHECKING:
    import jsonschema_rs

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


class Folder:
    """A rules folder, read whole. Raises RulebookError with everything that is wrong in any file."""

    def __init__(self, root: Path, kinds: frozenset[str] | None = None) -> None:
        self.root = root
        self.talen = talen_in(root)
        self.documents: dict[str, Document] = {}
        errors: list[RuleError] = []
        schemas: dict[str, dict[str, Any]] = {}
        validators: dict[str, jsonschema_rs.Validator] = {}
        for path in sorted(root.rglob("*.yaml")):
            file = path.relative_to(root).as_posix()
            kind = kind_of(file)
            if kind is None:
                errors.append(RuleError(file, 1, "no kind of rule file has this name"))
                continue
            taal = taal_of(file)
            if taal not in (None, *self.talen):
                errors.append(RuleError(file, 1, f"`{taal}` is no language here: there is no feiten.{taal}.yaml"))
                continue
            if kinds is not None and kind not in kinds:
                continue
            try:
                document = parse(path.read_bytes().decode(), file)
            except UnicodeDecodeError:
                errors.append(RuleError(file, 1, "this file is not text in UTF-8"))
                continue
            self.documents[file] = document
            errors.extend(document.errors)
            if document.data is not None:
                if kind not in validators:
                    schemas[kind] = _schema(root, kind)
                    validators[kind] = _validator(schemas[kind])
                errors.extend(_mistakes(document, validators[kind], schemas[kind]))
        errors.extend(RuleError(file, 1, "this file is missing") for file in self._expected(kinds))
        if errors:
            raise RulebookError(errors)

    def _expected(self, kinds: frozenset[str] | None) -> Iterator[str]:
        """The files that must be there and are not: those of the folder, the words of what has words, and the rule of
        what belongs to a leave."""
        if not any(self.root.rglob("*.yaml")):
            yield "regelset.yaml"
            return
        wanted = [file for file, kind in _KINDS if "*" not in file and "?" not in file and kind in _REQUIRED]
        for file, document in self.documents.items():
            kind = kind_of(document.file)
            if kind in ("feiten", "gedeeld"):
                wanted += [f"{file.removesuffix('.yaml')}.{taal}.yaml" for taal in self.talen]
            elif kind == "regel":
                wanted += [f"{file.rpartition('/')[0]}/tekst.{taal}.yaml" for taal in self.talen]
            elif kind in _OF_A_LEAVE:
                wanted.append(f"{file.rpartition('/')[0]}/regel.yaml")
        for file in dict.fromkeys(wanted):
            if (kinds is None or kind_of(file) in kinds) and not (self.root / file).is_file():
                yield file

    @cached_property
    def hash(self) -> str:
        """That of the names and the contents of all rule files in the folder, of whatever kind."""
        digest = hashlib.sha256()
        for path in sorted(self.root.rglob("*.yaml")):
            digest.update(path.relative_to(self.root).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
        return f"sha256:{digest.hexdigest()}"

    def of_kind(self, kind: str) -> list[Document]:
        return [document for file, document in self.documents.items() if kind_of(file) == kind]

    def __getitem__(self, file: str) -> Document:
        return self.documents[file]


def _schema(root: Path, kind: str) -> dict[str, Any]:
    schema: dict[str, Any] = json.loads((root / "schema" / f"{kind}.json").read_text("utf-8"))
    return schema


def _validator(schema: dict[str, Any]) -> "jsonschema_rs.Validator":
    import jsonschema_rs  # where rules are read, and not where they were kept

    return jsonschema_rs.validator_for(schema, validate_formats=True)


def _mistakes(
    document: Document, validator: "jsonschema_rs.Validator", schema: Mapping[str, Any]
) -> Iterator[RuleError]:
    """Places still to be filled in, and what is not of the shape; a place that is empty is said once."""
    places = list(unfilled(document))
    lines = {place.line for place in places}
    yield from places
    yield from (each for each in violations(document, validator, schema) if each.line not in lines)
