"""The command line: what each command of `verlof` takes, and which room does it."""

import click

from verlof_api.cli import asking, rules, service
from verlof_api.terminal.plain import show_what_can_be_shown


@click.group()
@click.version_option(package_name="verlof-api")
def main() -> None:
    """Verlofregelaar: welk verlof kan in jouw situatie?"""
    show_what_can_be_shown()


for _command in (
    asking.beoordeel,
    asking.brief,
    asking.vraag,
    rules.check,
    rules.nieuw,
    rules.wijzig,
    rules.toon,
    rules.uitleg,
    rules.verschil,
    service.serve,
    service.klaarzetten,
    service.sleutel,
    service.widget_hash,
):
    main.add_command(_command)
