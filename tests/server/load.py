"""Honest clients that ask without end, and count what they get."""

import threading
import time
from collections import Counter

from tests.server.requests import ASSESSMENT, post
from tests.server.service import Service

ONE = (post(ASSESSMENT, close=True),)
PATIENCE = 30  # seconds; whoever waits longer counts as lost


def until(found, seconds=30.0):
    """Wait until `found()` is true, and give what it found."""
    end = time.monotonic() + seconds
    while not (what := found()):
        assert time.monotonic() < end
        time.sleep(0.05)
    return what


class Load:
    """Clients that ask the same in turns, each time on a new connection, until told to stop.

    answered: how many got the answer that the first one got; lost: asked and not answered; refused: not connected, so
    nothing was asked; wrong: other answers, by status; slowest: seconds.
    """

    def __init__(self, service: Service, clients: int = 4, asked=ONE) -> None:
        self._service = service
        self._asked = asked
        self._first: dict[bytes, bytes] = {}
        self._going = True
        self.answered = self.refused = self.lost = 0
        self.wrong: Counter[bytes] = Counter()
        self.slowest = 0.0
        self._threads = [threading.Thread(target=self._ask, args=(number,)) for number in range(clients)]

    def __enter__(self) -> "Load":
        for thread in self._threads:
            thread.start()
        return self

    def __exit__(self, *failure: object) -> None:
        self.stop()

    def stop(self) -> None:
        self._going = False
        for thread in self._threads:
            thread.join()

    def more(self, count: int = 30) -> None:
        """Wait until so many more were answered."""
        least = self.answered + count
        until(lambda: self.answered >= least)

    def _ask(self, turn: int) -> None:
        while self._going:
            turn += 1
            request = self._asked[turn % len(self._asked)]
            start = time.monotonic()
            try:
                connection = self._service.connect(PATIENCE)
            except OSError:
                self.refused += 1
                time.sleep(0.05)
                continue
            with connection:
                self._count(request, _answer(connection, request))
            self.slowest = max(self.slowest, time.monotonic() - start)

    def _count(self, request: bytes, answer: bytes) -> None:
        head, _, body = answer.partition(b"\r\n\r\n")
        if not answer:
            self.lost += 1
        elif not head.startswith(b"HTTP/1.1 200 ") or self._first.setdefault(request, body) != body:
            self.wrong[head[:16]] += 1
        else:
            self.answered += 1


def _answer(connection, request: bytes) -> bytes:
    try:
        connection.sendall(request)
        return connection.makefile("rb").read()
    except OSError:
        return b""
