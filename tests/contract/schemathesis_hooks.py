"""What JSON Schema cannot say or schemathesis does not read there (see schemathesis.toml).

A period does not end before it begins, what is told is not said to be unknown as well, an employer did not answer
after the day of asking, and facts do not contradict each other (`dependentSchemas`, of which it can work out only a
few at once: they are taken out before it reads the contract, and near_misses.py holds them). A request that is right
in all but this is refused, so before it is sent its periods are turned around, what is not known goes before what is
told, a day of asking that is too early, or left out, becomes the day of the answer, and one of the facts that
contradict each other is taken out.
"""

import re
from datetime import date
from typing import Any

import schemathesis

from verlof_api.assessment.contradictions import Contradictions
from verlof_api.law import load_rulebook

_CONTRADICTIONS = Contradictions(load_rulebook())


@schemathesis.hook
def before_load_schema(context: schemathesis.HookContext, raw_schema: dict[str, Any]) -> None:
    del raw_schema["components"]["schemas"]["Feiten"]["dependentSchemas"]


@schemathesis.hook
def before_call(context: schemathesis.HookContext, case: schemathesis.Case, kwargs: dict[str, Any]) -> None:
    # It asks for gzip by itself, and within one process it does not unpack that.
    case.headers.setdefault("Accept-Encoding", "identity")
    if {"van", "tot"} <= set(case.query or {}) and all(isinstance(case.query[end], str) for end in ("van", "tot")):
        case.query["van"], case.query["tot"] = sorted((case.query["van"], case.query["tot"]))
    facts = case.body.get("feiten") if isinstance(case.body, dict) else None
    for value in facts.values() if isinstance(facts, dict) else ():
        for period in value if isinstance(value, list) else ():
            if isinstance(period, dict) and all(isinstance(period.get(end), str) for end in ("van", "tot")):
                period["van"], period["tot"] = sorted((period["van"], period["tot"]))
    if isinstance(facts, dict):
        _take_out_contradictions(facts)
    not_known = case.body.get("nietBekend") if isinstance(case.body, dict) else None
    for fact in not_known if isinstance(facts, dict) and isinstance(not_known, list) else ():
        facts.pop(fact if isinstance(fact, str) else "", None)
    _ask_after_the_answer(case.body)


def _take_out_contradictions(facts: dict[str, Any]) -> None:
    for each in _CONTRADICTIONS.impossible:
        told = {fact: facts[fact] for fact in each.feiten if fact in facts}
        right = all(isinstance(value, dict if fact in each.per_verlof else str | bool) for fact, value in told.items())
        if right and each in _CONTRADICTIONS.refused(told):
            del facts[each.feiten[0]]


def _ask_after_the_answer(body: Any) -> None:
    weigering = body.get("weigering") if isinstance(body, dict) else None
    datum = weigering.get("datum") if isinstance(weigering, dict) else None
    asked = body.get("peildatum", "2001-12-01") if isinstance(body, dict) else None
    if _is_day(datum) and _is_day(asked) and datum > asked:
        body["peildatum"] = datum


def _is_day(value: Any) -> bool:
    if not isinstance(value, str) or not re.fullmatch(r"20[0-9]{2}-[0-9]{2}-[0-9]{2}", value):
        return False
    try:
        return date.fromisoformat(value) >= date(2001, 12, 1)
    except ValueError:
        return False
