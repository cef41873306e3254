"""deploy/nginx.conf in a real nginx before the real service."""

import json
import socket
import ssl
from collections.abc import Iterator
from contextlib import ExitStack
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread

import jsonschema_rs
import pytest

from tests.contract.written import read_specification
from tests.deploy.conftest import NAME, free_port
from verlof_api.web.problem_kinds import STATUS, URN, words_for

pytestmark = pytest.mark.long  # it may have to fetch nginx

JSON = {"Content-Type": "application/json"}
QUESTION = b'{"peildatum": "2026-11-22", "feiten": {"urenPerWeek": 32}}'
HEAD = f"POST /v1/beoordelingen HTTP/1.1\r\nHost: {NAME}\r\nContent-Type: application/json\r\n".encode()
LAST_QUESTION = f"GET /v1/openapi.json HTTP/1.1\r\nHost: {NAME}\r\nConnection: close\r\n\r\n".encode()
LONG = "/long"
THREADS = 8  # of the service: two workers with four each


def test_a_question_over_tls_gets_the_answer_of_the_service(front, service):
    status, headers, body = front(service).ask("POST", "/v1/beoordelingen", QUESTION, JSON)
    assert (status, headers["Content-Type"]) == (200, "application/json")
    assert json.loads(body)["peildatum"] == "2026-11-22"


def test_a_problem_of_the_service_comes_through_as_it_is(front, service):
    status, headers, body = front(service).ask("GET", "/v1/x")
    assert (status, json.loads(body)["title"]) == (404, words_for("niet-gevonden", "nl")["titel"])
    assert headers.get_all("Strict-Transport-Security") == ["max-age=31536000; includeSubDomains"]


@pytest.mark.parametrize(
    "sent",
    [
        pytest.param(HEAD, id="half a head"),
        pytest.param(HEAD + b"Content-Length: 60\r\n\r\n{", id="half a body"),
        pytest.param(HEAD + b"Transfer-Encoding: chunked\r\n\r\n5\r\n{", id="half a chunk"),
    ],
)
def test_who_is_slow_to_ask_takes_nothing_away_from_the_others(front, service, sent):
    proxy = front(service)
    with ExitStack() as stack:
        held = [stack.enter_context(proxy.open()) for _ in range(5 * THREADS)]
        for connection in held:
            connection.sendall(sent)
        status, _, body = proxy.ask("POST", "/v1/beoordelingen", QUESTION, JSON)
        assert (status, json.loads(body)["peildatum"]) == (200, "2026-11-22")
        assert all(map(waits, held))  # answered while they were there, not after they were sent away


def test_who_does_not_close_after_the_answer_takes_nothing_away_from_the_others(front, service):
    proxy = front(service)
    with ExitStack() as stack:
        for _ in range(5 * THREADS):
            stack.enter_context(proxy.open()).sendall(LAST_QUESTION)
        assert proxy.ask("POST", "/v1/beoordelingen", QUESTION, JSON)[0] == 200


def test_an_answer_that_nobody_reads_leaves_the_service_whole_and_touches_no_disk(front, upstream):
    proxy = front(upstream.server_port, "warn")
    with proxy.open(receive=4096) as unread:
        unread.sendall(f"GET {LONG} HTTP/1.1\r\nHost: {NAME}\r\n\r\n".encode())
        assert upstream.rid_of_the_answer.wait(timeout=20)
    assert "temporary file" not in proxy.log()


def test_a_long_question_touches_no_disk(front, service):
    proxy = front(service, "warn")
    assert proxy.ask("POST", "/v1/beoordelingen", b" " * 100_000, JSON)[0] == 413
    assert "temporary file" not in proxy.log()


def test_the_log_of_nginx_has_no_caller_and_no_address(front, service):
    proxy = front(service)
    proxy.ask("POST", "/v1/geheim?feit=geheim", b" " * 200_000, {"X-Naam": "geheim", **JSON})
    proxy.ask("GET", "/" + "geheim" * 5_000)
    for _ in range(20):
        proxy.ask("GET", "/v1/wijzigingen?van=2026-01-01&tot=2026-01-02", headers={"Referer": "https://geheim.example"})
    with proxy.open() as rude:
        rude.sendall(b"geheim\r\n\r\n")
        rude.recv(1000)
    lines = [json.loads(line) for line in proxy.log().splitlines()]
    assert {413, 414, 429, 400} <= {line["status"] for line in lines}
    assert all(set(line) == {"tijd", "niveau", "verzoek", "status", "bron"} for line in lines)
    assert "geheim" not in proxy.log()
    assert "127.0.0.1" not in proxy.log()


