"""A jurist adds a leave, or a new version of one, by writing rule files only."""

import shutil
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from tests.support.answers import assessed
from verlof_api.assessment import Beoordelaar, Situatie
from verlof_api.law import RULES, RulebookError, load_rulebook

VERHUISVERLOF = """\
# yaml-language-server: $schema=../../schema/regel.json
id: wazo.verhuisverlof
anker: [gewensteIngangsdatum]
versies:
  - geldig: {van: 2027-01-01}
    gelezen: 2027-01-01
    aannames:
      gewensteIngangsdatum: peildatum
    afgeleid:
      totaalUren: 0.5 * urenPerWeek
    voorwaarden:
      - gebruik: werknemer
      - {id: verhuizing, als: gebeurtenis == verhuizing, bron: Wazo 9:1 lid 1}
    omvang: {uren: totaalUren, formule: ½ × urenPerWeek, bron: Wazo 9:1 lid 1}
    periode: {van: gewensteIngangsdatum, tot: gewensteIngangsdatum + 2 weken, bron: Wazo 9:1 lid 1}
    betaling: {percentage: 100, grondslag: loon, door: werkgever, bron: Wazo 9:1 lid 2}
    stappen:
      - {id: melden, aan: werkgever, bron: Wazo 9:1 lid 3}
"""
WORDS = """\
# yaml-language-server: $schema=../../schema/tekst.json
naam: Verhuisverlof
kort: Een halve week vrij als je verhuist (Wazo).
voorwaarden:
  verhuizing:
    titel: Je verhuist
    voldaan: Je verhuist (Wazo).
    niet-voldaan: Je verhuist niet (Wazo).
    onbekend: We weten nog niet of je verhuist.
stappen:
  melden: Meld het je werkgever (Wazo).
"""
SCENARIO = """\
# yaml-language-server: $schema=../../schema/scenarios.json
- id: verhuisverlof-halve-week
  titel: Wie verhuist krijgt een halve week
  peildatum: '2027-02-01'
  feiten: {arbeidsrelatie: werknemer, urenPerWeek: 32, gebeurtenis: verhuizing}
  verwacht: {wazo.verhuisverlof: {oordeel: recht, omvang: {uren: 16}}}
  bron: Wazo 9:1
  zekerheid: een-bron
"""
MOVES = {"arbeidsrelatie": "werknemer", "urenPerWeek": Decimal(32), "gebeurtenis": "verhuizing"}


@pytest.fixture
def rules(tmp_path: Path) -> Path:
    return Path(shutil.copytree(RULES, tmp_path / "rules"))


def add_leave(rules: Path) -> None:
    folder = rules / "wazo" / "verhuisverlof"
    folder.mkdir()
    (folder / "regel.yaml").write_text(VERHUISVERLOF)
    for taal in ("nl", "en"):
        (folder / f"tekst.{taal}.yaml").write_text(WORDS)
    (folder / "scenarios.yaml").write_text(SCENARIO)


def ask(rules: Path, verlof: str, peildatum: date, feiten: dict[str, object]) -> dict[str, object]:
    beoordelaar = Beoordelaar(load_rulebook(rules))
    situatie = Situatie(peildatum, feiten, (verlof,))  # type: ignore[arg-type]
    answer: dict[str, object] = assessed(beoordelaar, situatie)["verlofsoorten"][0]
    return answer


def test_a_new_leave_answers_without_any_change_of_code(rules: Path) -> None:
    add_leave(rules)
    answer = ask(rules, "wazo.verhuisverlof", date(2027, 2, 1), MOVES)
    assert (answer["oordeel"], answer["periode"]) == ("recht", {"van": "2027-02-01", "tot": "2027-02-15"})


def test_a_new_leave_refuses_who_does_not_fall_under_it(rules: Path) -> None:
    add_leave(rules)
    answer = ask(rules, "wazo.verhuisverlof", date(2027, 2, 1), MOVES | {"gebeurtenis": "geen"})
    assert answer["oordeel"] == "geen-recht"


def test_a_new_leave_asks_for_the_fact_that_its_rule_needs(rules: Path) -> None:
    add_leave(rules)
    answer = ask(rules, "wazo.verhuisverlof", date(2027, 2, 1), {"arbeidsrelatie": "werknemer"})
    assert (answer["oordeel"], answer["ontbrekendeFeiten"]) == ("vraag-nodig", ["gebeurtenis"])


def test_a_new_leave_does_not_exist_before_its_first_day(rules: Path) -> None:
    add_leave(rules)
    answer = ask(rules, "wazo.verhuisverlof", date(2026, 12, 31), MOVES)
    assert answer["oordeel"] == "geen-recht"


def test_a_new_leave_without_english_words_does_not_load(rules: Path) -> None:
    add_leave(rules)
    (rules / "wazo" / "verhuisverlof" / "tekst.en.yaml").unlink()
    with pytest.raises(RulebookError, match=r"verhuisverlof/tekst\.en\.yaml"):
        load_rulebook(rules)


def test_a_new_version_changes_the_answer_from_its_first_day_and_not_before(rules: Path) -> None:
    regel = rules / "wazo" / "geboorteverlof" / "regel.yaml"
    newest = load_rulebook(rules).verlofsoorten["wazo.geboorteverlof"].versies[-1].van
    regel.write_text(
        regel.read_text()
        + f"  - geldig: {{van: 2027-07-01}}\n    gelezen: 2027-07-01\n    zoals: {newest}\n"
        + "    omvang: {uren: 2 * urenPerWeek, formule: 2 × urenPerWeek}\n"
    )

    def hours(birth: date) -> object:
        feiten = {
            "arbeidsrelatie": "werknemer",
            "urenPerWeek": Decimal(32),
            "rolBijKind": "andere-ouder",
            "relatieTotMoeder": "gehuwd",
            "geboortedatumKind": birth,
        }
        omvang = ask(rules, "wazo.geboorteverlof", birth + timedelta(days=1), feiten)["omvang"]
        assert isinstance(omvang, dict)
        return omvang["uren"]

    assert (hours(date(2027, 6, 30)), hours(date(2027, 7, 1))) == (32, 64)
