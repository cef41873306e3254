"""What goes wrong around the service: too many files, a log that nobody reads, a worker that dies or stands still, a
restart. Nothing may be lost but what could not be helped."""

import json
import os
import resource
import signal
import socket
import struct
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest

from tests.server.load import Load, until
from tests.server.requests import ASSESSMENT, get, post
from tests.server.service import GUNICORN, Service

SCRIPT = [str(Path(sys.executable).with_name("gunicorn")), *GUNICORN[3:]]
SERVE = [str(Path(sys.executable).with_name("verlof")), "serve"]


def test_too_many_open_files_kill_no_worker_and_the_next_is_answered(tmp_path):
    def few_files():
        resource.setrlimit(resource.RLIMIT_NOFILE, (128, 128))

    with Service(tmp_path, preexec_fn=few_files) as service:
        workers = service.workers()
        idle = [service.connect() for _ in range(300)]
        try:
            assert service.get("/healthz")[0] == 200
            assert service.post(ASSESSMENT)[0] == 200
        finally:
            for each in idle:
                each.close()
        assert service.workers() == workers


def test_a_log_that_nobody_reads_is_dropped_and_counted_and_stops_nothing(tmp_path):
    reading, writing = os.pipe()
    with Service(tmp_path, stdout=writing) as service:
        os.close(writing)
        for _ in range(8):
            with service.connect() as client:
                client.sendall(get("/healthz") * 99 + get("/healthz", close=True))
                assert client.makefile("rb").read().count(b"HTTP/1.1 200 ") == 100
        written = os.read(reading, 1 << 20)
        assert service.get("/healthz")[0] == 200
        written += os.read(reading, 1 << 20)
        lines = [json.loads(line) for line in written.splitlines()[1:]]  # the first says where it listens
        dropped = sum(line.get("regelsWeg", 0) for line in lines)
        assert dropped > 0
        assert dropped + [line.get("route") for line in lines].count("/healthz") == 801
        service.process.send_signal(signal.SIGTERM)
        service.process.wait(timeout=10)
    os.close(reading)


def test_a_log_that_is_gone_or_full_stops_nothing(tmp_path):
    for place in ("/dev/full", "a pipe without a reader"):
        if place == "/dev/full":
            stdout = os.open(place, os.O_WRONLY)
        else:
            reading, stdout = os.pipe()
        with Service(tmp_path, stdout=stdout) as service:
            os.close(stdout)
            if place != "/dev/full":
                os.close(reading)
            assert [service.get("/healthz")[0] for _ in range(3)] == [200] * 3, place
            assert service.post(ASSESSMENT)[0] == 200, place


def test_a_worker_that_is_killed_takes_only_its_own_requests_along(tmp_path):
    with Service(tmp_path, workers=2) as service, Load(service) as load:
        load.more()
        for _ in range(3):
            before = service.workers()
            os.kill(before[0], signal.SIGKILL)
            until(lambda before=before: len(service.workers()) == 2 and service.workers() != before)
            load.more()
    assert not load.wrong
    assert load.refused == 0
    assert load.lost <= 3 * 4  # no more than there were clients, each time


def test_a_stop_answers_whoever_was_connected(tmp_path):
    with Service(tmp_path, workers=2) as service:
        waiting = [service.connect() for _ in range(50)]
        kept = service.connect()
        kept.sendall(get("/healthz"))
        assert kept.recv(65536).startswith(b"HTTP/1.1 200 ")
        for each in waiting[:25]:
            each.sendall(post(ASSESSMENT))
        service.process.send_signal(signal.SIGTERM)
        for each in (*waiting[25:], kept):
            each.sendall(post(ASSESSMENT))
        for each in (*waiting, kept):
            assert each.makefile("rb").read().startswith(b"HTTP/1.1 200 ")  # and the connection ends with it
            each.close()
        assert service.process.wait(timeout=30) == 0
        with pytest.raises(ConnectionRefusedError):
            service.connect()


def test_a_reload_loses_nothing(tmp_path):
    with Service(tmp_path, workers=2) as service, Load(service) as load:
        load.more()
        for _ in range(2):
            before = set(service.workers())
            service.process.send_signal(signal.SIGHUP)
            until(lambda before=before: len(service.workers()) == 2 and not before & set(service.workers()))
            load.more()
    assert (load.lost, load.refused, load.wrong) == (0, 0, {})


