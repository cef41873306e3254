"""A version of a leave, ready to be answered for: expressions compiled, texts made templates, sources made JSON.

Plans are made once, at start-up, so that a request only looks things up and fills things in.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from verlof_api.assessment.fixed import Fixed, FixedList, Json
from verlof_api.assessment.gaps import Gaps
from verlof_api.assessment.gates import gates_of
from verlof_api.assessment.values import day
from verlof_api.assessment.wishes import Wishes
from verlof_api.assessment.wording import Language
from verlof_api.assessment.words import words_of
from verlof_api.engine import Condition, Rules
from verlof_api.expressions.compiler import Compiler, Env, Run
from verlof_api.expressions.missing import Find
from verlof_api.expressions.nodes import BOOL, DATUM, GETAL, Assumed, Const, Name, Node
from verlof_api.expressions.parser import Mistake
from verlof_api.expressions.program import Program
from verlof_api.rulebook.bronnen import Bron
from verlof_api.rulebook.errors import RuleError
from verlof_api.rulebook.model import (
    Betaling,
    KomtGoed,
    Rulebook,
    Stap,
    Termijn,
    Verlofsoort,
    Versie,
    Waarschuwing,
    Werkgever,
)
from verlof_api.rulebook.strict_yaml import Passage

MATEN = ("uren", "weken", "dagen", "werkdagen", "resterendeUren")


@cache
def bronnen_json(bronnen: tuple[Bron, ...]) -> list[dict[str, str | None]]:
    """Sources as JSON; equal ones are one list, wherever they are cited."""
    return FixedList(
        [{"wet": b.wet, "artikel": b.artikel, "lid": b.lid, "onder": b.onder, "url": b.url} for b in bronnen]
    )


@dataclass(frozen=True, slots=True)
class ComesRight:
    """How a condition that is not met can still come to be: when it can, from which day, after which leave is used."""

    als: Node
    can: Run
    missing: Find
    vanaf: Run | None
    na: str | None


@dataclass(frozen=True)
class ConditionPlan:
    id: str
    als: Node
    open_norm: Node | None
    comes_right: ComesRight | None
    code: str | None
    woorden: str | None
    missing: Find
    feiten: tuple[str, ...]
    bronnen: Json

    def surely_comes_right(self, env: Env) -> bool:
        """Can it, when it is not met, come to be for sure?"""
        return self.comes_right is not None and self.comes_right.can(env) is True


@dataclass(frozen=True, slots=True)
class PaymentPlan:
    """`json`: what is always the same of it in an answer. `tabellen`: the tables of amounts that it looks in."""

    betaling: Betaling
    tabellen: tuple[str, ...]
    als: Run | None
    percentage: Run
    van: Run | None
    tot: Run | None
    factor: Run | None
    missing: Find
    bronnen: Json
    json: Mapping[str, Json]
    andere: "PaymentPlan | None"


@dataclass(frozen=True, slots=True)
class TermPlan:
    """`json`: what is always the same of it in an answer."""

    termijn: Termijn
    als: Run | None
    uiterlijk: Run
    bronnen: Json
    json: Mapping[str, Json]


@dataclass(frozen=True)
class EmployerPlan:
    """`json`: what is always the same of it in an answer; `fixed`: the whole of it, where nothing depends on facts."""

    mag_weigeren: Run
    mag_wijzigen: Run
    antwoord: Run | None
    json: Mapping[str, Json]
    fixed: Fixed | None

    def of(self, env: Env, elsewhere: bool = False) -> Json:
        """`elsewhere`: not this law decides, so its ground and its last day for an answer do not count."""
        if self.fixed is not None:
            return self.fixed
        answer_by = day(self.antwoord(env)) if self.antwoord and not elsewhere else None
        may_refuse, may_move = self.mag_weigeren(env), self.mag_wijzigen(env)
        told = {**self.json, "magWeigeren": may_refuse, "magWijzigen": may_move, "antwoordUiterlijk": answer_by}
        if elsewhere or (may_refuse is False and may_move is False):
            told["grond"] = None
        return told


@dataclass(frozen=True)
class WarningPlan:
    """`missing`: what is missing to know whether it is given, of a warning that asks for that."""

    waarschuwing: Waarschuwing
    als: Run
    missing: Find | None
    bronnen: Json


@dataclass(frozen=True)
class StepPlan:
    stap: Stap
    als: Run | None
    tenzij: Run | None
    bronnen: Json

    def here(self, env: Env) -> bool:
        """Is the step there in this situation? What is not certain leaves out no step, and adds none."""
        return (self.als is None or self.als(env) is True) and (self.tenzij is None or self.tenzij(env) is not True)


class Plan:
    """Everything the assessment needs of one version. Mistakes are collected in `errors`."""

    def __init__(
        self,
        rulebook: Rulebook,
        verlofsoort: Verlofsoort,
        versie: Versie,
        languages: Mapping[str, Language],
        compiler: Compiler,
        errors: list[RuleError],
    ) -> None:
        self.verlofsoort, self.versie = verlofsoort, versie
        self.id = verlofsoort.id
        self.key = f"{verlofsoort.id}@{versie.van.isoformat()}"
        self.program = program = Program(rulebook, verlofsoort, versie, errors, compiler)
        self._errors = errors
        self.conditions = tuple(self._condition(each) for each in versie.voorwaarden)
        self.gates = gates_of(program, self.conditions)
        self.outcomes = tuple((u.oordeel, self._optional(u.als, BOOL)) for u in versie.uitkomst)
        self.choices = [(program.compile(node), program.missing(node)) for _, node in self.outcomes if node is not None]
        self.rules = Rules(
            self.key,
            tuple(
                Condition(each.id, each.als, each.open_norm, each.comes_right.als if each.comes_right else None)
                for each in self.conditions
            ),
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
            TermPlan(t, self._guard(t.als), self._run(t.uiterlijk, DATUM), bronnen_json(t.bronnen), _term_json(t))
            for t in versie.termijnen
        )
        self.explains = any(term.termijn.verklaart for term in self.terms)
        self.warnings = tuple(
            WarningPlan(w, self._run(w.als, BOOL), self._asked(w), bronnen_json(w.bronnen))
            for w in versie.waarschuwingen
        )
        self.asking = tuple(each.missing for each in self.warnings if each.missing is not None)
        self.steps = tuple(
            StepPlan(s, self._guard(s.als), self._guard(s.tenzij), bronnen_json(s.bronnen)) for s in versie.stappen
        )
        self.werkgever = self._employer(versie.werkgever) if versie.werkgever else None
        self.words = {taal: words_of(self, language, errors) for taal, language in languages.items()}
        self.gaps = Gaps(rulebook.hiaten, program)
        self.geldig = Fixed({"van": versie.van.isoformat(), "tot": versie.tot.isoformat() if versie.tot else None})
        self.bronnen = {
            name: bronnen_json(part.bronnen) if part else []
            for name, part in (("omvang", versie.omvang), ("periode", versie.periode), ("werkgever", versie.werkgever))
        }
        self.omvang_json = dict.fromkeys(MATEN) | {"formule": None, "bronnen": self.bronnen["omvang"]}
        self.afwijken = (
            Fixed({"mag": versie.afwijken.mag, "bronnen": bronnen_json(versie.afwijken.bronnen)})
            if versie.afwijken
            else None
        )
        roots = [node for each in self.conditions for node in (each.als, each.open_norm) if node is not None]
        roots += [node for _, node in self.outcomes if node is not None]
        self.deciding = program.reads(*roots)
        self.wishes = Wishes(rulebook.feiten, self.omvang, self._shared)
        self._check(rulebook)

    def reads_one_of(self, facts: Iterable[str]) -> bool:
        """Does any part of this version, or the choice of the version, read one of these facts?"""
        return not self.program.facts_read.union(self.verlofsoort.anker).isdisjoint(facts)

    def _condition(self, voorwaarde: Any) -> ConditionPlan:
        als = self.program.expression(voorwaarde.als, BOOL)
        open_norm = self._optional(voorwaarde.open_norm, BOOL)
        roots = (als, open_norm) if open_norm is not None else (als,)
        return ConditionPlan(
            voorwaarde.id,
            als,
            open_norm,
            self._comes_right(voorwaarde.komt_goed),
            voorwaarde.code,
            voorwaarde.woorden,
            self.program.missing(*roots),
            self.program.reads(*roots),
            bronnen_json(voorwaarde.bronnen),
        )

    def _comes_right(self, komt_goed: KomtGoed | None) -> ComesRight | None:
        if komt_goed is None:
            return None
        na = None if komt_goed.na is None else str(komt_goed.na)
        if komt_goed.na is not None and na not in self.program.rulebook.verlofsoorten:
            self._errors.append(komt_goed.na.error(f"komt-goed: there is no leave `{na}`"))
        als = self.program.expression(komt_goed.als, BOOL)
        can, missing = self.program.compile(als), self.program.missing(als)
        return ComesRight(als, can, missing, self._guard(komt_goed.vanaf, DATUM), na)

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
            bronnen_json(betaling.bronnen),
            _payment_json(betaling),
            None if betaling.andere is None else self._payment(betaling.andere),
        )

    def _employer(self, werkgever: Werkgever) -> EmployerPlan:
        refuse, move = (
            self.program.expression(text, BOOL) for text in (werkgever.mag_weigeren, werkgever.mag_wijzigen)
        )
        json = {
            "magWeigeren": None,
            "magWijzigen": None,
            "grond": werkgever.grond,
            "antwoordUiterlijk": None,
            "bronnen": bronnen_json(werkgever.bronnen),
        }
        always = EmployerPlan(
            self.program.compile(refuse),
            self.program.compile(move),
            self._guard(werkgever.antwoord_uiterlijk, DATUM),
            json,
            None,
        )
        if isinstance(refuse, Const) and isinstance(move, Const) and always.antwoord is None:
            return replace(always, fixed=Fixed(always.of({})))
        return always

    def _asked(self, waarschuwing: Waarschuwing) -> Find | None:
        return self.program.missing(self.program.expression(waarschuwing.als, BOOL)) if waarschuwing.vragen else None

    def _optional(self, text: Passage | None, type: Any) -> Node | None:
        return None if text is None else self.program.expression(text, type)

    def _run(self, text: Passage, type: Any) -> Run:
        return self.program.compile(self.program.expression(text, type))

    def _shared(self, name: str) -> Run | None:
        """The shared value of this name as it is in this version; None where the rules have none."""
        if not self.program.defines(name):
            return None
        try:
            return self.program.compile(self.program.name(name))
        except Mistake as mistake:
            self._errors.append(self.versie.plek.error(f"`{name}`: {mistake}"))
            return None

    def _guard(self, text: Passage | None, type: Any = BOOL) -> Run | None:
        return None if text is None else self._run(text, type)

    def _check(self, rulebook: Rulebook) -> None:
        """What can only be seen with the whole version in hand."""
        versie = self.versie
        mistakes = [
            versie.plek.error(f"`{fact}` is a wish: say under `aannames` what holds without it")
            for fact in self._wishes(rulebook)
        ]
        for fact in self.verlofsoort.anker:
            if fact not in rulebook.feiten or rulebook.feiten[fact].type != "date":
                mistakes.append(versie.plek.error(f"anker: `{fact}` is not a date that can be told"))
        known = {each.id for each in self.conditions}
        for term in versie.termijnen:
            mistakes += [
                term.uiterlijk.error(f"verklaart: `{id}` is no condition here")
                for id in term.verklaart
                if id not in known
            ]
        terms = {term.id for term in versie.termijnen}
        mistakes += [
            versie.plek.error(f"stappen: `{step.id}` names the term `{step.uiterlijk}`, which is not there")
            for step in versie.stappen
            if step.uiterlijk is not None and step.uiterlijk not in terms
        ]
        for payment in self.payments:
            mistakes += [
                payment.betaling.percentage.error(f"no table of amounts is called `{table}`")
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
        trees = [node for each in self.conditions for node in (each.als, each.open_norm) if node is not None]
        read = (node for tree in trees for node in tree.walk() if isinstance(node, Name))
        return any(node.name == fact for node in read if isinstance(node, Assumed) or type(node) is Name)


def _payment_json(betaling: Betaling) -> Mapping[str, Json]:
    bronnen = bronnen_json(betaling.bronnen)
    return {"percentage": None, "grondslag": betaling.grondslag, "door": betaling.door, "bronnen": bronnen}


def _term_json(term: Termijn) -> Mapping[str, Json]:
    bronnen = bronnen_json(term.bronnen)
    return {"id": term.id, "uiterlijk": None, "aan": term.aan, "vorm": term.vorm, "bronnen": bronnen}
