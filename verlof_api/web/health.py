"""`GET /healthz`: the process is alive. `GET /readyz`: the engine answers and the clock can be right.

Ready also tells which tables of amounts end soon, for whoever keeps the rules.
"""

from flask import Flask, Response, request

from verlof_api.assessment import Situatie
from verlof_api.law.bedragtabel import aflopend
from verlof_api.web import access_log
from verlof_api.web.answers import json_answer
from verlof_api.web.envelope import REQUEST_ID
from verlof_api.web.incoming import query, require_accept
from verlof_api.web.negotiation import language
from verlof_api.web.problem_kinds import why_not_ready
from verlof_api.web.problems import Problem
from verlof_api.web.services import Services


def register(app: Flask, services: Services) -> None:
    beoordelaar = services.beoordelaar
    rulebook = beoordelaar.rulebook
    one = tuple(rulebook.verlofsoorten)[:1]

    def why_not() -> str | None:
        """The reason for which no answer of now can be right, as `why_not_ready` takes it."""
        today = services.vandaag()
        if today < rulebook.eerste_dag:
            return "klok"  # a machine that woke up without a clock: everything it says is about the wrong day
        # the smallest situation there is: one leave, nothing told
        situatie = Situatie(peildatum=today, feiten={}, verlofsoorten=one, inclusief_voorstellen=True)
        try:
            ready = bool(beoordelaar.beoordeel(situatie).verlofsoorten)
        except Exception as error:
            access_log.failure(request.environ[REQUEST_ID], error)
            ready = False
        return None if ready else "regels"

    def ending() -> list[dict[str, str]]:
        """The tables of amounts that end soon, each with its last day. What is still right is ready all the same."""
        if rulebook.grenzen is None:
            return []
        soon = aflopend(rulebook.bedragen.values(), services.vandaag(), rulebook.grenzen.eindigt_binnen)
        return [{"id": tabel.id, "naam": tabel.naam, "tot": tabel.laatste_dag.isoformat()} for tabel in soon]

    def healthz() -> Response:
        require_accept(request)
        query(request)
        return json_answer({"status": "ok"})

    def readyz() -> Response:
        require_accept(request)
        query(request)
        reason = why_not()
        if reason:
            raise Problem("niet-gereed", members={"reden": why_not_ready(reason, language(request))})
        tables = ending()
        return json_answer({"status": "gereed"} | ({"aflopendeBedragen": tables} if tables else {}))

    app.add_url_rule("/healthz", view_func=healthz)
    app.add_url_rule("/readyz", view_func=readyz)
