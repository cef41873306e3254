"""The log: one line per request, and never anything a person told."""

import io
import json
import logging
import sys

import pytest

from verlof_api.web import access_log

SECRETS = ["Jansen", "123456782", "wazo.kortdurend", "2026-02-03", "levensbedreigend", "geheim.example", "10.1.2.3"]


@pytest.fixture
def lines(monkeypatch):
    """What the service writes to standard output, as objects."""
    written = io.StringIO()
    monkeypatch.setattr(sys, "stdout", written)
    logger = logging.getLogger("verlof_api")
    monkeypatch.setattr(logger, "handlers", [])
    access_log.set_up(access=True)
    return lambda: [json.loads(line) for line in written.getvalue().splitlines()]


def test_a_request_is_one_line_of_json_with_the_pattern_of_the_route(client, lines):
    answer = client.get("/v1/verlofsoorten/wazo.kortdurend-zorgverlof?peildatum=2026-02-03")
    (line,) = lines()
    assert set(line) == {"tijd", "niveau", "verzoek", "methode", "route", "status", "ms"}
    assert (line["methode"], line["route"], line["status"]) == ("GET", "/v1/verlofsoorten/<id>", 200)
    assert line["verzoek"] == answer.headers["X-Request-Id"]


def test_nothing_a_person_tells_is_in_the_log(client, lines):
    facts = {
        "toestand": "levensbedreigend-ziek",
        "naam": "Jansen",
        "bsn123456782": 1,
        "geboortedatumKind": "2026-02-03",
    }
    client.post("/v1/beoordelingen", json={"feiten": facts})
    client.post("/v1/beoordelingen", json={"feiten": {"toestand": "levensbedreigend-ziek"}})
    client.post("/v1/beoordelingen?Jansen=123456782", data=b'{"Jansen": NaN}', content_type="application/json")
    client.get("/v1/verlofsoorten/Jansen?peildatum=2026-02-03")
    client.get("/Jansen/123456782?peildatum=2026-02-03")
    client.open("/v1/vragen", method="JANSEN")
    client.get(
        "/v1/vragen",
        headers={"User-Agent": "Jansen", "Referer": "https://geheim.example", "X-Forwarded-For": "10.1.2.3"},
        environ_overrides={"REMOTE_ADDR": "10.1.2.3"},
    )
    assert len(lines()) == 7
    text = json.dumps(lines())
    assert [secret for secret in SECRETS if secret.lower() in text.lower()] == []


def test_an_address_or_method_of_the_callers_own_making_is_not_written_down(client, lines):
    client.open("/Jansen", method="JANSEN")
    (line,) = lines()
    assert (line["methode"], line["route"], line["status"]) == ("andere", None, 404)


def test_the_log_of_requests_can_be_turned_off(make_app, lines):
    client = make_app(ACCESS_LOG=False).test_client()
    client.get("/v1/vragen")
    assert lines() == []
    make_app(ACCESS_LOG=True)


def test_a_log_that_was_already_set_up_is_left_alone(monkeypatch):
    own = logging.NullHandler()
    logger = logging.getLogger("verlof_api")
    monkeypatch.setattr(logger, "handlers", [own])
    access_log.set_up(access=True)
    assert logger.handlers == [own]
