"""The words in which a difference between two days is told; what the law says comes from the rules."""

from decimal import Decimal

from verlof_api.phrases import Words, phrases_in


def comparison_words(taal: str) -> Words:
    """The words of words/<taal>/vergelijking.yaml."""
    return phrases_in(taal)["vergelijking"]


def counted(maat: str, size: Decimal, taal: str) -> str:
    """A measure, such as `weken`, as it is called beside this number."""
    phrases = phrases_in(taal)
    return phrases.counted(phrases["vergelijking"]["maat"][maat], size)
