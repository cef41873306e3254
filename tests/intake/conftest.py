"""The intake of the real rules, and a short way to ask what it thinks of a message."""

from collections.abc import Callable
from datetime import date
from typing import Any

import orjson
import pytest

from tests.support.real_rules import real_situations
from verlof_api.assessment import Situatie
from verlof_api.intake import InputErrors, Intake, parse
from verlof_api.law import Rulebook, load_rulebook

VANDAAG = date(2026, 11, 22)

Read = Callable[[Any], Situatie]
Refusals = Callable[[Any], dict[str, str]]


@pytest.fixture(scope="session")
def rulebook() -> Rulebook:
    return load_rulebook()


@pytest.fixture(scope="session")
def intake(rulebook: Rulebook) -> Intake:
    return Intake(rulebook, real_situations())


@pytest.fixture(scope="session")
def read(intake: Intake) -> Read:
    """A message (bytes, or something to write as JSON) as a situation."""

    def read(message: Any) -> Situatie:
        body = message if isinstance(message, bytes) else orjson.dumps(message)
        return intake.situatie(parse(body), VANDAAG)

    return read


@pytest.fixture(scope="session")
def entries(read: Read) -> Callable[[Any], list[dict[str, Any]]]:
    """The entries of the refusal of a message."""

    def entries(message: Any) -> list[dict[str, Any]]:
        with pytest.raises(InputErrors) as refused:
            read(message)
        return refused.value.fouten

    return entries


@pytest.fixture(scope="session")
def refusals(entries: Callable[[Any], list[dict[str, Any]]]) -> Refusals:
    """Path to code, for every mistake in a message."""
    return lambda message: {entry["in"]: entry["code"] for entry in entries(message)}


@pytest.fixture(scope="session")
def fact_refusal(refusals: Refusals) -> Callable[[str, Any], str | None]:
    """The code with which the value of one fact is refused; None when it is taken."""

    def fact_refusal(fact: str, value: Any) -> str | None:
        message = b'{"feiten": {"%s": %s}}' % (fact.encode(), value) if isinstance(value, bytes) else None
        return refusals(message or {"feiten": {fact: value}}).get(f"feiten.{fact}")

    return fact_refusal
