"""The command in a terminal that does not speak UTF-8."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

VERLOF = Path(sys.executable).with_name("verlof")
SITUATION = {
    "peildatum": "2026-11-22",
    "verlofsoorten": ["wazo.geboorteverlof"],
    "feiten": {
        "arbeidsrelatie": "werknemer",
        "urenPerWeek": 32,
        "rolBijKind": "andere-ouder",
        "relatieTotMoeder": "gehuwd",
        "geboortedatumKind": "2026-11-01",
    },
}
NO_UTF_8 = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}


def run(environ, *arguments, typed=b""):
    return subprocess.run(
        [VERLOF, *arguments],
        input=typed,
        env={**os.environ, **environ},
        capture_output=True,
        timeout=60,
        check=False,
    )


@pytest.mark.parametrize(
    "environ", [{"PYTHONIOENCODING": "ascii"}, {"PYTHONIOENCODING": "latin-1"}, NO_UTF_8], ids=["ascii", "latin-1", "C"]
)
def test_a_card_is_shown_with_the_nearest_characters(environ):
    done = run(environ, "beoordeel", "-", typed=json.dumps(SITUATION).encode())
    assert (done.returncode, done.stderr) == (0, b"")
    assert b"+ " in done.stdout
    assert b"\xe2\x9c\x93" not in done.stdout


def test_a_marked_condition_that_is_met_does_not_look_like_one_that_is_not():
    refused = {**SITUATION, "feiten": {**SITUATION["feiten"], "geboortedatumKind": "2026-06-01"}}
    met, not_met = (
        run(NO_UTF_8, "beoordeel", "-", typed=json.dumps(each).encode()).stdout for each in (SITUATION, refused)
    )
    assert (b"| + " in met, b"| x " in met) == (True, False)
    assert b"| x " in not_met


def test_words_typed_in_another_encoding_are_looked_up_as_far_as_they_can_be_read():
    done = run(NO_UTF_8, "vraag", typed="mijn baby is geboren, hoera \xe9\xe9n\nstop\n".encode("latin-1"))
    assert done.returncode == 0
    assert done.stderr == b""


def test_an_error_is_said_in_such_a_terminal_too():
    done = run(NO_UTF_8, "beoordeel", "-", typed=b'{"feiten": {"urenPerWeek": -1}}')
    assert done.returncode == 1
    assert b"feiten.urenPerWeek" in done.stderr
    assert b"Traceback" not in done.stderr
