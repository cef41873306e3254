"""What a jurist may write, and what it means: literals, precedence, functions, and refusals that say where."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from tests.support.language import ANKERDATUM, FILE, LINE, PEILDATUM, Version


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("26", 26),
        ("0.5", Decimal("0.5")),
        ("2022-08-02", date(2022, 8, 2)),
        ("ja", True),
        ("nee", False),
        ("peildatum", PEILDATUM),
        ("ankerdatum", ANKERDATUM),
        ("(((ja)))", True),
        ("  ja\n  en ja ", True),
    ],
)
def test_a_literal_means_itself(plain: Version, text: str, value: Any) -> None:
    assert plain.value(text) == value


@pytest.mark.parametrize(
    ("text", "same"),
    [
        ("ja of nee en nee", "ja of (nee en nee)"),
        ("niet nee en nee", "(niet nee) en nee"),
        ("niet ja of ja", "(niet ja) of ja"),
        ("niet 1 == 2", "niet (1 == 2)"),
        ("niet niet nee", "niet (niet nee)"),
        ("1 + 2 * 3", "1 + (2 * 3)"),
        ("8 - 2 - 1", "(8 - 2) - 1"),
        ("8 / 2 / 2", "(8 / 2) / 2"),
        ("8 - 2 + 1", "(8 - 2) + 1"),
        ("1 + 1 == 2 en 3 > 2", "((1 + 1) == 2) en (3 > 2)"),
        ("als nee dan nee anders nee of ja", "als nee dan nee anders (nee of ja)"),
        ("als nee dan 1 anders als ja dan 2 anders 3", "als nee dan 1 anders (als ja dan 2 anders 3)"),
        ("als ja of nee dan 1 anders 2", "als (ja of nee) dan 1 anders 2"),
        ("2024-01-31 + 1 maand + 1 dag", "(2024-01-31 + 1 maand) + 1 dag"),
        ("2024-01-01 + (1 + 1) dagen - 1 dag", "(2024-01-01 + ((1 + 1) dagen)) - 1 dag"),
    ],
)
def test_without_parentheses_the_usual_precedence_holds(plain: Version, text: str, same: str) -> None:
    assert plain.tree(text) == plain.tree(same)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1 + 2 * 3", 7),
        ("(1 + 2) * 3", 9),
        ("8 - 2 - 1", 5),
        ("7 / 2", Decimal("3.5")),
        ("min(3, 1, 2)", 1),
        ("max(3, 1, 2)", 3),
        ("min(2024-03-01, 2024-02-29)", date(2024, 2, 29)),
        ("dagen(2024-02-28, 2024-03-01)", 3),
        ("heel(4 / 2)", True),
        ("heel(5 / 2)", False),
        ("eindeJaar(2024-02-29)", date(2024, 12, 31)),
        ("werkdagenNa(2024-03-01, 1)", date(2024, 3, 4)),
        ("werkdagen(2024-03-01, 2024-03-11)", 7),
        ("werkdagen(2024-03-02, 2024-03-03)", 0),
        ("werkdagen(2024-03-04, 2024-03-01)", 0),
        ("naarBoven(7 / 2)", 4),
        ("naarBoven(4 / 2)", 2),
        ("hooguit(3, 2)", 2),
        ("hooguit(2, 3)", 2),
        ("hooguit(2024-03-01, 2024-02-29)", date(2024, 2, 29)),
        ("als 1 < 2 dan 2024-01-01 anders 2025-01-01", date(2024, 1, 1)),
    ],
)
def test_an_expression_has_its_value(plain: Version, text: str, value: Any) -> None:
    assert plain.value(text) == value


@pytest.mark.parametrize(
    ("one", "many"), [("dag", "dagen"), ("week", "weken"), ("maand", "maanden"), ("jaar", "jaren")]
)
def test_a_unit_is_written_in_singular_or_plural(plain: Version, one: str, many: str) -> None:
    assert plain.value(f"peildatum + 3 {one}") == plain.value(f"peildatum + 3 {many}")


def test_a_length_may_be_worked_out(plain: Version) -> None:
    assert plain.value("peildatum + (aantalBomen - 1) weken", aantalBomen=3) == date(2024, 3, 15)


@pytest.mark.parametrize("word", ["dagwaarde", "enkel", "nietig", "weken2", "offerte", "alsof", "jaargetal", "innig"])
def test_a_word_that_only_begins_like_a_keyword_is_a_name(plain: Version, word: str) -> None:
    assert f"`{word}` bestaat niet: het is geen feit" in plain.mistake(f"tuin en {word}")


@pytest.mark.parametrize("text", ["arbeidsrelatie in [werknemer, geen]", "arbeidsrelatie == werknemer"])
def test_the_options_of_a_fact_are_bare_words(plain: Version, text: str) -> None:
    assert [plain.value(text, arbeidsrelatie=each) for each in ("werknemer", "zelfstandige")] == [True, False]


def test_unequal_to_an_option_is_every_other_option(plain: Version) -> None:
    text = "arbeidsrelatie != geen"
    assert [plain.value(text, arbeidsrelatie=each) for each in ("werknemer", "geen")] == [True, False]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "tuin en",
        "en tuin",
        "tuin tuin",
        "(tuin",
        "tuin)",
        "1 <",
        "1 < 2 < 3",
        "1 = 1",
        "tuin && tuin",
        "not tuin",
        "als tuin dan",
        "als tuin anders 1",
        "-5 < 3",
        "min()",
        "arbeidsrelatie in []",
        "arbeidsrelatie in werknemer",
        "dagen(peildatum,)",
        '"tekst"',
        "3 weken 2 dagen",
        "tuin # opmerking",
    ],
)
def test_what_is_no_expression_is_refused_with_its_place(plain: Version, text: str) -> None:
    assert plain.mistake(text).startswith(f"{FILE}:{LINE}: ")


def test_a_refusal_shows_from_where_it_is_not_understood(plain: Version) -> None:
    assert plain.mistake("tuin en ) tuin").endswith("niet te begrijpen vanaf `) tuin`")


@pytest.mark.parametrize("day", ["2023-02-29", "2024-13-01", "2024-04-31", "0000-01-01"])
def test_a_day_that_does_not_exist_is_refused(plain: Version, day: str) -> None:
    assert f"{day} bestaat niet als datum" in plain.mistake(f"peildatum < {day}")
