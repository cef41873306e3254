"""Which languages there are follows from the files of the rules, and every text is there in each of them."""

import pytest

from tests.support.rules_folder import RulesFolder
from verlof_api.law.talen import talen_in

HIAAT = "tekst: {nl: Struiken staan er niet in., en: Shrubs are not in it.}"


def add_language(rules: RulesFolder, taal: str) -> None:
    """Say in another language what the rules say in English."""
    for file in sorted(rules.root.rglob("*.en.yaml")):
        file.with_name(file.name.replace(".en.", f".{taal}.")).write_text(file.read_text())
    rules.change("hiaten.yaml", "en: Shrubs are not in it.", f"en: Shrubs are not in it., {taal}: Kein Strauch.")


def remove_language(rules: RulesFolder, taal: str) -> None:
    for file in rules.root.rglob(f"*.{taal}.yaml"):
        file.unlink()


def test_the_language_of_the_law_comes_first_and_the_others_by_name(rules: RulesFolder) -> None:
    add_language(rules, "de")
    assert talen_in(rules.root) == rules.load().talen == ("nl", "de", "en")


def test_rules_may_be_in_the_language_of_the_law_alone(rules: RulesFolder) -> None:
    remove_language(rules, "en")
    rules.change("hiaten.yaml", HIAAT, "tekst: {nl: Struiken staan er niet in.}")
    assert rules.load().talen == ("nl",)


def test_a_text_in_a_language_that_the_rules_do_not_have_is_a_mistake(rules: RulesFolder) -> None:
    rules.write("wazo/boomverlof/tekst.fr.yaml", rules.read("wazo/boomverlof/tekst.en.yaml"))
    assert rules.mistakes() == ["wazo/boomverlof/tekst.fr.yaml:1: `fr` is hier geen taal: er is geen feiten.fr.yaml"]


@pytest.mark.parametrize("file", ["feiten.de.yaml", "gedeeld.de.yaml", "wazo/boomverlof/tekst.de.yaml"])
def test_a_language_that_misses_a_file_is_not_a_language_yet(rules: RulesFolder, file: str) -> None:
    add_language(rules, "de")
    rules.remove(file)
    assert rules.mistakes() == [f"{file}:1: dit bestand ontbreekt"]


@pytest.mark.parametrize(
    ("words", "mistake"),
    [
        ("{nl: Geen struiken.}", "hier is geen tekst in `en`"),
        ("{nl: Geen struiken., en: No shrubs., fr: Pas.}", "`fr` is hier geen taal: er is geen feiten.fr.yaml"),
    ],
)
def test_a_text_that_stands_in_all_languages_in_one_place_has_those_of_the_rules(
    rules: RulesFolder, words: str, mistake: str
) -> None:
    line = rules.change("hiaten.yaml", HIAAT, f"tekst: {words}")
    assert rules.mistakes() == [f"hiaten.yaml:{line}: {mistake}"]
