"""Limits that are counted in Redis: one count for all processes, and no refusals while Redis is away."""

import json
import socket
import subprocess
import sys
import time
from contextlib import suppress

import pytest
import redis as redis_library

from verlof_api.web import limits
from verlof_api.web.figures import registry_of

HERE = "198.51.100.7"
SECRET = "een geheim van ten minste 32 tekens"


class Redis:
    """A server of the tests' own, which keeps nothing on disk."""

    def __init__(self, folder) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.folder = folder
        self.address = f"redis://127.0.0.1:{self.port}/0"
        self.client = redis_library.Redis(port=self.port)
        self.start()

    def start(self) -> None:
        where = ["--port", str(self.port), "--bind", "127.0.0.1", "--dir", str(self.folder)]
        self.process = subprocess.Popen(
            ["redis-server", *where, "--save", "", "--appendonly", "no"], stdout=subprocess.DEVNULL
        )
        until = time.monotonic() + 30
        while time.monotonic() < until:
            with suppress(redis_library.ConnectionError):
                self.client.ping()
                return
            time.sleep(0.05)
        raise RuntimeError("redis-server did not start")

    def stop(self) -> None:
        self.process.terminate()
        self.process.wait(timeout=30)


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    server = Redis(tmp_path_factory.mktemp("redis"))
    yield server
    server.stop()


@pytest.fixture
def redis(server):
    server.client.flushall()
    return server


@pytest.fixture(scope="module")
def app(make_app, server):
    return make_app(LIMIET="2/60", LIMIET_OPSLAG=server.address, LIMIET_GEHEIM=SECRET)


def ask(app, path="/v1/vragen"):
    return app.test_client().get(path, environ_overrides={"REMOTE_ADDR": HERE})


def test_all_machines_together_count_one_caller_when_they_share_a_secret(make_app, app, redis):
    other = make_app(LIMIET="2/60", LIMIET_OPSLAG=redis.address, LIMIET_GEHEIM=SECRET)
    answers = [ask(each) for each in (app, other, app, other)]
    assert [answer.status_code for answer in answers] == [200, 200, 429, 429]
    assert [answer.headers["RateLimit"].split(";")[1] for answer in answers] == ["r=1", "r=0", "r=0", "r=0"]
    assert all(1 <= int(answer.headers["Retry-After"]) <= 60 for answer in answers[2:])


def test_redis_never_learns_who_called_and_forgets_everything_after_the_window(app, redis):
    ask(app)
    (name,) = redis.client.keys()
    assert HERE not in name.decode()
    assert redis.client.get(name) == b"1"
    assert 0 < redis.client.ttl(name) <= 60


@pytest.fixture
def no_pause(monkeypatch):
    """Redis is asked again at every request."""
    monkeypatch.setattr(limits, "PAUSE", 0.0)


def warnings(capfd):
    lines = map(json.loads, capfd.readouterr().out.splitlines())
    return [line["melding"] for line in lines if line["niveau"] == "warning"]


def test_while_redis_is_away_nobody_is_refused_and_the_log_says_so_once(app, redis, no_pause, capfd):
    assert [ask(app).status_code for _ in range(3)] == [200, 200, 429]
    redis.stop()
    answers = [ask(app) for _ in range(4)]
    assert [answer.status_code for answer in answers] == [200] * 4
    assert not any("RateLimit" in answer.headers for answer in answers)
    redis.start()
    answers = [ask(app) for _ in range(3)]
    assert [answer.status_code for answer in answers] == [200, 200, 429]
    assert warnings(capfd) == [limits.AWAY, limits.BACK]


def test_a_redis_that_hangs_is_left_alone_for_a_while(make_app, capfd):
    """Who listens and says nothing holds up one request; those that follow it do not even try."""
    with socket.create_server(("127.0.0.1", 0)) as silent:
        app = make_app(LIMIET="1/60", LIMIET_OPSLAG=f"redis://127.0.0.1:{silent.getsockname()[1]}")
        assert [ask(app).status_code for _ in range(5)] == [200] * 5
        silent.setblocking(False)
        silent.accept()[0].close()
        with pytest.raises(BlockingIOError):
            silent.accept()
    assert warnings(capfd) == [limits.AWAY]


def test_requests_that_were_not_counted_are_measured(make_app):
    with socket.socket() as nobody:
        nobody.bind(("127.0.0.1", 0))
        address = f"redis://127.0.0.1:{nobody.getsockname()[1]}"
        app = make_app(LIMIET="1/60", LIMIET_OPSLAG=address, METRICS_PORT=9100)
        assert [ask(app).status_code for _ in range(3)] == [200] * 3
    registry = registry_of(app.extensions["verlof_api"].metrics)
    assert registry.get_sample_value("verlof_limiet_ongeteld_total") == 3


def test_a_password_that_redis_refuses_is_not_in_the_log(make_app, redis, capfd):
    address = redis.address.replace("//", "//wie:geheim@")
    assert ask(make_app(LIMIET="1/60", LIMIET_OPSLAG=address)).status_code == 200
    assert "geheim" not in "".join(capfd.readouterr())


def test_the_service_starts_while_redis_is_away(make_app):
    with socket.socket() as nobody:
        nobody.bind(("127.0.0.1", 0))
        app = make_app(LIMIET="1/60", LIMIET_OPSLAG=f"redis://127.0.0.1:{nobody.getsockname()[1]}")
        assert ask(app, "/readyz").status_code == 200
        assert ask(app).status_code == 200


def test_without_the_library_for_redis_the_start_stops_and_says_what_to_install(make_app, monkeypatch, capfd):
    monkeypatch.setitem(sys.modules, "redis", None)  # so that importing it fails
    with pytest.raises(SystemExit):
        make_app(LIMIET="1/60", LIMIET_OPSLAG="redis://127.0.0.1:1")
    assert "verlof-api[redis]" in capfd.readouterr().err
