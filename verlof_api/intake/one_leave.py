"""From decoded JSON to what is asked of one leave: the body of an assessment, and which leave.

A caller sends what it sent for the assessment, with a few fields added; `verlofsoorten` in it is of no matter here.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from verlof_api.assessment import Situatie
from verlof_api.intake.fields import Choice, Strict
from verlof_api.intake.schema import Intake
from verlof_api.law import Rulebook


def one_leave_fields(rulebook: Rulebook) -> Mapping[str, Strict]:
    """The field that every request about one leave has on top of those of `POST /v1/beoordelingen`."""
    return {"verlofsoort": Choice(tuple(rulebook.verlofsoorten), code="onbekende-verlofsoort", required=True)}


def of_one_leave(intake: Intake, obj: object, vandaag: date) -> tuple[Situatie, Mapping[str, Any]]:
    """The situation, of that one leave, and everything that was sent; or `InputErrors` with every mistake."""
    situatie, read = intake.read(obj, vandaag)
    return replace(situatie, verlofsoorten=(read["verlofsoort"],)), read
