"""From the bytes of a request to a situation, or to every reason why not. Knows JSON and marshmallow; knows no HTTP."""

from verlof_api.intake.errors import Fout, InputError, InputErrors, InputMistake
from verlof_api.intake.schema import DATES, Intake, situatie_schema
from verlof_api.intake.strict_json import parse
from verlof_api.intake.today import today

__all__ = ["DATES", "Fout", "InputError", "InputErrors", "InputMistake", "Intake", "parse", "situatie_schema", "today"]
