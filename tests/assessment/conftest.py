from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

import pytest

from tests.support.answers import assessed
from tests.support.rules_folder import RulesFolder
from verlof_api.assessment import Beoordelaar, Situatie
from verlof_api.law import Rulebook

Answer = dict[str, Any]


@pytest.fixture(scope="session")
def trees_beoordelaar(trees: Rulebook) -> Beoordelaar:
    """Answers with the rules of the fictional law as they are."""
    return Beoordelaar(trees)


@pytest.fixture(scope="session")
def boomverlof(trees_beoordelaar: Beoordelaar) -> Callable[..., Answer]:
    """What the fictional law says of the leave about trees: `boomverlof(peildatum, {fact: value}, taal)`."""

    def boomverlof(peildatum: date, feiten: Mapping[str, Any], taal: str = "nl") -> Answer:
        return only(assessed(trees_beoordelaar, Situatie(peildatum, feiten), taal))

    return boomverlof


@pytest.fixture
def assess(rules: RulesFolder) -> Callable[..., Answer]:
    """What the changed rules say: `assess(peildatum, {fact: value}, taal, verlof)`."""

    def assess(peildatum: date, feiten: Mapping[str, Any], taal: str = "nl", verlof: str = "wazo.boomverlof") -> Answer:
        return only(assessed(Beoordelaar(rules.load()), Situatie(peildatum, feiten, (verlof,)), taal))

    return assess


def only(answer: Answer) -> Answer:
    """The one leave of an answer."""
    (leave,) = answer["verlofsoorten"]
    return leave
