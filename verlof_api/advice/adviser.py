"""What an answer gets on top: always a route, other routes and what would help when asked for."""

from collections.abc import Collection, Mapping
from datetime import date
from typing import Any
from weakref import WeakKeyDictionary

from verlof_api.advice.leaves import Wish
from verlof_api.advice.route import Routes, Told
from verlof_api.advice.whatif import WhatIf
from verlof_api.assessment import Beoordelaar, Situatie
from verlof_api.assessment.wishes import HOURS, LAST_DAY, WEEKS
from verlof_api.intake.schema import ROUTES, WAT_ZOU_HELPEN

Json = Any
_AMOUNTS = frozenset({HOURS, WEEKS, LAST_DAY})  # the wishes that say how much


def advise(
    answer: Json, situatie: Situatie, beoordelaar: Beoordelaar, taal: str = "nl", opties: Collection[str] = ()
) -> dict[str, Json]:
    """What to add to the `answer` to `situatie`: `route`, and what else `opties` asks for."""
    adviser = _adviser(beoordelaar)
    told = adviser.told(answer, situatie)
    advice = {"route": adviser.routes.route(answer, taal, told)}
    if ROUTES in opties:
        advice[ROUTES] = adviser.routes.routes(answer, taal, told)
    if WAT_ZOU_HELPEN in opties:
        advice[WAT_ZOU_HELPEN] = adviser.what_if.wat_zou_helpen(answer, situatie, taal)
    return advice


def route(answer: Json, beoordelaar: Beoordelaar, taal: str = "nl") -> list[Json]:
    """The route through the leaves of a finished answer, for someone who did not say when to start."""
    return _adviser(beoordelaar).routes.route(answer, taal)


def wat_zou_helpen(answer: Json, situatie: Situatie, beoordelaar: Beoordelaar, taal: str = "nl") -> list[Json]:
    """Per refused leave of `answer` what would grant it; per granted leave until when that lasts and what ends it."""
    return _adviser(beoordelaar).what_if.wat_zou_helpen(answer, situatie, taal)


class _Adviser:
    """What advice needs of one rulebook, and of a situation beside its answer."""

    def __init__(self, beoordelaar: Beoordelaar) -> None:
        self._beoordelaar = beoordelaar
        self.routes = Routes(beoordelaar.rulebook, beoordelaar.plans)
        self.what_if = WhatIf(beoordelaar)
        self._weeks = [id for id, feit in beoordelaar.rulebook.feiten.items() if feit.type == "weeks-per-leave"]

    def wish(self, situatie: Situatie) -> date | None:
        told = (situatie.feiten.get(id) for id in self.what_if.changes.first_days)
        return next((day for day in told if isinstance(day, date)), None)

    def told(self, answer: Json, situatie: Situatie) -> Told:
        """What was told beside what stands in the answer."""
        wishes = {}
        if not _AMOUNTS.isdisjoint(situatie.feiten):
            for verlof in (leave["id"] for leave in answer["verlofsoorten"]):
                wishes[verlof] = Wish.of(situatie.feiten, self._beoordelaar.wishes(situatie, verlof))
        return Told(self.wish(situatie), self.used_weeks(situatie), wishes)

    def used_weeks(self, situatie: Situatie) -> Mapping[str, float]:
        """Per leave the weeks that were told to be used."""
        told = (situatie.feiten.get(id) for id in self._weeks)
        weeks = (pair for of in told if isinstance(of, Mapping) for pair in of.items())
        return {verlof: float(number) for verlof, number in weeks if not isinstance(number, date)}


_advisers: WeakKeyDictionary[Beoordelaar, _Adviser] = WeakKeyDictionary()


def _adviser(beoordelaar: Beoordelaar) -> _Adviser:
    found = _advisers.get(beoordelaar)
    if found is None:
        found = _advisers[beoordelaar] = _Adviser(beoordelaar)
    return found
