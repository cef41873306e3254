"""A letter as one HTML page: nothing is fetched, nothing runs, and it prints on A4."""

import re
from typing import Final

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

from verlof_api.documents.brief import Brief, Gegevens

_OPEN_PLACE: Final = re.compile(r"(\[[^\[\]]+\])")


def open_places(text: str) -> list[tuple[str, bool]]:
    """`text` in pieces, each with whether it is an open place.

    >>> open_places("Beste [naam],")
    [('Beste ', False), ('[naam]', True), (',', False)]
    """
    return [(piece, piece.startswith("[")) for piece in _OPEN_PLACE.split(text) if piece]


def _marked(text: str) -> Markup:
    """`text` with its open places marked; everything else escaped."""
    return Markup().join(
        Markup("<mark>{}</mark>").format(piece) if is_open else escape(piece) for piece, is_open in open_places(text)
    )


def environment() -> Environment:
    """The templates of this package, escaping everything; a name that is not known is an error."""
    env = Environment(
        loader=PackageLoader("verlof_api.documents"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    env.filters["open"] = _marked
    env.tests["gegevens"] = lambda deel: isinstance(deel, Gegevens)
    return env


_TEMPLATE: Final = environment().get_template("brief.html")


def als_html(brief: Brief) -> str:
    """The letter as text/html."""
    return _TEMPLATE.render(
        brief=brief, eerste=brief.bladen[0], rijen=list(zip(*(b.inhoud for b in brief.bladen), strict=True))
    )
