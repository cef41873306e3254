"""What numbers count: weeks, hours, days, euros and rates between them."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest

from tests.support.rules_folder import RulesFolder
from verlof_api.assessment import Beoordelaar
from verlof_api.assessment.measuring import measure_mistakes, texts_of
from verlof_api.assessment.plan import Plan
from verlof_api.language import nodes
from verlof_api.language.measured import Measured
from verlof_api.language.measures import PURE, Equations, MeasureError, measure, spoken, times
from verlof_api.language.nodes import GETAL, Node
from verlof_api.law.errors import RulebookError
from verlof_api.law.feit import Feit
from verlof_api.law.strict_yaml import Passage

WEEKS = "wekenOver: {type: int, eenheid: weken, bereik: [0, 52]}\n"
HOURS = "urenOver: {type: int, eenheid: uur, bereik: [0, 500]}\nurenElkeWeek: {type: int, eenheid: uur, per: week}\n"


def loads(rules: RulesFolder, afgeleid: str, als: str, uren: str = "urenOver") -> list[str]:
    """What is wrong with a leave that has these named values, this condition and this many hours."""
    rules.facts(WEEKS + HOURS + "begin: {type: date}\neind: {type: date}\n")
    file = rules.rule(
        "wazo.proefverlof",
        f"afgeleid: {{{afgeleid}}}\nvoorwaarden: [{{id: proef, als: '{als}', bron: Bomenwet 1}}]\n"
        f"omvang: {{uren: '{uren}', formule: zo, bron: Bomenwet 1}}",
        anker="[begin]",
    )
    try:
        Beoordelaar(rules.load())
    except RulebookError as error:
        return [str(each).removeprefix(f"{file}:") for each in error.errors]
    return []


@pytest.mark.parametrize(
    ("afgeleid", "als"),
    [
        ("rest: wekenOver * urenElkeWeek - urenOver", "rest > 0"),
        ("duur: 'dagen(begin, eind) / 7 dagen per week'", "duur * urenElkeWeek > urenOver"),
        ("duur: 13", "duur * urenElkeWeek > urenOver en wekenOver < duur"),
        ("laatste: begin + (7 dagen per week * wekenOver - 1) dagen", "eind <= laatste"),
        (
            "een: als eind > begin dan 1 anders 2, twee: als eind > begin dan 1 anders 2",
            "urenOver > een en wekenOver > twee",
        ),
        ("deel: urenElkeWeek / 36 uur per week", "deel < 1"),
        ("helft: urenOver / 2", "max(helft, 8) > 8"),
    ],
)
def test_what_fits_loads(rules: RulesFolder, afgeleid: str, als: str) -> None:
    assert loads(rules, afgeleid, als) == []


CONVERT = "reken het een om in het ander, zoals `weken * urenPerWeek` of `dagen / 7 dagen per week`"


@pytest.mark.parametrize(
    ("afgeleid", "als", "mistake"),
    [
        ("som: wekenOver + urenOver", "som > 0", "`wekenOver + urenOver`: weken en uren gaan niet samen"),
        ("duur: wekenOver", "duur < urenOver", "`duur < urenOver`: weken en uren gaan niet samen"),
        ("meer: urenOver >= urenElkeWeek", "meer", "uren en uren per week gaan niet samen"),
        ("laatste: begin + (wekenOver) dagen", "eind <= laatste", "weken en dagen gaan niet samen"),
        ("meer: 'max(wekenOver, urenOver) > 1'", "meer", "weken en uren gaan niet samen"),
        ("meer: als eind > begin dan wekenOver anders urenOver", "meer > 1", "weken en uren gaan niet samen"),
        (
            "duur: 'dagen(begin, eind) / 7'",
            "duur > wekenOver",
            "`dagen(begin, eind) / 7`: 7 staat hier voor dagen per week",
        ),
        (
            "deel: als eind > begin dan 7, duur: 'dagen(begin, eind) / deel'",
            "duur > wekenOver",
            "7 staat hier voor dagen per week",
        ),
        ("uren: 36 * wekenOver", "uren > urenOver", "`36 * wekenOver`: 36 staat hier voor uren per week"),
    ],
)
def test_what_does_not_fit_does_not_load_and_says_where(
    rules: RulesFolder, afgeleid: str, als: str, mistake: str
) -> None:
    (said,) = loads(rules, afgeleid, als)
    assert mistake in said
    assert said.endswith(CONVERT)
    assert said.partition(":")[0].isdigit()


def test_the_size_of_a_leave_counts_what_it_says(rules: RulesFolder) -> None:
    (said,) = loads(rules, "", "urenOver > 0", uren="wekenOver")
    assert "weken en uren gaan niet samen" in said


def test_a_measure_that_is_not_known_follows_from_what_it_meets() -> None:
    equations = Equations()
    count = equations.unknown()
    equations.same(times(count, measure("uur", "week")), measure("uur"))
    assert equations.settled(count) == measure("weken")
    with pytest.raises(MeasureError, match="weken en dagen gaan niet samen"):
        equations.same(count, measure("dagen"))


def test_what_meets_nothing_is_a_plain_number() -> None:
    equations = Equations()
    assert equations.settled(equations.unknown()) == PURE
    assert spoken(times(measure("euro"), measure("uur"), -1)) == "euro per uur"


def test_no_version_of_the_real_rules_adds_weeks_to_hours(real_beoordelaar: Beoordelaar) -> None:
    assert measure_mistakes(real_beoordelaar.plans.values()) == []


def mistakes(plan: Plan, feiten: Mapping[str, Feit], *more: tuple[Passage, Node]) -> list[str]:
    """The files in which this version is wrong when its facts are these, and more texts stand in it."""
    measured = Measured(feiten)
    for written in (*texts_of(plan), *more):
        measured.read(*written)
    measured.finish()
    return [error.file for error in measured.errors]


def test_in_every_version_of_every_leave_weeks_and_hours_do_not_add_up(real_beoordelaar: Beoordelaar) -> None:
    weeks, hours = nodes.Name(GETAL, "opgenomenWeken"), nodes.Name(GETAL, "opgenomenUren")
    seeded = Passage("opgenomenWeken + opgenomenUren", "seeded.yaml", 1), nodes.Arithmetic(GETAL, "+", weeks, hours)
    for plan in real_beoordelaar.plans.values():
        assert mistakes(plan, real_beoordelaar.rulebook.feiten, seeded) == ["seeded.yaml"], plan.key


@pytest.mark.parametrize(
    ("fact", "wrong"),
    [
        ("opgenomenUren", {"eenheid": "weken"}),
        ("opgenomenWeken", {"eenheid": "uur"}),
        ("gewensteUren", {"eenheid": "weken"}),
        ("gewensteWeken", {"eenheid": "dagen"}),
        ("urenPerWeek", {"per": "maand"}),
    ],
)
def test_every_version_that_works_with_a_fact_notices_when_it_counts_something_else(
    real_beoordelaar: Beoordelaar, fact: str, wrong: Mapping[str, Any]
) -> None:
    feiten = real_beoordelaar.rulebook.feiten
    seeded = {**feiten, fact: replace(feiten[fact], **wrong)}
    readers = [plan for plan in real_beoordelaar.plans.values() if fact in plan.program.facts_read]
    assert [plan.key for plan in readers if not mistakes(plan, seeded)] == []
    assert len(readers) > 30
