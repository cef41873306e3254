"""Who has to go, and in which order, with a clock and connections of our own."""

from collections import Counter

import pytest

from verlof_api.server.connection import Limits, State
from verlof_api.server.crowd import MAX_UNSENT, Crowd

LIMITS = Limits(line=4094, fields=100, field_size=8190, body=65536, connections=3)


class Client:
    """Stands in for a connection: the crowd only looks at these."""

    def __init__(self, name, state, *, since=0.0, deadline=None, unsent=0):
        self.name, self.state, self.since, self.deadline = name, state, since, deadline
        self._unsent = unsent
        self.told = Counter()

    def overdue(self):
        self.told["overdue"] += 1

    def abort(self):
        self.told["abort"] += 1

    def stop(self, seconds):
        self.told[f"stop in {seconds}"] += 1

    def unsent(self):
        return self._unsent


@pytest.fixture
def crowd_of():
    def crowd_of(*clients, now=100.0):
        crowd = Crowd(LIMITS, lambda: now, work=lambda *_, **__: None, refuse=lambda *_: None)
        for client in clients:
            crowd.join(client)
        return crowd

    return crowd_of


def test_only_who_took_too_long_is_told_so(crowd_of):
    late = Client("late", State.READING, deadline=99.9)
    in_time = Client("in time", State.READING, deadline=100.1)
    working = Client("working", State.WORKING)
    crowd_of(late, in_time, working).end_overdue()
    assert [client.told["overdue"] for client in (late, in_time, working)] == [1, 0, 0]


def test_room_is_made_of_whoever_is_hurt_least(crowd_of):
    clients = [
        Client("reading", State.READING),
        Client("working", State.WORKING),
        Client("idle", State.IDLE),
        Client("writing", State.WRITING),
        Client("lingering", State.LINGERING),
        Client("reading too", State.READING),
    ]
    crowd = crowd_of(*clients)
    gone = []
    while crowd.make_room():
        gone += [client.name for client in clients if client.told["abort"] and client.name not in gone]
    assert gone == ["lingering", "idle", "reading", "reading too", "writing"]
    assert len(crowd) == 1


def test_what_slow_readers_leave_is_bounded_and_who_read_longest_goes_first(crowd_of):
    third = MAX_UNSENT // 3
    readers = [Client(n, State.WRITING, since=-n, unsent=third) for n in range(5)]
    crowd_of(*readers).hold_unsent()
    assert [reader.told["abort"] for reader in readers] == [0, 0, 0, 1, 1]


def test_who_reads_along_goes_free(crowd_of):
    reader = Client("reader", State.WRITING, unsent=MAX_UNSENT)
    crowd_of(reader).hold_unsent()
    assert not reader.told


def test_at_a_stop_everyone_is_told(crowd_of):
    clients = [Client(state.name, state) for state in State]
    crowd_of(*clients).stop(2)
    assert all(client.told == {"stop in 2": 1} for client in clients)


def test_who_left_is_not_counted_and_may_leave_again(crowd_of):
    client = Client("gone", State.IDLE)
    crowd = crowd_of(client)
    crowd.leave(client)
    crowd.leave(client)
    assert len(crowd) == 0
    assert not crowd.make_room()
