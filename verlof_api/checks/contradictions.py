"""Are the contradictions what their examples say, and does every situation leave them alone?"""

from collections.abc import Iterator, Mapping
from datetime import date

from marshmallow import ValidationError

from verlof_api.assessment import Beoordelaar
from verlof_api.assessment.contradictions import Contradiction
from verlof_api.intake.schema import situatie_schema
from verlof_api.law.errors import RuleError
from verlof_api.law.feit import Told
from verlof_api.law.tegenspraak import Tegenspraak
from verlof_api.situations import SituationBook
from verlof_api.situations.levenssituaties import SITUATIES


def contradictions(beoordelaar: Beoordelaar, situaties: SituationBook) -> Iterator[RuleError]:
    """Every contradiction holds for its example, not for that example without one of its facts, nor for what fits."""
    return _Examples(beoordelaar, situaties).findings()


class _Examples:
    def __init__(self, beoordelaar: Beoordelaar, situaties: SituationBook) -> None:
        self._beoordelaar, self._all, self._situaties = beoordelaar, beoordelaar.contradictions, situaties
        self._facts = situatie_schema(beoordelaar.rulebook, situaties).fields["feiten"]
        self._day: date = beoordelaar.rulebook.eerste_dag

    def findings(self) -> Iterator[RuleError]:
        for each in (*self._all.impossible, *self._all.unfitting):
            if each.tegenspraak is not None:
                yield from self._of(each, each.tegenspraak)
        for situatie in self._situaties.levenssituaties.values():
            for contradiction in self._all.refused(self._read(situatie.feiten)):
                facts = ", ".join(contradiction.feiten)
                yield RuleError(SITUATIES, 1, f"{situatie.id}: deze feiten kunnen niet samen waar zijn: {facts}")

    def _of(self, contradiction: Contradiction, tegenspraak: Tegenspraak) -> Iterator[RuleError]:
        def wrong(message: str) -> RuleError:
            return tegenspraak.als.error(f"{tegenspraak.id}: {message}")

        try:
            example, fits = self._read(tegenspraak.voorbeeld), self._read(tegenspraak.past)
        except ValidationError:
            yield wrong("een voorbeeld heeft een waarde die niemand kan vertellen")
            return
        if not self._holds(contradiction, example):
            yield wrong("`voorbeeld` spreekt zichzelf niet tegen")
        for fact in example:
            if self._holds(contradiction, {id: value for id, value in example.items() if id != fact}):
                yield wrong(f"`voorbeeld` spreekt zichzelf ook zonder `{fact}` tegen: laat dat weg")
        if self._holds(contradiction, fits):
            yield wrong("`past` spreekt zichzelf tegen")
        if not any(plan.reads_one_of(contradiction.touches) for plan in self._beoordelaar.plans.values()):
            yield wrong("geen verlof leest een van deze feiten, dus niemand ziet dit: verbeter `raakt`")

    def _read(self, facts: Mapping[str, object]) -> Told:
        """The facts as a request would have them."""
        read: Told = self._facts.deserialize(dict(facts))
        return read

    def _holds(self, contradiction: Contradiction, told: Told) -> bool:
        return self._all.holds(contradiction, told, self._day)
