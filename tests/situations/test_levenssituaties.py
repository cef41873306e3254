"""Loading life situations: what is wrong with them is said with file and line."""

import pytest

from tests.support.rules_folder import RulesFolder
from verlof_api.law import RulebookError
from verlof_api.situations.levenssituaties import Levenssituatie, load_levenssituaties

SITUATIES = """\
boom-om:
  verlofsoorten: [wazo.boomverlof]
  feiten: {boomGeplant: true, betrokkene: buur, aantalBomen: 2, plantdatum: 2026-03-01}
  navragen: [wortelschade]
  doelgroep: werknemer
struik-om:
  verlofsoorten: []
  feiten: {}
  doelgroep: hr
  verwijzing: struiken
"""
WORDS = {
    taal: f"""\
situaties:
  boom-om:
    titel: De boom is om ({taal})
    kort: Dan is er boomverlof ({taal}).
    zoekwoorden: [boom, boom om, omgevallen]
  struik-om:
    titel: De struik is om ({taal})
    kort: Daar is niets voor ({taal}).
    zoekwoorden: [struik, heg, haag]
verwijzingen:
  struiken: Vraag het de tuinman ({taal}).
"""
    for taal in ("nl", "en")
}


@pytest.fixture
def trees(rules: RulesFolder) -> RulesFolder:
    """The fictional law with two life situations."""
    rules.write("situaties.yaml", SITUATIES)
    for taal, words in WORDS.items():
        rules.write(f"situaties.{taal}.yaml", words)
    return rules


def load(rules: RulesFolder) -> tuple[dict[str, Levenssituatie], list[str]]:
    loaded = load_levenssituaties(rules.open(), rules.load())
    return loaded.value or {}, [str(error) for error in loaded.errors]


def test_a_group_has_words_in_both_languages_and_belongs_to_a_situation(trees: RulesFolder):
    trees.change("situaties.yaml", "  doelgroep: hr\n", "  doelgroep: hr\n  groep: tuin\n")
    trees.add("situaties.nl.yaml", "groepen: {tuin: De tuin, park: Het park}\n")
    _, errors = load(trees)
    assert {error.rpartition(": ")[2] for error in errors} == {"`tuin` heeft geen tekst", "niets gebruikt `park`"}


def test_a_situation_knows_its_group_and_how_it_is_called(trees: RulesFolder):
    trees.change("situaties.yaml", "  doelgroep: hr\n", "  doelgroep: hr\n  groep: tuin\n")
    trees.add("situaties.nl.yaml", "groepen: {tuin: De tuin}\n")
    trees.add("situaties.en.yaml", "groepen: {tuin: The garden}\n")
    situaties, errors = load(trees)
    assert errors == []
    assert (situaties["struik-om"].groep, situaties["struik-om"].teksten["en"].groep) == ("tuin", "The garden")
    assert (situaties["boom-om"].groep, situaties["boom-om"].teksten["nl"].groep) == (None, None)


def test_a_situation_has_leaves_facts_and_words(trees: RulesFolder):
    situaties, errors = load(trees)
    assert errors == []
    assert list(situaties) == ["boom-om", "struik-om"]
    boom = situaties["boom-om"]
    assert boom.verlofsoorten == ("wazo.boomverlof",)
    assert boom.feiten == {"boomGeplant": True, "betrokkene": "buur", "aantalBomen": 2, "plantdatum": "2026-03-01"}
    assert (boom.navragen, boom.doelgroep, boom.verwijzing) == (("wortelschade",), "werknemer", None)
    assert boom.teksten["nl"].titel == "De boom is om (nl)"
    assert boom.teksten["en"].zoekwoorden == ("boom", "boom om", "omgevallen")


def test_a_pointer_comes_with_its_words(trees: RulesFolder):
    situaties, _ = load(trees)
    assert situaties["struik-om"].teksten["en"].verwijzing == "Vraag het de tuinman (en)."
    assert situaties["boom-om"].teksten["en"].verwijzing is None


