"""Every letter is a message of three lines too: what, from when to when, and one question."""

import pytest

from tests.letters.letters import CASES, letter
from verlof_api.letters import LetterWriter, als_bericht


@pytest.mark.parametrize("name", CASES)
def test_a_message_has_three_lines_and_ends_with_its_one_question(letter_writer: LetterWriter, name: str) -> None:
    for taal in ("nl", "en"):
        lines = als_bericht(letter(letter_writer, name, taal)).splitlines()
        assert len(lines) == 3, lines
        assert [line.count("?") for line in lines] == [0, 0, 1], lines
        assert lines[-1].endswith("?")
        assert not set("{}") & set("".join(lines))


def test_a_message_in_two_languages_has_one_below_the_other(letter_writer: LetterWriter) -> None:
    name = next(name for name in CASES if name.startswith("wazo.geboorteverlof/melding/recht"))
    both = als_bericht(letter(letter_writer, name, "nl+en"))
    assert both == als_bericht(letter(letter_writer, name)) + "\n" + als_bericht(letter(letter_writer, name, "en"))
