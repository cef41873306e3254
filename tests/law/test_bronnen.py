"""A source is a law, an article and a paragraph, with a link to the text as it stood on a day."""

from datetime import date

import pytest

from tests.support.rules_folder import RulesFolder
from verlof_api.law import Rulebook
from verlof_api.law.bronnen import Bron

DAY = date(2020, 7, 1)
LINK = "https://wetten.overheid.nl/jci1.3:c:BWBR0000001&artikel={}&z=2020-07-01&g=2020-07-01"


@pytest.mark.parametrize(
    ("citation", "bron", "where"),
    [
        ("Bomenwet 8", ("8", None, None), "8"),
        ("Bomenwet 7a", ("7a", None, None), "7a"),
        ("Bomenwet 4:2", ("4:2", None, None), "4:2"),
        ("Bomenwet 4:2b", ("4:2b", None, None), "4:2b"),
        ("Bomenwet 4:2 lid 1", ("4:2", "1", None), "4:2&lid=1"),
        ("Bomenwet 4:2 lid 1a", ("4:2", "1a", None), "4:2&lid=1a"),
        ("Bomenwet 4:1 lid 2 onder b", ("4:1", "2", "b"), "4:1&lid=2"),
        ("Bomenwet 1:1 onder c", ("1:1", None, "c"), "1:1"),
    ],
)
def test_a_citation_links_to_the_article_as_it_stood(
    trees: Rulebook, citation: str, bron: tuple[str, str | None, str | None], where: str
) -> None:
    assert trees.wetboek.resolve(citation, DAY) == Bron("Bomenwet", *bron, url=LINK.format(where))


@pytest.mark.parametrize(("book", "bwb"), [("7:634", "BWBR0005290"), ("1:3", "BWBR0002656")])
def test_a_law_in_books_links_to_the_book(trees: Rulebook, book: str, bwb: str) -> None:
    assert f":c:{bwb}&" in str(trees.wetboek.resolve(f"BW {book}", DAY).url)


def test_a_law_in_books_links_to_the_article_by_its_number_within_the_book(trees: Rulebook) -> None:
    # The references in the official texts themselves have this form: …BWBR0005290&boek=7&artikel=623&z=…&g=…
    assert "&boek=7&artikel=634&lid=1&z=2020-07-01" in str(trees.wetboek.resolve("BW 7:634 lid 1", DAY).url)


def test_another_source_has_its_own_name_and_address(trees: Rulebook) -> None:
    assert trees.wetboek.resolve("kamerstuk-12345", DAY) == Bron("Nota over bomen", url="https://voorbeeld.nl/nota")


@pytest.mark.parametrize("citation", ["Bomenwet 4:2 lid 1", "Bomenwet 4:1 lid 2 onder b", "BW 7:634", "Bomenwet 8"])
def test_a_source_reads_as_a_jurist_wrote_it(trees: Rulebook, citation: str) -> None:
    assert str(trees.wetboek.resolve(citation, DAY)) == citation


@pytest.mark.parametrize(
    "citation", ["Struikwet 1", "Bomenwet", "Bomenwet vier", "Bomenwet 4:2 lid", "bomenwet 4:2", "UWV-iets", "BW 9:1"]
)
def test_what_is_no_source_is_refused(trees: Rulebook, citation: str) -> None:
    with pytest.raises(ValueError, match=citation.split()[0]):
        trees.wetboek.resolve(citation, DAY)


def test_an_unknown_source_in_a_rule_is_refused_with_file_and_line(rules: RulesFolder) -> None:
    file = "wazo/boomverlof/regel.yaml"
    line = rules.change(file, "bron: Bomenwet 4:7", "bron: Struikwet 4:7")
    assert rules.mistakes()[0].startswith(f"{file}:{line}: `Struikwet 4:7` is geen bron")


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("gedeeld.yaml", "bron: Bomenwet 1:1", "bron: Struikwet 1:1"),
        ("verwantschap.yaml", "bron: BW 1:3", "bron: Struikwet 1:3"),
        ("hiaten.yaml", "bron: Bomenwet 9", "bron: Struikwet 9"),
        ("bedragen/minimumloon.yaml", "bron: Bomenwet 8", "bron: Struikwet 8"),
    ],
)
def test_an_unknown_source_in_any_file_is_refused_with_file_and_line(
    rules: RulesFolder, file: str, old: str, new: str
) -> None:
    line = rules.change(file, old, new)
    assert rules.mistakes()[0].startswith(f"{file}:{line}: `Struikwet")


def test_several_sources_are_written_as_a_list(rules: RulesFolder) -> None:
    rules.change(
        "wazo/boomverlof/regel.yaml", "mag: niet, bron: Bomenwet 4:7", "mag: niet, bron: [Bomenwet 4:7, BW 7:634]"
    )
    afwijken = rules.load().verlofsoorten["wazo.boomverlof"].versies[0].afwijken
    assert len(afwijken) == 1
    assert [str(each) for each in afwijken[0].bronnen] == ["Bomenwet 4:7", "BW 7:634"]


def test_several_sources_of_kinship_are_written_as_a_list(rules: RulesFolder) -> None:
    rules.change("verwantschap.yaml", "bron: BW 1:3", "bron: [BW 1:3, Bomenwet 1]")
    eigenschappen = rules.load().eigenschappen
    assert eigenschappen is not None
    assert [str(each) for each in eigenschappen.bronnen] == ["BW 1:3", "Bomenwet 1"]
