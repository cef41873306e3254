"""The command line: `verlof serve`, `check`, `beoordeel`, `vraag`, `verschil`, `widget-hash` and `sleutel`."""

import os
import sys
from collections.abc import Callable, Iterable
from datetime import datetime
from functools import partial
from importlib.metadata import version
from pathlib import Path
from typing import BinaryIO, NoReturn

import click
import orjson
from rich.console import Console
from rich.table import Table

from verlof_api import embedding, keys
from verlof_api.advice import Adviser
from verlof_api.assessment import Beoordelaar
from verlof_api.assessment.wire import to_json
from verlof_api.checks import Report
from verlof_api.checks import check as check_rules
from verlof_api.comparison import Comparison
from verlof_api.intake import Finding, Intake, InvoerFouten, parse, vandaag
from verlof_api.intake.paths import ROOT
from verlof_api.interview import Interviewer
from verlof_api.law import RULES, RulebookError, load_rulebook
from verlof_api.law.scenarios import load_scenarios
from verlof_api.law.suggest import Vocabulary
from verlof_api.law.talen import TAAL_VAN_DE_WET, talen_in
from verlof_api.letters.book import read_brieven
from verlof_api.terminal import Dialogue, View, cards, differences, open_questions
from verlof_api.terminal.plain import show_what_can_be_shown
from verlof_api.writers import Writers

_rules = click.option(
    "--regels",
    "root",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=RULES,
    is_eager=True,  # which languages there are depends on it
    help="Map met de regels.",
)


def _language_of_the_rules(context: click.Context, option: click.Parameter, taal: str) -> str:
    """The language that was asked for; refused when it is not one of the rules that were asked for."""
    return str(click.Choice(talen_in(context.params["root"])).convert(taal, option, context))


_language = click.option(
    "--taal",
    default=TAAL_VAN_DE_WET,
    show_default=True,
    metavar=f"[{'|'.join(talen_in(RULES))}]",
    callback=_language_of_the_rules,
    help="Taal van het antwoord.",
)


@click.group()
@click.version_option(package_name="verlof-api")
def main() -> None:
    """Verlofregelaar: welk verlof kan in jouw situatie?"""
    show_what_can_be_shown()


@main.command()
@click.option("--port", help="Poort op deze computer.  [standaard: PORT uit de omgeving, en anders 8080]")
def serve(port: str | None) -> None:
    """Start de dienst op deze computer."""
    from gunicorn.app.wsgiapp import run  # type: ignore[import-untyped]

    if port is not None:
        os.environ["PORT"] = port  # where gunicorn_conf reads it, and says what is wrong with it
    sys.argv = ["gunicorn", "--config", "python:verlof_api.gunicorn_conf", "verlof_api:create_app()"]
    run()


@main.command()
@_rules
@click.option("--table/--no-table", "show", default=True, help="Toon de tabel met verlofsoorten en versies.")
def check(root: Path, show: bool) -> None:
    """Controleer de regels: laden, scenario's draaien, gaten zoeken."""
    try:
        report = check_rules(root)
        Writers.load(report.beoordelaar, root)  # the service does not start without these either
    except RulebookError as error:
        _fail(error.errors)
    console = Console()
    if show:
        console.print(_overview(report))
    scenarios = len(report.outcomes)
    for note in report.notes:
        click.echo(f"{note.file}:{note.line}: let op: {note.message}", err=True)
    if report.findings:
        _fail(report.findings)
    console.print(f"{len(report.beoordelaar.plans)} versies, {scenarios} scenario's: alles klopt.")


@main.command()
@_rules
@_language
@click.option("--json", "as_json", is_flag=True, help="Het ruwe antwoord in plaats van een kaart.")
@click.argument("situatie", type=click.File("rb"))
def beoordeel(root: Path, taal: str, as_json: bool, situatie: BinaryIO) -> None:
    """Beoordeel een situatie uit een JSON-bestand (of - voor invoer) en toon de uitkomst als kaart."""
    try:
        rulebook = load_rulebook(root)
        brieven = None if as_json else read_brieven(root, rulebook)
        beoordelaar = Beoordelaar(rulebook)
        gevraagd, opties = Intake(rulebook).vraag(parse(situatie.read()), vandaag())
        answer = Adviser(beoordelaar).answer(gevraagd, taal, opties)
    except RulebookError as error:
        _fail(error.errors)
    except InvoerFouten as fouten:
        _refuse(fouten, taal)
    if brieven is None:
        click.echo(orjson.dumps(orjson.loads(to_json(answer)), option=orjson.OPT_INDENT_2).decode())
        return
    console, assessment = Console(), answer.assessment
    cards(assessment.verlofsoorten, assessment.peildatum, beoordelaar, brieven, taal, console)
    open_questions(assessment.volgende_vragen, taal, console, names=True)


@main.command()
@_rules
@_language
@click.option("--situatie", help="Begin met deze situatie; zonder zoek je haar in je eigen woorden.")
@click.option("--peildatum", type=click.DateTime(["%Y-%m-%d"]), help="De dag van vragen.  [standaard: vandaag]")
def vraag(root: Path, taal: str, situatie: str | None, peildatum: datetime | None) -> None:
    """Stel één vraag tegelijk, tot vaststaat welk verlof kan."""
    request = {} if peildatum is None else {"peildatum": peildatum.date().isoformat()}
    try:
        rulebook = load_rulebook(root)
        interviewer = Interviewer(Beoordelaar(rulebook), Intake(rulebook), vandaag(), taal)
        Dialogue(interviewer, read_brieven(root, rulebook), Console(), _lines()).hold(situatie, **request)
    except RulebookError as error:
        _fail(error.errors)
    except InvoerFouten as fouten:
        _refuse(fouten, taal)


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


