"""How long the service waits for a client, measured by what a socket sees."""

import selectors
import socket
import time

import pytest

from tests.server.requests import ASSESSMENT, get, post
from tests.server.service import Service

LATE = 3  # seconds more than promised, on a machine that is busy with other tests


@pytest.fixture(scope="module")
def service(tmp_path_factory):
    with Service(tmp_path_factory.mktemp("deadlines")) as service:
        yield service


def closed_after(sent: dict[socket.socket, bytes], drip: set[socket.socket], patience: float):
    """What each socket received, and after how many seconds it was closed; those of `drip` send a byte a second."""
    start = time.monotonic()
    received = dict.fromkeys(sent, b"")
    closed = {}
    with selectors.DefaultSelector() as selector:
        for each, data in sent.items():
            each.sendall(data)
            selector.register(each, selectors.EVENT_READ)
        while len(closed) < len(sent) and time.monotonic() - start < patience:
            for key, _ in selector.select(1):
                each = key.fileobj
                data = each.recv(65536)
                received[each] += data
                if not data:
                    closed[each] = time.monotonic() - start
                    selector.unregister(each)
                    each.close()
            for each in drip - closed.keys():
                each.send(b"x")
    return received, closed


def test_a_whole_request_has_ten_seconds_and_an_idle_connection_five(service):
    sent = {
        "silent": b"",
        "answered": get("/healthz"),
        "half a header": b"GET /healthz HTTP/1.1\r\nHost: x\r\nX-",
        "half a body": post(ASSESSMENT)[:-5],
        "a byte a second of header": b"GET /healthz HTTP/1.1\r\nHost: x\r\nX-",
        "a byte a second of body": post(b"", length=1000),
    }
    sockets = {name: service.connect() for name in sent}
    drip = {sockets[name] for name in sent if name.startswith("a byte")}
    received, closed = closed_after({sockets[name]: data for name, data in sent.items()}, drip, 10 + 2 + LATE)
    for name, each in sockets.items():
        promised = 5 if name in ("silent", "answered") else 10
        assert promised - 0.5 < closed[each] < promised + LATE, name
        if promised == 10:
            assert received[each].startswith(b"HTTP/1.1 408 "), name
            assert b"application/problem+json" in received[each], name
    assert received[sockets["silent"]] == b""
    assert received[sockets["answered"]].startswith(b"HTTP/1.1 200 ")


def refused_after(client: socket.socket, patience: float) -> float:
    """Send on and on; how many seconds it took until that failed, because the other side had closed."""
    start = time.monotonic()
    while time.monotonic() - start < patience:
        try:
            client.sendall(b"\r\n")
        except (ConnectionResetError, BrokenPipeError):
            break
        time.sleep(0.2)
    return time.monotonic() - start


def test_a_reader_has_thirty_seconds(service):
    with socket.socket() as reader:
        reader.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        reader.connect(("127.0.0.1", service.port))
        reader.sendall(get("/v1/openapi.json") * 10)
        assert 29 < refused_after(reader, 60) < 30 + LATE


def test_who_is_answered_and_does_not_close_is_closed_on(service):
    with service.connect() as client:
        client.sendall(get("/healthz", close=True))
        start = time.monotonic()
        while client.recv(65536):
            pass
        assert time.monotonic() - start < 1  # nothing more comes
        assert refused_after(client, 60) < 2 + LATE
