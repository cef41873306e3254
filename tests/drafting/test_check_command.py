"""`verlof check`: what it prints in each format, and that it checks again when a file changes."""

import json
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import cast

import pytest
from click.testing import CliRunner, Result

from tests.drafting.written import REFUSED_SCENARIO
from tests.support.rules_folder import RulesFolder
from verlof_api.checks.report import Report
from verlof_api.cli import main
from verlof_api.drafting import watching
from verlof_api.drafting.checking import Checked
from verlof_api.law import RuleError

RULE = "wazo/boomverlof/regel.yaml"


@pytest.fixture
def folder(tmp_path: Path) -> RulesFolder:
    folder = RulesFolder(tmp_path / "rules")
    folder.write("wazo/boomverlof/scenarios.yaml", REFUSED_SCENARIO)
    return folder


def check(folder: RulesFolder, *options: str) -> Result:
    return CliRunner().invoke(main, ["check", "--regels", str(folder.root), *options])


def broken(folder: RulesFolder) -> int:
    """Break one line of the rule; gives its number."""
    return folder.change(RULE, "als: tuin", "als: tuim")


def test_a_finding_is_one_line_with_its_place_and_the_command_fails(folder: RulesFolder) -> None:
    line = broken(folder)
    result = check(folder)
    assert result.exit_code == 1
    assert f"{RULE}:{line}: " in result.stderr


def test_in_json_a_finding_has_its_file_its_line_and_what_is_wrong(folder: RulesFolder) -> None:
    line = broken(folder)
    result = check(folder, "--format", "json")
    assert result.exit_code == 1
    (finding,) = [each for each in json.loads(result.stdout) if each["regel"] == line]
    assert finding["bestand"] == RULE
    assert "tuim" in finding["melding"]
    assert (finding["ernst"], finding["code"]) == ("fout", "onbekende-naam")


