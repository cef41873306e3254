"""A wish told in one way is the same wish in the letter, whichever way it was told."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from tests.support.wishing import PAID, PARENT
from verlof_api.assessment import Situatie
from verlof_api.letters import LetterWriter, als_tekst


def letter(letter_writer: LetterWriter, **wish: Any) -> str:
    situatie = Situatie(date(2026, 11, 22), {**PARENT, **wish})
    return als_tekst(letter_writer.write(situatie, PAID, "melding"))


@pytest.mark.parametrize("wish", [{"gewensteWeken": Decimal(4)}, {"gewensteUren": Decimal(144)}])
def test_weeks_and_hours_give_the_letter_its_last_day(letter_writer: LetterWriter, wish: dict[str, Any]) -> None:
    assert "21 februari 2027" in letter(letter_writer, **wish)


def test_a_last_day_says_nothing_of_hours_in_a_letter(letter_writer: LetterWriter) -> None:
    assert "144" not in letter(letter_writer, gewensteEinddatum=date(2027, 2, 21))


def test_a_last_day_that_lies_after_the_window_is_left_open(letter_writer: LetterWriter) -> None:
    written = letter(letter_writer, gewensteIngangsdatum=date(2027, 9, 20), gewensteWeken=Decimal(4))
    assert "17 oktober 2027" not in written
    assert "[laatste dag]" in written
