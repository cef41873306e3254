"""`verlof klaarzetten` keeps what is made of the rules, and says where; the next command reads it back."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from verlof_api import prepared
from verlof_api.cli import main

QUESTION = '{"peildatum": "2026-11-22", "verlofsoorten": ["wazo.geboorteverlof"], "feiten": {"urenPerWeek": 32}}'


def _run(*words: str, folder: str) -> Result:
    return CliRunner().invoke(main, words, input=QUESTION, env={"VERLOF_CACHE": folder})


def test_it_says_what_was_kept_and_the_next_command_reads_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = str(tmp_path / "kept")
    told = _run("klaarzetten", folder=folder)
    files = [line.rpartition(" ")[2] for line in told.output.splitlines()]
    assert told.exit_code == 0
    assert [Path(file).suffix for file in files] == [".regels", ".py"]
    assert all(Path(file).is_file() for file in files)

    monkeypatch.setattr(prepared, "read_library", None)  # nothing is read anew
    answer = _run("beoordeel", "-", folder=folder)
    assert (answer.exit_code, "Geboorteverlof" in answer.output) == (0, True)


def test_it_says_so_where_nothing_may_be_kept() -> None:
    told = _run("klaarzetten", folder="geen")
    assert (told.exit_code, told.output) == (1, "VERLOF_CACHE is geen: er wordt niets bewaard.\n")


def test_it_says_so_where_others_may_write(tmp_path: Path) -> None:
    tmp_path.chmod(0o777)
    told = _run("klaarzetten", folder=str(tmp_path))
    assert told.exit_code == 1
    assert told.output.startswith(f"In {tmp_path} kan niet worden bewaard")


def test_a_folder_that_cannot_be_is_told_in_one_line() -> None:
    told = _run("klaarzetten", folder="ergens")
    assert told.exit_code == 2
    assert told.output == (
        "VERLOF_CACHE: 'ergens' kan niet. Wel: de naam van een map die met / begint; gewoon; of geen.\n"
    )
