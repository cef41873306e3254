"""`GET /v1/vragen`: every fact as a question, with its options and help."""

from flask import Flask, Response, request

from verlof_api.assessment import catalogue
from verlof_api.web.answers import Rendition, cacheable_answer
from verlof_api.web.incoming import query, require_accept
from verlof_api.web.negotiation import language
from verlof_api.web.services import Services


def register(app: Flask, services: Services) -> None:
    rulebook, max_age = services.beoordelaar.rulebook, services.settings.catalogue_max_age
    renditions = {
        taal: Rendition.of_json({"vragen": catalogue.vragen(rulebook, taal)}, taal)
        for taal in services.beoordelaar.rulebook.talen
    }

    def vragen() -> Response:
        require_accept(request)
        query(request)
        return cacheable_answer(request, renditions[language(request)], max_age)

    app.add_url_rule("/v1/vragen", view_func=vragen)
