"""Every letter as a jurist reads it.

Changed on purpose? `python -m tests.letters.letters`, and read the difference.
"""

import pytest

from tests.letters.letters import CASES, GOLDEN, file_of, page
from verlof_api.letters import LetterWriter


@pytest.mark.parametrize("name", CASES)
def test_a_letter_reads_as_it_was_approved(letter_writer: LetterWriter, name: str) -> None:
    assert page(letter_writer, name) == file_of(name).read_text()


def test_every_letter_of_every_leave_is_kept() -> None:
    assert {file.name for file in GOLDEN.iterdir()} == {file_of(name).name for name in CASES}


def test_every_kind_of_letter_that_a_leave_has_is_among_them(letter_writer: LetterWriter) -> None:
    kept = {tuple(name.split("/")[:2]) for name in CASES}
    assert kept == {
        (leave, letter) for leave in letter_writer.brieven.verlofsoorten for letter in letter_writer.varianten(leave)
    }
