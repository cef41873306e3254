"""`verlof check` catches a text that does not read as it must, and says where it stands."""

import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from tests.support.real_rules import real_folder, real_library
from tests.support.rules_folder import TALEN, RulesFolder
from verlof_api.checks.prose import sentences
from verlof_api.checks.report import check
from verlof_api.checks.schrijfwijzer import CheckedText, Schrijfwijzer, load_schrijfwijzer
from verlof_api.checks.writing import every_language, language_findings, no_machine_words, plain, said_once, texts_in
from verlof_api.law import RULES, RulebookError, RuleError
from verlof_api.law.folder import open_folder
from verlof_api.law.strict_yaml import Passage
from verlof_api.library import load_library

GUIDE = """\
woordenPerZin: {nl: 8, en: 9}
leesgemak: {nl: {bestand: 70, tekst: 60}, en: {bestand: 70, tekst: 50}, vanafWoorden: {bestand: 50, tekst: 15}}
verboden:
  - taal: nl
    omdat: Zo praat niemand.
    woorden: {teneinde: om, wens*: wil}
    behalve: {"brieven.nl.yaml:slot.*": Een brief.}
  - omdat: Dit is nog niet af.
    woorden: {todo: de tekst zelf}
zonderWet: {wazo/vrijverlof/tekst.??.yaml: De wet zegt hier niets.}
termen: []
"""
LONG = "Je mag vrij nemen als je kind ziek is."


def text(words: str, taal: str = "nl", file: str = "gedeeld.{}.yaml", path: str = "zinnen.wachten") -> CheckedText:
    name = file.format(taal)
    return CheckedText(name, tuple(path.split(".")), taal, Passage(words, name, 7))


def messages(errors: Iterable[RuleError]) -> list[str]:
    return [str(error) for error in errors]


@pytest.fixture
def rules(tmp_path: Path) -> RulesFolder:
    folder = RulesFolder(tmp_path / "rules")
    folder.write("schrijfwijzer.yaml", GUIDE)
    return folder


@pytest.fixture
def guide(rules: RulesFolder) -> Schrijfwijzer:
    loaded = load_schrijfwijzer(rules.open()).value
    assert loaded is not None
    return loaded


def findings(rules: RulesFolder) -> Iterator[RuleError]:
    return language_findings(rules.open(), rules.load(), rules.situations())


def test_the_words_of_the_real_rules_read_as_they_must() -> None:
    assert messages(language_findings(real_folder(), real_library().rulebook, real_library().situaties)) == []


@pytest.mark.parametrize(
    ("old", "new", "mistake"),
    [
        ("{nl: 8, en: 9}", "{nl: 8}", "1: woordenPerZin: `en` ontbreekt"),
        ("{nl: 8, en: 9}", "{nl: 8, en: 9, fr: 9}", "1: woordenPerZin: `fr` is geen taal van deze regels"),
        ("en: {bestand: 70, tekst: 50}, ", "", "2: leesgemak: `en` ontbreekt"),
        ("- taal: nl", "- taal: fr", "4: verboden: `fr` is geen taal van deze regels"),
    ],
)
def test_a_style_guide_is_about_the_languages_of_its_rules(
    rules: RulesFolder, old: str, new: str, mistake: str
) -> None:
    rules.change("schrijfwijzer.yaml", old, new)
    assert [str(error) for error in load_schrijfwijzer(rules.open()).errors] == [f"schrijfwijzer.yaml:{mistake}"]


def test_a_sentence_that_is_too_long_is_found_with_its_place(guide: Schrijfwijzer) -> None:
    assert messages(plain(text(LONG), guide)) == [
        "gedeeld.nl.yaml:7: `Je mag vrij nemen als …` heeft 9 woorden, hoogstens 8: maak er twee zinnen van"
    ]


@pytest.mark.parametrize("words", ["Je mag vrij. Je kind is ziek. Meld het.", "Mag je vrij? Je kind is nu ziek!"])
def test_several_short_sentences_are_not_one_long_one(guide: Schrijfwijzer, words: str) -> None:
    assert messages(plain(text(words), guide)) == []


def test_each_language_has_its_own_longest_sentence(guide: Schrijfwijzer) -> None:
    assert messages(plain(text("You may take time off when your child is", "en"), guide)) == []


