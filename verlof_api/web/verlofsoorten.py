"""`GET /v1/verlofsoorten` and `GET /v1/verlofsoorten/{id}`: the catalogue as the law stands on `?peildatum=`.

Without a day it is that of today, which no cache may keep after midnight.
"""

from collections.abc import Mapping
from datetime import date
from functools import lru_cache

from verlof_api.assessment import catalogue
from verlof_api.intake.today import seconds_left
from verlof_api.law.suggest import Vocabulary
from verlof_api.web.answers import KeptReply, Rendition
from verlof_api.web.problems import ProblemError
from verlof_api.web.resource import Asked, Query, Resource, get
from verlof_api.web.services import Services

PEILDATUM = "peildatum"


def resources(services: Services) -> list[Resource]:
    beoordelaar, max_age = services.beoordelaar, services.settings.catalogue_max_age
    letter_writer = services.writers.letter_writer
    on_a_day = Query({PEILDATUM: services.intake.peildatum}, _peildatum)
    words = Vocabulary(beoordelaar.rulebook.verlofsoorten)

    @lru_cache(maxsize=64)
    def all_of(peildatum: date, taal: str) -> Rendition:
        soorten = catalogue.verlofsoorten(beoordelaar, peildatum, taal)
        for soort in soorten:
            soort["briefBij"] = list(letter_writer.oordelen(str(soort["id"])))
        return Rendition.of_json({"peildatum": peildatum.isoformat(), "verlofsoorten": soorten}, taal)

    @lru_cache(maxsize=256)
    def one_of(verlofsoort: str, peildatum: date, taal: str) -> Rendition | None:
        card = catalogue.verlofsoort(beoordelaar, verlofsoort, peildatum, taal)
        if card is None:
            return None
        card["briefBij"] = list(letter_writer.oordelen(verlofsoort))
        if card["vanKracht"]:
            card["weigering"] = services.writers.weigeringen.kaart(verlofsoort, peildatum, taal)
        return Rendition.of_json(card, taal)

    def day_and_age(asked: date | None) -> tuple[date, int]:
        """The day, and for how many seconds an answer about it may be kept."""
        if asked is not None:
            return asked, max_age
        # first how long it is today: a midnight in between makes the answer too short-lived, never too old
        left = seconds_left(services.clock)
        return services.vandaag(), min(max_age, left)

    def verlofsoorten(asked: Asked[date | None]) -> KeptReply:
        dag, kept = day_and_age(asked.input)
        return KeptReply(all_of(dag, asked.taal), kept)

    def verlofsoort(asked: Asked[date | None]) -> KeptReply:
        id = asked.path["id"]
        dag, kept = day_and_age(asked.input)
        card = one_of(id, dag, asked.taal) if id in beoordelaar.rulebook.verlofsoorten else None
        if card is None:
            meant = words.nearest(id)
            raise ProblemError("onbekende-verlofsoort", members={"bedoelde": meant} if meant else {})
        return KeptReply(card, kept)

    return [
        Resource("/v1/verlofsoorten", get(verlofsoorten, on_a_day)),
        Resource("/v1/verlofsoorten/<id>", get(verlofsoort, on_a_day)),
    ]


def _peildatum(read: Mapping[str, date]) -> date | None:
    return read.get(PEILDATUM)
