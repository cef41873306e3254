"""What a leave gives: how much, on which days, how it is paid, and the last days for what must be done."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import TypeVar

from verlof_api.assessment.answer import OtherReading, Pay, Size, Term, Window
from verlof_api.assessment.money import Worked
from verlof_api.assessment.parts import PaymentPlan
from verlof_api.assessment.plan import Plan
from verlof_api.assessment.verdicts import ELSEWHERE
from verlof_api.assessment.wire import rounded
from verlof_api.engine import NIET_VOLDAAN, Finding
from verlof_api.language.environment import Environment

Value = TypeVar("Value")
EARLIEST = "vroegste-ingang"


def formula_of(plan: Plan, formule: str | None, env: Environment) -> str | None:
    """What explains the figures: another formula where the version says that one counts."""
    return next((other for als, other in plan.other_formulas if als(env) is True), formule)


def size_of(plan: Plan, formule: str | None, env: Environment) -> Size | None:
    if plan.versie.omvang is None:
        return None
    maten = {maat: rounded(run(env)) for maat, run in plan.omvang.items()}
    return Size(maten, formule, plan.bronnen["omvang"])


def period_of(plan: Plan, env: Environment, vanaf: date | None) -> Window | None:
    """The days of the leave, from `vanaf` on where that is told: the day on which what is not so yet can begin."""
    if plan.periode is None:
        return None
    van, tot = (run(env) for run in plan.periode)
    if van is not None and vanaf is not None:
        van = max(van, vanaf)
    return Window(van, tot) if van is not None or tot is not None else None


def payments_of(plan: Plan, env: Environment) -> Sequence[PaymentPlan]:
    """The ways of paying that may apply: one, unless a fact that chooses between them is unknown."""
    possible = []
    for payment in plan.payments:
        applies = payment.als(env) if payment.als else True
        if applies is not False:
            possible.append(payment)
        if applies:
            break
    return possible


def pay_of(payments: Sequence[PaymentPlan], worked: Worked, other: Worked | None, env: Environment) -> Pay:
    """How it is paid; None where the ways that may still apply differ. `other`: by another reading of the law."""
    first = payments[0]
    andere = None
    if other is not None and first.andere is not None:
        andere = OtherReading(other.bedragen, first.andere.bronnen)
    percentages = [rounded(payment.percentage(env)) for payment in payments]
    return Pay(
        percentage=_agreed(percentages),
        grondslag=_agreed([payment.betaling.grondslag for payment in payments]),
        door=_agreed([payment.betaling.door for payment in payments]),
        bronnen=first.bronnen,
        maximum=worked.maximum,
        minimum=worked.minimum,
        bedragen=worked.bedragen,
        andere_lezing=andere,
    )


def _agreed(values: Sequence[Value]) -> Value | None:
    return values[0] if all(value == values[0] for value in values) else None


def not_before(vanaf: date | None, terms: Sequence[Term]) -> Sequence[Term]:
    """`terms`, with the earliest start not before the day on which the leave can begin."""
    if vanaf is None:
        return terms
    return [replace(term, uiterlijk=max(vanaf, term.uiterlijk)) if term.id == EARLIEST else term for term in terms]


def added(terms: Sequence[Term], more: Sequence[Term]) -> Sequence[Term]:
    """`terms`, after those of `more` that are not among them."""
    here = {term.id for term in terms}
    return [*(term for term in more if term.id not in here), *terms]


def terms_of(plan: Plan, env: Environment, finding: Finding, refused: bool) -> Sequence[Term]:
    """The last days for what must be done; with a refusal, only those that explain it."""
    if finding.oordeel in ELSEWHERE or (refused and not plan.explains):
        return []
    possible = plan.terms
    if refused:
        unmet = {id for id, outcome in finding.outcomes.items() if outcome == NIET_VOLDAAN}
        possible = tuple(each for each in possible if not unmet.isdisjoint(each.termijn.verklaart))
    terms = []
    for each in possible:
        if each.als is None or each.als(env) is True:
            uiterlijk = each.uiterlijk(env)
            if uiterlijk is not None:
                told = each.termijn
                terms.append(Term(told.id, uiterlijk, told.aan, told.vorm, each.bronnen))
    return terms
