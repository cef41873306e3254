"""The kinds of value that a setting can have, each with its reader and with the words for what it may be."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from ipaddress import ip_address
from pathlib import Path
from typing import Any, Final, Generic, TypeVar
from urllib.parse import urlsplit

from verlof_api.cache import usual_folder

T = TypeVar("T")

ANY_ORIGIN: Final = "*"
NOTHING: Final = "geen"
USUAL: Final = "gewoon"

_ON: Final = frozenset({"1", "true", "yes", "on", "ja", "aan"})
_OFF: Final = frozenset({"0", "false", "no", "off", "nee", "uit"})
_HOST_NAME: Final = re.compile(r"(?=[^.])[A-Za-z0-9.-]{1,253}")
_MAIL: Final = re.compile(r"mailto:[^\s@,]+@[^\s@,]+\.[^\s@,]+")
_DEFAULT_PORTS: Final = {"http": 80, "https": 443}


class RefusedSettingError(ValueError):
    """A value that cannot be, in words of its own (Dutch): where there is more to say than what the value may be.

    A reader of something secret raises it too: what has no words of its own is repeated in the line.
    """


@dataclass(frozen=True)
class ValueKind(Generic[T]):
    """
    allowed: what a value may be, in Dutch, as the end of a sentence.
    read: the value from its text, or from what `create_app` was given; ValueError when it cannot be.
    """

    allowed: str
    read: Callable[[Any], T]


def whole(least: int, most: int) -> ValueKind[int]:
    """A whole number in ordinary digits.

    >>> whole(1, 9).read("3")
    3
    """

    def read(value: str | int) -> int:
        if isinstance(value, bool) or not re.fullmatch(r"-?[0-9]{1,15}", str(value).strip()):
            raise ValueError(value)
        number = int(value)
        if not least <= number <= most:
            raise ValueError(value)
        return number

    return ValueKind(f"een heel getal van {least} tot en met {most}", read)


def one_of(*words: str) -> ValueKind[str]:
    def read(value: str) -> str:
        word = value.strip().lower()
        if word not in words:
            raise ValueError(value)
        return word

    return ValueKind(f"{', '.join(words[:-1])} of {words[-1]}", read)


def _flag(value: str | bool) -> bool:
    if isinstance(value, bool):
        return value
    word = value.strip().lower()
    if word not in _ON | _OFF:
        raise ValueError(value)
    return word in _ON


def _port_or_nothing(value: str | int) -> int | None:
    return None if value == NOTHING else int(PORT.read(value))


def _host(value: str) -> str:
    host = value.strip().removeprefix("[").removesuffix("]")
    if ":" in host:
        return str(ip_address(host))
    if not _HOST_NAME.fullmatch(host):
        raise ValueError(value)
    return host


def _there(value: str | Path) -> Path | None:
    if value == NOTHING:
        return None
    folder = Path(value)
    if not folder.is_dir():
        raise ValueError(value)
    return folder


def _origins(value: str | Iterable[str]) -> frozenset[str]:
    """
    >>> sorted(_origins("https://A.example:443, http://localhost:3000"))
    ['http://localhost:3000', 'https://a.example']
    """
    parts = [part.strip() for part in (value.split(",") if isinstance(value, str) else value)]
    told = [part for part in parts if part]
    if told == [NOTHING]:
        return frozenset()
    if told == [ANY_ORIGIN]:
        return frozenset(told)
    return frozenset(map(_origin, told))


def _origin(told: str) -> str:
    """As a browser writes it (Fetch standard, Origin header): anything else would never be equal to what it sends."""
    if told == "null":
        raise RefusedSettingError("'null' kan niet: elke afgeschermde pagina van wie dan ook heet zo.")
    if told in (ANY_ORIGIN, NOTHING):
        raise RefusedSettingError(f"'{told}' staat alleen, zonder andere adressen.")
    if not told.isascii():
        raise RefusedSettingError(f"{told!r} kan niet. Schrijf de naam zoals een browser hem stuurt, met xn--.")
    try:
        parts = urlsplit(told)
        host, port = parts.hostname, parts.port
    except ValueError:
        host, port, parts = None, None, urlsplit("")
    if not parts.scheme or not host or "@" in parts.netloc or not (":" in host or _HOST_NAME.fullmatch(host)):
        raise RefusedSettingError(
            f"{told!r} kan niet. Een adres is schema, naam en soms poort, zoals https://voorbeeld.nl."
        )
    origin = f"{parts.scheme}://{in_brackets(host)}"
    if port is not None and port != _DEFAULT_PORTS.get(parts.scheme):
        origin += f":{port}"
    if parts.path or parts.query or parts.fragment or told.endswith(("?", "#")):
        raise RefusedSettingError(f"{told!r} kan niet: na de naam komt niets meer. Schrijf {origin}")
    return origin


def _contacts(value: str | Iterable[str]) -> tuple[str, ...]:
    """In the order told, which is the order of preference (RFC 9116, section 2.5.3).

    >>> _contacts("mailto:veilig@voorbeeld.nl, https://voorbeeld.nl/melden")
    ('mailto:veilig@voorbeeld.nl', 'https://voorbeeld.nl/melden')
    """
    parts = [part.strip() for part in (value.split(",") if isinstance(value, str) else value)]
    told = tuple(part for part in parts if part)
    if told == (NOTHING,):
        return ()
    for each in told:
        if not (each.isascii() and each.isprintable() and (_MAIL.fullmatch(each) or _is_page(each))):
            raise ValueError(each)
    return told


def _is_page(told: str) -> bool:
    parts = urlsplit(told)
    return parts.scheme == "https" and bool(parts.hostname) and "@" not in parts.netloc and " " not in told


def _folder(value: str | Path) -> Path | None:
    told = str(value).strip()
    if told == NOTHING:
        return None
    if told == USUAL:
        return usual_folder()
    folder = Path(told)
    if not folder.is_absolute():  # it would be another folder for who starts the service elsewhere
        raise ValueError(value)
    return folder


def in_brackets(host: str) -> str:
    """A host as it stands before a port: an address with colons is put in brackets (RFC 3986, section 3.2.2)."""
    return f"[{host}]" if ":" in host else host


CONTACTS: Final = ValueKind(
    "adressen met een komma ertussen die met mailto: of https: beginnen, zoals mailto:veilig@voorbeeld.nl; of geen",
    _contacts,
)
FOLDER: Final = ValueKind(f"de naam van een map die met / begint; {USUAL}; of {NOTHING}", _folder)
FLAG: Final = ValueKind("1 of 0 (ook: ja en nee, true en false, on en off)", _flag)
FOLDER_THAT_IS_THERE: Final = ValueKind(f"de naam van een map die er is; of {NOTHING}", _there)
HOST: Final = ValueKind("een IP-adres of de naam van een computer", _host)
LOGLEVEL: Final = one_of("debug", "info", "warning", "error", "critical")
ORIGINS: Final = ValueKind(
    "adressen met een komma ertussen, zoals https://voorbeeld.nl; of * (elke site); of geen (geen enkele site)",
    _origins,
)
PORT: Final = whole(1, 65535)
PORT_OR_NOTHING: Final = ValueKind(f"{PORT.allowed}; of {NOTHING}", _port_or_nothing)