def test_a_folder_without_situations_has_none(rules: RulesFolder):
    assert load(rules) == ({}, [])


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("[wazo.boomverlof]", "[wazo.struikverlof]", "het verlof `wazo.struikverlof` bestaat niet"),
        ("boomGeplant: true", "boomGerooid: true", "het feit `boomGerooid` bestaat niet"),
        ("boomGeplant: true", "boomGeplant: buur", "`boomGeplant` is true of false"),
        ("betrokkene: buur", "betrokkene: tante", "`betrokkene` heeft de optie `tante` niet"),
        ("betrokkene: buur", "betrokkene: true", "`betrokkene` heeft de optie `true` niet"),
        ("aantalBomen: 2", "aantalBomen: 12", "`aantalBomen` ligt tussen 1 en 9"),
        ("aantalBomen: 2", "aantalBomen: true", "`aantalBomen` is een heel getal"),
        (
            "plantdatum: 2026-03-01",
            "plantdatum: 2026-02-30",
            "`plantdatum` is een datum: schrijf jaar-maand-dag, zoals 2026-11-22",
        ),
        (
            "plantdatum: 2026-03-01",
            "plantdatum: 20260301",
            "`plantdatum` is een datum: schrijf jaar-maand-dag, zoals 2026-11-22",
        ),
        (
            "aantalBomen: 2",
            "opgenomenUren: 2",
            "`opgenomenUren` kan hier niet staan: van een hours-per-leave is geen zin te maken",
        ),
        ("[wortelschade]", "[takschade]", "het feit `takschade` bestaat niet"),
        ("[wortelschade]", "[betrokkene]", "`betrokkene` staat al onder `feiten`, dus er is niets na te vragen"),
    ],
)
def test_what_does_not_exist_or_fit_is_reported_where_it_stands(trees: RulesFolder, old: str, new: str, problem: str):
    line = trees.change("situaties.yaml", old, new)
    assert load(trees)[1] == [f"situaties.yaml:{line}: {problem}"]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("doelgroep: werknemer", "doelgroep: iedereen"),
        ("verwijzing: struiken", "verwijzing: Struiken"),
        ("  verwijzing: struiken\n", ""),
        ("navragen: [wortelschade]", "navragen: []"),
        ("boomGeplant: true", "boomGeplant: [true]"),
        ("[wazo.boomverlof]", "[wazo.boomverlof, wazo.boomverlof]"),
        ("boom-om:", "BoomOm:"),
    ],
)
def test_another_shape_is_refused(trees: RulesFolder, old: str, new: str):
    trees.change("situaties.yaml", old, new)
    with pytest.raises(RulebookError, match=r"^situaties\.yaml:"):
        load(trees)


def test_all_mistakes_are_reported_at_once(trees: RulesFolder):
    trees.change("situaties.yaml", "[wazo.boomverlof]", "[wazo.struikverlof]")
    trees.change("situaties.yaml", "betrokkene: buur", "betrokkene: tante")
    assert len(load(trees)[1]) == 2


def test_a_situation_without_words_is_reported(trees: RulesFolder):
    trees.change("situaties.en.yaml", "  boom-om:", "  heg-om:")
    assert load(trees)[1] == [
        "situaties.en.yaml:1: situaties: `boom-om` heeft geen tekst",
        "situaties.en.yaml:2: situaties: niets gebruikt `heg-om`",
    ]


def test_a_pointer_without_words_is_reported(trees: RulesFolder):
    line = trees.change("situaties.nl.yaml", "  struiken: Vraag", "  heggen: Vraag")
    assert load(trees)[1] == [
        "situaties.nl.yaml:1: verwijzingen: `struiken` heeft geen tekst",
        f"situaties.nl.yaml:{line}: verwijzingen: niets gebruikt `heggen`",
    ]


def test_two_situations_do_not_say_the_same(trees: RulesFolder):
    line = trees.change("situaties.nl.yaml", "De struik is om (nl)", "De boom is om (nl)")
    assert load(trees)[1] == [f"situaties.nl.yaml:{line}: titel: `boom-om` zegt hetzelfde"]
