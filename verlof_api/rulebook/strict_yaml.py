"""YAML without surprises: the JSON-like core of YAML 1.2, with the line of every value.

PyYAML speaks YAML 1.1, in which `no` is false, `012` is ten and the second of two equal keys wins. A rule file must
not depend on that, so only the parsing is PyYAML's; the reading of scalars (YAML 1.2.2, section 10.2, core schema) is
done here: `true`/`false`, `null`, decimal numbers and strings. Dates stay strings; the schema says what they mean.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any

import yaml

from verlof_api.rulebook.errors import RuleError

Path = tuple[str | int, ...]

_CONSTANTS: Mapping[str, object] = {"true": True, "false": False, "null": None, "~": None, "": None}
_INTEGER = re.compile(r"[-+]?(0|[1-9][0-9]*)")
_DECIMAL = re.compile(r"[-+]?(0|[1-9][0-9]*)\.[0-9]+")
_AMBIGUOUS = re.compile(
    r"(?i:y|n|yes|no|on|off|true|false|null|0[0-9]+|0[xo][0-9a-f]+|[0-9]+(:[0-9]{2})+|\.nan|[-+]?\.inf)"
)


class Passage(str):
    """A scalar as it is written in a rule file: its text, its plain value and its place.

    Booleans read as the expression language writes them (`ja`, `nee`), so that every scalar is also an expression.
    """

    value: object
    file: str
    line: int

    def __new__(cls, value: object, file: str = "", line: int = 0) -> "Passage":
        text = {True: "ja", False: "nee"}[value] if isinstance(value, bool) else "" if value is None else str(value)
        passage = super().__new__(cls, text)
        passage.value, passage.file, passage.line = value, file, line
        return passage

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
        self._seen: set[int] = set()

    def line(self, path: Path) -> int:
        """The line of the value at `path`, or of its nearest parent that has one."""
        while path and path not in self._lines:
            path = path[:-1]
        return self._lines.get(path, 1)

    def error(self, path: Path, message: str) -> RuleError:
        return RuleError(self.file, self.line(path), message)

    def located(self, path: Path = ()) -> Any:
        """The data with every scalar as a `Passage`, which knows where it stands."""
        data = self.data
        for step in path:
            data = data[step]
        return self._locate(data, path)

    def _locate(self, data: Any, path: Path) -> Any:
        if isinstance(data, dict):
            return {key: self._locate(value, (*path, key)) for key, value in data.items()}
        if isinstance(data, list):
            return [self._locate(value, (*path, index)) for index, value in enumerate(data)]
        return Passage(data, self.file, self.line(path))

    def read(self, node: yaml.Node, path: Path) -> Any:
        self._lines[path] = node.start_mark.line + 1
        if id(node) in self._seen:
            self.errors.append(self.error(path, "anchors and aliases are not used in rule files: write it out"))
        self._seen.add(id(node))
        if isinstance(node, yaml.ScalarNode):
            return self._scalar(node, path)
        if isinstance(node, yaml.SequenceNode):
            return [self.read(item, (*path, index)) for index, item in enumerate(node.value)]
        return dict(self._pairs(node, path))

    def _pairs(self, node: yaml.Node, path: Path) -> Iterator[tuple[str, Any]]:
        seen: set[str] = set()
        for key_node, value_node in node.value:
            line = key_node.start_mark.line + 1
            key = key_node.value
            if not isinstance(key_node, yaml.ScalarNode) or key == "<<":
                self.errors.append(RuleError(self.file, line, "a key must be a plain word"))
                continue
            if key in seen:
                self.errors.append(RuleError(self.file, line, f"duplicate key `{key}`"))
            seen.add(key)
            value = self.read(value_node, (*path, key))
            self._lines[(*path, key)] = line
            yield key, value

    def _scalar(self, node: yaml.ScalarNode, path: Path) -> object:
        text: str = node.value
        if node.style:  # quoted or block text
            return text
        if text in _CONSTANTS:
            return _CONSTANTS[text]
        if _INTEGER.fullmatch(text):
            return int(text)
        if _DECIMAL.fullmatch(text):
            return float(text)
        if _AMBIGUOUS.fullmatch(text):
            self.errors.append(
                self.error(path, f"`{text}` reads differently per YAML version: use true/false or quotes")
            )
        return text


def parse(text: str, file: str) -> Document:
    """Read YAML `text` of `file`; mistakes are collected in `Document.errors`, never raised."""
    document = Document(file)
    try:
        node = yaml.compose(text, Loader=yaml.CSafeLoader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        line = mark.line + 1 if mark else 1
        document.errors.append(RuleError(file, line, f"not valid YAML: {error.problem}"))
        return document
    if node is None:
        document.errors.append(RuleError(file, 1, "the file is empty"))
    else:
        document.data = document.read(node, ())
    return document
