"""What commands take of the rules: the folder they are in, and a language of theirs."""

from pathlib import Path

import click

from verlof_api.law import RULES
from verlof_api.law.talen import TAAL_VAN_DE_WET, talen_in
from verlof_api.letters.request import letter_languages

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


def _language_of_a_letter(context: click.Context, option: click.Parameter, taal: str | None) -> str | None:
    """A language of the rules that were asked for, or two of them side by side; None when none was asked for."""
    if taal is None:
        return None
    return str(click.Choice(letter_languages(talen_in(context.params["root"]))).convert(taal, option, context))


letter_language_option = click.option(
    "--taal",
    metavar=f"[{'|'.join(letter_languages(talen_in(RULES)))}]",
    callback=_language_of_a_letter,
    help=f"Taal van de brief, of twee naast elkaar.  [standaard: wat in het bestand staat, of {TAAL_VAN_DE_WET}]",
)
