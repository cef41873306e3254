"""What changed between two dates: rules, amounts and outcomes."""

from collections.abc import Collection, Mapping
from datetime import date

from verlof_api.assessment import Beoordelaar
from verlof_api.assessment.wording import CardWords
from verlof_api.comparison.amounts import Amounts
from verlof_api.comparison.changes import Flip, LawChanges, LeaveChange
from verlof_api.comparison.gifts import Gifts
from verlof_api.comparison.outcomes import Outcomes
from verlof_api.comparison.rules import Texts
from verlof_api.comparison.summary import Summary
from verlof_api.comparison.told import ToldFacts
from verlof_api.law.scenarios import Scenario
from verlof_api.situations import SituationBook


class Comparison:
    """Compares the law of two dates with one rulebook and its scenarios. Thread-safe.

    `kaart`: the words of the card per language.
    """

    def __init__(
        self,
        beoordelaar: Beoordelaar,
        situaties: SituationBook,
        scenarios: tuple[Scenario, ...],
        kaart: Mapping[str, CardWords],
    ) -> None:
        gifts = Gifts(beoordelaar, kaart)
        self._beoordelaar = beoordelaar
        self._texts = Texts(beoordelaar, kaart, gifts)
        self._amounts = Amounts(beoordelaar, kaart)
        self._outcomes = Outcomes(beoordelaar, situaties, scenarios)
        self._summary = Summary(gifts)
        self._told = ToldFacts(beoordelaar, kaart)

    def prepare(self) -> None:
        """Work out beforehand what `compare` would otherwise do when it is first asked about a leave."""
        self._texts.prepare()
        self._outcomes.prepare()

    def compare(
        self, van: date, tot: date, taal: str = "nl", verlofsoorten: Collection[str] | None = None
    ) -> LawChanges:
        """What differs between the law of `van` and that of `tot`; nothing when they are one day.

        `verlofsoorten`: only these leaves, and then no amounts; None: all.
        """
        rules: list[LeaveChange] = []
        outcomes: list[Flip] = []
        for verlofsoort in self._beoordelaar.rulebook.verlofsoorten.values():
            was, wordt = verlofsoort.versie(van), verlofsoort.versie(tot)
            if was is not wordt and (verlofsoorten is None or verlofsoort.id in verlofsoorten):
                rules.append(self._texts.change(verlofsoort, was, wordt, taal))
                outcomes += self._outcomes.changes(verlofsoort.id, was, wordt)
        for flip in outcomes:
            flip["verschillen"] = self._told.differences(flip["verschilt"], flip["was"], flip["wordt"], taal)
        amounts = [] if verlofsoorten is not None else self._amounts.changes(van, tot, taal)
        return {
            "van": van.isoformat(),
            "tot": tot.isoformat(),
            "regelset": {"versie": self._beoordelaar.rulebook.versie, "hash": self._beoordelaar.rulebook.hash},
            "samenvatting": self._summary.lines(rules, amounts, taal),
            "verlofsoorten": rules,
            "bedragen": amounts,
            "nietBekend": [] if verlofsoorten is not None else self._amounts.unknown(tot),
            "uitkomsten": outcomes,
        }


__all__ = ["Comparison"]
