"""`watZouHelpen`: per refused leave what would grant it, per right until when it lasts and what ends it."""

from collections.abc import Iterable
from datetime import date
from functools import partial
from typing import Any

from verlof_api.advice.changes import WAIT, Changes, Kind, Move, Variant
from verlof_api.advice.screen import Screen
from verlof_api.advice.search import GRANTED, Costs, Search
from verlof_api.assessment import Beoordelaar, Situatie
from verlof_api.assessment.situation import Facts
from verlof_api.assessment.verdicts import REFUSED
from verlof_api.language.program import PEILDATUM

Json = Any


class WhatIf:
    """Finds what would help. Built once per process; the conditions of a version are made ready when first needed."""

    def __init__(self, beoordelaar: Beoordelaar) -> None:
        self._beoordelaar = beoordelaar
        self.changes = Changes(beoordelaar.rulebook)
        self._facts = Facts(beoordelaar.rulebook)
        moving = self.changes.touched([*map(partial(Move, Kind.BRING), self.changes.possible), WAIT])
        self._screens = {key: Screen(plan, moving) for key, plan in beoordelaar.plans.items()}
        self._zinnen = beoordelaar.rulebook.zinnen

    def search(self, verlof: str, situatie: Situatie, costs: Costs, taal: str = "nl") -> Search:
        return Search(verlof, situatie, self._beoordelaar, self.changes, self._screens, self._facts, costs, taal)

    def wat_zou_helpen(self, answer: Json, situatie: Situatie, taal: str, costs: Costs | None = None) -> list[Json]:
        """One entry per leave of `answer` that is refused or granted, in the order of the answer."""
        costs = costs or Costs()
        found = []
        leaves = [leave for leave in answer["verlofsoorten"] if leave["oordeel"] in REFUSED | GRANTED]
        for number, leave in enumerate(leaves):
            with costs.part(len(leaves) - number) as own:
                if leave["oordeel"] in REFUSED:
                    found.append(self._refused(leave, situatie, own, taal))
                else:
                    found.append(self._granted(leave, situatie, own, taal))
        return found

    def _refused(self, leave: Json, situatie: Situatie, costs: Costs, taal: str) -> Json:
        found = self.search(leave["id"], situatie, costs, taal).helps()
        ways = list(_without_needless_waiting([self._way(verdict, after, taal) for verdict, after in found]))
        ways.sort(key=lambda way: way["vanaf"] or "")
        key = None
        if costs.exhausted:  # there may be more ways, and sooner days, than what was found
            key = "helpt-onbekend"
        elif not ways:
            key = "helpt-niets"
        elif ways[0]["oordeel"] not in GRANTED:
            key = "helpt-met-vragen"
        tekst = None if key is None else str(self._zinnen[taal][key])
        return _entry(leave["id"], leave["oordeel"], tekst, mogelijkheden=ways)

    def _way(self, verdict: str, after: Variant, taal: str) -> Json:
        changes = list(after.differences())
        days = [value for _, value in changes if isinstance(value, date)]
        return {
            "oordeel": verdict,
            "vanaf": max(days).isoformat() if days else None,
            "veranderingen": [
                {"feit": feit, "waarde": _plain(value), "tekst": self._words(feit, value, taal)}
                for feit, value in changes
            ],
        }

    def _granted(self, leave: Json, situatie: Situatie, costs: Costs, taal: str) -> Json:
        verlof, oordeel, zinnen = leave["id"], leave["oordeel"], self._zinnen[taal]
        day = self._beoordelaar.languages[taal].day
        route = self._beoordelaar.plans[f"{verlof}@{leave['geldig']['van']}"].versie.route
        if route is not None and route.vast and leave["periode"] and leave["periode"]["tot"]:
            tot = leave["periode"]["tot"]  # the period is the leave itself
            tekst = zinnen["recht-laatste-dag"].format(dag=day(date.fromisoformat(tot)))
            return _entry(verlof, oordeel, tekst, tot=tot)
        ending = self.search(verlof, situatie, costs, taal).ends()
        if ending is None and costs.evaluations > 0 and leave["periode"] and leave["periode"]["tot"]:
            tot = leave["periode"]["tot"]  # the right comes back, but what there is now has a last day
            tekst = zinnen["recht-nu-tot"].format(dag=day(date.fromisoformat(tot)))
            return _entry(verlof, oordeel, tekst, tot=tot)
        if ending is None:
            key = "helpt-onbekend" if costs.evaluations <= 0 else "recht-zonder-einde"
            return _entry(verlof, oordeel, str(zinnen[key]))
        last, refusal = ending
        unmet = [each for each in refusal["voorwaarden"] if each["uitkomst"] == "niet-voldaan"]
        ends = [{"voorwaarde": each["id"], "tekst": each["tekst"]} for each in unmet]
        return _entry(
            verlof,
            oordeel,
            zinnen["recht-tot"].format(dag=day(last)),
            tot=last.isoformat(),
            eindigtDoor=ends or [{"voorwaarde": None, "tekst": refusal["toelichting"]}],
        )

    def _words(self, feit: str, value: Any, taal: str) -> str:
        show = self._beoordelaar.languages[taal].show(feit, value)
        sentence = self._beoordelaar.rulebook.feiten[feit].teksten[taal].verander if feit != PEILDATUM else None
        return (sentence or self._zinnen[taal]["wachten"]).format(waarde=show)


def _entry(verlof: str, oordeel: str, tekst: str | None, **rest: Json) -> Json:
    return {
        "verlofsoort": verlof,
        "oordeel": oordeel,
        "tekst": tekst,
        "mogelijkheden": [],
        "tot": None,
        "eindigtDoor": [],
        **rest,
    }


def _without_needless_waiting(ways: list[Json]) -> Iterable[Json]:
    """Waiting says nothing new when the leave can be asked for now with a first day that is not later."""
    chosen = [way["vanaf"] for way in ways if way["vanaf"] and _facts(way) != {PEILDATUM}]
    for way in ways:
        if _facts(way) != {PEILDATUM} or not any(day <= way["vanaf"] for day in chosen):
            yield way


def _facts(way: Json) -> set[str]:
    return {change["feit"] for change in way["veranderingen"]}


def _plain(value: Any) -> Json:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, bool | str):
        return value
    return int(value) if value == int(value) else float(value)
