"""YAML without surprises: the JSON-like core of YAML 1.2, with the line of every value.

PyYAML speaks YAML 1.1, in which `no` is false, `012` is ten and the second of two equal keys wins. A rule file must
not depend on that, so only the parsing into events is PyYAML's; the reading of scalars (YAML 1.2.2, section 10.2, core
schema) is done here: `true`/`false`, `null`, decimal numbers and text. Dates stay text; the schema says what they mean.
Anchors, aliases and tags are refused.
"""

import re
from collections.abc import Iterator, Mapping
from sys import intern
from typing import Any

import yaml

from verlof_api.law.errors import RuleError

Path = tuple[str | int, ...]
Event = Any  # the stubs of PyYAML leave out what its events carry

_CONSTANTS: Mapping[str, object] = {"true": True, "false": False, "null": None, "~": None, "": None}
_INTEGER = re.compile(r"[-+]?(0|[1-9][0-9]*)")
_DECIMAL = re.compile(r"[-+]?(0|[1-9][0-9]*)\.[0-9]+")
_AMBIGUOUS = re.compile(
    r"(?i:y|n|yes|no|on|off|true|false|null|0[0-9]+|0[xob][0-9a-f]+|[-+]?[0-9]+(:[0-9]{2})+|\.nan|[-+]?\.inf"
    r"|[-+]?[0-9][0-9_]*_[0-9_]*|[-+]?([0-9]+\.?|\.)[0-9]*(e[-+]?[0-9]+)|[-+]?\.[0-9]+|[-+]?[0-9]+\.)"
)


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
        self.data: Any = None
        self.errors: list[RuleError] = []
        self._lines: dict[Path, int] = {}

    def line(self, path: Path) -> int:
        """The line of the value at `path`, or of its nearest parent that has one."""
        while path and path not in self._lines:
            path = path[:-1]
        return self._lines.get(path, 1)

    def error(self, path: Path, message: str) -> RuleError:
        return RuleError(self.file, self.line(path), message)

    def located(self) -> Any:
        """The data with every scalar as a `Passage`, which knows where it stands."""
        return self._locate(self.data, ())

    def _locate(self, data: Any, path: Path) -> Any:
        if isinstance(data, dict):
            return {key: self._locate(value, (*path, key)) for key, value in data.items()}
        if isinstance(data, list):
            return [self._locate(value, (*path, index)) for index, value in enumerate(data)]
        return Passage(data, self.file, self.line(path))

    # --- reading the events of the parser -------------------------------------------------------

    def read(self, events: Iterator[Event]) -> None:
        """Fill `data` from the events of one document."""
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent):
                if self._lines:
                    self.errors.append(self._at(event, "not valid YAML: a second document begins here"))
                    return
                self.data = self._value(next(events), events, ())
        if not self._lines:
            self.errors.append(RuleError(self.file, 1, "the file is empty"))

    def _value(self, event: Event, events: Iterator[Event], path: Path) -> Any:
        self._lines[path] = event.start_mark.line + 1
        if isinstance(event, yaml.AliasEvent) or event.anchor is not None:
            self.errors.append(self._at(event, "anchors and aliases are not used in rule files: write it out"))
        elif event.tag is not None:
            self.errors.append(self._at(event, f"tags are not used in rule files: `{event.tag}`"))
        if isinstance(event, yaml.MappingStartEvent):
            return self._mapping(events, path)
        if isinstance(event, yaml.SequenceStartEvent):
            return self._sequence(events, path)
        return self._scalar(event) if isinstance(event, yaml.ScalarEvent) else None

    def _sequence(self, events: Iterator[Event], path: Path) -> list[Any]:
        items: list[Any] = []
        for event in events:
            if isinstance(event, yaml.SequenceEndEvent):
                break
            items.append(self._value(event, events, (*path, len(items))))
        return items

    def _mapping(self, events: Iterator[Event], path: Path) -> dict[str, Any]:
        pairs: dict[str, Any] = {}
        event: Event
        for event in events:
            if isinstance(event, yaml.MappingEndEvent):
                break
            if not isinstance(event, yaml.ScalarEvent) or event.value == "<<":
                self.errors.append(self._at(event, "a key must be a plain word"))
                if not isinstance(event, yaml.AliasEvent):
                    self._value(event, events, (*path, "?"))
                self._value(next(events), events, (*path, "?"))
                continue
            key, line = intern(event.value), self._at(event, "").line
            if key in pairs:
                self.errors.append(self._at(event, f"duplicate key `{key}`"))
            pairs[key] = self._value(next(events), events, (*path, key))
            self._lines[(*path, key)] = line
        return pairs

    def _scalar(self, event: Event) -> object:
        text = intern(event.value)  # the same words stand in many places
        if event.style:  # quoted or block text
            return text
        if text in _CONSTANTS:
            return _CONSTANTS[text]
        if _INTEGER.fullmatch(text):
            return int(text)
        if _DECIMAL.fullmatch(text):
            return float(text)
        if _AMBIGUOUS.fullmatch(text):
            self.errors.append(
                self._at(event, f"`{text}` reads differently per YAML version: use true/false or quotes")
            )
        return text

    def _at(self, event: Event, message: str) -> RuleError:
        return RuleError(self.file, event.start_mark.line + 1, message)


def parse(text: str, file: str) -> Document:
    """Read YAML `text` of `file`; mistakes are collected in `Document.errors`, never raised."""
    document = Document(file)
    try:
        document.read(iter(yaml.parse(text, Loader=yaml.CSafeLoader)))
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        document.errors.append(RuleError(file, mark.line + 1 if mark else 1, f"not valid YAML: {error.problem}"))
    except yaml.reader.ReaderError as error:
        line = text.count("\n", 0, error.position) + 1
        document.errors.append(RuleError(file, line, f"not valid YAML: {error.reason}"))
    return document
