"""The log is written without waiting for its reader, whatever stands behind the descriptor."""

import json
import os
import socket

import pytest

from verlof_api.output import Output

LINE = {"regel": "x" * 100}


@pytest.fixture
def pipe():
    reading, writing = os.pipe()
    yield reading, writing
    os.close(reading)
    os.close(writing)


def fill(output, dropped):
    """Write until lines are dropped; how many were written."""
    output.on_drop = dropped.append
    written = 0
    while not dropped:
        output.line(LINE)
        written += 1
    return written - 1


def test_a_full_pipe_drops_lines_counts_them_and_tells_in_the_next_line(pipe):
    reading, writing = pipe
    output, dropped = Output(writing), []
    written = fill(output, dropped)
    for _ in range(4):
        output.line(LINE)
    received = os.read(reading, 1 << 20)
    output.line(LINE)
    received += os.read(reading, 1 << 20)
    lines = [json.loads(line) for line in received.splitlines()]
    assert sum(dropped) == sum(line.get("regelsWeg", 0) for line in lines)
    assert lines.count(LINE) + sum(dropped) == written + 1 + 4 + 1


def test_the_pipe_itself_waits_for_others_as_before(pipe):
    Output(pipe[1]).line(LINE)
    assert os.get_blocking(pipe[1])


def test_a_full_socket_drops_lines_too():
    ours, theirs = socket.socketpair()
    with ours, theirs:
        dropped = []
        assert fill(Output(ours.fileno()), dropped) > 0
        assert ours.getblocking()


def test_a_file_gets_every_line_at_its_end(tmp_path):
    with (tmp_path / "log").open("ab") as file:
        file.write(b"{}\n")
        file.flush()
        Output(file.fileno()).line(LINE)
    assert [json.loads(line) for line in (tmp_path / "log").read_bytes().splitlines()] == [{}, LINE]


def test_what_stands_behind_the_descriptor_may_change(tmp_path, pipe):
    reading, writing = pipe
    output = Output(writing)
    output.line(LINE)
    with (tmp_path / "log").open("ab") as file:
        os.dup2(file.fileno(), writing)
        output.line(LINE)
    assert json.loads((tmp_path / "log").read_bytes()) == json.loads(os.read(reading, 1 << 20)) == LINE


def test_a_descriptor_that_is_gone_drops_lines():
    reading, writing = os.pipe()
    output, dropped = Output(writing), []
    os.close(reading)
    output.on_drop = dropped.append
    output.line(LINE)
    os.close(writing)
    output.line(LINE)
    assert dropped == [1, 1]
