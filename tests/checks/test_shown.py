"""`verlof check` finds a version of which no scenario shows what it changes."""

import pytest

from tests.support.real_rules import real_scenarios, real_situations
from tests.support.rules_folder import RulesFolder
from verlof_api.assessment import Beoordelaar
from verlof_api.checks.scenarios import Scenarios
from verlof_api.checks.shown import changes, shown
from verlof_api.law.scenarios import load_scenarios

REGEL = "wazo/vrijverlof/regel.yaml"
LATER = """\
  - geldig: {van: 2020-01-01}
    gelezen: 2020-01-01
    zoals: 2002-01-01
"""
SCENARIOS = """\
- id: {id}
  titel: {id}
  peildatum: "{day}"
  feiten: {{{facts}}}
  verwacht: {{wazo.vrijverlof: {{{expected}}}}}
  bron: verzonnen
  zekerheid: afgeleid
"""
BEFORE, AFTER = "2019-12-31", "2020-01-01"
GARDENER = "tuin: true"


@pytest.fixture
def rules(rules: RulesFolder) -> RulesFolder:
    """A leave for who has a garden, which pays 70% of wages until a test says otherwise."""
    rules.rule(
        "wazo.vrijverlof",
        """\
        voorwaarden: [{id: tuin, als: tuin, bron: Bomenwet 1}]
        betaling: {percentage: 70, grondslag: loon, door: werkgever, bron: Bomenwet 1}
        """,
    )
    return rules


def changed(rules: RulesFolder, change: str) -> int:
    """A new version from 2020 on; gives its line."""
    rules.add(REGEL, f"{LATER}    {change}\n")
    return rules.line(REGEL, "van: 2020-01-01")


def told(rules: RulesFolder, *cases: tuple[str, str, str]) -> None:
    """Scenarios: a day, facts and what is expected."""
    text = "".join(
        SCENARIOS.format(id=f"geval-{number}", day=day, facts=facts, expected=expected)
        for number, (day, facts, expected) in enumerate(cases)
    )
    rules.write("wazo/vrijverlof/scenarios.yaml", text)


def found(rules: RulesFolder) -> list[str]:
    beoordelaar = Beoordelaar(rules.load())
    runner = Scenarios(beoordelaar, rules.situations())
    scenarios = [each for each in load_scenarios(rules.open()).or_raise() if "wazo.vrijverlof" in each.verwacht]
    errors = shown(runner, [runner.run(scenario) for scenario in scenarios])
    return [str(error) for error in errors if error.file == REGEL]


def test_scenarios_that_fail_under_the_other_text_show_what_changed(rules: RulesFolder) -> None:
    changed(rules, "betaling: {percentage: 80}")
    told(
        rules,
        (BEFORE, GARDENER, "oordeel: recht, betaling: {percentage: 70}"),
        (AFTER, GARDENER, "oordeel: recht, betaling: {percentage: 80}"),
    )
    assert found(rules) == []


def test_a_slip_in_the_figure_that_changed_is_found_when_the_scenarios_are_about_something_else(
    rules: RulesFolder,
) -> None:
    line = changed(rules, "betaling: {percentage: 7}")
    told(rules, *((day, "tuin: false", "oordeel: geen-recht") for day in (BEFORE, AFTER)))
    assert found(rules) == [
        f"{REGEL}:{line}: wazo.vrijverlof: geen scenario {side} 2020-01-01 laat zien wat deze versie wijzigt"
        " (betaling.0.percentage: 70 -> 7): wat ze verwachten, klopt ook onder de andere tekst"
        for side in ("voor", "vanaf")
    ]


def test_each_side_of_the_change_needs_a_scenario(rules: RulesFolder) -> None:
    changed(rules, "betaling: {percentage: 80}")
    told(rules, (BEFORE, GARDENER, "oordeel: recht"), (AFTER, GARDENER, "oordeel: recht, betaling: {percentage: 80}"))
    (error,) = found(rules)
    assert "geen scenario voor 2020-01-01" in error


def test_a_side_without_any_scenario_is_told_elsewhere(rules: RulesFolder) -> None:
    changed(rules, "betaling: {percentage: 80}")
    told(rules, (AFTER, GARDENER, "oordeel: recht, betaling: {percentage: 80}"))
    assert found(rules) == []


def test_a_scenario_that_fails_under_its_own_text_shows_nothing(rules: RulesFolder) -> None:
    changed(rules, "betaling: {percentage: 80}")
    told(
        rules,
        (BEFORE, GARDENER, "oordeel: recht, betaling: {percentage: 70}"),
        (AFTER, GARDENER, "oordeel: recht, betaling: {percentage: 90}"),
        (AFTER, "tuin: false", "oordeel: geen-recht"),
    )
    (error,) = found(rules)
    assert "geen scenario vanaf 2020-01-01" in error


def test_what_the_earlier_text_did_not_have_shows_it_too(rules: RulesFolder) -> None:
    changed(rules, "termijnen: [{id: melden-werkgever, uiterlijk: peildatum, aan: werkgever, bron: Bomenwet 1}]")
    told(
        rules,
        (BEFORE, GARDENER, "oordeel: recht, zonder: {termijnen: [melden-werkgever]}"),
        (AFTER, GARDENER, "oordeel: recht, termijnen: {melden-werkgever: '2020-01-01'}"),
    )
    assert found(rules) == []


def test_a_version_may_say_why_nothing_can_be_seen_of_it(rules: RulesFolder) -> None:
    changed(rules, "betaling: {percentage: 80}\n    onzichtbaar: Het is verzonnen.")
    told(rules, (AFTER, "tuin: false", "oordeel: geen-recht"))
    assert found(rules) == []


def test_a_version_does_not_say_so_when_it_can_be_seen(rules: RulesFolder) -> None:
    changed(rules, "betaling: {percentage: 80}\n    onzichtbaar: Het is verzonnen.")
    told(
        rules,
        (BEFORE, GARDENER, "oordeel: recht, betaling: {percentage: 70}"),
        (AFTER, GARDENER, "oordeel: recht, betaling: {percentage: 80}"),
    )
    (error,) = found(rules)
    assert error.startswith(f"{REGEL}:{rules.line(REGEL, 'onzichtbaar')}: ")


def test_a_version_in_which_nothing_changes_is_one_too_many(rules: RulesFolder) -> None:
    line = changed(rules, "betaling: {percentage: 70}")
    told(rules, (AFTER, GARDENER, "oordeel: recht"))
    assert found(rules) == [
        f"{REGEL}:{line}: wazo.vrijverlof: deze versie zegt hetzelfde als die van 2002-01-01: laat haar weg"
    ]


def test_a_version_that_only_moves_to_another_article_is_right(rules: RulesFolder) -> None:
    changed(rules, "betaling: {bron: Bomenwet 2}")
    told(rules, (AFTER, GARDENER, "oordeel: recht"))
    assert found(rules) == []


def test_a_window_that_changes_is_a_change(rules: RulesFolder) -> None:
    changed(rules, "periode: {van: peildatum, tot: peildatum + 2 weken}")
    old, new = rules.load().verlofsoorten["wazo.vrijverlof"].versies
    assert {place for place, _, _ in changes(old, new)} == {"periode.van", "periode.tot"}


def test_the_scenarios_of_the_real_rules_show_every_change(real_beoordelaar: Beoordelaar) -> None:
    runner = Scenarios(real_beoordelaar, real_situations())
    outcomes = [runner.run(scenario) for scenario in real_scenarios()]
    assert [str(error) for error in shown(runner, outcomes)] == []
