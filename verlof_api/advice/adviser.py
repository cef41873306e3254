"""The one path from a situation to its whole answer: what the law says, the route, and what else was asked for."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date

from verlof_api.advice.leaves import Wish
from verlof_api.advice.route import Routes, ToldWish
from verlof_api.advice.whatif import WhatIf
from verlof_api.assessment import Beoordelaar, Situatie
from verlof_api.assessment.answer import ROUTES, WAT_ZOU_HELPEN, Assessment, RouteStep, WholeAnswer
from verlof_api.assessment.wishes import HOURS, LAST_DAY, WEEKS

_AMOUNTS = frozenset({HOURS, WEEKS, LAST_DAY})  # the wishes that say how much


class Adviser:
    """Answers situations whole. Built once per process; thread- and fork-safe."""

    def __init__(self, beoordelaar: Beoordelaar) -> None:
        self.beoordelaar = beoordelaar
        self._routes = Routes(beoordelaar.rulebook, beoordelaar.plans)
        self._what_if = WhatIf(beoordelaar)
        self._weeks = [id for id, feit in beoordelaar.rulebook.feiten.items() if feit.type == "weeks-per-leave"]

    def answer(self, situatie: Situatie, taal: str = "nl", opties: Collection[str] = ()) -> WholeAnswer:
        """The whole answer in `taal` ("nl" or "en"); `opties`: what else it must have, of ROUTES and WAT_ZOU_HELPEN."""
        assessment = self.beoordelaar.beoordeel(situatie, taal)
        told = self._told(assessment, situatie)
        return WholeAnswer(
            assessment,
            route=self._routes.route(assessment, taal, told),
            routes=self._routes.routes(assessment, taal, told) if ROUTES in opties else None,
            wat_zou_helpen=(
                self._what_if.wat_zou_helpen(assessment, situatie, taal) if WAT_ZOU_HELPEN in opties else None
            ),
        )

    def route(self, assessment: Assessment, situatie: Situatie, taal: str = "nl") -> Sequence[RouteStep]:
        """The route through the leaves of an assessment that was made before."""
        return self._routes.route(assessment, taal, self._told(assessment, situatie))

    def _told(self, assessment: Assessment, situatie: Situatie) -> ToldWish:
        """What was told beside what stands in the assessment."""
        wishes = {}
        if not _AMOUNTS.isdisjoint(situatie.feiten):
            for leave in assessment.verlofsoorten:
                wishes[leave.id] = Wish.of(situatie.feiten, self.beoordelaar.wishes(situatie, leave.id))
        return ToldWish(self._wish(situatie), self._used_weeks(situatie), wishes)

    def _wish(self, situatie: Situatie) -> date | None:
        told = (situatie.feiten.get(id) for id in self._what_if.changes.first_days)
        return next((day for day in told if isinstance(day, date)), None)

    def _used_weeks(self, situatie: Situatie) -> Mapping[str, float]:
        """Per leave the weeks that were told to be used."""
        told = (situatie.feiten.get(id) for id in self._weeks)
        weeks = (pair for of in told if isinstance(of, Mapping) for pair in of.items())
        return {verlof: float(number) for verlof, number in weeks if not isinstance(number, date)}
