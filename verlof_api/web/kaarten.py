"""`POST /v1/kaarten`: what the answer says about one leave, as one page to print. Nothing of it is kept."""

from typing import Final

from flask import Flask, Response, request

from verlof_api.card.request import KaartIntake
from verlof_api.card.writer import POLICY, kaart_html
from verlof_api.intake import parse
from verlof_api.web.envelope import OWN_SECURITY, security
from verlof_api.web.incoming import json_body, query, require_accept
from verlof_api.web.negotiation import language
from verlof_api.web.services import Services

HTML: Final = "text/html"
_SECURITY: Final = security(POLICY)


def register(app: Flask, services: Services) -> None:
    beoordelaar, max_body = services.beoordelaar, services.settings.max_body
    intake = KaartIntake(beoordelaar.rulebook)

    def kaarten() -> Response:
        require_accept(request, HTML)
        query(request)
        taal = language(request)
        situatie = intake.situatie(parse(json_body(request, max_body)), services.vandaag())
        (leave,) = beoordelaar.beoordeel(situatie, taal).verlofsoorten
        page = kaart_html(beoordelaar, services.writers.schrijver.brieven, leave, situatie.peildatum, taal)
        request.environ[OWN_SECURITY] = _SECURITY
        headers = [("Content-Language", taal), ("Content-Disposition", 'inline; filename="kaart.html"')]
        return Response(page, 200, headers, content_type=f"{HTML}; charset=utf-8")

    app.add_url_rule("/v1/kaarten", view_func=kaarten, methods=["POST"])
