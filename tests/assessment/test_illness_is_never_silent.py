"""Whoever tells that they are ill while a leave can run, reads with that leave what the law and UWV do then."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import orjson
import pytest

from tests.support.answers import assessed
from tests.support.real_rules import real_scenarios, real_situations
from verlof_api.assessment import Beoordelaar, Situatie
from verlof_api.intake import Intake, parse
from verlof_api.law import Rulebook

# Requests about how somebody works, schemes for illness itself, giving hours away, and bills: illness does not meet
# them.
WITHOUT_ILLNESS = ("wfw.", "zw.", "voorstel.", "afspraak.verlof-delen")


@pytest.fixture(scope="module")
def scenarios(real_rulebook: Rulebook) -> list[tuple[str, Situatie]]:
    """Every scenario of the rules with its id, about the leaves that it names."""
    intake = Intake(real_rulebook, real_situations())

    def read(question: dict[str, Any], leaves: list[str]) -> Situatie:
        body = {**question, "verlofsoorten": leaves}
        return intake.situatie(parse(orjson.dumps(body, default=str)), date.min)

    return [(each.id, read(each.vraag, list(each.verwacht))) for each in real_scenarios()]


@pytest.fixture(scope="module")
def leaves(real_beoordelaar: Beoordelaar, scenarios: list[tuple[str, Situatie]]) -> list[tuple[str, dict[str, Any]]]:
    """Every leave of every scenario, for somebody who is ill from the day of asking or of the leave for years."""
    return [(name, leave) for name, situatie in scenarios for leave in while_ill(real_beoordelaar, situatie)]


def while_ill(beoordelaar: Beoordelaar, situatie: Situatie) -> Iterator[dict[str, Any]]:
    days = [value for value in situatie.feiten.values() if isinstance(value, date)]
    first = min([situatie.peildatum, *days])
    ill = ((first, max([situatie.peildatum, *days]) + timedelta(days=3000)),)
    answer = assessed(beoordelaar, replace(situatie, feiten={**situatie.feiten, "ziekteperiodes": ill}))
    yield from answer["verlofsoorten"]


def codes(leave: dict[str, Any]) -> list[str]:
    return [each["code"] for each in leave["waarschuwingen"]]


def test_told_illness_is_answered_in_every_leave_that_it_can_meet(leaves: list[tuple[str, dict[str, Any]]]) -> None:
    possible = [
        (name, leave)
        for name, leave in leaves
        if leave["oordeel"] in ("recht", "oordeel-nodig", "afspraak") and not leave["id"].startswith(WITHOUT_ILLNESS)
    ]
    assert len({leave["id"] for _, leave in possible}) > 18
    assert not [(name, leave["id"]) for name, leave in possible if "ziek-in-verlof" not in codes(leave)]


def test_told_illness_is_said_to_change_no_hours_and_no_money(leaves: list[tuple[str, dict[str, Any]]]) -> None:
    warned = [leave for _, leave in leaves if "ziek-in-verlof" in codes(leave)]
    assert warned
    assert all("ziek-tijdens-verlof" in [each["id"] for each in leave["hiaten"]] for leave in warned)


def test_illness_that_was_not_told_is_neither_answered_nor_assumed(
    real_beoordelaar: Beoordelaar, scenarios: list[tuple[str, Situatie]]
) -> None:
    for _, situatie in scenarios:
        if "ziekteperiodes" not in situatie.feiten:
            for leave in assessed(real_beoordelaar, situatie)["verlofsoorten"]:
                assert "ziek-in-verlof" not in codes(leave)
