"""The commands of who runs the service: start it, make its cache, its keys and the code for a page."""

import os
import sys
from datetime import datetime
from importlib.metadata import version
from pathlib import Path

import click

from verlof_api import embedding, keys
from verlof_api.cli.stops import fail
from verlof_api.drafting.findings import as_text
from verlof_api.intake import today
from verlof_api.law import RulebookError
from verlof_api.prepared import Kept, Prepared
from verlof_api.settings import Settings


@click.command()
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


@click.command()
def klaarzetten() -> None:
    """Zet klaar wat de dienst en de opdrachten van de regels maken. Dan starten ze sneller, en met minder geheugen."""
    folder = Settings.cache_or_stop()
    if folder is None:
        fail(["VERLOF_CACHE is geen: er wordt niets bewaard."])
    kept = Kept(folder)
    try:
        Prepared.load(folder=folder, tidy=True)
    except RulebookError as error:
        fail(as_text(error.errors))
    if not kept.there:
        fail([f"In {folder} kan niet worden bewaard: een ander mag er schrijven, of wij mogen het niet."])
    click.echo(f"klaar:             {kept.path}\nregels als Python: {kept.readable}")


@click.command("widget-hash")
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


@click.command()
@click.option("--tot", type=click.DateTime(["%Y-%m-%d"]), help="De laatste dag waarop de sleutel werkt.")
@click.argument("naam")
def sleutel(naam: str, tot: datetime | None) -> None:
    """Maak een sleutel voor wie de dienst gebruikt. De regel voor het bestand van VERLOF_SLEUTELS is de uitvoer, dus
    `verlof sleutel NAAM >> bestand` zet hem erbij; de sleutel zelf staat alleen op het scherm."""
    if tot and tot.date() < today():
        fail(["Die dag is al voorbij: de sleutel zou nooit werken."])
    key = keys.new_key()
    try:
        line = keys.line_for(naam, key, tot.date() if tot else None)
    except ValueError:
        fail(["Een naam heeft kleine letters, cijfers, punten en streepjes, en is hoogstens 63 tekens lang."])
    click.echo(f"{key}\n\nDit is de sleutel. Hij staat nergens anders: geef hem door en bewaar hem niet.\n", err=True)
    click.echo(line)
