"""`GET /v1/regelset`: which rules answer here: version, hash, amounts, open norms, gaps, contradictions."""

from verlof_api.assessment import catalogue
from verlof_api.web.answers import KeptReply, in_every_language
from verlof_api.web.resource import Asked, Resource, get
from verlof_api.web.services import Services


def resources(services: Services) -> list[Resource]:
    beoordelaar, max_age = services.beoordelaar, services.settings.catalogue_max_age
    rules = in_every_language(services.talen, lambda taal: catalogue.regelset(beoordelaar, taal))

    def regelset(asked: Asked[None]) -> KeptReply:
        return KeptReply(rules[asked.taal], max_age)

    return [Resource("/v1/regelset", get(regelset))]
