"""Write values as the YAML of rule files: on one line between braces where that fits, and otherwise line by line."""

import json
import re
from collections.abc import Mapping

from verlof_api.drafting.edits import LONGEST_LINE
from verlof_api.law.strict_yaml import parse

_DAY = re.compile(r"(?<![\w'\"-])\d{4}-\d\d-\d\d(?![\w'\"-])")


def as_typed(text: str) -> object:
    """The value that `text` has in a rule file; the text itself where YAML would make something else of it."""
    document = parse(f"- {text}\n", "")
    return text if document.errors or len(document.data or ()) != 1 else document.data[0]


def scalar(value: object) -> str:
    """One value as it can stand anywhere in a rule file, with quotes where it needs them.

    >>> scalar(80), scalar(True), scalar("2 * urenPerWeek"), scalar("toestand in [ziek]"), scalar("2028-01-01")
    ('80', 'true', '2 * urenPerWeek', '"toestand in [ziek]"', '2028-01-01')
    """
    plain = {True: "true", False: "false"}[value] if isinstance(value, bool) else str(value)
    read = parse(f"[{plain}]\n", "")
    safe = not read.errors and read.data == [value] and type(read.data[0]) is type(value)
    return plain if safe else json.dumps(plain, ensure_ascii=False)


def with_quoted_days(line: str) -> str:
    """A line of a scenario in which any reader of YAML takes a day for text, as JSON has it.

    >>> with_quoted_days("- {id: wet-2028-01-01, peildatum: 2028-01-01}")
    "- {id: wet-2028-01-01, peildatum: '2028-01-01'}"
    """
    return _DAY.sub(r"'\g<0>'", line)


def flow(value: object) -> str:
    """A value on one line.

    >>> flow({"mag": "cao", "bron": ["Wazo 5:16", "Wazo 1:5"]})
    '{mag: cao, bron: [Wazo 5:16, Wazo 1:5]}'
    """
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{key}: {flow(each)}" for key, each in value.items()) + "}"
    if isinstance(value, list):
        return f"[{', '.join(map(flow, value))}]"
    return scalar(value)


def entry(key: str, value: object, indent: int) -> list[str]:
    """The lines of `key: value`, from column `indent` on."""
    return _lines(f"{' ' * indent}{key}:", value, indent + 2)


def item(value: object, indent: int) -> list[str]:
    """The lines of one item of a list, from column `indent` on."""
    one_line = f"{' ' * indent}- {flow(value)}"
    if len(one_line) <= LONGEST_LINE or not isinstance(value, Mapping):
        return [one_line]
    lines = [line for key, each in value.items() for line in entry(key, each, indent + 2)]
    return [f"{' ' * indent}- {lines[0].lstrip()}", *lines[1:]]


def _lines(head: str, value: object, indent: int) -> list[str]:
    one_line = f"{head} {flow(value)}"
    if isinstance(value, list) and any(isinstance(each, Mapping) for each in value):
        return [head, *(line for each in value for line in item(each, indent))]
    if len(one_line) <= LONGEST_LINE or not isinstance(value, Mapping):
        return [one_line]
    return [head, *(line for key, each in value.items() for line in entry(key, each, indent))]
