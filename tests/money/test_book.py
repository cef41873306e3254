"""The money part of the rules is held against the rules: what does not fit is refused, with file and line."""

import shutil
from pathlib import Path

import pytest

from verlof_api.law import RULES, Rulebook, RulebookError
from verlof_api.law.folder import open_folder
from verlof_api.money.book import load_geldregel


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return Path(shutil.copytree(RULES, tmp_path / "rules"))


def mistakes(root: Path, rulebook: Rulebook) -> str:
    with pytest.raises(RulebookError) as refused:
        load_geldregel(open_folder(root).or_raise(), rulebook).or_raise()
    return str(refused.value)


def change(root: Path, file: str, old: str, new: str) -> None:
    text = (root / file).read_text()
    assert old in text
    (root / file).write_text(text.replace(old, new, 1))


def test_a_leave_that_is_paid_afterwards_must_have_the_term(root: Path, real_rulebook: Rulebook) -> None:
    change(root, "geldregel.yaml", "verzoek: betaalverzoek-tot", "verzoek: beslissing-werkgever")
    told = mistakes(root, real_rulebook)
    assert "het verlof `wazo.betaald-ouderschapsverlof` met een termijn `beslissing-werkgever` bestaat niet" in told


def test_a_value_that_is_not_filled_in_is_refused(root: Path, real_rulebook: Rulebook) -> None:
    change(root, "geldregel.nl.yaml", "{aantal} ×", "{keer} ×")
    assert "{keer} wordt hier niet ingevuld" in mistakes(root, real_rulebook)


@pytest.mark.parametrize("part", ["deel-uren", "onzeker", "niet-voorgeschoten"])
def test_words_that_are_missing_are_refused(root: Path, real_rulebook: Rulebook, part: str) -> None:
    change(root, "geldregel.en.yaml", f"  {part}:", f"  {part}x:")
    assert part in mistakes(root, real_rulebook)


def test_a_missing_file_is_named(root: Path, real_rulebook: Rulebook) -> None:
    (root / "geldregel.en.yaml").unlink()
    assert mistakes(root, real_rulebook) == "geldregel.en.yaml:1: dit bestand ontbreekt"
