"""How outcomes of conditions become a verdict, and how the engine says which rules led to it."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from tests.support.random_rules import environment
from tests.support.small_rules import condition, fact, negated, small_rules
from verlof_api.engine import Engine, Finding, Rules
from verlof_api.language import nodes
from verlof_api.language.nodes import BOOL, DATUM, GETAL, Node, Type

MET = condition("a")
OPEN = condition("b", open_norm=fact("mensen"))


def finding(rules: Rules, **facts: Any) -> Finding:
    return Engine([rules]).conclude({rules.key: environment(facts)})[rules.key]


@pytest.mark.parametrize(
    ("facts", "outcome"),
    [
        ({"b": True}, "voldaan"),
        ({"b": True, "mensen": True}, "voldaan"),
        ({"b": False, "mensen": True}, "open-norm"),
        ({"b": False, "mensen": False}, "niet-voldaan"),
        ({"b": False}, "onbekend"),
        ({"mensen": True}, "onbekend"),
        ({}, "onbekend"),
    ],
)
def test_a_condition_with_an_open_norm_has_four_outcomes(facts: dict[str, bool], outcome: str) -> None:
    assert finding(small_rules(OPEN), **facts).outcomes == {"b": outcome}


@pytest.mark.parametrize(
    ("facts", "verdict"),
    [
        ({"a": True, "b": True}, "recht"),
        ({"a": False, "b": True}, "geen-recht"),
        ({"a": False}, "geen-recht"),
        ({"a": False, "b": False, "mensen": True}, "geen-recht"),
        ({"b": True}, "vraag-nodig"),
        ({"b": False, "mensen": True}, "vraag-nodig"),
        ({}, "vraag-nodig"),
        ({"a": True, "b": False, "mensen": True}, "oordeel-nodig"),
    ],
)
def test_not_met_decides_before_unknown_and_unknown_before_an_open_norm(facts: dict[str, bool], verdict: str) -> None:
    assert finding(small_rules(MET, OPEN), **facts).oordeel == verdict


EARLY = condition("vroeg", comes_right=fact("tijd"))


@pytest.mark.parametrize(
    ("facts", "verdict"),
    [
        ({"vroeg": False, "tijd": True, "a": True}, "nog-niet"),
        ({"vroeg": False, "tijd": True}, "nog-niet"),
        ({"vroeg": False, "tijd": True, "a": False}, "geen-recht"),
        ({"vroeg": False, "tijd": False, "a": True}, "geen-recht"),
        ({"vroeg": False, "a": True}, "nog-niet"),
        ({"vroeg": True, "tijd": True, "a": True}, "recht"),
        ({"tijd": True, "a": True}, "vraag-nodig"),
    ],
)
def test_what_only_waits_is_not_refused_for_good(facts: dict[str, bool], verdict: str) -> None:
    found = finding(small_rules(EARLY, MET), **facts)
    waits = facts.get("vroeg") is False and facts.get("tijd") is not False
    assert (found.oordeel, "vroeg" in found.waiting) == (verdict, waits)


def test_what_is_left_to_people_does_not_wait() -> None:
    rules = small_rules(condition("b", open_norm=fact("mensen"), comes_right=fact("tijd")))
    assert finding(rules, b=False, mensen=True, tijd=True).oordeel == "oordeel-nodig"
    assert finding(rules, b=False, mensen=False, tijd=True).oordeel == "nog-niet"


CHOICE = (("afspraak", fact("klein")), ("andere-regeling", fact("ziek")), ("recht", None))


@pytest.mark.parametrize(
    ("facts", "verdict"),
    [
        ({"a": True, "klein": True}, "afspraak"),
        ({"a": True, "klein": True, "ziek": True}, "afspraak"),
        ({"a": True, "klein": False, "ziek": True}, "andere-regeling"),
        ({"a": True, "klein": False, "ziek": False}, "recht"),
        ({"a": True, "klein": False}, "vraag-nodig"),
        ({"a": True, "ziek": True}, "vraag-nodig"),
        ({"a": False}, "geen-recht"),
        ({"klein": True}, "vraag-nodig"),
    ],
)
def test_outcomes_are_tried_in_order(facts: dict[str, bool], verdict: str) -> None:
    assert finding(small_rules(MET, outcomes=CHOICE), **facts).oordeel == verdict


def test_an_open_norm_decides_before_an_unknown_choice_of_outcome() -> None:
    # Whatever the unknown fact is, people must judge: asking for it would change nothing.
    rules = small_rules(OPEN, outcomes=CHOICE)
    assert finding(rules, b=False, mensen=True).oordeel == "oordeel-nodig"


def test_a_condition_that_always_holds_is_met() -> None:
    assert finding(small_rules(condition("a", nodes.Const(BOOL, True)))).oordeel == "recht"


def test_a_condition_that_never_holds_is_not_met() -> None:
    assert finding(small_rules(condition("a", nodes.Const(BOOL, False)))).oordeel == "geen-recht"


def test_every_ground_of_a_refusal_is_in_the_trace() -> None:
    rules = small_rules(condition("a"), condition("b"), condition("c"))
    trace = finding(rules, a=False, b=True, c=False).trace
    grounds = [line.rpartition("|")[2] for line in trace if line.startswith("D|wazo.boom@2020|geen-recht|")]
    assert grounds == ["a", "c"]


def test_the_trace_says_what_became_of_every_known_condition() -> None:
    rules = small_rules(condition("a"), condition("b", negated(fact("b"))), condition("c"))
    trace = [line for line in finding(rules, a=True, b=True).trace if line.startswith("C|")]
    assert trace == ["C|wazo.boom@2020|a|voldaan|0", "C|wazo.boom@2020|b|niet-voldaan|0"]


@pytest.mark.parametrize(
    "id", ["open", "blocked", "unknown", "choice", "uitkomst", "judge", "decide", "prime", "id", "sid"]
)
def test_no_name_of_a_condition_or_fact_confuses_the_engine(id: str) -> None:
    rules = small_rules(condition(id), condition("a", open_norm=fact("mensen")))
    answers = [finding(rules, **{id: here}, a=False, mensen=True).oordeel for here in (True, False)]
    assert answers == ["oordeel-nodig", "geen-recht"]


def met_by(tree: Node, name: str, values: Iterable[Any]) -> list[Any]:
    """The values of one fact for which `tree` holds."""
    rules = small_rules(condition("a", tree))
    engine = Engine([rules])
    return [v for v in values if engine.conclude({rules.key: environment({name: v})})[rules.key].oordeel == "recht"]


def test_options_are_told_apart() -> None:
    trees = Type(nodes.Soort.KEUZE, tuple("abcdefgh"))
    assert met_by(nodes.OneOf(BOOL, nodes.Name(trees, "x"), ("b", "f")), "x", trees.opties) == ["b", "f"]


@pytest.mark.parametrize(("operator", "met"), [("<", [1]), ("<=", [1, 2]), ("==", [2]), (">=", [2, 3]), (">", [3])])
def test_a_day_is_compared_to_the_day(operator: str, met: list[int]) -> None:
    day, bound = nodes.Name(DATUM, "dag@wazo.boom"), nodes.Const(DATUM, date(2024, 1, 2))
    days = met_by(nodes.Compare(BOOL, operator, day, bound), "dag@wazo.boom", [date(2024, 1, n) for n in (1, 2, 3)])
    assert [each.day for each in days] == met


def test_a_number_is_compared_to_the_thousandth() -> None:
    hours, bound = nodes.Name(GETAL, "uren"), nodes.Const(GETAL, Decimal("0.3"))
    values = [Decimal("0.1") + Decimal("0.2"), Decimal("0.299"), Decimal("0.301")]
    assert met_by(nodes.Compare(BOOL, "==", hours, bound), "uren", values) == [Decimal("0.3")]
