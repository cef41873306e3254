"""What to ask about one leave: the untold facts on which its verdict, its size and its pay still turn."""

from collections.abc import Mapping, Sequence

from verlof_api.assessment.gates import Missing
from verlof_api.assessment.money import Worked
from verlof_api.assessment.parts import PaymentPlan
from verlof_api.assessment.plan import Plan
from verlof_api.assessment.questions import LeaveQuestions
from verlof_api.engine import ONBEKEND, OPEN_NORM, Finding
from verlof_api.language.environment import Environment, Find


def missing_of(plan: Plan, env: Environment, finding: Finding) -> Mapping[str, float]:
    """The untold facts on which the verdict turns, by their names in `env`, with their share in what is undecided.

    A fact that decides a condition by itself has all of it; one of five facts that do so together has a fifth.
    """
    missing: Missing = {
        each.id: _names(each.condition.missing, env)
        for each in plan.conditions
        if finding.outcomes[each.id] == ONBEKEND and not (finding.waiting and each.surely_comes_right(env))
    }
    for gate in plan.gates:
        missing = gate.open(env, missing)
    unknown = list(missing.values())
    unknown += [
        each.comes_right.can.missed(env) for each in plan.conditions if each.comes_right and each.id in finding.waiting
    ]
    if OPEN_NORM not in finding.outcomes.values():  # else the verdict is oordeel-nodig whatever the choice
        for choice in plan.choices:
            applies = choice.run(env)
            if applies:
                break
            if applies is None:
                unknown.append(choice.missed(env))
    shares: dict[str, float] = {}
    for names in unknown:
        for name in names:
            shares[name] = shares.get(name, 0) + 1 / len(names)
    return shares


def _names(find: Find, env: Environment) -> Sequence[str]:
    found: dict[str, None] = {}
    find(env, found, set())
    return tuple(found)


def questions_of(
    plan: Plan, env: Environment, missing: Mapping[str, float], payments: Sequence[PaymentPlan], worked: Worked
) -> LeaveQuestions:
    size: dict[str, None] = {}
    plan.omvang_missing(env, size, set())
    money = dict.fromkeys(worked.asked)
    if not worked.bedragen:
        seen: set[str] = set()
        for payment in payments:
            payment.missing(env, money, seen)
    for find in plan.asking:
        hangs_on = _names(find, env)
        if len(hangs_on) == 1:
            money[hangs_on[0]] = None
    return LeaveQuestions(plan.id, missing, dict.fromkeys(size, 1), dict.fromkeys(money, 1))
