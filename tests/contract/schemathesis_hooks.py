"""What JSON Schema cannot say, for schemathesis (see schemathesis.toml): a period does not end before it begins, and
what is told is not said to be unknown as well.

A request that is right in all but this is refused (`tot-voor-van`, `toch-verteld`), so before it is sent its periods
are turned around, and what is not known goes before what is told.
"""

from typing import Any

import schemathesis


@schemathesis.hook
def before_call(context: schemathesis.HookContext, case: schemathesis.Case, kwargs: dict[str, Any]) -> None:
    facts = case.body.get("feiten") if isinstance(case.body, dict) else None
    for value in facts.values() if isinstance(facts, dict) else ():
        for period in value if isinstance(value, list) else ():
            if isinstance(period, dict) and all(isinstance(period.get(end), str) for end in ("van", "tot")):
                period["van"], period["tot"] = sorted((period["van"], period["tot"]))
    not_known = case.body.get("nietBekend") if isinstance(case.body, dict) else None
    for fact in not_known if isinstance(facts, dict) and isinstance(not_known, list) else ():
        facts.pop(fact if isinstance(fact, str) else "", None)
