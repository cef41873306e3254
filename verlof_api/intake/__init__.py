"""From the bytes of a request to a situation, or to every reason why not. Knows JSON and marshmallow; knows no HTTP."""

from verlof_api.intake.errors import Finding, Fout, InvoerFout, InvoerFouten
from verlof_api.intake.schema import DATES, Intake, situatie_schema
from verlof_api.intake.strict_json import parse
from verlof_api.intake.today import vandaag

__all__ = ["DATES", "Finding", "Fout", "Intake", "InvoerFout", "InvoerFouten", "parse", "situatie_schema", "vandaag"]
