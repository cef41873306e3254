"""What a text of the law gives to somebody of whom nothing else is known: how much, and who pays which part of what."""

from collections.abc import Mapping
from decimal import Decimal
from functools import cache
from typing import Final

from verlof_api.assessment import Beoordelaar, Situatie
from verlof_api.assessment.plan import Plan
from verlof_api.assessment.situation import Facts
from verlof_api.assessment.wire import number, rounded
from verlof_api.assessment.wording import CardWords
from verlof_api.comparison.changes import Gift, Payment
from verlof_api.comparison.words import comparison_words, counted
from verlof_api.language.environment import Environment

_MATEN: Final = ("weken", "werkdagen", "dagen", "uren")
_NOBODY: Final = "niemand"


class Gifts:
    """What every text of one rulebook gives; each is worked out once. Thread-safe.

    `kaart`: the words of the card per language.
    """

    def __init__(self, beoordelaar: Beoordelaar, kaart: Mapping[str, CardWords]) -> None:
        self._beoordelaar, self._kaart = beoordelaar, kaart
        self._facts = Facts(beoordelaar.rulebook)
        self._made = cache(self._make)

    def of(self, plan: Plan, taal: str) -> Gift:
        """`omvang`: number by measure, of those that hold for everybody; `formule`: how it is worked out, in words;
        `betaling`: percentage, basis and payer, without those who are paid nothing; `tekst`: all of it in words."""
        return self._made(plan.key, taal)

    def _make(self, key: str, taal: str) -> Gift:
        plan = self._beoordelaar.plans[key]
        env = self._nobody_in_particular(plan)
        sizes = {maat: plan.omvang[maat](env) for maat in _MATEN if maat in plan.omvang}
        omvang: dict[str, float | None] = {
            maat: number(rounded(size)) for maat, size in sizes.items() if size is not None
        }
        payments = self._payments(plan, env)
        told = [self.size(maat, Decimal(str(size)), taal) for maat, size in omvang.items()]
        formule = self._beoordelaar.words[taal][plan.key].formule
        told += [formule] if formule and not told else []
        told += self.paid(payments, taal)
        return {"omvang": omvang, "formule": formule, "betaling": payments, "tekst": ", ".join(told) or None}

    def size(self, maat: str, size: Decimal, taal: str) -> str:
        return f"{self._beoordelaar.languages[taal].number(size)} {counted(maat, size, taal)}"

    def paid(self, payments: list[Payment], taal: str) -> list[str]:
        """Payments in words, those of one percentage by one payer together."""
        words, door = comparison_words(taal), self._kaart[taal]["door"]
        together: dict[tuple[float | None, str], list[str]] = {}
        for each in payments:
            together.setdefault((each["percentage"], each["door"]), []).append(words["grondslag"][each["grondslag"]])
        if {payer for _, payer in together} == {_NOBODY}:
            return [words["onbetaald"]]
        show = self._beoordelaar.languages[taal].number
        return [
            words["percentage"].format(
                percentage=show(Decimal(str(percentage))), grondslag=f" {words['of']} ".join(bases), door=door[payer]
            )
            for (percentage, payer), bases in together.items()
        ]

    def _nobody_in_particular(self, plan: Plan) -> Environment:
        told = self._facts.environment(Situatie(plan.versie.van))
        return told.under(plan.versie.van)

    def _payments(self, plan: Plan, env: Environment) -> list[Payment]:
        """The payments of a text, each once; nothing for nobody only where that is all there is."""
        found: dict[tuple[float | None, str, str], None] = {}
        for payment in plan.payments:
            percentage = payment.percentage(env)
            if percentage is not None:
                found[number(rounded(percentage)), payment.betaling.grondslag, payment.betaling.door] = None
        some = [each for each in found if each[2] != _NOBODY] or list(found)
        return [{"percentage": percentage, "grondslag": basis, "door": door} for percentage, basis, door in some]
