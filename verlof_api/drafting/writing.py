"""The texts with which a file begins: templates beside this module, in which an open place has the mark."""

import json
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape

from verlof_api.law.unfilled import MARK


def open_place(hint: str) -> str:
    """An open place, as a value or as a key, that says what belongs there. `hint`: without double quotes."""
    return f'"{MARK} {hint}"'


class Templates:
    """Writes templates for one rules folder; the choices they name are those of its schemas."""

    def __init__(self, root: Path) -> None:
        self._schema = root / "schema" / "regel.json"

    def write(self, name: str, **values: object) -> str:
        """The text of template `name`. Raises jinja2.UndefinedError when a value that it uses is not given."""
        return _environment().get_template(f"{name}.jinja").render(values, keuzes=self.choices)

    def choices(self, name: str) -> str:
        """What may stand under `name` in a rule, as a list to read."""
        schema = json.loads(self._schema.read_text("utf-8"))
        return ", ".join(next(_enums(schema, name)))

    def pattern(self, name: str) -> str:
        """The pattern that the schema of a rule gives for `name`."""
        pattern: str = json.loads(self._schema.read_text("utf-8"))["$defs"][name]["pattern"]
        return pattern


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("verlof_api.drafting"),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        autoescape=select_autoescape(),  # of web pages only; this writes YAML and text for a terminal
    )
    environment.globals["invullen"] = open_place
    return environment


def _enums(schema: object, name: str) -> Iterator[list[str]]:
    if isinstance(schema, list):
        for each in schema:
            yield from _enums(each, name)
    if isinstance(schema, Mapping):
        for key, value in schema.items():
            if key == name and isinstance(value, Mapping) and "enum" in value:
                yield value["enum"]
            yield from _enums(value, name)
