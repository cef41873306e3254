"""HTTP to the letter (RFC 9112): one request, one answer, and nobody else's word for who is asking."""

import json

import pytest

from tests.server.requests import ASSESSMENT, get, post
from tests.server.service import Service


@pytest.fixture(scope="module")
def service(tmp_path_factory):
    with Service(tmp_path_factory.mktemp("http")) as service:
        yield service


def statuses(answers: bytes) -> list[int]:
    """Of each answer in what came back."""
    found = []
    while answers:
        head, _, rest = answers.partition(b"\r\n\r\n")
        found.append(int(head.split()[1]))
        lengths = [line for line in head.lower().split(b"\r\n") if line.startswith(b"content-length:")]
        answers = rest[int(lengths[0].split(b":")[1]) :] if lengths else rest
    return found


def head(*lines: str) -> bytes:
    return "".join(f"{line}\r\n" for line in (*lines, "")).encode()


ASKS = "POST /v1/beoordelingen HTTP/1.1"
CHUNKED = "Transfer-Encoding: chunked"
EMPTY = b"0\r\n\r\n"


@pytest.mark.parametrize(
    "request_",
    [
        head("GET /healthz HTTP/1.1"),
        head("GET /healthz HTTP/1.1", "Host: a", "Host: a"),
        head("GET /healthz HTTP/1.1", "Host: not a host"),
        head("GET /healthz HTTP/1.1", "Host: a/b"),
        head("GET /healthz HTTP/1.1", "Host: user@a"),
        head(ASKS, "Host: a", "Transfer-Encoding: gzip, chunked") + EMPTY,
        head(ASKS, "Host: a", "Transfer-Encoding: gzip") + EMPTY,
        head(ASKS, "Host: a", "Transfer-Encoding: identity, chunked") + EMPTY,
        head(ASKS, "Host: a", CHUNKED, "Content-Length: 5") + EMPTY,
        head(ASKS, "Host: a", "Content-Length: 5", "Content-Length: 5") + b"12345",
        head(ASKS, "Host: a", "Content-Length: +5") + b"12345",
        head(ASKS, "Host: a", "Content-Length : 5") + b"12345",
        head("POST /v1/beoordelingen HTTP/1.0", "Host: a", CHUNKED) + EMPTY,
    ],
)
def test_what_two_readers_could_read_differently_gets_one_refusal_and_the_end(service, request_):
    assert statuses(service.raw(request_ + get("/healthz"))) == [400]


def test_a_request_without_a_host_is_right_in_http_1_0(service):
    assert statuses(service.raw(head("GET /healthz HTTP/1.0"))) == [200]


@pytest.mark.parametrize("host", ["localhost", "a.example:8080", "[::1]:80", "127.0.0.1", ""])
def test_a_host_may_be_anything_that_a_host_can_be(service, host):
    assert statuses(service.raw(head("GET /healthz HTTP/1.1", f"Host: {host}", "Connection: close"))) == [200]


@pytest.mark.parametrize("path", ["/healthz", "/nergens", "/v1/beoordelingen"])
def test_an_unread_body_with_a_broken_chunk_gets_one_answer(service, path):
    sent = head(f"GET {path} HTTP/1.1", "Host: a", CHUNKED) + b"5\r\nabcde\r\nZZ\r\n"
    assert statuses(service.raw(sent + get("/healthz"))) == [400]


def test_requests_sent_at_once_are_answered_in_their_order(service):
    sent = get("/healthz") + post(ASSESSMENT) + get("/nergens") + post(b"{") + get("/readyz", close=True)
    assert statuses(service.raw(sent)) == [200, 200, 404, 400, 200]


def test_a_request_may_come_a_byte_at_a_time(service):
    with service.connect() as client:
        for byte in post(ASSESSMENT, close=True):
            client.sendall(bytes([byte]))
        assert statuses(client.makefile("rb").read()) == [200]


def test_chunks_may_be_cut_anywhere(service):
    chunked = b"".join(b"1\r\n%c\r\n" % byte for byte in ASSESSMENT) + b"0\r\n\r\n"
    assert statuses(service.raw(post(b"", chunked=True) + chunked + get("/healthz"))) == [200, 200]


def test_a_body_in_thousands_of_chunks_is_more_work_than_it_is_worth(service):
    chunks = b"1\r\n \r\n" * 1001 + b"0\r\n\r\n"
    assert statuses(service.raw(post(b"", chunked=True) + chunks)) == [400]


