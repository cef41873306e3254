"""The leave that the guide for jurists writes out is one of which `verlof check` says that all is well."""

import json
import re
import shutil
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner

from verlof_api.cli import main
from verlof_api.law import RULES

GUIDE = Path(__file__).parents[2] / "docs" / "regels-schrijven.md"
ARTICLE = "    4:9: {leden: 4}\n"
REACHED = "trouwen-verhuizen:\n  verlofsoorten: ["
LETTERS = ("brief.yaml", "brief.nl.yaml", "brief.en.yaml")
FILES = ("regel.yaml", "tekst.nl.yaml", "scenarios.yaml", "weigering.yaml", *LETTERS)
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
    situations = root / "situaties.yaml"
    situations.write_text(situations.read_text().replace(REACHED, f"{REACHED}wazo.verhuisverlof, "))
    laws = root / "wetten-artikelen.yaml"
    laws.write_text(laws.read_text().replace("    5:1: ", f"{ARTICLE}    5:1: ", 1))
    return root


def example(beginning: str) -> str:
    """The example in the guide that begins so."""
    found = re.search(rf"```yaml\n({re.escape(beginning)}.*?)```", GUIDE.read_text("utf-8"), re.DOTALL)
    assert found, beginning
    return found[1]


def check(root: Path) -> str:
    return CliRunner().invoke(main, ["check", "--no-table", "--regels", str(root)]).output


def test_the_leave_of_the_guide_is_right(root: Path) -> None:
    said = check(root)
    assert said.endswith("alles klopt.\n")
    assert "verhuisverlof" not in said


def test_the_case_of_the_guide_has_the_letter_of_the_guide(root: Path) -> None:
    ((name, case),) = yaml.safe_load(example("  wazo.verhuisverlof/")).items()
    leave, kind, _ = name.split("/")
    asked = json.dumps({**case, "peildatum": str(case["peildatum"])})
    words = ("brief", "-", "--verlof", leave, "--soort", kind, "--regels", str(root))
    said = CliRunner().invoke(main, words, input=asked).output
    assert "Dag van de verhuizing: 1 april 2027" in said
    assert "omdat ik verhuis (artikel 4:9 lid 1" in said


def test_the_facts_of_the_guide_stand_in_the_contract_as_others_of_their_kind_do() -> None:
    shown = yaml.safe_load(example("       Feiten:"))
    contract = yaml.load((GUIDE.parents[1] / "openapi.yaml").read_text("utf-8"), yaml.CSafeLoader)
    facts = contract["components"]["schemas"]["Feiten"]["properties"]
    day, choice = shown["Feiten"]["properties"].values()
    assert (day.keys(), day["$ref"]) == (facts["plaatsingsdatum"].keys(), facts["plaatsingsdatum"]["$ref"])
    assert (choice.keys(), choice["type"]) == (facts["arbeidsrelatie"].keys(), facts["arbeidsrelatie"]["type"])
    assert shown["FeitId"]["enum"] == list(shown["Feiten"]["properties"])
    assert set(shown["FeitId"]["enum"]).isdisjoint(facts)


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
    (said,) = [line for line in check(root).splitlines() if "artikel 4:9 staat niet in" in line]
    assert (
        "keer meer): artikel 4:9 staat niet in wetten-artikelen.yaml: is het nieuw, zet het dan daar onder Wazo" in said
    )


def test_check_names_a_leave_without_letters(root: Path) -> None:
    for file in LETTERS:
        (root / "wazo" / "verhuisverlof" / file).unlink()
    assert "wazo/verhuisverlof/brief.yaml:1: dit verlof heeft geen brieven" in check(root)
