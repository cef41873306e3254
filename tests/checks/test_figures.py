"""`verlof check` finds a figure in the words, in digits or written out, that not every version of the rule has."""

from datetime import date

import pytest

from tests.support.real_rules import real_folder, real_situations
from tests.support.rules_folder import TALEN, RulesFolder
from verlof_api.checks.figures import figures, in_words
from verlof_api.checks.schrijfwijzer import Schrijfwijzer, load_schrijfwijzer
from verlof_api.intake import today
from verlof_api.law import Rulebook
from verlof_api.law.folder import Folder

GUIDE = """\
woordenPerZin: {nl: 20, en: 20}
leesgemak: {nl: {bestand: 70, tekst: 60}, en: {bestand: 70, tekst: 50}, vanafWoorden: {bestand: 50, tekst: 15}}
verboden: []
termen: []
getallen: {nl: {twee: 2, vier: 4, zeventig: 70}, en: {two: 2, four: 4, seventy: 70}}
eenheden:
  nl: {procent: ["%", procent], weken: [week, weken], dagen: [dag, dagen]}
  en: {procent: ["%", percent], weken: [week, weeks], dagen: [day, days]}
"""
NL = "wazo/vrijverlof/tekst.nl.yaml"
TODAY = date(2024, 5, 1)


@pytest.fixture
def rules(rules: RulesFolder) -> RulesFolder:
    """A leave of four weeks that pays 70%, and from 2020 on something that a test says."""
    rules.write("schrijfwijzer.yaml", GUIDE)
    rules.rule(
        "wazo.vrijverlof",
        """\
        voorwaarden: [{id: boom, als: tuin, bron: Bomenwet 1}]
        omvang: {uren: 4 * urenPerWeek, formule: 4 × urenPerWeek, bron: Bomenwet 1}
        betaling: {percentage: 70, grondslag: loon, door: werkgever, bron: Bomenwet 1}
        """,
    )
    return rules


def guide(folder: Folder) -> Schrijfwijzer:
    return load_schrijfwijzer(folder).or_raise()


def said(rules: RulesFolder, words: str) -> None:
    rules.change(NL, "Wat wazo.vrijverlof is (nl).", words)


def changed(rules: RulesFolder, change: str) -> None:
    """A new version from 2020 on."""
    later = "  - geldig: {van: 2020-01-01}\n    gelezen: 2020-01-01\n    zoals: 2002-01-01\n"
    rules.add("wazo/vrijverlof/regel.yaml", f"{later}    {change}\n")


def found(rules: RulesFolder) -> list[str]:
    return [str(error) for error in figures(rules.load(), rules.situations(), guide(rules.open()), TODAY)]


@pytest.mark.parametrize(
    ("words", "named"),
    [
        ("Vier weken vrij, met zeventig procent van je loon.", [(70, "procent"), (4, "weken")]),
        ("Met 70% of 12,5 procent.", [(70, "procent"), (12.5, "procent")]),
        ("Twee dagdelen, artikel 4, en veertien weken.", []),
        ("Elk jaar twee keer.", []),
    ],
)
def test_a_figure_is_a_number_with_a_unit(rules: RulesFolder, words: str, named: list[tuple[float, str]]) -> None:
    assert [(float(each.number), each.unit) for each in in_words(words, "nl", guide(rules.open()))] == named


@pytest.mark.parametrize("words", ["Vier weken met 70% van je loon.", "28 dagen vrij.", "Zo veel als de wet noemt."])
def test_figures_that_the_rule_has_are_right(rules: RulesFolder, words: str) -> None:
    rules.change("wazo/vrijverlof/regel.yaml", "tuin,", "leeftijd > 28,")
    said(rules, words)
    assert found(rules) == []


@pytest.mark.parametrize(
    ("change", "words", "problem"),
    [
        (
            "betaling: {percentage: 80}",
            "Je krijgt zeventig procent.",
            "zeventig procent, maar de versie van 2020-01-01 betaalt 80%",
        ),
        (
            "omvang: {uren: 6 * urenPerWeek}",
            "Vier weken vrij.",
            "Vier weken, maar in de versie van 2020-01-01 staat dat getal nergens",
        ),
    ],
)
def test_a_figure_that_a_later_version_does_not_have_is_found(
    rules: RulesFolder, change: str, words: str, problem: str
) -> None:
    said(rules, words)
    changed(rules, change)
    line = rules.line(NL, words)
    assert found(rules) == [f"{NL}:{line}: hier staat {problem}: laat het getal weg, het antwoord toont het"]


def test_a_figure_that_no_version_has_is_told_once(rules: RulesFolder) -> None:
    said(rules, "Twee weken vrij.")
    changed(rules, "betaling: {percentage: 80}")
    assert [error.partition(": ")[0] for error in found(rules)] == [f"{NL}:{rules.line(NL, 'Twee weken')}"]


def test_a_formula_gives_the_size_beside_it(rules: RulesFolder) -> None:
    changed(rules, "omvang: {uren: 4 * urenPerWeek, werkdagen: 1, formule: 2 werkdagen, bron: Bomenwet 1}")
    (error,) = found(rules)
    assert error.endswith("`formule: 2 werkdagen` naast `werkdagen: 1`: welk van de twee is het?")


@pytest.mark.parametrize(
    ("kort", "right"),
    [("Vier weken vrij.", True), ("Je krijgt 70%.", False), ("Je krijgt 80%.", True), ("Twee weken vrij.", False)],
)
def test_a_situation_says_what_holds_today(rules: RulesFolder, kort: str, right: bool) -> None:
    changed(rules, "betaling: {percentage: 80}")
    rules.write("situaties.yaml", "vrij: {verlofsoorten: [wazo.vrijverlof], feiten: {}, doelgroep: werknemer}\n")
    for taal in TALEN:
        words = kort if taal == "nl" else "Time off."
        text = f"titel: Ik wil vrij ({taal})\n    kort: {words}\n    zoekwoorden: [vrij, tuin, boom]\n"
        rules.write(f"situaties.{taal}.yaml", f"situaties:\n  vrij:\n    {text}")
    assert [error.partition(": ")[0] for error in found(rules)] == ([] if right else ["situaties.nl.yaml:4"])


def test_the_figures_of_the_real_rules_are_those_of_every_version(real_rulebook: Rulebook) -> None:
    assert [str(error) for error in figures(real_rulebook, real_situations(), guide(real_folder()), today())] == []
