"""Behavioural lock: every kind of answer of the running service is one that openapi.yaml describes."""

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import orjson
import pytest
import yaml
from openapi_core import Config, OpenAPI
from openapi_core.datatypes import RequestParameters
from werkzeug.datastructures import Headers, ImmutableMultiDict

ROOT = Path(__file__).parents[2]
ORDINARY = {"peildatum": "2026-11-22", "feiten": {"arbeidsrelatie": "werknemer", "urenPerWeek": 32}}
REFUSED = {**ORDINARY, "verlofsoort": "wazo.langdurend-zorgverlof", "weigering": {"reden": "te-druk"}}

SCENARIOS = [
    pytest.param(scenario, id=scenario["id"])
    for file in sorted((ROOT / "rules").glob("*/*/scenarios.yaml"))
    for scenario in yaml.safe_load(file.read_text("utf-8"))
]


@pytest.fixture(scope="session")
def contract() -> OpenAPI:
    deserializers = {"application/problem+json": orjson.loads, "application/yaml": yaml.safe_load}
    return OpenAPI.from_file_path(
        str((ROOT / "openapi.yaml").absolute()), config=Config(extra_media_type_deserializers=deserializers)
    )


class Request:
    """A request as openapi-core wants to see it."""

    host_url = "http://localhost"

    def __init__(self, path, method, body=None, query=None, headers=None) -> None:
        self.path, self.method, self.body = path, method, body
        self.content_type = (headers or {}).get("Content-Type", "")
        self.parameters = RequestParameters(query=ImmutableMultiDict(query or {}), header=Headers(headers or {}))


@pytest.fixture
def call(client, contract):
    return caller(client, contract)


def caller(client, contract):
    """To call the service and hold both sides to the contract; a request that must be wrong is not held to it."""

    def call(method: str, path: str, *, wrong: bool = False, **kwargs: Any):
        body = orjson.dumps(kwargs["json"]) if "json" in kwargs else kwargs.get("data")
        headers = {**({} if body is None else {"Content-Type": "application/json"}), **kwargs.get("headers", {})}
        query = kwargs.get("query", {})
        answer = client.open(path, method=method, data=body, headers=headers, query_string=query)
        request = Request(path, method.lower(), body, query, headers)
        if not wrong:
            contract.validate_request(request)
        response = SimpleNamespace(
            status_code=answer.status_code,
            content_type=answer.content_type,
            headers=answer.headers,
            data=answer.data or None,
        )
        contract.validate_response(request, response)
        return answer

    return call


@pytest.mark.parametrize(
    ("path", "query"),
    [
        ("/v1/verlofsoorten", {}),
        ("/v1/verlofsoorten", {"peildatum": "2001-12-01"}),
        ("/v1/verlofsoorten/wazo.geboorteverlof", {}),
        ("/v1/verlofsoorten/wazo.geboorteverlof", {"peildatum": "2018-12-31"}),
        ("/v1/verlofsoorten/voorstel.rouwverlof", {}),
        ("/v1/weigeringen", {}),
        ("/v1/situaties", {}),
        ("/v1/vragen", {}),
        ("/v1/regelset", {}),
        ("/v1/openapi.json", {}),
        ("/v1/openapi.yaml", {}),
    ],
)
def test_what_can_be_read_is_as_described(call, path, query):
    assert call("GET", path, query=query).status_code == 200


@pytest.mark.parametrize("taal", ["nl", "en"])
def test_an_assessment_is_as_described(call, taal):
    answer = call("POST", "/v1/beoordelingen", json=ORDINARY, headers={"Accept-Language": taal})
    assert answer.status_code == 200


@pytest.mark.parametrize("taal", ["nl", "en"])
def test_an_answer_to_a_refusal_is_as_described(call, taal):
    answer = call("POST", "/v1/weigeringen", json=REFUSED, headers={"Accept-Language": taal})
    assert answer.status_code == 200


@pytest.mark.parametrize("taal", ["nl", "en"])
@pytest.mark.parametrize("path", ["/v1/geldregels", "/v1/kaarten"])
def test_a_document_about_one_leave_is_as_described(call, path, taal):
    for leave in ("wazo.geboorteverlof", "wazo.betaald-ouderschapsverlof", "afspraak.onbetaald-verlof"):
        message = {**ORDINARY, "verlofsoort": leave}
        assert call("POST", path, json=message, headers={"Accept-Language": taal}).status_code == 200


@pytest.mark.parametrize(
    "path", ["/v1/verlofsoorten", "/v1/weigeringen", "/v1/vragen", "/v1/regelset", "/v1/openapi.json"]
)
def test_not_modified_is_as_described(call, path):
    etag = call("GET", path).headers["ETag"]
    assert call("GET", path, headers={"If-None-Match": etag}).status_code == 304


