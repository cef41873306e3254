"""Twenty minutes of everything at once: `make soak`, or `python -m tests.server.soak --minutes 2`.

Honest clients ask, slow and hostile ones hinder, workers are killed and reloaded; in the first half nothing is killed,
so that the memory of a worker can be followed. Ends with exit code 1 when something was lost that need not be, when an
answer differed from the first one to the same question, or when a worker grew.
"""

import argparse
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from contextlib import suppress
from itertools import cycle
from pathlib import Path

from tests.server.attackers import KINDS
from tests.server.load import Load
from tests.server.requests import ASSESSMENT, get, post
from tests.server.service import ROOT, Service, resident

CLIENTS = 6
ATTACKERS = 150
BREATH = 1  # seconds between two looks
GROWTH = 4 * 2**20  # bytes above the most of the first quarter: what is kept has bounds, and fills late
MIB = 2**20

ASKED = (
    *(post(ASSESSMENT.replace(b"32", b"%d" % hours), close=True) for hours in range(8, 40)),
    post(b'{"peildatum": "2026-11-22", "feiten": {"arbeidsrelatie": "werknemer"}}', close=True),
    *(
        get(path, close=True)
        for path in ("/healthz", "/readyz", "/v1/vragen?", "/v1/verlofsoorten?peildatum=2026-11-22")
    ),
)


class Soak:
    """`minutes`: how long; the second half with kills and reloads."""

    def __init__(self, minutes: float) -> None:
        self._end = time.monotonic() + minutes * 60
        self._calm = time.monotonic() + minutes * 30
        self._settled = time.monotonic() + minutes * 15
        self._kinds = cycle(KINDS)  # one after the other, each once in every quarter
        self._each = minutes * 15 / len(KINDS)
        self._chance = random.Random(20261130)
        self._settled_at: dict[int, int] = {}
        self.grown = 0
        self.kills = self.reloads = 0

    def run(self, service: Service) -> int:
        """The exit code."""
        with Load(service, CLIENTS, ASKED) as load:
            attack = self._attack(service)
            while time.monotonic() < self._end:
                time.sleep(BREATH)
                if attack.poll() is not None:
                    attack = self._attack(service)
                if time.monotonic() < self._calm:
                    self._measure(service)
                elif self._chance.random() < 1 / 8:
                    self._hurt(service)
            attack.terminate()
            attack.wait()
        return self._report(service, load)

    def _attack(self, service: Service) -> subprocess.Popen[bytes]:
        command = [
            sys.executable,
            "-m",
            "tests.server.attackers",
            next(self._kinds),
            service.port,
            ATTACKERS,
            self._each,
        ]
        return subprocess.Popen([str(part) for part in command], cwd=ROOT, stdout=subprocess.DEVNULL)

    def _measure(self, service: Service) -> None:
        for pid in service.workers():
            memory = resident(pid)
            if time.monotonic() < self._settled:  # the most: some attacks fill the memory while they last
                self._settled_at[pid] = max(memory, self._settled_at.get(pid, 0))
            self.grown = max(self.grown, memory - self._settled_at.get(pid, memory))

    def _hurt(self, service: Service) -> None:
        if self._chance.random() < 1 / 3:
            service.process.send_signal(signal.SIGHUP)
            self.reloads += 1
        elif workers := service.workers():
            with suppress(ProcessLookupError):
                os.kill(self._chance.choice(workers), signal.SIGKILL)
                self.kills += 1

    def _report(self, service: Service, load: Load) -> int:
        whole = service.get("/readyz")[0] == 200
        say(f"answered {load.answered}, slowest {load.slowest:.2f} s; other answers: {dict(load.wrong)}")
        say(f"lost {load.lost} at {self.kills} kills and {self.reloads} reloads; not connected {load.refused}")
        say(f"a worker grew {self.grown / MIB:+.1f} MiB; now {service.memory() / MIB:.0f} MiB; ready: {whole}")
        in_flight = self.kills * CLIENTS
        good = whole and not load.wrong and not load.refused and load.lost <= in_flight and self.grown <= GROWTH
        say("clean" if good else "NOT CLEAN")
        return 0 if good else 1


def say(line: str) -> None:
    sys.stdout.write(f"{line}\n")


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--minutes", type=float, default=20, help="at most 60")
    minutes = min(60, arguments.parse_args().minutes)
    with tempfile.TemporaryDirectory() as folder, Service(Path(folder), workers=2) as service:
        code = Soak(minutes).run(service)
    sys.exit(code)


if __name__ == "__main__":
    main()
