"""Rules outside the subset in which durable_rules is safe do not start."""

from dataclasses import replace
from typing import Any

import pytest

import verlof_api.engine.engine as engine_module
from tests.support.small_rules import condition, either, fact, numbered, small_rules
from verlof_api.engine import Engine, LimitError, Rules
from verlof_api.engine.limits import collisions, fnv1a, violations
from verlof_api.engine.literals import Literal
from verlof_api.engine.ruleset import Compiled, Line, compile_rules
from verlof_api.language import nodes
from verlof_api.language.nodes import BOOL


def refusals(rules: Rules) -> tuple[str, ...]:
    with pytest.raises(LimitError) as raised:
        Engine([rules])
    return raised.value.messages


def judged(count: int) -> Rules:
    """Rules that become `count` engine rules for the fact that is judged: two per condition, three for the last."""
    plain = [condition(name) for name in numbered("c", count // 2 - count % 2)]
    return small_rules(*plain, *([condition("laatste", either("x", "y"))] if count % 2 else []))


def test_sixty_engine_rules_for_one_fact_start() -> None:
    Engine([judged(60)])


def test_the_sixty_first_engine_rule_for_one_fact_is_refused() -> None:
    (refusal,) = refusals(judged(61))
    assert "61 rekenregels, hoogstens 60" in refusal


def test_the_sixty_first_deciding_rule_is_refused() -> None:
    refusal = refusals(small_rules(*map(condition, numbered("c", 57))))
    assert any("61 rekenregels, hoogstens 60" in each for each in refusal)


def literals(count: int) -> Rules:
    """Rules of which one compares `count` facts at once: not one of sixteen, and not one of the rest."""
    als, open_norm = either(*numbered("a", 16)), either(*numbered("b", count - 16))
    return small_rules(condition("c", als, open_norm))


def test_thirty_literals_in_one_rule_start() -> None:
    Engine([literals(30)])


def test_the_thirty_first_literal_in_one_rule_is_refused() -> None:
    (refusal,) = refusals(literals(31))
    assert "31 delen, hoogstens 30" in refusal


def test_sixteen_alternatives_start() -> None:
    Engine([small_rules(condition("c", either(*numbered("a", 16))))])


def test_the_seventeenth_alternative_is_refused_by_the_name_of_its_condition() -> None:
    (refusal,) = refusals(small_rules(condition("te-breed", either(*numbered("a", 17)))))
    assert ("te-breed" in refusal, "17 mogelijkheden, hoogstens 16" in refusal) == (True, True)


def test_an_alternative_that_a_shorter_one_covers_makes_no_rule() -> None:
    both = nodes.All(BOOL, (fact("a"), fact("b")))
    compiled = compile_rules(small_rules(condition("c", nodes.Any(BOOL, (fact("a"), both)))))
    assert [line.label for line in compiled.judge] == ["0|voldaan|0", "0|niet-voldaan|0"]


def test_all_refusals_come_at_once() -> None:
    wide = [small_rules(condition("c", either(*numbered("a", 17))), key=key) for key in ("een", "twee")]
    with pytest.raises(LimitError) as raised:
        Engine(wide)
    assert [message.split(":")[0] for message in raised.value.messages] == ["een", "twee"]


def compared_with(value: Any) -> Compiled:
    line = Line("0|voldaan|0", (Literal("a0", "==", value),))
    return replace(compile_rules(small_rules(condition("c"))), judge=(line,))


@pytest.mark.parametrize("value", [0, 2**53, -(2**53)])
def test_a_safe_integer_is_accepted(value: int) -> None:
    assert list(violations(compared_with(value))) == []


@pytest.mark.parametrize("value", [2**53 + 1, -(2**53) - 1, 2**80])
def test_an_integer_beyond_the_safe_ones_is_refused(value: int) -> None:
    assert len(list(violations(compared_with(value)))) == 1


@pytest.mark.parametrize("value", [0.5, 1.0, 1e20, True, "1", None])
def test_a_constant_that_is_no_integer_is_refused(value: object) -> None:
    assert len(list(violations(compared_with(value)))) == 1


@pytest.mark.parametrize(("name", "value"), [("", 0x811C9DC5), ("a", 0xE40C292C), ("foobar", 0xBF9CF968)])
def test_names_are_hashed_as_durable_rules_hashes_them(name: str, value: int) -> None:
    assert fnv1a(name) == value  # the test vectors of draft-eastlake-fnv


def test_names_that_durable_rules_takes_for_one_another_are_found() -> None:
    (found,) = collisions(["a1039599", "boom", "a1222382", "boom"])
    assert ("a1039599" in found, "a1222382" in found) == (True, True)


def test_names_that_durable_rules_takes_for_one_another_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine_module, "names_of", lambda compiled: {"a1039599", "a1222382"})
    assert "a1222382" in refusals(small_rules(condition("c")))[0]
