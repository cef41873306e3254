"""What changes between two days, as the terminal tells it."""

from datetime import date
from io import StringIO

import pytest
from rich.console import Console

from verlof_api.assessment import Beoordelaar
from verlof_api.comparison import Comparison
from verlof_api.terminal import differences


def told(beoordelaar: Beoordelaar, van: date, tot: date, taal: str) -> list[str]:
    out = StringIO()
    differences(Comparison(beoordelaar, ()).compare(van, tot, taal), taal, Console(file=out))
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
                "      works through in voorwaarde geen-zwaarwegend-belang",
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
