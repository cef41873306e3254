"""What changed between two dates: rules, amounts and outcomes."""

from datetime import date
from typing import Any

from verlof_api.assessment import Beoordelaar
from verlof_api.checks.scenarios import Scenarios
from verlof_api.comparison.outcomes import outcome_changes
from verlof_api.comparison.rules import amount_changes, rule_changes
from verlof_api.rulebook.scenarios import Scenario


class Comparison:
    """Compares the law of two dates with one rulebook and its scenarios."""

    def __init__(self, beoordelaar: Beoordelaar, scenarios: tuple[Scenario, ...]) -> None:
        self._beoordelaar, self._scenarios = beoordelaar, scenarios
        self._runner = Scenarios(beoordelaar)

    def compare(self, van: date, tot: date, taal: str = "nl") -> dict[str, Any]:
        """What differs between the law of `van` and that of `tot`; nothing when they are one day."""
        rules = rule_changes(self._beoordelaar, van, tot, taal)
        amounts = amount_changes(self._beoordelaar, van, tot)
        touched: dict[str, tuple[str, ...]] = dict.fromkeys(
            self._paid_from({each["tabel"] for each in amounts}), ("betaling",)
        )
        touched.update((each["verlofsoort"], ("oordeel", "omvang", "betaling")) for each in rules)
        return {
            "van": van.isoformat(),
            "tot": tot.isoformat(),
            "regelset": {"versie": self._beoordelaar.rulebook.versie, "hash": self._beoordelaar.rulebook.hash},
            "verlofsoorten": rules,
            "bedragen": amounts,
            "uitkomsten": outcome_changes(self._runner, self._scenarios, touched, van, tot),
        }

    def _paid_from(self, tables: set[str]) -> set[str]:
        """The leaves whose pay is worked out with one of these tables."""
        return {
            plan.id
            for plan in self._beoordelaar.plans.values()
            for betaling in plan.versie.betaling
            if tables & {betaling.maximum, betaling.minimum, betaling.tabel}
        }


__all__ = ["Comparison"]
