"""The refusals of one version of a leave, ready to be answered for: expressions compiled with its own names.

Unknown is not no: a value that rests on a day nobody told (the rules take the day of asking for it) is unknown here,
because whether an employer was in time turns on exactly those days.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from verlof_api.assessment import Beoordelaar
from verlof_api.assessment.plan import Plan
from verlof_api.language.compiled import CompiledExpression
from verlof_api.language.environment import Environment, fact_of
from verlof_api.language.nodes import BOOL, DATUM, Type
from verlof_api.law.errors import RulebookError, RuleError
from verlof_api.law.feit import Told, Value
from verlof_api.law.regelboek import Rulebook
from verlof_api.law.strict_yaml import Passage
from verlof_api.refusals.model import Grond, Helper, RefusalBook, WeigeringVersie


@dataclass(frozen=True)
class Waarde:
    """What an expression gives in a situation; None is unknown, and then `ontbreekt` says what would make it known."""

    waarde: Value | None
    ontbreekt: tuple[str, ...] = ()
    aangenomen: Told | None = None


class RefusalPlan:
    """The compiled refusals of one version of a leave under one version of its rule."""

    def __init__(self, plan: Plan, versie: WeigeringVersie, rulebook: Rulebook, errors: list[RuleError]) -> None:
        self.plan, self.versie = plan, versie
        self._dates = frozenset(id for id, feit in rulebook.feiten.items() if feit.type.startswith("date"))
        self._feiten = rulebook.feiten
        before = len(plan.program.errors)
        self.gronden = {
            id: [(grond, self._compiled(grond.als, BOOL)) for grond in gronden]
            for id, gronden in versie.redenen.items()
        }
        termijn = versie.termijn
        self.geldt = self._compiled(termijn.als if termijn else None, BOOL)
        self.uiterlijk = self._compiled(termijn.uiterlijk if termijn else None, DATUM)
        self.vanaf = self._compiled(termijn.vanaf if termijn else None, DATUM)
        self.op_tijd = self._compiled(termijn.op_tijd if termijn else None, BOOL)
        self.te_laat = self._compiled(termijn.te_laat if termijn else None, BOOL)
        self.helpers = [
            (each, self._compiled(each.als, BOOL), self._compiled(each.uiterlijk, DATUM)) for each in versie.helpers
        ]
        errors.extend(plan.program.errors[before:])

    def _compiled(self, text: Passage | None, type: Type) -> CompiledExpression | None:
        return None if text is None else self.plan.program.compiled(text, type)

    def waarde(self, expression: CompiledExpression | None, facts: Environment, anchor: date) -> Waarde:
        """The value of an expression in a situation; an expression that is not there is true."""
        if expression is None:
            return Waarde(True)
        env = facts.under(anchor)
        value = expression.run(env)
        guessed = tuple(dict.fromkeys(fact_of(name) for name in env.assumed if fact_of(name) in self._dates))
        if value is not None and not guessed:
            return Waarde(value, (), {fact_of(name): each for name, each in env.assumed.items()})
        return Waarde(None, tuple(dict.fromkeys((*map(fact_of, expression.missed(env)), *guessed))))

    def grounds_of(self, reden: str, facts: Environment, anchor: date) -> tuple[Sequence[Grond], tuple[str, ...], Told]:
        """The answers that may apply to a reason (one, unless something is unknown), what is missing and assumed."""
        possible: list[Grond] = []
        missing: dict[str, None] = {}
        assumed: dict[str, Value] = {}
        for grond, als in self.gronden[reden]:
            found = self.waarde(als, facts, anchor)
            assumed.update(found.aangenomen or {})
            missing.update(dict.fromkeys(found.ontbreekt))
            if found.waarde is not False:
                possible.append(grond)
            if found.waarde is True:
                break
        return possible, tuple(missing) if len(possible) > 1 else (), assumed

    def wie_helpt(self, facts: Environment, anchor: date) -> Iterator[tuple[Helper, date | None]]:
        """Who may help: those not surely ruled out, with the last day where one is known."""
        for helper, als, uiterlijk in self.helpers:
            if self.waarde(als, facts, anchor).waarde is not False:
                day = self.waarde(uiterlijk, facts, anchor).waarde if uiterlijk else None
                yield helper, day if isinstance(day, date) else None


def refusal_plans(beoordelaar: Beoordelaar, boek: RefusalBook) -> dict[tuple[str, date, date], RefusalPlan]:
    """A plan for every version of a leave with every version of its refusals that can hold on the same day.

    Raises RulebookError with every expression that is not right.
    """
    errors: list[RuleError] = []
    plannen = {}
    for plan in beoordelaar.plans.values():
        for versie in boek.regels[plan.id].versies:
            if _overlap(versie, plan.versie.van, plan.versie.tot):
                plannen[plan.id, plan.versie.van, versie.van] = RefusalPlan(plan, versie, beoordelaar.rulebook, errors)
    if errors:
        raise RulebookError(errors)
    return plannen


def _overlap(versie: WeigeringVersie, van: date, tot: date | None) -> bool:
    return (tot is None or versie.van <= tot) and (versie.tot is None or van <= versie.tot)
