"""The engine keeps nothing of the situations it has seen."""

import gc
import os
from pathlib import Path

from tests.engine.conftest import Sample
from tests.support.random_rules import environment

CONCLUSIONS, WARM_UP = 20_000, 2_000


def resident() -> int:
    """The memory of this process in bytes."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")


def conclude(sample: Sample, conclusions: int) -> None:
    """Ask about three of the versions at a time, each time other ones."""
    for number in range(conclusions):
        facts, _ = sample.cases[number % len(sample.cases)]
        asked = [sample.rules[(number + step) % len(sample.rules)] for step in (0, 3, 6)]
        sample.engine.conclude({each.key: environment(facts) for each in asked})


def test_twenty_thousand_conclusions_take_less_than_a_megabyte(sample: Sample) -> None:
    conclude(sample, WARM_UP)
    gc.collect()
    before = resident()
    conclude(sample, CONCLUSIONS)
    gc.collect()
    assert resident() - before < 2**20


def test_after_every_conclusion_no_facts_are_left(sample: Sample) -> None:
    left = set()
    for facts, _ in sample.cases[:100]:
        sample.answer(facts)
        left.add(sample.engine.facts())
    assert left == {0}
