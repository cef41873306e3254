"""`gelezen` belongs to a source: what was read of one leave says nothing of another, nor of what has no version."""

import shutil
from pathlib import Path

from tests.support.rules_folder import RulesFolder
from verlof_api.assessment import Beoordelaar, catalogue
from verlof_api.law import RULES, load_rulebook
from verlof_api.law.folder import open_folder
from verlof_api.money.book import load_geldregel

REGEL = "wazo/boomverlof/regel.yaml"
FRESH = """
  - geldig: {van: 2028-01-01}
    gelezen: 2028-01-01
    zoals: 2022-08-02
    betaling: {percentage: 80, bron: Wazo 5:6 lid 1}
"""


def links(rules: RulesFolder) -> list[str | None]:
    rulebook = rules.load()
    assert rulebook.eigenschappen is not None
    sources = [*rulebook.eigenschappen.bronnen, *(bron for hiaat in rulebook.hiaten for bron in hiaat.bronnen)]
    return [bron.url for bron in (*sources, *(bron for each in rulebook.bedragen.values() for bron in each.bronnen))]


def test_what_belongs_to_no_version_links_to_the_newest_text_of_its_law_that_was_read(rules: RulesFolder) -> None:
    found = [str(url) for url in links(rules)]
    assert found
    assert all(url.endswith("g=2018-01-01" if "boek=" in url else "g=2019-01-01") for url in found)


def test_a_newer_text_read_for_one_leave_moves_no_other_link(rules: RulesFolder) -> None:
    before = links(rules)
    rules.change(REGEL, "gelezen: 2020-03-01", "gelezen: 2021-03-01")
    assert links(rules) == before


def test_a_version_of_2028_of_one_leave_moves_no_link_of_the_registers_or_the_money(tmp_path: Path) -> None:
    root = Path(shutil.copytree(RULES, tmp_path / "rules"))
    rulebook = load_rulebook(root)
    before = catalogue.regelset(Beoordelaar(rulebook), "nl")
    money = load_geldregel(open_folder(root).or_raise(), rulebook).or_raise()
    file = root / "wazo" / "kortdurend-zorgverlof" / "regel.yaml"
    file.write_text(file.read_text("utf-8") + FRESH, "utf-8")
    rulebook = load_rulebook(root)
    after = catalogue.regelset(Beoordelaar(rulebook), "nl")
    for part in ("bedragen", "hiaten"):
        assert after[part] == before[part]
    later = load_geldregel(open_folder(root).or_raise(), rulebook).or_raise()
    assert (later.bronnen, later.achteraf) == (money.bronnen, money.achteraf)
