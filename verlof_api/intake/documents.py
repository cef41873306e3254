"""From decoded JSON to a request for a letter, a card or a money line: the body of an assessment, and of which leave.

A caller sends what it sent for the assessment, with a few fields added; `verlofsoorten` in it is of no matter here.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Any, Final, cast

from marshmallow import Schema, ValidationError

from verlof_api.assessment import Situatie
from verlof_api.intake.errors import Finding, Fout, InvoerFouten
from verlof_api.intake.fields import Choice, Flag, Number, Strict
from verlof_api.intake.schema import Intake
from verlof_api.rulebook import Rulebook
from verlof_api.rulebook.brieven import Brieven

FORMATEN: Final = ("tekst", "html", "docx")
BRIEFTALEN: Final = ("nl", "en", "nl+en")
AANVULLING: Final = (Decimal(0), Decimal(100))


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


@dataclass(frozen=True)
class GeldVraag:
    """`aanvulling`: the percentage of the wage up to which the employer tops up; `voorschot`: whether it advances."""

    situatie: Situatie
    verlofsoort: str
    aanvulling: Decimal | None
    voorschot: bool | None


class _OfOneLeave:
    """The fields that a body has on top of those of `POST /v1/beoordelingen`, of which `verlofsoort` is one."""

    def __init__(self, rulebook: Rulebook, intake: Intake, own: Mapping[str, Strict]) -> None:
        leave = Choice(tuple(rulebook.verlofsoorten), code="onbekende-verlofsoort", required=True)
        self.schema: Schema = Schema.from_dict({"verlofsoort": leave, **own}, name="OwnSchema")()
        self._names = frozenset(self.schema.fields)
        self._intake = intake

    def read(self, obj: object, vandaag: date) -> tuple[Situatie, Mapping[str, Any]]:
        """The situation, of that one leave, and the own fields; or `InvoerFouten` with every mistake."""
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
        return replace(situatie, verlofsoorten=(read["verlofsoort"],)), read

    def _parted(self, obj: object) -> tuple[Mapping[str, Any] | None, object]:
        """The own fields and those of the situation; what is no object at all is left to the latter."""
        if not isinstance(obj, dict):
            return None, obj
        own = {name: value for name, value in obj.items() if name in self._names}
        return own, {name: value for name, value in obj.items() if name not in self._names}


class BriefIntake:
    """Turns decoded JSON into a `BriefVraag`. Built once per process; keeps nothing of what it reads."""

    def __init__(self, rulebook: Rulebook, brieven: Brieven, intake: Intake) -> None:
        own = {"variant": Choice(tuple(brieven.varianten)), "formaat": Choice(FORMATEN), "taal": Choice(BRIEFTALEN)}
        self._body = _OfOneLeave(rulebook, intake, own)

    def vraag(self, obj: object, vandaag: date) -> BriefVraag:
        """The letter that was asked for, or `InvoerFouten` with every mistake."""
        situatie, read = self._body.read(obj, vandaag)
        return BriefVraag(situatie, read["verlofsoort"], read.get("variant"), read.get("formaat"), read.get("taal"))


class KaartIntake:
    """Turns decoded JSON into the situation whose card is wanted, which names its one leave."""

    def __init__(self, rulebook: Rulebook, intake: Intake) -> None:
        self._body = _OfOneLeave(rulebook, intake, {})

    def situatie(self, obj: object, vandaag: date) -> Situatie:
        """The situation, or `InvoerFouten` with every mistake."""
        return self._body.read(obj, vandaag)[0]


class GeldIntake:
    """Turns decoded JSON into a `GeldVraag`."""

    def __init__(self, rulebook: Rulebook, intake: Intake) -> None:
        self._body = _OfOneLeave(rulebook, intake, {"aanvulling": Number(AANVULLING), "voorschot": Flag()})

    def vraag(self, obj: object, vandaag: date) -> GeldVraag:
        """The money line that was asked for, or `InvoerFouten` with every mistake."""
        situatie, read = self._body.read(obj, vandaag)
        return GeldVraag(situatie, read["verlofsoort"], read.get("aanvulling"), read.get("voorschot"))
