"""`verlof wijzig`: a change of law becomes a version, two scenarios, and a list of the words with the old value."""

from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner, Result

from tests.drafting.written import REFUSED_SCENARIO
from tests.support.rules_folder import RulesFolder
from verlof_api.cli import main

HERE = "wazo/boomverlof"
SCENARIOS = (
    """\
# Wie een boom plant.
- id: boom-geplant
  titel: Wie een boom plant in de eigen tuin, krijgt verlof
  peildatum: '2024-03-01'
  feiten:
    arbeidsrelatie: werknemer
    urenPerWeek: 32
    plantdatum: '2024-03-01'
    tuin: true
  verwacht: {wazo.boomverlof: {oordeel: recht, betaling: {percentage: 70}}}
  bron: Bomenwet 4:2
  zekerheid: een-bron
"""
    + REFUSED_SCENARIO
)


@pytest.fixture
def folder(tmp_path: Path) -> RulesFolder:
    folder = RulesFolder(tmp_path / "rules")
    folder.write(f"{HERE}/scenarios.yaml", SCENARIOS)
    return folder


def change(folder: RulesFolder, *words: str, verlof: str = "wazo.boomverlof", vanaf: str = "2028-01-01") -> Result:
    options = ("--artikel", "Bomenwet 4:2b lid 4", "--vanaf", vanaf, "--regels", str(folder.root))
    return CliRunner().invoke(main, ["wijzig", *options, verlof, *words])


def written(folder: RulesFolder) -> str:
    """The last version, as it stands in the file."""
    text = folder.read(f"{HERE}/regel.yaml")
    return text[text.rindex("  # ") :]


def scenarios(folder: RulesFolder) -> list[dict[str, object]]:
    """The scenarios that were added."""
    added: list[dict[str, object]] = yaml.safe_load(folder.read(f"{HERE}/scenarios.yaml"))[2:]
    return added


def test_a_new_version_says_only_what_changes_and_from_which_article(folder: RulesFolder) -> None:
    change(folder, "betaling.percentage=80")
    assert written(folder) == (
        "  # betaling.percentage van 70 naar 80 (Bomenwet 4:2b lid 4).\n"
        "  - geldig: {van: 2028-01-01}\n"
        "    gelezen: 2028-01-01\n"
        "    zoals: 2020-01-01\n"
        "    betaling: {percentage: 80, bron: [Bomenwet 4:2b lid 3, Bomenwet 4:2b lid 4]}\n"
    )


def test_the_day_before_expects_the_old_value_and_the_day_itself_the_new_one(folder: RulesFolder) -> None:
    change(folder, "betaling.percentage=80")
    before, after = scenarios(folder)
    assert (before["peildatum"], after["peildatum"]) == ("2027-12-31", "2028-01-01")
    assert before["feiten"] == {
        "arbeidsrelatie": "werknemer",
        "urenPerWeek": 32,
        "plantdatum": "2027-12-31",
        "tuin": True,
    }
    assert before["verwacht"] == {"wazo.boomverlof": {"oordeel": "recht", "betaling": {"percentage": 70}}}
    assert after["verwacht"] == {"wazo.boomverlof": {"oordeel": "recht", "betaling": {"percentage": 80}}}


def test_what_was_written_leaves_check_nothing_to_say_of_it(folder: RulesFolder) -> None:
    change(folder, "betaling.percentage=80")
    said = CliRunner().invoke(main, ["check", "--regels", str(folder.root)]).stderr
    assert "2028" not in said
    assert "scenarios.yaml" not in said


def test_what_was_there_stays_as_it_was(folder: RulesFolder) -> None:
    rule = folder.read(f"{HERE}/regel.yaml")
    change(folder, "betaling.percentage=80")
    assert folder.read(f"{HERE}/regel.yaml").startswith(rule)
    assert folder.read(f"{HERE}/scenarios.yaml").startswith(SCENARIOS)


