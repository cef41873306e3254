"""The texts of a version in one language, as the parts of an answer that they stand in: made at start-up."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, NamedTuple

from verlof_api.assessment.answer import Bronnen, Caution, ConditionOutcome, Step
from verlof_api.assessment.deviations import Deviations, deviations_of
from verlof_api.assessment.parts import ConditionPlan, StepPlan
from verlof_api.assessment.plan import Plan
from verlof_api.assessment.wording import Language, Made, OwnQuestion, Template, worded
from verlof_api.language.environment import Environment, Run
from verlof_api.law.errors import RuleError
from verlof_api.law.model import OPEN_NORM, VerlofTekst, VoorwaardeTekst
from verlof_api.law.strict_yaml import Passage


class WarningWords(NamedTuple):
    """A warning, and when it is given. `naam`: that of its words, once in an answer."""

    naam: str
    als: Run
    part: Made[Caution]


class StepWords(NamedTuple):
    """A step, the term by which it must be done, if any, and whether it is there: None where it always is."""

    part: Made[Step]
    term: str | None
    here: Callable[[Environment], bool] | None


@dataclass(frozen=True, slots=True)
class Words:
    """`voorwaarden`: condition -> outcome -> part. `codes`: condition -> the code and the warning that it was not met,
    where it has one. `waarschuwingen`, `stappen`: in the order of the version; `altijd`: the warnings that are also
    given with a refusal. `vragen`: fact -> the question as this leave asks it."""

    naam: str
    kort: str
    formule: str | None
    titels: Mapping[str, str]
    toelichting: Mapping[str, Template | str]
    voorwaarden: Mapping[str, Mapping[str, Made[ConditionOutcome]]]
    codes: Mapping[str, tuple[str, Made[Caution]]]
    waarschuwingen: Sequence[WarningWords]
    altijd: Sequence[WarningWords]
    stappen: Sequence[StepWords]
    vragen: Mapping[str, OwnQuestion]
    afwijken: Deviations | None


def words_of(plan: Plan, language: Language, errors: list[RuleError]) -> Words:
    """The words of the version of `plan`. Placeholders that mean nothing are added to `errors`."""
    sources = plan.verlofsoort.words(language.taal)

    def first(kind: str, id: str) -> Any:
        return next((texts[id] for source in sources if id in (texts := getattr(source, kind))), None)

    def template(text: Passage) -> Template | str:
        return language.template(text, plan.program, errors)

    def warning(code: str, bronnen: Bronnen, woorden: str) -> Made[Caution]:
        return worded(partial(Caution, code, bronnen), template(first("waarschuwingen", woorden)))

    def condition(each: ConditionPlan) -> Mapping[str, Made[ConditionOutcome]]:
        words = conditions[each.id]
        return {
            outcome: worded(
                partial(ConditionOutcome, each.id, str(words.titel), outcome, each.feiten, each.bronnen), template(text)
            )
            for outcome, text in _outcomes(words)
        }

    def step(each: StepPlan) -> StepWords:
        stap = each.stap
        proof = tuple(str(first("bewijs", id)) for id in stap.bewijs)
        made = worded(partial(Step, stap.id, stap.aan, proof, each.bronnen), template(first("stappen", stap.id)))
        return StepWords(made, stap.uiterlijk, each.here if stap.als or stap.tenzij else None)

    warnings = [
        WarningWords(w.woorden, each.als, warning(w.code, each.bronnen, w.woorden))
        for each in plan.warnings
        for w in (each.waarschuwing,)
    ]
    conditions: dict[str, VoorwaardeTekst] = {each.id: first("voorwaarden", each.id) for each in plan.conditions}
    return Words(
        naam=str(sources[0].naam),
        kort=str(sources[0].kort),
        formule=plan.formule if sources[0].hoeveel is None else str(sources[0].hoeveel),
        titels={id: str(text.titel) for id, text in conditions.items()},
        voorwaarden={each.id: condition(each) for each in plan.conditions},
        waarschuwingen=warnings,
        altijd=[words for each, words in zip(plan.warnings, warnings, strict=True) if each.waarschuwing.altijd],
        codes={
            each.id: (each.code, warning(each.code, each.bronnen, each.woorden or each.code))
            for each in plan.conditions
            if each.code
        },
        stappen=[step(each) for each in plan.steps],
        toelichting={oordeel: template(text) for oordeel, text in _explanations(sources).items()},
        vragen={
            fact: language.question(text, plan.program, errors)
            for fact, text in sources[0].vragen.items()
            if fact in plan.program.facts_read
        },
        afwijken=deviations_of(plan.deviations, sources[0].afwijken),
    )


def _outcomes(text: VoorwaardeTekst) -> list[tuple[str, Passage]]:
    texts = (
        ("voldaan", text.voldaan),
        ("niet-voldaan", text.niet_voldaan),
        ("onbekend", text.onbekend),
        (OPEN_NORM, text.open_norm),
    )
    return [(outcome, words) for outcome, words in texts if words is not None]


def _explanations(sources: Sequence[VerlofTekst]) -> dict[str, Passage]:
    merged: dict[str, Passage] = {}
    for source in reversed(sources):
        merged.update(source.toelichting)
    return merged
