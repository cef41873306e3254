"""`POST /v1/brieven`: the letter for one leave, as text, web page, Word file or message. Nothing of it is kept.

It takes the refusal of `POST /v1/weigeringen`, and says of it what that says.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Final

from verlof_api.letters import Brief, NoLetterError, als_bericht, als_docx, als_html, als_tekst, docx
from verlof_api.letters.html import POLICY
from verlof_api.letters.request import BriefIntake, BriefVraag
from verlof_api.refusals.request import not_yet, read_refusal, refusal_field
from verlof_api.web.answers import Reply
from verlof_api.web.problems import ProblemError
from verlof_api.web.resource import Asked, Resource, post
from verlof_api.web.services import Services


@dataclass(frozen=True)
class _Form:
    """A form that a letter can have. policy: of a page."""

    media_type: str
    extension: str
    write: Callable[[Brief], str | bytes]
    policy: str | None = None
    name: str = "brief"


# by the name that the body calls it, the ordinary one first
_FORMS: Final = {
    "tekst": _Form("text/plain", "txt", als_tekst),
    "html": _Form("text/html", "html", als_html, POLICY),
    "docx": _Form(docx.MEDIA_TYPE, "docx", als_docx),
}
_BY_MEDIA_TYPE: Final = {form.media_type: form for form in _FORMS.values()}
_MESSAGE: Final = _Form("text/plain", "txt", als_bericht, name="bericht")  # only for who names it
_BY_NAME: Final = {**_FORMS, "bericht": _MESSAGE}


def resources(services: Services) -> list[Resource]:
    letter_writer, judge = services.writers.letter_writer, services.writers.weigeringen.judge
    told = refusal_field(judge.boek, required=False)
    intake = BriefIntake(services.beoordelaar.rulebook, services.situaties, letter_writer.brieven, told, not_yet)

    def brieven(asked: Asked[BriefVraag]) -> Reply:
        vraag = asked.input
        form = _BY_NAME[vraag.formaat] if vraag.formaat else _BY_MEDIA_TYPE[asked.media_type]
        taal, situatie, outcomes = vraag.taal or asked.taal, vraag.situatie, None
        if "weigering" in vraag.more:
            refusal = judge.told(read_refusal(situatie, vraag.verlofsoort, vraag.more["weigering"]))
            situatie, outcomes = refusal.situatie, partial(judge.outcomes, refusal)
        try:
            brief = letter_writer.write(situatie, vraag.verlofsoort, vraag.variant, taal, outcomes)
        except NoLetterError as geen:
            raise ProblemError("geen-brief", words={"reden": geen.reden}, members=_helps(geen)) from None
        as_file = ("Content-Disposition", f'attachment; filename="{form.name}.{form.extension}"')
        return Reply(form.write(brief), taal.replace("+", ", "), form.media_type, (as_file,), form.policy)

    method = post(brieven, intake.vraag, gives=tuple(_BY_MEDIA_TYPE), wants=_form_asked_for)
    return [Resource("/v1/brieven", method)]


def _form_asked_for(vraag: BriefVraag) -> str | None:
    return _BY_NAME[vraag.formaat].media_type if vraag.formaat else None


def _helps(geen: NoLetterError) -> dict[str, object]:
    """What may be told, or asked for instead, so that there is a letter."""
    members = {"ontbrekendeFeiten": list(geen.ontbrekende_feiten), "varianten": list(geen.varianten)}
    return {name: value for name, value in members.items() if value}