def test_a_value_that_the_service_worked_out_is_to_be_checked_by_a_person(folder: RulesFolder) -> None:
    said = change(folder, "afgeleid.totaalUren=2 * urenPerWeek").stdout
    _, after = scenarios(folder)
    assert after["verwacht"] == {
        "wazo.boomverlof": {"oordeel": "recht", "omvang": {"uren": 64}},
    }
    assert "# Uitgerekend door de dienst." in folder.read(f"{HERE}/scenarios.yaml")
    assert "Reken het na uit het artikel" in said


def test_several_values_come_in_one_version(folder: RulesFolder) -> None:
    change(folder, "betaling.percentage=80", "betaling.door=werkgever", "afwijken.mag=cao")
    text = written(folder)
    assert "betaling: {percentage: 80, door: werkgever, bron: [Bomenwet 4:2b lid 3, Bomenwet 4:2b lid 4]}" in text
    assert "afwijken: {mag: cao, bron: [Bomenwet 4:7, Bomenwet 4:2b lid 4]}" in text


def test_the_sources_that_were_there_stay_and_are_told(folder: RulesFolder) -> None:
    folder.change(
        f"{HERE}/regel.yaml",
        "maximum: maximum-dagloon\n      bron: Bomenwet 4:2b lid 3",
        "maximum: maximum-dagloon\n      bron: [Bomenwet 4:2b lid 3, Bomenwet 4:2b lid 4, Bomenwet 4:7]",
    )
    said = change(folder, "betaling.percentage=80").stdout
    sources = "[Bomenwet 4:2b lid 3, Bomenwet 4:7, Bomenwet 4:2b lid 4]"
    assert f"betaling: {{percentage: 80, bron: {sources}}}" in written(folder)
    assert "betaling: Bomenwet 4:2b lid 3, Bomenwet 4:7\n" in said


def test_a_paragraph_comes_in_place_of_its_whole_article(folder: RulesFolder) -> None:
    old = "maximum: maximum-dagloon\n      bron: Bomenwet 4:2b lid 3"
    folder.change(f"{HERE}/regel.yaml", old, old.removesuffix(" lid 3"))
    assert "gebleven" not in change(folder, "betaling.percentage=80").stdout
    assert "betaling: {percentage: 80, bron: Bomenwet 4:2b lid 4}" in written(folder)


def test_comments_beside_what_changes_are_told_and_no_others(folder: RulesFolder) -> None:
    old = "      maximum: maximum-dagloon\n"
    line = folder.change(f"{HERE}/regel.yaml", old, f"      # Niet meer dan dit.\n{old}")
    assert f"{HERE}/regel.yaml:{line}: Niet meer dan dit.\n" in change(folder, "betaling.percentage=80").stdout
    assert "Niet meer dan dit." not in change(folder, "afwijken.mag=cao", vanaf="2029-01-01").stdout


def test_one_entry_of_a_list_is_written_whole_with_its_new_source(folder: RulesFolder) -> None:
    change(folder, "termijnen.melden-werkgever.uiterlijk=eersteDag - 6 weken")
    assert yaml.load(written(folder), yaml.BaseLoader)[0]["termijnen"] == [
        {
            "id": "melden-werkgever",
            "uiterlijk": "eersteDag - 6 weken",
            "aan": "werkgever",
            "vorm": "schriftelijk",
            "bron": ["Bomenwet 4:3", "Bomenwet 4:2b lid 4"],
        }
    ]


def test_an_expression_that_yaml_would_take_apart_gets_quotes(folder: RulesFolder) -> None:
    change(folder, "voorwaarden.eigen-tuin.als=arbeidsrelatie in [werknemer, geen]")
    assert 'als: "arbeidsrelatie in [werknemer, geen]"' in written(folder)


