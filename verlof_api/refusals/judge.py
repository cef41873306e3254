"""What the law makes of a refusal: the one worked-out case that the answer, the letters and the calendar speak from."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from verlof_api.assessment import Beoordelaar, Situatie
from verlof_api.assessment.situation import Facts
from verlof_api.law.bronnen import Bron
from verlof_api.law.feit import Told, Value
from verlof_api.refusals.case import RefusalAnswer
from verlof_api.refusals.compiled import RefusalPlan, refusal_plans
from verlof_api.refusals.model import RefusalBook
from verlof_api.refusals.request import Weigering


@dataclass(frozen=True, slots=True)
class Remedy:
    """A last day to go against an answer: who helps with it, and where the day is written."""

    id: str
    dag: date
    bronnen: tuple[Bron, ...]


class RefusalJudge:
    """Works refusals out. Built once per process; raises RulebookError when an expression in the files is wrong."""

    def __init__(self, beoordelaar: Beoordelaar, boek: RefusalBook) -> None:
        self.beoordelaar, self.boek = beoordelaar, boek
        self._facts = Facts(beoordelaar.rulebook)
        self._plans = refusal_plans(beoordelaar, boek)
        self._taal = beoordelaar.rulebook.talen[0]

    def case(self, told: Weigering, taal: str, names: Mapping[str, str]) -> RefusalAnswer | None:
        """The case of a refusal (see `told`); None for a day whose law about refusals was not read.

        `names`: how sentences name the leave.
        """
        verlofsoort = told.verlofsoort
        anchor = self.beoordelaar.anchor(told.situatie, verlofsoort)
        plan = self._plan(verlofsoort, anchor)
        if plan is None:
            return None
        values = {**names, "op": self.beoordelaar.languages[taal].day(anchor)}
        facts = self._facts.environment(told.situatie)
        return RefusalAnswer(self.beoordelaar, self.boek, plan, told, facts, anchor, taal, values)

    def outcomes(self, refusal: Weigering) -> Mapping[str, str] | None:
        """What comes of each part: `grond`, `opTijd`, `inVorm`, `stilte` and `slotsom`; None where nothing was read."""
        case = self.case(self.told(refusal), self._taal, self._plain_names(refusal.verlofsoort))
        if case is None:
            return None
        grond, tijd, vorm = case.is_grond(), case.op_tijd(), case.in_vorm()
        return {
            "grond": grond.uitkomst,
            "opTijd": tijd.uitkomst,
            "inVorm": vorm.uitkomst,
            "stilte": case.stilte.gevolg,
            "slotsom": case.slotsom(grond, tijd, vorm.uitkomst),
        }

    def outcomes_of_facts(self, situatie: Situatie, verlofsoort: str) -> Mapping[str, str] | None:
        """The same for what the facts tell of an answer, where nobody told a refusal by itself."""
        refusal = self._of_facts(situatie, verlofsoort)
        return None if refusal is None else self.outcomes(refusal)

    def days_of_facts(self, situatie: Situatie, verlofsoort: str) -> Sequence[Remedy]:
        """The days of law that are still to come for who goes against an answer that the facts tell."""
        if situatie.feiten.get(self.boek.antwoord.feit) not in self.boek.antwoord.nee:
            return ()
        anchor = self.beoordelaar.anchor(situatie, verlofsoort)
        plan = self._plan(verlofsoort, anchor)
        if plan is None:
            return ()
        facts = self._facts.environment(situatie)
        chosen, _, _ = plan.chosen(facts, anchor)
        helpers = chosen.wie_helpt(facts, anchor)
        return [
            Remedy(each.helper.id, each.dag, each.helper.bronnen)
            for each in helpers
            if each.dag is not None and each.dag >= situatie.peildatum
        ]

    def _plan(self, verlofsoort: str, anchor: date) -> RefusalPlan | None:
        """None for a day whose law about refusals was not read."""
        rules, leave = self.boek.regels.get(verlofsoort), self.beoordelaar.rulebook.verlofsoorten[verlofsoort]
        version, rule = leave.versie(anchor), rules.versie(anchor) if rules is not None else None
        return self._plans[verlofsoort, version.van, rule.van] if version and rule else None

    def told(self, refusal: Weigering) -> Weigering:
        """The refusal, with its situation told what the answer of the employer tells, and about its leave alone."""
        feiten = {**refusal.situatie.feiten, **self.answered(refusal)}
        only = (refusal.verlofsoort,)
        told = replace(refusal.situatie, feiten=feiten, verlofsoorten=only, inclusief_voorstellen=True)
        return replace(refusal, situatie=told)

    def answered(self, refusal: Weigering) -> dict[str, Value]:
        """The facts that the answer of the employer tells; who first agreed did not refuse."""
        feiten, reden, datum = refusal.situatie.feiten, self.boek.redenen[refusal.reden], refusal.datum
        antwoord, told = self.boek.antwoord, dict(reden.feiten)
        if not reden.zwijgt:
            stays = feiten.get(antwoord.feit) in antwoord.blijft
            told[antwoord.feit] = feiten[antwoord.feit] if stays else antwoord.waarde
            if datum is not None:
                told[antwoord.datum] = datum
        return told

    def _of_facts(self, situatie: Situatie, verlofsoort: str) -> Weigering | None:
        if verlofsoort not in self.boek.regels:
            return None
        datum = situatie.feiten.get(self.boek.antwoord.datum)
        day = datum if isinstance(datum, date) else None
        return Weigering(situatie, verlofsoort, self._reason(situatie.feiten), {}, day)

    def _plain_names(self, verlofsoort: str) -> Mapping[str, str]:
        """How sentences name a leave where nobody reads them."""
        naam = str(self.beoordelaar.rulebook.verlofsoorten[verlofsoort].teksten[self._taal].naam)
        return dict.fromkeys(("verlof", "noemen", "mijn"), naam)

    def _reason(self, feiten: Told) -> str:
        """The reason that these facts tell: silence, the first that says just what they say, or else the rest."""
        answer = feiten.get(self.boek.antwoord.feit)
        said = answer == self.boek.antwoord.waarde or answer in self.boek.antwoord.blijft
        for id, reden in self.boek.redenen.items():
            if reden.zwijgt and not said:
                return id
            if said and reden.feiten and all(feiten.get(fact) == value for fact, value in reden.feiten.items()):
                return id
        return next(id for id, reden in self.boek.redenen.items() if reden.overig)
