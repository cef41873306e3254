"""The engine concludes what a plain evaluator concludes, for every version of every leave of the real rulebook."""

from collections.abc import Mapping
from datetime import date, timedelta
from random import Random

import pytest

from tests.support.answers import assessed
from tests.support.reference import Reference
from tests.support.situations import Situations
from verlof_api.assessment import Beoordelaar
from verlof_api.assessment.situation import Facts
from verlof_api.engine import Finding
from verlof_api.language.environment import Environment

Seen = tuple[str, Mapping[str, str], set[str]]  # verdict, outcome of each condition, grounds of a refusal


def expected(beoordelaar: Beoordelaar, key: str, env: Environment) -> Seen:
    plan = beoordelaar.plans[key]
    eigenschappen = beoordelaar.rulebook.eigenschappen
    reference = Reference(env.values, env.told, eigenschappen.waarden if eigenschappen else {})
    outcomes = {each.id: reference.outcome(each.condition.als, each.condition.open_norm) for each in plan.conditions}
    waiting = reference.waiting(plan.rules.conditions, outcomes)
    grounds = {id for id, outcome in outcomes.items() if outcome == "niet-voldaan"} - waiting
    return reference.verdict(outcomes, plan.outcomes, waiting), outcomes, grounds


def concluded(finding: Finding) -> Seen:
    grounds = {line.rpartition("|")[2] for line in finding.trace if line.startswith("D|") and "|geen-recht|" in line}
    return finding.oordeel, finding.outcomes, grounds


def assert_agreement(beoordelaar: Beoordelaar, seed: int) -> None:
    """One random situation, judged by every version there is, whatever the day."""
    rng = Random(seed)
    situation = Situations(beoordelaar.rulebook, rng).any()
    told = Facts(beoordelaar.rulebook).environment(situation)
    anchor: date = situation.peildatum - timedelta(days=rng.randrange(60))
    envs = {key: told.under(anchor) for key in beoordelaar.plans}
    right = {key: expected(beoordelaar, key, env) for key, env in envs.items()}
    findings = beoordelaar.engine.conclude(envs)
    assert {key: concluded(finding) for key, finding in findings.items()} == right


@pytest.mark.parametrize("seed", range(40))
def test_the_real_rules_give_the_answers_of_the_plain_evaluator(real_beoordelaar: Beoordelaar, seed: int) -> None:
    assert_agreement(real_beoordelaar, seed)


@pytest.mark.long
@pytest.mark.parametrize("hundred", range(10, 60))
def test_the_real_rules_give_the_answers_of_the_plain_evaluator_in_many_situations(
    real_beoordelaar: Beoordelaar, hundred: int
) -> None:
    for seed in range(100 * hundred, 100 * hundred + 100):
        assert_agreement(real_beoordelaar, seed)


def test_the_random_situations_reach_every_verdict_of_the_real_rules(real_beoordelaar: Beoordelaar) -> None:
    situations = Situations(real_beoordelaar.rulebook, Random(1))
    verdicts = {
        answer["oordeel"] for _ in range(60) for answer in assessed(real_beoordelaar, situations.any())["verlofsoorten"]
    }
    assert verdicts >= {"recht", "geen-recht", "vraag-nodig", "oordeel-nodig", "afspraak"}
