"""A rules folder loads whole or not at all, and says everything that is wrong with it at once, with file and line."""

import subprocess
import sys
from dataclasses import FrozenInstanceError

import pytest

from tests.support.rules_folder import RulesFolder
from verlof_api.assessment import Beoordelaar
from verlof_api.law import Rulebook, RulebookError

REGEL = "wazo/boomverlof/regel.yaml"


def place(mistakes: list[str]) -> list[str]:
    """`file:line` of each mistake."""
    return [":".join(each.split(":")[:2]) for each in mistakes]


def wrong(rules: RulesFolder) -> list[str]:
    """Everything that is wrong with the folder when its expressions are read as well."""
    with pytest.raises(RulebookError) as raised:
        Beoordelaar(rules.load())
    return [str(each) for each in raised.value.errors]


def test_a_complete_folder_loads(trees: Rulebook) -> None:
    assert list(trees.verlofsoorten) == ["wazo.boomverlof"]


def test_a_loaded_rulebook_cannot_be_changed(trees: Rulebook) -> None:
    with pytest.raises(FrozenInstanceError):
        trees.versie = "9.9.9"  # type: ignore[misc]


def test_the_hash_is_the_same_for_the_same_files(trees: Rulebook, rules: RulesFolder) -> None:
    assert rules.load().hash == trees.hash


def test_the_hash_changes_with_every_change_of_a_file(trees: Rulebook, rules: RulesFolder) -> None:
    rules.change("gedeeld.nl.yaml", "Je bent in dienst.", "Je bent in dienst!")
    assert rules.load().hash != trees.hash


@pytest.mark.parametrize("word", ["yes", "no", "on", "off", "012"])
def test_a_yaml_trap_in_a_rule_is_refused_with_file_and_line(rules: RulesFolder, word: str) -> None:
    line = rules.change(REGEL, "      opgenomenUren: 0", f"      opgenomenUren: {word}")
    assert f"{REGEL}:{line}" in place(rules.mistakes())


def test_a_duplicate_key_in_a_rule_is_refused_with_file_and_line(rules: RulesFolder) -> None:
    line = rules.change(REGEL, "      percentage: 70\n", "      percentage: 70\n      percentage: 80\n")
    assert place(rules.mistakes()) == [f"{REGEL}:{line + 1}"]


@pytest.mark.parametrize("percentage", [180, -1])
def test_a_percentage_that_is_none_is_refused(rules: RulesFolder, percentage: int) -> None:
    line = rules.change(REGEL, "      percentage: 70\n", f"      percentage: {percentage}\n")
    assert place(rules.mistakes()) == [f"{REGEL}:{line}"]


def test_an_unknown_key_is_refused_by_name(rules: RulesFolder) -> None:
    rules.change(REGEL, "      percentage: 70\n", "      procent: 70\n      percentage: 70\n")
    assert any("procent" in mistake for mistake in rules.mistakes())


def test_an_unknown_key_is_refused_on_its_own_line(rules: RulesFolder) -> None:
    line = rules.change(REGEL, "      door: uwv\n", "      door: uwv\n      procent: 70\n")
    assert f"{REGEL}:{line + 1}" in place(rules.mistakes())


def test_a_value_of_the_wrong_type_is_refused_with_file_and_line(rules: RulesFolder) -> None:
    line = rules.change(REGEL, "    vervalt: [boom-geplant]", "    vervalt: boom-geplant")
    assert f"{REGEL}:{line}" in place(rules.mistakes())


def test_an_option_that_does_not_exist_is_refused_with_file_and_line(rules: RulesFolder) -> None:
    line = rules.change(REGEL, "      door: uwv", "      door: de-buurman")
    assert f"{REGEL}:{line}" in place(rules.mistakes())


@pytest.mark.parametrize("day", ["2020-02-30", "2020-13-01", "01-01-2020", "2020-1-1"])
def test_a_day_that_does_not_exist_is_refused_with_file_and_line(rules: RulesFolder, day: str) -> None:
    line = rules.change(REGEL, "    gelezen: 2020-03-01", f"    gelezen: {day}")
    assert f"{REGEL}:{line}" in place(rules.mistakes())


def test_an_alias_in_a_rule_is_refused_with_file_and_line(rules: RulesFolder) -> None:
    line = rules.change(
        REGEL, "    omvang: {uren: totaalUren, weken: 1,", "    omvang: {uren: &u totaalUren, weken: *u,"
    )
    assert f"{REGEL}:{line}" in place(rules.mistakes())


def test_an_empty_rule_file_is_refused(rules: RulesFolder) -> None:
    rules.write(REGEL, "")
    assert rules.mistakes() == [f"{REGEL}:1: dit bestand is leeg"]


def test_a_broken_rule_file_is_refused_with_file_and_line(rules: RulesFolder) -> None:
    line = rules.change(REGEL, "id: wazo.boomverlof", "id: 'wazo.boomverlof")
    mistakes = rules.mistakes()
    assert [each.split(":")[0] for each in mistakes] == [REGEL]
    assert line == 1


