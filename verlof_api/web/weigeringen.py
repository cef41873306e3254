"""`POST /v1/weigeringen`: "my employer says no", answered. `GET /v1/weigeringen`: what can be told about a refusal."""

from verlof_api.refusals.request import Weigering, WeigeringIntake
from verlof_api.web.answers import KeptReply, Reply, in_every_language
from verlof_api.web.resource import Asked, Resource, get, post
from verlof_api.web.services import Services


def resources(services: Services) -> list[Resource]:
    core, max_age = services.writers.weigeringen, services.settings.catalogue_max_age
    intake = WeigeringIntake(services.beoordelaar.rulebook, services.situaties, core.boek)
    renditions = in_every_language(services.talen, core.choices)

    def choices(asked: Asked[None]) -> KeptReply:
        return KeptReply(renditions[asked.taal], max_age)

    def weigering(asked: Asked[Weigering]) -> Reply:
        return Reply.of_json(core.weigering(asked.input, asked.taal), asked.taal)

    return [Resource("/v1/weigeringen", get(choices), post(weigering, intake.weigering))]
