"""`POST /v1/weigeringen`: "my employer says no", answered. `GET /v1/weigeringen`: what can be told about a refusal."""

from flask import Flask, Response, request

from verlof_api.intake import parse
from verlof_api.refusals.request import WeigeringIntake
from verlof_api.web.answers import Rendition, cacheable_answer, json_answer
from verlof_api.web.incoming import json_body, query, require_accept
from verlof_api.web.negotiation import language
from verlof_api.web.services import Services


def register(app: Flask, services: Services) -> None:
    settings, core = services.settings, services.writers.weigeringen
    intake = WeigeringIntake(services.beoordelaar.rulebook, core.boek)
    renditions = {taal: Rendition.of_json(core.keuzes(taal), taal) for taal in services.beoordelaar.rulebook.talen}

    def keuzes() -> Response:
        require_accept(request)
        query(request)
        return cacheable_answer(request, renditions[language(request)], settings.catalogue_max_age)

    def weigering() -> Response:
        require_accept(request)
        query(request)
        taal = language(request)
        told = intake.weigering(parse(json_body(request, settings.max_body)), services.vandaag())
        return json_answer(core.weigering(told, taal), taal)

    def weigeringen() -> Response:
        # one rule for both methods, so that OPTIONS and 405 name them both
        return weigering() if request.method == "POST" else keuzes()

    app.add_url_rule("/v1/weigeringen", view_func=weigeringen, methods=["GET", "POST"])
