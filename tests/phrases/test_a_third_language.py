"""A third language is data: its rules and its words are files, and no line of code knows that it is there."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from tests.phrases.third_language import MARK, TAAL, copy_with_third_language

ASKING = Path(__file__).with_name("asking.py")
# The members of an answer that are there to be read.
_READ = frozenset({"naam", "titel", "tekst", "toelichting", "vraag", "hulp", "label", "title", "detail", "melding"})
Answers = Mapping[str, Mapping[str, Any]]


@pytest.fixture(scope="module")
def program(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return copy_with_third_language(tmp_path_factory.mktemp("program"))


def run(program: Path, *arguments: str, typed: str = "") -> subprocess.CompletedProcess[str]:
    """Run Python with the code of that program."""
    environment = {**os.environ, "PYTHONPATH": str(program), "VERLOF_ACCESS_LOG": "0", "COLUMNS": "200"}
    command = [sys.executable, *arguments]
    return subprocess.run(
        command, env=environment, cwd=program, input=typed, capture_output=True, text=True, timeout=300
    )


@pytest.fixture(scope="module")
def answers(program: Path) -> Answers:
    asked = run(program, str(ASKING))
    assert asked.returncode == 0, asked.stderr
    said: Answers = json.loads(asked.stdout)
    return said


def verlof(program: Path, *arguments: str, typed: str = "") -> subprocess.CompletedProcess[str]:
    return run(program, "-c", "from verlof_api.cli import main; main()", *arguments, typed=typed)


def read_by_people(data: Any) -> Iterator[str]:
    """Every text in an answer that is there to be read."""
    if isinstance(data, list):
        for each in data:
            yield from read_by_people(each)
    elif isinstance(data, dict):
        for name, value in data.items():
            if name in _READ and isinstance(value, str):
                yield value
            else:
                yield from read_by_people(value)


@pytest.mark.parametrize(
    ("answer", "status"), [("oordeel", 200), ("vragen", 200), ("zoek", 200), ("fout", 400), ("probleem", 404)]
)
def test_every_text_of_an_answer_is_in_the_language_that_was_asked_for(
    answers: Answers, answer: str, status: int
) -> None:
    said = answers[answer]
    texts = list(read_by_people(json.loads(said["tekst"])))
    assert (said["status"], said["taal"]) == (status, TAAL)
    assert texts
    assert [text for text in texts if not text.startswith(MARK)] == []


def test_an_assessment_gives_a_verdict_its_reasons_and_a_question(answers: Answers) -> None:
    answer = json.loads(answers["oordeel"]["tekst"])
    (leave,) = answer["verlofsoorten"]
    assert leave["naam"] == f"{MARK}Short-term care leave"
    assert leave["voorwaarden"][0]["tekst"] == f"{MARK}You work for an employer (Wazo)."
    assert answer["volgendeVragen"][0]["vraag"].startswith(MARK)


def test_the_words_of_the_third_language_find_a_situation(answers: Answers) -> None:
    assert json.loads(answers["zoek"]["tekst"])["resultaten"][0]["id"] == "kind-week-ziek"


def test_what_changes_in_the_law_is_told(answers: Answers) -> None:
    lines = [each["tekst"] for each in json.loads(answers["wijzigingen"]["tekst"])["samenvatting"]]
    assert f"{MARK}Adoption leave (adoptieverlof): 4 -> 6 {MARK}weeks (Wazo 3:2)" in lines


def test_a_letter_and_a_card_are_written(answers: Answers) -> None:
    letter, card = answers["brief"], answers["kaart"]
    assert (letter["status"], letter["taal"]) == (card["status"], card["taal"]) == (200, TAAL)
    assert f"{MARK}First day: [{MARK}first day]" in letter["tekst"]
    assert f'<html lang="{TAAL}">' in card["tekst"]


def test_a_letter_stands_beside_the_dutch_one(answers: Answers) -> None:
    letter = answers["brief-naast-nederlands"]
    assert letter["taal"] == f"nl, {TAAL}"
    assert "[je naam]" in letter["tekst"]
    assert f"[{MARK}your name]" in letter["tekst"]


def test_the_terminal_shows_a_card(program: Path) -> None:
    asked = '{"peildatum": "2026-11-22", "verlofsoorten": ["wazo.kortdurend-zorgverlof"], "feiten": {}}'
    card = verlof(program, "beoordeel", "-", "--taal", TAAL, typed=asked)
    assert card.returncode == 0, card.stderr
    assert f"{MARK}Short-term care leave" in card.stdout
    assert f"{MARK}Tell us also:" in card.stdout


def test_the_terminal_holds_an_interview_and_takes_the_words_of_every_language(program: Path) -> None:
    said = verlof(program, "vraag", "--taal", TAAL, typed="back\nterug\nmy child is ill\nstop\n").stdout
    assert said.count(f"{MARK}This is the first question.") == 2
    assert f"{MARK}My child is ill at home all week" in said


def test_the_languages_to_choose_from_are_those_of_the_rules(program: Path) -> None:
    refused = verlof(program, "beoordeel", "-", "--taal", "qq")
    assert refused.returncode != 0
    assert f"'qq' is not one of 'nl', 'en', '{TAAL}'" in refused.stderr
    assert f"[nl|en|{TAAL}]" in verlof(program, "beoordeel", "--help").stdout
