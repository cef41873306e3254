"""Answers do not depend on how Python happens to hash words in one process: the same bytes, whatever the seed."""

import os
import subprocess
import sys

import pytest


def answers(seed: str) -> list[str]:
    """Every answer of the sample, of a process with this hash seed."""
    command = [sys.executable, "-m", "tests.contract.every_answer"]
    environment = {**os.environ, "PYTHONHASHSEED": seed}
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=True).stdout.splitlines()


@pytest.fixture(scope="module")
def told() -> list[str]:
    return answers("0")


def test_the_sample_holds_many_answers_of_every_kind(told: list[str]) -> None:
    assert {line[:3] for line in told} >= {"200", "400", "404"}
    assert len([line for line in told if line.startswith("200")]) > 400


@pytest.mark.parametrize("seed", ["1", "4242"])
def test_another_hash_seed_changes_no_byte_of_any_answer(told: list[str], seed: str) -> None:
    assert [line for line, other in zip(told, answers(seed), strict=True) if line != other] == []
