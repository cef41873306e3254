"""Findings as a person reads them, as another program reads them, and as GitHub shows them beside a change."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Final

import click
import orjson
from rich.console import Console
from rich.table import Table

from verlof_api.checks.report import Report
from verlof_api.drafting.checking import Checked
from verlof_api.drafting.draft import shown
from verlof_api.law import RuleError

FORMATS: Final = ("tekst", "json", "github")

# https://docs.github.com/actions/reference/workflow-commands-for-github-actions
_ESCAPED: Final = {"%": "%25", "\r": "%0D", "\n": "%0A"}
_ESCAPED_IN_PROPERTY: Final = {**_ESCAPED, ":": "%3A", ",": "%2C"}


def say(result: Checked, root: Path, form: str, *, table: bool) -> None:
    """Print the findings on the rules in `root` in one of `FORMATS`; then, where asked for, the table of versions.

    What is only good to know is said to people.
    """
    findings, report = result.findings, result.report
    if report is not None and form == "tekst":
        for note in report.notes:
            click.echo(f"{note.file}:{note.line}: let op: {note.message}", err=True)
    if form == "json":
        click.echo(as_json(findings))
    elif form == "github" and findings:
        click.echo(as_annotations(findings, root))
    elif findings:
        click.echo("\n".join(map(str, findings)), err=True)
    if report is None or form == "json":
        return
    if table:
        Console().print(_overview(report))
    if not findings:
        versions, scenarios = len(report.beoordelaar.plans), len(report.outcomes)
        click.echo(f"{versions} versies, {scenarios} scenario's: alles klopt.")


def as_json(findings: Iterable[RuleError]) -> str:
    """A list of `{bestand, regel, melding}`; the file as it stands in the rules folder, the line counted from 1."""
    said = [{"bestand": each.file, "regel": each.line, "melding": each.message} for each in findings]
    return orjson.dumps(said, option=orjson.OPT_INDENT_2).decode()


def as_annotations(findings: Iterable[RuleError], root: Path) -> str:
    """One GitHub annotation per finding. Its file is the one in the repository in which the command runs."""
    folder = shown(root)
    return "\n".join(
        f"::error file={_escaped(str(folder / each.file), _ESCAPED_IN_PROPERTY)},line={each.line}"
        f"::{_escaped(each.message, _ESCAPED)}"
        for each in findings
    )


def _escaped(text: str, escaped: Mapping[str, str]) -> str:
    return "".join(escaped.get(character, character) for character in text)


def _overview(report: Report) -> Table:
    table = Table(title="Regels, en bij hoeveel scenario's recht of nee")
    for column in ("verlofsoort", "vanaf", "voorwaarden", "recht", "nee"):
        table.add_column(column, no_wrap=True)  # a name that is cut cannot be looked up
    for row in report.coverage.table():
        table.add_row(*map(str, row))
    return table