def test_a_file_that_is_not_text_is_refused(rules: RulesFolder) -> None:
    (rules.root / REGEL).write_bytes(b"id: \xff\xfe\n")
    assert place(rules.mistakes()) == [f"{REGEL}:1"]


def test_mistakes_in_several_files_are_reported_at_once(rules: RulesFolder) -> None:
    first = rules.change(REGEL, "      door: uwv", "      door: de-buurman")
    second = rules.change("gedeeld.nl.yaml", "titel: In dienst", "kop: In dienst\n    titel: In dienst")
    third = rules.change("bedragen/minimumloon.yaml", 'uur: "10.00"', "uur: 10.00")
    found = place(rules.mistakes())
    assert {f"{REGEL}:{first}", f"bedragen/minimumloon.yaml:{third}"} <= set(found)
    assert any(each.startswith("gedeeld.nl.yaml:") for each in found), second


def test_several_mistakes_in_the_law_itself_are_reported_at_once(rules: RulesFolder) -> None:
    first = rules.change(REGEL, "      - gebruik: werknemer", "      - gebruik: ambtenaar")
    second = rules.change(REGEL, "als: boomGeplant, bron: Bomenwet 4:2 lid 1", "als: boomGeplant, bron: Struikwet 1")
    third = rules.change(REGEL, "    vervalt: [boom-geplant]", "    vervalt: [boom-gerooid]")
    assert {f"{REGEL}:{line}" for line in (first, second, third)} <= set(place(rules.mistakes()))


def test_every_missing_file_is_reported_at_once(rules: RulesFolder) -> None:
    missing = ["wazo/boomverlof/tekst.nl.yaml", "wazo/boomverlof/tekst.en.yaml", "hiaten.yaml"]
    for file in missing:
        rules.remove(file)
    assert {each.split(":")[0] for each in rules.mistakes()} == set(missing)


@pytest.mark.parametrize(
    "file",
    [
        "regelset.yaml",
        "wetten.yaml",
        "feiten.yaml",
        "feiten.en.yaml",
        "verwantschap.yaml",
        "gedeeld.yaml",
        "hiaten.yaml",
    ],
)
def test_a_missing_file_is_named(rules: RulesFolder, file: str) -> None:
    rules.remove(file)
    assert rules.mistakes() == [f"{file}:1: dit bestand ontbreekt"]


def test_a_leave_without_scenarios_is_refused(rules: RulesFolder) -> None:
    rules.remove("wazo/boomverlof/scenarios.yaml")
    assert rules.mistakes() == [f"{REGEL}:1: dit verlof heeft geen scenarios.yaml"]


def test_a_file_with_a_name_that_means_nothing_is_refused(rules: RulesFolder) -> None:
    rules.write("wazo/boomverlof/regels.yaml", "a: 1\n")
    assert rules.mistakes() == ["wazo/boomverlof/regels.yaml:1: geen soort regelbestand heet zo"]


def test_a_file_of_the_whole_folder_is_refused_inside_a_leave(rules: RulesFolder) -> None:
    rules.write("wazo/boomverlof/wetten.yaml", rules.read("wetten.yaml"))
    assert place(rules.mistakes()) == ["wazo/boomverlof/wetten.yaml:1"]


def test_a_folder_without_the_schema_of_a_kind_is_refused(rules: RulesFolder) -> None:
    (rules.root / "schema").unlink()
    assert "schema/regel.json:1: dit bestand ontbreekt, of is niet te lezen" in rules.mistakes()


def test_what_is_no_file_is_refused(rules: RulesFolder) -> None:
    (rules.root / "hiaten.yaml").unlink()
    (rules.root / "hiaten.yaml").mkdir()
    assert rules.mistakes() == ["hiaten.yaml:1: dit bestand is niet te lezen"]


def test_an_empty_folder_is_refused(rules: RulesFolder) -> None:
    for path in rules.root.rglob("*.yaml"):
        path.unlink()
    assert len(rules.mistakes()) == 1


def test_a_leave_in_the_wrong_folder_is_refused_with_file_and_line(rules: RulesFolder) -> None:
    line = rules.change(REGEL, "id: wazo.boomverlof", "id: wazo.struikverlof")
    assert rules.mistakes() == [
        f"{REGEL}:{line}: het id `wazo.struikverlof` past niet bij de map wazo/boomverlof: schrijf `wazo.boomverlof`"
    ]


def test_a_shared_condition_that_does_not_exist_is_refused_with_file_and_line(rules: RulesFolder) -> None:
    line = rules.change(REGEL, "      - gebruik: werknemer", "      - gebruik: ambtenaar")
    assert f"{REGEL}:{line}: `gebruik: ambtenaar`: geen gedeelde voorwaarde heet zo" in rules.mistakes()


def share(rules: RulesFolder, name: str, text: str) -> None:
    """Add a file that leaves of the Wazo may share, and have the leave about trees share it."""
    rules.write(f"wazo/gedeeld-{name}.yaml", text)
    for taal in ("nl", "en"):
        rules.write(f"wazo/gedeeld-{name}.{taal}.yaml", f"toelichting: {{voorstel: Een voorstel ({taal}).}}\n")
    rules.change(REGEL, "anker: [plantdatum]\n", f"anker: [plantdatum]\ngedeeld: [{name}]\n")


