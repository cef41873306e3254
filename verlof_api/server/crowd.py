"""Everyone who is connected to this worker: who took too long, and who goes first when there is no more room."""

from collections.abc import Callable, Iterator
from typing import Final

from verlof_api.server.connection import Connection, Limits, State, Work

MAX_UNSENT: Final = 32 * 1024 * 1024  # bytes of answers that slow readers have not taken, together

# Who may go to make room, the least harmful first. Whose request is being worked on stays.
_EXPENDABLE: Final = (State.LINGERING, State.IDLE, State.READING, State.WRITING)


class Crowd:
    """The connections of one worker. Used in its loop only."""

    def __init__(
        self, limits: Limits, now: Callable[[], float], work: Work, refuse: Callable[[Connection, int], None]
    ) -> None:
        self.limits = limits
        self.now = now
        self.work = work
        self.refuse = refuse
        self._connections: dict[Connection, None] = {}  # in the order in which they came

    def __len__(self) -> int:
        return len(self._connections)

    def join(self, connection: Connection) -> None:
        self._connections[connection] = None

    def leave(self, connection: Connection) -> None:
        self._connections.pop(connection, None)

    def end_overdue(self) -> None:
        """Called a few times a second."""
        now = self.now()
        for connection in list(self._connections):
            if connection.deadline is not None and connection.deadline < now:
                connection.overdue()

    def make_room(self) -> bool:
        """Let one connection go, the one that has been in its state longest; False when all are being worked on."""
        for state in _EXPENDABLE:
            longest = min(self._in(state), key=_since, default=None)
            if longest:
                longest.abort()
                self.leave(longest)  # counts at once
                return True
        return False

    def hold_unsent(self) -> None:
        """Keep what slow readers leave in memory within bounds: who began to read first has had the longest."""
        readers = sorted(self._in(State.WRITING), key=_since)
        total = sum(connection.unsent() for connection in readers)
        for connection in readers:
            if total <= MAX_UNSENT:
                return
            total -= connection.unsent()
            connection.abort()

    def stop(self, seconds: float) -> None:
        """Who is idle, now or after an answer, gets so many seconds to ask once more."""
        for connection in self._connections:
            connection.stop(seconds)

    def _in(self, state: State) -> Iterator[Connection]:
        return (connection for connection in list(self._connections) if connection.state is state)


def _since(connection: Connection) -> float:
    return connection.since
