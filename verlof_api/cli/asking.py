"""The commands of who asks: assess a situation from a file, or be asked one question at a time."""

import sys
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import BinaryIO

import click
import orjson
from rich.console import Console

from verlof_api.advice import Adviser
from verlof_api.assessment.wire import to_json
from verlof_api.cli.options import language_option, rules_option
from verlof_api.cli.stops import library_in, refuse
from verlof_api.intake import InputErrors, Intake, parse, today
from verlof_api.interview import Interviewer
from verlof_api.terminal import Dialogue, cards, open_questions


@click.command()
@rules_option
@language_option
@click.option("--json", "as_json", is_flag=True, help="Het ruwe antwoord in plaats van een kaart.")
@click.argument("situatie", type=click.File("rb"))
def beoordeel(root: Path, taal: str, as_json: bool, situatie: BinaryIO) -> None:
    """Beoordeel een situatie uit een JSON-bestand (of - voor invoer) en toon de uitkomst als kaart."""
    library = library_in(root)
    beoordelaar = library.beoordelaar
    try:
        gevraagd, opties = Intake(library.rulebook, library.situaties).vraag(parse(situatie.read()), today())
        answer = Adviser(beoordelaar).answer(gevraagd, taal, opties)
    except InputErrors as fouten:
        refuse(fouten, taal)
    if as_json:
        click.echo(orjson.dumps(orjson.loads(to_json(answer)), option=orjson.OPT_INDENT_2).decode())
        return
    console, assessment = Console(), answer.assessment
    cards(assessment.verlofsoorten, assessment.peildatum, beoordelaar, library.brieven, taal, console)
    open_questions(assessment.volgende_vragen, taal, console, names=True)


@click.command()
@rules_option
@language_option
@click.option("--situatie", help="Begin met deze situatie; zonder zoek je haar in je eigen woorden.")
@click.option("--peildatum", type=click.DateTime(["%Y-%m-%d"]), help="De dag van vragen.  [standaard: vandaag]")
def vraag(root: Path, taal: str, situatie: str | None, peildatum: datetime | None) -> None:
    """Stel één vraag tegelijk, tot vaststaat welk verlof kan."""
    request = {} if peildatum is None else {"peildatum": peildatum.date().isoformat()}
    library = library_in(root)
    intake = Intake(library.rulebook, library.situaties)
    try:
        interviewer = Interviewer(library.beoordelaar, intake, today(), taal)
        Dialogue(interviewer, library.situaties, library.brieven, Console(), _lines()).hold(situatie, **request)
    except InputErrors as fouten:
        refuse(fouten, taal)


def _lines() -> Callable[[], str | None]:
    """What gives the next line that was typed; None when there are no more, or after Ctrl-C."""

    def read() -> str | None:
        try:
            line = sys.stdin.readline()
        except KeyboardInterrupt:
            return None
        if not sys.stdin.isatty():  # what was typed would not be seen in the output otherwise
            click.echo(line.rstrip("\n"))
        return line or None

    return read
