"""What every resource refuses, and how. Which there are the application itself says, so that a new one is tried too."""

import re
from collections.abc import Iterator
from typing import NamedTuple

import pytest
from flask import Flask

from verlof_api.web.access_log import METHODS
from verlof_api.web.resource import Endpoint, Method

URN = "urn:verlofregelaar:probleem:"
ALWAYS = {"OPTIONS"}
NOBODY_GIVES = "image/x-tested"
MAX_BODY = 2_000  # bytes
TOLD = "Jansen"


class Way(NamedTuple):
    """One method of one resource, at an address of which the open parts are filled in."""

    name: str
    address: str
    method: Method


def endpoints(app: Flask) -> Iterator[tuple[str, Endpoint]]:
    for rule in app.url_map.iter_rules():
        yield re.sub("<.*?>", "x", rule.rule), app.view_functions[rule.endpoint]


@pytest.fixture(scope="module")
def app(make_app):
    """The service with everything an operator can turn on that is a resource."""
    return make_app(SECURITY_CONTACT="mailto:veilig@a.example", MAX_BODY=MAX_BODY)


@pytest.fixture
def ways(app):
    return [
        Way(name, address, method)
        for address, endpoint in endpoints(app)
        for name, method in endpoint.resource.methods.items()
    ]


@pytest.fixture
def posts(ways):
    return [way for way in ways if way.name == "POST"]


@pytest.fixture
def refused(client):
    """Ask in a way that must be refused; gives the members of the problem, which tells nothing of what was sent."""

    def refused(way, status, code, *, query="", **request):
        answer = client.open(way.address + query, method=way.name, **request)
        assert (answer.status_code, answer.mimetype) == (status, "application/problem+json")
        assert answer.json["type"] == URN + code
        assert answer.headers["Cache-Control"] == "no-store"
        assert TOLD not in answer.text
        return answer

    return refused


def test_whatever_answers_at_an_address_is_a_resource(app):
    assert {address: type(each) for address, each in endpoints(app)} == dict.fromkeys(dict(endpoints(app)), Endpoint)
    assert len(dict(endpoints(app))) >= 17


def test_a_format_that_it_does_not_give_is_refused_with_those_that_it_does(ways, refused, subtests):
    for way in ways:
        with subtests.test(way.address, method=way.name):
            answer = refused(way, 406, "niet-acceptabel", headers={"Accept": NOBODY_GIVES})
            assert ", ".join(way.method.gives) in answer.json["detail"]


def test_a_key_in_the_query_that_it_does_not_read_is_refused_at_its_place(ways, refused, subtests):
    for way in ways:
        with subtests.test(way.address, method=way.name):
            answer = refused(way, 400, "ongeldige-invoer", query=f"?zomaar={TOLD}")
            assert [(each["in"], each["code"]) for each in answer.json["fouten"]] == [("query.zomaar", "onbekend-veld")]


def test_a_method_that_it_does_not_have_is_refused_with_those_that_it_has(app, client, subtests):
    for address, endpoint in endpoints(app):
        has = {*endpoint.resource.methods, *ALWAYS}
        has |= {"HEAD"} if "GET" in has else set()
        for method in METHODS - has:
            with subtests.test(address, method=method):
                answer = client.open(address, method=method)
                assert (answer.status_code, answer.mimetype) == (405, "application/problem+json")
                assert answer.headers["Allow"] == ", ".join(sorted(has))


def test_it_says_which_methods_it_has(app, client, subtests):
    for address, endpoint in endpoints(app):
        with subtests.test(address):
            answer = client.options(address)
            assert (answer.status_code, answer.data) == (204, b"")
            assert set(endpoint.resource.methods) < set(answer.headers["Allow"].split(", "))


def test_a_body_that_is_no_json_or_is_compressed_is_refused_with_what_is_read(posts, refused, subtests):
    for way in posts:
        for kind, coding in (("text/plain", "identity"), ("application/json", "gzip"), ("", "identity")):
            with subtests.test(way.address, kind=kind, coding=coding):
                headers = {"Content-Type": kind, "Content-Encoding": coding}
                answer = refused(way, 415, "verkeerd-mediatype", data=TOLD.encode(), headers=headers)
                assert (answer.headers["Accept"], answer.headers["Accept-Encoding"]) == ("application/json", "identity")


def test_a_body_that_is_too_large_is_refused_with_the_size_that_is_not(posts, refused, subtests):
    for way in posts:
        with subtests.test(way.address):
            answer = refused(way, 413, "te-groot", data=b" " * (MAX_BODY + 1), content_type="application/json")
            assert str(MAX_BODY) in answer.json["detail"]


@pytest.mark.parametrize("body", [b"", b"[]", b'{"naam": "Jansen"}', b'{"a": 1, "a": 2}', b"{"])
def test_a_body_that_it_cannot_read_is_refused_with_the_places(posts, refused, subtests, body):
    for way in posts:
        with subtests.test(way.address):
            answer = refused(way, 400, "ongeldige-invoer", data=body, content_type="application/json")
            assert answer.json["fouten"]


def test_everything_wrong_at_once_is_told_in_one_order_the_format_then_the_query_then_the_body(
    posts, refused, subtests
):
    for way in posts:
        with subtests.test(way.address):
            body = {"data": b"x", "content_type": "text/plain"}
            refused(way, 406, "niet-acceptabel", query="?zomaar=1", headers={"Accept": NOBODY_GIVES}, **body)
            refused(way, 400, "ongeldige-invoer", query="?zomaar=1", **body)
            refused(way, 415, "verkeerd-mediatype", **body)


def test_a_refusal_is_in_the_language_that_was_asked_for(ways, refused, subtests):
    for way in ways:
        with subtests.test(way.address, method=way.name):
            headers = {"Accept": NOBODY_GIVES, "Accept-Language": "en"}
            answer = refused(way, 406, "niet-acceptabel", headers=headers)
            assert answer.headers["Content-Language"] == "en"
            assert answer.json["title"] == "This format is not available"
