"""From decoded JSON to a request for a letter: the body of an assessment, and which letter it must be.

A caller sends what it sent for the assessment, with a few fields added; `verlofsoorten` in it is of no matter here.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final, cast

from marshmallow import Schema, ValidationError

from verlof_api.assessment import Situatie
from verlof_api.intake.errors import Finding, Fout, InvoerFouten
from verlof_api.intake.fields import Choice
from verlof_api.intake.schema import Intake
from verlof_api.rulebook import Rulebook
from verlof_api.rulebook.brieven import Brieven

FORMATEN: Final = ("tekst", "html", "docx")
BRIEFTALEN: Final = ("nl", "en", "nl+en")


@dataclass(frozen=True)
class BriefVraag:
    """What was asked for. `variant` is None for the ordinary letter of the leave.

    `formaat` and `taal` are None when the headers of the request decide.
    """

    situatie: Situatie
    verlofsoort: str
    variant: str | None
    formaat: str | None
    taal: str | None


def brief_schema(rulebook: Rulebook, brieven: Brieven) -> Schema:
    """The fields that `POST /v1/brieven` has on top of those of `POST /v1/beoordelingen`."""
    schema_class = Schema.from_dict(
        {
            "verlofsoort": Choice(tuple(rulebook.verlofsoorten), code="onbekende-verlofsoort", required=True),
            "variant": Choice(tuple(brieven.varianten)),
            "formaat": Choice(FORMATEN),
            "taal": Choice(BRIEFTALEN),
        },
        name="BriefSchema",
    )
    return schema_class()


class BriefIntake:
    """Turns decoded JSON into a `BriefVraag`. Built once per process; keeps nothing of what it reads."""

    def __init__(self, rulebook: Rulebook, brieven: Brieven, intake: Intake) -> None:
        self.schema = brief_schema(rulebook, brieven)
        self._names = frozenset(self.schema.fields)
        self._intake = intake

    def vraag(self, obj: object, vandaag: date) -> BriefVraag:
        """The letter that was asked for, or `InvoerFouten` with every mistake."""
        own, rest = self._parted(obj)
        found: list[Fout] = []
        read: Mapping[str, Any] = {}
        situatie: Situatie | None = None
        try:
            situatie = self._intake.situatie(rest, vandaag)
        except InvoerFouten as fouten:
            found += fouten.gevonden
        if own is not None:
            try:
                read = self.schema.load(own)
            except ValidationError as error:
                messages = cast(Mapping[str, list[Finding]], error.messages_dict)
                found += [finding.at(name) for name, findings in messages.items() for finding in findings]
        if found or situatie is None:
            raise InvoerFouten(found)
        return BriefVraag(situatie, read["verlofsoort"], read.get("variant"), read.get("formaat"), read.get("taal"))

    def _parted(self, obj: object) -> tuple[Mapping[str, Any] | None, object]:
        """The fields of the letter and those of the situation; what is no object at all is left to the latter."""
        if not isinstance(obj, dict):
            return None, obj
        own = {name: value for name, value in obj.items() if name in self._names}
        return own, {name: value for name, value in obj.items() if name not in self._names}
