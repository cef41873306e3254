"""A rule file means one thing only, in every YAML version; what could be read two ways is refused with its place."""

import pytest

from verlof_api.law.strict_yaml import Passage, parse


def mistakes(text: str) -> list[str]:
    return [str(error) for error in parse(text, "regel.yaml").errors]


def test_a_duplicate_key_is_refused_on_its_second_line() -> None:
    assert mistakes("a: 1\nb: 2\na: 3\n") == ["regel.yaml:3: de sleutel `a` staat er twee keer: haal er een weg"]


def test_a_duplicate_key_is_refused_inside_braces() -> None:
    assert mistakes("a: 1\ngeldig: {van: 1, van: 2}\n") == [
        "regel.yaml:2: de sleutel `van` staat er twee keer: haal er een weg"
    ]


@pytest.mark.parametrize(
    "word", ["yes", "no", "on", "off", "Yes", "NO", "On", "OFF", "y", "N", "True", "FALSE", "012", "0o14", "0x1F"]
)
def test_a_word_that_yaml_versions_read_differently_is_refused(word: str) -> None:
    assert [each.partition(" ")[0] for each in mistakes(f"a: 1\nb: {word}\n")] == ["regel.yaml:2:"]


@pytest.mark.parametrize("word", ["12:30", "1:30:00", ".inf", "-.INF", ".NaN"])
def test_a_time_or_a_number_that_is_none_is_refused(word: str) -> None:
    assert len(mistakes(f"a: {word}\n")) == 1


@pytest.mark.parametrize("word", ["1_000", "1e3"])
def test_a_number_written_in_an_unusual_way_is_refused(word: str) -> None:
    assert len(mistakes(f"a: {word}\n")) == 1


@pytest.mark.parametrize("word", ["no", "012", "1:30", "true", "12"])
@pytest.mark.parametrize("quote", ["'", '"'])
def test_a_quoted_word_is_always_text(word: str, quote: str) -> None:
    document = parse(f"a: {quote}{word}{quote}\n", "regel.yaml")
    assert (document.data, document.errors) == ({"a": word}, [])


@pytest.mark.parametrize(
    ("text", "value"),
    [("true", True), ("false", False), ("null", None), ("~", None), ("12", 12), ("-3", -3), ("0", 0), ("0.5", 0.5)],
)
def test_the_json_like_scalars_have_one_meaning(text: str, value: object) -> None:
    found = parse(f"a: {text}\n", "regel.yaml").data["a"]
    assert (type(found), found) == (type(value), value)


@pytest.mark.parametrize("text", ["2026-11-22", "2026-02-30", "2026-11-22T10:00:00Z"])
def test_a_date_stays_text(text: str) -> None:
    assert parse(f"van: {text}\n", "regel.yaml").data == {"van": text}


def test_an_alias_is_refused_on_the_line_where_it_is_used() -> None:
    assert "regel.yaml:3:" in [each.partition(" ")[0] for each in mistakes("a: &boom {x: 1}\nb: 2\nc: *boom\n")]


def test_an_anchor_is_refused_even_if_nothing_refers_to_it() -> None:
    assert len(mistakes("a: &boom 1\n")) == 1


def test_an_anchor_inside_itself_is_refused() -> None:
    assert mistakes("a: &boom [*boom]\n") != []


def test_a_merge_key_is_refused() -> None:
    assert mistakes("a: 1\n<<: {b: 2}\n") == ["regel.yaml:2: een sleutel is één gewoon woord"]


def test_a_key_that_is_a_list_is_refused() -> None:
    assert mistakes("? [a, b]\n: 1\n") == ["regel.yaml:1: een sleutel is één gewoon woord"]


def test_a_tag_is_refused() -> None:
    assert len(mistakes("a: !!str true\n")) == 1


@pytest.mark.parametrize("text", ["", "\n\n", "# alleen een opmerking\n"])
def test_an_empty_file_is_refused(text: str) -> None:
    assert mistakes(text) == ["regel.yaml:1: dit bestand is leeg"]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("a: 1\nb: 'open", 2),
        ("a: 1\nb: [1, 2\n", 3),
        ("a: 1\n\tb: 2\n", 2),
        ("a: 1\nb: 2: 3\n", 2),
        ("a: 1\n---\nb: 2\n", 2),
    ],
)
def test_broken_yaml_is_refused_with_the_line_where_it_breaks(text: str, line: int) -> None:
    (mistake,) = mistakes(text)
    assert mistake.startswith(f"regel.yaml:{line}: geen geldige YAML: ")


def test_a_control_character_is_refused() -> None:
    (mistake,) = mistakes("a: 1\nb: \x07\n")
    assert mistake.startswith("regel.yaml:")


def test_every_mistake_in_a_file_is_reported_at_once() -> None:
    text = "a: yes\nb: {c: 1, c: 2}\nd: 012\n<<: {e: 1}\n"
    assert [int(each.split(":")[1]) for each in mistakes(text)] == [1, 2, 3, 4]


def test_every_value_knows_its_line() -> None:
    document = parse("a: 1\nb:\n  - c: 2\n    d: [3,\n        4]\n", "regel.yaml")
    lines = {path: document.line(path) for path in [("a",), ("b",), ("b", 0, "c"), ("b", 0, "d"), ("b", 0, "d", 1)]}
    assert lines == {("a",): 1, ("b",): 2, ("b", 0, "c"): 3, ("b", 0, "d"): 4, ("b", 0, "d", 1): 5}


def test_a_passage_is_a_string_that_knows_where_it_stands() -> None:
    passage = parse("a: 1\nb: kind + 4 weken\n", "regel.yaml").located()["b"]
    assert (passage, passage.file, passage.line) == ("kind + 4 weken", "regel.yaml", 2)


@pytest.mark.parametrize(("value", "text"), [(True, "ja"), (False, "nee"), (None, ""), (70, "70"), (0.5, "0.5")])
def test_a_passage_reads_as_the_expression_language_writes_it(value: object, text: str) -> None:
    assert Passage(value) == text
