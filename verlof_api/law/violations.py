"""What a rule file says against the JSON Schema of its kind, in words for who wrote it: one message for one mistake."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final

from verlof_api.law.errors import RuleError
from verlof_api.law.strict_yaml import Document
from verlof_api.law.suggest import meant, nearest

if TYPE_CHECKING:
    import jsonschema_rs

_MOST_OPTIONS: Final = 12  # to name in one message
# Within {…} a comma ends a value, also that of `min(a, b)`.
_COMMA: Final = "; staat er een komma in de tekst ervoor, zet die dan tussen aanhalingstekens"
_TYPES: Final[Mapping[str, str]] = {
    "string": "tekst",
    "number": "een getal",
    "integer": "een heel getal",
    "boolean": "true of false",
    "array": "een lijst",
    "object": "een blok met sleutels",
    "null": "leeg",
}
# How sources are written elsewhere, and how they are written here.
_WRITTEN_OTHERWISE: Final = (
    (re.compile(r"^art(?:ikel|\.)?\s+(\S+)(.*?)\s+([A-Z][A-Za-z]+)$"), r"\3 \1\2"),
    (re.compile(r"^([A-Z][A-Za-z]+)\s+art(?:ikel|\.)?\s+"), r"\1 "),
    (re.compile(r",\s*"), " "),
    (re.compile(r"(\d)\.(\d)"), r"\1:\2"),
    (re.compile(r"\bsub\b|\bonderdeel\b"), "onder"),
)

Path = tuple[str | int, ...]
Schema = Mapping[str, Any]


def violations(document: Document, validator: "jsonschema_rs.Validator", schema: Schema) -> Iterator[RuleError]:
    """Everything in a file that its schema does not allow, each at its place."""
    found = list(validator.iter_errors(document.data))
    no_days = {tuple(each.instance_path) for each in found if each.kind.name == "format"}
    misspelt = {
        (tuple(each.instance_path), nearest(_keys(each, schema), name)) for each in found for name in _unexpected(each)
    }
    for violation in found:
        kind: Any = violation.kind  # what it knows differs by its name
        path: Path = tuple(violation.instance_path)
        if kind.name == "pattern" and path in no_days:
            continue  # the same mistake: what is no day does not look like one either
        if kind.name == "required" and (path, kind.property) in misspelt:
            continue  # the same mistake: it is there, under a name with a slip in it
        if unexpected := _unexpected(violation):
            for name in unexpected:
                rather = _COMMA if ")" in name else meant(_keys(violation, schema), name)
                said = f"{_where(path)}de sleutel `{name}` bestaat hier niet{rather}"
                yield document.error((*path, name), said)
        else:
            yield document.error(path, _where(path) + _said(violation, schema))


def _unexpected(violation: "jsonschema_rs.ValidationError") -> list[str]:
    """The keys that stand where they cannot."""
    kind: Any = violation.kind
    return list(kind.unexpected) if kind.name == "additionalProperties" else []


def _keys(violation: "jsonschema_rs.ValidationError", schema: Schema) -> Schema:
    """The keys that can stand where one stands that cannot."""
    keys: Schema = _at(schema, violation.schema_path[:-1]).get("properties", {})
    return keys


def _said(violation: "jsonschema_rs.ValidationError", schema: Schema) -> str:
    kind: Any = violation.kind
    value = violation.instance
    said = f"`{written(value)}`"
    match kind.name:
        case "required":
            return f"`{kind.property}` ontbreekt"
        case "enum":
            return _choice(value, kind.options)
        case "type":
            quotes = ": zet het tussen aanhalingstekens" if kind.types == ["string"] else ""
            return f"{said} moet {_types(kind.types)} zijn{quotes}"
        case "format":
            return f"{said} is geen datum: schrijf jaar-maand-dag, zoals 2026-11-22"
        case "minItems" | "minProperties":
            return f"hier hoort er ten minste {kind.limit} te staan"
        case "uniqueItems":
            return "hier staat iets twee keer"
        case "minimum" | "exclusiveMinimum":
            return f"{said} is te klein: ten minste {kind.limit}"
        case "maximum" | "exclusiveMaximum":
            return f"{said} is te groot: hoogstens {kind.limit}"
        case "maxItems" | "maxProperties":
            return f"hier horen er hoogstens {kind.limit} te staan"
        case "minLength":
            return f"{said} is te kort: ten minste {kind.limit} tekens"
        case "maxLength":
            return f"{said} is te lang: hoogstens {kind.limit} tekens"
        case "pattern" | "oneOf" | "anyOf":
            return _shape(violation, schema)
        case "const":
            return _choice(value, [kind.expected_value])
        case "propertyNames":
            return f"de sleutel `{kind.error.instance}` kan hier niet"
        case _:
            return _shape(violation, schema)


def _choice(value: object, options: Sequence[object]) -> str:
    """What can be chosen; of a long list only what was probably meant."""
    words = [str(option) for option in options]
    near = meant(words, value)
    if len(words) > _MOST_OPTIONS:
        return (
            f"`{written(value)}` kan hier niet{near}" if near else f"`{written(value)}` kan hier niet: zie het schema"
        )
    return f"`{written(value)}` kan hier niet; kies uit {', '.join(words)}{near}"


def _shape(violation: "jsonschema_rs.ValidationError", schema: Schema) -> str:
    """That a text does not look as it must; of a source how it is written."""
    value = violation.instance
    keys = [key for key in violation.instance_path if isinstance(key, str)]
    if keys and keys[-1] in ("bron", "recht") and isinstance(value, str):
        rather = _as_written_here(value)
        asked = f"; bedoel je {rather}?" if rather != value else ""
        return f"`{value}` is geen bron: schrijf wet, artikel en lid, zoals Wazo 4:2 lid 1 onder a{asked}"
    described = _at(schema, violation.schema_path[:-1]).get("description", "")
    return f"`{written(value)}` heeft niet de goede vorm. {described}".strip()


def _as_written_here(citation: str) -> str:
    for pattern, rather in _WRITTEN_OTHERWISE:
        citation = pattern.sub(rather, citation)
    return re.sub(r"\s+", " ", citation).strip()


def _at(schema: Schema, path: Sequence[str | int]) -> Schema:
    """The part of a schema at a path; references are followed."""
    part: Any = schema
    for key in path:
        part = _at(schema, part["$ref"].removeprefix("#/").split("/")) if key == "$ref" else part[key]
    return part if isinstance(part, Mapping) else {}


def _types(types: Sequence[str]) -> str:
    return " of ".join(_TYPES.get(each, each) for each in types)


def written(value: object) -> str:
    """A value as somebody wrote it, in short."""
    if value is None:
        return "niets"
    if isinstance(value, dict):
        return "{" + ", ".join(value) + "}"
    if isinstance(value, list | tuple):
        return f"[{', '.join(map(written, value))}]"
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value)


def _where(path: Path) -> str:
    return f"{'.'.join(map(str, path))}: " if path else ""
