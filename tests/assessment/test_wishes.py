"""Wishes: hours, weeks and a last day follow from one another, and more than is left is said, never refused."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest

from tests.support.answers import assessed
from tests.support.real_rules import real_scenarios, real_situations
from tests.support.wishing import MONDAY, PAID, PARENT
from verlof_api.assessment import Beoordelaar, Situatie
from verlof_api.assessment.wishes import HOURS, LAST_DAY, WEEKS
from verlof_api.checks.scenarios import Scenarios


def assumed(beoordelaar: Beoordelaar, **wish: Any) -> dict[str, Any]:
    situatie = Situatie(date(2026, 11, 22), {**PARENT, **wish}, (PAID,))
    (leave,) = assessed(beoordelaar, situatie)["verlofsoorten"]
    return {each["feit"]: each["waarde"] for each in leave["aannames"]}


@pytest.mark.parametrize(
    ("wish", "last"),
    [
        ({"gewensteWeken": Decimal(4)}, "2027-02-21"),
        ({"gewensteUren": Decimal(144)}, "2027-02-21"),
        ({"gewensteWeken": Decimal("1.5")}, "2027-02-03"),  # a week and three days of work
        ({"gewensteUren": Decimal(54)}, "2027-02-03"),
        ({"gewensteWeken": Decimal(20), "gewensteUren": Decimal(144)}, "2027-06-13"),  # weeks say how long
        ({"gewensteWeken": Decimal(12)}, "2027-03-28"),  # nine weeks are left
        ({}, "2027-03-28"),
    ],
)
def test_the_last_day_follows_from_weeks_and_hours(real_beoordelaar: Beoordelaar, wish: Any, last: str) -> None:
    assert assumed(real_beoordelaar, **wish)["gewensteEinddatum"] == last


@pytest.mark.parametrize(
    ("wish", "weeks"),
    [
        ({"gewensteUren": Decimal(72)}, 2),
        ({"gewensteEinddatum": MONDAY + timedelta(weeks=4, days=-3)}, 4),  # a Friday
        ({"gewensteEinddatum": MONDAY}, 1),
        ({"gewensteEinddatum": date(2027, 6, 30)}, 9),
    ],
)
def test_weeks_follow_from_hours_and_from_days(real_beoordelaar: Beoordelaar, wish: Any, weeks: int) -> None:
    assert assumed(real_beoordelaar, **wish)["gewensteWeken"] == weeks


def test_only_what_is_sure_is_a_wish_of_the_person(real_beoordelaar: Beoordelaar) -> None:
    def wishes(**wish: Any) -> dict[str, Any]:
        situatie = Situatie(date(2026, 11, 22), {**PARENT, **wish})
        return dict(real_beoordelaar.wishes(situatie, PAID))

    assert wishes(gewensteWeken=Decimal(4)) == {
        "gewensteIngangsdatum": MONDAY,
        "gewensteWeken": 4,
        "gewensteUren": 144,
        "gewensteEinddatum": date(2027, 2, 21),
    }
    assert set(wishes(gewensteUren=Decimal(20))) == {"gewensteIngangsdatum", "gewensteUren"}
    assert set(wishes(gewensteEinddatum=date(2027, 2, 21))) == {"gewensteIngangsdatum", "gewensteEinddatum"}


def balances(beoordelaar: Beoordelaar) -> Iterator[tuple[str, Situatie, Decimal]]:
    """Situations in which a leave is there and something is left of it, one for every version that has a balance."""
    seen = set()
    scenarios = Scenarios(beoordelaar, real_situations())
    for scenario in real_scenarios():
        told = scenarios.situatie(scenario)
        for verlof in scenario.verwacht if told is not None else ():
            situatie = replace(told, verlofsoorten=(verlof,), feiten=without_amounts(told.feiten))
            (leave,) = assessed(beoordelaar, situatie)["verlofsoorten"]
            left = (leave["omvang"] or {}).get("resterendeUren")
            key = (verlof, leave["geldig"]["van"])
            if left and key not in seen and leave["oordeel"] in ("recht", "oordeel-nodig"):
                seen.add(key)
                yield verlof, situatie, Decimal(str(left))


def without_amounts(feiten: Mapping[str, Any]) -> dict[str, Any]:
    return {id: value for id, value in feiten.items() if id not in (HOURS, WEEKS, LAST_DAY, "bovenwettelijkeUren")}


def test_more_than_is_left_is_said_for_every_leave_and_version_with_a_balance(real_beoordelaar: Beoordelaar) -> None:
    def ask(situatie: Situatie, hours: Decimal) -> tuple[str, list[str], bool]:
        wish = replace(situatie, feiten={**situatie.feiten, HOURS: hours})
        (leave,) = assessed(real_beoordelaar, wish)["verlofsoorten"]
        warned = [each for each in leave["waarschuwingen"] if each["code"] == "meer-dan-tegoed"]
        return leave["oordeel"], [each["tekst"] for each in warned], bool(warned and warned[0]["bronnen"])

    found = set()
    for verlof, situatie, left in balances(real_beoordelaar):
        weeks = Decimal(str(situatie.feiten["urenPerWeek"]))
        more = left + weeks * 100  # whole weeks where the leave asks for that
        (before,) = assessed(real_beoordelaar, situatie)["verlofsoorten"]
        verdict, told, sourced = ask(situatie, more)
        if verdict == "geen-recht":  # hours that are no whole weeks, where the law gives whole weeks only
            continue
        assert (verdict, len(told), sourced) == (before["oordeel"], 1, True), verlof
        assert "tekort" in told[0]
        assert ask(situatie, left)[1] == [], verlof
        found.add((verlof, before["geldig"]["van"]))
    versions = {
        (plan.id, plan.geldig.van.isoformat())
        for plan in real_beoordelaar.plans.values()
        if "resterendeUren" in plan.omvang
    }
    assert len(found) > 0.7 * len(versions), versions - found


@pytest.mark.parametrize(
    ("wish", "said"),
    [
        ({"gewensteUren": Decimal(400)}, "Je vraagt 400 uur. Er is nog 324 uur over, dus je komt 76 uur tekort."),
        ({"gewensteWeken": Decimal(12)}, "Je vraagt 432 uur. Er is nog 324 uur over, dus je komt 108 uur tekort."),
        (
            {"gewensteWeken": Decimal(12), "urenPerWeek": None},
            "Je vraagt 12 weken. Er zijn hooguit 9 weken, dus je komt 3 weken tekort.",
        ),
        ({"gewensteWeken": Decimal(9)}, None),
        ({"gewensteEinddatum": date(2027, 9, 30)}, None),  # this leave can be spread over those days
    ],
)
def test_how_much_more_is_asked_for_is_said_in_hours_or_weeks(
    real_beoordelaar: Beoordelaar, wish: dict[str, Any], said: str | None
) -> None:
    facts = {id: value for id, value in {**PARENT, **wish}.items() if value is not None}
    (leave,) = assessed(real_beoordelaar, Situatie(date(2026, 11, 22), facts, (PAID,)))["verlofsoorten"]
    told = [each["tekst"] for each in leave["waarschuwingen"] if each["code"] == "meer-dan-tegoed"]
    assert told == ([] if said is None else [f"{said} Wat past, kun je wel opnemen."])
    assert leave["oordeel"] == "recht"
