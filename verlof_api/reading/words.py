"""The words around the rules when they are read aloud: words/<taal>/voorlezen.yaml."""

from verlof_api.phrases import Words, phrases_in


def words(taal: str) -> Words:
    """Headings, names of fields and sentences, by what they are for."""
    return phrases_in(taal)["voorlezen"]
