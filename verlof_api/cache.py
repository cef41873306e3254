"""Files that are kept between runs because making them again takes long; without them everything works, slower.

What is kept is code in the end, so a file counts only when nobody else can have written it: it, and the folder it is
in, belong to who runs this or to root, and only they may write there. It names what it was made from and has a digest,
so that a file of another release, or half of one, is passed over. It is written under another name and renamed.
"""

import hashlib
import os
import stat
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from mmap import mmap
from pathlib import Path
from secrets import token_hex
from typing import Final, TypeVar

_Read = TypeVar("_Read")

_MAGIC: Final = b"verlof 1\n"
_DIGEST: Final = hashlib.sha256
_SEAL: Final = len(_MAGIC) + 2 * _DIGEST().digest_size
_NOT_OURS: Final = stat.S_IWGRP | stat.S_IWOTH
_KEPT: Final = 4  # files of one kind in a folder: those of a few releases, or of a few folders of rules
_NAME: Final = 40  # hexadecimal digits of a key that a file is named after


class Cache:
    """Kept files in one folder, which need not be there."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def path(self, key: str, kind: str) -> Path:
        """Where what was made from `key` is kept."""
        return self.folder / f"{key[:_NAME]}.{kind}"

    def load(self, key: str, kind: str, read: Callable[[memoryview], _Read]) -> _Read | None:
        """What `read` makes of what was kept under `key`, none of which it may hold on to; None when it is not there,
        or is not to be trusted."""
        with suppress(OSError), self._opened(os.O_RDONLY) as folder:
            file = os.open(self.path(key, kind).name, os.O_RDONLY | os.O_NOFOLLOW | os.O_CLOEXEC, dir_fd=folder)
            with os.fdopen(file, "rb") as reader:
                status = os.fstat(file)
                if status.st_size and _only_ours(status, stat.S_ISREG):
                    # beside the heap, which would keep a hole of this size
                    with mmap(-1, status.st_size) as memory, memoryview(memory) as whole:
                        reader.readinto(memory)
                        with whole[_SEAL:] as content:
                            return read(content) if whole[:_SEAL] == _seal(key, content) else None
        return None

    def store(self, key: str, kind: str, content: bytes) -> bool:
        """Keep `content` under `key`, with a seal that `load` looks at. Says whether that went well."""
        return self._write(key, kind, _seal(key, content) + content)

    def store_text(self, key: str, kind: str, text: str) -> bool:
        """Keep a text to be read by people."""
        return self._write(key, kind, text.encode())

    def _write(self, key: str, kind: str, content: bytes) -> bool:
        try:
            self.folder.mkdir(mode=0o755, parents=True, exist_ok=True)
            with self._opened(os.O_RDONLY) as folder:
                _replace(folder, self.path(key, kind).name, content)
                _forget_oldest(folder, kind)
        except OSError:
            return False
        return True

    @contextmanager
    def _opened(self, flags: int) -> Iterator[int]:
        """The folder itself, so that nobody can put another in its place meanwhile."""
        folder = os.open(self.folder, flags | os.O_DIRECTORY | os.O_CLOEXEC)
        try:
            if not _only_ours(os.fstat(folder), stat.S_ISDIR):
                raise PermissionError(f"others may write in {self.folder}")
            yield folder
        finally:
            os.close(folder)


def usual_folder(environ: Mapping[str, str] = os.environ) -> Path | None:
    """Where the XDG Base Directory Specification has a program keep what it can make again; None without a home."""
    told, home = Path(environ.get("XDG_CACHE_HOME", "")), Path(environ.get("HOME", ""))
    base = told if told.is_absolute() else home / ".cache"  # what is not absolute is to be ignored, it says
    return base / "verlof-api" if base.is_absolute() else None


def _only_ours(status: os.stat_result, is_kind: object) -> bool:
    right_kind = callable(is_kind) and is_kind(status.st_mode)
    return right_kind and status.st_uid in (os.geteuid(), 0) and not status.st_mode & _NOT_OURS


def _seal(key: str, content: bytes | memoryview) -> bytes:
    return _MAGIC + _DIGEST(key.encode()).digest() + _DIGEST(content).digest()


def _replace(folder: int, name: str, content: bytes) -> None:
    temporary = f".{name}.{token_hex(8)}"
    file = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o644, dir_fd=folder)
    try:
        with os.fdopen(file, "wb") as writer:
            writer.write(content)
        os.rename(temporary, name, src_dir_fd=folder, dst_dir_fd=folder)
    except BaseException:
        with suppress(OSError):
            os.unlink(temporary, dir_fd=folder)
        raise


def _forget_oldest(folder: int, kind: str) -> None:
    found = [(os.stat(name, dir_fd=folder).st_mtime, name) for name in os.listdir(folder) if name.endswith(f".{kind}")]
    for _, name in sorted(found, reverse=True)[_KEPT:]:
        with suppress(OSError):
            os.unlink(name, dir_fd=folder)
