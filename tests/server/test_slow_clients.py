"""500 clients that are slow, silent or unwilling, and everybody else is answered as if they were not there."""

import subprocess
import sys
import time

import pytest

from tests.server.attackers import KINDS
from tests.server.service import ROOT, Service

COUNT = 500
ARRIVING = 1.5  # seconds
PROBING = 3  # seconds


@pytest.fixture(scope="module")
def service(tmp_path_factory):
    with Service(tmp_path_factory.mktemp("slow"), workers=2, environ={"VERLOF_ACCESS_LOG": "0"}) as service:
        yield service


@pytest.mark.parametrize("kind", KINDS)
def test_others_are_answered_within_a_second_beside_500_who(service, kind):
    workers = service.workers()
    command = [sys.executable, "-m", "tests.server.attackers", kind, service.port, COUNT, ARRIVING + PROBING + 1]
    with subprocess.Popen(list(map(str, command)), cwd=ROOT, stdout=subprocess.PIPE, text=True) as attack:
        time.sleep(ARRIVING)
        taken = service.probes(PROBING)
        connected = int(attack.communicate()[0].split()[-2])
    assert connected >= COUNT
    assert len(taken) >= 2 * PROBING
    assert max(taken) < 1
    assert service.workers() == workers
    assert service.memory() < 256 * 2**20
