"""`POST /v1/agenda`: the days of an assessment as an iCalendar file (RFC 5545). The body is that of an assessment."""

from flask import Flask, Response, request

from verlof_api.intake import parse
from verlof_api.web.incoming import json_body, query, require_accept
from verlof_api.web.negotiation import language
from verlof_api.web.services import Services

CALENDAR = "text/calendar"


def register(app: Flask, services: Services) -> None:
    beoordelaar, max_body = services.beoordelaar, services.settings.max_body
    calendars = services.writers.agenda

    def agenda() -> Response:
        require_accept(request, CALENDAR)
        query(request)
        taal = language(request)
        situatie = services.intake.situatie(parse(json_body(request, max_body)), services.vandaag())
        calendar = calendars.agenda(beoordelaar.beoordeel(situatie, taal), situatie, taal, beoordelaar.wishes)
        headers = [("Content-Language", taal), ("Content-Disposition", 'attachment; filename="verlof.ics"')]
        return Response(calendar, 200, headers, content_type=f"{CALENDAR}; charset=utf-8")

    app.add_url_rule("/v1/agenda", view_func=agenda, methods=["POST"])
