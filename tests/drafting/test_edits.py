"""Small edits in a YAML file change the place itself and nothing else."""

import pytest

from verlof_api.drafting.edits import added_below, added_to_list, added_to_mapping, replaced

FILE = """\
# Over bomen.
boom:
  namen: [eik, beuk]  # twee
  geldig: {van: 2010-01-01}
  delen:
    - id: stam
      hoog: 3
    # de kroon komt later
  blad:
    kleur: groen

# Het eind.
"""


def added(before: str, after: str) -> list[tuple[int, str]]:
    """The lines that are new or other than before, with their numbers."""
    old = before.splitlines()
    return [(number, line) for number, line in enumerate(after.splitlines(), 1) if line not in old]


def test_a_name_is_added_to_a_list_on_one_line_before_its_comment() -> None:
    assert added(FILE, added_to_list(FILE, ("boom", "namen"), "linde")) == [(3, "  namen: [eik, beuk, linde]  # twee")]


def test_a_name_that_makes_the_line_too_long_comes_on_a_line_of_its_own() -> None:
    text = f"namen: [{'x' * 108}]\n"
    assert added_to_list(text, ("namen",), "linde") == f"namen: [{'x' * 108},\n        linde]\n"


def test_a_name_is_added_in_front_of_another_one() -> None:
    text = added_to_list(FILE, ("boom", "namen"), "linde", before="beuk")
    assert added(FILE, text) == [(3, "  namen: [eik, linde, beuk]  # twee")]


@pytest.mark.parametrize(
    ("first", "written"),
    [
        ("x" * 102, f"namen: [{'x' * 102}, linde,\n        beuk]\n"),
        ("x" * 106, f"namen: [{'x' * 106},\n        linde,\n        beuk]\n"),
    ],
)
def test_a_name_in_front_of_another_one_makes_no_line_too_long(first: str, written: str) -> None:
    assert added_to_list(f"namen: [{first}, beuk]\n", ("namen",), "linde", before="beuk") == written


def test_a_name_is_added_in_front_of_another_one_on_a_line_of_its_own() -> None:
    text = "namen:\n  - eik\n  # een grote\n  - beuk\n"
    assert added_to_list(text, ("namen",), "linde", before="beuk") == (
        "namen:\n  - eik\n  # een grote\n  - linde\n  - beuk\n"
    )


def test_a_name_that_is_not_there_has_nothing_in_front_of_it() -> None:
    with pytest.raises(LookupError):
        added_to_list(FILE, ("boom", "namen"), "linde", before="den")


def test_a_word_is_replaced_and_what_is_behind_it_stays() -> None:
    text = replaced("boom: {van: 2010-01-01, tot: null}  # nog\n", ("boom", "tot"), "2020-01-01")
    assert text == "boom: {van: 2010-01-01, tot: 2020-01-01}  # nog\n"


def test_the_first_name_is_added_to_a_list_that_has_none() -> None:
    assert added_to_list("namen: []  # nog geen\n", ("namen",), "eik") == "namen: [eik]  # nog geen\n"


def test_an_item_is_added_to_a_list_below_its_last_line_and_above_the_comment() -> None:
    assert added(FILE, added_to_list(FILE, ("boom", "delen"), "id: tak")) == [(8, "    - id: tak")]


def test_a_key_is_added_to_a_mapping_on_one_line() -> None:
    text = added_to_mapping(FILE, ("boom", "geldig"), "tot", "2020-01-01", after="van")
    assert added(FILE, text) == [(4, "  geldig: {van: 2010-01-01, tot: 2020-01-01}")]


def test_a_key_is_added_to_a_mapping_on_lines_behind_another_key() -> None:
    text = added_to_mapping(FILE, ("boom",), "hoog", "30", after="delen")
    assert added(FILE, text) == [(8, "  hoog: 30")]


def test_lines_are_added_below_everything_that_stands_at_a_place() -> None:
    text = added_below(FILE, ("boom", "delen", -1), ["    - id: wortel", "      diep: 2"])
    assert added(FILE, text) == [(8, "    - id: wortel"), (9, "      diep: 2")]


def test_a_file_without_a_last_newline_is_added_to_on_a_new_line() -> None:
    assert added_below("a:\n  - 1", ("a",), ["  - 2"]) == "a:\n  - 1\n  - 2\n"


def test_characters_that_take_more_bytes_do_not_move_the_place() -> None:
    assert added_to_list("é: [½ × één, twee]\n", ("é",), "drie") == "é: [½ × één, twee, drie]\n"


@pytest.mark.parametrize("path", [("boom", "tak"), ("boom", "delen", 4), ("boom", "blad"), ("boom", "blad", "kleur")])
def test_a_list_that_is_not_there_is_an_error(path: tuple[str | int, ...]) -> None:
    with pytest.raises(LookupError):
        added_to_list(FILE, path, "x")


@pytest.mark.parametrize("path", [("boom", "namen"), ("boom", "geldig")])
def test_a_key_to_stand_behind_that_is_not_there_is_an_error(path: tuple[str, ...]) -> None:
    with pytest.raises(LookupError):
        added_to_mapping(FILE, path, "x", "1", after="kleur")
