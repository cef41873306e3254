"""What an operator can measure, and that nothing of a caller is in it."""

import json
import os
import signal
import socket
import subprocess
import sys
import time
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path

import pytest
from prometheus_client import generate_latest
from prometheus_client.openmetrics.parser import text_string_to_metric_families

from tests.web.test_log import SECRETS
from verlof_api.web.figures import registry_of

START_UP = 60  # seconds, on a machine that is busy with other tests


@pytest.fixture
def app(make_app):
    return make_app(METRICS_PORT=9100)


@pytest.fixture
def text(app):
    """What Prometheus would read now."""
    return lambda: generate_latest(registry_of(app.extensions["verlof_api"].metrics)).decode()


@pytest.fixture
def figure(app):
    """The value of one series."""

    def figure(name, **labels):
        return registry_of(app.extensions["verlof_api"].metrics).get_sample_value(name, labels)

    return figure


def test_a_request_is_counted_by_pattern_method_and_status_and_timed_by_pattern(client, figure):
    for leave in ("wazo.geboorteverlof", "wazo.calamiteitenverlof"):
        client.get(f"/v1/verlofsoorten/{leave}?peildatum=2026-02-03")
    pattern = "/v1/verlofsoorten/<id>"
    assert figure("verlof_verzoeken_total", route=pattern, methode="GET", status="200") == 2
    assert figure("verlof_verzoek_seconds_count", route=pattern) == 2
    assert figure("verlof_verzoek_seconds_bucket", route=pattern, le="+Inf") == 2
    assert 0 < figure("verlof_verzoek_seconds_sum", route=pattern) < 60


def test_the_verdicts_of_an_assessment_are_counted_by_leave(beoordeel, figure):
    for answer in (beoordeel({"feiten": {}}), beoordeel({"verlofsoorten": ["wazo.geboorteverlof"], "feiten": {}})):
        for leave in answer.json["verlofsoorten"]:
            assert figure("verlof_oordelen_total", verlofsoort=leave["id"], oordeel=leave["oordeel"]) >= 1
    assert figure("verlof_oordelen_total", verlofsoort="wazo.geboorteverlof", oordeel="vraag-nodig") == 2


def test_the_rules_that_answer_are_named(figure, beoordelaar):
    rules = beoordelaar.rulebook
    assert figure("verlof_regelset_info", versie=rules.versie, hash=rules.hash) == 1


def test_what_a_caller_makes_up_makes_no_series(client, text):
    client.get("/nergens")
    client.open("/v1/vragen", method="ZOMAAR")
    before = len(text().splitlines())
    for number in range(20):
        client.get(f"/nergens/{number}")
        client.get(f"/v1/verlofsoorten/x{number}")
        client.open("/v1/vragen", method=f"ZOMAAR{number}")
    after = text()
    assert 'verlof_verzoeken_total{methode="andere",route="geen",status="405"} 21.0' in after
    assert 'verlof_verzoeken_total{methode="GET",route="geen",status="404"} 21.0' in after
    assert 'route="/v1/verlofsoorten/<id>",status="404"} 20.0' in after
    assert len(after.splitlines()) == before + 1 + 15  # the pattern of a leave, counted and timed


def test_nothing_a_person_tells_is_in_the_metrics(client, beoordeel, text):
    beoordeel({"feiten": {"toestand": "levensbedreigend-ziek", "geboortedatumKind": "2026-02-03"}})
    beoordeel({"feiten": {"naam": "Jansen", "bsn123456782": 1}})
    client.get("/Jansen/123456782?peildatum=2026-02-03", environ_overrides={"REMOTE_ADDR": "10.1.2.3"})
    client.get("/v1/vragen", headers={"Referer": "https://geheim.example", "User-Agent": "Jansen"})
    written = text().lower()
    told = set(SECRETS) - {"wazo.kortdurend"}  # a verdict names its leave, of all callers together
    assert [secret for secret in told if secret.lower() in written] == []


def test_log_lines_that_nobody_takes_are_counted_and_answers_go_on(client, figure, monkeypatch):
    def closed(descriptor, line):
        raise BrokenPipeError

    assert figure("verlof_logregels_weg_total") == 0
    monkeypatch.setattr("verlof_api.output.os.write", closed)
    assert [client.get("/v1/vragen").status_code for _ in range(3)] == [200, 200, 200]
    assert figure("verlof_logregels_weg_total") == 3
    monkeypatch.undo()
    assert client.get("/v1/vragen").status_code == 200
    assert figure("verlof_logregels_weg_total") == 3