@pytest.mark.parametrize("command", [GUNICORN, SCRIPT, SERVE], ids=["python -m gunicorn", "gunicorn", "verlof serve"])
def test_a_new_release_takes_over_without_a_gap(tmp_path, command):
    with Service(tmp_path, command=command) as service, Load(service) as load:
        load.more()
        service.process.send_signal(signal.SIGUSR2)
        (new,) = until(lambda: [pid for pid in service.workers() if grandchildren(pid)])
        try:
            service.process.send_signal(signal.SIGTERM)
            service.process.wait(timeout=20)
            load.more()
        finally:
            load.stop()
            end(new)
    assert (load.lost, load.refused, load.wrong) == (0, 0, {})


def grandchildren(pid: int) -> str:
    with suppress(OSError):
        return Path(f"/proc/{pid}/task/{pid}/children").read_text()
    return ""


def end(pid: int) -> None:
    os.kill(pid, signal.SIGTERM)
    until(lambda: not Path(f"/proc/{pid}").exists() or "zombie" in Path(f"/proc/{pid}/status").read_text())


def test_a_worker_that_stands_still_is_replaced_and_the_other_answers_meanwhile(tmp_path):
    # gunicorn waits 30 seconds as this service is configured; its command line can ask for less
    command = [*GUNICORN[:-1], "--timeout", "3", GUNICORN[-1]]
    with Service(tmp_path, workers=2, command=command) as service:
        still, other = service.workers()
        os.kill(still, signal.SIGSTOP)
        answered = 0
        for _ in range(20):
            with service.connect() as client:
                client.settimeout(1)
                client.sendall(get("/healthz", close=True))
                with suppress(TimeoutError):  # the system may have given it to the one that stands still
                    answered += client.recv(65536).startswith(b"HTTP/1.1 200 ")
        assert answered >= 15
        until(lambda: len(service.workers()) == 2 and still not in service.workers())
        assert other in service.workers()
        assert service.get("/readyz")[0] == 200


def test_a_start_with_a_certificate_is_refused_rather_than_served_in_the_clear(tmp_path):
    file = tmp_path / "certificate.pem"
    file.touch()
    command = [*GUNICORN[:-1], "--certfile", str(file), "--keyfile", str(file), GUNICORN[-1]]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)
    assert done.returncode != 0
    assert "plain HTTP" in done.stderr


def test_who_was_promised_another_request_at_a_reload_gets_its_answer(tmp_path):
    with Service(tmp_path) as service, service.connect() as client:
        # what takes long is asked just before the worker hears that it must go
        client.sendall(get("/v1/wijzigingen?van=2001-12-01&tot=2026-11-30"))
        service.process.send_signal(signal.SIGHUP)
        answers = client.makefile("rb")
        promised = b"Connection: keep-alive" in _answer(answers)
        if promised:
            client.sendall(get("/healthz"))
            assert b"Connection: close" in _answer(answers)
        assert answers.read() == b""


def _answer(stream) -> bytes:
    """The head of the next answer; its body is read too."""
    head = b"".join(iter(stream.readline, b"\r\n"))
    length = next(line for line in head.splitlines() if line.lower().startswith(b"content-length:"))
    stream.read(int(length.split(b":")[1]))
    return head


def test_an_interrupt_ends_it_without_a_word(tmp_path):
    with Service(tmp_path, workers=2, start_new_session=True) as service:
        before = service.log()
        os.killpg(service.process.pid, signal.SIGINT)
        service.process.wait(timeout=10)
        said = service.log().removeprefix(before)
    assert [line for line in said.splitlines() if not line.startswith("{")] == []


def test_requests_of_clients_that_are_gone_are_not_worked_out(tmp_path):
    body = ASSESSMENT[:-1] + b" " * 50_000 + b"}"
    with Service(tmp_path) as service:
        before = service.memory()
        for _ in range(1500):
            client = service.connect()
            client.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))  # closes with a reset
            with suppress(OSError):
                client.sendall(post(body))
            client.close()
        assert service.get("/healthz")[0] == 200
        assert service.memory() - before < 64 * 2**20


def test_a_failure_in_the_loop_is_a_line_and_no_page(tmp_path):
    with Service(tmp_path) as service:
        answer = service.raw(b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: " + b"1" * 5000 + b"\r\n\r\n")
        assert answer.startswith(b"HTTP/1.1 400 ")
        for _ in range(300):
            with service.connect() as client:
                client.sendall(get("/v1/vragen", close=True))
        assert service.get("/healthz")[0] == 200
        assert "Traceback" not in service.log()
