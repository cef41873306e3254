"""A kept file counts only when nobody else can have written it, and when all of it is there."""

import os
import stat
from pathlib import Path
from typing import Any

import pytest

from verlof_api.cache import Cache, usual_folder

KEY, OTHER = "ab" * 32, "cd" * 32


@pytest.fixture
def cache(tmp_path: Path) -> Cache:
    return Cache(tmp_path / "below" / "kept")


def _load(cache: Cache, key: str = KEY) -> bytes | None:
    return cache.load(key, "kept", bytes)


def test_what_was_stored_is_loaded(cache: Cache) -> None:
    assert cache.store(KEY, "kept", b"content")
    assert _load(cache) == b"content"


def test_nothing_was_stored_under_another_key_or_in_a_folder_that_is_not_there(cache: Cache) -> None:
    assert _load(cache) is None
    cache.store(KEY, "kept", b"content")
    assert _load(cache, OTHER) is None


def test_a_file_under_the_name_of_another_key_is_passed_over(cache: Cache) -> None:
    cache.store(KEY, "kept", b"content")
    cache.path(KEY, "kept").rename(cache.path(OTHER, "kept"))
    assert _load(cache, OTHER) is None


@pytest.mark.parametrize("size", [0, 1, 40, 72, 75, -1])
def test_half_a_file_is_passed_over(cache: Cache, size: int) -> None:
    cache.store(KEY, "kept", b"content")
    path = cache.path(KEY, "kept")
    path.write_bytes(path.read_bytes()[:size])
    assert _load(cache) is None


def test_a_file_of_which_one_bit_changed_is_passed_over(cache: Cache) -> None:
    cache.store(KEY, "kept", b"content")
    path = cache.path(KEY, "kept")
    path.write_bytes(path.read_bytes()[:-1] + b"\0")
    assert _load(cache) is None


@pytest.mark.parametrize("bit", [stat.S_IWGRP, stat.S_IWOTH])
def test_a_file_that_others_may_write_is_passed_over(cache: Cache, bit: int) -> None:
    cache.store(KEY, "kept", b"content")
    path = cache.path(KEY, "kept")
    path.chmod(path.stat().st_mode | bit)
    assert _load(cache) is None


@pytest.mark.parametrize("bit", [stat.S_IWGRP, stat.S_IWOTH])
def test_a_folder_that_others_may_write_in_is_not_used(cache: Cache, bit: int) -> None:
    cache.store(KEY, "kept", b"content")
    cache.folder.chmod(cache.folder.stat().st_mode | bit)
    assert _load(cache) is None
    assert not cache.store(OTHER, "kept", b"content")
    assert not cache.path(OTHER, "kept").exists()


def test_what_somebody_else_owns_is_passed_over(cache: Cache, monkeypatch: pytest.MonkeyPatch) -> None:
    cache.store(KEY, "kept", b"content")
    mine = os.fstat

    def of_another(file: int) -> Any:
        found = list(mine(file))
        found[stat.ST_UID] = os.geteuid() + 12345
        return os.stat_result(found)

    monkeypatch.setattr(os, "fstat", of_another)
    assert _load(cache) is None
    assert not cache.store(OTHER, "kept", b"content")


def test_a_link_to_a_file_elsewhere_is_not_followed(cache: Cache, tmp_path: Path) -> None:
    cache.store(KEY, "kept", b"content")
    path = cache.path(KEY, "kept")
    path.rename(tmp_path / "elsewhere")
    path.symlink_to(tmp_path / "elsewhere")
    assert _load(cache) is None


def test_where_nothing_can_be_written_nothing_is_kept_and_nothing_fails(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    cache = Cache(tmp_path / "file" / "kept")
    assert not cache.store(KEY, "kept", b"content")
    assert _load(cache) is None


def test_a_write_that_fails_half_way_leaves_nothing_and_spoils_nothing(
    cache: Cache, monkeypatch: pytest.MonkeyPatch
) -> None:
    cache.store(KEY, "kept", b"before")

    def full(*_: object, **__: object) -> None:
        raise OSError("no space left")

    monkeypatch.setattr(os, "rename", full)
    assert not cache.store(KEY, "kept", b"after")
    assert _load(cache) == b"before"
    assert [path.name for path in cache.folder.iterdir()] == [cache.path(KEY, "kept").name]


def test_the_oldest_files_of_a_kind_go(cache: Cache) -> None:
    keys = [f"{number}" * 64 for number in range(6)]
    for age, key in enumerate(keys):
        cache.store(key, "kept", b"content")
        os.utime(cache.path(key, "kept"), (age, age))
    cache.store_text(KEY, "py", "text")
    cache.store(KEY, "kept", b"content")
    assert [key for key in (*keys, KEY) if _load(cache, key)] == [*keys[-3:], KEY]
    assert cache.path(KEY, "py").read_text() == "text"


@pytest.mark.parametrize(
    ("environ", "folder"),
    [
        ({"XDG_CACHE_HOME": "/var/cache", "HOME": "/home/a"}, "/var/cache/verlof-api"),
        ({"HOME": "/home/a"}, "/home/a/.cache/verlof-api"),
        ({"XDG_CACHE_HOME": "relative", "HOME": "/home/a"}, "/home/a/.cache/verlof-api"),
        ({"XDG_CACHE_HOME": "", "HOME": ""}, None),
        ({}, None),
    ],
)
def test_the_usual_folder_is_that_of_the_xdg_specification(environ: dict[str, str], folder: str | None) -> None:
    assert usual_folder(environ) == (None if folder is None else Path(folder))
