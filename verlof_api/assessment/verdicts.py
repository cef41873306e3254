"""The verdicts of an answer, by their names on the wire."""

from typing import Final

RECHT: Final = "recht"
GEEN_RECHT: Final = "geen-recht"
NOG_NIET: Final = "nog-niet"
VRAAG_NODIG: Final = "vraag-nodig"
OORDEEL_NODIG: Final = "oordeel-nodig"
AFSPRAAK: Final = "afspraak"

REFUSED: Final = frozenset({GEEN_RECHT, NOG_NIET})  # today
