"""`watZouHelpen`: per refused leave what would grant it, per right until when it lasts and what ends it."""

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from functools import partial

from verlof_api.advice.changes import WAIT, Changes, Move, MoveKind, Variant
from verlof_api.advice.screen import Screen
from verlof_api.advice.search import GRANTED, Costs, Search
from verlof_api.assessment import Beoordelaar, Situatie
from verlof_api.assessment.answer import Assessment, Change, Ending, Help, LeaveAnswer, Way
from verlof_api.assessment.situation import Facts
from verlof_api.assessment.verdicts import REFUSED
from verlof_api.engine import NIET_VOLDAAN
from verlof_api.language.environment import PEILDATUM
from verlof_api.law.feit import Value


class WhatIf:
    """Finds what would help. Built once per process; the conditions of a version are made ready when first needed."""

    def __init__(self, beoordelaar: Beoordelaar) -> None:
        self._beoordelaar = beoordelaar
        self.changes = Changes(beoordelaar.rulebook)
        self._facts = Facts(beoordelaar.rulebook)
        moving = self.changes.touched([*map(partial(Move, MoveKind.BRING), self.changes.possible), WAIT])
        self._screens = {key: Screen(plan, moving) for key, plan in beoordelaar.plans.items()}
        self._zinnen = beoordelaar.rulebook.zinnen

    def search(self, verlof: str, situatie: Situatie, costs: Costs, taal: str = "nl") -> Search:
        return Search(verlof, situatie, self._beoordelaar, self.changes, self._screens, self._facts, costs, taal)

    def wat_zou_helpen(
        self, assessment: Assessment, situatie: Situatie, taal: str, costs: Costs | None = None
    ) -> Sequence[Help]:
        """One entry per leave of `assessment` that is refused or granted, in its order."""
        costs = costs or Costs()
        found = []
        leaves = [leave for leave in assessment.verlofsoorten if leave.oordeel in REFUSED | GRANTED]
        for number, leave in enumerate(leaves):
            with costs.part(len(leaves) - number) as own:
                if leave.oordeel in REFUSED:
                    found.append(self._refused(leave, situatie, own, taal))
                else:
                    found.append(self._granted(leave, situatie, own, taal))
        return found

    def _refused(self, leave: LeaveAnswer, situatie: Situatie, costs: Costs, taal: str) -> Help:
        found = self.search(leave.id, situatie, costs, taal).helps()
        ways = list(_without_needless_waiting([self._way(verdict, after, taal) for verdict, after in found]))
        ways.sort(key=lambda way: way.vanaf or date.min)
        key = None
        if costs.exhausted:  # there may be more ways, and sooner days, than what was found
            key = "helpt-onbekend"
        elif not ways:
            key = "helpt-niets"
        elif ways[0].oordeel not in GRANTED:
            key = "helpt-met-vragen"
        tekst = None if key is None else str(self._zinnen[taal][key])
        return Help(leave.id, leave.oordeel, tekst, mogelijkheden=ways)

    def _way(self, verdict: str, after: Variant, taal: str) -> Way:
        changes = list(after.differences())
        days = [value for _, value in changes if isinstance(value, date)]
        return Way(
            verdict,
            max(days, default=None),
            [Change(feit, _plain(value), self._words(feit, value, taal)) for feit, value in changes],
        )

    def _granted(self, leave: LeaveAnswer, situatie: Situatie, costs: Costs, taal: str) -> Help:
        verlof, oordeel, zinnen = leave.id, leave.oordeel, self._zinnen[taal]
        day, tot = self._beoordelaar.languages[taal].day, leave.laatste_dag
        route = self._beoordelaar.plans[f"{verlof}@{leave.geldig.van.isoformat()}"].versie.route
        if route is not None and route.vast and tot is not None:  # the period is the leave itself
            return Help(verlof, oordeel, zinnen["recht-laatste-dag"].format(dag=day(tot)), tot=tot)
        ending = self.search(verlof, situatie, costs, taal).ends()
        if ending is None and costs.evaluations > 0 and tot is not None:
            # the right comes back, but what there is now has a last day
            return Help(verlof, oordeel, zinnen["recht-nu-tot"].format(dag=day(tot)), tot=tot)
        if ending is None:
            key = "helpt-onbekend" if costs.evaluations <= 0 else "recht-zonder-einde"
            return Help(verlof, oordeel, str(zinnen[key]))
        last, refusal = ending
        ends = [Ending(each.id, each.tekst) for each in refusal.voorwaarden if each.uitkomst == NIET_VOLDAAN]
        tekst = zinnen["recht-tot"].format(dag=day(last))
        return Help(verlof, oordeel, tekst, tot=last, eindigt_door=ends or [Ending(None, refusal.toelichting)])

    def _words(self, feit: str, value: Value, taal: str) -> str:
        show = self._beoordelaar.languages[taal].show(feit, value)
        sentence = self._beoordelaar.rulebook.feiten[feit].teksten[taal].verander if feit != PEILDATUM else None
        return (sentence or self._zinnen[taal]["wachten"]).format(waarde=show)


def _without_needless_waiting(ways: Sequence[Way]) -> Iterable[Way]:
    """Waiting says nothing new when the leave can be asked for now with a first day that is not later."""
    chosen = [way.vanaf for way in ways if way.vanaf and way.feiten != {PEILDATUM}]
    for way in ways:
        if way.feiten != {PEILDATUM} or not any(way.vanaf is not None and day <= way.vanaf for day in chosen):
            yield way


def _plain(value: Value) -> Value | float:
    """A value as it is told: a number whole where it is."""
    if isinstance(value, bool) or not isinstance(value, int | Decimal):
        return value
    return int(value) if value == int(value) else float(value)
