"""Findings as a person reads them, as another program reads them, and as GitHub shows them beside a change."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Final

import click
import orjson
from rich.console import Console
from rich.table import Table

from verlof_api.checks.report import Report
from verlof_api.drafting.checking import Checked
from verlof_api.drafting.draft import shown
from verlof_api.drafting.messages import code_of
from verlof_api.law import RuleError

FORMATS: Final = ("tekst", "json", "github")

# https://docs.github.com/actions/reference/workflow-commands-for-github-actions
_ESCAPED: Final = {"%": "%25", "\r": "%0D", "\n": "%0A"}
_ESCAPED_IN_PROPERTY: Final = {**_ESCAPED, ":": "%3A", ",": "%2C"}


def say(result: Checked, root: Path, form: str, *, table: bool) -> None:
    """Print the findings on the rules in `root` and what is only good to know, in one of `FORMATS`; then, where asked
    for, the table of versions."""
    findings, report = result.findings, result.report
    notes = report.notes if report is not None else ()
    if form == "json":
        click.echo(as_json(findings, notes))
    elif form == "github":
        click.echo(as_annotations(findings, notes, root), nl=False)
    else:
        click.echo("".join(f"{line}\n" for line in as_text(findings, notes)), nl=False, err=True)
    if report is None or form == "json":
        return
    if table:
        Console().print(_overview(report))
    if not findings:
        versions, scenarios = len(report.beoordelaar.plans), len(report.outcomes)
        click.echo(f"{versions} versies, {scenarios} scenario's: alles klopt.")


def as_text(findings: Iterable[RuleError], notes: Iterable[RuleError] = ()) -> Iterator[str]:
    """One line for each, the notes first: its place, what it is, and the code by which `verlof uitleg` explains it."""
    for note in notes:
        yield f"{note.file}:{note.line}: let op: {_with_code(note.message)}"
    for each in findings:
        yield f"{each.file}:{each.line}: {_with_code(each.message)}"


def as_json(findings: Iterable[RuleError], notes: Iterable[RuleError] = ()) -> str:
    """A list of `{bestand, regel, ernst, code, melding}`; the file as it stands in the rules folder, the line counted
    from 1. `ernst`: `fout`, or `let-op` for what does not fail the check."""
    said = [
        {
            "bestand": each.file,
            "regel": each.line,
            "ernst": severity,
            "code": code_of(each.message),
            "melding": each.message,
        }
        for severity, group in (("fout", findings), ("let-op", notes))
        for each in group
    ]
    return orjson.dumps(said, option=orjson.OPT_INDENT_2).decode()


def as_annotations(findings: Iterable[RuleError], notes: Iterable[RuleError], root: Path) -> str:
    """One line per finding or note: a GitHub annotation. Its file is the one in the repository in which the command
    runs, its title the code of the message."""
    folder = shown(root)
    return "".join(
        f"::{severity} file={_escaped(str(folder / each.file), _ESCAPED_IN_PROPERTY)},line={each.line}"
        f",title={code_of(each.message)}::{_escaped(each.message, _ESCAPED)}\n"
        for severity, group in (("error", findings), ("notice", notes))
        for each in group
    )


def _with_code(message: str) -> str:
    code = code_of(message)
    return message if code is None else f"{message} [{code}]"


def _escaped(text: str, escaped: Mapping[str, str]) -> str:
    return "".join(escaped.get(character, character) for character in text)


def _overview(report: Report) -> Table:
    table = Table(title="Regels, en bij hoeveel scenario's recht of nee")
    for column in ("verlofsoort", "vanaf", "voorwaarden", "recht", "nee"):
        table.add_column(column, no_wrap=True)  # a name that is cut cannot be looked up
    for row in report.coverage.table():
        table.add_row(*map(str, row))
    return table
