"""OpenTelemetry: what a span holds, and that nothing of a caller is in one."""

import json
import sys

import pytest
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter

from tests.web.test_log import SECRETS
from tests.web.test_tracing import SPAN, TRACE
from verlof_api.web import spans as module

COLLECTOR = {"OTEL_EXPORTER_OTLP_ENDPOINT": "http://127.0.0.1:9"}


@pytest.fixture
def exporter():
    return InMemorySpanExporter()


@pytest.fixture
def client(make_app, exporter, monkeypatch):
    """A service that sends its spans to memory."""
    made = []

    class Kept(module.Spans):
        def __init__(self, version):
            super().__init__(version)
            made.append(self)

    monkeypatch.setattr(module, "OTLPSpanExporter", lambda: exporter)
    monkeypatch.setattr(module, "Spans", Kept)
    for name, value in COLLECTOR.items():
        monkeypatch.setenv(name, value)
    client = make_app().test_client()
    client.spans = lambda: made[0].provider.force_flush() and exporter.get_finished_spans()
    yield client
    made[0].provider.shutdown()


def test_a_request_is_a_span_with_the_pattern_of_the_route(client):
    client.get("/v1/verlofsoorten/wazo.geboorteverlof?peildatum=2026-02-03")
    (span,) = client.spans()
    assert span.name == "GET /v1/verlofsoorten/<id>"
    assert span.kind.name == "SERVER"
    assert dict(span.attributes) == {
        "http.request.method": "GET",
        "http.route": "/v1/verlofsoorten/<id>",
        "http.response.status_code": 200,
    }
    assert 0 < span.end_time - span.start_time < 60e9
    assert span.resource.attributes["service.name"] == "verlof-api"


def test_a_span_is_a_step_in_the_trace_of_the_caller(client, capfd):
    client.get("/v1/vragen", headers={"Traceparent": f"00-{TRACE}-{SPAN}-01"})
    (span,) = client.spans()
    assert f"{span.context.trace_id:032x}" == TRACE
    assert f"{span.parent.span_id:016x}" == SPAN
    assert json.loads(capfd.readouterr().out.splitlines()[-1])["trace"] == TRACE


def test_who_is_in_no_trace_begins_one_and_the_log_names_it(client, capfd):
    client.get("/v1/vragen")
    (span,) = client.spans()
    assert span.parent is None
    assert json.loads(capfd.readouterr().out.splitlines()[-1])["trace"] == f"{span.context.trace_id:032x}"


def test_a_caller_who_does_not_record_its_trace_makes_no_span(client):
    client.get("/v1/vragen", headers={"Traceparent": f"00-{TRACE}-{SPAN}-00"})
    assert client.spans() == ()


def test_a_failure_of_ours_is_an_error_and_a_mistake_of_the_caller_is_none(client, monkeypatch):
    def broken(*_):
        raise ArithmeticError("Jansen")

    client.get("/v1/x")
    monkeypatch.setattr("verlof_api.assessment.Beoordelaar.beoordeel", broken)
    client.post("/v1/beoordelingen", json={"feiten": {}})
    assert [(span.name, span.status.status_code.name) for span in client.spans()] == [
        ("GET", "UNSET"),
        ("POST /v1/beoordelingen", "ERROR"),
    ]


def test_nothing_a_person_tells_is_in_a_span(client):
    client.post("/v1/beoordelingen", json={"feiten": {"toestand": "levensbedreigend-ziek", "naam": "Jansen"}})
    client.post("/v1/beoordelingen?Jansen=123456782", data=b'{"Jansen": NaN}', content_type="application/json")
    client.get("/v1/verlofsoorten/wazo.kortdurend-zorgverlof?peildatum=2026-02-03")
    client.get("/Jansen/123456782", headers={"Tracestate": "jansen=123456782", "Baggage": "naam=Jansen"})
    client.open("/v1/vragen", method="JANSEN")
    client.get(
        "/v1/vragen",
        headers={
            "User-Agent": "Jansen",
            "Referer": "https://geheim.example",
            "X-Forwarded-For": "10.1.2.3",
            "X-Request-Id": "jansen.123456782",
        },
        environ_overrides={"REMOTE_ADDR": "10.1.2.3"},
    )
    spans = client.spans()
    assert len(spans) == 6
    written = "".join(span.to_json() for span in spans).lower()
    assert [secret for secret in SECRETS if secret.lower() in written] == []


def test_without_a_collector_opentelemetry_is_not_even_loaded(make_app, monkeypatch):
    monkeypatch.setitem(sys.modules, "verlof_api.web.spans", None)  # importing it would fail
    assert make_app().test_client().get("/v1/vragen").status_code == 200


def test_a_collector_without_the_extra_stops_the_start_and_says_what_to_install(make_app, monkeypatch, capfd):
    monkeypatch.setitem(sys.modules, "verlof_api.web.spans", None)
    monkeypatch.setenv("OTEL_EXPORTER_OTLP_TRACES_ENDPOINT", "http://127.0.0.1:9/v1/traces")
    with pytest.raises(SystemExit):
        make_app()
    assert "verlof-api[otel]" in capfd.readouterr().err
