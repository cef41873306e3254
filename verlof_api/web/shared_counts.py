"""Counts that several processes keep together.

The memory is made before the server forks its workers, and belongs to no file: prometheus-client's own way, a file per
process, kills a worker with SIGBUS as soon as the file system of those files is full, and leaves a file behind for
every worker that ever was. Each process adds in a row of its own, so that none waits for another; a row that its
process left goes on counting for the next one.
"""

import mmap
import os
from collections.abc import Iterable
from threading import Lock
from typing import Final

_WIDTH: Final = 8  # bytes of a count (a double) and of a process id
_FREE: Final = 0
_TAKEN: Final = -1  # by a process that is being made, and has no id yet


class SharedCounts:
    """
    `size` counts, each the total of all processes that were forked from the one that made this.

    rows: how many processes can count at the same time; one more than that goes uncounted.
    """

    def __init__(self, size: int, rows: int) -> None:
        self._size, self._rows = size, rows
        self._counts = memoryview(mmap.mmap(-1, rows * size * _WIDTH)).cast("d")
        self._owners = memoryview(mmap.mmap(-1, rows * _WIDTH)).cast("q")
        self._owners[0] = os.getpid()
        self._row: int | None = 0
        self._next: int | None = None
        self._lock = Lock()
        os.register_at_fork(before=self._set_aside, after_in_child=self._move_in)

    def add(self, changes: Iterable[tuple[int, float]]) -> None:
        """Add to some counts: pairs of which one and how much."""
        if self._row is None:
            return
        start = self._row * self._size
        with self._lock:  # between the threads of this process
            for which, much in changes:
                self._counts[start + which] += much

    def totals(self) -> list[float]:
        """Every count, over all processes."""
        counts = self._counts.tolist()
        return [sum(counts[which :: self._size]) for which in range(self._size)]

    def _set_aside(self) -> None:
        self._next = next((row for row in range(self._rows) if not _lives(self._owners[row])), None)
        if self._next is not None:
            self._owners[self._next] = _TAKEN

    def _move_in(self) -> None:
        self._row, self._lock = self._next, Lock()
        if self._row is not None:
            self._owners[self._row] = os.getpid()


def _lives(owner: int) -> bool:
    if owner in (_FREE, _TAKEN):
        return owner == _TAKEN
    try:
        os.kill(owner, 0)
    except ProcessLookupError:
        return False
    except PermissionError:  # somebody else's: at least the number is in use
        return True
    return True
