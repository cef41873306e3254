"""The command line: what each command of `verlof` takes, and which room does it."""

import os
import sys
import time
from collections.abc import Callable, Iterable
from datetime import datetime
from functools import partial
from importlib.metadata import version
from pathlib import Path
from typing import BinaryIO, NoReturn

import click
import orjson
from rich.console import Console

from verlof_api import embedding, keys
from verlof_api.advice import Adviser
from verlof_api.assessment.wire import to_json
from verlof_api.comparison import Comparison
from verlof_api.drafting import watching
from verlof_api.drafting.checking import checked
from verlof_api.drafting.draft import DraftError
from verlof_api.drafting.explain import Explainer
from verlof_api.drafting.findings import FORMATS, say
from verlof_api.drafting.new_leave import LeaveDrafter, NewLeave
from verlof_api.drafting.new_version import ChangeOfLaw, VersionWriter
from verlof_api.intake import InputErrors, InputMistake, Intake, parse, today
from verlof_api.intake.paths import ROOT
from verlof_api.interview import Interviewer
from verlof_api.law import RULES, Rulebook, RulebookError
from verlof_api.law.suggest import Vocabulary
from verlof_api.law.talen import TAAL_VAN_DE_WET, talen_in
from verlof_api.library import Library, read_library
from verlof_api.prepared import Kept, Prepared
from verlof_api.reading import NotThereError, Reader, check_in_force, day_of, in_force, page
from verlof_api.settings import Settings
from verlof_api.terminal import Dialogue, View, cards, differences, open_questions, read_aloud
from verlof_api.terminal.plain import show_what_can_be_shown

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
@click.option(
    "--regels",
    type=click.Path(),
    help="Map met de regels.  [standaard: VERLOF_RULES uit de omgeving, en anders die van dit pakket]",
)
def serve(port: str | None, regels: str | None) -> None:
    """Start de dienst op deze computer."""
    from gunicorn.app.wsgiapp import run  # type: ignore[import-untyped]

    if port is not None:
        os.environ["PORT"] = port  # where gunicorn_conf reads it, and says what is wrong with it
    if regels is not None:
        os.environ["VERLOF_RULES"] = regels
    sys.argv = ["gunicorn", "--config", "python:verlof_api.gunicorn_conf", "verlof_api:create_app()"]
    run()


@main.command()
def klaarzetten() -> None:
    """Zet klaar wat de dienst en de opdrachten van de regels maken. Dan starten ze sneller, en met minder geheugen."""
    folder = Settings.cache_or_stop()
    if folder is None:
        _fail(["VERLOF_CACHE is geen: er wordt niets bewaard."])
    kept = Kept(folder)
    try:
        Prepared.load(folder=folder, tidy=True)
    except RulebookError as error:
        _fail(error.errors)
    if not kept.there:
        _fail([f"In {folder} kan niet worden bewaard: een ander mag er schrijven, of wij mogen het niet."])
    click.echo(f"klaar:             {kept.path}\nregels als Python: {kept.readable}")


@main.command()
@_rules
@click.option(
    "--tabel/--geen-tabel", "--table/--no-table", "show", default=False, help="Toon ook elke versie in een tabel."
)
@click.option(
    "--format",
    "form",
    type=click.Choice(FORMATS),
    default="tekst",
    show_default=True,
    help="Hoe de meldingen eruitzien: voor mensen, voor een ander programma, of voor GitHub.",
)
@click.option("--watch", is_flag=True, help="Controleer opnieuw bij elke wijziging, tot Ctrl-C.")
def check(root: Path, show: bool, form: str, watch: bool) -> None:
    """Controleer de regels: laden, scenario's draaien, gaten zoeken. `verlof uitleg` zegt wat een melding betekent."""
    if not watch:
        result = checked(root)
        say(result, root, form, table=show)
        sys.exit(1 if result.findings else 0)
    try:
        for _ in watching.changes(root):
            say(checked(root), root, form, table=show)
            click.echo(f"{time.strftime('%H:%M:%S')} Ik wacht op een wijziging in {root}. Ctrl-C stopt.", err=True)
    except KeyboardInterrupt:
        click.echo(err=True)


