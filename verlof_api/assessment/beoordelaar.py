"""The assessment of a situation: which version of each leave applies, what the engine concludes, and what to ask."""

import hashlib
from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Final

import orjson

from verlof_api.assessment.answer import Assessment, LeaveAnswer, RuleSet
from verlof_api.assessment.answering import BEDRAG_ONBEKEND, NIET_VAN_KRACHT, Answers
from verlof_api.assessment.contradictions import Contradictions
from verlof_api.assessment.measuring import measure_mistakes
from verlof_api.assessment.money import Money
from verlof_api.assessment.plan import Plan
from verlof_api.assessment.questions import Questions
from verlof_api.assessment.situation import Facts, Situatie
from verlof_api.assessment.unused import idle_facts, unused_names
from verlof_api.assessment.wire import canonical, fixed
from verlof_api.assessment.wording import Language
from verlof_api.assessment.words import Words, words_of
from verlof_api.engine import Engine, LimitError
from verlof_api.language.environment import Environment
from verlof_api.language.sharing import Sharing
from verlof_api.law.errors import RulebookError, RuleError
from verlof_api.law.feit import Told
from verlof_api.law.model import Verlofsoort
from verlof_api.law.regelboek import Rulebook

# Per language, of the situations of which the answer lies outside the law of leave: that answer.
Verwijzingen = Mapping[str, Mapping[str, str]]
NO_POINTERS: Final[Verwijzingen] = {}


