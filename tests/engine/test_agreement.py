"""The engine concludes what a plain evaluator concludes, for any rules within its limits and any partial situation."""

from random import Random

import pytest

from tests.support.random_rules import concluded, environment, expected, random_facts, random_rules
from tests.support.small_rules import condition, small_rules
from verlof_api.engine import Engine

VERSIONS, SITUATIONS = 20, 40


def assert_agreement(seed: int) -> None:
    rng = Random(seed)
    rules = [random_rules(rng, f"wazo.boom{number}@2020-01-01") for number in range(VERSIONS)]
    engine = Engine(rules)
    for _ in range(SITUATIONS):
        facts = random_facts(rng)
        findings = engine.conclude({each.key: environment(facts) for each in rules})
        for each in rules:
            assert concluded(findings[each.key]) == expected(each, facts), (seed, each, facts)


@pytest.mark.parametrize("seed", range(15))
def test_random_rules_give_the_answers_of_the_plain_evaluator(seed: int) -> None:
    assert_agreement(seed)


@pytest.mark.long
@pytest.mark.parametrize("hundred", range(10, 20))
def test_many_random_rules_give_the_answers_of_the_plain_evaluator(hundred: int) -> None:
    for seed in range(100 * hundred, 100 * hundred + 100):
        assert_agreement(seed)


def test_more_versions_than_one_ruleset_holds_are_all_answered() -> None:
    rng = Random(7)
    rules = [random_rules(rng, f"wazo.boom{number}@2020-01-01") for number in range(130)]
    engine, facts = Engine(rules), random_facts(rng)
    findings = engine.conclude({each.key: environment(facts) for each in rules})
    assert len(engine.documents) > 1
    assert {key: concluded(each) for key, each in findings.items()} == {r.key: expected(r, facts) for r in rules}


def test_versions_that_share_their_engine_rules_keep_their_own_answers() -> None:
    names = [f"fact{number}" for number in range(40)]
    rules = [small_rules(condition("c", condition(name).als), key=name) for name in names]
    engine, rng = Engine(rules), Random(8)
    for _ in range(20):
        facts = {name: rng.random() < 0.5 for name in names if rng.random() < 0.7}
        findings = engine.conclude({name: environment(facts) for name in names})
        assert {name: concluded(findings[name]) for name in names} == {r.key: expected(r, facts) for r in rules}


def test_versions_that_were_not_asked_for_are_not_answered() -> None:
    rules = [small_rules(condition("c"), key=key) for key in ("een", "twee", "drie")]
    findings = Engine(rules).conclude({"twee": environment({"c": True})})
    assert {key: each.oordeel for key, each in findings.items()} == {"twee": "recht"}


def test_nothing_asked_is_nothing_concluded() -> None:
    assert Engine([small_rules(condition("c"))]).conclude({}) == {}


def test_every_verdict_and_every_outcome_occurs_in_the_random_rules() -> None:
    rng = Random(1)
    rules = [random_rules(rng, f"wazo.boom{number}@2020-01-01") for number in range(60)]
    answers = [expected(each, random_facts(rng)) for each in rules for _ in range(20)]
    assert {verdict for verdict, _ in answers} == {
        *("recht", "geen-recht", "nog-niet", "vraag-nodig", "oordeel-nodig", "afspraak", "andere-regeling")
    }
    assert {outcome for _, outcomes in answers for outcome in outcomes.values()} == {
        "voldaan",
        "niet-voldaan",
        "open-norm",
        "onbekend",
    }
