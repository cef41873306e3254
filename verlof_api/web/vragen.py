"""`GET /v1/vragen`: every fact as a question, with its options and help."""

from verlof_api.assessment import catalogue
from verlof_api.web.answers import KeptReply, in_every_language
from verlof_api.web.resource import Asked, Resource, get
from verlof_api.web.services import Services


def resources(services: Services) -> list[Resource]:
    rulebook, max_age = services.beoordelaar.rulebook, services.settings.catalogue_max_age
    listed = in_every_language(services.talen, lambda taal: {"vragen": catalogue.vragen(rulebook, taal)})

    def vragen(asked: Asked[None]) -> KeptReply:
        return KeptReply(listed[asked.taal], max_age)

    return [Resource("/v1/vragen", get(vragen))]
