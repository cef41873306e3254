"""`verlof check` finds amounts that jump, days without an amount, and tables that end soon."""

from datetime import date

import pytest

from tests.checks.test_plausible import GRENZEN
from tests.support.real_rules import real_folder
from tests.support.rules_folder import RulesFolder
from verlof_api.checks.amounts import amounts, ending
from verlof_api.law import Rulebook

FILE = "bedragen/maximum-dagloon.yaml"


@pytest.fixture
def bounded(rules: RulesFolder) -> RulesFolder:
    rules.add("regelset.yaml", GRENZEN)
    return rules


def found(rules: RulesFolder) -> list[str]:
    return [str(error) for error in amounts(rules.open(), rules.load())]


def notes(rules: RulesFolder, today: date) -> list[str]:
    return [str(error) for error in ending(rules.open(), rules.load(), today)]


def test_the_fictional_amounts_are_right(bounded: RulesFolder) -> None:
    assert found(bounded) == []


@pytest.mark.parametrize(
    ("amount", "said"),
    [
        ("10.00", "scheelt -90.0% met de rij ervoor (100.00); bedoel je 100.00?"),
        ("1090.00", "scheelt +990.0% met de rij ervoor (100.00); bedoel je 109.00?"),
        ("190.00", "scheelt +90.0% met de rij ervoor (100.00)"),
    ],
)
def test_an_amount_that_jumps_is_found_with_its_place(bounded: RulesFolder, amount: str, said: str) -> None:
    other = bounded.read(FILE)
    bounded.write(FILE, other[: other.rindex("  - geldig")])  # the first two rows, so that nothing follows the jump
    line = bounded.change(FILE, '"110.00"', f'"{amount}"')
    assert found(bounded) == [f"{FILE}:{line}: `dag`: {amount} {said}"]


def test_a_table_may_say_that_it_jumps_more(bounded: RulesFolder) -> None:
    bounded.change(FILE, '"100.00"', '"70.00"')
    assert len(found(bounded)) == 1
    bounded.change(FILE, "dagenPerWeek: 5", "dagenPerWeek: 5\nsprong: 60")
    assert found(bounded) == []


def test_an_amount_is_written_in_euros_and_cents(bounded: RulesFolder) -> None:
    line = bounded.change(FILE, '"100.00"', '"100.5"')
    assert found(bounded) == [f'{FILE}:{line}: `dag: "100.5"` is geen bedrag in euro\'s en centen; bedoel je "100.50"?']


def test_days_without_an_amount_are_found_with_their_place(bounded: RulesFolder) -> None:
    line = bounded.change(FILE, "van: 2024-07-01", "van: 2024-07-11")
    assert found(bounded) == [
        f"{FILE}:{line}: van 2024-07-01 tot en met 2024-07-10 is er geen bedrag; bedoel je `van: 2024-07-01`?"
    ]


@pytest.mark.parametrize(
    ("today", "ends"),
    [
        (date(2025, 4, 30), None),
        (date(2025, 5, 1), "eindigt"),
        (date(2025, 6, 30), "eindigt"),
        (date(2025, 7, 1), "eindigde"),
    ],
)
def test_a_table_that_ends_soon_is_a_note(bounded: RulesFolder, today: date, ends: str | None) -> None:
    told = notes(bounded, today)
    line = bounded.line(FILE, "tot: 2025-06-30")
    expected = f"{FILE}:{line}: Maximumdagloon {ends} op 2025-06-30: daarna is er geen bedrag"
    assert [note for note in told if note.startswith(FILE)] == ([expected] if ends else [])


def test_a_note_says_when_the_next_amounts_are_expected(bounded: RulesFolder) -> None:
    bounded.change(FILE, "dagenPerWeek: 5", "dagenPerWeek: 5\nverwacht: {van: 2025-07-01, uiterlijk: 2025-06-20}")
    told = notes(bounded, date(2025, 6, 1))
    assert any(note.endswith("; de nieuwe bedragen zijn er uiterlijk 2025-06-20") for note in told)


def test_the_real_amounts_are_right(real_rulebook: Rulebook) -> None:
    assert [str(error) for error in amounts(real_folder(), real_rulebook)] == []
