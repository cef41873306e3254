"""The commands of who asks: assess a situation from a file, write its letter, or be asked one question at a time."""

import sys
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from typing import BinaryIO

import click
import orjson
from rich.console import Console

from verlof_api.advice import Adviser
from verlof_api.assessment.wire import to_json
from verlof_api.cli.options import language_option, letter_language_option, rules_option
from verlof_api.cli.stops import fail, library_in, refuse
from verlof_api.intake import InputErrors, Intake, parse, today
from verlof_api.interview import Interviewer
from verlof_api.law.talen import TAAL_VAN_DE_WET
from verlof_api.letters import NoLetterError, als_tekst
from verlof_api.letters.request import BriefIntake
from verlof_api.letters.writer import BESIDE
from verlof_api.phrases import phrases_in
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
@letter_language_option
@click.option(
    "--verlof", "verlofsoort", help="Het verlof (zoals wazo.geboorteverlof), in plaats van dat in het bestand."
)
@click.option("--soort", "variant", help="Welke brief (zoals bezwaar), in plaats van die in het bestand.")
@click.argument("situatie", type=click.File("rb"))
def brief(root: Path, taal: str | None, verlofsoort: str | None, variant: str | None, situatie: BinaryIO) -> None:
    """Schrijf de brief bij een situatie uit een JSON-bestand (of - voor invoer), als tekst.

    Het bestand is de vraag van POST /v1/brieven. Staat het verlof er niet in, noem het dan met --verlof. Zonder soort
    is het de gewone brief van dat verlof.
    """
    library = library_in(root)
    letter_writer = library.writers.letter_writer
    intake = BriefIntake(library.rulebook, library.situaties, letter_writer.brieven)
    language = (taal or TAAL_VAN_DE_WET).partition(BESIDE)[0]
    options = {"verlofsoort": verlofsoort, "variant": variant, "taal": taal}
    chosen = {field: value for field, value in options.items() if value is not None}
    try:
        body = parse(situatie.read())
        asked = intake.vraag({**body, **chosen} if isinstance(body, dict) else body, today())
    except InputErrors as fouten:
        refuse(fouten, language)
    written_in = asked.taal or TAAL_VAN_DE_WET
    try:
        letter = letter_writer.write(asked.situatie, asked.verlofsoort, asked.variant, written_in)
    except NoLetterError as geen:
        fail(_why_not(geen, written_in.partition(BESIDE)[0]))
    click.echo(als_tekst(letter), nl=False)


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


def _why_not(geen: NoLetterError, taal: str) -> Iterator[str]:
    """Why there is no letter, and what may be told, or asked for instead, so that there is one."""
    words = phrases_in(taal)["terminal"]["brief"]
    yield geen.reden
    if geen.ontbrekende_feiten:
        yield words["mist"].format(feiten=", ".join(geen.ontbrekende_feiten))
    if geen.varianten:
        yield words["soorten"].format(soorten=", ".join(geen.varianten))


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
