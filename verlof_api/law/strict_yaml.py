"""YAML without surprises: the JSON-like core of YAML 1.2, with the line of every value.

PyYAML speaks YAML 1.1, in which `no` is false, `012` is ten and the second of two equal keys wins. A rule file must
not depend on that, so only the parsing into events is PyYAML's; the reading of scalars (YAML 1.2.2, section 10.2, core
schema) is done here: `true`/`false`, `null`, decimal numbers and text. Dates stay text; the schema says what they mean.
Anchors, aliases and tags are refused.
"""

import re
from collections.abc import Callable, Mapping
from sys import intern
from typing import Any, TypeAlias

import yaml

from verlof_api.law.errors import RuleError

# What the parser says is wrong, in part, and what whoever wrote the file can do about it; the first that fits.
_NOT_YAML: Mapping[str, str] = {
    "mapping values are not allowed": "hier kan geen `sleutel: waarde` staan; kijk naar de inspringing,"
    " of zet een tekst met `: ` tussen aanhalingstekens",
    "did not find expected key": "hier hoort een sleutel; kijk naar de inspringing en de aanhalingstekens",
    "could not find expected ':'": "na deze sleutel ontbreekt een dubbele punt",
    "did not find expected '-' indicator": "hier hoort een `-`; kijk naar de inspringing van de lijst",
    "block sequence entries are not allowed": "hier kan geen lijst beginnen; kijk naar de inspringing",
    "tab character": "hier staat een tab; spring in met spaties",
    "cannot start any token": "zo kan een tekst niet beginnen; gebruik spaties in plaats van een tab,"
    " of zet de tekst tussen aanhalingstekens",
    "unexpected end of stream": "een aanhalingsteken gaat open en niet dicht",
    "did not find expected ',' or": "een haak gaat open en niet dicht, of er ontbreekt een komma",
    "unknown escape character": "een `\\` kan hier niet; gebruik enkele aanhalingstekens",
}

Path = tuple[str | int, ...]

# Data as a file has it; located, with every scalar as a Passage.
Data: TypeAlias = "bool | int | float | str | list[Data] | dict[str, Data] | None"
Located: TypeAlias = "Passage | list[Located] | dict[str, Located]"
# A mapping with a shape: its JSON Schema has seen to it, and no type says it again. What reads it makes objects of it.
Tree = dict[str, Any]
Event = Any  # the stubs of PyYAML leave out what its events carry

_CONSTANTS: Mapping[str, Data] = {"true": True, "false": False, "null": None, "~": None, "": None}
_INTEGER = re.compile(r"[-+]?(0|[1-9][0-9]*)")
_DECIMAL = re.compile(r"[-+]?(0|[1-9][0-9]*)\.[0-9]+")
_AMBIGUOUS = re.compile(
    r"(?i:y|n|yes|no|on|off|true|false|null|0[0-9]+|0[xob][0-9a-f]+|[-+]?[0-9]+(:[0-9]{2})+|\.nan|[-+]?\.inf"
    r"|[-+]?[0-9][0-9_]*_[0-9_]*|[-+]?([0-9]+\.?|\.)[0-9]*(e[-+]?[0-9]+)|[-+]?\.[0-9]+|[-+]?[0-9]+\.)"
)
# How what is no plain text can begin: numbers, and the words that the other two patterns know. Most texts do not.
_NOT_PLAIN = frozenset("0123456789+-.yYnNoOtTfF")


class Passage(str):
    """A scalar as it is written in a rule file: its text, its plain value and its place.

    Booleans read as the expression language writes them (`ja`, `nee`), so that every scalar is also an expression.
    """

    __slots__ = ("file", "line", "value")

    value: object
    file: str
    line: int

    def __new__(cls, value: object, file: str = "", line: int = 0) -> "Passage":
        text = {True: "ja", False: "nee"}[value] if isinstance(value, bool) else "" if value is None else str(value)
        passage = super().__new__(cls, text)
        passage.value, passage.file, passage.line = value, file, line
        return passage

    def __str__(self) -> str:
        """The text alone: the one that its plain value is, where that is a text, rather than another of it."""
        return self.value if type(self.value) is str else super().__str__()

    def error(self, message: str) -> RuleError:
        return RuleError(self.file, self.line, message)


