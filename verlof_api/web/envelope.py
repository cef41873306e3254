"""What every answer carries, whatever made it: security and CORS headers, the version, a request id, a log line.

It is WSGI middleware around the whole application, so that an error page or a 405 cannot slip past it, and it costs a
few list concatenations per request.
"""

from collections.abc import Callable, Iterable
from time import perf_counter
from typing import TYPE_CHECKING, Final
from uuid import uuid4
from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

from verlof_api.web.access_log import Log
from verlof_api.web.tracing import taken_over, trace_of

if TYPE_CHECKING:
    from _typeshed import OptExcInfo

REQUEST_ID: Final = "verlof.request_id"
OWN_SECURITY: Final = "verlof.own_security"  # in the environment: the headers of a page, in place of `SECURITY`

Header = tuple[str, str]

# NL GOV API Design Rules 2.2, /core/transport/security-headers; Referrer-Policy and default-src are ours, in depth.
_SECURITY: Final[tuple[Header, ...]] = (
    ("Referrer-Policy", "no-referrer"),
    ("Strict-Transport-Security", "max-age=31536000; includeSubDomains"),
    ("X-Content-Type-Options", "nosniff"),
    ("X-Frame-Options", "DENY"),
)
_EXPOSED: Final = (
    "Access-Control-Expose-Headers",
    "API-Version, Content-Language, ETag, RateLimit, RateLimit-Policy, Retry-After, X-Request-Id",
)
_ANY_ORIGIN: Final = ("Access-Control-Allow-Origin", "*")


def security(policy: str) -> list[Header]:
    """The headers of a page with this Content-Security-Policy."""
    return [("Content-Security-Policy", policy), *_SECURITY]


SECURITY: Final = security("default-src 'none'; frame-ancestors 'none'")


def new_request_id() -> str:
    return str(uuid4())


class Envelope:
    """Middleware. `open_paths` may be read by a script of any origin, the rest by those of `origins`;
    `log` is told of every answer."""

    def __init__(
        self, app: WSGIApplication, version: str, origins: frozenset[str], open_paths: frozenset[str], log: Log
    ) -> None:
        self._app = app
        self.version: Header = ("API-Version", version)
        self._origins = origins
        self._any_origin = [_ANY_ORIGIN, _EXPOSED]
        self._open_to_all = "*" in origins
        self._open_paths = open_paths
        self.log = log

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        started = perf_counter()
        request_id = environ[REQUEST_ID] = taken_over(environ.get("HTTP_X_REQUEST_ID")) or new_request_id()
        trace = trace_of(environ.get("HTTP_TRACEPARENT"))

        def finish(
            status: str, headers: list[Header], exc_info: "OptExcInfo | None" = None
        ) -> Callable[[bytes], object]:
            headers.append(self.version)
            headers += environ.get(OWN_SECURITY, SECURITY)
            headers += self._cors(environ)
            headers.append(("X-Request-Id", request_id))
            if not any(name == "Cache-Control" for name, _ in headers):
                headers.append(("Cache-Control", "no-store"))
            self.log(
                request_id,
                environ["REQUEST_METHOD"],
                _route(environ),
                int(status[:3]),
                (perf_counter() - started) * 1000,
                trace,
            )
            return start_response(status, headers, exc_info)

        return self._app(environ, finish)

    def _cors(self, environ: WSGIEnvironment) -> list[Header]:
        """The CORS protocol of the Fetch standard, without credentials."""
        if self._open_to_all or environ["PATH_INFO"] in self._open_paths:
            return self._any_origin
        origin = environ.get("HTTP_ORIGIN")
        if origin in self._origins:
            return [("Access-Control-Allow-Origin", origin), _EXPOSED, ("Vary", "Origin")]
        return [("Vary", "Origin")]


def _route(environ: WSGIEnvironment) -> str | None:
    """For the log: the pattern that matched, which is ours, instead of the path, which is the caller's."""
    request = environ.get("werkzeug.request")
    rule = getattr(request, "url_rule", None)
    return None if rule is None else str(rule.rule)
