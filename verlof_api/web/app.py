"""The application factory: everything that can be made before the first request is made here, once."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any, Final
from wsgiref.types import WSGIApplication

from flask import Flask, Response, request

from verlof_api import embedding
from verlof_api.advice import Adviser
from verlof_api.intake import Intake, today
from verlof_api.intake.today import now
from verlof_api.law import RULES, RulebookError
from verlof_api.library import Library
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
    negotiation,
    observers,
    openapi,
    operation,
    preflight,
    problems,
    regelset,
    security_txt,
    situaties,
    verlofsoorten,
    vragen,
    weigeringen,
    wijzigingen,
)
from verlof_api.web.envelope import Envelope
from verlof_api.web.faults import fault
from verlof_api.web.resource import register
from verlof_api.web.services import Services
from verlof_api.web.specification import Specification
from verlof_api.web.static import StaticFiles

# Every address of the API, each in a module of its own.
_RESOURCES: Final = (
    # about somebody: nothing is kept
    beoordelingen,
    weigeringen,
    brieven,
    agenda,
    kaarten,
    geldregels,
    # to look up: anyone may keep it for a while
    verlofsoorten,
    situaties,
    vragen,
    regelset,
    wijzigingen,
    openapi,
    # for who runs the service, and for who found a weakness in it
    health,
    security_txt,
)


class _Application(Flask):
    """Flask, and what the server looks for (`verlof_api.server.worker`, `verlof_api.gunicorn_conf`)."""

    fault_app: WSGIApplication
    max_body: int
    # Makes another one, by the rules as they are in the folder now. Raises RulebookError where those do not load.
    another: "Callable[[], _Application]"

    def make_default_options_response(self) -> Response:
        return preflight.answer(request, (request.url_rule and request.url_rule.methods) or ())

    def work_in_background(self) -> None:
        """Begin what is better worked out before somebody asks; called in the process that serves."""
        background.start(self)

    def renewed(self) -> "_Application":
        """What is to answer from now on, when the service is asked to read its rules again: another application by the
        new rules, or this one where they do not load. Either way the log says so."""
        try:
            another = self.another()
        except RulebookError as error:
            access_log.rules_kept(error.errors)
            return self
        another.extensions[operation.NAME].take_over(self.extensions[operation.NAME])
        return another


def _prepared(config: Mapping[str, Any], settings: Settings) -> Prepared:
    """The rules by which the service answers. Raises RulebookError with every mistake in them."""
    library: Library | None = config.get("LIBRARY")
    return Prepared.of(library) if library else Prepared.load(settings.rules or RULES, settings.cache, tidy=True)


def _services(prepared: Prepared, config: Mapping[str, Any], settings: Settings) -> Services:
    """What every resource needs."""
    library = prepared.library
    clock = config.get("KLOK", now)
    return Services(
        library.beoordelaar,
        library.situaties,
        library.scenarios,
        prepared.situation_search,
        Adviser(library.beoordelaar),
        Intake(library.rulebook, library.situaties),
        library.writers,
        settings,
        Specification.load(),
        config.get("VANDAAG", partial(today, clock)),
        clock,
        observers.metrics_of(library.rulebook, settings),
    )


def create_app(config: Mapping[str, Any] | None = None) -> _Application:
    """The service as a WSGI application. Wrong settings, and rules that do not load, stop the process.

    `config` overrides the environment (see `Settings`). Three keys are for those who embed or test it: `LIBRARY`, rules
    that were read already, `KLOK`, a function that says what time it is, and `VANDAAG`, one that says which day.
    """
    config = config or {}
    settings = Settings.read(config)
    try:
        return _application(config, settings)
    except RulebookError as error:
        stop(f"The rules do not load:\n{error}")


def _application(config: Mapping[str, Any], settings: Settings) -> _Application:
    """The application by the rules as they are now. Raises RulebookError with every mistake in them."""
    services = _services(_prepared(config, settings), config, settings)
    version = services.specification.version

    app = _Application(__name__, static_folder=None)
    app.url_map.merge_slashes = False  # an address is right or 404, never a redirect (/core/no-trailing-slash)

    # First in which languages, and what a refusal looks like: from here on nothing answers in HTML. Then who may ask,
    # before any resource.
    negotiation.speak(app, services.talen)
    problems.register(app)
    callers.register(app, services)
    for module in _RESOURCES:
        register(app, module.resources(services), settings.max_body, services.vandaag)

    # Around it, from the inside out: the page and the files of the widget, which no key or limit is for, and the
    # envelope, so that no answer is without its headers and its line in the log.
    pages = StaticFiles(app.wsgi_app, embedding.load(version))
    routes = [rule.rule for rule in app.url_map.iter_rules()]
    envelope = partial(
        Envelope,
        version=version,
        origins=settings.cors_origins,
        open_paths=openapi.PATHS | pages.paths,
        log=observers.log_of(settings, services.metrics, version, routes),
    )
    app.wsgi_app = envelope(pages)  # type: ignore[method-assign]

    # For the server: what answers to what is no request, what it need not read, what to do once it is ready, and when
    # its rules change.
    app.fault_app = envelope(fault)
    app.max_body = settings.max_body
    app.another = partial(_application, config, settings)
    app.extensions[operation.NAME] = operation.Operation(
        version, services.beoordelaar.rulebook, settings, services.metrics
    )
    return app
