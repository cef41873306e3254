"""What changes between two days, as the terminal tells it."""

import re
from datetime import date
from io import StringIO

import pytest
from click.testing import CliRunner
from rich.console import Console

from verlof_api.assessment import Beoordelaar
from verlof_api.cli import main
from verlof_api.comparison import Comparison
from verlof_api.rulebook import RULES
from verlof_api.rulebook.brieven import read_brieven
from verlof_api.rulebook.scenarios import Scenario, load_scenarios
from verlof_api.terminal import differences


def told(beoordelaar: Beoordelaar, van: date, tot: date, taal: str, scenarios: tuple[Scenario, ...] = ()) -> list[str]:
    out = StringIO()
    kaart = read_brieven(RULES, beoordelaar.rulebook).kaart[taal]
    differences(Comparison(beoordelaar, scenarios).compare(van, tot, taal), kaart, taal, Console(file=out))
    return out.getvalue().splitlines()


@pytest.mark.parametrize(("taal", "said"), [("nl", "Er verandert niets."), ("en", "Nothing changes.")])
def test_between_a_day_and_itself_nothing_changes(real_beoordelaar: Beoordelaar, taal: str, said: str) -> None:
    assert told(real_beoordelaar, date(2026, 1, 1), date(2026, 1, 1), taal) == [said]


@pytest.mark.parametrize(
    ("taal", "said"),
    [
        (
            "nl",
            {
                "Betaald ouderschapsverlof (wazo.betaald-ouderschapsverlof): nieuw",
                "Geboorteverlof (wazo.geboorteverlof): gewijzigd",
                "      werkt door in voorwaarde geen-zwaarwegend-belang",
            },
        ),
        (
            "en",
            {
                "Paid parental leave (betaald ouderschapsverlof) (wazo.betaald-ouderschapsverlof): new",
                "Birth leave (geboorteverlof) (wazo.geboorteverlof): changed",
                "      works through in condition geen-zwaarwegend-belang",
            },
        ),
    ],
)
def test_what_changes_is_told_in_the_language_that_was_asked_for(
    real_beoordelaar: Beoordelaar, taal: str, said: set[str]
) -> None:
    assert said - set(told(real_beoordelaar, date(2022, 1, 1), date(2026, 7, 2), taal)) == set()


def test_an_amount_that_was_not_known_before_is_told_as_such(real_beoordelaar: Beoordelaar) -> None:
    lines = told(real_beoordelaar, date(2014, 12, 1), date(2026, 7, 2), "en")
    amounts = [line for line in lines if line.startswith("Maximumdagloon per dag: ")]
    assert amounts == ["Maximumdagloon per dag: (was not there) -> 309.91"]


@pytest.mark.parametrize(
    ("taal", "said"),
    [
        ("nl", ": oordeel nodig, 144 uur, 28 dagen, 100%, 309.91 per dag (hoogste bedrag) -> oordeel nodig, 216 uur, "),
        ("en", ": a judgement is needed, 144 hours, 28 days, 100%, 309.91 per day (highest amount) -> "),
    ],
)
def test_an_outcome_is_told_in_the_words_of_the_language(real_beoordelaar: Beoordelaar, taal: str, said: str) -> None:
    lines = told(real_beoordelaar, date(2018, 12, 31), date(2019, 1, 1), taal, load_scenarios())
    assert any(said in line for line in lines)
    assert not re.search(r"\bNone\b|\b1 (dagen|days|uren|hours|werkdagen)\b", "\n".join(lines))


VERSCHIL = ["verschil", "--taal", "en"]


@pytest.mark.parametrize(
    ("arguments", "typed", "said"),
    [
        (["verschil", "2019-01-01", "2018-12-31"], "", "tot: De laatste dag (tot) ligt vóór de eerste (van).\n"),
        ([*VERSCHIL, "2019-01-01", "2018-12-31"], "", "tot: The last day (tot) lies before the first (van).\n"),
        (["beoordeel", "-"], "{", "Dit is geen geldige JSON: het gaat mis op regel 1, teken 2.\n"),
        (["beoordeel", "-"], '{"feiten": {"urenPerWeek": "x"}}', "feiten.urenPerWeek: Hier hoort een getal"),
    ],
)
def test_what_cannot_be_used_is_refused_with_its_place(arguments: list[str], typed: str, said: str) -> None:
    result = CliRunner().invoke(main, arguments, input=typed)
    assert result.exit_code == 1
    assert result.output.startswith(said)


def test_the_command_names_its_days() -> None:
    assert "verschil [OPTIONS] VAN TOT\n" in CliRunner().invoke(main, ["verschil", "--help"]).output
