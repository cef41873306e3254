"""What is JSON, and what only looks like it."""

from decimal import Decimal

import pytest

from verlof_api.intake import InputError, parse
from verlof_api.intake.strict_json import MAX_DEPTH, MAX_NUMBER_LENGTH, MAX_PARTS, MAX_PLACES


def refused(body: bytes) -> dict[str, str]:
    with pytest.raises(InputError) as error:
        parse(body)
    return {entry["in"]: entry["code"] for entry in error.value.fouten}


def test_ordinary_json_is_read_with_exact_decimals():
    assert parse(b'{"a": [1, 0.1, true, null, "x"]}') == {"a": [1, Decimal("0.1"), True, None, "x"]}


@pytest.mark.parametrize("body", [b"", b"  \n"])
def test_an_empty_body_is_called_empty(body):
    assert refused(body) == {"$": "leeg"}


@pytest.mark.parametrize(
    "body", [b"{", b"{'a': 1}", b"[1,]", b"{} {}", b"nul", b"\xef\xbb\xbf{}", b'"\n"', b"01", b"+1"]
)
def test_malformed_json_is_refused(body):
    assert refused(body) == {"$": "ongeldige-json"}


def test_malformed_json_says_on_which_line_and_character():
    with pytest.raises(InputError) as error:
        parse(b'{\n "feiten": }')
    assert "regel 2, teken 12" in error.value.fouten[0]["melding"]


def test_the_refusal_of_malformed_json_does_not_carry_the_body():
    with pytest.raises(InputError) as error:
        parse(b'{"naam": "Jan Jansen" ')
    assert error.value.__cause__ is None
    assert error.value.__suppress_context__


@pytest.mark.parametrize("body", [b"\xff", b'{"a": "\xc3\x28"}', '{"a": "é"}'.encode("latin-1"), "{}".encode("utf-16")])
def test_only_utf_8_is_read(body):
    assert refused(body)["$"] in ("ongeldige-tekens", "ongeldige-json")


def test_a_double_key_is_refused_where_it_stands():
    assert refused(b'{"feiten": {"dagloon": 1, "dagloon": 1}}') == {"feiten.dagloon": "dubbele-sleutel"}


def test_all_double_keys_are_named_at_once():
    body = b'{"feiten": {"dagloon": 1, "dagloon": 2, "z": [{"van": 1, "van": 2}]}, "peildatum": 1, "peildatum": 2}'
    assert refused(body) == {
        "feiten.dagloon": "dubbele-sleutel",
        "feiten.z[0].van": "dubbele-sleutel",
        "peildatum": "dubbele-sleutel",
    }


def test_a_double_key_that_may_be_personal_is_not_repeated():
    assert refused(b'{"feiten": {"Jan Jansen": 1, "Jan Jansen": 2}}') == {"feiten": "dubbele-sleutel"}


@pytest.mark.parametrize("number", [b"NaN", b"Infinity", b"-Infinity"])
def test_what_is_no_number_in_json_is_refused_where_it_stands(number):
    assert refused(b'{"feiten": {"urenPerWeek": %s}}' % number) == {"feiten.urenPerWeek": "ongeldig-getal"}


@pytest.mark.parametrize("number", [b"1" * 5000, b"0." + b"0" * 5000, b"1e" + b"9" * 30, b"-1e-" + b"9" * 30])
def test_an_endless_number_is_refused_where_it_stands(number):
    assert refused(b'{"feiten": {"dagloon": %s}}' % number) == {"feiten.dagloon": "ongeldig-getal"}


def test_a_number_of_the_greatest_length_is_read():
    assert parse(b"1" * MAX_NUMBER_LENGTH) == int("1" * MAX_NUMBER_LENGTH)


def test_a_huge_but_short_number_is_read_and_left_to_the_ranges():
    assert parse(b"[1e20, 1208925819614629174706176]") == [Decimal("1e20"), 2**80]


def test_the_deepest_allowed_nesting_is_read():
    parse(b"[" * MAX_DEPTH + b"]" * MAX_DEPTH)


def test_one_level_deeper_is_refused():
    assert refused(b"[" * (MAX_DEPTH + 1) + b"]" * (MAX_DEPTH + 1)) == {"$" + "[0]" * MAX_DEPTH: "te-diep"}


def test_many_brackets_side_by_side_are_not_deep():
    assert len(parse(b"[" + b"[]," * 500 + b"[]]")) == 501


@pytest.mark.parametrize("body", [b"[" * 60_000, b'{"a":' * 12_000, b"[" * 30_000 + b"]" * 30_000])
def test_nesting_beyond_what_the_parser_itself_can_take_is_refused(body):
    assert refused(body) == {"$": "te-veel-delen"}


@pytest.mark.parametrize("body", [b"[" * MAX_PARTS, b'{"a":' * MAX_PARTS, b"[" * MAX_PARTS + b"]" * MAX_PARTS])
def test_the_deepest_nesting_that_is_read_is_refused_like_any_other(body):
    assert list(refused(body).values()) in (["te-diep"], ["ongeldige-json"])


@pytest.mark.parametrize("part", [b"1", b"[]", b"{}", b"[0]", b'{"a":1,"a":2}', b"[" * 8 + b"]" * 8])
def test_a_text_of_more_parts_than_any_message_is_refused_unread(part):
    def text(parts):
        return b"[" + b",".join([part] * parts) + b"]"

    few = refused(text(MAX_PARTS // 20)[:-1] + b",NaN]")
    assert set(few.values()) <= {"dubbele-sleutel", "ongeldig-getal"}
    assert refused(text(MAX_PARTS + 1)) == {"$": "te-veel-delen"}


def test_keys_that_stand_twice_are_told_once_each_however_many_there_are():
    keys = b",".join(b'"a%s":1,"a%s":2' % (letters, letters) for letters in (b"ab", b"cd", b"ef"))
    assert refused(b"{" + keys + b', "aab": 3}') == dict.fromkeys(("aab", "acd", "aef"), "dubbele-sleutel")


def test_the_refusal_of_a_hostile_text_stays_short():
    body = b'{"a": [' + b",".join([b"NaN"] * 1_000) + b"]}"
    assert len(refused(body)) == MAX_PLACES


def test_irregular_places_are_told_before_what_goes_wrong_after_them():
    assert refused(b'{"a": NaN, "b": }') == {"$": "ongeldige-json"}
