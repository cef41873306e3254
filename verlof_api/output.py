"""Standard output, where the log goes: written to without ever waiting for whoever reads it.

A reader that stops (a full pipe, a terminal that was halted) would stop every thread and every worker that has a line
to write. So a line that cannot be written at once is dropped and counted, and the next one that can tells how many.

The descriptor itself stays as it was made: others write to it too, and its flags are theirs as well. A pipe or a
terminal is opened once more, a socket is asked not to wait, and a file never makes anyone wait.
"""

import os
import socket
import stat
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime
from threading import Lock
from typing import Final

import orjson

STANDARD_OUTPUT: Final = 1

Line = dict[str, object]


class Output:
    """One descriptor. `on_drop` is told how many lines were dropped, each time."""

    def __init__(self, descriptor: int) -> None:
        self._descriptor = descriptor
        self._seen: tuple[int, int] | None = None
        self._send: Callable[[bytes], int]
        self._counting = Lock()
        self._untold = 0
        self.on_drop: Callable[[int], object] = lambda count: None

    def line(self, line: Line) -> None:
        """One line of JSON, in one system call: lines of several threads and processes do not mix."""
        if self._untold:
            self._tell()
        if not self._written(line):
            with self._counting:
                self._untold += 1
            self.on_drop(1)

    def _tell(self) -> None:
        """How many lines are not here, in their place."""
        with self._counting:
            if self._untold and self._written({"tijd": now(), "niveau": "warning", "regelsWeg": self._untold}):
                self._untold = 0

    def _written(self, line: Line) -> bool:
        with suppress(OSError):  # full, closed or broken: no reason not to answer
            self._look()
            self._send(orjson.dumps(line, option=orjson.OPT_APPEND_NEWLINE))
            return True
        return False

    def _look(self) -> None:
        """Open it again where something else stands behind the descriptor than before."""
        there = os.fstat(self._descriptor)
        if self._seen != (there.st_dev, there.st_ino):
            self._send = self._sender(there.st_mode)
            self._seen = there.st_dev, there.st_ino

    def _sender(self, mode: int) -> Callable[[bytes], int]:
        if stat.S_ISSOCK(mode):
            twin = socket.socket(fileno=os.dup(self._descriptor))
            return lambda data: twin.send(data, socket.MSG_DONTWAIT)
        target = self._descriptor
        if stat.S_ISFIFO(mode) or stat.S_ISCHR(mode):
            try:
                target = os.open(f"/proc/self/fd/{target}", os.O_WRONLY | os.O_NONBLOCK | os.O_CLOEXEC | os.O_NOCTTY)
            except OSError:  # somebody else's, as when a service gave up its rights: then the flag is set for all
                os.set_blocking(target, False)
        return lambda data: os.write(target, data)


def now() -> str:
    """The time of a line (RFC 3339)."""
    return datetime.now(UTC).isoformat(timespec="milliseconds")


log: Final = Output(STANDARD_OUTPUT)
