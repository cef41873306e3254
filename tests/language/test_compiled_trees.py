"""A compiled tree has the value that the plain evaluator finds, for random trees over facts of every type."""

from random import Random

import pytest

from tests.support.random_rules import FACTS, PROPERTIES, Grower, environment, random_facts
from tests.support.reference import Reference
from verlof_api.language.backends.python.compiler import Compiler


@pytest.mark.parametrize("seed", range(20))
def test_a_compiled_tree_agrees_with_the_plain_evaluator(seed: int) -> None:
    rng = Random(seed)
    for _ in range(30):
        tree = Grower(rng).tree(4)
        run = Compiler(PROPERTIES).compile(tree)
        for facts in (random_facts(rng) for _ in range(10)):
            assert run(environment(facts)) is Reference(facts, facts, PROPERTIES).value(tree), (tree, facts)


def test_the_random_situations_tell_every_fact_and_leave_out_every_fact() -> None:
    situations = [random_facts(Random(seed)) for seed in range(50)]
    told = set().union(*situations)
    left_out = set().union(*(FACTS.keys() - facts.keys() for facts in situations))
    assert (told, left_out) == (set(FACTS), set(FACTS))
