"""openapi.yaml, the contract, read once at the start."""

from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files
from typing import Any, Final

from verlof_api.law.strict_yaml import parse

FILE: Final = "openapi.yaml"


@dataclass(frozen=True)
class Specification:
    """openapi.yaml: as written and as data."""

    text: bytes
    data: Mapping[str, Any]  # as its own schema says

    @property
    def version(self) -> str:
        return str(self.data["info"]["version"])

    @classmethod
    def load(cls) -> "Specification":
        """Read as strictly as the rules: no key twice, no word that is a boolean by accident. Raises ValueError."""
        text = files("verlof_api").joinpath(FILE).read_bytes()
        document = parse(text.decode(), FILE)
        if document.errors:
            raise ValueError("\n".join(str(error) for error in document.errors))
        return cls(text, document.data)
