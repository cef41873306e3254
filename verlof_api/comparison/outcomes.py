"""What the worked cases get under two texts of the law: the same situation, on the same day.

A case is only held against the text that applies on its own day: there its outcome is the one that `verlof check`
expects. The other text answers the same case as if it were in force on that day, so nothing differs because a calendar
turned; the amounts are those of that day under both. What an amount does is told with the amounts.

So an outcome depends on a case and a text, and not on the days that somebody compares. Each is worked out once, leave
by leave, when it is first needed, and only what is compared is kept.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from threading import Lock
from typing import Final

import orjson

from verlof_api.assessment import Beoordelaar, Situatie
from verlof_api.assessment.answer import MATEN, LeaveAnswer, Pay
from verlof_api.assessment.verdicts import GEEN_RECHT
from verlof_api.assessment.wire import kept_json, number
from verlof_api.checks.scenarios import Scenarios
from verlof_api.comparison.changes import ComparedOutcome, Flip
from verlof_api.law.model import Versie
from verlof_api.law.scenarios import Scenario
from verlof_api.situations import SituationBook

_PARTS: Final = ("oordeel", "omvang", "periode", "betaling", "termijnen", "werkgever")
_GIVEN: Final = ("oordeel", "omvang", "betaling")


class Fixed(dict[str, object]):
    """A dict that is never changed again, with its JSON."""

    __slots__ = ("json",)

    def __init__(self, part: Mapping[str, object], json: bytes) -> None:
        super().__init__(part)
        self.json = orjson.Fragment(json)


_NOTHING: Final[ComparedOutcome] = {
    "oordeel": GEEN_RECHT,
    "ontbrekendeFeiten": [],
    "omvang": None,
    "periode": None,
    "betaling": None,
    "termijnen": [],
    "werkgever": None,
}
_NOT_IN_FORCE: Final = Fixed(_NOTHING, kept_json(_NOTHING))


@dataclass(frozen=True, slots=True)
class _Case:
    """A scenario about one leave, and its outcome per text: that of its own day, and every earlier one."""

    id: str
    titel: str
    outcomes: Mapping[date, Fixed]


_Cases = Mapping[date, Sequence[_Case]]  # by the first day of the text that applies to them


class Outcomes:
    """The outcomes of all scenarios of one rulebook under all texts. Thread-safe: each is worked out once."""

    def __init__(self, beoordelaar: Beoordelaar, situaties: SituationBook, scenarios: Iterable[Scenario]) -> None:
        self._beoordelaar = beoordelaar
        self._runner = Scenarios(beoordelaar, situaties)
        self._waiting: dict[str, list[Scenario]] = {}
        for scenario in scenarios:
            for verlof in scenario.verwacht:
                self._waiting.setdefault(verlof, []).append(scenario)
        self._cases: dict[str, _Cases] = {}
        self._shared = {kept_json(_NOTHING): _NOT_IN_FORCE}
        self._lock = Lock()

    def changes(self, verlof: str, was: Versie | None, wordt: Versie | None) -> list[Flip]:
        """The cases of a leave that get something else under the later text, in the order of their files.

        None: the leave is not in force. A case of a leave that ends is one of its last text.
        """
        own = wordt or was
        if own is None:
            return []
        flips: list[Flip] = []
        for case in self._of(verlof).get(own.van, ()):
            before = _NOT_IN_FORCE if was is None else case.outcomes[was.van]
            after = _NOT_IN_FORCE if wordt is None else case.outcomes[wordt.van]
            different = _different(before, after)
            if different:
                flips.append(
                    {
                        "scenario": case.id,
                        "titel": case.titel,
                        "verlofsoort": verlof,
                        "verschilt": different,
                        "was": self._shown(before, different),
                        "wordt": self._shown(after, different),
                    }
                )
        return flips

    def _shown(self, outcome: Fixed, different: Collection[str]) -> Fixed:
        """Of an outcome what it gives, what else differs, and what it still hangs on."""
        told = {part: outcome[part] for part in _PARTS if part in _GIVEN or part in different}
        if outcome["ontbrekendeFeiten"]:
            told["ontbrekendeFeiten"] = outcome["ontbrekendeFeiten"]
        return self._one(told)

    def prepare(self) -> None:
        """Work out what nobody asked for yet."""
        for verlof in self._beoordelaar.rulebook.verlofsoorten:
            self._of(verlof)

    def _of(self, verlof: str) -> _Cases:
        with self._lock:
            if verlof not in self._cases:
                self._cases[verlof] = self._worked_out(verlof, self._waiting.get(verlof, []))
                self._waiting.pop(verlof, None)  # only now: what failed half-way is worked out again
            return self._cases[verlof]

    def _worked_out(self, verlof: str, scenarios: Iterable[Scenario]) -> _Cases:
        cases: dict[date, list[_Case]] = {}
        soort = self._beoordelaar.rulebook.verlofsoorten[verlof]
        for scenario in scenarios:
            situatie = self._runner.situatie(scenario)
            own = None if situatie is None else soort.versie(self._beoordelaar.anchor(situatie, verlof))
            if situatie is None or own is None:
                continue
            texts = [versie.van for versie in soort.versies if versie.van <= own.van]
            outcomes = {van: self._outcome(situatie, verlof, van) for van in texts}
            cases.setdefault(own.van, []).append(_Case(scenario.id, scenario.titel, outcomes))
        return cases

    def _outcome(self, situatie: Situatie, verlof: str, van: date) -> Fixed:
        """What is compared of an answer."""
        told = _compared(self._beoordelaar.under(situatie, f"{verlof}@{van.isoformat()}"))
        return self._one({part: self._one(each) if isinstance(each, dict) else each for part, each in told.items()})

    def _one(self, told: ComparedOutcome) -> Fixed:
        """Equal outcomes, and equal parts of outcomes, are one object."""
        json = kept_json(told)
        if json not in self._shared:
            self._shared[json] = Fixed(told, json)
        return self._shared[json]


def _different(before: Fixed, after: Fixed) -> list[str]:
    """The parts that differ. Of a leave that begins or ends those that say what it gives, where it gives anything."""
    if before is after:
        return []
    if _NOT_IN_FORCE in (before, after):
        return [part for part in _GIVEN if before[part] != after[part]] if before["oordeel"] != after["oordeel"] else []
    return [part for part in _PARTS if before[part] != after[part]]


def _compared(answer: LeaveAnswer) -> ComparedOutcome:
    size, pay, window, employer = answer.omvang, answer.betaling, answer.periode, answer.werkgever
    return {
        "oordeel": answer.oordeel,
        "ontbrekendeFeiten": list(answer.ontbrekende_feiten),
        "omvang": None if size is None else {maat: number(size.get(maat)) for maat in MATEN},
        "periode": None if window is None else {"van": window.van, "tot": window.tot},
        "betaling": None if pay is None else {"percentage": number(pay.percentage), "bedragen": _amounts(pay)},
        "termijnen": [{"id": term.id, "uiterlijk": term.uiterlijk} for term in answer.termijnen],
        "werkgever": (
            None if employer is None else {"magWeigeren": employer.mag_weigeren, "magWijzigen": employer.mag_wijzigen}
        ),
    }


def _amounts(pay: Pay) -> list[str]:
    return [f"{each.bedrag} per {each.per} ({each.soort})" for each in pay.bedragen]
