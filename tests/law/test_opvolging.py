"""What comes in the place of a leave is itself a leave that is law."""

from dataclasses import replace
from datetime import date

import pytest

from verlof_api.law import Rulebook
from verlof_api.law.opvolging import impossible_successors
from verlof_api.law.strict_yaml import Passage

ENDED, LAW, BILL = "wazo.kraamverlof", "wazo.geboorteverlof", "voorstel.rouwverlof"


@pytest.mark.parametrize(
    ("leave", "follower", "said"),
    [
        (ENDED, LAW, None),
        (BILL, LAW, None),
        (LAW, ENDED, "is nog wet"),
        (ENDED, "wazo.verhuisverlof", "het verlof `wazo.verhuisverlof` bestaat niet"),
        (BILL, "voorstel.mantelzorgverlof", "is zelf een voorstel"),
    ],
)
def test_only_what_ended_and_a_bill_are_followed_and_only_by_law(
    real_rulebook: Rulebook, leave: str, follower: str, said: str | None
) -> None:
    soorten = dict(real_rulebook.verlofsoorten)
    soorten[leave] = replace(soorten[leave], opgevolgd_door=Passage(follower, "regel.yaml", 3))
    found = [error.message for error in impossible_successors({leave: soorten[leave], **soorten})]
    assert [said in message for message in found] == ([] if said is None else [True])


def test_kraamverlof_ended_and_geboorteverlof_came_in_its_place(real_rulebook: Rulebook) -> None:
    kraamverlof = real_rulebook.verlofsoorten[ENDED]
    assert (kraamverlof.opgevolgd_door, kraamverlof.versie(date(2019, 1, 1))) == (LAW, None)
