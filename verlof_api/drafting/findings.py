"""Findings as a person reads them, as another program reads them, and as GitHub shows them beside a change."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Final

import orjson

from verlof_api.law import RuleError

FORMATS: Final = ("tekst", "json", "github")

# https://docs.github.com/actions/reference/workflow-commands-for-github-actions
_ESCAPED: Final = {"%": "%25", "\r": "%0D", "\n": "%0A"}
_ESCAPED_IN_PROPERTY: Final = {**_ESCAPED, ":": "%3A", ",": "%2C"}


def as_text(findings: Iterable[RuleError]) -> str:
    """One line per finding: `file:line: what`."""
    return "\n".join(map(str, findings))


def as_json(findings: Iterable[RuleError]) -> str:
    """A list of `{bestand, regel, melding}`; the file as it stands in the rules folder, the line counted from 1."""
    said = [{"bestand": each.file, "regel": each.line, "melding": each.message} for each in findings]
    return orjson.dumps(said, option=orjson.OPT_INDENT_2).decode()


def as_annotations(findings: Iterable[RuleError], root: Path) -> str:
    """One GitHub annotation per finding. Its file is the one in the repository in which the command runs."""
    folder = root.resolve()
    here = Path.cwd()
    if folder.is_relative_to(here):
        folder = folder.relative_to(here)
    return "\n".join(
        f"::error file={_escaped(str(folder / each.file), _ESCAPED_IN_PROPERTY)},line={each.line}"
        f"::{_escaped(each.message, _ESCAPED)}"
        for each in findings
    )


def _escaped(text: str, escaped: Mapping[str, str]) -> str:
    return "".join(escaped.get(character, character) for character in text)
