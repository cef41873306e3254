"""`GET /v1/situaties` and `POST /v1/situaties/_zoek`: what people come with, listed, and found by their own words."""

from collections.abc import Sequence

from verlof_api.assessment.wire import Json
from verlof_api.intake.zoekvraag import ZoekIntake
from verlof_api.situations import MAX_TEKENS, catalogue
from verlof_api.web.answers import KeptReply, Reply, in_every_language
from verlof_api.web.resource import Asked, Resource, get, post
from verlof_api.web.services import Services


def resources(services: Services) -> list[Resource]:
    boek, max_age = services.situaties, services.settings.catalogue_max_age
    listed = in_every_language(services.talen, lambda taal: {"situaties": catalogue.situaties(boek, taal)})
    situation_search = services.situation_search
    titles = {
        taal: {id: each.teksten[taal].titel for id, each in boek.levenssituaties.items()} for taal in services.talen
    }
    groups = {taal: catalogue.groepen(boek, taal) for taal in services.talen}
    intake = ZoekIntake(MAX_TEKENS)

    def situaties(asked: Asked[None]) -> KeptReply:
        return KeptReply(listed[asked.taal], max_age)

    def zoek(asked: Asked[str]) -> Reply:
        found = situation_search.find(asked.input, asked.taal)

        def told(situations: Sequence[tuple[str, float]]) -> list[dict[str, Json]]:
            return [{"id": id, "titel": titles[asked.taal][id], "past": round(fit, 3)} for id, fit in situations]

        answer = {
            "resultaten": told(found.past),
            "zekerheid": found.zekerheid,
            "dichtbij": told(found.dichtbij),
            "groepen": [] if found.zekerheid == "goed" else groups[asked.taal],
        }
        return Reply.of_json(answer, asked.taal)

    return [
        Resource("/v1/situaties", get(situaties)),
        Resource("/v1/situaties/_zoek", post(zoek, lambda obj, _: intake.woorden(obj))),
    ]
