"""Everything that is not a success is application/problem+json (RFC 9457)."""

import json
import re
from dataclasses import replace

import pytest

from tests.support.real_rules import real_library
from verlof_api.phrases import phrases_in
from verlof_api.web.problem_kinds import STATUS, words_for

URN = "urn:verlofregelaar:probleem:"


def problem(answer, status, code):
    assert answer.status_code == status
    assert answer.content_type == "application/problem+json"
    body = answer.json
    assert body["type"] == URN + code
    assert body["status"] == status
    assert body["title"]
    assert body["detail"]
    assert re.fullmatch(r"urn:uuid:[0-9a-f-]{36}", body["instance"])
    return body


@pytest.mark.parametrize(
    "path",
    [
        "/v1",
        "/v1/",
        "/v2/vragen",
        "/v1/vragen/",
        "//v1/vragen",
        "/v1//vragen",
        "/V1/vragen",
        "/v1/Vragen",
        "/%00",
        "/v1/verlofsoorten/",
        "/v1/verlofsoorten/wazo.geboorteverlof/",
        "/v1/verlofsoorten/a/b",
        "/v1/openapi",
        "/static/x",
    ],
)
def test_an_address_where_nothing_is_gives_404_and_never_a_redirect(client, path):
    problem(client.get(path), 404, "niet-gevonden")


def test_a_method_that_nobody_knows_gives_405_with_those_that_are_there(client):
    answer = client.open("/v1/openapi.json", method="FOO")
    problem(answer, 405, "methode-niet-toegestaan")
    assert answer.headers["Allow"] == "GET, HEAD, OPTIONS"


@pytest.mark.parametrize(
    "content_type",
    [
        None,
        "",
        "text/plain",
        "application/x-www-form-urlencoded",
        "multipart/form-data; boundary=x",
        "application/json; charset=latin-1",
        "application/problem+json",
        "application/jsonx",
        "application",
        "text/json",
    ],
)
def test_what_is_no_json_gives_415_and_says_what_is(client, content_type):
    headers = {} if content_type is None else {"Content-Type": content_type}
    answer = client.post("/v1/beoordelingen", data=b'{"feiten": {}}', headers=headers)
    problem(answer, 415, "verkeerd-mediatype")
    assert answer.headers["Accept"] == "application/json"


@pytest.mark.parametrize("taal", ["nl", "en"])
def test_every_problem_has_words_and_no_others_do(taal):
    assert set(phrases_in(taal)["problemen"]["soorten"]) == set(STATUS)


@pytest.mark.parametrize("code", STATUS)
def test_a_problem_has_another_title_in_every_language(code):
    assert words_for(code, "nl")["titel"] != words_for(code, "en")["titel"]


def test_a_problem_speaks_english_when_asked(client):
    answer = client.get("/v1/x", headers={"Accept-Language": "en"})
    assert answer.json["title"] == "Not found"
    assert answer.headers["Content-Language"] == "en"


def test_a_problem_is_not_to_be_kept(client):
    assert client.get("/v1/x").headers["Cache-Control"] == "no-store"


def test_the_number_of_an_occurrence_is_the_number_of_the_request_and_never_the_same(client):
    answers = [client.get("/v1/x") for _ in range(20)]
    assert all(each.json["instance"] == f"urn:uuid:{each.headers['X-Request-Id']}" for each in answers)
    assert len({each.json["instance"] for each in answers}) == 20


def test_the_number_of_a_request_is_never_taken_from_the_caller(client):
    sent = "00000000-0000-4000-8000-000000000000"
    assert client.get("/v1/x", headers={"X-Request-Id": sent}).headers["X-Request-Id"] != sent


class _Breaks:
    """A core that fails on every situation, with something personal in its message."""

    def __init__(self, beoordelaar):
        self.rulebook, self.languages, self.plans = beoordelaar.rulebook, beoordelaar.languages, beoordelaar.plans
        self.contradictions = beoordelaar.contradictions

    def beoordeel(self, situatie, taal="nl"):
        raise ValueError("Jan Jansen, 123456782")


def broken(beoordelaar):
    """The real rules with such a core."""
    library = real_library()
    return replace(library, core=replace(library.core, beoordelaar=_Breaks(beoordelaar)))


def test_a_failure_of_ours_is_500_and_tells_nothing_of_what_was_sent(make_app, beoordelaar, capfd):
    client = make_app(LIBRARY=broken(beoordelaar)).test_client()
    answer = client.post("/v1/beoordelingen", json={"feiten": {}})
    problem(answer, 500, "interne-fout")
    written = capfd.readouterr()
    assert "Jansen" not in answer.text + written.out + written.err
    failure, request = (json.loads(line) for line in written.out.splitlines())
    assert failure["fout"] == "ValueError"
    assert failure["plaats"][-1].startswith("test_problems.py:")
    assert failure["verzoek"] == request["verzoek"] == answer.headers["X-Request-Id"]


def test_the_service_is_not_ready_when_its_core_does_not_answer(make_app, beoordelaar):
    client = make_app(LIBRARY=broken(beoordelaar)).test_client()
    problem(client.get("/readyz"), 503, "niet-gereed")
    assert client.get("/healthz").status_code == 200
