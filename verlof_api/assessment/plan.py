"""A version of a leave, ready to be answered for: expressions compiled, and what no fact changes made and written.

Plans are made once, at start-up, so that a request only looks things up and fills things in.
"""

from collections.abc import Iterable
from dataclasses import replace

from verlof_api.assessment.answer import MATEN, Employer, Validity
from verlof_api.assessment.gaps import Gaps
from verlof_api.assessment.gates import gates_of
from verlof_api.assessment.parts import (
    ComesRight,
    ConditionPlan,
    DeviationPlan,
    EmployerPlan,
    PaymentPlan,
    StepPlan,
    TermPlan,
    WarningPlan,
)
from verlof_api.assessment.wire import fixed, sources
from verlof_api.assessment.wishes import Wishes
from verlof_api.engine import Condition, Rules
from verlof_api.language.environment import Environment, Find, Run
from verlof_api.language.nodes import BOOL, DATUM, GETAL, Assumed, Const, Name, Node, Type, walk
from verlof_api.language.parser import MistakeError, ToldElsewhereError
from verlof_api.language.program import Program
from verlof_api.language.sharing import Sharing
from verlof_api.law.errors import RuleError
from verlof_api.law.model import Betaling, KomtGoed, Verlofsoort, Versie, Voorwaarde, Waarschuwing, Werkgever
from verlof_api.law.regelboek import Rulebook
from verlof_api.law.strict_yaml import Passage
from verlof_api.law.suggest import meant


