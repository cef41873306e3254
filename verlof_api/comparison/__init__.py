"""What changed between two dates: rules, amounts and outcomes."""

from datetime import date
from typing import Any

from verlof_api.assessment import Beoordelaar
from verlof_api.comparison.outcomes import Outcomes
from verlof_api.comparison.rules import Texts, amount_changes
from verlof_api.rulebook.scenarios import Scenario


class Comparison:
    """Compares the law of two dates with one rulebook and its scenarios. Thread-safe."""

    def __init__(self, beoordelaar: Beoordelaar, scenarios: tuple[Scenario, ...]) -> None:
        self._beoordelaar = beoordelaar
        self._texts = Texts(beoordelaar)
        self._outcomes = Outcomes(beoordelaar, scenarios)

    def prepare(self) -> None:
        """Work out beforehand what `compare` would otherwise do when it is first asked about a leave."""
        self._texts.prepare()
        self._outcomes.prepare()

    def compare(self, van: date, tot: date, taal: str = "nl") -> dict[str, Any]:
        """What differs between the law of `van` and that of `tot`; nothing when they are one day."""
        rules, outcomes = [], []
        for verlofsoort in self._beoordelaar.rulebook.verlofsoorten.values():
            was, wordt = verlofsoort.versie(van), verlofsoort.versie(tot)
            if was is not wordt:
                rules.append(self._texts.change(verlofsoort, was, wordt, taal))
                outcomes += self._outcomes.changes(verlofsoort.id, was, wordt)
        return {
            "van": van.isoformat(),
            "tot": tot.isoformat(),
            "regelset": {"versie": self._beoordelaar.rulebook.versie, "hash": self._beoordelaar.rulebook.hash},
            "verlofsoorten": rules,
            "bedragen": amount_changes(self._beoordelaar, van, tot),
            "uitkomsten": outcomes,
        }


__all__ = ["Comparison"]
