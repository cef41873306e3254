"""Who asks for the letter of a leave, and says no more, gets its ordinary one."""

import pytest

from tests.letters.letters import CASES, situation
from verlof_api.letters import LetterWriter, NoLetterError, als_tekst

ORDINARY = "wazo.geboorteverlof/melding/"


def test_the_ordinary_letter_is_the_one_that_a_leave_names_first(letter_writer: LetterWriter) -> None:
    for leave, rule in letter_writer.brieven.verlofsoorten.items():
        assert letter_writer.ordinary_variant(leave) == next(iter(rule.varianten))


def test_a_letter_without_a_kind_is_the_ordinary_letter(letter_writer: LetterWriter) -> None:
    name = next(name for name in CASES if name.startswith(ORDINARY))
    leave, variant, _ = name.split("/")
    asked = situation(letter_writer, CASES[name])
    assert als_tekst(letter_writer.write(asked, leave)) == als_tekst(letter_writer.write(asked, leave, variant))


def test_a_leave_without_letters_has_no_ordinary_one(letter_writer: LetterWriter) -> None:
    leave = next(id for id in letter_writer.beoordelaar.rulebook.verlofsoorten if not letter_writer.varianten(id))
    asked = situation(letter_writer, {"feiten": {}, "peildatum": "2026-11-22"})
    with pytest.raises(NoLetterError) as refused:
        letter_writer.write(asked, leave)
    assert refused.value.code == "zonder-brief"
