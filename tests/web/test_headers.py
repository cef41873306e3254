"""What every answer carries."""

import gzip
import re
from base64 import b64encode
from hashlib import sha256

import pytest

from tests.web.partner import FACTS

ALL = [
    ("GET", "/v1/verlofsoorten", 200),
    ("GET", "/v1/verlofsoorten/wazo.calamiteitenverlof", 200),
    ("HEAD", "/v1/vragen", 200),
    ("GET", "/v1/regelset", 200),
    ("GET", "/v1/openapi.json", 200),
    ("GET", "/v1/openapi.yaml", 200),
    ("GET", "/healthz", 200),
    ("GET", "/readyz", 200),
    ("OPTIONS", "/v1/beoordelingen", 204),
    ("POST", "/v1/beoordelingen", 415),
    ("GET", "/v1/beoordelingen", 405),
    ("GET", "/v1/verlofsoorten?x=1", 400),
    ("GET", "/v1/x", 404),
]
SECURITY = {
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
    "Referrer-Policy": "no-referrer",
    "Strict-Transport-Security": "max-age=31536000; includeSubDomains",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}


@pytest.mark.parametrize(("method", "path", "status"), ALL)
def test_every_answer_carries_each_header_once(client, method, path, status):
    answer = client.open(path, method=method)
    assert answer.status_code == status
    for name, value in SECURITY.items():
        assert answer.headers.getlist(name) == [value]
    for name in ("API-Version", "X-Request-Id", "Cache-Control", "Access-Control-Allow-Origin"):
        assert len(answer.headers.getlist(name)) == 1, name


@pytest.mark.parametrize(("path", "more"), [("kaarten", {}), ("brieven", {"formaat": "html", "taal": "nl+en"})])
def test_a_page_may_have_its_own_style_and_nothing_else(client, path, more):
    body = {"peildatum": "2026-11-02", "verlofsoort": "wazo.geboorteverlof", "feiten": FACTS, **more}
    answer = client.post(f"/v1/{path}", json=body)
    styles = re.findall(r"<style>(.*?)</style>", answer.text, re.DOTALL)
    hashes = [f"'sha256-{b64encode(sha256(style.encode()).digest()).decode()}'" for style in styles]
    policy = f"default-src 'none'; style-src {' '.join(hashes)}; base-uri 'none'; form-action 'none'"
    expected = {**SECURITY, "Content-Security-Policy": f"{policy}; frame-ancestors 'none'"}
    assert {name: answer.headers.getlist(name) for name in expected} == {
        name: [each] for name, each in expected.items()
    }
    assert len(answer.headers.getlist("API-Version")) == 1


def test_a_letter_that_is_no_page_has_the_policy_of_the_api(client):
    body = {"peildatum": "2026-11-02", "verlofsoort": "wazo.geboorteverlof", "feiten": FACTS, "formaat": "tekst"}
    answer = client.post("/v1/brieven", json=body)
    assert answer.headers["Content-Security-Policy"] == SECURITY["Content-Security-Policy"]


@pytest.mark.parametrize(
    ("path", "more"),
    [
        ("agenda", {}),
        ("kaarten", {}),
        ("brieven", {"formaat": "tekst"}),
        ("brieven", {"formaat": "html"}),
        ("geldregels", {}),
        ("weigeringen", {"weigering": {"reden": "zwaarwegend-belang"}}),
    ],
)
def test_who_takes_gzip_gets_what_one_takes_along_smaller(client, path, more):
    body = {"peildatum": "2026-11-02", "feiten": FACTS, **more}
    body |= {"verlofsoorten": ["wazo.geboorteverlof"]} if path == "agenda" else {"verlofsoort": "wazo.geboorteverlof"}
    plain, small = (
        client.post(f"/v1/{path}", json=body, headers={"Accept-Encoding": coding}) for coding in ("identity", "gzip")
    )
    assert (plain.status_code, small.headers.get("Content-Encoding")) == (200, "gzip")
    assert gzip.decompress(small.data) == plain.data
    assert len(small.data) < len(plain.data)


def test_a_word_file_is_small_already(client):
    body = {"peildatum": "2026-11-02", "verlofsoort": "wazo.geboorteverlof", "feiten": FACTS, "formaat": "docx"}
    answer = client.post("/v1/brieven", json=body, headers={"Accept-Encoding": "gzip"})
    assert (answer.status_code, "Content-Encoding" in answer.headers) == (200, False)


def test_nothing_is_set_in_the_browser_of_the_caller(client):
    for method, path, _ in ALL:
        assert "Set-Cookie" not in client.open(path, method=method).headers


def test_any_site_may_read_the_answers_unless_the_operator_says_otherwise(client):
    answer = client.get("/v1/vragen", headers={"Origin": "https://any.example"})
    assert answer.headers["Access-Control-Allow-Origin"] == "*"
    assert "Access-Control-Allow-Credentials" not in answer.headers


@pytest.mark.parametrize(
    ("origin", "allowed"),
    [("https://ok.example", "https://ok.example"), ("https://other.example", None), (None, None), ("null", None)],
)
def test_with_an_allow_list_only_listed_sites_may_read_the_answers(make_app, origin, allowed):
    client = make_app(CORS_ORIGINS="https://ok.example, https://fine.example").test_client()
    headers = {"Origin": origin} if origin else {}
    for path in ("/v1/vragen", "/v1/x", "/healthz"):
        answer = client.get(path, headers=headers)
        assert answer.headers.get("Access-Control-Allow-Origin") == allowed
        assert "Origin" in answer.headers.getlist("Vary")


@pytest.mark.parametrize("path", ["/v1/openapi.json", "/v1/openapi.yaml"])
def test_the_contract_may_be_read_by_any_site_whatever_the_allow_list(make_app, path):
    client = make_app(CORS_ORIGINS="https://ok.example").test_client()
    assert client.get(path, headers={"Origin": "https://x.example"}).headers["Access-Control-Allow-Origin"] == "*"


def test_a_preflight_says_what_a_script_may_send(client):
    answer = client.options(
        "/v1/beoordelingen",
        headers={"Origin": "https://x.example", "Access-Control-Request-Method": "POST"},
    )
    assert answer.status_code == 204
    assert answer.headers["Access-Control-Allow-Methods"] == "OPTIONS, POST"
    assert "Content-Type" in answer.headers["Access-Control-Allow-Headers"]


def test_options_without_a_preflight_says_only_which_methods_there_are(client):
    answer = client.options("/v1/vragen")
    assert (answer.status_code, answer.data) == (204, b"")
    assert answer.headers["Allow"] == "GET, HEAD, OPTIONS"
    assert "Content-Type" not in answer.headers
    assert "Access-Control-Allow-Methods" not in answer.headers


@pytest.mark.parametrize("path", ["/v1/verlofsoorten", "/v1/vragen", "/v1/regelset", "/v1/openapi.json", "/healthz"])
def test_head_is_get_without_the_body(client, path):
    head, get = client.head(path), client.get(path)
    assert head.data == b""
    same = ("Content-Type", "Content-Length", "ETag", "Cache-Control", "Content-Language")
    assert [head.headers.get(name) for name in same] == [get.headers.get(name) for name in same]
