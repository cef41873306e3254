"""What JSON Schema cannot say, for schemathesis (see schemathesis.toml): a period does not end before it begins.

A request that is right in all but this is refused (`tot-voor-van`), so before it is sent its periods are turned around.
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
