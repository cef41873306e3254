"""The words around the law (widget, page, errors, terminal) read as plainly as those of the law."""

from collections.abc import Iterable

import pytest

from tests.support.real_rules import real_folder
from tests.texts.ease import hard_to_read
from tests.texts.interface import interface_texts, page_texts, words_of
from verlof_api.checks.program_words import program_findings
from verlof_api.checks.schrijfwijzer import CheckedText, Schrijfwijzer, load_schrijfwijzer
from verlof_api.checks.writing import every_language, machine_words, no_machine_words, plain
from verlof_api.law import Rulebook, RuleError
from verlof_api.law.strict_yaml import Passage


@pytest.fixture(scope="module")
def guide() -> Schrijfwijzer:
    loaded = load_schrijfwijzer(real_folder()).value
    assert loaded is not None
    return loaded


def messages(errors: Iterable[RuleError]) -> list[str]:
    return [str(error) for error in errors]


EVERY_TEXT = [*interface_texts(), *page_texts()]


def test_every_sentence_is_short_and_plain(guide: Schrijfwijzer) -> None:
    assert [message for text in EVERY_TEXT for message in messages(plain(text, guide))] == []


def test_every_text_is_easy_to_read(guide: Schrijfwijzer) -> None:
    assert list(hard_to_read(EVERY_TEXT, guide)) == []


def test_no_text_has_a_name_for_computers(real_rulebook: Rulebook) -> None:
    ids = machine_words(real_rulebook)
    assert [message for text in EVERY_TEXT for message in messages(no_machine_words(text, ids))] == []


def test_every_text_is_there_in_every_language_with_the_same_values() -> None:
    assert messages(every_language(interface_texts(), ["nl", "en"])) == []


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("widget/element/words.nl.js", "Kies een antwoord. Weet je het niet? Kies dan ‘Weet ik niet’."),
        ("widget/element/words.en.js", "Choose an answer. If you don’t know, choose ‘I don’t know’."),
        ("words/nl/invoer.yaml", "Dit feit kennen we niet. Alle feiten staan op /v1/vragen."),
        ("words/en/problemen.yaml", "The address is too long"),
        ("words/nl/terminal.yaml", "Vertel ook"),
        ("widget/index.html", "In je eigen woorden, of kies een situatie. Je hoeft geen namen van wetten te kennen."),
    ],
)
def test_the_texts_of_every_place_are_read(name: str, words: str) -> None:
    assert words in [str(text.words) for text in EVERY_TEXT if text.file == name]


@pytest.mark.parametrize("taal", ["nl", "en"])
def test_the_widget_has_a_name_for_every_day_that_an_answer_can_name(real_rulebook: Rulebook, taal: str) -> None:
    named = {text.path[1] for text in EVERY_TEXT if text.file.endswith(f"words.{taal}.js") and "datumNaam" in text.path}
    versions = [versie for soort in real_rulebook.verlofsoorten.values() for versie in soort.versies]
    assert named >= {term.id for versie in versions for term in versie.termijnen}


def test_words_of_javascript_are_read_whole() -> None:
    script = """// Words, with a comment: "not this".
export const NL = {
  // start
  naam: "Zeg: \\"ja\\"", // and another
  "open-norm": { aan: "a", van: ["b", "c",], },
};
"""
    assert words_of(script) == {"naam": 'Zeg: "ja"', "open-norm": {"aan": "a", "van": ["b", "c"]}}


def test_text_on_the_page_in_bold_belongs_to_its_sentence() -> None:
    said = [str(text.words) for text in page_texts()]
    assert any(words.startswith("Van jou alleen. We vragen geen naam") for words in said)


def test_a_hard_text_of_the_interface_would_be_found(guide: Schrijfwijzer) -> None:
    first = interface_texts()[0]
    hard = CheckedText(
        first.file, first.path, "nl", type(first.words)("Gelieve u te identificeren teneinde door te gaan.")
    )
    assert len(messages(plain(hard, guide))) == 3


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Gelieve het bericht te sturen.", "words/nl/invoer.yaml:3: `Gelieve`: beter is "),
        ("Vul urenPerWeek in.", "words/nl/invoer.yaml:3: `urenPerWeek` is een naam voor computers"),
    ],
)
def test_verlof_check_says_what_the_program_should_not_say(
    guide: Schrijfwijzer, real_rulebook: Rulebook, words: str, found: str
) -> None:
    wrong = CheckedText("words/nl/invoer.yaml", ("fouten", "leeg"), "nl", Passage(words, "words/nl/invoer.yaml", 3))
    right = CheckedText("words/en/invoer.yaml", ("fouten", "leeg"), "en", Passage("Empty.", "words/en/invoer.yaml", 3))
    (message,) = messages(program_findings([wrong, right], guide, real_rulebook))
    assert message.startswith(found)
