"""`POST /v1/brieven`: the letter for one leave, as text, web page or Word file. Nothing of it is kept."""

from collections.abc import Callable, Mapping
from typing import Final

from flask import Flask, Response, request

from verlof_api.intake import parse
from verlof_api.letters import Brief, GeenBrief, als_docx, als_html, als_tekst, docx
from verlof_api.letters.html import POLICY
from verlof_api.letters.request import BriefIntake
from verlof_api.web.envelope import OWN_SECURITY, security
from verlof_api.web.incoming import json_body, query, require_accept
from verlof_api.web.negotiation import accepts, language
from verlof_api.web.problems import Problem
from verlof_api.web.services import Services

MEDIA_TYPES: Final[Mapping[str, str]] = {"tekst": "text/plain", "html": "text/html", "docx": docx.MEDIA_TYPE}
WRITERS: Final[Mapping[str, Callable[[Brief], str | bytes]]] = {"tekst": als_tekst, "html": als_html, "docx": als_docx}
_EXTENSIONS: Final[Mapping[str, str]] = {"tekst": "txt", "html": "html", "docx": "docx"}
_SECURITY_OF_PAGE: Final = security(POLICY)


def register(app: Flask, services: Services) -> None:
    beoordelaar, max_body = services.beoordelaar, services.settings.max_body
    schrijver = services.writers.schrijver
    intake = BriefIntake(beoordelaar.rulebook, schrijver.brieven)

    def brieven() -> Response:
        query(request)
        spoken = language(request)
        vraag = intake.vraag(parse(json_body(request, max_body)), services.vandaag())
        formaat = vraag.formaat or next((each for each, type in MEDIA_TYPES.items() if accepts(request, type)), "tekst")
        require_accept(request, MEDIA_TYPES[formaat])
        taal = vraag.taal or spoken
        # A leave names its ordinary letter first.
        variant = vraag.variant or next(iter(schrijver.varianten(vraag.verlofsoort)), "")
        try:
            brief = schrijver.schrijf(vraag.situatie, vraag.verlofsoort, variant, taal)
        except GeenBrief as geen:
            raise Problem("geen-brief", words={"reden": geen.reden}, members=_helps(geen)) from None
        if formaat == "html":
            request.environ[OWN_SECURITY] = _SECURITY_OF_PAGE
        extension = _EXTENSIONS[formaat]
        headers = [
            ("Content-Language", taal.replace("+", ", ")),
            ("Content-Disposition", f'attachment; filename="brief.{extension}"'),
        ]
        media_type = MEDIA_TYPES[formaat] + ("" if formaat == "docx" else "; charset=utf-8")
        return Response(WRITERS[formaat](brief), 200, headers, content_type=media_type)

    app.add_url_rule("/v1/brieven", view_func=brieven, methods=["POST"])


def _helps(geen: GeenBrief) -> dict[str, object]:
    """What may be told, or asked for instead, so that there is a letter."""
    members = {"ontbrekendeFeiten": list(geen.ontbrekende_feiten), "varianten": list(geen.varianten)}
    return {name: value for name, value in members.items() if value}
