"""What the server could not read, or the application could not answer, as a problem like everything else here.

A WSGI application of its own beside Flask: such a request never gets as far as a route.
"""

from collections.abc import Iterable
from http import HTTPStatus
from typing import Final
from wsgiref.types import StartResponse, WSGIEnvironment

from verlof_api.law.talen import TAAL_VAN_DE_WET
from verlof_api.server.exchange import FAILURE, FAULT
from verlof_api.web import access_log, problems
from verlof_api.web.envelope import REQUEST_ID
from verlof_api.web.problem_kinds import STATUS
from verlof_api.web.problems import ProblemError

_CODES: Final = {
    400: "ongeldig-verzoek",
    408: "te-traag",
    414: "adres-te-lang",
    431: "headers-te-groot",
    500: "interne-fout",
}


def fault(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
    """In Dutch: whether the caller asked for another language is not known."""
    request_id, taal, code = environ[REQUEST_ID], TAAL_VAN_DE_WET, _CODES[environ[FAULT]]
    if environ[FAILURE] is not None:
        access_log.failure(request_id, environ[FAILURE])
    status = HTTPStatus(STATUS[code])
    headers = [("Content-Type", problems.MEDIA_TYPE), ("Content-Language", taal)]
    start_response(f"{status.value} {status.phrase}", headers)
    return [problems.body(ProblemError(code), taal, request_id)]
