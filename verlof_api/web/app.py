"""The application factory: everything that can be made before the first request is made here, once."""

import os
from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING, Any

from flask import Flask, Response, request

from verlof_api import embedding, output
from verlof_api.advice import Adviser
from verlof_api.intake import Intake, vandaag
from verlof_api.intake.today import nu
from verlof_api.law import Rulebook, RulebookError
from verlof_api.prepared import Prepared
from verlof_api.settings import Settings, stop
from verlof_api.web import (
    access_log,
    agenda,
    background,
    beoordelingen,
    brieven,
    callers,
    geldregels,
    health,
    kaarten,
    openapi,
    operation,
    problems,
    regelset,
    security_txt,
    situaties,
    tracing,
    verlofsoorten,
    vragen,
    weigeringen,
    wijzigingen,
)
from verlof_api.web.envelope import Envelope
from verlof_api.web.faults import fault
from verlof_api.web.services import Services
from verlof_api.web.static import StaticFiles

if TYPE_CHECKING:
    from _typeshed.wsgi import WSGIApplication

    from verlof_api.web.metrics import Metrics
    from verlof_api.web.spans import Spans

_RESOURCES = (
    *(beoordelingen, weigeringen, brieven, agenda, kaarten, geldregels),
    *(verlofsoorten, situaties, vragen, regelset, wijzigingen, health, security_txt),
)
# A reload makes new workers before the old ones stop, an operator may add some (TTIN), and a killed one is replaced.
_PROCESSES_PER_WORKER = 8
# What a script of another site may send: what we read.
_ALLOWED_HEADERS = "Accept, Accept-Language, Authorization, Content-Type, If-None-Match, Traceparent, X-Request-Id"


class _Application(Flask):
    """Flask, with an answer to OPTIONS that has no body and also answers a preflight (Fetch standard)."""

    # for the server (verlof_api.server.worker)
    fault_app: "WSGIApplication"
    max_body: int

    def make_default_options_response(self) -> Response:
        allowed = ", ".join(sorted(request.url_rule.methods or ())) if request.url_rule else ""
        headers = [("Allow", allowed)]
        if "HTTP_ACCESS_CONTROL_REQUEST_METHOD" in request.environ:
            headers += [
                ("Access-Control-Allow-Methods", allowed),
                ("Access-Control-Allow-Headers", _ALLOWED_HEADERS),
                ("Access-Control-Max-Age", "86400"),
            ]
        response = Response(None, 204, headers)
        del response.headers["Content-Type"]
        return response

    def work_in_background(self) -> None:
        """Begin what is better worked out before somebody asks; called in the process that serves."""
        background.start(self)


def _services(config: Mapping[str, Any], settings: Settings) -> Services:
    """What every resource needs, from the rules of this package; wrong rules stop the process, saying every place."""
    try:
        beoordelaar = config.get("BEOORDELAAR")
        prepared = Prepared.of(beoordelaar) if beoordelaar else Prepared.load(folder=settings.cache)
    except RulebookError as error:
        raise SystemExit(f"The rules do not load:\n{error}") from error
    clock = config.get("KLOK", nu)
    rulebook = prepared.beoordelaar.rulebook
    return Services(
        prepared.beoordelaar,
        prepared.zoeker,
        Adviser(prepared.beoordelaar),
        Intake(rulebook),
        prepared.writers,
        settings,
        config.get("VANDAAG", partial(vandaag, clock)),
        clock,
        _metrics(rulebook, settings),
    )


def _metrics(rulebook: Rulebook, settings: Settings) -> "Metrics | None":
    if settings.metrics_port is None:
        return None
    from verlof_api.web.metrics import Metrics  # and prometheus-client only where they are asked for

    return Metrics(rulebook)


def _spans(version: str) -> "Spans | None":
    if tracing.COLLECTORS.isdisjoint(name for name, value in os.environ.items() if value):
        return None
    try:
        from verlof_api.web.spans import Spans
    except ImportError as error:
        stop(f"OpenTelemetry is gevraagd, maar niet geïnstalleerd: pip install 'verlof-api[otel]' ({error})")
    return Spans(version)


def _log(app: Flask, version: str, services: Services) -> access_log.Log:
    """What is told of every answer: written down, recorded, counted, any of these or none."""
    log = access_log.request if services.settings.access_log else access_log.silent
    spans = _spans(version)
    if spans:
        log = spans.recording(log)
    if services.metrics is None:
        return log
    routes = [rule.rule for rule in app.url_map.iter_rules()]
    counted = services.metrics.counting(log, routes, _PROCESSES_PER_WORKER * services.settings.workers)
    output.log.on_drop = services.metrics.lost_lines
    return counted


def create_app(config: Mapping[str, Any] | None = None) -> Flask:
    """The service as a WSGI application.

    `config` overrides the environment (see `Settings`). Three keys are for those who embed or test it: `BEOORDELAAR`, a
    core that was built already, `KLOK`, a function that says what time it is, and `VANDAAG`, one that says which day.
    """
    config = config or {}
    settings = Settings.read(config)
    services = _services(config, settings)
    specification = openapi.load()

    app = _Application(__name__, static_folder=None)
    app.url_map.merge_slashes = False  # an address is right or 404, never a redirect (/core/no-trailing-slash)
    problems.register(app)
    callers.register(app, services)
    for resource in _RESOURCES:
        resource.register(app, services)
    openapi.register(app, specification, settings.catalogue_max_age)
    pages = StaticFiles(app.wsgi_app, embedding.load(specification.version))
    envelope = partial(
        Envelope,
        version=specification.version,
        origins=settings.cors_origins,
        open_paths=openapi.PATHS | pages.paths,
        log=_log(app, specification.version, services),
    )
    app.wsgi_app = envelope(pages)  # type: ignore[method-assign]
    app.fault_app = envelope(fault)
    app.max_body = settings.max_body
    app.extensions[operation.NAME] = operation.Operation(
        specification.version, services.beoordelaar.rulebook, settings, services.metrics
    )
    return app