def test_without_a_log_requests_are_counted_all_the_same(make_app):
    app = make_app(METRICS_PORT=9100, ACCESS_LOG=False)
    app.test_client().get("/healthz")
    assert '"/healthz",status="200"} 1.0' in generate_latest(registry_of(app.extensions["verlof_api"].metrics)).decode()


def test_who_asks_for_no_metrics_counts_nothing_and_loads_no_library_for_it(make_app, monkeypatch):
    monkeypatch.setitem(sys.modules, "verlof_api.web.figures", None)  # importing it would fail
    assert make_app().extensions["verlof_api"].metrics is None


# --- as it is served ------------------------------------------------------------------------------


def free_port():
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return free.getsockname()[1]


def get(port, path, accept="*/*"):
    connection = HTTPConnection("127.0.0.1", port, timeout=30)
    try:
        connection.request("GET", path, headers={"Accept": accept})
        answer = connection.getresponse()
        return answer.status, answer.read().decode()
    finally:
        connection.close()


def until(answers):
    """What this gives, once it gives something and no connection is refused."""
    end = time.monotonic() + START_UP
    while time.monotonic() < end:
        try:
            if given := answers():
                return given
        except OSError:
            pass
        time.sleep(0.1)
    raise TimeoutError


@contextmanager
def serving(port, metrics_port, log):
    with log.open("wb") as out:
        process = subprocess.Popen(
            [
                sys.executable,
                "-m",
                "gunicorn",
                "--config",
                "python:verlof_api.gunicorn_conf",
                "verlof_api:create_app()",
            ],
            env={**os.environ, "PORT": str(port), "VERLOF_METRICS_PORT": str(metrics_port), "WEB_CONCURRENCY": "2"},
            stdout=out,
            stderr=subprocess.STDOUT,
            cwd=Path(__file__).parents[2],
        )
    try:
        until(lambda: get(port, "/healthz")[0] == 200)
        yield process
    finally:
        process.terminate()
        # gunicorn gives a worker that was still being made, and missed the signal, half a minute
        process.wait(timeout=START_UP)


def requests_counted(metrics_port):
    text = get(metrics_port, "/metrics", "application/openmetrics-text; version=1.0.0")[1]
    return {
        sample.labels["route"]: sample.value
        for family in text_string_to_metric_families(text)
        for sample in family.samples
        if sample.name == "verlof_verzoeken_total"
    }


def test_the_metrics_are_on_a_port_of_their_own_and_survive_a_worker(tmp_path):
    port, metrics_port = free_port(), free_port()
    with serving(port, metrics_port, tmp_path / "log") as service:
        for _ in range(20):
            assert get(port, "/v1/vragen")[0] == 200
        assert until(lambda: requests_counted(metrics_port))["/v1/vragen"] == 20
        children = Path(f"/proc/{service.pid}/task/{service.pid}/children")
        for pid in map(int, children.read_text().split()):
            os.kill(pid, signal.SIGKILL)
        until(lambda: get(port, "/v1/vragen")[0] == 200)
        assert requests_counted(metrics_port)["/v1/vragen"] == 21
        assert get(port, "/metrics")[0] == 404
    address, started = (tmp_path / "log").read_text().splitlines()[:2]
    assert address == f"Verlofregelaar API: http://localhost:{port}"
    assert json.loads(started)["regelset"].keys() == {"versie", "hash"}


def test_a_port_for_metrics_that_is_taken_stops_no_answers_and_is_used_once_it_is_free(tmp_path):
    port = free_port()
    with socket.create_server(("127.0.0.1", 0)) as other:
        metrics_port = other.getsockname()[1]
        with serving(port, metrics_port, tmp_path / "log"):
            until(lambda: "VERLOF_METRICS_PORT: luisteren lukt niet" in (tmp_path / "log").read_text())
            assert get(port, "/v1/vragen")[0] == 200
            other.close()
            assert until(lambda: requests_counted(metrics_port))["/v1/vragen"] == 1
