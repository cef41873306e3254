"""The files about refusals, the calendar and the money line: a slip stops the start, with the file and the line."""

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from verlof_api.assessment import Beoordelaar
from verlof_api.calendar.book import load_agenda
from verlof_api.law import RULES, Rulebook, RulebookError
from verlof_api.law.errors import Loaded
from verlof_api.law.folder import Folder, open_folder
from verlof_api.money.book import load_geldregel
from verlof_api.refusals.book import load_weigeringen
from verlof_api.refusals.judge import RefusalJudge

LONG = "wazo/langdurend-zorgverlof/weigering.yaml"


@pytest.fixture
def edit(tmp_path: Path) -> Callable[[str, str, str], Path]:
    """A copy of the rules in which `old` in `file` reads `new`."""

    def edit(file: str, old: str, new: str) -> Path:
        root = tmp_path / "rules"
        shutil.copytree(RULES.resolve(), root)
        text = (root / file).read_text()
        assert old in text
        (root / file).write_text(text.replace(old, new, 1))
        return root

    return edit


def loaded(load: Callable[[Folder, Rulebook], Loaded[Any]], root: Path, rulebook: Rulebook) -> Any:
    return load(open_folder(root).or_raise(), rulebook).or_raise()


def mistakes(load: Callable[[], Any]) -> str:
    with pytest.raises(RulebookError) as caught:
        load()
    return str(caught.value)


@pytest.mark.parametrize(
    ("file", "old", "new", "message"),
    [
        (LONG, "bron: Wazo 5:11 lid 3}", "bron: Wet 5:11}", f"{LONG}:9: `Wet 5:11` is geen bron"),
        (
            LONG,
            "profiel: wazo-belang",
            "profiel: wazo-belangen",
            f"{LONG}:6: het profiel `wazo-belangen` staat niet in weigeringen.yaml; bedoel je `wazo-belang`?",
        ),
        (LONG, "tekst: informatie-vragen", "tekst: informatie", "antwoorden: `informatie` heeft geen tekst"),
        (LONG, "      te-druk:", "      te-drukker:", f"{LONG}:10: redenen: `te-drukker` staat niet in"),
        (LONG, "grond: oordeel-nodig", "grond: misschien", f"{LONG}:9: versies.0.redenen.zwaarwegend-belang"),
        (
            "weigeringen.yaml",
            "werkgeverBelang: true",
            "werkgeverBlang: true",
            "het feit `werkgeverBlang` bestaat niet; bedoel je `werkgeverBelang`?",
        ),
        ("weigeringen.yaml", "bij-nee: uwv-beslist", "bij-nee: uwv-besliste", "bij-nee: `uwv-besliste` staat niet in"),
        (
            "weigeringen.yaml",
            "      geen-stand: {tekst:",
            "      geen-stant: {tekst:",
            "morgen: `geen-stant` staat",
        ),
        ("weigeringen.yaml", "  andere: {overig: true}", "  andere: {}", "redenen: precies één reden is `overig`"),
        ("weigeringen.en.yaml", "  te-druk: It is too busy\n", "", "redenen: `te-druk` heeft geen tekst"),
        (
            "weigeringen.nl.yaml",
            "De wet kent deze reden niet.",
            "De {wet} kent het niet.",
            "{wet} wordt hier niet ingevuld",
        ),
    ],
)
def test_a_slip_in_the_files_about_refusals_is_told_with_its_place(
    edit: Any, real_rulebook: Rulebook, file: str, old: str, new: str, message: str
) -> None:
    root = edit(file, old, new)
    assert message in mistakes(lambda: loaded(load_weigeringen, root, real_rulebook))


def test_a_name_in_a_case_of_its_own_is_held_against_the_version_too(edit: Any, real_rulebook: Rulebook) -> None:
    root = edit("weigeringen.yaml", "- als: kleineWerkgever en niet", "- als: kleineWerkgewer en niet")
    boek, core = loaded(load_weigeringen, root, real_rulebook), Beoordelaar(real_rulebook)
    assert "`kleineWerkgewer` bestaat niet" in mistakes(lambda: RefusalJudge(core, boek))


def test_a_name_that_the_version_does_not_know_is_told_with_its_place(edit: Any, real_rulebook: Rulebook) -> None:
    root = edit(LONG, "uiterlijk: beslissingUiterlijk", "uiterlijk: beslisdag")
    boek = loaded(load_weigeringen, root, real_rulebook)
    core = Beoordelaar(real_rulebook)
    found = mistakes(lambda: RefusalJudge(core, boek))
    assert found.startswith(f"{LONG}:2")
    assert "`beslisdag` bestaat niet: het is geen feit" in found


def test_a_leave_without_an_answer_to_refusals_does_not_load(edit: Any, real_rulebook: Rulebook) -> None:
    root = edit(LONG, "id:", "id:")
    (root / LONG).unlink()
    assert f"{LONG}:1: dit bestand ontbreekt" in mistakes(lambda: loaded(load_weigeringen, root, real_rulebook))


@pytest.mark.parametrize(
    ("file", "old", "new", "message"),
    [
        ("agenda.yaml", "  vervaldatum: {alarm: [28, 7]}\n", "", "termijnen: `vervaldatum` ontbreekt"),
        ("agenda.yaml", "begin: gewensteIngangsdatum", "begin: urenPerWeek", "is geen feit met een datum"),
        ("agenda.nl.yaml", "Uiterlijk beginnen met {verlof}", "Uiterlijk {dag}", "{dag} wordt hier niet ingevuld"),
    ],
)
def test_a_slip_in_the_calendar_files_is_told(
    edit: Any, real_rulebook: Rulebook, file: str, old: str, new: str, message: str
) -> None:
    root = edit(file, old, new)
    assert message in mistakes(lambda: loaded(load_agenda, root, real_rulebook))


def test_a_slip_in_the_money_files_is_told(edit: Any, real_rulebook: Rulebook) -> None:
    root = edit("geldregel.yaml", "verzoek: betaalverzoek-tot", "verzoek: vervaldatums")
    assert "vervaldatums" in mistakes(lambda: loaded(load_geldregel, root, real_rulebook))