@main.command()
@_rules
@click.option("--van", type=click.DateTime(["%Y-%m-%d"]), help="De eerste dag van de wet, zoals 2027-07-01.")
@click.option(
    "--artikel", help="Het artikel dat het verlof geeft, geschreven als wet, artikel en lid; het komt bij elke bron."
)
@click.option(
    "--voorwaarde", "voorwaarden", multiple=True, default=["reden"], show_default=True, help="Een naam; mag vaker."
)
@click.option("--situatie", "situaties", multiple=True, help="Een levenssituatie waar het verlof bij hoort; mag vaker.")
@click.option("--zonder-brief", is_flag=True, help="Bij dit verlof is geen brief te schrijven.")
@click.argument("id")
def nieuw(
    root: Path,
    van: datetime | None,
    artikel: str | None,
    voorwaarden: tuple[str, ...],
    situaties: tuple[str, ...],
    zonder_brief: bool,
    id: str,
) -> None:
    """Begin een nieuw verlof, zoals wazo.rouwverlof: alle bestanden, met open plaatsen die `verlof check` noemt."""
    leave = NewLeave(id, van.date() if van else None, artikel, voorwaarden, situaties, zonder_brief)
    drafter = LeaveDrafter(root)
    try:
        draft = drafter.draft(leave)
        advice = drafter.advice(draft, leave)
        draft.write()
    except DraftError as error:
        _fail(error.args)
    click.echo(advice, nl=False)


@main.command()
@_rules
@click.option("--artikel", required=True, help="Het artikel dat het wijzigt, geschreven als wet, artikel en lid.")
@click.option("--vanaf", type=click.DateTime(["%Y-%m-%d"]), required=True, help="De eerste dag, zoals 2028-01-01.")
@click.option(
    "--gelezen", type=click.DateTime(["%Y-%m-%d"]), help="De dag van de gelezen wettekst.  [standaard: --vanaf]"
)
@click.argument("verlof")
@click.argument("wijzigingen", nargs=-1, required=True, metavar="NAAM=WAARDE...")
def wijzig(
    root: Path, artikel: str, vanaf: datetime, gelezen: datetime | None, verlof: str, wijzigingen: tuple[str, ...]
) -> None:
    """Schrijf een wijziging van de wet, zoals wazo.geboorteverlof betaling.percentage=80: de nieuwe versie, de
    scenario's rond die dag, en welke woorden nog het oude zeggen."""
    change = ChangeOfLaw(verlof, artikel, vanaf.date(), (gelezen or vanaf).date(), wijzigingen)
    try:
        writer = VersionWriter(root)
        written = writer.write(change)
    except DraftError as error:
        _fail(error.args)
    except RulebookError as error:
        _fail(error.errors)
    click.echo(writer.advice(written), nl=False)


@main.command()
@_rules
@click.argument("woorden", nargs=-1, required=True)
def uitleg(root: Path, woorden: tuple[str, ...]) -> None:
    """Leg een woord uit: een melding van `verlof check`, een oordeel, een waarschuwing, een sleutel, een bestand."""
    asked, explainer = " ".join(woorden), Explainer(root)
    explanations = explainer.explain(asked)
    if not explanations:
        meant = explainer.nearest(asked)
        _fail([f"`{asked}` kennen we niet." + (f" Bedoel je `{meant}`?" if meant else "")])
    for each in explanations:
        click.echo(f"{each.word}: {each.what}\n    {each.text}")


@main.command()
@_rules
@_language
@click.option("--json", "as_json", is_flag=True, help="Het ruwe antwoord in plaats van een kaart.")
@click.argument("situatie", type=click.File("rb"))
def beoordeel(root: Path, taal: str, as_json: bool, situatie: BinaryIO) -> None:
    """Beoordeel een situatie uit een JSON-bestand (of - voor invoer) en toon de uitkomst als kaart."""
    library = _library(root)
    beoordelaar = library.beoordelaar
    try:
        gevraagd, opties = Intake(library.rulebook, library.situaties).vraag(parse(situatie.read()), today())
        answer = Adviser(beoordelaar).answer(gevraagd, taal, opties)
    except InputErrors as fouten:
        _refuse(fouten, taal)
    if as_json:
        click.echo(orjson.dumps(orjson.loads(to_json(answer)), option=orjson.OPT_INDENT_2).decode())
        return
    console, assessment = Console(), answer.assessment
    cards(assessment.verlofsoorten, assessment.peildatum, beoordelaar, library.brieven, taal, console)
    open_questions(assessment.volgende_vragen, taal, console, names=True)


