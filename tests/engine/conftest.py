from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from random import Random
from typing import Any

import pytest

from tests.support.random_rules import Verdict, concluded, environment, expected, random_facts, random_rules
from verlof_api.engine import Engine, Rules

Case = tuple[Mapping[str, Any], Mapping[str, Verdict]]  # some facts, and what follows from them for each version


@dataclass(frozen=True)
class Sample:
    """An engine with random rules, and random situations with the answers of the plain evaluator."""

    rules: Sequence[Rules]
    cases: Sequence[Case]
    engine: Engine

    def answer(self, facts: Mapping[str, Any]) -> dict[str, Verdict]:
        findings = self.engine.conclude({each.key: environment(facts) for each in self.rules})
        return {key: concluded(finding) for key, finding in findings.items()}

    def answers_right(self, cases: slice = slice(0, 20)) -> bool:
        return all(self.answer(facts) == right for facts, right in self.cases[cases])


@pytest.fixture(scope="session")
def material() -> tuple[Sequence[Rules], Sequence[Case]]:
    rng = Random(2026)
    rules = [random_rules(rng, f"wazo.boom{number}@2020-01-01") for number in range(12)]
    situations = [random_facts(rng) for _ in range(300)]
    return rules, [(facts, {each.key: expected(each, facts) for each in rules}) for facts in situations]


@pytest.fixture
def sample(material: tuple[Sequence[Rules], Sequence[Case]]) -> Sample:
    """Each test has an engine of its own."""
    rules, cases = material
    return Sample(rules, cases, Engine(rules))
