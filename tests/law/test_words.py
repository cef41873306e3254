"""Whatever an applicant can get to read has words, in Dutch and in English."""

import pytest
import yaml

from tests.support.rules_folder import TALEN, RulesFolder, dumped

REGEL = "wazo/boomverlof/regel.yaml"


def without(rules: RulesFolder, file: str, *path: str) -> None:
    """Take the words at `path` out of a text file."""
    words = yaml.load(rules.read(file), yaml.CSafeLoader)
    inner = words
    for step in path[:-1]:
        inner = inner[step]
    del inner[path[-1]]
    rules.write(file, dumped(words))


@pytest.mark.parametrize("taal", TALEN)
@pytest.mark.parametrize(
    ("part", "id"), [("voorwaarden", "eigen-tuin"), ("stappen", "melden"), ("bewijs", "boomkaart")]
)
def test_what_has_no_words_is_refused(rules: RulesFolder, taal: str, part: str, id: str) -> None:
    file = f"wazo/boomverlof/tekst.{taal}.yaml"
    without(rules, file, part, id)
    assert rules.mistakes() == [f"{file}:1: {part}: `{id}` heeft geen tekst"]


@pytest.mark.parametrize("taal", TALEN)
@pytest.mark.parametrize("outcome", ["titel", "voldaan", "niet-voldaan", "onbekend"])
def test_a_condition_with_words_for_some_outcomes_only_is_refused(rules: RulesFolder, taal: str, outcome: str) -> None:
    file = f"wazo/boomverlof/tekst.{taal}.yaml"
    without(rules, file, "voorwaarden", "eigen-tuin", outcome)
    assert [each.split(":")[0] for each in rules.mistakes()] == [file]


@pytest.mark.parametrize("taal", TALEN)
def test_an_open_norm_without_who_decides_is_refused(rules: RulesFolder, taal: str) -> None:
    file = f"wazo/boomverlof/tekst.{taal}.yaml"
    without(rules, file, "voorwaarden", "gezonde-wortels", "open-norm")
    without(rules, file, "voorwaarden", "gezonde-wortels", "wie-beslist")
    (mistake,) = rules.mistakes()
    assert mistake.endswith("`gezonde-wortels` heeft een open norm: schrijf ook `open-norm` en `wie-beslist`")


@pytest.mark.parametrize("taal", TALEN)
def test_a_warning_without_words_of_its_own_uses_those_that_all_share(rules: RulesFolder, taal: str) -> None:
    without(rules, f"wazo/boomverlof/tekst.{taal}.yaml", "waarschuwingen", "tegoed-op")
    words = rules.load().verlofsoorten["wazo.boomverlof"].words(taal)
    assert ["tegoed-op" in each.waarschuwingen for each in words] == [False, True]


@pytest.mark.parametrize("taal", TALEN)
def test_a_warning_without_any_words_is_refused(rules: RulesFolder, taal: str) -> None:
    without(rules, f"wazo/boomverlof/tekst.{taal}.yaml", "waarschuwingen", "tegoed-op")
    without(rules, f"gedeeld.{taal}.yaml", "waarschuwingen", "tegoed-op")
    assert rules.mistakes() == [f"wazo/boomverlof/tekst.{taal}.yaml:1: waarschuwingen: `tegoed-op` heeft geen tekst"]


@pytest.mark.parametrize("taal", TALEN)
@pytest.mark.parametrize("part", ["stappen", "bewijs"])
def test_words_that_nothing_uses_are_refused(rules: RulesFolder, taal: str, part: str) -> None:
    file = f"wazo/boomverlof/tekst.{taal}.yaml"
    words = yaml.load(rules.read(file), yaml.CSafeLoader)
    words[part]["onkruid"] = "Wied het onkruid."
    rules.write(file, dumped(words))
    assert rules.mistakes() == [f"{file}:1: {part}: niets gebruikt `onkruid`"]


@pytest.mark.parametrize("taal", TALEN)
def test_a_fact_without_words_is_refused(rules: RulesFolder, taal: str) -> None:
    without(rules, f"feiten.{taal}.yaml", "tuin")
    assert rules.mistakes() == [f"feiten.{taal}.yaml:1: `tuin` heeft geen tekst"]


@pytest.mark.parametrize("taal", TALEN)
def test_an_option_without_words_is_refused_with_file_and_line(rules: RulesFolder, taal: str) -> None:
    file = f"feiten.{taal}.yaml"
    line = rules.change(file, f"zelfstandige: zelfstandige ({taal}), ", "")
    assert rules.mistakes() == [
        f"{file}:{line}: `arbeidsrelatie`: schrijf tekst voor precies deze opties: werknemer, zelfstandige, geen"
    ]


@pytest.mark.parametrize("taal", TALEN)
def test_words_for_a_fact_that_does_not_exist_are_refused(rules: RulesFolder, taal: str) -> None:
    file = f"feiten.{taal}.yaml"
    rules.add(file, "mest: {label: mest, vraag: Mest?, hulp: Over mest.}\n")
    assert [each.split(":")[0] for each in rules.mistakes()] == [file]


def test_empty_words_are_refused_with_file_and_line(rules: RulesFolder) -> None:
    line = rules.change("gedeeld.nl.yaml", "titel: In dienst", "titel: ' '")
    assert [":".join(each.split(":")[:2]) for each in rules.mistakes()] == [f"gedeeld.nl.yaml:{line}"]


def test_a_warning_code_that_is_not_in_the_contract_is_refused(rules: RulesFolder) -> None:
    line = rules.change(REGEL, "{code: te-laat-gemeld, als: meldingsdatum", "{code: te-droog, als: meldingsdatum")
    assert f"{REGEL}:{line}" in [":".join(each.split(":")[:2]) for each in rules.mistakes()]
