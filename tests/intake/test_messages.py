"""The words of a refusal, in both languages."""

import doctest
import pkgutil
from datetime import UTC, date, datetime
from importlib import import_module

import pytest
import time_machine

from verlof_api import intake
from verlof_api.intake import InputErrors, Intake, today
from verlof_api.phrases import phrases_in


@pytest.mark.parametrize("taal", ["nl", "en"])
def test_no_two_messages_are_the_same(taal):
    texts = phrases_in(taal)["invoer"]["fouten"].values()
    assert len(texts) == len(set(texts))


def test_a_refusal_can_be_told_in_english(intake: Intake):
    with pytest.raises(InputErrors) as refused:
        intake.situatie({"feiten": {"urenPerWeek": "32"}}, date(2026, 1, 1))
    assert refused.value.in_taal("en") == [
        {"in": "feiten.urenPerWeek", "code": "verkeerd-type", "melding": "Expected a number, without quotes."}
    ]
    assert refused.value.fouten[0]["melding"] == "Hier hoort een getal, zonder aanhalingstekens."


def test_a_refusal_as_an_exception_holds_paths_and_codes_only(intake: Intake):
    with pytest.raises(InputErrors) as refused:
        intake.situatie({"feiten": {"urenPerWeek": "Jan Jansen"}}, date(2026, 1, 1))
    assert str(refused.value) == "feiten.urenPerWeek: verkeerd-type"


@pytest.mark.parametrize(
    ("moment", "day"),
    [
        (datetime(2026, 6, 30, 21, 59, tzinfo=UTC), date(2026, 6, 30)),
        (datetime(2026, 6, 30, 22, 0, tzinfo=UTC), date(2026, 7, 1)),
        (datetime(2026, 12, 31, 22, 59, tzinfo=UTC), date(2026, 12, 31)),
        (datetime(2026, 12, 31, 23, 0, tzinfo=UTC), date(2027, 1, 1)),
    ],
)
def test_today_is_today_in_amsterdam_in_summer_and_in_winter(moment, day):
    with time_machine.travel(moment, tick=False):
        assert today() == day


@pytest.mark.parametrize("name", [module.name for module in pkgutil.iter_modules(intake.__path__)])
def test_the_examples_in_the_docstrings_are_true(name):
    assert doctest.testmod(import_module(f"{intake.__name__}.{name}")).failed == 0
