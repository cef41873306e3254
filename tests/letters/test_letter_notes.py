"""What `verlof check` says of letters that load: days that are not in them, and conditions that never come true."""

import shutil
from pathlib import Path

import pytest

from tests.letters.test_letter_files import change
from verlof_api.assessment import Beoordelaar
from verlof_api.law import RULES, open_folder
from verlof_api.letters.notes import notes

KRAAM = "wazo/kraamverlof/brief"
DAYS, PARAGRAPHS = "    gegevens: [eerste-dag, laatste-dag]\n", "    alineas:\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return Path(shutil.copytree(RULES, tmp_path / "rules"))


def said(root: Path, beoordelaar: Beoordelaar) -> list[str]:
    return [str(each) for each in notes(open_folder(root).or_raise(), beoordelaar)]


def test_of_the_letters_that_there_are_nothing_is_said(real_beoordelaar: Beoordelaar) -> None:
    assert said(RULES, real_beoordelaar) == []


def test_a_letter_without_days_is_named(root: Path, real_beoordelaar: Beoordelaar) -> None:
    change(root, f"{KRAAM}.yaml", DAYS, "")
    (note,) = said(root, real_beoordelaar)
    assert note.startswith(f"{KRAAM}.yaml:4: deze brief noemt geen dagen: ")


@pytest.mark.parametrize("value", ["periode.tot", "feit.geboortedatumKind"])
def test_a_day_in_a_sentence_of_the_leave_is_a_day_too(root: Path, real_beoordelaar: Beoordelaar, value: str) -> None:
    change(root, f"{KRAAM}.yaml", DAYS, "")
    change(root, f"{KRAAM}.nl.yaml", "  hoeveel: Het gaat om", f"  hoeveel: Het gaat om {{{value}}}, en om")
    assert said(root, real_beoordelaar) == []


@pytest.mark.parametrize(
    ("guard", "facts"),
    [
        ("{verteld: [plaatsingsdatum]}", ["plaatsingsdatum"]),
        ("{niet: {politiekeFunctie: [waterschap]}}", ["politiekeFunctie"]),
        ("{niet-later-dan: {plaatsingsdatum: melden}}", ["plaatsingsdatum"]),
        ("{verteld: [geboortedatumKind], is: {arbeidsrelatie: [werknemer]}}", []),
    ],
)
def test_a_paragraph_that_hangs_on_a_fact_that_nobody_is_asked_for_is_named(
    root: Path, real_beoordelaar: Beoordelaar, guard: str, facts: list[str]
) -> None:
    change(root, f"{KRAAM}.yaml", PARAGRAPHS, f"{PARAGRAPHS}      - {{id: zo, bij: {guard}}}\n")
    assert [note.partition(": ")[2] for note in said(root, real_beoordelaar)] == [
        f"geen versie van dit verlof leest `{fact}`, dus niemand wordt ernaar gevraagd" for fact in facts
    ]


def test_what_a_letter_cannot_be_written_without_it_asks_for_itself(root: Path, real_beoordelaar: Beoordelaar) -> None:
    told = "{verteld: [plaatsingsdatum]}"
    needs_it = f"    vereist: {told}\n{PARAGRAPHS}      - {{id: zo, bij: {told}}}\n"
    change(root, f"{KRAAM}.yaml", PARAGRAPHS, needs_it)
    assert said(root, real_beoordelaar) == []
