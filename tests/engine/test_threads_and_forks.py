"""One engine serves all threads of a worker, and all workers that are forked from the process that made it."""

import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from random import Random
from typing import Any

import pytest

from tests.engine.conftest import Sample
from tests.support.random_rules import environment, random_rules
from verlof_api.engine import Engine, driver

THREADS, REQUESTS = 8, 500


@pytest.fixture
def _hasty() -> Iterator[None]:
    """Threads that take turns as often as they can."""
    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    yield
    sys.setswitchinterval(before)


@pytest.mark.usefixtures("_hasty")
def test_threads_do_not_disturb_one_another(sample: Sample) -> None:
    def wrong(seed: int) -> int:
        cases = Random(seed).choices(sample.cases, k=REQUESTS)
        return sum(sample.answer(facts) != right for facts, right in cases)

    with ThreadPoolExecutor(THREADS) as pool:
        assert list(pool.map(wrong, range(THREADS))) == [0] * THREADS


def in_child(work: Callable[[], bool]) -> bool:
    """Whether `work` came out true in a forked process; a process that hangs is killed and counts as false."""
    pid = os.fork()
    if pid == 0:
        signal.alarm(30)
        try:
            os._exit(0 if work() else 1)
        finally:
            os._exit(2)
    return os.waitpid(pid, 0)[1] == 0


def test_a_forked_process_answers_with_the_engine_it_inherited(sample: Sample) -> None:
    assert in_child(lambda: sample.answers_right())


def test_a_forked_process_can_make_an_engine_of_its_own(sample: Sample) -> None:
    assert in_child(lambda: replace(sample, engine=Engine(sample.rules)).answers_right())


def test_the_forking_process_keeps_answering(sample: Sample) -> None:
    in_child(lambda: sample.answers_right())
    assert sample.answers_right()


def test_several_forked_processes_answer_at_once(sample: Sample) -> None:
    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(in_child, [lambda: sample.answers_right()] * 4)) == [True] * 4


@pytest.mark.parametrize(
    "function", ["assert_fact", "complete_and_start_action"], ids=["with the lock held", "half-way a request"]
)
def test_a_process_forked_while_a_thread_is_at_work_answers_right(
    sample: Sample, monkeypatch: pytest.MonkeyPatch, function: str
) -> None:
    at_work, go_on = threading.Event(), threading.Event()
    real = getattr(driver.durable, function)

    def halted(*args: Any) -> Any:
        if threading.current_thread() is thread:
            at_work.set()
            go_on.wait()
        return real(*args)

    monkeypatch.setattr(driver.durable, function, halted)
    thread = threading.Thread(target=sample.answer, args=[sample.cases[0][0]])
    thread.start()
    at_work.wait()
    try:
        right = in_child(lambda: sample.answers_right())
    finally:
        go_on.set()
        thread.join()
    assert right


def test_two_engines_do_not_disturb_one_another(sample: Sample) -> None:
    rng = Random(5)
    other = Engine([random_rules(rng, each.key) for each in sample.rules])
    for facts, right in sample.cases[:50]:
        other.conclude({each.key: environment(facts) for each in sample.rules})
        assert sample.answer(facts) == right