@pytest.mark.parametrize(
    ("method", "path", "status", "how"),
    [
        ("POST", "/v1/beoordelingen", 400, {"json": {"feiten": {"urenPerWeek": "32", "x": 1}, "y": 2}}),
        ("POST", "/v1/beoordelingen", 400, {"json": {"peildatum": "2001-11-30", "feiten": {}}}),
        ("POST", "/v1/beoordelingen", 400, {"data": b'{"feiten": NaN}'}),
        ("POST", "/v1/beoordelingen", 406, {"json": ORDINARY, "headers": {"Accept": "text/html"}}),
        ("POST", "/v1/beoordelingen", 413, {"data": b" " * 70_000}),
        ("POST", "/v1/beoordelingen", 415, {"data": b"{}", "headers": {"Content-Type": "text/plain"}}),
        ("POST", "/v1/geldregels", 400, {"json": {**ORDINARY, "aanvulling": -1}}),
        ("POST", "/v1/geldregels", 406, {"json": ORDINARY, "headers": {"Accept": "text/html"}}),
        ("POST", "/v1/kaarten", 400, {"json": {**ORDINARY, "verlofsoort": "x"}}),
        ("POST", "/v1/kaarten", 406, {"json": ORDINARY, "headers": {"Accept": "application/json"}}),
        ("POST", "/v1/weigeringen", 400, {"json": {"feiten": {"x": 1}, "weigering": {"vorm": {"y": None}}}}),
        ("POST", "/v1/weigeringen", 406, {"json": REFUSED, "headers": {"Accept": "text/html"}}),
        ("POST", "/v1/weigeringen", 413, {"data": b" " * 70_000}),
        ("POST", "/v1/weigeringen", 415, {"data": b"{}", "headers": {"Content-Type": "text/plain"}}),
        ("GET", "/v1/weigeringen", 400, {"query": {"verlofsoort": "wazo.geboorteverlof"}}),
        ("POST", "/v1/situaties/_zoek", 400, {"json": {"woord": "x"}}),
        ("POST", "/v1/situaties/_zoek", 415, {"data": b"{}", "headers": {"Content-Type": "text/plain"}}),
        ("GET", "/v1/verlofsoorten", 400, {"query": {"peildatum": "2001-11-30"}}),
        ("GET", "/v1/verlofsoorten/wazo.geborteverlof", 404, {}),
        ("GET", "/v1/vragen", 406, {"headers": {"Accept": "text/html"}}),
        ("GET", "/v1/regelset", 400, {"query": {"x": "1"}}),
    ],
)
def test_every_refusal_is_as_described(call, method, path, status, how):
    assert call(method, path, wrong=True, **how).status_code == status


@pytest.mark.parametrize(
    ("method", "path", "how"), [("GET", "/v1/vragen", {}), ("POST", "/v1/beoordelingen", {"json": ORDINARY})]
)
def test_keys_and_limits_are_as_described(guarded, contract, keys, method, path, how):
    call = caller(guarded, contract)
    good, ended, none = ({"Authorization": f"Bearer {keys.works}"}, {"Authorization": f"Bearer {keys.ended}"}, {})
    for headers, statuses in ((good, [200, 200, 200, 429]), (ended, [403]), (none, [401, 401, 429])):
        assert [call(method, path, headers=headers, **how).status_code for _ in statuses] == statuses


def test_a_limit_of_the_contract_itself_is_as_described(guarded, contract):
    call = caller(guarded, contract)
    answers = [call("GET", "/v1/openapi.json") for _ in range(4)]
    assert [answer.status_code for answer in answers] == [200, 200, 200, 429]


def test_an_answer_that_is_not_as_described_is_seen(client, contract):
    answer = client.get("/v1/vragen")
    headers = Headers([(name, value) for name, value in answer.headers if name != "API-Version"])
    request = Request("/v1/vragen", "get")
    for data, kept in ((b'{"vragen": [{"feit": "x"}]}', answer.headers), (answer.data, headers)):
        response = SimpleNamespace(status_code=200, content_type="application/json", headers=kept, data=data)
        with pytest.raises(Exception, match=r"(?i)data|header"):
            contract.validate_response(request, response)


@pytest.mark.parametrize("scenario", SCENARIOS)
def test_every_worked_case_gets_an_answer_as_described_in_both_languages(client, validator, scenario):
    described = validator("Beoordeling")
    message = {"peildatum": scenario["peildatum"], "feiten": scenario["feiten"], "inclusiefVoorstellen": True}
    for taal in ("nl", "en"):
        answer = client.post("/v1/beoordelingen", json=message, headers={"Accept-Language": taal})
        assert answer.status_code == 200, answer.json
        assert [error.message for error in described.iter_errors(answer.json)] == []


@pytest.mark.parametrize("day", ["2001-12-01", "2005-06-01", "2009-01-01", "2019-01-01", "2022-08-02", "2026-11-22"])
def test_every_card_on_every_day_is_as_described(client, validator, beoordelaar, day):
    described = validator("Verlofsoort")
    for leave in beoordelaar.rulebook.verlofsoorten:
        card = client.get(f"/v1/verlofsoorten/{leave}?peildatum={day}").json
        assert [error.message for error in described.iter_errors(card)] == []


@pytest.mark.parametrize("day", ["2002-01-01", "2018-12-31", "2026-11-22"])
def test_every_refusal_of_every_leave_is_as_described(client, validator, beoordelaar, day):
    described = validator("Weigering")
    reasons = [each["id"] for each in client.get("/v1/weigeringen").json["redenen"]]
    for leave in beoordelaar.rulebook.verlofsoorten:
        for reason in reasons:
            message = {**REFUSED, "peildatum": day, "verlofsoort": leave, "weigering": {"reden": reason}}
            answer = client.post("/v1/weigeringen", json=message)
            assert [error.message for error in described.iter_errors(answer.json)] == []