def test_what_is_only_good_to_know_is_in_every_format_and_does_not_fail(
    folder: RulesFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    note = RuleError("bedragen/loon.yaml", 7, "Loon eindigt op 2026-12-31: daarna is er geen bedrag")
    monkeypatch.setattr("verlof_api.checks.report.ending", lambda *_: [note])
    findings = {each["bestand"]: each for each in json.loads(check(folder, "--format", "json").stdout)}
    assert findings[note.file]["ernst"] == "let-op"
    assert "let op: Loon eindigt op 2026-12-31: daarna is er geen bedrag [tabel-loopt-af]" in check(folder).stderr
    monkeypatch.chdir(folder.root.parent)
    said = check(folder, "--format", "github").stdout
    assert "::notice file=rules/bedragen/loon.yaml,line=7,title=tabel-loopt-af::Loon eindigt" in said


def test_notes_alone_do_not_set_the_exit_status(folder: RulesFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    note = RuleError("bedragen/loon.yaml", 7, "Loon eindigt op 2026-12-31: daarna is er geen bedrag")
    result = check(folder, "--format", "json")
    report = SimpleNamespace(notes=[note], beoordelaar=None)
    monkeypatch.setattr("verlof_api.cli.rules.checked", lambda _: Checked([], cast(Report, report)))
    alone = check(folder, "--format", "json")
    assert (result.exit_code, alone.exit_code) == (1, 0)
    assert [each["ernst"] for each in json.loads(alone.stdout)] == ["let-op"]


def test_for_github_a_finding_names_the_file_as_the_repository_has_it(
    folder: RulesFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    line = broken(folder)
    monkeypatch.chdir(folder.root.parent)
    assert f"::error file=rules/{RULE},line={line},title=onbekende-naam::" in check(folder, "--format", "github").stdout


def test_what_github_would_take_for_a_command_is_escaped(folder: RulesFolder) -> None:
    folder.change(RULE, "gelezen: 2020-03-01", "gelezen: INVULLEN niet meer dan 100%")
    assert check(folder, "--format", "github").stdout.endswith("::nog invullen: niet meer dan 100%25\n")


def test_a_table_of_all_versions_stands_there_only_when_it_is_asked_for(folder: RulesFolder) -> None:
    assert "wazo.boomverlof" in check(folder, "--tabel").stdout
    assert "│" not in check(folder, "--no-table").stdout + check(folder).stdout


def test_findings_come_before_the_table(folder: RulesFolder) -> None:
    output = check(folder, "--tabel").output
    assert 0 < output.rindex("regel.yaml:") < output.index("│")


def test_a_place_that_is_still_to_be_filled_in_is_one_finding_with_what_belongs_there(folder: RulesFolder) -> None:
    line = folder.change(RULE, "gelezen: 2020-03-01", "gelezen: INVULLEN de dag van de tekst")
    place = folder.change("feiten.yaml", "[werknemer, zelfstandige, geen]", "INVULLEN de keuzes")
    assert check(folder).stderr.splitlines() == [
        f"feiten.yaml:{place}: nog invullen: de keuzes [nog-invullen]",
        f"{RULE}:{line}: nog invullen: de dag van de tekst [nog-invullen]",
    ]


def test_a_name_that_is_still_to_be_chosen_is_found_as_well(folder: RulesFolder) -> None:
    line = folder.change(RULE, "laatsteDag: plantdatum + 9 weken", "INVULLEN: plantdatum + 9 weken")
    assert f"{RULE}:{line}: nog invullen: deze plaats [nog-invullen]" in check(folder).stderr.splitlines()


def test_mistakes_in_the_shape_of_any_file_are_told_at_once(folder: RulesFolder) -> None:
    folder.change("wazo/boomverlof/scenarios.yaml", "bron: Bomenwet 4:2", "bron: INVULLEN")
    folder.change(RULE, "gelezen: 2020-03-01", "gelezen: INVULLEN")
    assert {each.split(":")[0] for each in check(folder).stderr.splitlines()} == {
        RULE,
        "wazo/boomverlof/scenarios.yaml",
    }


@pytest.mark.parametrize("change", ["write", "add", "remove"])
def test_watching_looks_again_after_each_change_of_a_file(folder: RulesFolder, change: str) -> None:
    def wait(_: float) -> None:
        if change == "write":
            folder.add(RULE, "# een opmerking\n")
        elif change == "add":
            folder.write("wazo/nieuw/regel.yaml", "id: x\n")
        else:
            folder.remove(RULE)

    again = watching.changes(folder.root, wait)
    assert (next(again), next(again)) == (None, None)


def test_watching_does_not_look_again_as_long_as_nothing_changes(folder: RulesFolder) -> None:
    waits: Iterator[None] = iter([None, None])

    def wait(_: float) -> None:
        if next(waits, "over") == "over":
            raise KeyboardInterrupt

    again = watching.changes(folder.root, wait)
    next(again)
    with pytest.raises(KeyboardInterrupt):
        next(again)


def test_ctrl_c_ends_watching_without_a_traceback(folder: RulesFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(_: float) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(watching.changes, "__defaults__", (stop,))
    broken(folder)
    result = check(folder, "--watch")
    assert result.exit_code == 0
    assert "tuim" in result.stderr
    assert "wacht op een wijziging" in result.stderr


def test_a_scenario_that_gets_a_question_says_which_facts_it_does_not_tell(folder: RulesFolder) -> None:
    folder.change("wazo/boomverlof/scenarios.yaml", ", tuin: false}", "}")
    (said,) = [line for line in check(folder).stderr.splitlines() if "; niet verteld: " in line]
    assert "verwacht geen-recht, het antwoord zegt vraag-nodig" in said
    assert "tuin" in said.partition("; niet verteld: ")[2]


def test_a_scenario_that_is_refused_says_which_condition_refuses(folder: RulesFolder) -> None:
    folder.change("wazo/boomverlof/scenarios.yaml", "oordeel: geen-recht", "oordeel: recht")
    assert "het antwoord zegt geen-recht; niet voldaan: eigen-tuin" in check(folder).stderr
