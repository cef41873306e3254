"""Contradictions: facts that cannot, or hardly, be true together, read from rules/tegenspraak.yaml.

Which facts it is about follows from the expression, which is compiled in `verlof_api.assessment.contradictions`.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from verlof_api.law.bronnen import Bron
from verlof_api.law.feit import Told
from verlof_api.law.strict_yaml import Passage

TEGENSPRAAK: Final = "tegenspraak.yaml"
KAN_NIET: Final = "kan-niet"  # never both true: the request is refused
PAST_NIET: Final = "past-niet"  # hardly both true: a warning, and nothing changes


@dataclass(frozen=True)
class Tegenspraak:
    """`als`: true where the facts contradict each other. `soort`: `kan-niet` or `past-niet`.

    `raakt`: a warning is given with the leaves that read one of these facts; empty: one of those in `als`.
    `voorbeeld`: facts (as JSON) that contradict each other; `past`: the same facts with values that fit.
    """

    id: str
    soort: str
    als: Passage
    raakt: tuple[str, ...]
    voorbeeld: Told
    past: Told
    bronnen: tuple[Bron, ...]
    tekst: Mapping[str, Passage]
