"""The parts of a version of a leave, each compiled and with what is always the same of it in an answer as JSON."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from verlof_api.assessment.fixed import Fixed, FixedList, Json
from verlof_api.assessment.values import day
from verlof_api.language.compiler import Env, Run
from verlof_api.language.missing import Find
from verlof_api.language.nodes import Node
from verlof_api.law.bronnen import Bron
from verlof_api.law.model import Betaling, Stap, Termijn, Waarschuwing


@cache
def bronnen_json(bronnen: tuple[Bron, ...]) -> list[dict[str, str | None]]:
    """Sources as JSON; equal ones are one list, wherever they are cited."""
    return FixedList(
        [{"wet": b.wet, "artikel": b.artikel, "lid": b.lid, "onder": b.onder, "url": b.url} for b in bronnen]
    )


@dataclass(frozen=True, slots=True)
class ComesRight:
    """How a condition that is not met can still come to be: when it can, from which day, after which leave is used."""

    als: Node
    can: Run
    missing: Find
    vanaf: Run | None
    na: str | None


@dataclass(frozen=True)
class ConditionPlan:
    id: str
    als: Node
    open_norm: Node | None
    comes_right: ComesRight | None
    code: str | None
    woorden: str | None
    missing: Find
    feiten: tuple[str, ...]
    bronnen: Json

    def surely_comes_right(self, env: Env) -> bool:
        """Can it, when it is not met, come to be for sure?"""
        return self.comes_right is not None and self.comes_right.can(env) is True


@dataclass(frozen=True, slots=True)
class PaymentPlan:
    """`json`: what is always the same of it in an answer. `tabellen`: the tables of amounts that it looks in."""

    betaling: Betaling
    tabellen: tuple[str, ...]
    als: Run | None
    percentage: Run
    van: Run | None
    tot: Run | None
    factor: Run | None
    missing: Find
    bronnen: Json
    json: Mapping[str, Json]
    andere: "PaymentPlan | None"


@dataclass(frozen=True, slots=True)
class TermPlan:
    """`json`: what is always the same of it in an answer."""

    termijn: Termijn
    als: Run | None
    uiterlijk: Run
    bronnen: Json
    json: Mapping[str, Json]


@dataclass(frozen=True)
class EmployerPlan:
    """`json`: what is always the same of it in an answer; `fixed`: the whole of it, where nothing depends on facts."""

    mag_weigeren: Run
    mag_wijzigen: Run
    antwoord: Run | None
    json: Mapping[str, Json]
    fixed: Fixed | None

    def of(self, env: Env, elsewhere: bool = False) -> Json:
        """`elsewhere`: not this law decides, so its ground and its last day for an answer do not count."""
        if self.fixed is not None:
            return self.fixed
        answer_by = day(self.antwoord(env)) if self.antwoord and not elsewhere else None
        may_refuse, may_move = self.mag_weigeren(env), self.mag_wijzigen(env)
        told = {**self.json, "magWeigeren": may_refuse, "magWijzigen": may_move, "antwoordUiterlijk": answer_by}
        if elsewhere or (may_refuse is False and may_move is False):
            told["grond"] = None
        return told


@dataclass(frozen=True)
class WarningPlan:
    """`missing`: what is missing to know whether it is given, of a warning that asks for that."""

    waarschuwing: Waarschuwing
    als: Run
    missing: Find | None
    bronnen: Json


@dataclass(frozen=True)
class StepPlan:
    stap: Stap
    als: Run | None
    tenzij: Run | None
    bronnen: Json

    def here(self, env: Env) -> bool:
        """Is the step there in this situation? What is not certain leaves out no step, and adds none."""
        return (self.als is None or self.als(env) is True) and (self.tenzij is None or self.tenzij(env) is not True)


def payment_json(betaling: Betaling) -> Mapping[str, Json]:
    bronnen = bronnen_json(betaling.bronnen)
    return {"percentage": None, "grondslag": betaling.grondslag, "door": betaling.door, "bronnen": bronnen}


def term_json(term: Termijn) -> Mapping[str, Json]:
    bronnen = bronnen_json(term.bronnen)
    return {"id": term.id, "uiterlijk": None, "aan": term.aan, "vorm": term.vorm, "bronnen": bronnen}
