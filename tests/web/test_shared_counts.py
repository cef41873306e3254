"""Counts that several processes keep together."""

import os
from threading import Thread

from verlof_api.web.shared_counts import SharedCounts


def in_a_process(work):
    """Do it in a forked process, and wait for that to end."""
    pid = os.fork()
    if not pid:
        work()
        os._exit(0)
    assert os.waitpid(pid, 0)[1] == 0


def test_what_every_process_counted_is_added_up_after_it_died():
    counts = SharedCounts(2, rows=3)
    counts.add([(0, 1)])
    for _ in range(20):  # more than there are rows: a row that was left is used again, and goes on
        in_a_process(lambda: counts.add([(0, 1), (1, 0.5)]))
    assert counts.totals() == [21, 10]


def test_processes_that_live_together_each_have_a_row_and_one_too_many_goes_uncounted():
    counts = SharedCounts(1, rows=3)
    counted, done = os.pipe(), os.pipe()
    children = []
    for _ in range(4):
        pid = os.fork()
        if not pid:
            counts.add([(0, 1)])
            os.write(counted[1], b".")
            os.read(done[0], 1)
            os._exit(0)
        children.append(pid)
        os.read(counted[0], 1)
    assert counts.totals() == [2]  # the first row is that of this process
    os.write(done[1], b"....")
    assert [os.waitpid(pid, 0)[1] for pid in children] == [0, 0, 0, 0]
    in_a_process(lambda: counts.add([(0, 1)]))
    assert counts.totals() == [3]


def test_threads_lose_nothing():
    counts = SharedCounts(1, rows=1)
    threads = [Thread(target=lambda: [counts.add([(0, 1)]) for _ in range(5000)]) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert counts.totals() == [20_000]
