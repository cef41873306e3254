"""`verlof check` finds an article, a paragraph or a letter that the law does not have, and asks what was meant."""

import pytest

from tests.support.real_rules import real_folder
from tests.support.rules_folder import RulesFolder
from verlof_api.checks.articles import articles, unknown_laws
from verlof_api.law import Rulebook

REGEL = "wazo/boomverlof/regel.yaml"
STRUCTURE = """\
Bomenwet:
  tekst: 2019-01-01
  artikelen:
    1: {}
    1:1: {}
    4:2: {leden: 2, onder: {1: c}}
    4:2b: {leden: 3}
    4:3: {onder: b}
    4:4: {}
    4:7: {}
    8: {}
  vroeger:
    4:3: {leden: 2}
    9: {}
"""


@pytest.fixture
def structured(rules: RulesFolder) -> RulesFolder:
    rules.write("wetten-artikelen.yaml", STRUCTURE)
    return rules


def found(rules: RulesFolder) -> list[str]:
    return [str(error) for error in articles(rules.open(), rules.load().wetboek)]


def notes(rules: RulesFolder) -> list[str]:
    return [str(error) for error in unknown_laws(rules.open(), rules.load().wetboek)]


def cited(rules: RulesFolder, citation: str) -> tuple[int, list[str]]:
    """What is found when a condition rests on this, and the line on which it does."""
    line = rules.change(REGEL, "als: tuin, bron: Bomenwet 4:2 lid 2", f"als: tuin, bron: {citation}")
    return line, found(rules)


def test_what_exists_is_right(structured: RulesFolder) -> None:
    assert found(structured) == []


NEW = "staat niet in wetten-artikelen.yaml: is het nieuw, zet het dan daar onder Bomenwet"


@pytest.mark.parametrize(
    ("citation", "said"),
    [
        (
            "Bomenwet 4:1a",
            f"artikel 4:1a {NEW}",
        ),
        (
            "Bomenwet 4:2a",
            f"artikel 4:2a {NEW}; bedoel je Bomenwet 4:2?",
        ),
        (
            "Bomenwet 4:5",
            f"artikel 4:5 {NEW}; bedoel je Bomenwet 4:4?",
        ),
        (
            "Bomenwet 99:99",
            f"artikel 99:99 {NEW}",
        ),
        ("Bomenwet 4:2 lid 99", "Bomenwet 4:2 heeft 2 leden; lid 99 bestaat niet"),
        ("Bomenwet 4:4 lid 1", "Bomenwet 4:4 heeft geen leden; bedoel je Bomenwet 4:4?"),
        (
            "Bomenwet 4:2 lid 1 onder d",
            "Bomenwet 4:2 lid 1 heeft onderdelen tot en met c; onder d bestaat niet",
        ),
        ("Bomenwet 4:2 lid 2 onder a", "Bomenwet 4:2 lid 2 heeft geen onderdelen; bedoel je Bomenwet 4:2 lid 2?"),
    ],
)
def test_what_does_not_exist_is_found_with_its_place(structured: RulesFolder, citation: str, said: str) -> None:
    line, errors = cited(structured, citation)
    assert errors == [f"{REGEL}:{line}: `{citation}`: {said}"]


@pytest.mark.parametrize(
    "citation",
    ["Bomenwet 4:2 lid 1 onder c", "Bomenwet 4:3 onder b", "Bomenwet 4:3 lid 2", "Bomenwet 9", "kamerstuk-12345"],
)
def test_what_exists_now_or_existed_before_is_right(structured: RulesFolder, citation: str) -> None:
    assert cited(structured, citation)[1] == []


def test_each_of_several_sources_is_held_to_it(structured: RulesFolder) -> None:
    line, errors = cited(structured, "[Bomenwet 4:2, Bomenwet 77, Bomenwet 4:9]")
    assert [error.partition(": `")[2].partition("`")[0] for error in errors] == ["Bomenwet 77", "Bomenwet 4:9"]
    assert {error.partition(": ")[0] for error in errors} == {f"{REGEL}:{line}"}


def test_of_a_law_that_is_known_in_part_only_that_part_is_held_to_it(structured: RulesFolder) -> None:
    structured.change("wetten-artikelen.yaml", "  artikelen:\n", "  deel: {van: 1, tot: 8}\n  artikelen:\n")
    assert cited(structured, "Bomenwet 12")[1] == []
    assert structured.read(REGEL).count("Bomenwet 12") == 1
    structured.change(REGEL, "Bomenwet 12", "Bomenwet 7")
    assert len(found(structured)) == 1


def test_laws_whose_structure_is_not_known_are_said_once_and_are_no_mistake(structured: RulesFolder) -> None:
    (note,) = notes(structured)
    assert note.startswith("wetten-artikelen.yaml:")
    assert note.endswith(": BW")  # of which nothing but the source of kinship is cited
    assert found(structured) == []


def test_rules_without_the_structure_of_laws_are_held_to_nothing(rules: RulesFolder) -> None:
    assert cited(rules, "Bomenwet 99:99")[1] == []
    assert notes(rules) == []


def test_every_source_of_the_real_rules_exists(real_rulebook: Rulebook) -> None:
    assert [str(error) for error in articles(real_folder(), real_rulebook.wetboek)] == []