def test_one_payment_of_several_is_written_with_the_others(folder: RulesFolder) -> None:
    folder.change(
        f"{HERE}/regel.yaml",
        "    afgeleid:\n      laatsteDag: plantdatum + 9 weken\n",
        "    afgeleid:\n      laatsteDag: plantdatum + 9 weken\n    betaling:\n"
        "      - {als: tuin, percentage: 70, grondslag: loon, door: werkgever, bron: Bomenwet 4:2b lid 3}\n"
        "      - {percentage: 50, grondslag: loon, door: werkgever, bron: Bomenwet 4:2b lid 3}\n",
    )
    assert change(folder, "betaling.1.percentage=80").exit_code == 0
    payments = yaml.safe_load(folder.read(f"{HERE}/regel.yaml"))["versies"][-1]["betaling"]
    assert [each["percentage"] for each in payments] == [80, 50]
    said = change(folder, "betaling.percentage=90", vanaf="2029-01-01").stderr
    assert "Bedoel je `betaling.1.percentage` of `betaling.2.percentage`?" in said


TWO_PAYMENTS = """\
    betaling:
      - {als: tuin, percentage: 70, grondslag: loon, door: werkgever, bron: Bomenwet 4:2b lid 3}
      - {als: aantalBomen > 1, percentage: 60, grondslag: loon, door: werkgever, bron: Bomenwet 4:2b lid 3}
      - {percentage: 50, grondslag: loon, door: werkgever, bron: Bomenwet 4:2b lid 3}
"""
NO_GARDEN = """\
- id: boom-bij-de-buren
  titel: Wie zonder tuin twee bomen plant, krijgt minder
  peildatum: '2024-03-01'
  feiten: {arbeidsrelatie: werknemer, urenPerWeek: 32, plantdatum: '2024-03-01', tuin: false, aantalBomen: 2}
  verwacht: {wazo.boomverlof: {oordeel: recht, betaling: {percentage: 60}}}
  bron: Bomenwet 4:2
  zekerheid: een-bron
"""


@pytest.fixture
def several(folder: RulesFolder) -> RulesFolder:
    """The leave with three payments, of which the scenarios show the first two."""
    derived = "    afgeleid:\n      laatsteDag: plantdatum + 9 weken\n"
    folder.change(f"{HERE}/regel.yaml", derived, derived + TWO_PAYMENTS)
    folder.change(f"{HERE}/regel.yaml", "{id: eigen-tuin, als: tuin,", "{id: eigen-tuin, als: tuin of niet tuin,")
    folder.write(f"{HERE}/scenarios.yaml", SCENARIOS.partition("- id: boom-zonder-tuin")[0] + NO_GARDEN)
    return folder


def test_each_payment_that_changes_has_scenarios_of_its_own(several: RulesFolder) -> None:
    said = change(several, "betaling.1.percentage=80", "betaling.2.percentage=65").stdout
    expected = [each["verwacht"]["wazo.boomverlof"]["betaling"]["percentage"] for each in scenarios(several)]
    assert expected == [70, 80, 60, 65]
    assert len({each["id"] for each in scenarios(several)}) == 4
    assert "komt in geen nieuw scenario voor" not in said


def test_a_payment_that_no_scenario_shows_is_named(several: RulesFolder) -> None:
    said = change(several, "betaling.1.percentage=80", "betaling.3.percentage=55").stdout
    assert len(scenarios(several)) == 2
    assert "Betaling 3 komt in geen nieuw scenario voor" in said


def test_where_two_payments_change_alike_none_is_said_to_be_shown(several: RulesFolder) -> None:
    several.change(f"{HERE}/regel.yaml", "percentage: 60", "percentage: 70")
    several.change(f"{HERE}/scenarios.yaml", "percentage: 60", "percentage: 70")
    said = change(several, "betaling.1.percentage=80", "betaling.2.percentage=80").stdout
    assert "Betaling 1 komt in geen nieuw scenario voor" in said
    assert "Betaling 2 komt in geen nieuw scenario voor" in said