@main.command()
@_rules
@_language
@click.option("--json", "as_json", is_flag=True, help="Het ruwe antwoord in plaats van een overzicht.")
@click.option("--verlof", "gekozen", multiple=True, help="Alleen dit verlof (zoals wazo.geboorteverlof); mag vaker.")
@click.option("--kort", is_flag=True, help="Alleen de samenvatting: één regel per verlof en per bedrag.")
@click.option("--mensentaal", is_flag=True, help="Zonder namen en sommen uit de regels.")
@click.argument("van", type=click.DateTime(["%Y-%m-%d"]), metavar="VAN")
@click.argument("tot", type=click.DateTime(["%Y-%m-%d"]), metavar="TOT")
def verschil(
    root: Path,
    taal: str,
    as_json: bool,
    gekozen: tuple[str, ...],
    kort: bool,
    mensentaal: bool,
    van: datetime,
    tot: datetime,
) -> None:
    """Wat verandert er tussen twee dagen, VAN en TOT (zoals 2026-01-01): regels, bedragen en uitkomsten."""
    if tot < van:
        _refuse(InvoerFouten([Finding("tot-voor-van").at("tot")]), taal)
    try:
        rulebook = load_rulebook(root)
        nearest = Vocabulary(rulebook.verlofsoorten).nearest
        unknown = [
            Finding("onbekende-verlofsoort", meant=partial(nearest, id)).at("verlof")
            for id in gekozen
            if id not in rulebook.verlofsoorten
        ]
        if unknown:
            _refuse(InvoerFouten(unknown), taal)
        comparison = Comparison(Beoordelaar(rulebook), load_scenarios(root), read_brieven(root, rulebook).kaart)
    except RulebookError as error:
        _fail(error.errors)
    changes = comparison.compare(van.date(), tot.date(), taal, gekozen or None)
    if as_json:
        click.echo(orjson.dumps(orjson.loads(to_json(changes)), option=orjson.OPT_INDENT_2).decode())
    else:
        differences(changes, taal, Console(), View(kort, mensentaal))


@main.command("widget-hash")
@click.option("--adres", default="https://verlof.example", show_default=True, help="Waar het script staat.")
@click.option("--api", default="", help="Waar de dienst staat, als dat ergens anders is dan het script.")
@click.argument("bestand", required=False, type=click.Path(exists=True, dir_okay=False, path_type=Path))
def widget_hash(adres: str, api: str, bestand: Path | None) -> None:
    """Naam en hash (SRI) van de widget van nu, en de code om te plakken. Met BESTAND: van dat script."""
    if bestand is None:
        now = embedding.load(version("verlof-api"))
        path, hashed = embedding.FOLDER + now.versioned, now.integrity
    else:
        path, hashed = f"/{bestand.name}", embedding.integrity(bestand.read_bytes())
    click.echo(f"bestand:   {path}\nintegrity: {hashed}\n")
    click.echo(embedding.snippet(adres.rstrip("/") + path, hashed, api))


@main.command()
@click.option("--tot", type=click.DateTime(["%Y-%m-%d"]), help="De laatste dag waarop de sleutel werkt.")
@click.argument("naam")
def sleutel(naam: str, tot: datetime | None) -> None:
    """Maak een sleutel voor wie de dienst gebruikt. De regel voor het bestand van VERLOF_SLEUTELS is de uitvoer, dus
    `verlof sleutel NAAM >> bestand` zet hem erbij; de sleutel zelf staat alleen op het scherm."""
    if tot and tot.date() < vandaag():
        _fail(["Die dag is al voorbij: de sleutel zou nooit werken."])
    key = keys.new_key()
    try:
        line = keys.line_for(naam, key, tot.date() if tot else None)
    except ValueError:
        _fail(["Een naam heeft kleine letters, cijfers, punten en streepjes, en is hoogstens 63 tekens lang."])
    click.echo(f"{key}\n\nDit is de sleutel. Hij staat nergens anders: geef hem door en bewaar hem niet.\n", err=True)
    click.echo(line)


def _overview(report: Report) -> Table:
    table = Table(title="Regels, en bij hoeveel scenario's recht of nee")
    for column in ("verlofsoort", "vanaf", "voorwaarden", "recht", "nee"):
        table.add_column(column, no_wrap=True)  # a name that is cut cannot be looked up
    for row in report.coverage.table():
        table.add_row(*map(str, row))
    return table


def _refuse(fouten: InvoerFouten, taal: str) -> NoReturn:
    """Say what is wrong with what was sent, each with its place; what is wrong with the whole has none."""
    _fail(
        str(fout["melding"]) if fout["in"] == ROOT else f"{fout['in']}: {fout['melding']}"
        for fout in fouten.in_taal(taal)
    )


def _fail(problems: Iterable[object]) -> NoReturn:
    """Say everything that is wrong and stop with exit code 1."""
    for problem in problems:
        click.echo(str(problem), err=True)
    sys.exit(1)
