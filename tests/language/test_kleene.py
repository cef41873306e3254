"""Unknown is not false: strong Kleene logic (Kleene 1952, section 64), table by table."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from tests.support.language import Version

T, F, U = True, False, None


def told(**facts: Any) -> dict[str, Any]:
    """The facts without those that are unknown."""
    return {name: value for name, value in facts.items() if value is not None}


@pytest.mark.parametrize(
    ("a", "b", "both"),
    [(T, T, T), (T, F, F), (T, U, U), (F, T, F), (F, F, F), (F, U, F), (U, T, U), (U, F, F), (U, U, U)],
)
def test_en(plain: Version, a: bool | None, b: bool | None, both: bool | None) -> None:
    assert plain.value("tuin en schriftelijk", told(tuin=a, schriftelijk=b)) is both


@pytest.mark.parametrize(
    ("a", "b", "either"),
    [(T, T, T), (T, F, T), (T, U, T), (F, T, T), (F, F, F), (F, U, U), (U, T, T), (U, F, U), (U, U, U)],
)
def test_of(plain: Version, a: bool | None, b: bool | None, either: bool | None) -> None:
    assert plain.value("tuin of schriftelijk", told(tuin=a, schriftelijk=b)) is either


@pytest.mark.parametrize(("a", "opposite"), [(T, F), (F, T), (U, U)])
def test_niet(plain: Version, a: bool | None, opposite: bool | None) -> None:
    assert plain.value("niet tuin", told(tuin=a)) is opposite


@pytest.mark.parametrize(
    ("a", "b", "c", "all_of_them"), [(U, U, F, F), (U, F, U, F), (T, U, T, U), (T, T, T, T), (U, U, U, U)]
)
def test_en_over_more_parts(
    plain: Version, a: bool | None, b: bool | None, c: bool | None, all_of_them: bool | None
) -> None:
    facts = told(tuin=a, schriftelijk=b, boomGeplant=c)
    assert plain.value("tuin en schriftelijk en boomGeplant", facts) is all_of_them


@pytest.mark.parametrize(
    ("condition", "then", "otherwise", "value"),
    [(T, T, U, T), (T, F, U, F), (T, U, T, U), (F, U, T, T), (F, U, F, F), (F, T, U, U), (U, T, T, U), (U, T, F, U)],
)
def test_als_counts_the_chosen_branch_only(
    plain: Version, condition: bool | None, then: bool | None, otherwise: bool | None, value: bool | None
) -> None:
    facts = told(tuin=condition, schriftelijk=then, boomGeplant=otherwise)
    assert plain.value("als tuin dan schriftelijk anders boomGeplant", facts) is value


@pytest.mark.parametrize(("condition", "value"), [(T, 1), (F, None), (U, None)])
def test_als_without_anders_is_unknown_otherwise(plain: Version, condition: bool | None, value: int | None) -> None:
    assert plain.value("als tuin dan 1", told(tuin=condition)) == value


@pytest.mark.parametrize("operator", ["==", "!=", "<", "<=", ">", ">="])
@pytest.mark.parametrize("facts", [{}, {"urenPerWeek": 1}, {"leeftijd": 20}])
def test_a_comparison_with_an_unknown_side_is_unknown(plain: Version, operator: str, facts: dict[str, Any]) -> None:
    assert plain.value(f"urenPerWeek {operator} leeftijd", facts) is None


def test_even_equal_to_itself_is_unknown_when_it_is_unknown(plain: Version) -> None:
    assert plain.value("urenPerWeek == urenPerWeek") is None


@pytest.mark.parametrize("text", ["tuin of niet tuin", "tuin en niet tuin"])
def test_what_holds_whatever_the_fact_is_still_unknown_when_the_fact_is(plain: Version, text: str) -> None:
    assert plain.value(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "urenPerWeek + 1",
        "1 - urenPerWeek",
        "urenPerWeek * 0",
        "urenPerWeek / 2",
        "2 / urenPerWeek",
        "min(urenPerWeek, 0)",
        "max(0, urenPerWeek)",
        "plantdatum + 1 dag",
        "peildatum + urenPerWeek dagen",
        "dagen(peildatum, plantdatum)",
        "overlap(vorstperiodes, plantdatum, peildatum)",
        "werkdagenNa(plantdatum, 1)",
        "eindeJaar(plantdatum)",
        "heel(urenPerWeek)",
        "naarBoven(urenPerWeek)",
        "werkdagen(peildatum, plantdatum)",
        "hooguit(urenPerWeek, 1)",
        "verteld(gewensteUren)",
        "arbeidsrelatie in [werknemer]",
        "arbeidsrelatie != geen",
        "betrokkene.graad",
        "betrokkene.verwant == bloed",
        "opgenomenUren",
        "opgenomenUren bij wazo.boomverlof",
    ],
)
def test_unknown_in_gives_unknown_out(plain: Version, text: str) -> None:
    assert plain.value(text) is None


@pytest.mark.parametrize("facts", [{"leeftijd": 0}, {"leeftijd": 0, "urenPerWeek": 0}])
def test_a_division_by_zero_is_unknown(plain: Version, facts: dict[str, Any]) -> None:
    assert plain.value("urenPerWeek / leeftijd", {"urenPerWeek": 5, **facts}) is None


def test_the_last_day_of_no_periods_is_unknown(plain: Version) -> None:
    assert plain.value("laatste(vorstperiodes)", vorstperiodes=()) is None


def test_a_day_told_decides_what_was_unknown_without_it(plain: Version) -> None:
    text = "plantdatum < 2024-01-01"
    assert (plain.value(text), plain.value(text, plantdatum=date(2023, 12, 31))) == (None, True)


def test_a_limit_that_is_not_known_does_not_count(plain: Version) -> None:
    assert plain.value("hooguit(5, urenPerWeek)") == 5
    assert plain.value("hooguit(5, urenPerWeek)", urenPerWeek=4) == 4


def test_a_wish_as_it_was_told_is_not_what_is_assumed_for_it(version: Callable[..., Version]) -> None:
    here = version(aannames={"gewensteUren": "8"})
    assert (here.value("gewensteUren"), here.value("verteld(gewensteUren)")) == (8, None)
    assert here.value("verteld(gewensteUren)", gewensteUren=4) == 4
