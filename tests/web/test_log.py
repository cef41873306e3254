"""The log: one line per request, and never anything a person told."""

import json

import pytest

SECRETS = ["Jansen", "123456782", "wazo.kortdurend", "2026-02-03", "levensbedreigend", "geheim.example", "10.1.2.3"]


@pytest.fixture
def lines(capfd):
    """What the service has written to standard output, as objects."""

    def lines():
        return [json.loads(line) for line in capfd.readouterr().out.splitlines()]

    return lines


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
    written = lines()
    assert len(written) == 7
    text = json.dumps(written)
    assert [secret for secret in SECRETS if secret.lower() in text.lower()] == []


def test_an_address_or_method_of_the_callers_own_making_is_not_written_down(client, lines):
    client.open("/Jansen", method="JANSEN")
    (line,) = lines()
    assert (line["methode"], line["route"], line["status"]) == ("andere", None, 404)


def test_the_log_of_requests_can_be_turned_off(make_app, lines):
    make_app(ACCESS_LOG=False).test_client().get("/v1/vragen")
    assert lines() == []


def test_a_log_that_nobody_reads_does_not_stop_the_answers(client, monkeypatch):
    def closed(descriptor, line):
        raise BrokenPipeError

    monkeypatch.setattr("verlof_api.output.os.write", closed)
    assert client.get("/v1/vragen").status_code == 200
