"""Every answer that is not a success: `application/problem+json` (RFC 9457), in the language asked for.

`instance` is a name for this one occurrence, made here and written in the log; nothing of the request is repeated.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final, Never

import orjson
from flask import Flask, Response, request
from werkzeug.exceptions import HTTPException, MethodNotAllowed

from verlof_api.intake import InputErrors
from verlof_api.web import access_log
from verlof_api.web.envelope import REQUEST_ID
from verlof_api.web.negotiation import language
from verlof_api.web.problem_kinds import STATUS, URN, words_for

MEDIA_TYPE: Final = "application/problem+json"

_NOTHING: Mapping[str, Never] = MappingProxyType({})
# What Flask itself finds wrong; the rest is found by the resources.
_BY_STATUS: Final[Mapping[int, str]] = {
    404: "niet-gevonden",
    405: "methode-niet-toegestaan",
}
_BAD_RANGE: Final = frozenset({"buiten-bereik"})


class ProblemError(Exception):
    """Raised by a resource to answer with a problem; `words` fill the detail, `members` are added to the body."""

    def __init__(
        self,
        code: str,
        *,
        words: Mapping[str, object] = _NOTHING,
        members: Mapping[str, object] = _NOTHING,
        headers: Mapping[str, str] = _NOTHING,
    ) -> None:
        super().__init__(code)
        self.code, self.words, self.members, self.headers = code, words, members, headers


def body(problem: ProblemError, taal: str, request_id: str) -> bytes:
    """The members of RFC 9457, section 3.1, and those of the problem."""
    words = words_for(problem.code, taal)
    return orjson.dumps(
        {
            "type": URN + problem.code,
            "title": words["titel"],
            "status": STATUS[problem.code],
            "detail": words["uitleg"].format(**problem.words),
            "instance": f"urn:uuid:{request_id}",
            **problem.members,
        }
    )


def answer(problem: ProblemError) -> Response:
    taal = language(request)
    return Response(
        body(problem, taal, request.environ[REQUEST_ID]),
        STATUS[problem.code],
        [("Content-Language", taal), *problem.headers.items()],
        content_type=MEDIA_TYPE,
    )


def register(app: Flask) -> None:
    """Hang the handlers in the application. From here on nothing answers in HTML."""

    def bad_input(error: InputErrors) -> Response:
        # the type says as much as is true of all mistakes together
        code = "buiten-bereik" if error.codes == _BAD_RANGE else "ongeldige-invoer"
        return answer(ProblemError(code, members={"fouten": error.in_taal(language(request))}))

    def http_error(error: HTTPException) -> Response:
        status = error.code or 500
        if status >= 500:
            return answer(ProblemError("interne-fout"))
        headers = {}
        if isinstance(error, MethodNotAllowed):
            headers["Allow"] = ", ".join(sorted(error.valid_methods or ()))
        return answer(ProblemError(_BY_STATUS.get(status, "ongeldig-verzoek"), headers=headers))

    def failure(error: Exception) -> Response:
        access_log.failure(request.environ[REQUEST_ID], error)
        return answer(ProblemError("interne-fout"))

    app.register_error_handler(ProblemError, answer)
    app.register_error_handler(InputErrors, bad_input)
    app.register_error_handler(HTTPException, http_error)
    app.register_error_handler(Exception, failure)
