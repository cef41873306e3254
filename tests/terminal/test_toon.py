"""`verlof toon`: the rules of a leave read aloud."""

import pytest
from click.testing import CliRunner, Result

from verlof_api.cli import main

VERLOF, DAG = "wazo.geboorteverlof", "2022-08-02"


def toon(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["toon", *arguments])


def test_a_leave_on_a_day_is_read_aloud() -> None:
    result = toon(VERLOF, DAG)
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.startswith(f"Geboorteverlof ({VERLOF})\n")
    assert "\nVoorwaarden\n" in result.stdout
    assert "\nArtikelen\n" in result.stdout


def test_in_another_language_the_headings_are_translated_and_the_rules_are_not() -> None:
    result = toon(VERLOF, DAG, "--taal", "en")
    assert "\nConditions\n" in result.stdout
    assert "The rules themselves are in Dutch" in result.stdout


def test_a_page_can_be_kept_as_a_file() -> None:
    result = toon(VERLOF, DAG, "--html")
    assert result.stdout.startswith("<!doctype html>\n")
    assert result.stdout.endswith("</html>\n")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["geboorteverlof", DAG], "Bedoel je wazo.geboorteverlof?"),
        ([VERLOF, "2-8-2022"], "Bedoel je 2022-08-02?"),
        ([VERLOF, "1990-01-01"], "Deze regels beginnen op 1 december 2001."),
    ],
)
def test_what_is_not_there_is_said_in_one_line(arguments: list[str], said: str) -> None:
    result = toon(*arguments)
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.count("\n") == 1
    assert said in result.stderr
