"""`POST /v1/beoordelingen`: a situation in, a verdict per kind of leave out. Nothing is kept."""

from flask import Flask, Response, request

from verlof_api.intake import parse
from verlof_api.web.answers import json_answer
from verlof_api.web.incoming import json_body, query, require_accept
from verlof_api.web.negotiation import language
from verlof_api.web.services import Services


def register(app: Flask, services: Services) -> None:
    vraag, adviser, vandaag = services.intake.vraag, services.adviser, services.vandaag
    max_body, metrics = services.settings.max_body, services.metrics

    def beoordelingen() -> Response:
        # `request` stands for the current request and looks it up at every use: once is enough
        current = request._get_current_object()  # type: ignore[attr-defined]
        require_accept(current)
        query(current)
        taal = language(current)
        situatie, opties = vraag(parse(json_body(current, max_body)), vandaag())
        answer = adviser.answer(situatie, taal, opties)
        if metrics:
            metrics.verdicts(answer.assessment.verlofsoorten)
        return json_answer(answer, taal, current)

    app.add_url_rule("/v1/beoordelingen", view_func=beoordelingen, methods=["POST"])
