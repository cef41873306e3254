"""`GET /v1/wijzigingen?van=&tot=`: what the law changes between two days: rules, amounts and outcomes.

Working out every case under every text takes a second, once. A server does that in the background (see
`background.py`), so that no request pays for it; who asks sooner waits for what it needs.
"""

from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from threading import Lock

from verlof_api.comparison import Comparison
from verlof_api.intake import InputErrors, InputMistake
from verlof_api.web.answers import KeptReply, Rendition
from verlof_api.web.compression import FAST
from verlof_api.web.incoming import QUERY
from verlof_api.web.resource import Asked, Query, Resource, get
from verlof_api.web.services import Services

VAN, TOT = "van", "tot"

# A stranger chooses the days, and one answer can be 800 kB.
MOST_KEPT = 8


def resources(services: Services) -> list[Resource]:
    max_age = services.settings.catalogue_max_age
    kaart = services.writers.letter_writer.brieven.kaart
    two_days = Query({VAN: services.intake.peildatum, TOT: services.intake.peildatum}, _two_days, required=(VAN, TOT))

    made: list[Comparison] = []
    making = Lock()

    def comparison() -> Comparison:
        with making:
            if not made:
                made.append(Comparison(services.beoordelaar, services.situaties, services.scenarios, kaart))
            return made[0]

    @lru_cache(maxsize=MOST_KEPT)
    def between(van: date, tot: date, taal: str) -> Rendition:
        return Rendition.of_json(comparison().compare(van, tot, taal), taal, FAST)

    def wijzigingen(asked: Asked[tuple[date, date]]) -> KeptReply:
        van, tot = asked.input
        return KeptReply(between(van, tot, asked.taal), max_age)

    return [Resource("/v1/wijzigingen", get(wijzigingen, two_days), background=lambda: comparison().prepare())]


def _two_days(read: Mapping[str, date]) -> tuple[date, date]:
    """Both days, the first one first; or InputErrors."""
    if read[TOT] < read[VAN]:
        raise InputErrors([InputMistake("tot-voor-van").at(f"{QUERY}.{TOT}")])
    return read[VAN], read[TOT]
