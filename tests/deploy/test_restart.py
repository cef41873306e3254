"""deploy/systemd: systemd holds the socket, so that a restart turns nobody away."""

import os
import signal
import socket
import subprocess
from http.client import HTTPConnection
from pathlib import Path

import pytest

from tests.deploy.conftest import APPLICATION, GUNICORN, ROOT

START_UP = 60  # seconds, on a machine that is busy with other tests


class Systemd:
    """As much of it as Type=notify and a socket unit are: the listening socket, and a word when the start is done."""

    def __init__(self, folder: Path) -> None:
        self.listener = socket.create_server(("127.0.0.1", 0))
        self._ready = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        self._ready.bind(str(folder / "notify"))
        self._ready.settimeout(START_UP)
        self._environ = {**os.environ, "LISTEN_FDS": "1", "NOTIFY_SOCKET": str(folder / "notify")}

    def start(self) -> subprocess.Popen[bytes]:
        """The service with the socket as file 3, which is where systemd puts it (sd_listen_fds(3))."""
        with_socket = f'exec 3<&{self.listener.fileno()}; LISTEN_PID=$$ exec "$0" "$@"'
        return subprocess.Popen(
            ["/bin/bash", "-c", with_socket, *GUNICORN, APPLICATION],
            cwd=ROOT,
            env=self._environ,
            pass_fds=[self.listener.fileno()],
            stdout=subprocess.DEVNULL,
        )

    def told(self) -> str:
        return self._ready.recv(1000).decode()

    def close(self) -> None:
        self.listener.close()
        self._ready.close()


@pytest.fixture
def systemd(tmp_path):
    systemd = Systemd(tmp_path)
    yield systemd
    systemd.close()


def test_who_calls_while_the_service_restarts_waits_and_is_answered(systemd):
    first = systemd.start()
    assert "READY=1" in systemd.told()
    first.send_signal(signal.SIGTERM)
    assert first.wait(timeout=60) == 0

    connection = HTTPConnection("127.0.0.1", systemd.listener.getsockname()[1], timeout=START_UP)
    connection.request("GET", "/readyz")  # nobody is there yet
    second = systemd.start()
    try:
        assert connection.getresponse().status == 200
    finally:
        connection.close()
        second.send_signal(signal.SIGTERM)
        second.wait(timeout=60)
