"""The whole answer: the assessment, in which order to use the leaves, what would help, until when a right lasts."""

from verlof_api.advice.adviser import Adviser

__all__ = ["Adviser"]
