"""Who has the right because the employer was late or silent holds the employer to it, and asks nothing again."""

from dataclasses import replace
from typing import Any

import pytest

from tests.letters.letters import CASES, situation
from verlof_api.letters import Brief, LetterWriter
from verlof_api.letters.writer import Alinea

SILENT = [name for name in CASES if name.startswith("wfw.") and name.endswith("/beslissing-vragen/recht")]
LATE = [name for name in CASES if name.startswith("wfw.") and name.endswith("/bezwaar/recht")]
ASKS_AGAIN = {
    "vraag-recht",
    "al-gevraagd",
    "antwoord-voor",
    "antwoord-graag",
    "besluit-graag",
    "opnieuw-bekijken",
    "overleg",
}


def written(letter_writer: LetterWriter, name: str, variant: str, **facts: Any) -> Brief | None:
    """The letter of this kind about a kept case; None where the case was not decided by being late."""
    situatie = situation(letter_writer, CASES[name])
    situatie = replace(situatie, feiten={**situatie.feiten, **facts})
    leave = name.split("/")[0]
    (answer,) = letter_writer.beoordelaar.beoordeel(replace(situatie, verlofsoorten=(leave,))).verlofsoorten
    won = any(step.id == "eraan-houden" for step in answer.stappen)
    return letter_writer.write(situatie, leave, variant) if won else None


def parts(brief: Brief) -> list[str]:
    return [deel.id for deel in brief.bladen[0].inhoud if isinstance(deel, Alinea)]


def text(brief: Brief) -> str:
    return " ".join(deel.tekst for deel in brief.bladen[0].inhoud if isinstance(deel, Alinea))


def test_there_are_cases_that_were_won() -> None:
    assert len(SILENT) >= 3
    assert len(LATE) >= 3


@pytest.mark.parametrize("name", [*SILENT, *LATE])
def test_the_ordinary_letter_holds_the_employer_to_it(letter_writer: LetterWriter, name: str) -> None:
    brief = written(letter_writer, name, "verzoek")
    if brief is not None:
        assert not ASKS_AGAIN & set(parts(brief))
        assert "Ik ga ervan uit dat het gaat zoals ik vroeg." in text(brief)
        assert "Volgens de wet" in text(brief)
        assert "bevestigen" in text(brief)


@pytest.mark.parametrize("name", SILENT)
def test_the_letter_about_silence_asks_no_decision(letter_writer: LetterWriter, name: str) -> None:
    brief = written(letter_writer, name, "beslissing-vragen")
    if brief is not None:
        assert "besluit-graag" not in parts(brief)
        assert "zoals ik vroeg" in text(brief)


@pytest.mark.parametrize("name", LATE)
def test_the_objection_asks_for_no_other_look(letter_writer: LetterWriter, name: str) -> None:
    brief = written(letter_writer, name, "bezwaar")
    assert brief is not None
    assert "opnieuw-bekijken" not in parts(brief)
    assert "zoals ik vroeg" in text(brief)


@pytest.mark.parametrize("name", LATE)
def test_what_was_only_said_is_asked_in_writing(letter_writer: LetterWriter, name: str) -> None:
    brief = written(letter_writer, name, "verzoek", schriftelijk=False)
    if brief is not None:
        assert "vraag-recht" in parts(brief)
        assert "zoals ik vroeg" not in text(brief)
