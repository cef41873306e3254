"""The files of a rules folder, each read strictly and checked against the JSON Schema of its kind."""

import hashlib
import json
from pathlib import Path, PurePosixPath

import jsonschema_rs

from verlof_api.rulebook.errors import RulebookError, RuleError
from verlof_api.rulebook.strict_yaml import Document, parse

# The kind of a file follows from its name; the first pattern that matches wins.
_KINDS = (
    ("regelset.yaml", "regelset"),
    ("wetten.yaml", "wetten"),
    ("feiten.yaml", "feiten"),
    ("feiten.??.yaml", "feiten-tekst"),
    ("verwantschap.yaml", "verwantschap"),
    ("gedeeld*.??.yaml", "gedeeld-tekst"),
    ("gedeeld*.yaml", "gedeeld"),
    ("hiaten.yaml", "hiaten"),
    ("bedragen/*.yaml", "bedragen"),
    ("*/*/regel.yaml", "regel"),
    ("*/*/tekst.??.yaml", "tekst"),
    ("*/*/scenarios.yaml", "scenarios"),
)


def kind_of(file: str) -> str | None:
    """The kind of rule file that `file` (a path relative to the rules folder) is, or None."""
    path = PurePosixPath(file)
    return next((kind for pattern, kind in _KINDS if path.match(pattern)), None)


class Folder:
    """A rules folder, read whole. Raises RulebookError with everything that is wrong in any file."""

    def __init__(self, root: Path, kinds: frozenset[str] | None = None) -> None:
        self.root = root
        self.documents: dict[str, Document] = {}
        errors: list[RuleError] = []
        digest = hashlib.sha256()
        validators: dict[str, jsonschema_rs.Validator] = {}
        for path in sorted(root.rglob("*.yaml")):
            file = path.relative_to(root).as_posix()
            kind = kind_of(file)
            if kind is None:
                errors.append(RuleError(file, 1, "no kind of rule file has this name"))
                continue
            content = path.read_bytes()
            digest.update(file.encode() + b"\0" + content + b"\0")
            if kinds is not None and kind not in kinds:
                continue
            document = parse(content.decode(), file)
            self.documents[file] = document
            errors.extend(document.errors)
            if document.data is not None:
                if kind not in validators:
                    validators[kind] = _validator(root, kind)
                errors.extend(_violations(document, validators[kind]))
        if not self.documents:
            errors.append(RuleError(".", 1, f"no rule files in {root.name}"))
        self.hash = f"sha256:{digest.hexdigest()}"
        if errors:
            raise RulebookError(errors)

    def of_kind(self, kind: str) -> list[Document]:
        return [document for file, document in self.documents.items() if kind_of(file) == kind]

    def __getitem__(self, file: str) -> Document:
        if file not in self.documents:
            raise RulebookError([RuleError(file, 1, "this file is missing")])
        return self.documents[file]


def _validator(root: Path, kind: str) -> jsonschema_rs.Validator:
    schema = json.loads((root / "schema" / f"{kind}.json").read_text())
    return jsonschema_rs.validator_for(schema, validate_formats=True)


def _violations(document: Document, validator: jsonschema_rs.Validator) -> list[RuleError]:
    return [
        document.error(tuple(violation.instance_path), _where(violation.instance_path) + violation.message)
        for violation in validator.iter_errors(document.data)
    ]


def _where(path: list[str | int]) -> str:
    return f"{'.'.join(map(str, path))}: " if path else ""
