"""Which conditions are decided by which scenarios: every condition must be seen to grant and to refuse."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from verlof_api.assessment import Beoordelaar
from verlof_api.assessment.answer import LeaveAnswer
from verlof_api.assessment.verdicts import NOG_NIET
from verlof_api.checks.scenarios import Outcome
from verlof_api.law.errors import RuleError

GRANTING = frozenset({"recht", "afspraak", "andere-regeling", "voorstel", "oordeel-nodig"})


@dataclass
class Covered:
    """The scenarios that decide one condition: met and given in `granted`, not met in `refused`, not met with nothing
    else against it in `waiting`."""

    granted: set[str] = field(default_factory=set)
    refused: set[str] = field(default_factory=set)
    waiting: set[str] = field(default_factory=set)


class Coverage:
    """Scenarios per condition of each leave; a condition that a version takes over unchanged counts as the same one."""

    def __init__(self, beoordelaar: Beoordelaar, outcomes: Sequence[Outcome]) -> None:
        self._beoordelaar = beoordelaar
        self._covered: dict[tuple[str, str, str], Covered] = {}
        self.verdicts: dict[str, set[str]] = {}
        for outcome in outcomes:
            for verlof, answer in outcome.answers.items():
                self.verdicts.setdefault(verlof, set()).add(answer.oordeel)
                self._count(verlof, outcome.scenario.id, answer)

    def _count(self, verlof: str, scenario: str, answer: LeaveAnswer) -> None:
        plan = self._beoordelaar.plans.get(f"{verlof}@{answer.geldig.van.isoformat()}")
        texts = {v.id: str(v.als) for v in plan.versie.voorwaarden} if plan else {}
        for condition in answer.voorwaarden:
            covered = self._covered.setdefault((verlof, condition.id, texts.get(condition.id, "")), Covered())
            if condition.uitkomst == "voldaan" and answer.oordeel in GRANTING:
                covered.granted.add(scenario)
            elif condition.uitkomst in ("niet-voldaan", "open-norm"):
                covered.refused.add(scenario)
                if answer.oordeel == NOG_NIET:
                    covered.waiting.add(scenario)

    def of(self, verlof: str, condition: str, als: str) -> Covered:
        return self._covered.get((verlof, condition, als), Covered())

    def holes(self) -> Iterator[RuleError]:
        """Conditions without a scenario that grants or without one that refuses."""
        reported: set[tuple[str, str, str]] = set()
        for plan in self._beoordelaar.plans.values():
            for voorwaarde in plan.versie.voorwaarden:
                key = (plan.id, voorwaarde.id, str(voorwaarde.als))
                if key in reported:
                    continue
                reported.add(key)
                covered = self.of(*key)
                where = f"{plan.key}: voorwaarde `{voorwaarde.id}`"
                if not covered.granted:
                    yield plan.versie.plek.error(
                        f"{where} heeft geen scenario waarin zij is voldaan en het verlof er is"
                    )
                if not covered.refused:
                    yield plan.versie.plek.error(f"{where} heeft geen scenario dat zij afwijst")
                if voorwaarde.komt_goed is not None and not covered.waiting:
                    yield voorwaarde.komt_goed.als.error(f"{where} heeft geen scenario waarin het nog goed kan komen")

    def table(self) -> Iterable[tuple[str, str, int, int, int]]:
        """Per version: leave, first day, conditions, and how many scenarios meet and refuse them."""
        for plan in self._beoordelaar.plans.values():
            each = [self.of(plan.id, v.id, str(v.als)) for v in plan.versie.voorwaarden]
            granted, refused = set().union(*(c.granted for c in each)), set().union(*(c.refused for c in each))
            yield plan.id, plan.versie.van.isoformat(), len(each), len(granted), len(refused)
