"""A letter as one HTML page: nothing is fetched, nothing runs, and it prints on A4."""

import re
from typing import Final

from jinja2 import Environment
from markupsafe import Markup, escape

from verlof_api.letters.writer import Brief, Particulars
from verlof_api.pages import Style, environment, policy

_OPEN_PLACE: Final = re.compile(r"(\[[^\[\]]+\])")


def open_places(text: str) -> list[tuple[str, bool]]:
    """`text` in pieces, each with whether it is an open place.

    >>> open_places("Beste [naam],")
    [('Beste ', False), ('[naam]', True), (',', False)]
    """
    return [(piece, piece.startswith("[")) for piece in _OPEN_PLACE.split(text) if piece]


def marked(text: str) -> Markup:
    """`text` with its open places marked; everything else escaped."""
    return Markup().join(
        Markup("<mark>{}</mark>").format(piece) if is_open else escape(piece) for piece, is_open in open_places(text)
    )


def _environment() -> Environment:
    env = environment()
    env.filters["open"] = marked
    env.tests["gegevens"] = lambda deel: isinstance(deel, Particulars)
    return env


_TEMPLATE: Final = _environment().get_template("brief.html")
_ONE, _TWO = Style.read("brief.css"), Style.read("brief-twee.css")
POLICY: Final = policy((_ONE, _TWO))


def als_html(brief: Brief) -> str:
    """The letter as text/html, to be sent with `POLICY`."""
    return _TEMPLATE.render(
        brief=brief,
        stijlen=[style.css for style in (_ONE, _TWO)[: len(brief.bladen)]],
        eerste=brief.bladen[0],
        rijen=list(zip(*(b.inhoud for b in brief.bladen), strict=True)),
    )
