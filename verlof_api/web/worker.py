"""The gunicorn worker (`worker_class = "verlof_api.web.worker.Worker"`).

What is no HTTP never reaches the application. gunicorn would answer it with a page of HTML that repeats what was sent,
and write that down together with the address of the caller. This worker answers with a problem, like everything else
here, and writes down no more than for any other request.
"""

from typing import Any, Final

from gunicorn.http import errors  # type: ignore[import-untyped]
from gunicorn.util import write_nonblock  # type: ignore[import-untyped]
from gunicorn.workers.gthread import ThreadWorker  # type: ignore[import-untyped]

from verlof_api.web import access_log, problems
from verlof_api.web.envelope import SECURITY, Envelope, new_request_id
from verlof_api.web.negotiation import LANGUAGES
from verlof_api.web.problem_texts import KINDS

_REASONS: Final = {
    400: "Bad Request",
    414: "URI Too Long",
    431: "Request Header Fields Too Large",
    500: "Internal Server Error",
}
_CODES: Final = {errors.LimitRequestLine: "adres-te-lang", errors.LimitRequestHeaders: "headers-te-groot"}


class Worker(ThreadWorker):  # type: ignore[misc]
    """A thread worker with answers of our own."""

    def handle_error(self, req: Any, client: Any, addr: Any, exc: BaseException) -> None:
        """Called by gunicorn for what it cannot turn into a request, or into an answer."""
        request_id = new_request_id()
        taal = LANGUAGES[0]
        envelope = self._envelope()
        if isinstance(exc, errors.ParseException):
            code = _CODES.get(type(exc), "ongeldig-verzoek")
            if envelope:
                envelope.log(request_id, "", None, KINDS[code].status, 0)
        else:
            code = "interne-fout"
            access_log.failure(request_id, exc)
        status = KINDS[code].status
        body = problems.body(problems.Problem(code), taal, request_id)
        headers = [
            *((envelope.version,) if envelope else ()),
            *SECURITY,
            ("Cache-Control", "no-store"),
            ("Connection", "close"),
            ("Content-Language", taal),
            ("Content-Length", str(len(body))),
            ("Content-Type", problems.MEDIA_TYPE),
            ("X-Request-Id", request_id),
        ]
        head = "".join(f"{name}: {value}\r\n" for name, value in headers)
        try:
            write_nonblock(client, f"HTTP/1.1 {status} {_REASONS[status]}\r\n{head}\r\n".encode("latin-1") + body)
        except OSError:
            self.log.debug("the caller was gone before the answer")

    def _envelope(self) -> Envelope | None:
        """That of the application, once it is there."""
        envelope = getattr(self.wsgi, "wsgi_app", None)
        return envelope if isinstance(envelope, Envelope) else None
