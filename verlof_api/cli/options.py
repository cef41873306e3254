"""What more than one command takes: the folder with the rules, and a language of theirs."""

from pathlib import Path

import click

from verlof_api.law import RULES
from verlof_api.law.talen import TAAL_VAN_DE_WET, talen_in

rules_option = click.option(
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


language_option = click.option(
    "--taal",
    default=TAAL_VAN_DE_WET,
    show_default=True,
    metavar=f"[{'|'.join(talen_in(RULES))}]",
    callback=_language_of_the_rules,
    help="Taal van het antwoord.",
)
