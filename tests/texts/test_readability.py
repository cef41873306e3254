"""Every text reads at level B1: measured with Flesch-Douma for Dutch and Flesch for English."""

import re

import pytest

from tests.support.real_rules import real_folder
from tests.texts.ease import hard_to_read, read_sentences, reading_ease, syllables
from verlof_api.checks.schrijfwijzer import CheckedText, Schrijfwijzer, load_schrijfwijzer
from verlof_api.checks.writing import texts_in
from verlof_api.law.strict_yaml import Passage

NO_TERMS = re.compile("(?!)")
OFFICE = {
    "nl": "Ingevolge de bepalingen inzake arbeidsongeschiktheidsverzekeringen worden werknemersverzekeringsuitkeringen"
    " uitsluitend toegekend indien aannemelijk gemaakt kan worden dat betrokkenen verzekeringsplichtig zijn geweest.",
    "en": "Pursuant to the applicable statutory provisions, entitlement to parental remuneration is contingent upon"
    " satisfactory demonstration of continuous participation in the compulsory insurance arrangements.",
}
PLAIN = {
    "nl": "Je kind is ziek. Je mag vrij nemen om te zorgen. Je krijgt dan een deel van je loon. Meld het op tijd.",
    "en": "Your child is ill. You may take time off to care. You then get part of your wage. Tell them in time.",
}


@pytest.fixture(scope="module")
def guide() -> Schrijfwijzer:
    loaded = load_schrijfwijzer(real_folder()).value
    assert loaded is not None
    return loaded


def ease(words: str, taal: str) -> float:
    return reading_ease(read_sentences([words], NO_TERMS), taal)


def test_every_text_of_the_rules_is_easy_to_read(guide: Schrijfwijzer) -> None:
    assert list(hard_to_read(texts_in(real_folder()), guide)) == []


@pytest.mark.parametrize("taal", ["nl", "en"])
def test_the_language_of_offices_is_found(guide: Schrijfwijzer, taal: str) -> None:
    office = CheckedText(f"gedeeld.{taal}.yaml", ("zinnen",), taal, Passage(OFFICE[taal], f"gedeeld.{taal}.yaml", 3))
    (found,) = hard_to_read([office], guide)
    assert found.startswith(f"gedeeld.{taal}.yaml:3: reading ease ")


@pytest.mark.parametrize("taal", ["nl", "en"])
def test_a_file_of_many_short_hard_texts_is_found(guide: Schrijfwijzer, taal: str) -> None:
    short = " ".join(OFFICE[taal].split()[:10])
    file = [CheckedText("gedeeld.yaml", (str(n),), taal, Passage(short, "gedeeld.yaml", n)) for n in range(10)]
    assert [found.split(":")[0] for found in hard_to_read(file, guide)] == ["gedeeld.yaml"]


@pytest.mark.parametrize("taal", ["nl", "en"])
def test_plain_language_is_far_easier_than_that_of_offices(taal: str) -> None:
    assert ease(PLAIN[taal], taal) > 90
    assert ease(OFFICE[taal], taal) < 20


@pytest.mark.parametrize(
    ("taal", "words", "expected"),
    [("nl", "Je kind is ziek.", 206.835 - 0.93 * 4 - 77.0), ("en", "Your child is ill.", 206.835 - 1.015 * 4 - 84.6)],
)
def test_the_formulas_are_those_of_douma_and_flesch(taal: str, words: str, expected: float) -> None:
    assert ease(words, taal) == pytest.approx(expected)


@pytest.mark.parametrize(
    ("taal", "word", "expected"),
    [
        ("nl", "kind", 1),
        ("nl", "werkgever", 3),
        ("nl", "e-mail", 2),
        ("nl", "38", 1),
        ("en", "care", 1),
        ("en", "parent", 2),
    ],
)
def test_syllables_are_counted(taal: str, word: str, expected: int) -> None:
    assert syllables(word, taal) == expected


def test_a_term_that_nobody_can_avoid_does_not_count(guide: Schrijfwijzer) -> None:
    words = "Het ouderschapsverlof begint."
    assert read_sentences([words], guide.terms["nl"]) == [["Het", "begint"]]
