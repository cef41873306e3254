"""`GET /healthz`: the process is alive. `GET /readyz`: the engine answers and the clock can be right.

Ready also tells which tables of amounts end soon, for whoever keeps the rules.
"""

from verlof_api.assessment import Situatie
from verlof_api.law.bedragtabel import aflopend
from verlof_api.web import access_log
from verlof_api.web.answers import Reply
from verlof_api.web.problem_kinds import why_not_ready
from verlof_api.web.problems import ProblemError
from verlof_api.web.resource import Asked, Resource, get
from verlof_api.web.services import Services


def resources(services: Services) -> list[Resource]:
    beoordelaar = services.beoordelaar
    rulebook = beoordelaar.rulebook
    one = tuple(rulebook.verlofsoorten)[:1]

    def why_not(request_id: str) -> str | None:
        """The reason for which no answer of now can be right, as `why_not_ready` takes it."""
        today = services.vandaag()
        if today < rulebook.eerste_dag:
            return "klok"  # a machine that woke up without a clock: everything it says is about the wrong day
        # the smallest situation there is: one leave, nothing told
        situatie = Situatie(peildatum=today, feiten={}, verlofsoorten=one, inclusief_voorstellen=True)
        try:
            ready = bool(beoordelaar.beoordeel(situatie).verlofsoorten)
        except Exception as error:
            access_log.failure(request_id, error)
            ready = False
        return None if ready else "regels"

    def ending() -> list[dict[str, str]]:
        """The tables of amounts that end soon, each with its last day. What is still right is ready all the same."""
        if rulebook.grenzen is None:
            return []
        soon = aflopend(rulebook.bedragen.values(), services.vandaag(), rulebook.grenzen.eindigt_binnen)
        return [{"id": tabel.id, "naam": tabel.naam, "tot": tabel.laatste_dag.isoformat()} for tabel in soon]

    def healthz(asked: Asked[None]) -> Reply:
        return Reply.of_json({"status": "ok"}, None)

    def readyz(asked: Asked[None]) -> Reply:
        reason = why_not(asked.request_id)
        if reason:
            raise ProblemError("niet-gereed", members={"reden": why_not_ready(reason, asked.taal)})
        tables = ending()
        return Reply.of_json({"status": "gereed"} | ({"aflopendeBedragen": tables} if tables else {}), None)

    return [Resource("/healthz", get(healthz)), Resource("/readyz", get(readyz))]
