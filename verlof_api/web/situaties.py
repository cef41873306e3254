"""`GET /v1/situaties` and `POST /v1/situaties/_zoek`: what people come with, listed, and found by their own words."""

from collections.abc import Sequence

from flask import Flask, Response, request

from verlof_api.assessment import catalogue
from verlof_api.assessment.wire import Json
from verlof_api.intake import parse
from verlof_api.intake.zoekvraag import ZoekIntake
from verlof_api.situations import MAX_TEKENS
from verlof_api.web.answers import Rendition, cacheable_answer, json_answer
from verlof_api.web.incoming import json_body, query, require_accept
from verlof_api.web.negotiation import LANGUAGES, language
from verlof_api.web.services import Services


def register(app: Flask, services: Services) -> None:
    rulebook, settings = services.beoordelaar.rulebook, services.settings
    renditions = {
        taal: Rendition.of_json({"situaties": catalogue.situaties(rulebook, taal)}, taal) for taal in LANGUAGES
    }
    zoeker = services.zoeker
    titles = {
        taal: {id: situatie.teksten[taal].titel for id, situatie in rulebook.levenssituaties.items()}
        for taal in LANGUAGES
    }
    groups = {taal: catalogue.groepen(rulebook, taal) for taal in LANGUAGES}
    intake = ZoekIntake(MAX_TEKENS)

    def situaties() -> Response:
        require_accept(request)
        query(request)
        return cacheable_answer(request, renditions[language(request)], settings.catalogue_max_age)

    def zoek() -> Response:
        require_accept(request)
        query(request)
        taal = language(request)
        found = zoeker.vind(intake.woorden(parse(json_body(request, settings.max_body))), taal)

        def told(situations: Sequence[tuple[str, float]]) -> list[dict[str, Json]]:
            return [{"id": id, "titel": titles[taal][id], "past": round(fit, 3)} for id, fit in situations]

        answer = {
            "resultaten": told(found.past),
            "zekerheid": found.zekerheid,
            "dichtbij": told(found.dichtbij),
            "groepen": [] if found.zekerheid == "goed" else groups[taal],
        }
        return json_answer(answer, taal)

    app.add_url_rule("/v1/situaties", view_func=situaties)
    app.add_url_rule("/v1/situaties/_zoek", view_func=zoek, methods=["POST"])
