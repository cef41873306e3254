"""What an operator may set, from the environment or as the argument of `create_app`."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

MAX_BODY: Final = 64 * 1024
PREFIX: Final = "VERLOF_"


@dataclass(frozen=True)
class Settings:
    """
    cors_origins: web origins whose scripts may read the answers (Fetch standard, CORS protocol); `*` is any, which is
        safe because there are no credentials. The specification itself is always open to any.
    max_body: largest request body, in bytes.
    catalogue_max_age: seconds for which a cache may keep a catalogue answer without asking again (RFC 9111).
    access_log: whether a line of JSON is written for every request.
    """

    cors_origins: frozenset[str] = frozenset({"*"})
    max_body: int = MAX_BODY
    catalogue_max_age: int = 3600
    access_log: bool = True

    @classmethod
    def read(cls, config: Mapping[str, Any], environ: Mapping[str, str] = os.environ) -> "Settings":
        """Keys of `config` are those of the environment without the prefix: `CORS_ORIGINS` is `VERLOF_CORS_ORIGINS`.

        >>> Settings.read({"MAX_BODY": 1000}, {"VERLOF_CORS_ORIGINS": "https://a.example"})
        Settings(cors_origins=frozenset({'https://a.example'}), max_body=1000, catalogue_max_age=3600, access_log=True)
        """
        told = {name: config.get(name.upper(), environ.get(PREFIX + name.upper())) for name in cls.__dataclass_fields__}
        given: dict[str, Any] = {name: _READ[name](value) for name, value in told.items() if value is not None}
        return cls(**given)


def _origins(value: str | list[str]) -> frozenset[str]:
    return frozenset(part.strip() for part in (value.split(",") if isinstance(value, str) else value) if part.strip())


def _flag(value: str | bool) -> bool:
    return value if isinstance(value, bool) else value.strip().lower() not in ("", "0", "false", "no", "off")


_READ: Mapping[str, Any] = {
    "cors_origins": _origins,
    "max_body": int,
    "catalogue_max_age": int,
    "access_log": _flag,
}
