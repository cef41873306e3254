"""The commands of who writes the rules: begin, change, check, read aloud, compare and explain."""

import sys
import time
from datetime import datetime
from pathlib import Path

import click
import orjson
from rich.console import Console

from verlof_api.assessment.wire import to_json
from verlof_api.cli.options import language_option, rules_option
from verlof_api.cli.stops import fail, library_in, refuse, refuse_unknown
from verlof_api.comparison import Comparison
from verlof_api.drafting import watching
from verlof_api.drafting.checking import checked
from verlof_api.drafting.draft import DraftError
from verlof_api.drafting.explain import Explainer
from verlof_api.drafting.findings import FORMATS, as_text, say
from verlof_api.drafting.new_leave import LeaveDrafter, NewLeave
from verlof_api.drafting.new_version import ChangeOfLaw, VersionWriter
from verlof_api.intake import InputErrors, InputMistake, today
from verlof_api.law import RulebookError
from verlof_api.reading import NotThereError, Reader, check_in_force, day_of, in_force, page
from verlof_api.terminal import View, differences, read_aloud


@click.command()
@rules_option
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


@click.command()
@rules_option
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
        fail(error.args)
    click.echo(advice, nl=False)


@click.command()
@rules_option
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
        fail(error.args)
    except RulebookError as error:
        fail(as_text(error.errors))
    click.echo(writer.advice(written), nl=False)


@click.command()
@rules_option
@click.argument("woorden", nargs=-1, required=True)
def uitleg(root: Path, woorden: tuple[str, ...]) -> None:
    """Leg een woord uit: een melding van `verlof check`, een oordeel, een waarschuwing, een sleutel, een bestand."""
    asked, explainer = " ".join(woorden), Explainer(root)
    explanations = explainer.explain(asked)
    if not explanations:
        meant = explainer.nearest(asked)
        fail([f"`{asked}` kennen we niet." + (f" Bedoel je `{meant}`?" if meant else "")])
    for each in explanations:
        click.echo(f"{each.word}: {each.what}\n    {each.text}")


@click.command()
@rules_option
@language_option
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
        refuse(InputErrors([InputMistake("tot-voor-van").at("tot")]), taal)
    library = library_in(root)
    refuse_unknown(gekozen, library.rulebook, taal)
    comparison = Comparison(library.beoordelaar, library.situaties, library.scenarios, library.brieven.kaart)
    changes = comparison.compare(van.date(), tot.date(), taal, gekozen or None)
    if as_json:
        click.echo(orjson.dumps(orjson.loads(to_json(changes)), option=orjson.OPT_INDENT_2).decode())
    else:
        differences(changes, taal, Console(), View(kort, mensentaal))


@click.command()
@rules_option
@language_option
@click.option("--html", "as_html", is_flag=True, help="Een webpagina, met de versies naast elkaar.")
@click.argument("verlof")
@click.argument("dag", required=False)
def toon(root: Path, taal: str, as_html: bool, verlof: str, dag: str | None) -> None:
    """Lees de regels van VERLOF voor, zoals ze zijn op DAG (jaar-maand-dag; zonder dag: vandaag)."""
    try:
        day = today() if dag is None else day_of(dag, taal)
        library = library_in(root)
        language = library.beoordelaar.languages[taal]
        refuse_unknown([verlof], library.rulebook, taal)
        check_in_force(library.rulebook, verlof, day, language)
        readings = Reader(library.beoordelaar, library.brieven.kaart[taal], taal).versions(verlof, day)
    except NotThereError as error:
        fail([error])
    if as_html:
        click.echo(page(readings, day, language))
    else:
        read_aloud(in_force(readings, day), language, Console())
