"""Making the answer about one leave: what the engine concluded, and everything that follows from it."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from verlof_api.assessment.answer import Caution, LeaveAnswer, Pay, Step, Term
from verlof_api.assessment.asking import missing_of, questions_of
from verlof_api.assessment.assumptions import Assumptions
from verlof_api.assessment.contradictions import Unfitting
from verlof_api.assessment.gives import (
    added,
    formula_of,
    not_before,
    pay_of,
    payments_of,
    period_of,
    size_of,
    terms_of,
)
from verlof_api.assessment.money import Money, Worked
from verlof_api.assessment.nog_niet import NotYet
from verlof_api.assessment.parts import PaymentPlan
from verlof_api.assessment.plan import Plan
from verlof_api.assessment.questions import LeaveQuestions
from verlof_api.assessment.verdicts import ELSEWHERE, GEEN_RECHT, NOG_NIET, REFUSED, VRAAG_NODIG
from verlof_api.assessment.wire import fixed, sources
from verlof_api.assessment.wording import Language, Made, fill, filled
from verlof_api.assessment.words import StepWords, Words
from verlof_api.engine import NIET_VOLDAAN, Finding
from verlof_api.language.environment import Environment, fact_of
from verlof_api.law.model import Verlofsoort
from verlof_api.law.regelboek import Rulebook

NIET_VAN_KRACHT, BEDRAG_ONBEKEND, TEGENSPRAAK = "niet-van-kracht", "bedrag-onbekend", "tegenspraak"
MEER_DAN_TEGOED, NIET_GEBRUIKT = "meer-dan-tegoed", "niet-gebruikt"


class Answers:
    """Answers in one language. What does not depend on the situation was made with the plans, at start-up.

    `words`: per version, by its key; `idle`: per leave the facts that can be told of it and that no rule reads.
    """

    def __init__(
        self,
        rulebook: Rulebook,
        language: Language,
        words: Mapping[str, Words],
        money: Money,
        idle: Mapping[str, Sequence[str]],
    ) -> None:
        self._taal, self._language, self._words, self._money, self._idle = language.taal, language, words, money, idle
        self._labels = {id: str(feit.teksten[language.taal].label) for id, feit in rulebook.feiten.items()}
        self._sentences = rulebook.zinnen[language.taal]
        self._names = {id: str(soort.words(self._taal)[0].naam) for id, soort in rulebook.verlofsoorten.items()}
        self._assumptions = Assumptions(rulebook, language)
        self._not_yet = NotYet(rulebook, language)
        self._unfitting = {
            each.id: fixed(Caution(TEGENSPRAAK, sources(each.bronnen), str(each.tekst[self._taal])))
            for each in rulebook.tegenspraken
        }

    def of(
        self,
        plan: Plan,
        env: Environment,
        finding: Finding,
        not_known: Collection[str] = (),
        unfitting: Unfitting = (),
    ) -> tuple[LeaveAnswer, LeaveQuestions]:
        """The answer about a version that is in force, and what to ask about it.

        `not_known`: the facts of which the person said not to know them; `unfitting`: the told facts that do not fit.
        """
        words = self._words[plan.key]
        told = words.voorwaarden
        refused = finding.oordeel == GEEN_RECHT
        ahead = self._not_yet.of(plan, env, finding) if finding.oordeel == NOG_NIET else None
        vanaf = None if ahead is None else ahead.coming.vanaf
        then = env if ahead is None else ahead.env  # what it will be; why it is not so today is told of today
        payments = () if refused else payments_of(plan, then)
        worked = self._money.work_out(payments[0], then, plan.wishes.following) if len(payments) == 1 else Worked()
        terms = terms_of(plan, then, finding, refused)
        if ahead is not None:
            terms = not_before(vanaf, added(terms, terms_of(plan, env, finding, refused=True)))
        toelichting = fill(words.toelichting.get(_explanation(plan, env, finding.oordeel), ""), env)
        voorwaarden = filled([told[id][outcome] for id, outcome in finding.outcomes.items()], env)
        omvang = None if refused else size_of(plan, formula_of(plan, words.formule, then), then)
        periode = None if refused else period_of(plan, then, vanaf)
        betaling = self._pay(plan, payments, worked, then) if payments else None
        stappen = [] if refused else self._steps(words.stappen, then, terms)
        werkgever = plan.werkgever.of(then, finding.oordeel in ELSEWHERE) if plan.werkgever else None
        waarschuwingen = [
            *self._warnings(plan, words, env, then, finding, worked),
            *([] if refused else self._beyond(plan, then)),
            *self._contradictions(plan, unfitting),
        ]
        aannames = self._assumptions.tell(then, not_known)
        # last, so that looking for gaps and for what is missing adds nothing to what was assumed
        hiaten = plan.gaps.of(env, self._taal, refused)
        asks = not refused and finding.oordeel in (VRAAG_NODIG, NOG_NIET)
        missing = missing_of(plan, env, finding) if asks else {}
        answer = LeaveAnswer(
            id=plan.id,
            naam=words.naam,
            oordeel=finding.oordeel,
            toelichting=toelichting,
            geldig=plan.geldig,
            nog_niet=None if ahead is None else ahead.coming,
            voorwaarden=voorwaarden,
            ontbrekende_feiten=tuple(dict.fromkeys(map(fact_of, missing))),
            omvang=omvang,
            periode=periode,
            betaling=betaling,
            termijnen=terms,
            stappen=stappen,
            werkgever=werkgever,
            afwijken=None if words.afwijken is None else words.afwijken.of(then),
            waarschuwingen=waarschuwingen,
            aannames=aannames,
            hiaten=hiaten,
            spoor=finding.trace,
        )
        if refused:
            return answer, LeaveQuestions(plan.id)
        own = {fact: asked for fact, each in words.vragen.items() if (asked := each.asked(env)) is not None}
        return answer, questions_of(plan, then, missing, payments, worked)._replace(vragen=own)

    def _steps(self, words: Sequence[StepWords], env: Environment, terms: Sequence[Term]) -> list[Step]:
        """What to do, each with its last day where that is known; once it has passed, what can still be done."""
        here = [step for step in words if step.here is None or step.here(env)]
        steps = filled([step.part for step in here], env)
        if not terms:
            return steps
        days = {term.id: term.uiterlijk for term in terms}
        return [self._by(step, each.term, days, env) for step, each in zip(steps, here, strict=True)]

    def _by(self, step: Step, term: str | None, days: Mapping[str, date], env: Environment) -> Step:
        day = None if term is None else days.get(term)
        if day is None:
            return step
        afterwards = self._sentences.get(f"alsnog-{term}")
        if day < env.peildatum and afterwards is not None:
            return replace(step, uiterlijk=day, tekst=f"{step.tekst} {afterwards}")
        return replace(step, uiterlijk=day)

    def not_in_force(self, verlofsoort: Verlofsoort, anchor: date, nearest: Plan, env: Environment) -> LeaveAnswer:
        """The refusal for a day on which the law did not know this leave, with the days on which it does."""
        show = self._language.day
        last = next((v for v in reversed(verlofsoort.versies) if v.tot is not None and v.tot < anchor), None)
        naam, versie = self._words[nearest.key].naam, nearest.versie
        values = {
            "verlof": naam,
            "dag": show(anchor),
            "van": show(versie.van),
            "tot": show(last.tot) if last and last.tot else "",
        }
        key = NIET_VAN_KRACHT if versie.van > anchor else "niet-meer-van-kracht"
        if verlofsoort.voorstel and last is not None and verlofsoort.opgevolgd_door in self._names:
            key = "wet-geworden"
            values["opvolger"] = self._names[verlofsoort.opgevolgd_door]
        warning = Caution(NIET_VAN_KRACHT, sources(()), self._sentences[key].format_map(values))
        return LeaveAnswer(
            id=verlofsoort.id,
            naam=naam,
            oordeel=GEEN_RECHT,
            toelichting=warning.tekst,
            geldig=nearest.geldig,
            waarschuwingen=[warning],
            hiaten=nearest.gaps.of(env, self._taal, refused=True),
        )

    def _warnings(
        self, plan: Plan, words: Words, env: Environment, then: Environment, finding: Finding, worked: Worked
    ) -> list[Caution]:
        unmet: dict[str, Made[Caution]] = {}
        if finding.oordeel in REFUSED:  # only then is there a condition that is not met
            unmet = {code: part for id, (code, part) in words.codes.items() if finding.outcomes[id] == NIET_VOLDAAN}
        possible = words.altijd if finding.oordeel == GEEN_RECHT else words.waarschuwingen
        given: dict[str, Made[Caution]] = {}
        for code, als, part in possible:
            if code not in unmet and als(then) is True:
                given.setdefault(code, part)
        warnings = filled(unmet.values(), env) + filled(given.values(), then)
        for gap in worked.unknown:
            days = {"eerste": self._language.day(gap.eerste), "laatste": self._language.day(gap.laatste)}
            text = self._sentences[BEDRAG_ONBEKEND].format_map({"tabel": gap.tabel.naam, **days})
            if gap.verwacht is not None:
                awaited = {
                    "vanaf": self._language.day(gap.verwacht.van),
                    "uiterlijk": self._language.day(gap.verwacht.uiterlijk),
                }
                text = f"{text} {self._sentences['bedrag-verwacht'].format_map(awaited)}"
            warnings.append(Caution(BEDRAG_ONBEKEND, sources(()), text))
        unused = [self._labels[fact_of(key)] for key in self._idle[plan.id] if key in env.told]
        if unused and NIET_GEBRUIKT not in given:
            text = self._sentences[NIET_GEBRUIKT].format_map({"feiten": ", ".join(unused)})
            warnings.append(Caution(NIET_GEBRUIKT, sources(()), text))
        return warnings

    def _pay(self, plan: Plan, payments: Sequence[PaymentPlan], worked: Worked, env: Environment) -> Pay:
        """How it is paid, also by another reading where the rules know of one."""
        other = payments[0].andere if len(payments) == 1 else None
        by_other = None if other is None else self._money.work_out(other, env, plan.wishes.following)
        return pay_of(payments, worked, by_other, env)

    def _beyond(self, plan: Plan, env: Environment) -> list[Caution]:
        """The warning that more is asked for than is left: the right stays, for the part that fits."""
        beyond = plan.wishes.beyond(env)
        if beyond is None:
            return []
        show = self._language.rounded
        values = {"gevraagd": show(beyond.gevraagd), "over": show(beyond.over), "tekort": show(beyond.shortage)}
        text = self._sentences[f"{MEER_DAN_TEGOED}-{beyond.eenheid}"].format_map(values)
        return [Caution(MEER_DAN_TEGOED, plan.bronnen["omvang"], text)]

    def _contradictions(self, plan: Plan, unfitting: Unfitting) -> Iterator[Caution]:
        """The warnings about told facts of which this version reads one, and that hardly fit with others."""
        for contradiction, verlof in unfitting:
            if verlof in (None, plan.id) and contradiction.tegenspraak and plan.reads_one_of(contradiction.touches):
                yield self._unfitting[contradiction.tegenspraak.id]


def _explanation(plan: Plan, env: Environment, oordeel: str) -> str:
    """The name of the words that explain the verdict: its own, or those of a case that the version sets apart."""
    return next((id for bij, als, id in plan.explanations if bij == oordeel and als(env) is True), oordeel)
