"""One request that fails half-way, or rules that contradict one another, spoil no answer after it."""

from collections.abc import Callable
from itertools import count
from typing import Any

import pytest

from tests.engine.conftest import Sample
from tests.support.random_rules import environment
from tests.support.small_rules import condition, small_rules
from verlof_api.engine import ContradictionError, Engine, driver, ruleset
from verlof_api.engine.literals import TRUE, Literal
from verlof_api.engine.ruleset import Line


class BrokenOff(Exception):
    pass


def on_call(monkeypatch: pytest.MonkeyPatch, name: str, call: int, instead: Callable[[], Any]) -> None:
    """Have one function of durable_rules do something else on its so-maniest call."""
    real, calls = getattr(driver.durable, name), count(1)
    monkeypatch.setattr(driver.durable, name, lambda *args: instead() if next(calls) == call else real(*args))


def break_once(monkeypatch: pytest.MonkeyPatch, name: str, call: int, error: BaseException) -> None:
    def broken() -> None:
        raise error

    on_call(monkeypatch, name, call, broken)


@pytest.mark.parametrize(
    ("function", "call"),
    [
        ("assert_fact", 1),
        ("start_action_for_state", 1),
        ("complete_and_start_action", 1),
        ("complete_and_start_action", 7),
        ("assert_fact", 2),
        ("start_action_for_state", 2),
        ("retract_fact", 1),
    ],
)
@pytest.mark.parametrize("error", [BrokenOff(), KeyboardInterrupt()], ids=["exception", "interrupt"])
def test_after_a_request_that_broke_off_the_next_twenty_are_right(
    sample: Sample, monkeypatch: pytest.MonkeyPatch, function: str, call: int, error: BaseException
) -> None:
    break_once(monkeypatch, function, call, error)
    with pytest.raises(type(error)):
        sample.answer(sample.cases[0][0])
    assert sample.answers_right(slice(1, 21))


def test_a_request_that_broke_off_leaves_no_facts(sample: Sample, monkeypatch: pytest.MonkeyPatch) -> None:
    break_once(monkeypatch, "complete_and_start_action", 3, BrokenOff())
    with pytest.raises(BrokenOff):
        sample.answer(sample.cases[0][0])
    assert sample.engine.facts() == 0


def test_many_requests_that_break_off_in_a_row_do_no_harm(sample: Sample, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(50):
        with monkeypatch.context() as here:
            break_once(here, "complete_and_start_action", 1 + number % 9, BrokenOff())
            with pytest.raises(BrokenOff):
                sample.answer(sample.cases[number][0])
    assert sample.answers_right()


@pytest.mark.parametrize("call", [1, 12, 25])
def test_after_a_request_that_came_to_no_verdict_the_next_twenty_are_right(
    sample: Sample, monkeypatch: pytest.MonkeyPatch, call: int
) -> None:
    on_call(monkeypatch, "complete_and_start_action", call, lambda: None)  # what fired after it stays behind
    with pytest.raises(ContradictionError):
        sample.answer(sample.cases[0][0])
    assert sample.answers_right(slice(1, 21))


def test_a_condition_that_is_both_met_and_not_met_is_no_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ruleset, "formula", lambda *args, **kwargs: TRUE)
    rules = small_rules(condition("c"))
    with pytest.raises(ContradictionError, match="c is"):
        Engine([rules]).conclude({rules.key: environment({})})


def test_after_a_contradiction_no_facts_are_left(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ruleset, "formula", lambda *args, **kwargs: TRUE)
    rules = small_rules(condition("c"))
    engine = Engine([rules])
    with pytest.raises(ContradictionError):
        engine.conclude({rules.key: environment({})})
    assert engine.facts() == 0


@pytest.mark.parametrize(
    ("lines", "reason"),
    [
        (
            (Line("recht|0", (Literal("blocked", "==", 0),)), Line("geen-recht|0", (Literal("blocked", "==", 0),))),
            "both",
        ),
        ((Line("recht|0", (Literal("blocked", "==", 9),)),), "no verdict"),
    ],
    ids=["two verdicts", "no verdict"],
)
def test_anything_but_one_verdict_is_no_answer(
    monkeypatch: pytest.MonkeyPatch, lines: tuple[Line, ...], reason: str
) -> None:
    monkeypatch.setattr(ruleset, "_decisions", lambda rules: lines)
    rules = small_rules(condition("c"))
    with pytest.raises(ContradictionError, match=reason):
        Engine([rules]).conclude({rules.key: environment({"c": True})})
