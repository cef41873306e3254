"""How a command ends that cannot go on: everything that is wrong, and exit code 1."""

import sys
from collections.abc import Iterable
from functools import partial
from pathlib import Path
from typing import NoReturn

import click

from verlof_api.drafting.findings import as_text
from verlof_api.intake import InputErrors, InputMistake
from verlof_api.intake.paths import ROOT
from verlof_api.law import RULES, Rulebook, RulebookError
from verlof_api.law.suggest import Vocabulary
from verlof_api.library import Library, read_library
from verlof_api.prepared import Prepared
from verlof_api.settings import Settings


def library_in(root: Path) -> Library:
    """Everything in the folder `root`; every mistake in it ends the command.

    What comes of the rules of the package is kept. A folder of one's own is being worked on: it is read every time.
    """
    try:
        return read_library(root) if root != RULES else Prepared.load(folder=Settings.cache_or_stop()).library
    except RulebookError as error:
        fail(as_text(error.errors))


def refuse_unknown(verloven: Iterable[str], rulebook: Rulebook, taal: str) -> None:
    """Stop when one of these is no leave, and say which one was probably meant."""
    nearest = Vocabulary(rulebook.verlofsoorten).nearest
    unknown = [
        InputMistake("onbekende-verlofsoort", meant=partial(nearest, id)).at("verlof")
        for id in verloven
        if id not in rulebook.verlofsoorten
    ]
    if unknown:
        refuse(InputErrors(unknown), taal)


def refuse(fouten: InputErrors, taal: str) -> NoReturn:
    """Say what is wrong with what was sent, each with its place; what is wrong with the whole has none."""
    fail(
        str(fout["melding"]) if fout["in"] == ROOT else f"{fout['in']}: {fout['melding']}"
        for fout in fouten.in_taal(taal)
    )


def fail(problems: Iterable[object]) -> NoReturn:
    """Say everything that is wrong and stop with exit code 1."""
    for problem in problems:
        click.echo(str(problem), err=True)
    sys.exit(1)