@pytest.mark.parametrize(
    ("words", "read"),
    [
        ("Vraag het (Wazo).", [["Vraag", "het"]]),
        ("Vraag het (Wazo, artikel 4:1 lid 2).", [["Vraag", "het"]]),
        ("Vraag het ({artikel.grond}).", [["Vraag", "het"]]),
        ("Vraag het (op tijd).", [["Vraag", "het", "op", "tijd"]]),
        ("Vanaf {eersteDag} mag het.", [["Vanaf", "waarde", "mag", "het"]]),
        ("Neem 1,5 uur. Of meer?", [["Neem", "1,5", "uur"], ["Of", "meer"]]),
        ("Werk je 1.225 uur of meer?", [["Werk", "je", "1.225", "uur", "of", "meer"]]),
    ],
)
def test_a_sentence_is_counted_as_it_is_read(words: str, read: list[list[str]]) -> None:
    assert [list(sentence) for sentence in sentences(words)] == read


@pytest.mark.parametrize("words", ["Teneinde vrij te zijn.", "Vraag teneinde.", "(teneinde)"])
def test_a_word_that_does_not_belong_is_found_with_what_to_say_instead(guide: Schrijfwijzer, words: str) -> None:
    (message,) = messages(plain(text(words), guide))
    assert message.endswith("`: beter is om. Zo praat niemand.")


@pytest.mark.parametrize("words", ["Je wensen.", "Je wens."])
def test_a_star_stands_for_letters(guide: Schrijfwijzer, words: str) -> None:
    assert len(messages(plain(text(words), guide))) == 1


@pytest.mark.parametrize("words", ["Verteneinde.", "Teneinden.", "Om vrij te zijn."])
def test_a_word_that_only_looks_like_it_is_left_alone(guide: Schrijfwijzer, words: str) -> None:
    assert messages(plain(text(words), guide)) == []


def test_a_word_of_one_language_is_no_word_of_the_other(guide: Schrijfwijzer) -> None:
    assert messages(plain(text("Teneinde.", "en"), guide)) == []
    assert len(messages(plain(text("TODO.", "en"), guide))) == 1


def test_a_word_may_stand_where_the_style_guide_says_so(guide: Schrijfwijzer) -> None:
    assert messages(plain(text("Teneinde.", file="brieven.nl.yaml", path="slot.0"), guide)) == []
    assert len(messages(plain(text("Teneinde.", file="brieven.nl.yaml", path="aanhef.uwv"), guide))) == 1


@pytest.mark.parametrize("words", ["Vul urenPerWeek in.", "Je bent andere-ouder.", "Neem wazo.boomverlof."])
def test_a_name_for_computers_is_found(words: str) -> None:
    ids = frozenset({"urenPerWeek", "andere-ouder", "wazo.boomverlof"})
    assert len(messages(no_machine_words(text(words), ids))) == 1
    assert messages(no_machine_words(text(words.replace("e", "é")), ids)) == []


def test_a_value_in_braces_is_no_name_for_computers() -> None:
    assert messages(no_machine_words(text("Je werkt {urenPerWeek} uur."), frozenset({"urenPerWeek"}))) == []


def test_a_text_in_one_language_only_is_found() -> None:
    (message,) = messages(every_language([text("Vraag het.")], TALEN))
    assert message == "gedeeld.nl.yaml:7: zinnen.wachten: hier is geen tekst in `en`"


def test_a_value_that_only_one_language_has_is_found() -> None:
    pair = [text("Vanaf {dag}."), text("From then.", "en")]
    assert [message.split(": ")[0] for message in messages(every_language(pair, TALEN))] == ["gedeeld.en.yaml:7"]


def test_dutch_in_an_english_file_is_found() -> None:
    pair = [text("Vraag het je werkgever."), text("Vraag het je werkgever.", "en")]
    assert messages(every_language(pair, TALEN)) == ["gedeeld.en.yaml:7: zinnen.wachten: dit is de Nederlandse tekst"]


def test_a_name_may_be_the_same_in_both_languages() -> None:
    assert messages(every_language([text("Mijn UWV"), text("Mijn UWV", "en")], TALEN)) == []


def test_a_leave_that_says_the_same_thing_twice_is_found() -> None:
    pair = [text("Je bent te laat."), text("Je bent te laat.", path="zinnen.wet")]
    assert messages(said_once(pair)) == ["gedeeld.nl.yaml:7: zinnen.wet: dezelfde tekst als zinnen.wachten"]


def test_two_leaves_may_say_the_same_thing() -> None:
    pair = [text("Meld het.", file=f"wazo/{leave}/tekst.nl.yaml") for leave in ("boomverlof", "tuinverlof")]
    assert messages(said_once(pair)) == []


