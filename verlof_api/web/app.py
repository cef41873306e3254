"""The application factory: everything that can be made before the first request is made here, once."""

from collections.abc import Mapping
from functools import partial
from typing import Any

from flask import Flask, Response, request

from verlof_api import embedding
from verlof_api.assessment import Beoordelaar
from verlof_api.documents.writers import Writers
from verlof_api.intake import Intake, vandaag
from verlof_api.intake.today import nu
from verlof_api.rulebook import RulebookError, load_rulebook
from verlof_api.web import (
    agenda,
    background,
    beoordelingen,
    brieven,
    geldregels,
    health,
    kaarten,
    openapi,
    problems,
    regelset,
    situaties,
    verlofsoorten,
    vragen,
    weigeringen,
    wijzigingen,
)
from verlof_api.web.envelope import Envelope
from verlof_api.web.services import Services
from verlof_api.web.settings import Settings
from verlof_api.web.static import StaticFiles

_RESOURCES = (
    *(beoordelingen, weigeringen, brieven, agenda, kaarten, geldregels),
    *(verlofsoorten, situaties, vragen, regelset, wijzigingen, health),
)


class _Application(Flask):
    """Flask, with an answer to OPTIONS that has no body and also answers a preflight (Fetch standard)."""

    def make_default_options_response(self) -> Response:
        allowed = ", ".join(sorted(request.url_rule.methods or ())) if request.url_rule else ""
        headers = [("Allow", allowed)]
        if "HTTP_ACCESS_CONTROL_REQUEST_METHOD" in request.environ:
            headers += [
                ("Access-Control-Allow-Methods", allowed),
                ("Access-Control-Allow-Headers", "Accept, Accept-Language, Content-Type, If-None-Match"),
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
        beoordelaar = config.get("BEOORDELAAR") or Beoordelaar(load_rulebook())
        writers = Writers.load(beoordelaar)
    except RulebookError as error:
        raise SystemExit(f"The rules do not load:\n{error}") from error
    clock = config.get("KLOK", nu)
    today = config.get("VANDAAG", partial(vandaag, clock))
    return Services(beoordelaar, Intake(beoordelaar.rulebook), writers, settings, today, clock)


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
    for resource in _RESOURCES:
        resource.register(app, services)
    openapi.register(app, specification, settings.catalogue_max_age)
    pages = StaticFiles(app.wsgi_app, embedding.load(specification.version))
    app.wsgi_app = Envelope(  # type: ignore[method-assign]
        pages,
        specification.version,
        settings.cors_origins,
        openapi.PATHS | pages.paths,
        log=settings.access_log,
    )
    return app
