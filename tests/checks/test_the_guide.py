"""The leave that the guide for jurists writes out is one of which `verlof check` says that all is well."""

import re
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from verlof_api.cli import main
from verlof_api.law import RULES

GUIDE = Path(__file__).parents[2] / "docs" / "regels-schrijven.md"
ARTICLE = "    4:9: {leden: 4}\n"
REACHED = "trouwen-verhuizen:\n  verlofsoorten: ["
FILES = ("regel.yaml", "tekst.nl.yaml", "scenarios.yaml", "weigering.yaml")
ENGLISH = """
naam: Moving leave (verhuisverlof)
kort: Time off with pay when you move house (Wazo).
hoeveel: as many days as the law names
voorwaarden:
  verhuizing:
    titel: You move house
    voldaan: You move house, and this leave is for that (Wazo).
    niet-voldaan: This leave is only for someone who moves house (Wazo).
    onbekend: We do not know yet whether you move house.
stappen:
  melden: Write to your employer which day you take off (Wazo).
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The rules with the leave of the guide, word for word."""
    root = Path(shutil.copytree(RULES, tmp_path / "rules"))
    folder = root / "wazo" / "verhuisverlof"
    folder.mkdir()
    section = GUIDE.read_text("utf-8").partition("## Een heel verlof")[2].partition("\n## ")[0]
    for name, text in zip(FILES, re.findall(r"```yaml\n(.*?)```", section, re.DOTALL), strict=True):
        (folder / name).write_text(text)
    (folder / "tekst.en.yaml").write_text(ENGLISH)
    letters = root / "brieven.yaml"
    letters.write_text(letters.read_text().replace("zonderBrief: [", "zonderBrief: [wazo.verhuisverlof, "))
    situations = root / "situaties.yaml"
    situations.write_text(situations.read_text().replace(REACHED, f"{REACHED}wazo.verhuisverlof, "))
    laws = root / "wetten-artikelen.yaml"
    laws.write_text(laws.read_text().replace("    5:1: ", f"{ARTICLE}    5:1: ", 1))
    return root


def check(root: Path) -> str:
    return CliRunner().invoke(main, ["check", "--no-table", "--regels", str(root)]).output


def test_the_leave_of_the_guide_is_right(root: Path) -> None:
    assert check(root).endswith("alles klopt.\n")


@pytest.mark.parametrize("file", ["weigering.yaml", "tekst.en.yaml"])
def test_check_names_a_file_that_the_service_would_miss(root: Path, file: str) -> None:
    (root / "wazo" / "verhuisverlof" / file).unlink()
    assert f"wazo/verhuisverlof/{file}:1: dit bestand ontbreekt" in check(root)


def test_check_names_a_leave_that_no_situation_leads_to(root: Path) -> None:
    situations = root / "situaties.yaml"
    situations.write_text(situations.read_text().replace("wazo.verhuisverlof, ", ""))
    assert "wazo/verhuisverlof/regel.yaml:6: wazo.verhuisverlof: geen levenssituatie noemt dit verlof" in check(root)


def test_check_names_an_article_that_the_law_does_not_have(root: Path) -> None:
    laws = root / "wetten-artikelen.yaml"
    laws.write_text(laws.read_text().replace(ARTICLE, ""))
    assert "`Wazo 4:9 lid 4`: artikel 4:9 staat niet in wetten-artikelen.yaml" in check(root)


def test_check_names_a_leave_without_letters(root: Path) -> None:
    letters = root / "brieven.yaml"
    letters.write_text(letters.read_text().replace("wazo.verhuisverlof, ", ""))
    assert "wazo/verhuisverlof/brief.yaml:1: dit verlof heeft geen brieven" in check(root)
