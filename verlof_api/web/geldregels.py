"""`POST /v1/geldregels`: what one leave pays, per month and per payer. Nothing of it is kept."""

from dataclasses import replace

from flask import Flask, Response, request

from verlof_api.intake import parse
from verlof_api.money.request import GeldIntake
from verlof_api.web.answers import json_answer
from verlof_api.web.incoming import json_body, query, require_accept
from verlof_api.web.negotiation import language
from verlof_api.web.services import Services


def register(app: Flask, services: Services) -> None:
    beoordelaar, max_body = services.beoordelaar, services.settings.max_body
    intake = GeldIntake(beoordelaar.rulebook)
    regels = services.writers.geldregels

    def geldregels() -> Response:
        require_accept(request)
        query(request)
        taal = language(request)
        vraag = intake.vraag(parse(json_body(request, max_body)), services.vandaag())
        assessment = beoordelaar.beoordeel(vraag.situatie, taal)
        (leave,) = assessment.verlofsoorten
        told = {**vraag.situatie.feiten, **beoordelaar.wishes(vraag.situatie, leave.id)}
        over = beoordelaar.over(vraag.situatie, leave.id)
        situatie = replace(vraag.situatie, feiten=told)
        regel = regels.geldregel(leave, situatie, vraag.aanvulling, vraag.voorschot, taal, over)
        return json_answer({"peildatum": assessment.peildatum, "regelset": assessment.regelset, **regel}, taal)

    app.add_url_rule("/v1/geldregels", view_func=geldregels, methods=["POST"])
