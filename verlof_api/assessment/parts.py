"""The parts of a version of a leave, each compiled and with what is always the same of it in an answer."""

from dataclasses import dataclass, replace

from verlof_api.assessment.answer import Bronnen, Employer
from verlof_api.language.compiled import CompiledCondition, CompiledExpression
from verlof_api.language.environment import Environment, Find, Run
from verlof_api.law.model import Betaling, Stap, Termijn, Waarschuwing


@dataclass(frozen=True, slots=True)
class ComesRight:
    """How a condition that is not met can still come to be: when it can, from which day, after which leave is used."""

    can: CompiledExpression
    vanaf: Run | None
    na: str | None


@dataclass(frozen=True)
class ConditionPlan:
    id: str
    condition: CompiledCondition
    comes_right: ComesRight | None
    code: str | None
    woorden: str | None
    feiten: tuple[str, ...]
    bronnen: Bronnen

    def surely_comes_right(self, env: Environment) -> bool:
        """Can it, when it is not met, come to be for sure?"""
        return self.comes_right is not None and self.comes_right.can.run(env) is True


@dataclass(frozen=True, slots=True)
class PaymentPlan:
    """`tabellen`: the tables of amounts that it looks in."""

    betaling: Betaling
    tabellen: tuple[str, ...]
    als: Run | None
    percentage: Run
    van: Run | None
    tot: Run | None
    factor: Run | None
    missing: Find
    bronnen: Bronnen
    andere: "PaymentPlan | None"


@dataclass(frozen=True, slots=True)
class TermPlan:
    termijn: Termijn
    als: Run | None
    uiterlijk: Run
    bronnen: Bronnen


@dataclass(frozen=True)
class EmployerPlan:
    """`always`: what holds whatever the facts are, and the whole of it where nothing depends on them (`settled`)."""

    mag_weigeren: Run
    mag_wijzigen: Run
    antwoord: Run | None
    always: Employer
    settled: bool = False

    def of(self, env: Environment, elsewhere: bool = False) -> Employer:
        """`elsewhere`: not this law decides, so its ground and its last day for an answer do not count."""
        if self.settled:
            return self.always
        answer_by = self.antwoord(env) if self.antwoord and not elsewhere else None
        may_refuse, may_move = self.mag_weigeren(env), self.mag_wijzigen(env)
        never = may_refuse is False and may_move is False
        return replace(
            self.always,
            mag_weigeren=may_refuse,
            mag_wijzigen=may_move,
            grond=None if elsewhere or never else self.always.grond,
            antwoord_uiterlijk=answer_by,
        )


@dataclass(frozen=True, slots=True)
class DeviationPlan:
    """Whether an agreement may differ from the law; `als`: when, None in every other case. `id`: that of its words."""

    id: str
    als: Run | None
    mag: str
    bronnen: Bronnen


@dataclass(frozen=True)
class WarningPlan:
    """`missing`: what is missing to know whether it is given, of a warning that asks for that."""

    waarschuwing: Waarschuwing
    als: Run
    missing: Find | None
    bronnen: Bronnen


@dataclass(frozen=True)
class StepPlan:
    stap: Stap
    als: Run | None
    tenzij: Run | None
    bronnen: Bronnen

    def here(self, env: Environment) -> bool:
        """Is the step there in this situation? What is not certain leaves out no step, and adds none."""
        return (self.als is None or self.als(env) is True) and (self.tenzij is None or self.tenzij(env) is not True)
