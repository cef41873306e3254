"""Wrong settings stop the start: the same lines and exit code whichever way the service is started."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
GUNICORN = ["-m", "gunicorn", "--config", "python:verlof_api.gunicorn_conf", "verlof_api:create_app()"]
SERVE = [str(Path(sys.executable).with_name("verlof")), "serve"]
WRONG = {"PORT": "99999", "WEB_CONCURRENCY": "0", "VERLOF_CORS_ORIGINS": "https://a.example/", "VERLOF_ACCES_LOG": "0"}
LINES = [
    "VERLOF_ACCES_LOG bestaat niet. Bedoel je VERLOF_ACCESS_LOG?",
    "PORT: '99999' kan niet. Wel: een heel getal van 1 tot en met 65535.",
    "WEB_CONCURRENCY: '0' kan niet. Wel: een heel getal van 1 tot en met 256.",
    "VERLOF_CORS_ORIGINS: 'https://a.example/' kan niet: na de naam komt niets meer. Schrijf https://a.example",
]


def start(arguments, **environ):
    """The exit code, and what was written."""
    done = subprocess.run(
        [sys.executable, *arguments],
        env={**os.environ, **environ},
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=60,
    )
    return done.returncode, (done.stdout + done.stderr).splitlines()


@pytest.mark.parametrize("arguments", [GUNICORN, SERVE])
def test_wrong_settings_stop_the_start_with_a_line_each(arguments):
    assert start(arguments, **WRONG) == (2, LINES)


@pytest.mark.parametrize("port", ["99999", "x"])
def test_a_wrong_port_on_the_command_line_is_told_like_a_wrong_setting(port):
    code, lines = start([*SERVE, "--port", port], PORT="8080")
    assert (code, lines) == (2, [f"PORT: '{port}' kan niet. Wel: een heel getal van 1 tot en met 65535."])


@pytest.mark.parametrize(("arguments", "environ"), [([], "taken"), (["--port", "taken"], "8080")])
def test_the_port_of_serve_is_that_of_the_command_line_or_else_of_the_environment(taken_port, arguments, environ):
    """A port that is taken is named, so that the test has no service to stop."""
    arguments = [each.replace("taken", taken_port) for each in arguments]
    code, lines = start([*SERVE, *arguments], PORT=environ.replace("taken", taken_port))
    assert code == 1
    assert lines[0].startswith(f"Port {taken_port} is taken.")


def test_an_address_that_is_not_of_this_computer_is_told_in_one_line():
    code, lines = start(SERVE, VERLOF_HOST="192.0.2.1")
    assert code == 2
    (line,) = lines
    assert line.startswith("VERLOF_HOST en PORT: op 192.0.2.1:8080 kan de dienst niet luisteren")
