"""Keys: who runs the service makes them and takes them back, and reads what is wrong with the file."""

import os
from datetime import date
from itertools import count

import pytest
from click.testing import CliRunner

from verlof_api.cli import main
from verlof_api.keys import Key, KeyFile, KeysError, line_for, new_key, parse

HASH = "a" * 64


def ignored():
    """For who does not look at files that cannot be read."""


@pytest.fixture
def file(tmp_path):
    return tmp_path / "sleutels"


SECONDS = count(1_700_000_000)


def write(file, text):
    """Each time a second later, so that a change is one however coarse the clock of the disk is."""
    file.write_text(text, "utf-8")
    os.utime(file, (next(SECONDS),) * 2)


def test_a_key_that_is_made_is_found_by_its_line_and_another_is_not(file):
    key = new_key()
    write(file, line_for("gemeente-zuid", key))
    keys = KeyFile(file, ignored)
    assert keys.find(key) == Key("gemeente-zuid")
    assert [keys.find(other) for other in ("", key[:-1], key + "x", new_key(), "é\x00")] == [None] * 5


def test_a_key_is_256_bits_and_never_the_same():
    assert len({new_key() for _ in range(100)}) == 100
    assert {len(new_key()) for _ in range(100)} == {len("verlof_") + 43}


def test_the_file_does_not_hold_the_key(file):
    key = new_key()
    assert key.removeprefix("verlof_") not in line_for("klant", key)


@pytest.mark.parametrize(
    ("end", "works"),
    [("", True), ("tot=2026-11-22", True), ("tot=2026-11-21", False), ("ingetrokken", False)],
)
def test_a_key_works_until_and_on_its_last_day_and_not_when_it_was_taken_back(end, works):
    keys = parse(f"# sleutels\n\nklant sha256:{HASH} {end}  # voor de proef\n", "sleutels")
    assert keys[HASH].works_on(date(2026, 11, 22)) is works


def test_two_lines_may_share_a_name_so_that_a_caller_can_change_keys(file):
    old, new = new_key(), new_key()
    write(file, f"{line_for('klant', old, date(2026, 12, 1))}\n{line_for('klant', new)}\n")
    keys = KeyFile(file, ignored)
    assert [keys.find(key).name for key in (old, new)] == ["klant", "klant"]


@pytest.mark.parametrize(
    ("line", "what"),
    [
        ("klant", "een regel is"),
        (f"sha256:{HASH}", "een regel is"),
        (f"Klant sha256:{HASH}", "een regel is"),
        (f"klant {HASH}", "een regel is"),
        (f"klant sha256:{HASH[1:]}", "een regel is"),
        (f"klant md5:{HASH}", "een regel is"),
        (f"klant sha256:{HASH} tot=morgen", "na de hash kan alleen"),
        (f"klant sha256:{HASH} tot=2026-02-30", "die dag bestaat niet"),
        (f"klant sha256:{HASH} tot=2026-02-01 ingetrokken", "na de hash kan alleen"),
        (f"ander sha256:{HASH}\nklant sha256:{HASH}", "deze hash staat er al"),
    ],
)
def test_what_is_wrong_in_the_file_is_said_with_its_place_and_without_repeating_it(line, what):
    with pytest.raises(KeysError) as wrong:
        parse(f"eerste sha256:{'b' * 64}\n{line}\nverlof_geheim\n", "sleutels")
    *first, last = str(wrong.value).splitlines()
    assert first == [f"sleutels:{1 + len(line.splitlines())}: {first[0].split(': ', 1)[1]}"]
    assert what in first[0]
    assert last.startswith(f"sleutels:{2 + len(line.splitlines())}: ")
    assert "geheim" not in str(wrong.value)


def test_a_key_that_is_added_or_taken_out_counts_without_a_restart(file):
    first, second = new_key(), new_key()
    write(file, line_for("eerste", first))
    keys = KeyFile(file, ignored)
    assert keys.find(second) is None
    write(file, line_for("tweede", second))
    assert keys.find(second) == Key("tweede")
    assert keys.find(first) is None


@pytest.mark.parametrize("spoil", [lambda file: write(file, "kapot"), lambda file: file.unlink()])
def test_a_file_that_goes_wrong_later_locks_nobody_out_and_is_told_once(file, spoil):
    key, told = new_key(), []
    write(file, line_for("klant", key))
    keys = KeyFile(file, lambda: told.append("unreadable"))
    spoil(file)
    assert [keys.find(key) for _ in range(3)] == [Key("klant")] * 3
    assert told == ["unreadable"]
    write(file, "")
    assert keys.find(key) is None


def test_a_process_that_was_forked_does_not_take_back_into_use_what_others_saw_taken_back(file, monkeypatch):
    key = new_key()
    write(file, line_for("klant", key))
    keys = KeyFile(file, ignored)
    monkeypatch.setattr("verlof_api.keys.os.getpid", lambda: 0)  # as in a process that was forked from this one
    assert keys.find(key) == Key("klant")
    write(file, "kapot")
    assert keys.find(key) == Key("klant")  # it had seen for itself that the key was good

    forked = KeyFile(write_good(file, key), ignored)
    monkeypatch.setattr("verlof_api.keys.os.getpid", lambda: 1)
    write(file, "kapot")
    assert forked.find(key) is None


def write_good(file, key):
    write(file, line_for("klant", key))
    return file


@pytest.mark.parametrize("content", [None, b"\xff\xfe"])
def test_a_file_that_cannot_be_read_stops_the_start(file, content):
    if content is not None:
        file.write_bytes(content)
    with pytest.raises(KeysError, match="niet te lezen"):
        KeyFile(file, ignored)


def test_the_command_makes_a_key_whose_line_can_be_added_to_the_file(file):
    made = CliRunner().invoke(main, ["sleutel", "gemeente-zuid", "--tot", "2099-01-31"])
    assert made.exit_code == 0
    write(file, made.stdout)
    key = made.stderr.splitlines()[0]
    assert KeyFile(file, ignored).find(key) == Key("gemeente-zuid", date(2099, 1, 31))
    assert key not in made.stdout


def test_the_command_refuses_a_name_that_the_file_cannot_have():
    refused = CliRunner().invoke(main, ["sleutel", "Gemeente Zuid"])
    assert (refused.exit_code, refused.stdout) == (1, "")
    assert "kleine letters" in refused.stderr


def test_the_command_refuses_a_last_day_that_has_passed():
    refused = CliRunner().invoke(main, ["sleutel", "klant", "--tot", "2020-01-31"])
    assert (refused.exit_code, refused.stdout) == (1, "")
    assert "al voorbij" in refused.stderr
