"""The table of settings: the fields of `Settings`, each with its variable, kind, default and one line of explanation.

docs/beheer.md shows the same table, and a test holds the two together. Everything that is wrong is told at once, and a
name that is almost right is no less wrong: a service that silently runs without what was asked is found out too late.
"""

import os
import re
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields
from difflib import get_close_matches
from pathlib import Path
from typing import Any, Final, NoReturn, TypeVar

from verlof_api.settings.callers import FILE, LIMIT, MEMORY, NETWORKS, SECRET, STORAGE, Limit, Network, Secret
from verlof_api.settings.kinds import (
    ANY_ORIGIN,
    CONTACTS,
    FLAG,
    FOLDER,
    FOLDER_THAT_IS_THERE,
    HOST,
    LOGLEVEL,
    NOTHING,
    ORIGINS,
    PORT,
    PORT_OR_NOTHING,
    USUAL,
    RefusedSettingError,
    ValueKind,
    in_brackets,
    whole,
)

T = TypeVar("T")

_PREFIX: Final = "VERLOF_"
_ROW: Final = "row"
_LONGEST_SHOWN: Final = 60
_CLOSE: Final = 0.72
# What Kubernetes gives every container about a Service whose name begins with verlof: not ours, and no slip.
_OF_KUBERNETES: Final = re.compile(r"\w+_SERVICE_(HOST|PORT(_\w+)?)|\w+_PORT_\d+_(TCP|UDP|SCTP)(_(PROTO|PORT|ADDR))?")
_ADDRESS_OF_KUBERNETES: Final = ("tcp://", "udp://", "sctp://")


class SettingsError(ValueError):
    """Everything that is wrong with the settings, in Dutch, a line each."""


@dataclass(frozen=True)
class Row:
    """One setting: its variable in the environment, what it may be, what holds when it is not set, what it is for."""

    name: str
    kind: ValueKind[Any]
    default: str
    what: str

    @property
    def key(self) -> str:
        """What `create_app` calls it."""
        return self.name.removeprefix(_PREFIX)


def _setting(name: str, kind: ValueKind[T], default: str, what: str) -> T:
    return field(default=kind.read(default), metadata={_ROW: Row(name, kind, default, what)})


