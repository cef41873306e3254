"""What somebody who writes rules reads after a slip: Dutch, one line, with its place and what would be right."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from tests.drafting.written import REFUSED_SCENARIO
from tests.support.rules_folder import RulesFolder
from verlof_api.cli import main

RULE, WORDS, SCENARIOS = (f"wazo/boomverlof/{name}.yaml" for name in ("regel", "tekst.nl", "scenarios"))


@pytest.fixture
def folder(tmp_path: Path) -> RulesFolder:
    folder = RulesFolder(tmp_path / "rules")
    folder.write(SCENARIOS, REFUSED_SCENARIO)
    return folder


def lines(folder: RulesFolder, *command: str) -> list[str]:
    """What is said of the leave; a folder this small lacks the files of letters, the calendar and more."""
    said = CliRunner().invoke(main, [*(command or ("check",)), "--regels", str(folder.root)]).stderr.splitlines()
    return [each for each in said if each.startswith("wazo/boomverlof/") and "bestand-ontbreekt" not in each]


@pytest.mark.parametrize(
    ("file", "old", "new", "said"),
    [
        (
            RULE,
            "als: tuin",
            "als: tuim",
            "`tuim`: `tuim` bestaat niet: het is geen feit, en geen naam onder `afgeleid` of in een gedeeld bestand;"
            " bedoel je `tuin`? [onbekende-naam]",
        ),
        (
            RULE,
            "als: tuin",
            "als: als tuin",
            "`als tuin`: deze uitdrukking is niet af, na `tuin` [niet-te-begrijpen]",
        ),
        (
            RULE,
            "als: tuin",
            "als: urenPerWeek > 3 weken",
            "`urenPerWeek > 3 weken`: een getal is niet te vergelijken met een duur [verkeerde-soort]",
        ),
        (
            RULE,
            "als: tuin",
            "als: heell(urenPerWeek)",
            "`heell(urenPerWeek)`: geen functie heet `heell`; kies uit min, max, dagen, overlap, laatste, werkdagenNa,"
            " werkdagen, eindeJaar, heel, naarBoven, bekend, verteld, hooguit; bedoel je `heel`? [onbekende-functie]",
        ),
        (
            RULE,
            "gelezen: 2020-03-01",
            "gelezen: 2020-13-01",
            "versies.1.gelezen: `2020-13-01` is geen datum: schrijf jaar-maand-dag, zoals 2026-11-22 [geen-datum]",
        ),
        (
            RULE,
            "gelezen: 2020-03-01",
            "geleezen: 2020-03-01",
            "versies.1: de sleutel `geleezen` bestaat hier niet; bedoel je `gelezen`? [onbekende-sleutel]",
        ),
        (
            RULE,
            "gelezen: 2020-03-01",
            "geldig: {van: 2020-03-01}",
            "de sleutel `geldig` staat er twee keer: haal er een weg [dubbele-sleutel]",
        ),
        (
            RULE,
            "id: wazo.boomverlof",
            "id: wazo.boom-verlof",
            "het id `wazo.boom-verlof` past niet bij de map wazo/boomverlof: schrijf `wazo.boomverlof` [verkeerd-id]",
        ),
        (
            RULE,
            "gelezen: 2020-03-01",
            " gelezen: 2020-03-01",
            "geen geldige YAML: hier hoort een sleutel; kijk naar de inspringing en de aanhalingstekens [geen-yaml]",
        ),
    ],
)
def test_a_slip_is_told_in_one_line_of_dutch(folder: RulesFolder, file: str, old: str, new: str, said: str) -> None:
    line = folder.change(file, old, new)
    assert lines(folder) == [f"{file}:{line}: {said}"]


def test_a_mistake_in_a_named_value_is_told_where_it_stands_and_not_where_it_is_used(folder: RulesFolder) -> None:
    line = folder.change(RULE, "laatsteDag: plantdatum + 9 weken", "laatsteDag: plantdatun + 9 weken")
    (said,) = lines(folder)
    assert said.startswith(f"{RULE}:{line}: ")
    assert "bedoel je `plantdatum`?" in said


def test_a_refused_start_of_another_command_says_the_same(folder: RulesFolder) -> None:
    folder.change(RULE, "als: tuin", "als: tuim")
    (said,) = lines(folder)
    assert lines(folder, "toon", "wazo.boomverlof") == [said]


def test_a_scenario_that_fails_says_what_was_expected_and_why_not(folder: RulesFolder) -> None:
    folder.change(SCENARIOS, "oordeel: geen-recht", "oordeel: recht")
    (said,) = [each for each in lines(folder) if "[scenario-klopt-niet]" in each]
    assert "oordeel: verwacht recht, het antwoord zegt geen-recht; niet voldaan: eigen-tuin" in said
