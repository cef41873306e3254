"""The service as it is served: gunicorn in a process of its own, on a free port."""

import os
import signal
import socket
import subprocess
import sys
import time
from contextlib import suppress
from http.client import HTTPConnection
from pathlib import Path

from tests.server.requests import ASSESSMENT, get, post

ROOT = Path(__file__).parents[2]
GUNICORN = [sys.executable, "-m", "gunicorn", "--config", "python:verlof_api.gunicorn_conf", "verlof_api:create_app()"]
START_UP = 60  # seconds, on a machine that is busy with other tests
JSON = {"Content-Type": "application/json"}


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def resident(pid: int) -> int:
    """Memory of a process in bytes."""
    return int(Path(f"/proc/{pid}/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")


class Service:
    """`stdout`: where its log goes, when that is not a file in `folder`; the rest goes to `Popen`."""

    def __init__(self, folder: Path, *, workers: int = 1, environ=None, command=GUNICORN, stdout=None, **popen) -> None:
        self.port = free_port()
        self.log_file = folder / "log"
        self._log = self.log_file.open("ab")
        self.process = subprocess.Popen(
            command,
            env={
                **os.environ,
                "PORT": str(self.port),
                "WEB_CONCURRENCY": str(workers),
                "HOME": str(folder),
                **(environ or {}),
            },
            stdout=stdout or self._log,
            stderr=self._log,
            cwd=ROOT,
            **popen,
        )
        self._wait(workers)

    def _wait(self, workers: int) -> None:
        until = time.monotonic() + START_UP
        while time.monotonic() < until and self.process.poll() is None:
            with suppress(OSError):
                if self.get("/readyz")[0] == 200 and len(self.workers()) == workers:
                    return
            time.sleep(0.1)
        raise RuntimeError(f"the service did not start:\n{self.log()}")

    def __enter__(self) -> "Service":
        return self

    def __exit__(self, *failure: object) -> None:
        self.stop()

    def log(self) -> str:
        return self.log_file.read_text("utf-8")

    # --- asking --------------------------------------------------------------------------------

    def get(self, path: str) -> tuple[int, bytes]:
        return self.send("GET", path)

    def post(self, body: bytes, headers: dict[str, str] | None = None) -> tuple[int, bytes]:
        return self.send("POST", "/v1/beoordelingen", body, {**JSON, **(headers or {})})

    def send(self, method: str, path: str, body: bytes | None = None, headers: dict[str, str] | None = None):
        connection = HTTPConnection("127.0.0.1", self.port, timeout=30)
        with suppress(BrokenPipeError, ConnectionResetError):  # answered before everything was read
            connection.request(method, path, body, headers or {})
        answer = connection.getresponse()
        try:
            return answer.status, answer.read()
        finally:
            connection.close()

    def connect(self, timeout: float = 30) -> socket.socket:
        return socket.create_connection(("127.0.0.1", self.port), timeout)

    def raw(self, data: bytes) -> bytes:
        """Everything that comes back, until the server closes."""
        with self.connect() as connection:
            connection.sendall(data)
            connection.shutdown(socket.SHUT_WR)
            return connection.makefile("rb").read()

    def probes(self, seconds: float) -> list[float]:
        """How long /healthz and an assessment take, in turns, each on a connection of its own; every answer is 200."""
        taken = []
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            for data in (get("/healthz", close=True), post(ASSESSMENT, close=True)):
                start = time.monotonic()
                answer = self.raw(data)
                taken.append(time.monotonic() - start)
                assert answer.startswith(b"HTTP/1.1 200 "), answer[:100]
            time.sleep(0.1)
        return taken

    # --- looking at its processes --------------------------------------------------------------

    def workers(self) -> list[int]:
        children = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children")
        return [int(pid) for pid in children.read_text().split()]

    def memory(self) -> int:
        """Resident memory of the worker in bytes; of several, the largest."""
        return max(map(resident, self.workers()))

    def stop(self) -> None:
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
            try:
                self.process.wait(timeout=40)
            finally:
                self.process.kill()
        self._log.close()
