"""Who gives care in a home and is paid from a personal budget: the law, a ruling and a bill do not say the same."""

from datetime import date
from typing import Any

import pytest

from tests.support.answers import assessed
from verlof_api.assessment import Beoordelaar, Situatie
from verlof_api.assessment.situation import Value

ZEZ, LEAVE = "wazo.zez-uitkering", "wazo.zwangerschapsverlof"
BORN = date(2026, 8, 10)


def ask(beoordelaar: Beoordelaar, day: date = date(2026, 8, 15), **told: Value) -> dict[str, Any]:
    feiten: dict[str, Value] = {"rolBijKind": "bevallen-ouder", "geboortedatumKind": BORN, "aowLeeftijdBereikt": False}
    feiten |= {"vermoedelijkeBevallingsdatum": BORN, "arbeidsrelatie": "huishoudelijk-werker", **told}
    return assessed(beoordelaar, Situatie(day, feiten, (ZEZ, LEAVE)))


def asked(answer: dict[str, Any]) -> dict[str, str]:
    return {each["feit"]: each["waarvoor"] for each in answer["volgendeVragen"]}


def disputes(answer: dict[str, Any]) -> list[str]:
    warnings = [each for leave in answer["verlofsoorten"] for each in leave["waarschuwingen"]]
    return [each["tekst"] for each in warnings if each["code"] == "geschil-in-bronnen"]


def test_a_helper_at_home_is_asked_and_it_decides_no_verdict(real_beoordelaar: Beoordelaar) -> None:
    answer = ask(real_beoordelaar)
    assert asked(answer)["pgbZorgverlener"] == "betaling"
    verdicts = {
        tuple(leave["oordeel"] for leave in ask(real_beoordelaar, pgbZorgverlener=told)["verlofsoorten"])
        for told in (True, False)
    }
    assert verdicts == {tuple(leave["oordeel"] for leave in answer["verlofsoorten"])}


@pytest.mark.parametrize("work", ["werknemer", "zelfstandige", "dga"])
def test_nobody_else_is_asked(real_beoordelaar: Beoordelaar, work: str) -> None:
    assert "pgbZorgverlener" not in asked(ask(real_beoordelaar, arbeidsrelatie=work))


@pytest.mark.parametrize(("told", "warned"), [(True, True), (False, False)])
def test_who_is_paid_from_a_budget_reads_that_the_sources_differ(
    real_beoordelaar: Beoordelaar, told: bool, warned: bool
) -> None:
    found = disputes(ask(real_beoordelaar, pgbZorgverlener=told))
    assert (len(found) == 2, any("persoonsgebonden budget" in text for text in found)) == (warned, warned)


def test_a_warning_with_words_of_its_own_stands_beside_another_of_the_same_code(real_beoordelaar: Beoordelaar) -> None:
    answer = ask(real_beoordelaar, pgbZorgverlener=True, zwangerschapsduurWeken=22)
    assert len(set(disputes(answer))) > 1


def test_an_amount_that_is_not_known_yet_says_when_it_is_expected(real_beoordelaar: Beoordelaar) -> None:
    born = date(2026, 12, 20)
    told: dict[str, Value] = {"arbeidsrelatie": "zelfstandige", "zelfstandigeUrenVorigJaar": 1300}
    answer = ask(real_beoordelaar, born, **told, geboortedatumKind=born, vermoedelijkeBevallingsdatum=born)
    [text] = [
        each["tekst"] for each in answer["verlofsoorten"][0]["waarschuwingen"] if each["code"] == "bedrag-onbekend"
    ]
    assert text.endswith(" vanaf 1 januari 2027 zijn er nog niet. We verwachten ze uiterlijk op 20 december 2026.")
