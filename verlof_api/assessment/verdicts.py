"""The verdicts of an answer, by their names on the wire."""

from typing import Final

RECHT: Final = "recht"
GEEN_RECHT: Final = "geen-recht"
NOG_NIET: Final = "nog-niet"
VRAAG_NODIG: Final = "vraag-nodig"
OORDEEL_NODIG: Final = "oordeel-nodig"
AFSPRAAK: Final = "afspraak"
ANDERE_REGELING: Final = "andere-regeling"

REFUSED: Final = frozenset({GEEN_RECHT, NOG_NIET})  # today
ELSEWHERE: Final = frozenset({AFSPRAAK, ANDERE_REGELING})  # not this law, but an agreement or a scheme decides
