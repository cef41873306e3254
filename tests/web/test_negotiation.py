"""Languages and media types: what is preferred, what is refused, what is remembered."""

import doctest
import pkgutil
from importlib import import_module

import pytest

from verlof_api import web
from verlof_api.web.negotiation import accepted, preferred_language


@pytest.mark.parametrize(
    ("header", "taal"),
    [
        ("nl", "nl"),
        ("en", "en"),
        ("en-US,en;q=0.9,nl;q=0.8", "en"),
        ("nl-NL, en;q=0.5", "nl"),
        ("EN", "en"),
        ("de, fr;q=0.5", "nl"),
        ("de, en;q=0.1", "en"),
        ("en;q=0", "nl"),
        ("nl;q=0.5, en;q=0.5", "nl"),
        ("*", "nl"),
        ("", "nl"),
        ("en;q=x", "nl"),
        (";;;,,,", "nl"),
        ("x" * 5000, "nl"),
    ],
)
def test_the_language_is_the_preferred_one_and_dutch_in_doubt(client, header, taal):
    assert preferred_language(header, ("nl", "en")) == taal
    assert client.get("/v1/vragen", headers={"Accept-Language": header}).headers["Content-Language"] == taal


@pytest.mark.parametrize(
    ("header", "taken"),
    [
        ("application/json", True),
        ("*/*", True),
        ("application/*", True),
        ("APPLICATION/JSON", True),
        ("application/json; charset=utf-8", True),
        ("text/html, application/json;q=0.1", True),
        ("text/html, */*;q=0.1", True),
        ("application/json;q=0, */*", False),
        ("application/*;q=0, */*", False),
        ("text/html", False),
        ("application/problem+json", False),
        ("application/json;q=x", False),
        (",", False),
        ("x" * 5000, False),
    ],
)
def test_the_most_specific_range_decides_whether_json_is_taken(client, header, taken):
    assert accepted(header, "application/json") is taken
    assert client.get("/v1/vragen", headers={"Accept": header}).status_code == (200 if taken else 406)


def test_without_accept_json_is_taken(client):
    assert client.get("/v1/vragen").status_code == 200


@pytest.mark.parametrize("name", [module.name for module in pkgutil.iter_modules(web.__path__)])
def test_the_examples_in_the_docstrings_are_true(name):
    assert doctest.testmod(import_module(f"{web.__name__}.{name}")).failed == 0


def test_of_a_header_as_long_as_a_book_only_the_beginning_counts(client):
    many = "x;q=0.5," * 100_000
    assert preferred_language("en," + many, ("nl", "en")) == "en"
    assert preferred_language(many + "en", ("nl", "en")) == "nl"
    assert accepted("application/json;q=0," + many, "application/json") is False
    assert accepted(many + "application/json", "application/json") is False


@pytest.mark.parametrize("header", ["Accept-Encoding", "If-None-Match"])
def test_a_book_of_codings_or_tags_changes_nothing_of_the_answer(client, header):
    plain = client.get("/v1/vragen")
    answer = client.get("/v1/vragen", headers={header: '"x",' * 100_000 + plain.headers["ETag"] + ",gzip"})
    assert (answer.status_code, answer.data, answer.headers["ETag"]) == (200, plain.data, plain.headers["ETag"])
