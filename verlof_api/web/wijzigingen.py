"""`GET /v1/wijzigingen?van=&tot=`: what the law changes between two days: rules, amounts and outcomes.

Working out every case under every text takes a second, once. A server does that in the background (see
`background.py`), so that no request pays for it; who asks sooner waits for what it needs.
"""

from datetime import date
from functools import lru_cache
from threading import Lock

from flask import Flask, Response, request

from verlof_api.comparison import Comparison
from verlof_api.intake import Finding, InvoerFouten
from verlof_api.law.scenarios import load_scenarios
from verlof_api.web.answers import Rendition, cacheable_answer
from verlof_api.web.background import afterwards
from verlof_api.web.compression import FAST
from verlof_api.web.incoming import QUERY, query, require_accept
from verlof_api.web.negotiation import language
from verlof_api.web.services import Services

VAN, TOT = "van", "tot"

# A stranger chooses the days, and one answer can be 800 kB.
_KEPT = 8


def register(app: Flask, services: Services) -> None:
    max_age = services.settings.catalogue_max_age
    known = {VAN: services.intake.peildatum, TOT: services.intake.peildatum}

    kaart = services.writers.schrijver.brieven.kaart

    made: list[Comparison] = []
    making = Lock()

    def comparison() -> Comparison:
        # The scenarios are read when they are first needed: the other resources do without them.
        with making:
            if not made:
                made.append(Comparison(services.beoordelaar, load_scenarios(), kaart))
            return made[0]

    @lru_cache(maxsize=_KEPT)
    def between(van: date, tot: date, taal: str) -> Rendition:
        return Rendition.of_json(comparison().compare(van, tot, taal), taal, FAST)

    def wijzigingen() -> Response:
        require_accept(request)
        asked = query(request, known)
        wrong = [Finding("verplicht").at(f"{QUERY}.{key}") for key in known if key not in asked]
        if not wrong and asked[TOT] < asked[VAN]:
            wrong = [Finding("tot-voor-van").at(f"{QUERY}.{TOT}")]
        if wrong:
            raise InvoerFouten(wrong)
        return cacheable_answer(request, between(asked[VAN], asked[TOT], language(request)), max_age)

    app.add_url_rule("/v1/wijzigingen", view_func=wijzigingen)
    afterwards(app, lambda: comparison().prepare())
