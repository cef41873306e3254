"""`POST /v1/beoordelingen`: a situation in, a verdict per kind of leave out. Nothing is kept."""

from verlof_api.assessment import Situatie
from verlof_api.web.answers import Reply
from verlof_api.web.resource import Asked, Resource, post
from verlof_api.web.services import Services


def resources(services: Services) -> list[Resource]:
    adviser, metrics = services.adviser, services.metrics

    def beoordelingen(asked: Asked[tuple[Situatie, tuple[str, ...]]]) -> Reply:
        situatie, opties = asked.input
        answer = adviser.answer(situatie, asked.taal, opties)
        if metrics:
            metrics.verdicts(answer.assessment.verlofsoorten)
        return Reply.of_json(answer, asked.taal)

    return [Resource("/v1/beoordelingen", post(beoordelingen, services.intake.vraag))]
