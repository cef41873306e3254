"""Every letter as a jurist reads it.

Changed on purpose? `python -m tests.letters.letters`, and read the difference.
"""

from pathlib import Path

import pytest

from tests.letters.letters import CASES, GOLDEN, Cases, file_of, page, without_a_case, write_anew
from verlof_api.letters import LetterWriter


@pytest.mark.parametrize("name", CASES)
def test_a_letter_reads_as_it_was_approved(letter_writer: LetterWriter, name: str) -> None:
    assert page(letter_writer, name) == file_of(name).read_text()


def test_every_letter_of_every_leave_is_kept() -> None:
    assert {file.name for file in GOLDEN.iterdir()} == {file_of(name).name for name in CASES}


def test_every_kind_of_letter_that_a_leave_has_is_among_them(letter_writer: LetterWriter) -> None:
    assert without_a_case(letter_writer) == []


def test_every_case_is_about_a_letter_that_there_is(letter_writer: LetterWriter) -> None:
    assert [name for name in CASES if name.split("/")[1] not in letter_writer.varianten(name.split("/")[0])] == []


NAME = "wazo.kraamverlof/melding/recht"
OTHERS = {name: case for name, case in CASES.items() if not name.startswith("wazo.kraamverlof/")}


@pytest.fixture
def golden(tmp_path: Path) -> Path:
    """The folder of the letters, with one that is old."""
    golden = tmp_path / "golden"
    golden.mkdir()
    (golden / "oud.txt").write_text("Geachte heer of mevrouw,")
    return golden


def test_the_letters_are_written_in_place_of_the_old_ones(letter_writer: LetterWriter, golden: Path) -> None:
    assert write_anew(letter_writer, golden) == []
    assert {file.name for file in golden.iterdir()} == {file_of(name).name for name in CASES}
    assert (golden / file_of(NAME).name).read_text() == page(letter_writer, NAME)
    assert list(golden.parent.iterdir()) == [golden]


@pytest.mark.parametrize(
    ("cases", "said"),
    [
        (OTHERS, ["wazo.kraamverlof/melding: geen geval in brieven.yaml"]),
        (
            {**CASES, NAME: {**CASES[NAME], "feiten": {"arbeidsrelatie": "werknemer"}}},
            [f"{NAME}: vraag-nodig. ", f"{NAME}: vertel in brieven.yaml ook "],
        ),
        (
            {**CASES, NAME: {**CASES[NAME], "feiten": {"arbeidsrelatie": "zelfstandige"}}},
            [f"{NAME}: geen-recht. "],
        ),
        ({**CASES, NAME: {**CASES[NAME], "feiten": {"arbeid": 1}}}, [f"{NAME}: feiten.arbeid: "]),
    ],
)
def test_where_a_case_has_no_letter_it_says_why_and_leaves_the_old_ones(
    letter_writer: LetterWriter, golden: Path, cases: Cases, said: list[str]
) -> None:
    problems = write_anew(letter_writer, golden, cases)
    for each in said:
        assert any(problem.startswith(each) for problem in problems), (each, problems)
    assert [file.name for file in golden.iterdir()] == ["oud.txt"]
    assert list(golden.parent.iterdir()) == [golden]
