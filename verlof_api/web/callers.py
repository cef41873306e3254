"""Who may ask, and how often: the key that a request comes with, and the limit that it counts for.

Both are hooks of the application around every resource, so that a refusal is a problem like any other and has its line
in the log. Where the operator set neither nothing is hooked in, and it costs nothing. The page and the files of the
widget never come here.
"""

from collections.abc import Callable
from datetime import date
from typing import Final

from flask import Flask, Request, Response, request

from verlof_api.keys import KeyFile, KeysError
from verlof_api.settings import Settings, stop
from verlof_api.settings.callers import Limit
from verlof_api.web import access_log, openapi
from verlof_api.web.addresses import origin
from verlof_api.web.count import Count
from verlof_api.web.problems import ProblemError
from verlof_api.web.services import Services

COUNT: Final = "verlof.count"  # in the environment: how the caller stands, for the headers of the answer

_PROBES: Final = frozenset({"/healthz", "/readyz"})  # of who runs the service: never refused
_OPEN: Final = _PROBES | openapi.PATHS  # /core/publish-openapi: the contract asks for no credentials
_FOR_EVERYONE: Final = "/.well-known/"  # RFC 8615
_ADDRESS, _KEY = "adres", "sleutel"  # what is counted: the names of the policies in the headers
_CHALLENGE: Final = 'Bearer realm="verlofregelaar"'  # RFC 6750, section 3


def register(app: Flask, services: Services) -> None:
    """Hang in what the operator set. A file of keys that is wrong stops the process, saying every place."""
    keys = _keys(services.settings, services.vandaag)
    limits = _limits(services)
    if keys is None and limits is None:
        return

    def admit() -> None:
        # `request` stands for the current request and looks it up at every use: once is enough
        current = request._get_current_object()  # type: ignore[attr-defined]
        rule = None if current.url_rule is None else current.url_rule.rule
        if current.method == "OPTIONS" or rule in _PROBES:  # a preflight of a browser has no key, and does nothing
            return
        name, refusal = keys.name(current) if keys else (None, None)
        if limits:
            limits.count(current, name)  # first, so that who only guesses at keys is limited too
        # where nothing is, saying so tells nobody more than the contract does
        if refusal and rule is not None and rule not in _OPEN and not rule.startswith(_FOR_EVERYONE):
            raise refusal

    app.before_request(admit)
    if limits:
        app.after_request(_tell)


def _tell(response: Response) -> Response:
    count: Count | None = request.environ.get(COUNT)
    if count:
        response.headers.extend(count.headers())
    return response


class _Keys:
    """Whose key a request comes with (RFC 6750). `needed`: whether one without is refused; a wrong one always is."""

    def __init__(self, file: KeyFile, vandaag: Callable[[], date], *, needed: bool) -> None:
        self._file, self._vandaag, self._needed = file, vandaag, needed

    def name(self, current: Request) -> tuple[str | None, ProblemError | None]:
        """The name of a key that works, or what is wrong."""
        scheme, _, told = current.environ.get("HTTP_AUTHORIZATION", "").partition(" ")
        if not scheme and not self._needed:
            return None, None
        if scheme.lower() != "bearer":
            return None, ProblemError("sleutel-ontbreekt", headers={"WWW-Authenticate": _CHALLENGE})
        key = self._file.find(told.strip())
        if key is None:
            wrong = f'{_CHALLENGE}, error="invalid_token"'
            return None, ProblemError("sleutel-onbekend", headers={"WWW-Authenticate": wrong})
        if not key.works_on(self._vandaag()):
            return None, ProblemError("sleutel-verlopen")
        return key.name, None


def _keys(settings: Settings, vandaag: Callable[[], date]) -> _Keys | None:
    if settings.keys is None:
        return None
    try:
        file = KeyFile(settings.keys, lambda: access_log.warning("sleutels-onleesbaar"))
    except KeysError as error:
        stop(f"VERLOF_SLEUTELS:\n{error}")
    return _Keys(file, vandaag, needed=settings.key_needed)


class _Limits:
    """Which limit a request counts for: that of its key, or else that of its address.

    count: counts one request, from what is counted (address or key), whose, and the limit; None when it could not.
    """

    def __init__(self, settings: Settings, count: Callable[[str, str, Limit], Count | None]) -> None:
        self._count = count
        self._proxies = settings.proxies
        self._of_address: Limit | None = settings.limit
        self._of_key: Limit | None = settings.key_limit or settings.limit

    def count(self, current: Request, key: str | None) -> None:
        """Count it; Problem when it is one too many."""
        limit = self._of_address if key is None else self._of_key
        if limit is None:
            return
        if key is None:
            count = self._count(_ADDRESS, origin(current.environ, self._proxies), limit)
        else:
            count = self._count(_KEY, key, limit)
        current.environ[COUNT] = count
        if count and count.exceeded:
            raise ProblemError("te-veel-verzoeken", headers={"Retry-After": str(count.seconds)})


def _limits(services: Services) -> _Limits | None:
    settings = services.settings
    if settings.limit is None and settings.key_limit is None:
        return None
    from verlof_api.web.limits import Counter  # the library takes a while to load: not where nothing is counted

    uncounted = services.metrics.unlimited if services.metrics else _nobody_asks
    counter = Counter(settings.limit_storage, settings.limit_secret, access_log.warning, uncounted)
    return _Limits(settings, counter.count)


def _nobody_asks() -> None:
    """Where there are no metrics."""
