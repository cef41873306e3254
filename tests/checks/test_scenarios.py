"""What a scenario can say of an answer, and how a difference is told."""

from typing import Any

import pytest

from verlof_api.checks.scenarios import differences

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
    assert difference == f"{part}: ['{name}'] not expected, the answer has ['{name}']"


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