def test_chunks_that_say_more_about_themselves_than_they_hold_are_refused(service):
    chunks = (b"1;a=" + b"x" * 1000 + b"\r\n \r\n") * 300
    assert statuses(service.raw(post(b"", chunked=True) + chunks)) == [400]


@pytest.mark.parametrize("lines", [5, 30])
def test_headers_are_held_to_their_size_all_together(service, lines):
    sent = head("GET /healthz HTTP/1.1", "Host: a", *(f"X-{n}: {'x' * 7000}" for n in range(lines)))
    assert statuses(service.raw(sent)) == [431]


def test_requests_that_come_all_in_one_go_are_not_taken_for_a_large_head(service):
    assert statuses(service.raw(post(ASSESSMENT + b" " * 30_000) * 3 + get("/healthz", close=True))) == [200] * 4


def test_who_waits_to_be_asked_for_the_body_is_asked_for_it(service):
    with service.connect() as client:
        sent = post(ASSESSMENT, close=True).replace(b"\r\n\r\n", b"\r\nExpect: 100-continue\r\n\r\n", 1)
        begin = sent.index(b"\r\n\r\n") + 4
        client.sendall(sent[:begin])
        assert client.recv(1000) == b"HTTP/1.1 100 Continue\r\n\r\n"
        client.sendall(sent[begin:])
        assert statuses(client.makefile("rb").read()) == [200]


def test_a_body_that_is_too_large_is_refused_before_it_is_sent(service):
    with service.connect() as client:
        client.sendall(post(b"", length=10_000_000).replace(b"\r\n\r\n", b"\r\nExpect: 100-continue\r\n\r\n", 1))
        assert statuses(client.makefile("rb").read()) == [413]


def test_a_head_answer_says_the_length_and_sends_no_body(service):
    with service.connect() as client:
        client.sendall(get("/v1/openapi.json").replace(b"GET", b"HEAD") + get("/healthz", close=True))
        answers = client.makefile("rb").read()
    first, _, second = answers.partition(b"\r\n\r\n")
    assert b"Content-Length: " in first
    assert second.startswith(b"HTTP/1.1 200 OK\r\n")


@pytest.mark.parametrize("target", ["http://a.example?x=/healthz", "?x=://h/healthz", "ftp://a/healthz", "healthz"])
def test_an_address_is_not_looked_for_elsewhere_in_a_target(service, target):
    sent = head(f"GET {target} HTTP/1.1", "Host: a.example", "Connection: close")
    assert b'{"status":"ok"}' not in service.raw(sent)


def test_who_asks_for_the_end_gets_it_whatever_else_is_asked(service):
    sent = head("GET /healthz HTTP/1.1", "Host: a", "Connection: close", "Connection: keep-alive")
    assert statuses(service.raw(sent + get("/healthz"))) == [200]


def test_a_target_may_be_a_whole_address(service):
    sent = head("GET http://elders.example/healthz HTTP/1.1", "Host: elders.example", "Connection: close")
    assert statuses(service.raw(sent)) == [200]


@pytest.mark.parametrize(
    "header",
    [
        "SCRIPT_NAME: /elders",
        "SCRIPT-NAME: /elders",
        "X-Forwarded-Proto: https",
        "X-Forwarded-For: 10.1.2.3",
        "X-Forwarded-Host: elders.example",
        "X-Forwarded-Prefix: /elders",
        "Forwarded: for=10.1.2.3;proto=https",
    ],
)
def test_headers_of_a_proxy_are_believed_from_nobody(service, header):
    plain = service.raw(get("/nergens", close=True))
    forged = service.raw(head("GET /nergens HTTP/1.1", "Host: localhost", header, "Connection: close"))
    assert statuses(forged) == [404]
    assert json.loads(forged.partition(b"\r\n\r\n")[2])["type"] == json.loads(plain.partition(b"\r\n\r\n")[2])["type"]
    assert b"elders" not in forged
    assert "10.1.2.3" not in service.log()


def test_two_names_that_differ_in_a_line_are_not_taken_for_one(service):
    sent = post(b"{}", close=True).replace(b"Content-Type: application/json", b"Content_Type: application/json")
    assert statuses(service.raw(sent)) == [415]


def test_nothing_says_which_program_answers(service):
    assert b"\r\nServer:" not in service.raw(get("/healthz", close=True))
