"""The kinds of setting that are about callers: who they are, how often they may ask, and where that is counted."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from ipaddress import IPv4Network, IPv6Network, ip_network
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

from verlof_api.settings.kinds import NOTHING, RefusedSettingError, ValueKind

MEMORY: Final = "geheugen"
_LIMIT: Final = re.compile(r"([1-9][0-9]{0,8})/([1-9][0-9]{0,4})")
_LONGEST_WINDOW: Final = 86_400  # what is counted in memory is kept that long
_LEAST_SECRET: Final = 32
_REDIS: Final = ("redis", "rediss")

Network = IPv4Network | IPv6Network


@dataclass(frozen=True)
class Limit:
    """So many requests, in so many seconds from the first of them."""

    requests: int
    seconds: int


class Secret(str):
    """A text that does not show itself where settings are printed."""

    __slots__ = ()

    def __repr__(self) -> str:
        return "'…'"


def _limit(value: str) -> Limit | None:
    """
    >>> _limit("600/60")
    Limit(requests=600, seconds=60)
    """
    if value.strip() == NOTHING:
        return None
    told = _LIMIT.fullmatch(value.strip())
    if told is None or int(told[2]) > _LONGEST_WINDOW:
        raise ValueError(value)
    return Limit(int(told[1]), int(told[2]))


def _file(value: str | Path) -> Path | None:
    return None if value == NOTHING else Path(value)


def _networks(value: str | Iterable[str]) -> tuple[Network, ...]:
    """
    >>> _networks("10.0.0.0/8, ::1")
    (IPv4Network('10.0.0.0/8'), IPv6Network('::1/128'))
    """
    parts = [part.strip() for part in (value.split(",") if isinstance(value, str) else value)]
    return tuple(ip_network(part) for part in parts if part and parts != [NOTHING])


def _storage(value: str) -> Secret | None:
    """The address of Redis, which can hold a password; None is the memory of each process."""
    if value.strip() == MEMORY:
        return None
    try:
        parts = urlsplit(value.strip())
        right = parts.scheme in _REDIS and bool(parts.hostname) and parts.port != 0
    except ValueError:
        right = False
    if not right:
        raise RefusedSettingError(f"dit kan niet. Wel: {STORAGE.allowed}.")
    return Secret(value.strip())


def _secret(value: str) -> Secret | None:
    if value == NOTHING:
        return None
    if len(value) < _LEAST_SECRET:
        raise RefusedSettingError(f"dit kan niet. Wel: {SECRET.allowed}.")
    return Secret(value)


FILE: Final = ValueKind("de naam van een bestand; of geen", _file)
LIMIT: Final = ValueKind("aantal/seconden, zoals 600/60, en hoogstens een dag; of geen", _limit)
NETWORKS: Final = ValueKind("IP-adressen en netwerken met een komma ertussen, zoals 10.0.0.0/8; of geen", _networks)
SECRET: Final = ValueKind(f"een tekst van ten minste {_LEAST_SECRET} tekens; of geen", _secret)
STORAGE: Final = ValueKind(f"{MEMORY}; of een adres van Redis, zoals redis://127.0.0.1:6379/0", _storage)