@dataclass(frozen=True)
class Settings:
    """
    cors_origins: web origins whose scripts may read the answers (Fetch standard, CORS protocol); `*` is any, which is
        safe because there are no credentials. The specification itself is always open to any.
    cache: the folder for what is made of the rules; None is nowhere.
    rules: the folder of the rules; None is that of this package.
    max_body: largest request body, in bytes.
    catalogue_max_age: seconds for which a cache may keep a catalogue answer without asking again (RFC 9111).
    access_log: whether a line of JSON is written for every request.
    keys, key_needed: the file of the keys that may call, and whether nobody else may; without a file anybody may.
    limit, key_limit: of each address, and of each key.
    limit_storage: Redis; None is the memory of each process.
    limit_secret: what callers are hashed with before they are counted; None is made at the start.
    proxies: those that are believed about whom they call for.
    security_contact: where to report a weakness, the best way first; without one there is no security.txt.
    """

    port: int = _setting("PORT", PORT, "8080", "De poort van de dienst.")
    host: str = _setting("VERLOF_HOST", HOST, "127.0.0.1", "Het adres waarop de dienst luistert.")
    workers: int = _setting("WEB_CONCURRENCY", whole(1, 256), "2", "Hoeveel processen antwoord geven.")
    loglevel: str = _setting("VERLOF_LOGLEVEL", LOGLEVEL, "warning", "Hoeveel gunicorn zelf vertelt.")
    access_log: bool = _setting("VERLOF_ACCESS_LOG", FLAG, "1", "Of elk verzoek één regel in het log krijgt.")
    metrics_port: int | None = _setting(
        "VERLOF_METRICS_PORT", PORT_OR_NOTHING, NOTHING, "De poort waarop de dienst vertelt hoe het met haar gaat."
    )
    metrics_host: str = _setting("VERLOF_METRICS_HOST", HOST, "127.0.0.1", "Het adres van die poort.")
    cache: Path | None = _setting(
        "VERLOF_CACHE",
        FOLDER,
        USUAL,
        "Waar bewaard wordt wat er van de regels is gemaakt, voor een snelle start. Bij geen: nergens.",
    )
    cors_origins: frozenset[str] = _setting(
        "VERLOF_CORS_ORIGINS", ORIGINS, ANY_ORIGIN, "Welke sites de antwoorden mogen lezen met een script."
    )
    rules: Path | None = _setting(
        "VERLOF_RULES",
        FOLDER_THAT_IS_THERE,
        NOTHING,
        "De map met de regels. Bij geen: de regels die bij dit pakket horen.",
    )
    max_body: int = _setting(
        "VERLOF_MAX_BODY", whole(1, 1_048_576), "65536", "Hoe groot een bericht mag zijn, in bytes."
    )
    catalogue_max_age: int = _setting(
        "VERLOF_CATALOGUE_MAX_AGE",
        whole(0, 31_536_000),
        "3600",
        "Hoeveel seconden een cache de catalogus mag bewaren zonder opnieuw te vragen.",
    )
    keys: Path | None = _setting(
        "VERLOF_SLEUTELS", FILE, NOTHING, "Wie mag vragen: een bestand met de hashes van sleutels. Bij geen: iedereen."
    )
    key_needed: bool = _setting(
        "VERLOF_SLEUTEL_NODIG", FLAG, "1", "Of er een sleutel nodig is. Bij 0 mag het ook zonder, zoals de widget doet."
    )
    limit: Limit | None = _setting(
        "VERLOF_LIMIET", LIMIT, NOTHING, "Hoeveel verzoeken een adres mag doen, in hoeveel seconden."
    )
    key_limit: Limit | None = _setting(
        "VERLOF_LIMIET_SLEUTEL",
        LIMIT,
        NOTHING,
        "Hoeveel verzoeken een sleutel mag doen, in hoeveel seconden. Bij geen: evenveel als een adres.",
    )
    limit_storage: Secret | None = _setting(
        "VERLOF_LIMIET_OPSLAG", STORAGE, MEMORY, "Waar de verzoeken worden geteld: in elk proces apart, of samen."
    )
    limit_secret: Secret | None = _setting(
        "VERLOF_LIMIET_GEHEIM",
        SECRET,
        NOTHING,
        "Waarmee adressen onleesbaar worden voor het tellen. Nodig als meer machines samen tellen.",
    )
    proxies: tuple[Network, ...] = _setting(
        "VERLOF_PROXIES", NETWORKS, NOTHING, "Van welke proxies we geloven voor wie ze vragen."
    )
    security_contact: tuple[str, ...] = _setting(
        "VERLOF_SECURITY_CONTACT", CONTACTS, NOTHING, "Waar iemand een lek meldt. Staat in `/.well-known/security.txt`."
    )

    @classmethod
    def read(cls, config: Mapping[str, object], environ: Mapping[str, str] = os.environ) -> "Settings":
        """Keys of `config` are those of the environment without the prefix: `CORS_ORIGINS` is `VERLOF_CORS_ORIGINS`.

        What `config` says wins. An empty variable counts as not set. Raises SettingsError.

        >>> settings = Settings.read({"MAX_BODY": 1000}, {"VERLOF_CORS_ORIGINS": "https://a.example"})
        >>> settings.max_body, settings.cors_origins
        (1000, frozenset({'https://a.example'}))
        """
        wrong = list(_misspelt(environ))
        given: dict[str, Any] = {}
        for attribute, row in _ROWS.items():
            value = config.get(row.key, environ.get(row.name) or None)
            if value is None:
                continue
            try:
                given[attribute] = row.kind.read(value)
            except RefusedSettingError as error:
                wrong.append(f"{row.name}: {error}")
            except (ValueError, TypeError, AttributeError):  # a text, or of `config` anything
                wrong.append(f"{row.name}: {_shown(value)} kan niet. Wel: {row.kind.allowed}.")
        settings = cls(**given)
        if settings.metrics_port == settings.port:
            wrong.append(f"VERLOF_METRICS_PORT: {settings.port} is de poort van de dienst zelf. Kies een andere.")
        wrong += _idle(settings)
        if wrong:
            raise SettingsError("\n".join(wrong))
        return settings

    @classmethod
    def or_stop(cls) -> "Settings":
        """Those of the environment. What is wrong ends the process: a line each on standard error, exit code 2."""
        try:
            return cls.read({})
        except SettingsError as error:
            stop(str(error))

    @classmethod
    def cache_or_stop(cls, environ: Mapping[str, str] = os.environ) -> Path | None:
        """That one setting, for a command to which the others mean nothing. What is wrong ends the process."""
        row = _ROWS["cache"]
        told = environ.get(row.name) or row.default
        try:
            folder: Path | None = row.kind.read(told)
        except ValueError:
            stop(f"{row.name}: {_shown(told)} kan niet. Wel: {row.kind.allowed}.")
        return folder

    @property
    def address(self) -> str:
        """Where the service listens, as gunicorn reads it."""
        return f"{in_brackets(self.host)}:{self.port}"


_ROWS: Final[Mapping[str, Row]] = {each.name: each.metadata[_ROW] for each in fields(Settings)}


def stop(wrong: str) -> NoReturn:
    """End the process over what the operator asked: a line each on standard error, exit code 2. Trying again mends
    nothing, and deploy/systemd knows that code."""
    sys.stderr.write(f"{wrong}\n")
    sys.exit(2)


def rows() -> tuple[Row, ...]:
    """The table, in the order of the documentation."""
    return tuple(_ROWS.values())


def _idle(settings: Settings) -> Iterator[str]:
    """What was set and does nothing: whoever set it thinks that it does."""
    if not settings.keys:
        if settings.key_limit:
            yield "VERLOF_LIMIET_SLEUTEL doet niets zonder VERLOF_SLEUTELS."
        if not settings.key_needed:
            yield "VERLOF_SLEUTEL_NODIG doet niets zonder VERLOF_SLEUTELS."
    if not settings.limit and not settings.key_limit:
        if settings.limit_storage:
            yield "VERLOF_LIMIET_OPSLAG doet niets zonder VERLOF_LIMIET."
        if settings.limit_secret:
            yield "VERLOF_LIMIET_GEHEIM doet niets zonder VERLOF_LIMIET."


def _misspelt(environ: Mapping[str, str]) -> Iterator[str]:
    names = [row.name for row in _ROWS.values()]
    for name in sorted(environ):
        if not name.startswith(_PREFIX) or name in names or _of_kubernetes(name, environ[name]):
            continue
        close = get_close_matches(name, names, n=1, cutoff=_CLOSE)
        yield f"{name} bestaat niet." + (f" Bedoel je {close[0]}?" if close else "")


def _of_kubernetes(name: str, value: str) -> bool:
    link = name.endswith("_PORT") and value.startswith(_ADDRESS_OF_KUBERNETES)
    return link or _OF_KUBERNETES.fullmatch(name) is not None


def _shown(value: object) -> str:
    """On one line, whatever was typed."""
    text = repr(value)
    return text if len(text) <= _LONGEST_SHOWN else f"{text[:_LONGEST_SHOWN]}…"
