"""The answer to a situation: verdicts, amounts, windows, deadlines, money, warnings and questions."""

from verlof_api.assessment.beoordelaar import Beoordelaar
from verlof_api.assessment.situation import Situatie

__all__ = ["Beoordelaar", "Situatie"]
