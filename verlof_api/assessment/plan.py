"""A version of a leave, ready to be answered for: expressions compiled, texts made templates, sources made JSON.

Plans are made once, at start-up, so that a request only looks things up and fills things in.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from verlof_api.assessment.wording import Language, Template
from verlof_api.engine import Condition, Rules
from verlof_api.expressions.compiler import Run
from verlof_api.expressions.missing import Find
from verlof_api.expressions.nodes import BOOL, DATUM, GETAL, Name, Node
from verlof_api.expressions.program import Program, fact_of
from verlof_api.rulebook.bronnen import Bron
from verlof_api.rulebook.errors import RuleError
from verlof_api.rulebook.model import (
    OPEN_NORM,
    Betaling,
    Rulebook,
    Stap,
    Termijn,
    Verlofsoort,
    VerlofTekst,
    Versie,
    VoorwaardeTekst,
    Waarschuwing,
)
from verlof_api.rulebook.strict_yaml import Passage

Json = Any
Outcomes = Mapping[str, Template | str]


def bronnen_json(bronnen: Sequence[Bron]) -> list[dict[str, str | None]]:
    return [{"wet": b.wet, "artikel": b.artikel, "lid": b.lid, "onder": b.onder, "url": b.url} for b in bronnen]


@dataclass(frozen=True)
class ConditionPlan:
    id: str
    als: Node
    open_norm: Node | None
    code: str | None
    missing: Find
    feiten: tuple[str, ...]
    bronnen: Json


@dataclass(frozen=True)
class PaymentPlan:
    betaling: Betaling
    als: Run | None
    percentage: Run
    van: Run | None
    tot: Run | None
    factor: Run | None
    missing: Find
    bronnen: Json


@dataclass(frozen=True)
class TermPlan:
    termijn: Termijn
    als: Run | None
    uiterlijk: Run
    bronnen: Json


@dataclass(frozen=True)
class WarningPlan:
    waarschuwing: Waarschuwing
    als: Run
    bronnen: Json


@dataclass(frozen=True)
class StepPlan:
    stap: Stap
    bronnen: Json


@dataclass(frozen=True)
class Words:
    """The texts of one version in one language."""

    naam: str
    kort: str
    voorwaarden: Mapping[str, Outcomes]
    titels: Mapping[str, str]
    waarschuwingen: Mapping[str, Template | str]
    stappen: Mapping[str, Template | str]
    bewijs: Mapping[str, str]
    toelichting: Mapping[str, Template | str]


class Plan:
    """Everything the assessment needs of one version. Mistakes are collected in `errors`."""

    def __init__(
        self,
        rulebook: Rulebook,
        verlofsoort: Verlofsoort,
        versie: Versie,
        languages: Mapping[str, Language],
        errors: list[RuleError],
    ) -> None:
        self.verlofsoort, self.versie = verlofsoort, versie
        self.id = verlofsoort.id
        self.key = f"{verlofsoort.id}@{versie.van.isoformat()}"
        self.program = program = Program(rulebook, verlofsoort, versie, errors)
        self._errors = errors
        self.conditions = tuple(self._condition(each) for each in versie.voorwaarden)
        self.outcomes = tuple((u.oordeel, self._optional(u.als, BOOL)) for u in versie.uitkomst)
        self.outcomes_missing = program.missing(*(node for _, node in self.outcomes if node is not None))
        self.rules = Rules(
            self.key,
            tuple(Condition(each.id, each.als, each.open_norm) for each in self.conditions),
            self.outcomes,
            program.compiler,
        )
        maten = versie.omvang.maten if versie.omvang else {}
        sizes = {maat: program.expression(text, GETAL) for maat, text in maten.items()}
        self.omvang = {maat: program.compile(node) for maat, node in sizes.items()}
        self.omvang_missing = program.missing(*sizes.values())
        self.formule = str(versie.omvang.formule) if versie.omvang and versie.omvang.formule else None
        self.periode = (
            (self._run(versie.periode.van, DATUM), self._run(versie.periode.tot, DATUM)) if versie.periode else None
        )
        self.payments = tuple(self._payment(each) for each in versie.betaling)
        self.terms = tuple(
            TermPlan(t, self._guard(t.als), self._run(t.uiterlijk, DATUM), bronnen_json(t.bronnen))
            for t in versie.termijnen
        )
        self.warnings = tuple(
            WarningPlan(w, self._run(w.als, BOOL), bronnen_json(w.bronnen)) for w in versie.waarschuwingen
        )
        self.steps = tuple(StepPlan(s, bronnen_json(s.bronnen)) for s in versie.stappen)
        werkgever = versie.werkgever
        self.werkgever = (
            (self._run(werkgever.mag_weigeren, BOOL), self._run(werkgever.mag_wijzigen, BOOL)) if werkgever else None
        )
        self.werkgever_antwoord = self._guard(werkgever.antwoord_uiterlijk if werkgever else None, DATUM)
        self.words = {taal: self._words(language) for taal, language in languages.items()}
        self.geldig = {"van": versie.van.isoformat(), "tot": versie.tot.isoformat() if versie.tot else None}
        self.bronnen = {
            name: bronnen_json(part.bronnen) if part else []
            for name, part in (("omvang", versie.omvang), ("periode", versie.periode), ("werkgever", versie.werkgever))
        }
        self.afwijken = (
            {"mag": versie.afwijken.mag, "bronnen": bronnen_json(versie.afwijken.bronnen)} if versie.afwijken else None
        )
        roots = [node for each in self.conditions for node in (each.als, each.open_norm) if node is not None]
        roots += [node for _, node in self.outcomes if node is not None]
        self.deciding = program.reads(*roots)
        self._check(rulebook)

    def _condition(self, voorwaarde: Any) -> ConditionPlan:
        als = self.program.expression(voorwaarde.als, BOOL)
        open_norm = self._optional(voorwaarde.open_norm, BOOL)
        roots = (als, open_norm) if open_norm is not None else (als,)
        return ConditionPlan(
            voorwaarde.id,
            als,
            open_norm,
            voorwaarde.code,
            self.program.missing(*roots),
            self.program.reads(*roots),
            bronnen_json(voorwaarde.bronnen),
        )

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
            run_als,
            self.program.compile(percentage),
            run_van,
            run_tot,
            run_factor,
            missing,
            bronnen_json(betaling.bronnen),
        )

    def _optional(self, text: Passage | None, type: Any) -> Node | None:
        return None if text is None else self.program.expression(text, type)

    def _run(self, text: Passage, type: Any) -> Run:
        return self.program.compile(self.program.expression(text, type))

    def _guard(self, text: Passage | None, type: Any = BOOL) -> Run | None:
        return None if text is None else self._run(text, type)

    def _words(self, language: Language) -> Words:
        sources = self.verlofsoort.words(language.taal)
        own = sources[0]

        def first(part: str, id: str) -> Any:
            return next((texts[id] for source in sources if id in (texts := getattr(source, part))), None)

        def template(text: Passage) -> Template | str:
            return language.template(text, self.program, self._errors)

        conditions: dict[str, VoorwaardeTekst] = {each.id: first("voorwaarden", each.id) for each in self.conditions}
        codes = [w.waarschuwing.code for w in self.warnings] + [c.code for c in self.conditions if c.code]
        return Words(
            naam=str(own.naam),
            kort=str(own.kort),
            voorwaarden={
                id: {
                    outcome: template(words)
                    for outcome, words in (
                        ("voldaan", text.voldaan),
                        ("niet-voldaan", text.niet_voldaan),
                        ("onbekend", text.onbekend),
                        (OPEN_NORM, text.open_norm),
                    )
                    if words is not None
                }
                for id, text in conditions.items()
            },
            titels={id: str(text.titel) for id, text in conditions.items()},
            waarschuwingen={code: template(first("waarschuwingen", code)) for code in codes},
            stappen={step.stap.id: template(first("stappen", step.stap.id)) for step in self.steps},
            bewijs={id: str(first("bewijs", id)) for step in self.steps for id in step.stap.bewijs},
            toelichting={oordeel: template(text) for oordeel, text in _explanations(sources).items()},
        )

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
        for betaling in versie.betaling:
            tables = (betaling.maximum, betaling.minimum, betaling.tabel)
            mistakes += [
                betaling.percentage.error(f"no table of amounts is called `{table}`")
                for table in tables
                if table is not None and table not in rulebook.bedragen
            ]
        self._errors.extend(mistakes)

    def _wishes(self, rulebook: Rulebook) -> list[str]:
        """The wishes that decide a verdict here without an assumption for when they are not told."""
        return [fact for fact in self.deciding if rulebook.feiten[fact].wens and self._read_bare(fact)]

    def _read_bare(self, fact: str) -> bool:
        """Does some tree read this fact itself, rather than only ask whether it is known?"""
        trees = [node for each in self.conditions for node in (each.als, each.open_norm) if node is not None]
        return any(type(node) is Name and node.name == fact for tree in trees for node in tree.walk())


def unused(plans: Iterable[Plan]) -> list[RuleError]:
    """Named values and assumptions that no version uses; a version that takes them over with `zoals` need not."""
    written: dict[tuple[str, int], RuleError] = {}
    used: set[tuple[str, int]] = set()
    for plan in plans:
        names = {fact_of(name) for name in plan.program.definitions}
        for name, text in (*plan.versie.afgeleid.items(), *plan.versie.aannames.items()):
            place = (text.file, text.line)
            written.setdefault(place, text.error(f"nothing uses `{name}`"))
            if name in names:
                used.add(place)
    return [error for place, error in written.items() if place not in used]


def _explanations(sources: Sequence[VerlofTekst]) -> dict[str, Passage]:
    merged: dict[str, Passage] = {}
    for source in reversed(sources):
        merged.update(source.toelichting)
    return merged
