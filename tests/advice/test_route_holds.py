"""What holds for every route, through every scenario of the rules and through situations made at random."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from itertools import pairwise
from math import ceil
from time import perf_counter
from typing import Any

import pytest

from tests.support.answers import answered, decoded
from verlof_api.advice import Adviser
from verlof_api.advice.route import Routes
from verlof_api.assessment import Beoordelaar, Situatie

# an answer, with what was told under "verteld", and one route through it
Case = tuple[Mapping[str, Any], list[dict[str, Any]]]

USABLE = {"recht", "oordeel-nodig", "afspraak"}


@pytest.fixture(scope="session")
def cases(
    adviser: Adviser,
    scenarios: list[tuple[str, Situatie]],
    shaken: Callable[[int, int], list[Situatie]],
    anything: Callable[[int, int], list[Situatie]],
) -> list[Case]:
    """Every route: the one of the answer and the alternatives, for the leaves asked about and for all leaves."""
    told = [situatie for _, situatie in scenarios]
    every = told[::3] + shaken(150, 1)
    situations = [*told, *(replace(each, verlofsoorten=None) for each in every), *anything(60, 2)]
    return [case for situatie in situations for case in routes(adviser, situatie)]


def routes(adviser: Adviser, situatie: Situatie) -> Iterator[Case]:
    answer = answered(adviser, situatie, "nl", ("routes",))
    untold = Routes(adviser.beoordelaar.rulebook, adviser.beoordelaar.plans)
    yield answer, decoded(untold.route(adviser.beoordelaar.beoordeel(situatie), "nl"))
    told = {**answer, "verteld": situatie.feiten}
    yield told, answer["route"]
    for way in answer["routes"]:
        yield told, way["route"]


def leave_of(answer: Mapping[str, Any], step: Mapping[str, Any]) -> Mapping[str, Any]:
    return next(leave for leave in answer["verlofsoorten"] if leave["id"] == step["verlofsoort"])


def pay(answer: Mapping[str, Any], step: Mapping[str, Any]) -> float | None:
    betaling = leave_of(answer, step)["betaling"]
    return betaling["percentage"] if betaling else None


@pytest.fixture(scope="session")
def fixed(real_beoordelaar: Beoordelaar) -> Callable[[Mapping[str, Any], Mapping[str, Any]], bool]:
    """Does the law itself say on which days this leave lies?"""

    def fixed(answer: Mapping[str, Any], step: Mapping[str, Any]) -> bool:
        leave = leave_of(answer, step)
        placed = real_beoordelaar.plans[f"{leave['id']}@{leave['geldig']['van']}"].versie.route
        return placed is not None and placed.vast

    return fixed


def test_there_is_enough_to_look_at(cases: list[Case]) -> None:
    assert sum(len(steps) > 1 for _, steps in cases) > 200


def test_two_leaves_never_overlap(cases: list[Case]) -> None:
    for _, steps in cases:
        dated = [(step["van"], step["tot"]) for step in steps if step["van"] and step["tot"]]
        assert all(first[1] < second[0] for first, second in pairwise(sorted(dated))), steps


def test_steps_are_numbered_in_order_of_their_days(cases: list[Case]) -> None:
    for _, steps in cases:
        assert [step["volgorde"] for step in steps] == list(range(1, len(steps) + 1))
        days = [step["van"] for step in steps if step["van"]]
        assert days == sorted(days)
        assert all(step["van"] is None for step in steps[len(days) :]), "what has no day comes last"


def test_no_leave_is_used_twice(cases: list[Case]) -> None:
    for _, steps in cases:
        leaves = [step["verlofsoort"] for step in steps]
        assert len(set(leaves)) == len(leaves)


def test_no_leave_uses_more_than_is_left_of_it(cases: list[Case]) -> None:
    for answer, steps in cases:
        for step in steps:
            size = leave_of(answer, step)["omvang"]
            if size and size["resterendeUren"] is not None and step["waarde"] is not None:
                assert step["waarde"] <= size["resterendeUren"] + 0.01


def test_paid_parental_leave_and_the_rest_of_it_share_one_balance(cases: list[Case]) -> None:
    shared = ("wazo.betaald-ouderschapsverlof", "wazo.ouderschapsverlof")
    seen = 0
    for answer, steps in cases:
        used = [step for step in steps if step["verlofsoort"] in shared]
        if len(used) == 2 and all(step["waarde"] is not None for step in used):
            left = leave_of(answer, {"verlofsoort": shared[1]})["omvang"]["resterendeUren"]
            assert sum(step["waarde"] for step in used) <= left + 0.01
            seen += 1
    assert seen > 10


def test_no_leave_takes_more_days_than_its_hours_fill(cases: list[Case], fixed: Any) -> None:
    """Whole weeks as a rule, half weeks where it is spread; what is less than a day takes a day. Who told a last day or
    a number of weeks can want less than whole weeks of it, until that day or the end of its period."""
    for answer, steps in cases:
        told = answer.get("verteld", {})
        for step in steps:
            size = leave_of(answer, step)["omvang"] or {}
            if step["tot"] and step["waarde"] and size.get("uren") and size.get("weken") and not fixed(answer, step):
                days = (date.fromisoformat(step["tot"]) - date.fromisoformat(step["van"])).days + 1
                full = ceil(step["waarde"] * size["weken"] * 7 / size["uren"] - 0.01)
                wished = 7 * float(told.get("gewensteWeken", 0))
                last = told.get("gewensteEinddatum")
                ends = (str(last), (leave_of(answer, step)["periode"] or {}).get("tot")) if last else ()
                assert days <= max(2 * full, wished + 1) or step["tot"] in ends, step


def test_no_leave_goes_on_after_the_last_day_that_was_asked_for(cases: list[Case], fixed: Any) -> None:
    seen = 0
    for answer, steps in cases:
        last = answer.get("verteld", {}).get("gewensteEinddatum")
        for step in steps:
            if last and step["tot"] and not fixed(answer, step) and step["verlofsoort"] != "wazo.calamiteitenverlof":
                assert step["tot"] <= last.isoformat(), step
                seen += 1
    assert seen > 50


def test_no_leave_takes_more_hours_than_were_asked_for(cases: list[Case], fixed: Any) -> None:
    for answer, steps in cases:
        hours = answer.get("verteld", {}).get("gewensteUren")
        for step in steps:
            left = (leave_of(answer, step)["omvang"] or {}).get("resterendeUren")
            if hours and step["waarde"] and not fixed(answer, step) and left is not None:
                assert step["waarde"] <= (float(hours) if hours <= left else left) + 0.01, step


def test_every_leave_lies_in_its_window(cases: list[Case]) -> None:
    for answer, steps in cases:
        for step in steps:
            window = leave_of(answer, step)["periode"]
            if window and step["van"]:
                assert window["van"] is None or step["van"] >= window["van"]
                assert window["tot"] is None or step["van"] <= window["tot"]
                assert window["tot"] is None or step["tot"] is None or step["tot"] <= window["tot"]


def test_no_leave_starts_before_it_can(cases: list[Case]) -> None:
    for answer, steps in cases:
        for step in steps:
            terms = {term["id"]: term["uiterlijk"] for term in leave_of(answer, step)["termijnen"]}
            if step["van"] and "vroegste-ingang" in terms:
                assert step["van"] >= terms["vroegste-ingang"]


def test_the_employer_is_told_before_the_leave_starts(cases: list[Case]) -> None:
    seen = 0
    for _, steps in cases:
        for step in steps:
            if step["melden"] is not None:
                assert step["melden"] <= step["van"]
                seen += 1
    assert seen > 100


def test_paid_leave_comes_before_unpaid_leave(cases: list[Case], fixed: Any) -> None:
    """Among leaves of which people choose the days; leave around a birth lies where it lies."""
    for answer, steps in cases:
        chosen = [step for step in steps if not fixed(answer, step) and step["oordeel"] != "afspraak"]
        unpaid = [pay(answer, step) == 0 for step in chosen]
        assert unpaid == sorted(unpaid), steps


def test_what_the_law_gives_comes_before_what_must_be_agreed(cases: list[Case]) -> None:
    for _, steps in cases:
        agreed = [step["oordeel"] == "afspraak" for step in steps]
        assert agreed == sorted(agreed), steps


def test_a_route_holds_only_what_can_be_used(cases: list[Case]) -> None:
    for answer, steps in cases:
        for step in steps:
            assert step["oordeel"] == leave_of(answer, step)["oordeel"]
            if step["oordeel"] in USABLE:
                assert (step["na"], step["daarna"]) == (None, None)
            else:
                assert step["daarna"] in USABLE
                assert step["oordeel"] == "nog-niet" or step["na"] is not None
            if step["na"] in {leave["id"] for leave in answer["verlofsoorten"]}:
                before = [each["verlofsoort"] for each in steps[: step["volgorde"] - 1]]
                assert step["na"] in before, "the leave that must be used first stands before it"


def test_every_step_says_why(cases: list[Case]) -> None:
    for _, steps in cases:
        assert all(step["waarom"] and "{" not in step["waarom"] for step in steps)


def test_a_route_costs_next_to_nothing(adviser: Adviser, scenarios: list[tuple[str, Situatie]]) -> None:
    """It is part of every answer: 50 microseconds for five leaves (a slow machine gets twice that)."""
    situatie = max((each for _, each in scenarios if len(each.verlofsoorten) == 5), key=lambda each: len(each.feiten))
    assessment = adviser.beoordelaar.beoordeel(situatie)
    fastest = min(_seconds(lambda: adviser.route(assessment, situatie)) for _ in range(2000))
    assert fastest < 100e-6


def _seconds(work: Callable[[], object]) -> float:
    start = perf_counter()
    work()
    return perf_counter() - start
