"""What a scenario can say of an answer, and how a difference is told."""

from typing import Any

import pytest

from verlof_api.checks.scenarios import differences, route_differences

ANSWER: dict[str, Any] = {
    "oordeel": "recht",
    "waarschuwingen": [{"code": "te-laat-gemeld", "tekst": "…"}],
    "termijnen": [{"id": "vervaldatum", "uiterlijk": "2027-06-30"}],
    "ontbrekendeFeiten": ["urenPerWeek"],
    "aannames": [{"feit": "meldingsdatum", "waarde": "2027-01-01"}],
    "stappen": [{"id": "melden"}],
    "voorwaarden": [{"id": "werknemer", "uitkomst": "voldaan"}],
}
PRESENT = {
    "waarschuwingen": "te-laat-gemeld",
    "termijnen": "vervaldatum",
    "ontbrekendeFeiten": "urenPerWeek",
    "aannames": "meldingsdatum",
    "stappen": "melden",
}


@pytest.mark.parametrize(("part", "name"), PRESENT.items())
def test_what_must_not_be_there_is_reported_when_it_is(part: str, name: str) -> None:
    (difference,) = differences({"zonder": {part: [name, "iets-anders"]}}, ANSWER)
    assert difference == f"{part}: [{name}] is niet verwacht, het antwoord heeft [{name}]"


def test_what_must_not_be_there_and_is_not_makes_no_difference() -> None:
    assert not list(differences({"zonder": {part: ["iets-anders"] for part in PRESENT}}, ANSWER))


@pytest.mark.parametrize("part", ["waarschuwingen", "ontbrekendeFeiten", "aannames", "stappen"])
def test_what_must_be_there_may_be_among_others(part: str) -> None:
    assert not list(differences({part: [PRESENT[part]]}, ANSWER))
    assert list(differences({part: ["iets-anders"]}, ANSWER))


def test_a_deadline_is_compared_by_its_day_and_a_condition_by_its_outcome() -> None:
    assert not list(differences({"termijnen": {"vervaldatum": "2027-06-30"}}, ANSWER))
    assert list(differences({"termijnen": {"vervaldatum": "2027-07-01"}}, ANSWER))
    assert list(differences({"voorwaarden": {"werknemer": "onbekend"}}, ANSWER))


ROUTE = [
    {"verlofsoort": "wazo.boomverlof", "van": "2027-01-01", "tot": "2027-01-07"},
    {"verlofsoort": "wazo.aarverlof", "van": "2027-01-08", "tot": None},
]


def test_a_route_is_compared_by_its_leaves_in_order_and_by_what_is_named_of_them() -> None:
    boom, aar = ({"verlofsoort": step["verlofsoort"]} for step in ROUTE)
    assert not list(route_differences([boom, aar], ROUTE))
    assert not list(route_differences([{**boom, "tot": "2027-01-07"}, {**aar, "tot": None}], ROUTE))
    assert list(route_differences([{**boom, "tot": "2027-01-08"}, aar], ROUTE)) == [
        "route[1].tot: verwacht 2027-01-08, het antwoord zegt 2027-01-07"
    ]


@pytest.mark.parametrize("order", [[], [0], [1, 0], [0, 1, 1]])
def test_a_leave_too_many_too_few_or_elsewhere_is_another_route(order: list[int]) -> None:
    (difference,) = route_differences([{"verlofsoort": ROUTE[n]["verlofsoort"]} for n in order], ROUTE)
    assert difference.startswith("route: ")