def test_a_leave_reads_the_names_of_the_files_it_shares(rules: RulesFolder) -> None:
    share(rules, "planten", "afgeleid: {geplant: boomGeplant}\n")
    rules.change(REGEL, "als: boomGeplant,", "als: geplant,")
    assert Beoordelaar(rules.load()).plans["wazo.boomverlof@2010-01-01"].deciding[1] == "boomGeplant"


def test_a_shared_file_that_does_not_exist_is_refused_with_file_and_line(rules: RulesFolder) -> None:
    rules.change(REGEL, "anker: [plantdatum]\n", "anker: [plantdatum]\ngedeeld: [planten]\n")
    assert rules.mistakes() == [f"{REGEL}:3: wazo/gedeeld-planten.yaml bestaat niet"]


def test_a_name_that_two_shared_files_of_a_leave_define_is_refused(rules: RulesFolder) -> None:
    share(rules, "planten", "afgeleid: {isWerknemer: ja}\n")
    assert wrong(rules)[0].startswith("wazo/gedeeld-planten.yaml:1: ")


def test_a_shared_name_that_is_also_a_fact_is_refused(rules: RulesFolder) -> None:
    rules.change("gedeeld.yaml", "  isWerknemer:", "  tuin: schriftelijk\n  isWerknemer:")
    assert wrong(rules)[0].startswith("gedeeld.yaml:2: ")


def test_a_name_of_a_leave_that_is_also_a_fact_is_refused_with_file_and_line(rules: RulesFolder) -> None:
    line = rules.change(REGEL, "      totaalUren: 1", "      tuin: schriftelijk\n      totaalUren: 1")
    assert f"{REGEL}:{line}" in place(wrong(rules))


def test_two_conditions_with_one_id_are_refused(rules: RulesFolder) -> None:
    line = rules.change(
        REGEL,
        "      - {id: boom-geplant, als: boomGeplant, bron: Bomenwet 4:2 lid 1}\n",
        "      - {id: boom-geplant, als: boomGeplant, bron: Bomenwet 4:2 lid 1}\n"
        "      - {id: boom-geplant, als: tuin, bron: Bomenwet 4:2 lid 1}\n",
    )
    assert f"{REGEL}:{line + 1}" in place(wrong(rules))


def test_two_terms_with_one_id_are_refused(rules: RulesFolder) -> None:
    line = rules.change(REGEL, "      - {id: melden-werkgever,", "      - {id: vervaldatum,")
    assert f"{REGEL}:{line + 1}" in place(wrong(rules))


def test_a_kinship_that_misses_an_option_is_refused(rules: RulesFolder) -> None:
    rules.change("verwantschap.yaml", "  buur: {verwant: geen, graad: 0, inwonend: false}\n", "")
    assert wrong(rules)[0].startswith("verwantschap.yaml:")


def test_a_kinship_that_misses_a_property_is_refused(rules: RulesFolder) -> None:
    rules.change("verwantschap.yaml", "  buur: {verwant: geen, graad: 0, inwonend: false}", "  buur: {verwant: geen}")
    assert wrong(rules)[0].startswith("verwantschap.yaml:")


@pytest.mark.parametrize(
    "fact",
    [
        "snoeien: {type: bool, afwezig: {waarde: 3}}",
        "snoeien: {type: int, bereik: [0, 9], afwezig: {waarde: veel}}",
        "snoeien: {type: enum, opties: [lang, kort], afwezig: {waarde: half}}",
        "snoeien: {type: date, afwezig: {feit: bestaatNiet}}",
        "snoeien: {type: date, impliceert: bestaatNiet}",
    ],
)
def test_a_default_that_the_fact_cannot_have_is_refused(rules: RulesFolder, fact: str) -> None:
    rules.facts(fact + "\n")
    assert wrong(rules)[0].startswith("feiten.yaml:")


@pytest.mark.parametrize(
    "fact",
    [
        "snoeien: {type: date, ofwel: {feit: bestaatNiet, waarde: true}}",
        "snoeien: {type: date, ofwel: {feit: boomGeplant, waarde: true}}",
        "snoeien: {type: int, bereik: [0, 9], ofwel: {feit: nooit, waarde: true}}",
        "snoeien: {type: date, ofwel: {feit: nooit, waarde: true, tenzij: {feit: betrokkene, is: [oom]}}}",
    ],
)
def test_another_answer_that_cannot_be_is_refused(rules: RulesFolder, fact: str) -> None:
    rules.facts(f"{fact}\nnooit: {{type: bool, afwezig: niet-gebeurd}}\n")
    assert any(each.startswith("feiten.yaml:") for each in wrong(rules))


def test_a_broken_rule_stops_the_check_with_the_place_and_a_failing_exit_code(rules: RulesFolder) -> None:
    line = rules.change(REGEL, "      door: uwv", "      door: de-buurman")
    script = f"from verlof_api.cli import main; main(['check', '--regels', {str(rules.root)!r}])"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    assert (done.returncode != 0, f"{REGEL}:{line}" in done.stderr + done.stdout) == (True, True)
