"""What an answer gets on top: always a route, other routes and what would help when asked for."""

from collections.abc import Collection, Mapping
from dataclasses import replace
from datetime import date
from typing import Any
from weakref import WeakKeyDictionary

from verlof_api.advice.leaves import Place, Wish, once_used
from verlof_api.advice.route import Routes, Told
from verlof_api.advice.whatif import WhatIf
from verlof_api.assessment import Beoordelaar, Situatie
from verlof_api.assessment.verdicts import GEEN_RECHT, RECHT
from verlof_api.assessment.wishes import HOURS, LAST_DAY, WEEKS
from verlof_api.intake.schema import ROUTES, WAT_ZOU_HELPEN

Json = Any
_AMOUNTS = frozenset({HOURS, WEEKS, LAST_DAY})  # the wishes that say how much


def advise(
    answer: Json, situatie: Situatie, beoordelaar: Beoordelaar, taal: str = "nl", opties: Collection[str] = ()
) -> dict[str, Json]:
    """What to add to the `answer` to `situatie`: `route`, and what else `opties` asks for."""
    adviser = _adviser(beoordelaar)
    followed = adviser.with_what_follows(answer, situatie, taal)
    told = adviser.told(answer, situatie)
    advice = {"route": adviser.routes.route(followed, taal, told)}
    if ROUTES in opties:
        advice[ROUTES] = adviser.routes.routes(followed, taal, told)
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

    def with_what_follows(self, answer: Json, situatie: Situatie, taal: str) -> Json:
        """`answer`, with every leave that only waits for one that is granted as it is once that one is used.

        Costs one evaluation of that leave, and only when it was told that the other one is not used yet.
        """
        leaves = answer["verlofsoorten"]
        if not any(leave["oordeel"] == GEEN_RECHT for leave in leaves):
            return answer
        granted = {leave["id"] for leave in leaves if leave["oordeel"] == RECHT}
        followed = [
            leave if place is None else self._once_used(leave["id"], place, situatie, taal)
            for leave in leaves
            for place in [self._waits(leave, granted)]
        ]
        return {**answer, "verlofsoorten": followed}

    def _waits(self, leave: Json, granted: Collection[str]) -> Place | None:
        """The place of a refused leave that needs nothing but the use of a granted one."""
        if leave["oordeel"] != GEEN_RECHT:
            return None
        place = self.routes.leaves.place(leave)
        if place is None or place.route.na not in granted or once_used(leave, place) is None:
            return None
        return place

    def _once_used(self, verlof: str, place: Place, situatie: Situatie, taal: str) -> Json:
        na = place.route.na
        used = {id: change.naar for id, change in self.what_if.changes.possible.items() if change.na == na}
        feiten = {**situatie.feiten, **{id: value for id, value in used.items() if value is not None}}
        then = replace(situatie, feiten=feiten, verlofsoorten=(verlof,))
        return {**self._beoordelaar.beoordeel(then, taal)["verlofsoorten"][0], "na": na}


_advisers: WeakKeyDictionary[Beoordelaar, _Adviser] = WeakKeyDictionary()


def _adviser(beoordelaar: Beoordelaar) -> _Adviser:
    found = _advisers.get(beoordelaar)
    if found is None:
        found = _advisers[beoordelaar] = _Adviser(beoordelaar)
    return found
