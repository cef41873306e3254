"""What changes between two days, as the terminal tells it."""

import re
from datetime import date
from io import StringIO

import pytest
from click.testing import CliRunner
from rich.console import Console

from tests.support.real_rules import real_library, real_scenarios, real_situations
from verlof_api.assessment import Beoordelaar
from verlof_api.cli import main
from verlof_api.comparison import Comparison
from verlof_api.law.scenarios import Scenario
from verlof_api.terminal import View, differences


def told(
    beoordelaar: Beoordelaar,
    van: date,
    tot: date,
    taal: str,
    scenarios: tuple[Scenario, ...] = (),
    view: View | None = None,
) -> list[str]:
    out = StringIO()
    kaart = real_library().brieven.kaart
    changes = Comparison(beoordelaar, real_situations(), scenarios, kaart).compare(van, tot, taal)
    differences(changes, taal, Console(file=out), view)
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
                "  geeft: 9 weken, 70% van het minimumloon of het dagloon (UWV)",
                "      werkt door in voorwaarde geen-zwaarwegend-belang",
            },
        ),
        (
            "en",
            {
                "Paid parental leave (betaald ouderschapsverlof) (wazo.betaald-ouderschapsverlof): new",
                "Birth leave (geboorteverlof) (wazo.geboorteverlof): changed",
                "  gives: 9 weeks, 70% of the minimum wage or the daily wage (UWV)",
                "      works through in condition geen-zwaarwegend-belang",
            },
        ),
    ],
)
def test_what_changes_is_told_in_the_language_that_was_asked_for(
    real_beoordelaar: Beoordelaar, taal: str, said: set[str]
) -> None:
    assert said - set(told(real_beoordelaar, date(2022, 1, 1), date(2026, 7, 2), taal)) == set()


@pytest.mark.parametrize(
    ("van", "tot", "taal", "said"),
    [
        (date(2014, 12, 1), date(2026, 7, 2), "en", "  Maximumdagloon per day: not known -> 309.91 euros"),
        (date(2014, 12, 1), date(2026, 7, 2), "nl", "  Maximumdagloon per dag: niet bekend -> 309,91 euro"),
        (
            date(2026, 11, 30),
            date(2027, 1, 1),
            "nl",
            "  Wettelijk minimumloon per maand: 2337,00 euro -> nog niet bekend (verwacht: uiterlijk 20 december 2026)",
        ),
        (
            date(2023, 12, 31),
            date(2024, 1, 1),
            "nl",
            "  Wettelijk minimumloon per week: 460,40 euro -> bestaat niet meer",
        ),
        (date(2023, 12, 31), date(2024, 1, 1), "nl", "  Wettelijk minimumloon per uur: bestond nog niet -> 13,27 euro"),
    ],
)
def test_an_amount_that_is_not_known_is_told_as_such_and_not_as_one_that_is_gone(
    real_beoordelaar: Beoordelaar, van: date, tot: date, taal: str, said: str
) -> None:
    assert said in told(real_beoordelaar, van, tot, taal)


@pytest.mark.parametrize(
    ("van", "tot", "said"),
    [
        (date(2008, 12, 31), date(2009, 1, 1), "  Ouderschapsverlof: 13 -> 26 weken"),
        (date(2018, 12, 31), date(2019, 1, 1), "  Adoptieverlof: 4 -> 6 weken (Wazo 3:2)"),
        (date(2018, 12, 31), date(2019, 1, 1), "  Kraamverlof: vervallen; kijk bij Geboorteverlof"),
        (
            date(2020, 6, 30),
            date(2020, 7, 1),
            "  Aanvullend geboorteverlof: nieuw, 5 weken, 70% van het minimumloon of het dagloon (UWV) (Wazo 4:2a",
        ),
        (date(2018, 12, 31), date(2019, 1, 1), "  Calamiteiten- en kort verzuimverlof: alleen het artikel verandert"),
    ],
)
def test_the_summary_comes_first_and_is_one_line_for_each_leave(
    real_beoordelaar: Beoordelaar, van: date, tot: date, said: str
) -> None:
    lines = told(real_beoordelaar, van, tot, "nl", view=View(kort=True))
    assert lines[0] == "In het kort:"
    assert any(line.startswith(said) for line in lines)


def test_days_of_which_no_amount_is_known_are_not_days_on_which_nothing_changes(real_beoordelaar: Beoordelaar) -> None:
    lines = told(real_beoordelaar, date(2027, 6, 30), date(2027, 7, 1), "nl")
    assert lines[0] == "Er verandert niets."
    assert lines[1].startswith("Op 2027-07-01 kennen we geen bedrag van: ")
    assert "Maximumdagloon" in lines[1]


def test_plain_language_has_no_ids_and_no_sums(real_beoordelaar: Beoordelaar) -> None:
    lines = told(real_beoordelaar, date(2018, 12, 31), date(2022, 8, 2), "nl", view=View(mensentaal=True))
    raw = re.compile(r"wazo\.|wfw\.|urenPerWeek|==|[a-z][A-Z]|\bdan\b.*\banders\b")
    assert [line for line in lines if raw.search(line)] == []
    assert "  voorwaarde: Je hebt nog verlof over: gewijzigd (Wazo 6:1, Wazo 6:2)" in lines


def test_a_case_that_hung_on_an_answer_says_on_which(real_beoordelaar: Beoordelaar) -> None:
    lines = told(real_beoordelaar, date(2022, 8, 1), date(2022, 8, 2), "nl", real_scenarios())
    told_of = next(line for line in lines if "Voor een ouder van een jong kind doet de grootte er niet toe" in line)
    assert ": hangt af van je antwoord op: " in told_of
    assert "vraag nodig" not in told_of


@pytest.mark.parametrize(
    ("taal", "said"),
    [
        ("nl", "telt niet: oordeel nodig, 144 uur, 4 weken, 28 dagen, 144 uur over, "),
        ("en", "telt niet: a judgement is needed, 144 hours, 4 weeks, 28 days, 144 hours left, "),
    ],
)
def test_an_outcome_is_told_in_the_words_of_the_language(real_beoordelaar: Beoordelaar, taal: str, said: str) -> None:
    lines = told(real_beoordelaar, date(2018, 12, 31), date(2019, 1, 1), taal, real_scenarios())
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


def test_one_leave_can_be_looked_at_alone() -> None:
    chosen = ["verschil", "--kort", "--verlof", "wazo.adoptieverlof", "2018-12-31", "2019-01-01"]
    said = CliRunner().invoke(main, chosen).output.splitlines()
    assert said == ["In het kort:", "  Adoptieverlof: 4 -> 6 weken (Wazo 3:2)"]


def test_a_leave_that_is_not_known_is_refused_with_the_one_that_was_meant() -> None:
    result = CliRunner().invoke(main, ["verschil", "--verlof", "geboorteverlof", "2018-12-31", "2019-01-01"])
    assert result.exit_code == 1
    assert result.output.startswith("verlof: ")
    assert "wazo.geboorteverlof" in result.output


def test_the_command_names_its_days() -> None:
    assert "verschil [OPTIONS] VAN TOT\n" in CliRunner().invoke(main, ["verschil", "--help"]).output
