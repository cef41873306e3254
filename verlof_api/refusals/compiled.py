"""The refusals of one version of a leave, ready to be answered for: expressions compiled with its own names.

Unknown is not no: a value that rests on a day nobody told (the rules take the day of asking for it) is unknown here,
because whether an employer was in time turns on exactly those days.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Generic, Protocol, TypeVar

from verlof_api.assessment import Beoordelaar
from verlof_api.assessment.plan import Plan
from verlof_api.language.compiled import CompiledExpression
from verlof_api.language.environment import Environment, fact_of
from verlof_api.language.nodes import BOOL, DATUM, Type
from verlof_api.law.errors import RulebookError, RuleError
from verlof_api.law.feit import Told, Value
from verlof_api.law.regelboek import Rulebook
from verlof_api.law.strict_yaml import Passage
from verlof_api.refusals.model import Grond, Helper, RefusalBook, Stilte, WeigeringVersie


@dataclass(frozen=True)
class Waarde:
    """What an expression gives in a situation; None is unknown, and then `ontbreekt` says what would make it known."""

    waarde: Value | None
    ontbreekt: tuple[str, ...] = ()
    aangenomen: Told | None = None


class _Part(Protocol):
    @property
    def als(self) -> Passage | None: ...
    @property
    def dag(self) -> Passage | None: ...


Part = TypeVar("Part", bound=_Part)


@dataclass(frozen=True)
class Conditional(Generic[Part]):
    """A part with its compiled condition and day."""

    part: Part
    als: CompiledExpression | None
    dag: CompiledExpression | None


@dataclass(frozen=True)
class HelperPlan:
    """A helper with its compiled conditions."""

    helper: Helper
    als: CompiledExpression | None
    uiterlijk: CompiledExpression | None
    dringend: CompiledExpression | None


@dataclass(frozen=True)
class Assistance:
    """A helper in one situation; `zeker`: whether it is surely the right one, `ontbreekt`: what would tell."""

    helper: Helper
    dag: date | None
    zeker: bool
    dringend: bool
    ontbreekt: tuple[str, ...]


def _conditions(helper: Helper) -> tuple[tuple[Passage | None, Type], ...]:
    return (helper.als, BOOL), (helper.uiterlijk, DATUM), (helper.dringend, BOOL)


class RefusalPlan:
    """The compiled refusals of one version of a leave under one version of its rule."""

    def __init__(self, plan: Plan, versie: WeigeringVersie, rulebook: Rulebook, errors: list[RuleError]) -> None:
        self.plan, self.versie = plan, versie
        self._dates = frozenset(id for id, feit in rulebook.feiten.items() if feit.type.startswith("date"))
        before = len(plan.program.errors)
        self.gronden = {id: [self._conditional(each) for each in gronden] for id, gronden in versie.redenen.items()}
        termijn = versie.termijn
        self.geldt = self._compiled(termijn.als if termijn else None, BOOL)
        self.uiterlijk = self._compiled(termijn.uiterlijk if termijn else None, DATUM)
        self.vanaf = self._compiled(termijn.vanaf if termijn else None, DATUM)
        self.op_tijd = self._compiled(termijn.op_tijd if termijn else None, BOOL)
        self.te_laat = self._compiled(termijn.te_laat if termijn else None, BOOL)
        self.stiltes = [self._conditional(each) for each in versie.stiltes]
        self.morgen = {id: self._conditional(each) for id, each in versie.morgen.items()}
        self.ander_verlof = [self._conditional(each) for each in versie.ander_verlof]
        self.zonder_belang = self._conditional(versie.zonder_belang) if versie.zonder_belang else None
        self.helpers = [
            HelperPlan(each, *(self._compiled(text, type) for text, type in _conditions(each)))
            for each in versie.helpers
        ]
        guards = [self._compiled(each.als, BOOL) for each in versie.gevallen]
        errors.extend(plan.program.errors[before:])
        cases = [RefusalPlan(plan, each.versie, rulebook, errors) for each in versie.gevallen]
        self.gevallen = list(zip(guards, cases, strict=True))

    def _compiled(self, text: Passage | None, type: Type) -> CompiledExpression | None:
        return None if text is None else self.plan.program.compiled(text, type)

    def _conditional(self, part: Part) -> Conditional[Part]:
        return Conditional(part, self._compiled(part.als, BOOL), self._compiled(part.dag, DATUM))

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

    def dag(self, expression: CompiledExpression | None, facts: Environment, anchor: date) -> date | None:
        """The day that an expression gives; None where it is not there or not known."""
        value = self.waarde(expression, facts, anchor).waarde
        return value if isinstance(value, date) else None

    def chosen(
        self, facts: Environment, anchor: date
    ) -> tuple["RefusalPlan", tuple["RefusalPlan", ...], tuple[str, ...]]:
        """The plan of the case that holds; those that may hold instead, and what would tell."""
        unsure: list[RefusalPlan] = []
        missing: dict[str, None] = {}
        for als, plan in self.gevallen:
            found = self.waarde(als, facts, anchor)
            if found.waarde is True:
                return plan, tuple(unsure), tuple(missing)
            if found.waarde is None:
                unsure.append(plan)
                missing.update(dict.fromkeys(found.ontbreekt))
        return self, tuple(unsure), tuple(missing)

    def grounds_of(
        self, reden: str, facts: Environment, anchor: date
    ) -> tuple[Sequence[Conditional[Grond]], tuple[str, ...], Told]:
        """The answers that may apply to a reason (one, unless something is unknown), what is missing and assumed."""
        possible: list[Conditional[Grond]] = []
        missing: dict[str, None] = {}
        assumed: dict[str, Value] = {}
        for each in self.gronden[reden]:
            found = self.waarde(each.als, facts, anchor)
            assumed.update(found.aangenomen or {})
            missing.update(dict.fromkeys(found.ontbreekt))
            if found.waarde is not False:
                possible.append(each)
            if found.waarde is True:
                break
        return possible, tuple(missing) if len(possible) > 1 else (), assumed

    def silence(self, facts: Environment, anchor: date) -> Conditional[Stilte]:
        """What silence means: the first that surely holds, or the last, that needs nothing."""
        sure = (each for each in self.stiltes if self.waarde(each.als, facts, anchor).waarde is True)
        return next(sure, self.stiltes[-1])

    def possible(
        self, parts: Iterable[Conditional[Part]], facts: Environment, anchor: date
    ) -> Iterator[Conditional[Part]]:
        """Those that are not surely ruled out."""
        return (each for each in parts if self.waarde(each.als, facts, anchor).waarde is not False)

    def wie_helpt(self, facts: Environment, anchor: date) -> Iterator[Assistance]:
        """Who may help: those not surely ruled out, with the last day where one is known."""
        for each in self.helpers:
            fits = self.waarde(each.als, facts, anchor)
            if fits.waarde is not False:
                haste = each.dringend is not None and self.waarde(each.dringend, facts, anchor).waarde is True
                day = self.dag(each.uiterlijk, facts, anchor)
                yield Assistance(each.helper, day, fits.waarde is True, haste, fits.ontbreekt)


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
