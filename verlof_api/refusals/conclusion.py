"""How ground, term and form of one refusal add up, what silence means, and what the rules say of the leave."""

from datetime import date
from functools import cached_property

from verlof_api.assessment.answer import LeaveAnswer
from verlof_api.assessment.verdicts import ELSEWHERE, GEEN_RECHT, REFUSED
from verlof_api.refusals.model import Slotsom, Stilte
from verlof_api.refusals.parts import GEEN_TERMIJN, JA, NEE, ONBEKEND, RefusalPart, RefusalParts
from verlof_api.refusals.versions import GEEN_STAND
from verlof_api.refusals.words import GEEN_INSTEMMING, NIET_GEREGELD, ZOALS_GEVRAAGD, ZONDER_RECHT

WACHTEN = "wachten"


class RefusalConclusion(RefusalParts):
    """One refusal, with what follows from its three parts."""

    def slotsom(self, grond: RefusalPart, tijd: RefusalPart, vorm: str) -> str:
        """How ground, term and form add up; what lateness, form and silence mean comes from the rule."""
        if grond.uitkomst == NEE and self.versie.bij_nee != GEEN_STAND:
            return self.versie.bij_nee
        leads = self.stilte.slotsom if self.reden.zwijgt else grond.slotsom
        if leads is not None and self.rule(leads).altijd and grond.uitkomst != ONBEKEND:
            return leads
        if self.oordeel in REFUSED:
            return GEEN_RECHT
        if grond.uitkomst == ONBEKEND and (self.unsure or not self.reden.zwijgt):
            return "nog-niet"
        if self.reden.zwijgt:
            return self._slotsom_of_silence(tijd)
        if grond.uitkomst == NEE or grond.uitkomst == JA:
            return grond.slotsom or (GEEN_STAND if grond.uitkomst == NEE else "mag")
        if tijd.uitkomst == NEE and self.versie.termijn is not None and self.versie.termijn.gevolg != NIET_GEREGELD:
            return "te-laat"
        if vorm == NEE:
            unwritten = self.versie.vormgevolg == "telt-niet-zonder-schrift"
            passed = tijd.uiterlijk is not None and self.voorbij(tijd.uiterlijk)
            return "vormgebrek" if unwritten and passed else "herstelbaar"
        return grond.slotsom or "weging"

    def op_tijd(self) -> RefusalPart:
        """Whoever has no right by this law has no answer to wait for."""
        if self.oordeel in REFUSED | ELSEWHERE and self.versie.termijn is not None:
            return RefusalPart(GEEN_TERMIJN, self.say("termijn", ZONDER_RECHT))
        return super().op_tijd()

    def _slotsom_of_silence(self, tijd: RefusalPart) -> str:
        stilte = self.stilte
        if stilte.slotsom is not None:
            return stilte.slotsom
        if stilte.gevolg != ZOALS_GEVRAAGD:
            return stilte.gevolg
        return ZOALS_GEVRAAGD if tijd.uitkomst == NEE else WACHTEN

    @cached_property
    def stilte(self) -> Stilte:
        """What silence means; where the law gives nothing here, it gives nothing by silence either."""
        told = self.plan.silence(self.facts, self.anchor).part
        refused = self.oordeel in REFUSED and self.versie.bij_nee == GEEN_STAND
        if refused or (self.oordeel in ELSEWHERE and told.gevolg == ZOALS_GEVRAAGD):
            return Stilte(GEEN_INSTEMMING, ZONDER_RECHT, self.versie.recht)
        return told

    def stilte_dag(self, tijd: RefusalPart) -> date | None:
        """The day that the words about silence name: one of their own, or the last for an answer."""
        if self.stilte.dag is None:
            return tijd.uiterlijk
        return self.plan.dag(self.plan.silence(self.facts, self.anchor).dag, self.facts, self.anchor)

    def rule(self, slotsom: str) -> Slotsom:
        return self.boek.slotsommen[slotsom]

    def voorbij(self, dag: date) -> bool:
        return dag < self.situatie.peildatum

    @property
    def oordeel(self) -> str:
        return self.verlof.oordeel

    @cached_property
    def verlof(self) -> LeaveAnswer:
        """The answer of the rules for this leave when this refusal counts as told."""
        (verlof,) = self.beoordelaar.beoordeel(self.situatie, self.taal).verlofsoorten
        return verlof
