"""A folder that is wrong says everything that is wrong with it at once, in whichever file, and never half-loads."""

import shutil
from pathlib import Path

import pytest

from tests.support.rules_folder import RulesFolder
from tests.support.whole_folder import HERE, whole
from verlof_api.law import RULES, RulebookError
from verlof_api.library import read_library

REGEL = f"{HERE}/regel.yaml"
# What can be wrong in one place of each book beside the law: the file, what stands there, and what is put there.
OUTSIDE_THE_LAW = [
    ("situaties.yaml", "[wazo.boomverlof]", "[wazo.heesterverlof]"),
    ("wazo/struikverlof/scenarios.yaml", "id: wazo-struikverlof-niets", "id: wazo-boomverlof-niets"),
    ("brieven.yaml", "[plantdatum]", "[zaaidatum]"),
    ("weigeringen.yaml", "datum: werkgeverAntwoordDatum", "datum: werkgeverAntwoord"),
    ("agenda.yaml", "begin: gewensteIngangsdatum", "begin: urenPerWeek"),
    ("geldregel.yaml", "bron: Bomenwet 8", "bron: Struikwet 8"),
]
# What can be wrong in the law: what stands in the rule, and what is put there.
IN_THE_LAW = [
    ("gebruik: werknemer", "gebruik: ambtenaar"),
    ("vervalt: [boom-geplant]", "vervalt: [boom-gerooid]"),
    (
        "{magWeigeren: false, magWijzigen: false, bron: Bomenwet 4:4}",
        "{magWeigeren: false, magWijzigen: false, bron: Struikwet 1}",
    ),
    ("id: wazo.boomverlof", "id: wazo.heesterverlof"),
    ("als: tuin, bron", "als: tuinhuis, bron"),
    ("als: tuin, bron", "als: tuin en, bron"),
]


@pytest.fixture
def rules(rules: RulesFolder) -> RulesFolder:
    return whole(rules)


def places(rules: RulesFolder) -> set[str]:
    """Where something is wrong, as `file:line`."""
    with pytest.raises(RulebookError) as refused:
        read_library(rules.root)
    return {f"{each.file}:{each.line}" for each in refused.value.errors}


def test_a_mistake_in_every_book_is_told_in_one_run(rules: RulesFolder) -> None:
    wrong = {f"{file}:{rules.change(file, old, new)}" for file, old, new in OUTSIDE_THE_LAW}
    assert wrong == places(rules)


@pytest.mark.parametrize(("old", "new"), IN_THE_LAW)
def test_a_mistake_in_the_law_hides_none_outside_it(rules: RulesFolder, old: str, new: str) -> None:
    in_the_law = f"{REGEL}:{rules.change(REGEL, old, new)}"
    outside = f"agenda.yaml:{rules.change('agenda.yaml', 'begin: gewensteIngangsdatum', 'begin: urenPerWeek')}"
    assert {in_the_law, outside} <= places(rules)


def test_files_of_a_wrong_shape_are_told_before_anything_is_held_against_another(rules: RulesFolder) -> None:
    shapes = {
        f"geldregel.yaml:{rules.change('geldregel.yaml', 'per-week: 5', 'per-week: vijf')}",
        f"{REGEL}:{rules.change(REGEL, 'percentage: 70', 'percentage: no')}",
    }
    rules.change("agenda.yaml", "begin: gewensteIngangsdatum", "begin: urenPerWeek")
    assert places(rules) == shapes


@pytest.mark.parametrize(
    "file",
    [
        "brieven.yaml",
        "brieven.en.yaml",
        "kaart.nl.yaml",
        f"{HERE}/brief.nl.yaml",
        "weigeringen.yaml",
        "weigeringen.nl.yaml",
        f"{HERE}/weigering.yaml",
        "agenda.yaml",
        "agenda.en.yaml",
        "geldregel.yaml",
        "geldregel.nl.yaml",
        "situaties.nl.yaml",
    ],
)
def test_a_missing_file_is_named_in_the_same_words_whatever_it_is_for(rules: RulesFolder, file: str) -> None:
    rules.remove(file)
    with pytest.raises(RulebookError) as refused:
        read_library(rules.root)
    assert f"{file}:1: dit bestand ontbreekt" in str(refused.value).splitlines()


@pytest.mark.parametrize(
    ("file", "text"),
    [
        ("agenda.nl.yaml", "Over verlof (nl)"),
        ("weigeringen.nl.yaml", "De boom gaat voor (nl)"),
        ("brieven.nl.yaml", "{verlof} (nl)"),
        ("geldregel.nl.yaml", "aanvulling tot {percentage}% van je loon"),
    ],
)
def test_braces_that_do_not_close_are_told_with_their_place(rules: RulesFolder, file: str, text: str) -> None:
    line = rules.change(file, text, f"{text} {{nl")
    assert f"{file}:{line}" in places(rules)


def test_the_real_rules_with_a_mistake_in_the_law_still_tell_the_others(tmp_path: Path) -> None:
    root = Path(shutil.copytree(RULES, tmp_path / "rules"))
    for file, old, new in (
        ("wazo/geboorteverlof/regel.yaml", "bron: Wazo 4:2", "bron: Wazu 4:2"),
        ("wazo/kraamverlof/regel.yaml", "gebruik: werknemer", "gebruik: ambtenaar"),
        ("geldregel.yaml", "verzoek: betaalverzoek-tot", "verzoek: beslissing-werkgever"),
    ):
        text = (root / file).read_text("utf-8")
        assert old in text, file
        (root / file).write_text(text.replace(old, new, 1), "utf-8")
    with pytest.raises(RulebookError) as refused:
        read_library(root)
    files = {each.file for each in refused.value.errors}
    assert files >= {"wazo/geboorteverlof/regel.yaml", "wazo/kraamverlof/regel.yaml", "geldregel.yaml"}