class Plan:
    """Everything the assessment needs of one version. Mistakes are collected in `errors`."""

    def __init__(
        self,
        rulebook: Rulebook,
        verlofsoort: Verlofsoort,
        versie: Versie,
        sharing: Sharing,
        errors: list[RuleError],
    ) -> None:
        self.verlofsoort, self.versie = verlofsoort, versie
        self.id = verlofsoort.id
        self.key = f"{verlofsoort.id}@{versie.van.isoformat()}"
        self.program = program = Program(rulebook, verlofsoort, versie, errors, sharing)
        self._errors = errors
        self.conditions = tuple(self._condition(each) for each in versie.voorwaarden)
        self.gates = gates_of(program, self.conditions)
        self.outcomes = tuple((u.oordeel, self._optional(u.als, BOOL)) for u in versie.uitkomst)
        self.choices = [program.compiled_tree(node) for _, node in self.outcomes if node is not None]
        self.rules = Rules(
            self.key,
            tuple(map(_judged, self.conditions)),
            self.outcomes,
            program.compiler,
        )
        maten = versie.omvang.maten if versie.omvang else {}
        sizes = {maat: program.expression(text, GETAL) for maat, text in maten.items()}
        self.omvang = {maat: program.compile(sizes[maat]) for maat in MATEN if maat in sizes}
        self.omvang_missing = program.missing(*sizes.values())
        self.formule = str(versie.omvang.formule) if versie.omvang and versie.omvang.formule else None
        others = versie.omvang.andere_formules if versie.omvang else ()
        self.other_formulas = tuple((self._run(als, BOOL), str(formule)) for als, formule in others)
        self.explanations = tuple((each.bij, self._run(each.als, BOOL), each.id) for each in versie.toelichting)
        self.periode = (
            (self._run(versie.periode.van, DATUM), self._run(versie.periode.tot, DATUM)) if versie.periode else None
        )
        self.payments = tuple(self._payment(each) for each in versie.betaling)
        self.terms = tuple(
            TermPlan(t, self._guard(t.als), self._run(t.uiterlijk, DATUM), sources(t.bronnen)) for t in versie.termijnen
        )
        self.explains = any(term.termijn.verklaart for term in self.terms)
        self.warnings = tuple(
            WarningPlan(w, self._run(w.als, BOOL), self._asked(w), sources(w.bronnen)) for w in versie.waarschuwingen
        )
        self.asking = tuple(each.missing for each in self.warnings if each.missing is not None)
        self.steps = tuple(
            StepPlan(s, self._guard(s.als), self._guard(s.tenzij), sources(s.bronnen)) for s in versie.stappen
        )
        self.werkgever = self._employer(versie.werkgever) if versie.werkgever else None
        self.gaps = Gaps(rulebook.hiaten, program)
        self.geldig = fixed(Validity(versie.van, versie.tot))
        self.bronnen = {
            name: sources(part.bronnen if part else ())
            for name, part in (("omvang", versie.omvang), ("periode", versie.periode), ("werkgever", versie.werkgever))
        }
        self.deviations = tuple(
            DeviationPlan(each.id, self._guard(each.als), each.mag, sources(each.bronnen)) for each in versie.afwijken
        )
        roots = [tree for each in self.conditions for tree in each.condition.trees]
        self.deciding = program.reads(*roots, *(each.tree for each in self.choices))
        self.wishes = Wishes(rulebook.feiten, self.omvang, self._shared)
        self._check(rulebook)
        self.close()

    def reads_one_of(self, facts: Iterable[str]) -> bool:
        """Does any part of this version, or the choice of the version, read one of these facts?"""
        return not self._facts.isdisjoint(facts)

    def close(self) -> None:
        """All of the version was read, its words too. What is compiled on top of it later (when an employer may say no)
        is no part of it: an answer must not depend on whether that was done."""
        self._facts = frozenset(self.program.facts_read.union(self.verlofsoort.anker))

    def _condition(self, voorwaarde: Voorwaarde) -> ConditionPlan:
        condition = self.program.condition(voorwaarde.als, voorwaarde.open_norm)
        return ConditionPlan(
            voorwaarde.id,
            condition,
            self._comes_right(voorwaarde.komt_goed),
            voorwaarde.code,
            voorwaarde.woorden,
            self.program.reads(*condition.trees),
            sources(voorwaarde.bronnen),
        )

    def _comes_right(self, komt_goed: KomtGoed | None) -> ComesRight | None:
        if komt_goed is None:
            return None
        na = None if komt_goed.na is None else str(komt_goed.na)
        if komt_goed.na is not None and na not in self.program.rulebook.verlofsoorten:
            self._errors.append(
                komt_goed.na.error(
                    f"komt-goed: het verlof `{na}` bestaat niet{meant(self.program.rulebook.verlofsoorten, na)}"
                )
            )
        return ComesRight(self.program.compiled(komt_goed.als, BOOL), self._guard(komt_goed.vanaf, DATUM), na)

    def _payment(self, betaling: Betaling) -> PaymentPlan:
        als = self._optional(betaling.als, BOOL)
        percentage = self.program.expression(betaling.percentage, GETAL)
        van = self._optional(betaling.over.van if betaling.over else None, DATUM)
        tot = self._optional(betaling.over.tot if betaling.over else None, DATUM)
        factor = self._optional(betaling.factor, GETAL)
        compiled = [None if node is None else self.program.compile(node) for node in (als, van, tot, factor)]
        missing = self.program.missing(*(node for node in (als, percentage, van, tot, factor) if node is not None))
        run_als, run_van, run_tot, run_factor = compiled
        return PaymentPlan(
            betaling,
            tuple(name for name in (betaling.maximum, betaling.minimum, betaling.tabel) if name is not None),
            run_als,
            self.program.compile(percentage),
            run_van,
            run_tot,
            run_factor,
            missing,
            sources(betaling.bronnen),
            None if betaling.andere is None else self._payment(betaling.andere),
        )

    def _employer(self, werkgever: Werkgever) -> EmployerPlan:
        refuse, move = (
            self.program.expression(text, BOOL) for text in (werkgever.mag_weigeren, werkgever.mag_wijzigen)
        )
        plan = EmployerPlan(
            self.program.compile(refuse),
            self.program.compile(move),
            self._guard(werkgever.antwoord_uiterlijk, DATUM),
            Employer(None, None, werkgever.grond, None, sources(werkgever.bronnen)),
        )
        if isinstance(refuse, Const) and isinstance(move, Const) and plan.antwoord is None:
            return replace(plan, always=fixed(plan.of(Environment())), settled=True)
        return plan

    def _asked(self, waarschuwing: Waarschuwing) -> Find | None:
        return self.program.missing(self.program.expression(waarschuwing.als, BOOL)) if waarschuwing.vragen else None

    def _optional(self, text: Passage | None, type: Type) -> Node | None:
        return None if text is None else self.program.expression(text, type)

    def _run(self, text: Passage, type: Type) -> Run:
        return self.program.compile(self.program.expression(text, type))

    def _shared(self, name: str) -> Run | None:
        """The shared value of this name as it is in this version; None where the rules have none."""
        if not self.program.defines(name):
            return None
        try:
            return self.program.compile(self.program.name(name))
        except ToldElsewhereError:
            return None
        except MistakeError as mistake:
            self._errors.append(self.versie.plek.error(f"`{name}`: {mistake}"))
            return None

    def _guard(self, text: Passage | None, type: Type = BOOL) -> Run | None:
        return None if text is None else self._run(text, type)

    def _check(self, rulebook: Rulebook) -> None:
        """What can only be seen with the whole version in hand."""
        versie = self.versie
        mistakes = [
            versie.plek.error(f"`{fact}` is een wens: zeg onder `aannames` wat zonder die wens geldt")
            for fact in self._wishes(rulebook)
        ]
        for fact in self.verlofsoort.anker:
            if fact not in rulebook.feiten or rulebook.feiten[fact].type != "date":
                mistakes.append(versie.plek.error(f"anker: `{fact}` is geen feit met een datum"))
        known = {each.id for each in self.conditions}
        for term in versie.termijnen:
            mistakes += [
                term.uiterlijk.error(f"verklaart: de voorwaarde `{id}` bestaat hier niet{meant(known, id)}")
                for id in term.verklaart
                if id not in known
            ]
        terms = {term.id for term in versie.termijnen}
        mistakes += [
            versie.plek.error(
                f"stappen: `{step.id}`: de termijn `{step.uiterlijk}` bestaat hier niet{meant(terms, step.uiterlijk)}"
            )
            for step in versie.stappen
            if step.uiterlijk is not None and step.uiterlijk not in terms
        ]
        for payment in self.payments:
            mistakes += [
                payment.betaling.percentage.error(
                    f"geen tabel met bedragen heet `{table}`{meant(rulebook.bedragen, table)}"
                )
                for table in payment.tabellen
                if table not in rulebook.bedragen
            ]
        self._errors.extend(mistakes)

    def _wishes(self, rulebook: Rulebook) -> list[str]:
        """The wishes that decide a verdict here without an assumption for when they are not told."""
        return [fact for fact in self.deciding if rulebook.feiten[fact].wens and self._read_bare(fact)]

    def _read_bare(self, fact: str) -> bool:
        """Does some tree read this fact itself, rather than only ask whether it is known?"""
        if fact in self.versie.aannames:
            return False
        trees = [tree for each in self.conditions for tree in each.condition.trees]
        read = (node for node in walk(*trees) if isinstance(node, Name))
        return any(node.name == fact for node in read if isinstance(node, Assumed) or type(node) is Name)


def _judged(plan: ConditionPlan) -> Condition:
    """A condition as the engine judges it."""
    comes_right = None if plan.comes_right is None else plan.comes_right.can.tree
    return Condition(plan.id, plan.condition.als, plan.condition.open_norm, comes_right)
