"""From decoded JSON to a request for a money line."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final

from verlof_api.assessment import Situatie
from verlof_api.intake.fields import Flag, Number, Strict
from verlof_api.intake.one_leave import of_one_leave, one_leave_fields
from verlof_api.intake.schema import Intake
from verlof_api.law import Rulebook
from verlof_api.situations import SituationBook

AANVULLING: Final = (Decimal(0), Decimal(100))


@dataclass(frozen=True)
class GeldVraag:
    """`aanvulling`: the percentage of the wage up to which the employer tops up; `voorschot`: whether it advances."""

    situatie: Situatie
    verlofsoort: str
    aanvulling: Decimal | None
    voorschot: bool | None


def geld_fields(rulebook: Rulebook) -> Mapping[str, Strict]:
    """The fields of `POST /v1/geldregels` on top of those of `POST /v1/beoordelingen`."""
    return {**one_leave_fields(rulebook), "aanvulling": Number(AANVULLING), "voorschot": Flag()}


class GeldIntake:
    """Turns decoded JSON into a `GeldVraag`. Built once per process; keeps nothing of what it reads."""

    def __init__(self, rulebook: Rulebook, situaties: SituationBook) -> None:
        self._intake = Intake(rulebook, situaties, geld_fields(rulebook))

    def vraag(self, obj: object, vandaag: date) -> GeldVraag:
        """The money line that was asked for, or `InputErrors` with every mistake."""
        situatie, read = of_one_leave(self._intake, obj, vandaag)
        return GeldVraag(situatie, read["verlofsoort"], read.get("aanvulling"), read.get("voorschot"))