def test_a_scenario_that_expected_no_end_expects_the_day_before(folder: RulesFolder) -> None:
    old = "{oordeel: recht, betaling: {percentage: 70}}"
    folder.change(f"{HERE}/scenarios.yaml", old, "{oordeel: recht, geldig: {van: '2020-01-01', tot: null}}")
    said = change(folder, "betaling.percentage=80").stdout
    assert "geldig: {van: '2020-01-01', tot: '2027-12-31'}}}" in folder.read(f"{HERE}/scenarios.yaml")
    assert "boom-geplant verwacht nu een laatste dag" in said
    assert "scenarios.yaml" not in CliRunner().invoke(main, ["check", "--regels", str(folder.root)]).stderr


def test_the_size_in_words_is_asked_after_when_only_the_size_changes(folder: RulesFolder) -> None:
    assert "Klopt `omvang.formule` nog: 1 × urenPerWeek?" in change(folder, "omvang.weken=2").stdout


def test_words_that_name_the_old_value_are_listed_and_not_touched(folder: RulesFolder) -> None:
    for taal, words in (("nl", "Je krijgt zeventig procent."), ("en", "You get 70%, not 170 or 70.5.")):
        folder.change(f"{HERE}/tekst.{taal}.yaml", f"kort: Wat wazo.boomverlof is ({taal}).", f"kort: {words}")
    before = folder.read(f"{HERE}/tekst.nl.yaml")
    said = change(folder, "betaling.percentage=80").stdout
    assert f"{HERE}/tekst.nl.yaml:2 (kort)\n    Je krijgt zeventig procent." in said
    assert f"{HERE}/tekst.en.yaml:2 (kort)" in said
    assert folder.read(f"{HERE}/tekst.nl.yaml") == before


def test_words_with_another_number_are_not_listed(folder: RulesFolder) -> None:
    folder.change(f"{HERE}/tekst.nl.yaml", "kort: Wat wazo.boomverlof is (nl).", "kort: Artikel 170 en 70.5 en 1970.")
    assert "tekst.nl.yaml" not in change(folder, "betaling.percentage=80").stdout


def test_where_no_scenario_shows_the_change_two_open_ones_are_written(folder: RulesFolder) -> None:
    folder.write(f"{HERE}/scenarios.yaml", SCENARIOS[SCENARIOS.index("- id: boom-zonder-tuin") :])
    assert "Geen scenario laat deze wijziging zien" in change(folder, "betaling.percentage=80").stdout
    findings = CliRunner().invoke(main, ["check", "--regels", str(folder.root)]).stderr.splitlines()
    assert len(findings) == 4
    assert all("scenarios.yaml" in each and "nog invullen: " in each for each in findings)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (
            ("betaling.percentag=80",),
            "`betaling.percentag` bestaat niet bij dit verlof. Bedoel je `betaling.percentage`?",
        ),
        (("betaling.kleur=80",), "Wat kan: betaling.percentage, betaling.grondslag"),
        (("betaling.percentage",), "schrijf wat er verandert en de nieuwe waarde"),
        (("betaling.percentage=70",), "`betaling.percentage` is al 70: er verandert niets."),
        (("afgeleid.totaalUren=2 * urenPerWek",), "Zo laden de regels niet; er is niets gewijzigd."),
    ],
)
def test_what_cannot_be_changed_so_is_refused_and_changes_no_file(
    folder: RulesFolder, words: tuple[str, ...], said: str
) -> None:
    before = {path: path.read_text() for path in folder.root.rglob("*.yaml")}
    result = change(folder, *words)
    assert result.exit_code == 1
    assert said in result.stderr
    assert {path: path.read_text() for path in folder.root.rglob("*.yaml")} == before


def test_a_leave_that_does_not_exist_may_be_another_one(folder: RulesFolder) -> None:
    said = change(folder, "betaling.percentage=80", verlof="wazo.bomverlof").stderr
    assert said == "Het verlof `wazo.bomverlof` bestaat niet. Bedoel je `wazo.boomverlof`?\n"


def test_a_day_before_the_newest_version_is_refused(folder: RulesFolder) -> None:
    said = change(folder, "betaling.percentage=80", vanaf="2019-01-01").stderr
    assert "Er is al een versie vanaf 2020-01-01" in said
