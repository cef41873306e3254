"""`GET /v1/openapi.json` and `GET /v1/openapi.yaml`: the contract, as it is written in openapi.yaml.

NL GOV API Design Rules 2.2, /core/publish-openapi: JSON at this address, without authentication, readable from any
origin; the YAML is the same description.
"""

from typing import Final

from verlof_api.web.answers import KeptReply, Rendition
from verlof_api.web.resource import Asked, Resource, get
from verlof_api.web.services import Services

YAML: Final = "application/yaml"  # RFC 9512
_AS_JSON, _AS_YAML = "/v1/openapi.json", "/v1/openapi.yaml"
PATHS: Final = frozenset({_AS_JSON, _AS_YAML})


def resources(services: Services) -> list[Resource]:
    written, max_age = services.specification, services.settings.catalogue_max_age
    as_json = Rendition.of(written.json, "nl")
    as_yaml = Rendition.of(written.text, "nl", YAML)

    def openapi_json(asked: Asked[None]) -> KeptReply:
        return KeptReply(as_json, max_age)

    def openapi_yaml(asked: Asked[None]) -> KeptReply:
        return KeptReply(as_yaml, max_age)

    return [Resource(_AS_JSON, get(openapi_json)), Resource(_AS_YAML, get(openapi_yaml, gives=(YAML,)))]
