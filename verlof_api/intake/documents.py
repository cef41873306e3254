"""From decoded JSON to a request for a letter, a card or a money line: the body of an assessment, and of which leave.

A caller sends what it sent for the assessment, with a few fields added; `verlofsoorten` in it is of no matter here.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Any, Final

from verlof_api.assessment import Situatie
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


def brief_fields(rulebook: Rulebook, brieven: Brieven) -> Mapping[str, Strict]:
    """The fields of `POST /v1/brieven` on top of those of `POST /v1/beoordelingen`."""
    own = {"variant": Choice(tuple(brieven.varianten)), "formaat": Choice(FORMATEN), "taal": Choice(BRIEFTALEN)}
    return {**kaart_fields(rulebook), **own}


def kaart_fields(rulebook: Rulebook) -> Mapping[str, Strict]:
    """Those of `POST /v1/kaarten`: the one leave that a document is about."""
    return {"verlofsoort": Choice(tuple(rulebook.verlofsoorten), code="onbekende-verlofsoort", required=True)}


def geld_fields(rulebook: Rulebook) -> Mapping[str, Strict]:
    """Those of `POST /v1/geldregels`."""
    return {**kaart_fields(rulebook), "aanvulling": Number(AANVULLING), "voorschot": Flag()}


class BriefIntake:
    """Turns decoded JSON into a `BriefVraag`. Built once per process; keeps nothing of what it reads."""

    def __init__(self, rulebook: Rulebook, brieven: Brieven) -> None:
        self._intake = Intake(rulebook, brief_fields(rulebook, brieven))

    def vraag(self, obj: object, vandaag: date) -> BriefVraag:
        """The letter that was asked for, or `InvoerFouten` with every mistake."""
        situatie, read = _of_one_leave(self._intake, obj, vandaag)
        return BriefVraag(situatie, read["verlofsoort"], read.get("variant"), read.get("formaat"), read.get("taal"))


class KaartIntake:
    """Turns decoded JSON into the situation whose card is wanted, which names its one leave."""

    def __init__(self, rulebook: Rulebook) -> None:
        self._intake = Intake(rulebook, kaart_fields(rulebook))

    def situatie(self, obj: object, vandaag: date) -> Situatie:
        """The situation, or `InvoerFouten` with every mistake."""
        return _of_one_leave(self._intake, obj, vandaag)[0]


class GeldIntake:
    """Turns decoded JSON into a `GeldVraag`."""

    def __init__(self, rulebook: Rulebook) -> None:
        self._intake = Intake(rulebook, geld_fields(rulebook))

    def vraag(self, obj: object, vandaag: date) -> GeldVraag:
        """The money line that was asked for, or `InvoerFouten` with every mistake."""
        situatie, read = _of_one_leave(self._intake, obj, vandaag)
        return GeldVraag(situatie, read["verlofsoort"], read.get("aanvulling"), read.get("voorschot"))


def _of_one_leave(intake: Intake, obj: object, vandaag: date) -> tuple[Situatie, Mapping[str, Any]]:
    """The situation, of that one leave, and everything that was sent; or `InvoerFouten` with every mistake."""
    situatie, read = intake.lees(obj, vandaag)
    return replace(situatie, verlofsoorten=(read["verlofsoort"],)), read