class Beoordelaar:
    """Answers situations with one rulebook. Built once per process; thread- and fork-safe.

    Raises RulebookError when an expression, text or limit of the rulebook is wrong: nothing half-loads.
    """

    def __init__(self, rulebook: Rulebook, verwijzingen: Verwijzingen = NO_POINTERS) -> None:
        self.rulebook, self._pointers = rulebook, verwijzingen
        errors: list[RuleError] = []
        self.languages = {taal: Language(taal, rulebook) for taal in rulebook.talen}
        sharing = Sharing(rulebook)
        self.module = sharing.compiler.module
        plans = [
            Plan(rulebook, verlofsoort, versie, sharing, errors)
            for verlofsoort in rulebook.verlofsoorten.values()
            for versie in verlofsoort.versies
        ]
        self.words: Mapping[str, Mapping[str, Words]] = {
            taal: {plan.key: words_of(plan, language, errors) for plan in plans}
            for taal, language in self.languages.items()
        }
        for plan in plans:
            plan.close()
        if not errors:  # what is not understood counts nothing, and seems to use nothing
            errors += [*unused_names(plans), *measure_mistakes(plans)]
        if errors:
            sharing.forget()
            raise RulebookError(errors)
        self.plans: Mapping[str, Plan] = {plan.key: plan for plan in plans}
        try:
            self.engine = Engine([plan.rules for plan in plans])
        except LimitError as limits:
            raise RulebookError(map(self._placed, limits.messages)) from limits
        sharing.forget()
        self._plans = {
            id: {versie.van: self.plans[f"{id}@{versie.van.isoformat()}"] for versie in verlofsoort.versies}
            for id, verlofsoort in rulebook.verlofsoorten.items()
        }
        money = Money(rulebook)
        self._facts = Facts(rulebook)
        idle = idle_facts(rulebook, plans)
        self._answers = {
            taal: Answers(rulebook, language, self.words[taal], money, idle)
            for taal, language in self.languages.items()
        }
        self.contradictions = Contradictions.of(rulebook)
        self._questions = {taal: Questions(rulebook, taal, self.contradictions) for taal in rulebook.talen}
        self._ruleset = fixed(RuleSet(rulebook.versie, rulebook.hash))

    def _placed(self, message: str) -> RuleError:
        """What the engine has against a version, at the place of that version: it begins with its key."""
        plan = self.plans.get(message.partition(": ")[0])
        return RuleError("regelset.yaml", 1, message) if plan is None else plan.versie.plek.error(message)

    def beoordeel(self, situatie: Situatie, taal: str = "nl") -> Assessment:
        """What the law says of `situatie`, in `taal`, one of those of the rulebook."""
        told = self._facts.environment(situatie)
        leaves = [(verlofsoort, self._anchor(verlofsoort, told)) for verlofsoort in self._leaves(situatie)]
        cases: dict[str, tuple[Plan, Environment]] = {}
        for verlofsoort, anchor in leaves:
            versie = verlofsoort.versie(anchor)
            if versie is not None:
                plan = self._plans[verlofsoort.id][versie.van]
                cases[verlofsoort.id] = plan, told.under(anchor)
        findings = self.engine.conclude({plan.key: env for plan, env in cases.values()})
        unfitting = self.contradictions.warned(situatie.feiten, situatie.peildatum)
        answers, questions = [], []
        for verlofsoort, anchor in leaves:
            if verlofsoort.id in cases:
                plan, env = cases[verlofsoort.id]
                answer, asked = self._answers[taal].of(plan, env, findings[plan.key], situatie.niet_bekend, unfitting)
                questions.append(asked)
            else:
                nearest = self._nearest(verlofsoort, anchor)
                env = told.under(anchor)
                answer = self._answers[taal].not_in_force(verlofsoort, anchor, nearest, env)
            answers.append(answer)
        return Assessment(
            beoordeling_id=self._identity(situatie),
            peildatum=situatie.peildatum,
            regelset=self._ruleset,
            verlofsoorten=answers,
            volgende_vragen=self._questions[taal].next(questions, situatie.feiten, situatie.niet_bekend),
            verwijzing=self._pointer(situatie, taal),
        )

    def _pointer(self, situatie: Situatie, taal: str) -> str | None:
        return None if situatie.situatie is None else self._pointers.get(taal, {}).get(situatie.situatie)

    def under(self, situatie: Situatie, key: str, taal: str = "nl") -> LeaveAnswer:
        """The answer about one leave that the version `key` gives, as if it were in force on the day that counts."""
        plan = self.plans[key]
        told = self._facts.environment(situatie)
        env = told.under(self._anchor(plan.verlofsoort, told))
        return self._answers[taal].of(plan, env, self.engine.conclude({key: env})[key])[0]

    def wishes(self, situatie: Situatie, verlof: str) -> Told:
        """What someone wants of one leave: the wishes that were told, and those that follow from them in the version
        that applies. Nothing that is only assumed: without a wish there is none."""
        told = {id: value for id, value in situatie.feiten.items() if self.rulebook.feiten[id].wens}
        if not told:
            return told
        case = self._case(situatie, verlof)
        return told if case is None else case[0].wishes.of(told, case[1])

    def over(self, situatie: Situatie, verlof: str) -> Decimal | None:
        """The hours that are left of one leave, with those above the law's own; None when that is not known."""
        case = self._case(situatie, verlof)
        return None if case is None else case[0].wishes.left(case[1])

    def _case(self, situatie: Situatie, verlof: str) -> tuple[Plan, Environment] | None:
        """The version of a leave that applies, and its environment; None on a day without one."""
        soort, facts = self.rulebook.verlofsoorten[verlof], self._facts.environment(situatie)
        anchor = self._anchor(soort, facts)
        versie = soort.versie(anchor)
        if versie is None:
            return None
        plan = self._plans[verlof][versie.van]
        return plan, facts.under(anchor)

    def anchor(self, situatie: Situatie, verlof: str) -> date:
        """The date that decides which version of a leave applies to `situatie`."""
        return self._anchor(self.rulebook.verlofsoorten[verlof], self._facts.environment(situatie))

    def _leaves(self, situatie: Situatie) -> Sequence[Verlofsoort]:
        soorten = self.rulebook.verlofsoorten
        if situatie.verlofsoorten is not None:
            return [soorten[id] for id in dict.fromkeys(situatie.verlofsoorten)]
        return [soort for soort in soorten.values() if situatie.inclusief_voorstellen or not soort.voorstel]

    def _anchor(self, verlofsoort: Verlofsoort, told: Environment) -> date:
        """The first date known; the day of asking stands in for none. Where the date itself plays a part untold, an end
        of the law before the day of asking refuses nothing yet."""
        known: date | None = told.first_known(verlofsoort.anker)
        if known is not None:
            return known
        today, last = told.peildatum, verlofsoort.versies[-1].tot
        asked_for = not told.withheld.isdisjoint(verlofsoort.anker)
        return last if asked_for and last is not None and last < today else today

    def _nearest(self, verlofsoort: Verlofsoort, day: date) -> Plan:
        """The first version that comes after `day`, on which none is in force; the last one when none does."""
        versie = next((each for each in verlofsoort.versies if each.van > day), verlofsoort.versies[-1])
        return self._plans[verlofsoort.id][versie.van]

    def _identity(self, situatie: Situatie) -> str:
        """The same question under the same rules has the same id, whatever the order of its keys."""
        question = [
            self.rulebook.hash,
            situatie.peildatum,
            sorted(situatie.feiten.items()),
            sorted(situatie.verlofsoorten or ()),
            situatie.inclusief_voorstellen,
            situatie.situatie,
            sorted(situatie.navragen),
            sorted(situatie.niet_bekend),
        ]
        content = orjson.dumps(question, default=canonical, option=orjson.OPT_SORT_KEYS)
        return f"sha256:{hashlib.sha256(content).hexdigest()}"


__all__ = ["BEDRAG_ONBEKEND", "NIET_VAN_KRACHT", "Beoordelaar"]
