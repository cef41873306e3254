"""The real service and a real nginx with deploy/nginx.conf before it, on free ports of this computer."""

import os
import signal
import socket
import ssl
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.client import HTTPSConnection
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from verlof_api import create_app

ROOT = Path(__file__).parents[2]
NAME = "verlof.example"  # in nginx.conf, until an operator changes it
START_UP = 60  # seconds, on a machine that is busy with other tests
GUNICORN = [str(Path(sys.executable).with_name("gunicorn")), "--config=python:verlof_api.gunicorn_conf"]
APPLICATION = "verlof_api:create_app()"


def free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


def wait_for(port: int, process: subprocess.Popen[bytes], log: Path) -> None:
    """Until something accepts connections there; otherwise what it said."""
    until = time.monotonic() + START_UP
    while time.monotonic() < until and process.poll() is None:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            time.sleep(0.05)
        else:
            return
    raise RuntimeError(f"{process.args} did not start:\n{log.read_text()}")


@contextmanager
def running(command: list[str], log: Path, port: int, **environ: str) -> Iterator[subprocess.Popen[bytes]]:
    with log.open("wb") as out:
        process = subprocess.Popen(
            command, cwd=ROOT, env={**os.environ, **environ}, stdout=out, stderr=subprocess.STDOUT
        )
    try:
        wait_for(port, process, log)
        yield process
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(timeout=60)


class Front:
    """nginx as a caller meets it."""

    def __init__(self, port: int, certificate: Path, log: Path) -> None:
        self.port = port
        self._log = log
        self._context = ssl.create_default_context(cafile=str(certificate))

    def ask(self, method: str, path: str, body: bytes | None = None, headers: dict[str, str] | None = None):
        """Status, headers and body."""
        connection = HTTPSConnection("127.0.0.1", self.port, timeout=30, context=self._context)
        connection.sock = self.open()
        try:
            connection.request(method, path, body, {"Host": NAME, **(headers or {})})
            answer = connection.getresponse()
            return answer.status, answer.headers, answer.read()
        finally:
            connection.close()

    def open(self, name: str = NAME, receive: int | None = None) -> ssl.SSLSocket:
        """A connection with nothing sent yet; the kernel takes in `receive` bytes that nobody reads."""
        return self._context.wrap_socket(self.plain(receive), server_hostname=name)

    def plain(self, receive: int | None = None) -> socket.socket:
        connection = socket.socket()
        connection.settimeout(30)
        if receive:
            connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, receive)
        connection.connect(("127.0.0.1", self.port))
        return connection

    def log(self) -> str:
        return self._log.read_text()


@pytest.fixture(scope="session")
def client() -> FlaskClient:
    return create_app({"ACCESS_LOG": False}).test_client()


@pytest.fixture(scope="session")
def nginx_program() -> str:
    found = subprocess.run([ROOT / "tools" / "system.sh", "nginx"], cwd=ROOT, stdout=subprocess.PIPE, text=True)
    assert found.returncode == 0, "no nginx to be had"
    return found.stdout.strip()


@pytest.fixture(scope="session")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A certificate for NAME that only these tests trust, with its key beside it."""
    folder = tmp_path_factory.mktemp("tls")
    command = (
        f"openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 -subj /CN={NAME} "
        f"-addext subjectAltName=DNS:{NAME} -keyout key.pem -out certificate.pem"
    )
    subprocess.run(command.split(), cwd=folder, check=True, capture_output=True)
    return folder / "certificate.pem"


@pytest.fixture(scope="session")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    """The port of the service itself."""
    port = free_port()
    log = tmp_path_factory.mktemp("service") / "log"
    with running([*GUNICORN, APPLICATION], log, port, PORT=str(port)):
        yield port


@pytest.fixture
def front(nginx_program: str, certificate: Path, tmp_path: Path) -> Iterator[Callable[[int], Front]]:
    """Start nginx before the service at a port: the file as it is, but for the lines that are an operator's to change.

    It tells a little more in its log than it would (level `warn`), which is where it says that it used a disk.
    """
    conf, log = tmp_path / "nginx.conf", tmp_path / "log"
    started: list[subprocess.Popen[bytes]] = []

    def start(upstream: int, level: str = "alert") -> Front:
        port = free_port()
        text = (ROOT / "deploy" / "nginx.conf").read_text("utf-8")
        for old, new, times in (
            ("server verlof-api:8080;", f"server 127.0.0.1:{upstream};", 1),
            # the kernel takes little over, so that what a caller does not read is with nginx
            ("listen 8443 ssl default_server;", f"listen 127.0.0.1:{port} ssl default_server sndbuf=16k;", 1),
            ("listen 8443 ssl;", f"listen 127.0.0.1:{port} ssl;", 1),
            ("/run/secrets/tls_certificate;", f"{certificate};", 1),
            ("/run/secrets/tls_key;", f"{certificate.with_name('key.pem')};", 1),
            ("/tmp/nginx", f"{tmp_path}/nginx", 6),
            ("error_log stderr alert;", f"error_log stderr {level};", 1),
        ):
            assert text.count(old) == times, old
            text = text.replace(old, new)
        conf.write_text(text, "utf-8")
        with log.open("wb") as out:
            command = [nginx_program, "-e", "stderr", "-c", str(conf), "-g", "daemon off;"]
            started.append(subprocess.Popen(command, stdout=out, stderr=subprocess.STDOUT))
        wait_for(port, started[-1], log)
        return Front(port, certificate, log)

    yield start
    for process in started:
        process.send_signal(signal.SIGQUIT)
        process.wait(timeout=60)
