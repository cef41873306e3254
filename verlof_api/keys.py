"""Keys of callers: how one is made, and the file that says which ones may call.

The file holds no key but what a key is recognised by, so that who reads it cannot call. One line per key:

    gemeente-zuid sha256:9f86d081… tot=2027-01-31   # what follows # is for people

`tot` is the last day of the key; `ingetrokken` instead says that it was taken back. A line that is gone is a key that
nobody knows. Two lines may have the same name: then a caller can change keys without a gap.

A plain hash is enough, and comparing needs no care about time: a key is 256 random bits, so unlike a password it cannot
be guessed from its hash, and looking up a hash tells nothing about the key that one would have to send to get it.
"""

import os
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from pathlib import Path
from secrets import token_urlsafe
from typing import Final

KEY_BYTES: Final = 32
_MARK: Final = "verlof_"  # by which a search for secrets that leaked can see one
_NAME: Final = re.compile(r"[a-z0-9](?:[a-z0-9.-]{0,61}[a-z0-9])?")
_HASH: Final = re.compile(r"sha256:([0-9a-f]{64})")
_UNTIL: Final = re.compile(r"tot=([0-9]{4}-[0-9]{2}-[0-9]{2})")
_REVOKED: Final = "ingetrokken"


class KeysError(ValueError):
    """Everything that is wrong with a file of keys, in Dutch, one `file:line: what` each."""


@dataclass(frozen=True)
class Key:
    """What the file says of a key. `until` is its last day; None is no end."""

    name: str
    until: date | None = None
    revoked: bool = False

    def works_on(self, day: date) -> bool:
        return not self.revoked and (self.until is None or day <= self.until)


def new_key() -> str:
    """A key that nobody had before, in characters that need no escaping anywhere."""
    return _MARK + token_urlsafe(KEY_BYTES)


def line_for(name: str, key: str, until: date | None = None) -> str:
    """The line of the file for this key. ValueError when it cannot be a name."""
    if not _NAME.fullmatch(name):
        raise ValueError(name)
    return f"{name} sha256:{_hash(key)}" + (f" tot={until}" if until else "")


def _hash(key: str) -> str:
    return sha256(key.encode()).hexdigest()


def parse(text: str, file: str) -> dict[str, Key]:
    """Each key by its hash. Raises KeysError, which repeats nothing of a line: it may hold a key by mistake.

    >>> parse("klant sha256:" + 64 * "a" + " tot=2027-01-31", "sleutels")["a" * 64]
    Key(name='klant', until=datetime.date(2027, 1, 31), revoked=False)
    """
    keys: dict[str, Key] = {}
    wrong: list[str] = []
    for number, line in enumerate(text.splitlines(), 1):
        words = line.partition("#")[0].split()
        if not words:
            continue
        try:
            told, key = _read(words)
            if told in keys:
                raise ValueError("deze hash staat er al")
            keys[told] = key
        except ValueError as error:
            wrong.append(f"{file}:{number}: {error}")
    if wrong:
        raise KeysError("\n".join(wrong))
    return keys


def _read(words: list[str]) -> tuple[str, Key]:
    """The hash and the key of one line; ValueError in Dutch."""
    told = _HASH.fullmatch(words[1]) if len(words) > 1 else None
    if told is None or not _NAME.fullmatch(words[0]):
        raise ValueError("een regel is: naam sha256:(64 tekens hex), zoals `verlof sleutel` hem maakt")
    return told[1], Key(words[0], *_end(words[2:]))


def _end(more: list[str]) -> tuple[date | None, bool]:
    match more:
        case []:
            return None, False
        case [word] if word == _REVOKED:
            return None, True
        case [word] if told := _UNTIL.fullmatch(word):
            try:
                return date.fromisoformat(told[1]), False
            except ValueError:
                raise ValueError("die dag bestaat niet") from None
    raise ValueError(f"na de hash kan alleen tot=JJJJ-MM-DD of {_REVOKED} staan")


Version = tuple[int, int, int]


class KeyFile:
    """The keys of a file, read again when it changes: looking whether it did costs about a microsecond.

    A file that is wrong or gone does not lock out who could call before: the keys that this process read stay, and
    `unreadable` is called, once for each change. A process that was forked and has read none itself then knows no key.
    At the start KeysError is raised.
    """

    def __init__(self, path: Path, unreadable: Callable[[], None]) -> None:
        self._path = path
        self._unreadable = unreadable
        self._version = self._version_now()
        self._keys: Mapping[str, Key] = self._load()
        self._process = os.getpid()

    def find(self, key: str) -> Key | None:
        """What the file says now of the key that a caller sent."""
        version = self._version_now()
        if version != self._version:
            self._version = version  # before reading: what changes meanwhile is seen the next time
            try:
                self._keys = self._load()
            except KeysError:
                if self._process != os.getpid():
                    self._keys = {}  # what it has is that of the start: a key may have been taken back since
                self._unreadable()
        self._process = os.getpid()
        return self._keys.get(_hash(key))

    def _version_now(self) -> Version | None:
        try:
            found = self._path.stat()
        except OSError:
            return None
        return found.st_mtime_ns, found.st_size, found.st_ino

    def _load(self) -> dict[str, Key]:
        try:
            text = self._path.read_text("utf-8")
        except OSError as error:
            raise KeysError(f"{self._path}: dit bestand is niet te lezen ({error.strerror})") from None
        except UnicodeDecodeError:
            raise KeysError(f"{self._path}: dit bestand is niet te lezen (geen UTF-8)") from None
        return parse(text, str(self._path))