class Document:
    """The data of one YAML file and the line on which each of its values stands.

    >>> document = parse("a:\\n  b: [1, true]\\n", "example.yaml")
    >>> document.data, document.line(("a", "b", 1))
    ({'a': {'b': [1, True]}}, 2)
    """

    def __init__(self, file: str) -> None:
        self.file = file
        self.data: Any = None  # what its schema says; no type can say that here
        self.errors: list[RuleError] = []
        self._line = 0  # that of the whole; 0 as long as there is none
        # By the identity of a mapping or a list in `data`: the lines of its values. A mapping knows those of its keys.
        self._lines: dict[int, Any] = {}

    def line(self, path: Path) -> int:
        """The line of the value at `path`, or of its nearest parent that has one."""
        here, line = self.data, self._line
        for step in path:
            try:
                line, here = self._lines[id(here)][step], here[step]
            except (LookupError, TypeError):
                break
        return line or 1

    def error(self, path: Path, message: str) -> RuleError:
        return RuleError(self.file, self.line(path), message)

    def located(self) -> Any:
        """The data with every scalar as a `Passage`, which knows where it stands."""
        return self._locate(self.data, self._line)

    def _locate(self, data: Data, line: int) -> Located:
        if isinstance(data, dict):
            lines = self._lines[id(data)]
            return {key: self._locate(value, lines[key]) for key, value in data.items()}
        if isinstance(data, list):
            return list(map(self._locate, data, self._lines[id(data)]))
        return Passage(data, self.file, line)

    # --- reading the events of the parser -------------------------------------------------------

    def read(self, next_event: Callable[[], Event]) -> None:
        """Fill `data` from the events of one document."""
        event = next_event()
        while not isinstance(event, yaml.StreamEndEvent):
            if isinstance(event, yaml.DocumentStartEvent):
                if self._line:
                    self.errors.append(
                        self._at(
                            event,
                            "geen geldige YAML: met `---` begint hier een tweede document",
                        )
                    )
                    return
                event = next_event()
                self._line = _line_of(event)
                self.data = self._value(event, next_event)
            event = next_event()
        if not self._line:
            self.errors.append(RuleError(self.file, 1, "dit bestand is leeg"))

    def _value(self, event: Event, next_event: Callable[[], Event]) -> Data:
        if isinstance(event, yaml.AliasEvent) or event.anchor is not None:
            self.errors.append(
                self._at(
                    event,
                    "een verwijzing met `&` of `*` kan hier niet: schrijf het uit, of zet het tussen aanhalingstekens",
                )
            )
        elif event.tag is not None:
            self.errors.append(
                self._at(
                    event, f"`{event.tag}` kan hier niet: begint de tekst met `!`, zet hem dan tussen aanhalingstekens"
                )
            )
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event)
        if isinstance(event, yaml.MappingStartEvent):
            return self._mapping(next_event)
        return self._sequence(next_event) if isinstance(event, yaml.SequenceStartEvent) else None

    def _sequence(self, next_event: Callable[[], Event]) -> list[Data]:
        items: list[Data] = []
        lines: list[int] = []
        while not isinstance(event := next_event(), yaml.SequenceEndEvent):
            lines.append(_line_of(event))
            items.append(self._value(event, next_event))
        self._lines[id(items)] = lines
        return items

    def _mapping(self, next_event: Callable[[], Event]) -> dict[str, Data]:
        pairs: dict[str, Data] = {}
        lines: dict[str, int] = {}
        while not isinstance(event := next_event(), yaml.MappingEndEvent):
            if not isinstance(event, yaml.ScalarEvent) or event.value == "<<":
                self.errors.append(self._at(event, "een sleutel is één gewoon woord"))
                if not isinstance(event, yaml.AliasEvent):
                    self._value(event, next_event)
                self._value(next_event(), next_event)
                continue
            key = intern(event.value)
            if key in pairs:
                self.errors.append(self._at(event, f"de sleutel `{key}` staat er twee keer: haal er een weg"))
            lines[key] = _line_of(event)
            pairs[key] = self._value(next_event(), next_event)
        self._lines[id(pairs)] = lines
        return pairs

    def _scalar(self, event: Event) -> Data:
        text = intern(event.value)  # the same words stand in many places
        if event.style:  # quoted or block text
            return text
        if text in _CONSTANTS:
            return _CONSTANTS[text]
        if text[0] not in _NOT_PLAIN:
            return text
        if _INTEGER.fullmatch(text):
            return int(text)
        if _DECIMAL.fullmatch(text):
            return float(text)
        if _AMBIGUOUS.fullmatch(text):
            self.errors.append(
                self._at(
                    event, f"`{text}` leest niet elk programma hetzelfde: schrijf true of false, of gebruik quotes"
                )
            )
        return text

    def _at(self, event: Event, message: str) -> RuleError:
        return RuleError(self.file, _line_of(event), message)


def _line_of(event: Event) -> int:
    line: int = event.start_mark.line
    return line + 1


def _not_yaml(problem: str) -> str:
    rather = next((rather for part, rather in _NOT_YAML.items() if part in problem), "kijk naar de inspringing")
    return f"geen geldige YAML: {rather}"


def parse(text: str, file: str) -> Document:
    """Read YAML `text` of `file`; mistakes are collected in `Document.errors`, never raised."""
    document = Document(file)
    try:
        document.read(yaml.CSafeLoader(text).get_event)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        document.errors.append(RuleError(file, mark.line + 1 if mark else 1, _not_yaml(str(error.problem))))
    except yaml.reader.ReaderError as error:
        line = text.count("\n", 0, error.position) + 1
        document.errors.append(
            RuleError(file, line, "geen geldige YAML: hier staat een teken dat niet in een tekst hoort")
        )
    return document


def plain(tree: Tree) -> Tree:
    """A located tree as plain values."""
    return {key: _plain(value) for key, value in tree.items()}


def _plain(tree: Located) -> object:
    if isinstance(tree, dict):
        return {key: _plain(value) for key, value in tree.items()}
    if isinstance(tree, list):
        return [_plain(value) for value in tree]
    return tree.value