def law_findings(rules: RulesFolder, said: str) -> list[str]:
    """What is found about a leave with one condition, of which everything that is said is `said`."""
    rules.rule("wazo.vrijverlof", "voorwaarden: [{id: boom, als: tuin, bron: Bomenwet 1}]")
    for taal in ("nl", "en"):
        file = f"wazo/vrijverlof/tekst.{taal}.yaml"
        words = rules.read(file)
        for outcome in ("voldaan", "niet-voldaan"):
            words = words.replace(f"boom is {outcome} ({taal}).", f"{outcome}: {said}".replace(": ", " "))
        rules.write(file, words)
    found = findings(rules)
    return [each.message for each in found if each.file.startswith("wazo/vrijverlof") and "rust op" in each.message]


def test_a_condition_on_an_article_must_name_the_law_in_brackets(rules: RulesFolder) -> None:
    rules.change("schrijfwijzer.yaml", "zonderWet: {wazo/vrijverlof/tekst.??.yaml: De wet zegt hier niets.}\n", "")
    assert set(law_findings(rules, "Zo is het.")) == {
        "`boom` rust op een artikel: noem de wet tussen haakjes, zoals (Bomenwet)"
    }


def test_a_condition_must_name_its_own_law(rules: RulesFolder) -> None:
    rules.change("schrijfwijzer.yaml", "zonderWet: {wazo/vrijverlof/tekst.??.yaml: De wet zegt hier niets.}\n", "")
    assert set(law_findings(rules, "Zo is het (BW).")) == {"`boom` rust op Bomenwet, niet op BW"}


@pytest.mark.parametrize("law", ["Bomenwet", "Wet op de bomen"])
def test_the_law_may_be_named_in_short_or_in_full(rules: RulesFolder, law: str) -> None:
    rules.change("schrijfwijzer.yaml", "zonderWet: {wazo/vrijverlof/tekst.??.yaml: De wet zegt hier niets.}\n", "")
    assert law_findings(rules, f"Zo is het ({law}).") == []


def test_the_style_guide_may_free_a_file_from_naming_the_law(rules: RulesFolder) -> None:
    assert law_findings(rules, "Zo is het.") == []


@pytest.mark.parametrize(
    ("formule", "missing"), [("een hele dag", ["nl", "en"]), ("2 × urenPerWeek, per boom", []), ("2 × 4", [])]
)
def test_a_size_in_words_must_be_said_in_both_languages(rules: RulesFolder, formule: str, missing: list[str]) -> None:
    size = f"omvang: {{dagen: 1, formule: '{formule}', bron: Bomenwet 1}}"
    rules.rule("wazo.vrijverlof", f"voorwaarden: [{{id: boom, als: tuin, bron: Bomenwet 1}}]\n{size}")
    found = [each.file for each in findings(rules) if "`hoeveel: …`" in each.message]
    assert sorted(found) == sorted(f"wazo/vrijverlof/tekst.{taal}.yaml" for taal in missing)


def test_what_people_type_is_not_held_to_anything(tmp_path: Path) -> None:
    paths = [text.path for text in texts_in(real_folder())]
    assert any("titel" in path for path in paths)
    assert not any("zoekwoorden" in path for path in paths)


def test_a_style_guide_that_is_not_right_is_refused(rules: RulesFolder) -> None:
    rules.change("schrijfwijzer.yaml", "termen: []\n", "")
    with pytest.raises(RulebookError, match=r"schrijfwijzer\.yaml:1: "):
        rules.open()


def test_one_text_for_the_size_must_fit_every_version(rules: RulesFolder) -> None:
    size = "omvang: {{dagen: 1, formule: {}, bron: Bomenwet 1}}"
    first = f"voorwaarden: [{{id: boom, als: tuin, bron: Bomenwet 1}}]\n{size.format('een hele dag')}"
    regel = rules.rule("wazo.vrijverlof", first)
    later = "  - geldig: {van: 2020-01-01}\n    gelezen: 2020-01-01\n    zoals: 2002-01-01\n"
    rules.add(regel, f"{later}    omvang: {{formule: een halve dag}}\n")
    found = [each for each in messages(findings(rules)) if "`hoeveel` is één tekst" in each]
    assert [each.partition(": ")[0] for each in found] == [f"{regel}:{rules.line(regel, 'van: 2020')}"]


def test_check_reads_the_words_too(tmp_path: Path) -> None:
    root = Path(shutil.copytree(RULES, tmp_path / "rules"))
    words = root / "wazo" / "kortdurend-zorgverlof" / "tekst.nl.yaml"
    words.write_text(words.read_text().replace("Meld vooraf", "Gelieve vooraf te melden"))
    folder = open_folder(root).or_raise()
    library = load_library(folder).or_raise()
    report = check(folder, library.beoordelaar, library.situaties, library.scenarios)
    assert [each.file for each in report.findings] == ["wazo/kortdurend-zorgverlof/tekst.nl.yaml"]
