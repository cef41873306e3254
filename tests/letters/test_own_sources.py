"""A paragraph can rest on an article that no answer names; then the words say which."""

from pathlib import Path

import pytest

from tests.letters.letters import CASES, letter
from tests.letters.test_letter_files import ZORG, change, mistakes, root
from verlof_api.law import Rulebook
from verlof_api.letters import LetterWriter

__all__ = ["root"]  # the fixture

REASON = "      - {id: reden}\n"


def test_an_article_of_its_own_stands_in_the_letter_and_among_its_sources(letter_writer: LetterWriter) -> None:
    name = next(name for name in CASES if "/bezwaarschrift/" in name)
    brief = letter(letter_writer, name)
    (first, *_) = brief.bladen[0].inhoud
    assert "artikel 6:4 lid 1 van de Algemene wet bestuursrecht" in getattr(first, "tekst", "")
    assert ("Awb", "6:4") in {(bron.wet, bron.artikel) for bron in brief.bronnen}


def test_a_source_that_the_words_do_not_name_is_refused(root: Path, real_rulebook: Rulebook) -> None:
    line = change(root, f"{ZORG}.yaml", REASON, "      - {id: reden, bron: Wazo 5:11 lid 1}\n")
    assert mistakes(root, real_rulebook)[0] == (
        f"{ZORG}.yaml:{line}: `reden` heeft een `bron`: noem {{artikel.eigen}} in de tekst"
    )


def test_words_that_name_a_source_that_is_not_there_are_refused(root: Path, real_rulebook: Rulebook) -> None:
    change(root, f"{ZORG}.nl.yaml", "reden: De reden", "reden: Zie {artikel.eigen}. De reden")
    change(root, f"{ZORG}.en.yaml", "reden: The reason", "reden: See {artikel.eigen}. The reason")
    assert any("`reden` noemt {artikel.eigen}: schrijf er `bron` bij" in each for each in mistakes(root, real_rulebook))


@pytest.mark.parametrize("bron", ["Wet 1", "Wazo vijf"])
def test_a_source_that_is_none_is_refused(root: Path, real_rulebook: Rulebook, bron: str) -> None:
    line = change(root, f"{ZORG}.yaml", REASON, f"      - {{id: reden, bron: {bron}}}\n")
    assert any(each.startswith(f"{ZORG}.yaml:{line}: `{bron}` is geen bron") for each in mistakes(root, real_rulebook))
