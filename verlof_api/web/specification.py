"""openapi.yaml, the contract, read once at the start."""

from dataclasses import dataclass
from importlib.resources import files
from typing import Final

from verlof_api.assessment.wire import kept_json
from verlof_api.law.strict_yaml import parse

FILE: Final = "openapi.yaml"


@dataclass(frozen=True)
class Specification:
    """openapi.yaml: its version, as written, and as JSON."""

    version: str
    text: bytes
    json: bytes

    @classmethod
    def load(cls) -> "Specification":
        """Read as strictly as the rules: no key twice, no word that is a boolean by accident. Raises ValueError."""
        text = files("verlof_api").joinpath(FILE).read_bytes()
        document = parse(text.decode(), FILE)
        if document.errors:
            raise ValueError("\n".join(str(error) for error in document.errors))
        return cls(str(document.data["info"]["version"]), text, kept_json(document.data))
