"""`GET /healthz`: the process is alive. `GET /readyz`: the rules are loaded and the engine answers."""

from flask import Flask, Response, request

from verlof_api.assessment import Situatie
from verlof_api.web import access_log
from verlof_api.web.answers import json_answer
from verlof_api.web.envelope import REQUEST_ID
from verlof_api.web.incoming import query, require_accept
from verlof_api.web.problems import Problem
from verlof_api.web.services import Services


def register(app: Flask, services: Services) -> None:
    beoordelaar = services.beoordelaar
    one = tuple(beoordelaar.rulebook.verlofsoorten)[:1]

    def healthz() -> Response:
        require_accept(request)
        query(request)
        return json_answer({"status": "ok"})

    def readyz() -> Response:
        require_accept(request)
        query(request)
        # the smallest situation there is: one leave, nothing told
        situatie = Situatie(peildatum=services.vandaag(), feiten={}, verlofsoorten=one, inclusief_voorstellen=True)
        try:
            ready = bool(beoordelaar.beoordeel(situatie)["verlofsoorten"])
        except Exception as error:
            access_log.failure(request.environ[REQUEST_ID], error)
            ready = False
        if not ready:
            raise Problem("niet-gereed")
        return json_answer({"status": "gereed"})

    app.add_url_rule("/healthz", view_func=healthz)
    app.add_url_rule("/readyz", view_func=readyz)
