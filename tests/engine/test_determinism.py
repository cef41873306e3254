"""The same situation has the same trace, in whatever order it is told and by whichever engine."""

from random import Random

from tests.engine.conftest import Sample
from tests.support.random_rules import environment
from verlof_api.engine import Engine


def traces(engine: Engine, sample: Sample, seed: int) -> list[dict[str, list[str]]]:
    """The traces of some situations, with facts and versions in another order for each seed."""
    rng = Random(seed)
    found = []
    for facts, _ in sample.cases[:40]:
        shuffled = dict(rng.sample(list(facts.items()), len(facts)))
        versions = rng.sample(list(sample.rules), len(sample.rules))
        findings = engine.conclude({each.key: environment(shuffled) for each in versions})
        found.append({each.key: findings[each.key].trace for each in sample.rules})
    return found


def test_the_order_in_which_facts_and_leaves_come_does_not_matter(sample: Sample) -> None:
    assert traces(sample.engine, sample, seed=1) == traces(sample.engine, sample, seed=2)


def test_another_engine_with_the_same_rules_gives_the_same_traces(sample: Sample) -> None:
    assert traces(sample.engine, sample, seed=1) == traces(Engine(sample.rules), sample, seed=1)


def test_a_narrowed_question_gives_the_same_trace(sample: Sample) -> None:
    facts, _ = sample.cases[0]
    whole = sample.engine.conclude({each.key: environment(facts) for each in sample.rules})
    alone = {each.key: sample.engine.conclude({each.key: environment(facts)})[each.key] for each in sample.rules}
    assert alone == whole


def test_the_rules_are_compiled_to_the_same_document_every_time(sample: Sample) -> None:
    assert list(Engine(sample.rules).documents[0].items()) == list(sample.engine.documents[0].items())