@pytest.mark.parametrize("taal", ["nl", "en"])
@pytest.mark.parametrize(
    ("code", "path", "body", "headers"),
    [
        ("te-groot", "/v1/beoordelingen", b" " * 200_000, JSON),
        ("adres-te-lang", "/" + "a" * 20_000, None, {}),
        ("headers-te-groot", "/healthz", None, {"X-Lang": "a" * 20_000}),
        ("ongeldig-verzoek", "/healthz", None, {"Content-Length": "x"}),
    ],
)
def test_what_nginx_refuses_itself_is_a_problem_of_the_contract(front, service, code, path, body, headers, taal):
    status, got, answer = front(service).ask("POST", path, body, {"Accept-Language": taal, **headers})
    problem = json.loads(answer)
    # of a head that it did not take in, nginx knows no language
    assert problem["title"] in [words_for(code, each)["titel"] for each in ([taal] if body else ["nl", "en"])]
    assert (status, problem["type"]) == (STATUS[code], URN + code)
    assert got["Content-Type"] == "application/problem+json"
    assert got["X-Request-Id"] == problem["instance"].removeprefix("urn:uuid:")
    contract = {"$ref": "#/components/schemas/Probleem", "components": read_specification()["components"]}
    assert list(jsonschema_rs.validator_for(contract).iter_errors(problem)) == []


def test_who_asks_too_much_is_told_when_to_come_back(front, service):
    proxy = front(service)
    answers = [proxy.ask("GET", "/healthz") for _ in range(200)]
    status, headers, body = next(answer for answer in answers if answer[0] != 200)
    assert (status, json.loads(body)["type"], headers["Retry-After"]) == (429, URN + "te-veel-verzoeken", "5")
    assert headers["Access-Control-Allow-Origin"] == "*"


def test_a_service_that_is_away_is_a_problem_and_no_page_of_html(front):
    status, headers, body = front(free_port()).ask("GET", "/v1/vragen", headers={"Accept-Language": "en"})
    assert (status, headers["Content-Type"], headers["Retry-After"]) == (503, "application/problem+json", "5")
    assert (json.loads(body)["type"], headers["Content-Language"]) == (URN + "niet-gereed", "en")


def test_another_name_gets_nothing_with_or_without_tls(front, service):
    proxy = front(service)
    with pytest.raises(ssl.SSLError):
        proxy.open("anders.example")
    for connect in (proxy.open, proxy.plain):
        with connect() as connection:
            connection.sendall(b"GET / HTTP/1.1\r\nHost: anders.example\r\n\r\n")
            assert received(connection) == b""


def test_who_forgets_tls_gets_a_problem_and_no_page_of_html(front, service):
    with front(service).plain() as connection:
        connection.sendall(f"GET /healthz HTTP/1.1\r\nHost: {NAME}\r\n\r\n".encode())
        answer = connection.makefile("rb").read()
    assert answer.startswith(b"HTTP/1.1 400 ")
    assert json.loads(answer.partition(b"\r\n\r\n")[2])["type"] == URN + "ongeldig-verzoek"


def test_what_a_caller_claims_about_himself_does_not_reach_the_service(front, upstream):
    claims = dict.fromkeys(("X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "Forwarded"), "10.1.2.3")
    front(upstream.server_port).ask("GET", "/", headers={**claims, "SCRIPT_NAME": "/x", "Script_Name": "/x"})
    (headers,) = upstream.seen
    assert headers["X-Forwarded-For"] == "127.0.0.1"
    assert "10.1.2.3" not in str(headers)
    assert "/x" not in str(headers)


class Upstream(ThreadingHTTPServer):
    """In the place of the service: it keeps the headers that arrive, and knows when its long answer has left it."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.seen: list[dict[str, str]] = []
        self.rid_of_the_answer = Event()


class Handler(BaseHTTPRequestHandler):
    server: Upstream

    def do_GET(self) -> None:
        self.server.seen.append(dict(self.headers))
        # the kernel takes little over, so that a written answer is one that nginx has read
        self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, 8192)
        self.send_response(200)
        self.end_headers()
        if self.path == LONG:
            self.wfile.write(b" " * 700_000)
            self.server.rid_of_the_answer.set()

    def log_message(self, *_: object) -> None:
        """Nothing on the screen."""


@pytest.fixture
def upstream() -> Iterator[Upstream]:
    with Upstream() as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield server
        server.shutdown()


def waits(connection: ssl.SSLSocket) -> bool:
    """Has nginx said nothing yet, and is it still there?"""
    connection.setblocking(False)
    try:
        connection.recv(1)
    except ssl.SSLWantReadError:
        return True
    return False


def received(connection: socket.socket) -> bytes:
    try:
        return connection.recv(1000)
    except ConnectionResetError:
        return b""
