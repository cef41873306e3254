"""`GET /v1/openapi.json` and `GET /v1/openapi.yaml`: the contract, as it is written in openapi.yaml.

NL GOV API Design Rules 2.2, /core/publish-openapi: JSON at this address, without authentication, readable from any
origin; the YAML is the same description.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files
from typing import Any, Final

from flask import Flask, Response, request

from verlof_api.law.strict_yaml import parse
from verlof_api.web.answers import Rendition, cacheable_answer
from verlof_api.web.incoming import query, require_accept

FILE: Final = "openapi.yaml"
YAML: Final = "application/yaml"  # RFC 9512
PATHS: Final = frozenset({"/v1/openapi.json", "/v1/openapi.yaml"})


@dataclass(frozen=True)
class Specification:
    """openapi.yaml: as written and as data."""

    text: bytes
    data: Mapping[str, Any]

    @property
    def version(self) -> str:
        return str(self.data["info"]["version"])


def load() -> Specification:
    """Read as strictly as the rules: no key twice, no word that is a boolean by accident."""
    text = files("verlof_api").joinpath(FILE).read_bytes()
    document = parse(text.decode(), FILE)
    if document.errors:
        raise ValueError("\n".join(str(error) for error in document.errors))
    return Specification(text, document.data)


def register(app: Flask, specification: Specification, max_age: int) -> None:
    as_json = Rendition.of_json(specification.data, "nl")
    as_yaml = Rendition.of(specification.text, "nl", YAML)

    def answer(rendition: Rendition) -> Response:
        require_accept(request, rendition.media_type)
        query(request)
        return cacheable_answer(request, rendition, max_age)

    app.add_url_rule("/v1/openapi.json", "openapi_json", lambda: answer(as_json))
    app.add_url_rule("/v1/openapi.yaml", "openapi_yaml", lambda: answer(as_yaml))
