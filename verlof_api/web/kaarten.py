"""`POST /v1/kaarten`: what the answer says about one leave, as one page to print. Nothing of it is kept."""

from typing import Final

from verlof_api.assessment import Situatie
from verlof_api.card.request import KaartIntake
from verlof_api.card.writer import POLICY, kaart_html
from verlof_api.web.answers import Reply
from verlof_api.web.resource import Asked, Resource, post
from verlof_api.web.services import Services

HTML: Final = "text/html"
_AS_PAGE: Final = ("Content-Disposition", 'inline; filename="kaart.html"')


def resources(services: Services) -> list[Resource]:
    beoordelaar, brieven = services.beoordelaar, services.writers.letter_writer.brieven
    intake = KaartIntake(beoordelaar.rulebook, services.situaties)

    def kaarten(asked: Asked[Situatie]) -> Reply:
        (leave,) = beoordelaar.beoordeel(asked.input, asked.taal).verlofsoorten
        page = kaart_html(beoordelaar, brieven, leave, asked.input.peildatum, asked.taal)
        return Reply(page, asked.taal, HTML, (_AS_PAGE,), POLICY)

    return [Resource("/v1/kaarten", post(kaarten, intake.situatie, gives=(HTML,)))]
