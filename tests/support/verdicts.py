"""Verdicts about one leave, straight from the engine: for tests that look at very many situations.

An answer costs ten times as much as its verdict, for its words; nothing here needs them.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Any, NamedTuple

from tests.support.answers import assessed
from tests.support.probes import probes
from verlof_api.assessment import Beoordelaar, Situatie
from verlof_api.assessment.situation import Facts
from verlof_api.engine import ONBEKEND
from verlof_api.language.environment import PEILDATUM
from verlof_api.law.feit import Feit

NOT_IN_FORCE = "niet-van-kracht"
# Days before and after a day that lie on both sides of the terms of the law.
_DAYS = (-5000, -3100, -800, -366, -200, -100, -45, -20, -3, -1, 0, 1, 5, 30, 60, 100, 200, 400)


class Verdict(NamedTuple):
    """`open`: the told facts do not settle it, so another fact may still turn it. `version`: the law that gave it."""

    oordeel: str
    open: bool
    version: str | None


class Verdicts:
    def __init__(self, beoordelaar: Beoordelaar) -> None:
        self.beoordelaar, self.feiten = beoordelaar, beoordelaar.rulebook.feiten
        self._facts = Facts(beoordelaar.rulebook)

    def of(self, situatie: Situatie, leave: str) -> Verdict:
        soort = self.beoordelaar.rulebook.verlofsoorten[leave]
        told = self._facts.environment(situatie)
        anchor = told.first_known((*soort.anker, PEILDATUM))
        versie = soort.versie(anchor)
        if versie is None:
            return Verdict(NOT_IN_FORCE, False, None)
        plan = self.beoordelaar.plans[f"{leave}@{versie.van.isoformat()}"]
        finding = self.beoordelaar.engine.conclude({plan.key: told.under(anchor)})[plan.key]
        unknown = ONBEKEND in finding.outcomes.values()
        undecided = finding.oordeel == "vraag-nodig" or (finding.oordeel == "nog-niet" and unknown)
        return Verdict(finding.oordeel, undecided, plan.key)

    def asked(self, situatie: Situatie, leave: str) -> Sequence[str]:
        """The facts that can still turn the verdict, as the answer says; none where it is settled."""
        if not self.of(situatie, leave).open:
            return ()
        (answer,) = assessed(self.beoordelaar, replace(situatie, verlofsoorten=(leave,)))["verlofsoorten"]
        return tuple(answer["ontbrekendeFeiten"])

    def values(self, feit: Feit, situatie: Situatie, leave: str) -> Sequence[Any]:
        """Every option, and numbers and days on both sides of what the law draws a line at."""
        days = self._days(situatie)
        spans = [(days[0], days[-1]), *((day, day + timedelta(days=40)) for day in days[::4])]
        return probes(feit, days, spans, (leave,))

    def _days(self, situatie: Situatie) -> list[date]:
        told = {value for value in situatie.feiten.values() if isinstance(value, date)}
        near = {day + timedelta(days=n) for day in told for n in (-1, 0, 1)}
        around = {situatie.peildatum + timedelta(days=n) for n in _DAYS}
        return sorted(day for day in near | around if date(1900, 1, 1) <= day <= date(2099, 12, 31))

    def telling(self, situatie: Situatie, feit: Feit, leave: str) -> Iterator[Situatie]:
        """The situation with each value of a fact told."""
        for value in self.values(feit, situatie, leave):
            yield told(situatie, feit, value)


def told(situatie: Situatie, feit: Feit, value: Any) -> Situatie:
    """The situation with a fact told; what a per-leave fact says of other leaves stays."""
    before = situatie.feiten.get(feit.id)
    if feit.per_verlof and isinstance(before, Mapping):
        value = {**before, **value}
    return replace(situatie, feiten={**situatie.feiten, feit.id: value})


def untold(situatie: Situatie, fact: str) -> Situatie:
    return replace(situatie, feiten={id: value for id, value in situatie.feiten.items() if id != fact})
