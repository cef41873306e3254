"""The plain values that a located file holds as texts with their place."""

from datetime import date

from verlof_api.law.strict_yaml import Passage


def day(text: str) -> date:
    return date.fromisoformat(text)


def word(passage: Passage | None) -> str | None:
    return None if passage is None else str(passage)
