"""`POST /v1/geldregels`: what one leave pays, per month and per payer. Nothing of it is kept."""

from dataclasses import replace

from verlof_api.money.request import GeldIntake, GeldVraag
from verlof_api.web.answers import Reply
from verlof_api.web.resource import Asked, Resource, post
from verlof_api.web.services import Services


def resources(services: Services) -> list[Resource]:
    beoordelaar, regels = services.beoordelaar, services.writers.geldregels
    intake = GeldIntake(beoordelaar.rulebook, services.situaties)

    def geldregels(asked: Asked[GeldVraag]) -> Reply:
        vraag, taal = asked.input, asked.taal
        assessment = beoordelaar.beoordeel(vraag.situatie, taal)
        (leave,) = assessment.verlofsoorten
        told = {**vraag.situatie.feiten, **beoordelaar.wishes(vraag.situatie, leave.id)}
        over = beoordelaar.over(vraag.situatie, leave.id)
        situatie = replace(vraag.situatie, feiten=told)
        regel = regels.geldregel(leave, situatie, vraag.aanvulling, vraag.voorschot, taal, over)
        return Reply.of_json({"peildatum": assessment.peildatum, "regelset": assessment.regelset, **regel}, taal)

    return [Resource("/v1/geldregels", post(geldregels, intake.vraag))]
