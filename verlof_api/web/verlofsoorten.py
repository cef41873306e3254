"""`GET /v1/verlofsoorten` and `GET /v1/verlofsoorten/{id}`: the catalogue as the law stands on `?peildatum=`.

Without a day it is that of today, which no cache may keep after midnight.
"""

from datetime import date
from functools import lru_cache

from flask import Flask, Response, request

from verlof_api.assessment import catalogue
from verlof_api.intake.today import seconds_left
from verlof_api.law.suggest import Vocabulary
from verlof_api.web.answers import Rendition, cacheable_answer
from verlof_api.web.incoming import query, require_accept
from verlof_api.web.negotiation import language
from verlof_api.web.problems import Problem
from verlof_api.web.services import Services

PEILDATUM = "peildatum"


def register(app: Flask, services: Services) -> None:
    beoordelaar, max_age = services.beoordelaar, services.settings.catalogue_max_age
    schrijver = services.writers.schrijver
    known = {PEILDATUM: services.intake.peildatum}
    words = Vocabulary(beoordelaar.rulebook.verlofsoorten)

    @lru_cache(maxsize=64)
    def all_of(peildatum: date, taal: str) -> Rendition:
        soorten = catalogue.verlofsoorten(beoordelaar, peildatum, taal)
        for soort in soorten:
            soort["briefBij"] = list(schrijver.oordelen(soort["id"]))
        return Rendition.of_json({"peildatum": peildatum.isoformat(), "verlofsoorten": soorten}, taal)

    @lru_cache(maxsize=256)
    def one_of(verlofsoort: str, peildatum: date, taal: str) -> Rendition | None:
        card = catalogue.verlofsoort(beoordelaar, verlofsoort, peildatum, taal)
        if card is None:
            return None
        card["briefBij"] = list(schrijver.oordelen(verlofsoort))
        if card["vanKracht"]:
            card["weigering"] = services.writers.weigeringen.kaart(verlofsoort, peildatum, taal)
        return Rendition.of_json(card, taal)

    def peildatum() -> tuple[date, int]:
        """The day, and for how many seconds an answer about it may be kept."""
        asked: date | None = query(request, known).get(PEILDATUM)
        if asked is not None:
            return asked, max_age
        # first how long it is today: a midnight in between makes the answer too short-lived, never too old
        left = seconds_left(services.clock)
        return services.vandaag(), min(max_age, left)

    def verlofsoorten() -> Response:
        require_accept(request)
        dag, kept = peildatum()
        return cacheable_answer(request, all_of(dag, language(request)), kept)

    def verlofsoort(id: str) -> Response:
        require_accept(request)
        dag, kept = peildatum()
        card = one_of(id, dag, language(request)) if id in beoordelaar.rulebook.verlofsoorten else None
        if card is None:
            meant = words.nearest(id)
            raise Problem("onbekende-verlofsoort", members={"bedoelde": meant} if meant else {})
        return cacheable_answer(request, card, kept)

    app.add_url_rule("/v1/verlofsoorten", view_func=verlofsoorten)
    app.add_url_rule("/v1/verlofsoorten/<id>", view_func=verlofsoort)
