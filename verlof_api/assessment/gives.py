"""What a leave gives: how much, on which days, how it is paid, and the last days for what must be done."""

from collections.abc import Sequence
from datetime import date

from verlof_api.assessment.money import Worked
from verlof_api.assessment.parts import PaymentPlan
from verlof_api.assessment.plan import Plan
from verlof_api.assessment.values import Json, amount, day, number
from verlof_api.assessment.verdicts import ELSEWHERE
from verlof_api.engine import NIET_VOLDAAN, Finding
from verlof_api.language.compiler import Env

EARLIEST = "vroegste-ingang"


def formula_of(plan: Plan, formule: str | None, env: Env) -> str | None:
    """What explains the figures: another formula where the version says that one counts."""
    return next((other for als, other in plan.other_formulas if als(env) is True), formule)


def size_of(plan: Plan, formule: str | None, env: Env) -> Json:
    if plan.versie.omvang is None:
        return None
    return plan.omvang_json | {"formule": formule} | {maat: number(run(env)) for maat, run in plan.omvang.items()}


def period_of(plan: Plan, env: Env, vanaf: date | None) -> Json:
    """The days of the leave, from `vanaf` on where that is told: the day on which what is not so yet can begin."""
    if plan.periode is None:
        return None
    van, tot = (run(env) for run in plan.periode)
    if van is not None and vanaf is not None:
        van = max(van, vanaf)
    return {"van": day(van), "tot": day(tot)} if van is not None or tot is not None else None


def payments_of(plan: Plan, env: Env) -> Sequence[PaymentPlan]:
    """The ways of paying that may apply: one, unless a fact that chooses between them is unknown."""
    possible = []
    for payment in plan.payments:
        applies = payment.als(env) if payment.als else True
        if applies is not False:
            possible.append(payment)
        if applies:
            break
    return possible


def pay_of(payments: Sequence[PaymentPlan], worked: Worked, env: Env) -> dict[str, Json]:
    """How it is paid; null where the ways that may still apply differ."""
    ways = [{**payment.json, "percentage": number(payment.percentage(env))} for payment in payments]
    agreed = ways[0]
    if len(ways) > 1:
        agreed = {name: value if all(way[name] == value for way in ways) else None for name, value in agreed.items()}
    agreed["bronnen"] = payments[0].bronnen
    agreed["maximum"] = amount(worked.maximum)
    agreed["minimum"] = amount(worked.minimum)
    agreed["bedragen"] = [bedrag.json() for bedrag in worked.bedragen]
    return agreed


def not_before(vanaf: date | None, terms: list[dict[str, Json]]) -> list[dict[str, Json]]:
    """`terms`, with the earliest start not before the day on which the leave can begin."""
    first = day(vanaf)
    return [
        term | {"uiterlijk": first} if first and term["id"] == EARLIEST and term["uiterlijk"] < first else term
        for term in terms
    ]


def added(terms: list[dict[str, Json]], more: list[dict[str, Json]]) -> list[dict[str, Json]]:
    """`terms`, after those of `more` that are not among them."""
    here = {term["id"] for term in terms}
    return [*(term for term in more if term["id"] not in here), *terms]


def terms_of(plan: Plan, env: Env, finding: Finding, refused: bool) -> list[dict[str, Json]]:
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
                terms.append({**each.json, "uiterlijk": uiterlijk.isoformat()})
    return terms