@main.command()
@_rules
@_language
@click.option("--situatie", help="Begin met deze situatie; zonder zoek je haar in je eigen woorden.")
@click.option("--peildatum", type=click.DateTime(["%Y-%m-%d"]), help="De dag van vragen.  [standaard: vandaag]")
def vraag(root: Path, taal: str, situatie: str | None, peildatum: datetime | None) -> None:
    """Stel één vraag tegelijk, tot vaststaat welk verlof kan."""
    request = {} if peildatum is None else {"peildatum": peildatum.date().isoformat()}
    library = _library(root)
    intake = Intake(library.rulebook, library.situaties)
    try:
        interviewer = Interviewer(library.beoordelaar, intake, today(), taal)
        Dialogue(interviewer, library.situaties, library.brieven, Console(), _lines()).hold(situatie, **request)
    except InputErrors as fouten:
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
        _refuse(InputErrors([InputMistake("tot-voor-van").at("tot")]), taal)
    library = _library(root)
    _refuse_unknown(gekozen, library.rulebook, taal)
    comparison = Comparison(library.beoordelaar, library.situaties, library.scenarios, library.brieven.kaart)
    changes = comparison.compare(van.date(), tot.date(), taal, gekozen or None)
    if as_json:
        click.echo(orjson.dumps(orjson.loads(to_json(changes)), option=orjson.OPT_INDENT_2).decode())
    else:
        differences(changes, taal, Console(), View(kort, mensentaal))


@main.command()
@_rules
@_language
@click.option("--html", "as_html", is_flag=True, help="Een webpagina, met de versies naast elkaar.")
@click.argument("verlof")
@click.argument("dag", required=False)
def toon(root: Path, taal: str, as_html: bool, verlof: str, dag: str | None) -> None:
    """Lees de regels van VERLOF voor, zoals ze zijn op DAG (zoals 2022-08-02; zonder dag: vandaag)."""
    try:
        day = today() if dag is None else day_of(dag, taal)
        library = _library(root)
        language = library.beoordelaar.languages[taal]
        _refuse_unknown([verlof], library.rulebook, taal)
        check_in_force(library.rulebook, verlof, day, language)
        readings = Reader(library.beoordelaar, library.brieven.kaart[taal], taal).versions(verlof, day)
    except NotThereError as error:
        _fail([error])
    if as_html:
        click.echo(page(readings, day, language))
    else:
        read_aloud(in_force(readings, day), language, Console())


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
    if tot and tot.date() < today():
        _fail(["Die dag is al voorbij: de sleutel zou nooit werken."])
    key = keys.new_key()
    try:
        line = keys.line_for(naam, key, tot.date() if tot else None)
    except ValueError:
        _fail(["Een naam heeft kleine letters, cijfers, punten en streepjes, en is hoogstens 63 tekens lang."])
    click.echo(f"{key}\n\nDit is de sleutel. Hij staat nergens anders: geef hem door en bewaar hem niet.\n", err=True)
    click.echo(line)


def _library(root: Path) -> Library:
    """Everything in the folder `root`; every mistake in it ends the command.

    What comes of the rules of the package is kept. A folder of one's own is being worked on: it is read every time.
    """
    try:
        return read_library(root) if root != RULES else Prepared.load(folder=Settings.cache_or_stop()).library
    except RulebookError as error:
        _fail(error.errors)


def _refuse_unknown(verloven: Iterable[str], rulebook: Rulebook, taal: str) -> None:
    """Stop when one of these is no leave, and say which one was probably meant."""
    nearest = Vocabulary(rulebook.verlofsoorten).nearest
    unknown = [
        InputMistake("onbekende-verlofsoort", meant=partial(nearest, id)).at("verlof")
        for id in verloven
        if id not in rulebook.verlofsoorten
    ]
    if unknown:
        _refuse(InputErrors(unknown), taal)


def _refuse(fouten: InputErrors, taal: str) -> NoReturn:
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
