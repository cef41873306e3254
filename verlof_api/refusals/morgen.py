"""What to do tomorrow: stay or work, what else can be taken, the day that counts, what to send and whom to call."""

from datetime import date

from verlof_api.assessment.verdicts import RECHT
from verlof_api.assessment.wire import JsonObject, sources
from verlof_api.law.bronnen import Bron
from verlof_api.refusals.compiled import Conditional
from verlof_api.refusals.conclusion import RefusalConclusion
from verlof_api.refusals.door import ANTWOORD, Dag, Door
from verlof_api.refusals.model import Raad
from verlof_api.refusals.parts import JA, RefusalPart


def morgen(case: RefusalConclusion, slotsom: str, tijd: RefusalPart, deur: Door, terug: list[str]) -> JsonObject:
    """The first thing to read: a few steps for tomorrow, the day that counts and the words to send."""
    rule = case.rule(slotsom)
    first = _first_day(deur, tijd, rule.brief is not None)
    steps = [_work(case, slotsom)]
    if rule.ander_verlof:
        others = case.plan.possible(case.plan.ander_verlof, case.facts, case.anchor)
        steps += [_advice(case, "ander-verlof", each) for each in others]
    if first is not None:
        steps.append(_counts(case, first))
    if terug:
        steps.append(_step("sturen", case.say("morgen", "sturen")))
    steps.append(_step("bellen", case.say("morgen", rule.bellen)))
    return {
        "tekst": " ".join(str(step["tekst"]) for step in steps),
        "dag": None if first is None else first.dag.isoformat(),
        "stappen": steps,
        "bericht": " ".join(terug) or None,
    }


def _work(case: RefusalConclusion, slotsom: str) -> JsonObject:
    """Whether to stay away or to work, as the leave says of this outcome, or as any does."""
    own, rule = case.plan.morgen.get(slotsom), case.rule(slotsom)
    certain = case.oordeel == RECHT or rule.morgen == rule.morgen_mits
    if own is not None and certain:
        return _advice(case, "werken", own)
    return _step("werken", case.say("morgen", rule.morgen if case.oordeel == RECHT else rule.morgen_mits))


def _advice(case: RefusalConclusion, id: str, raad: Conditional[Raad]) -> JsonObject:
    dag = case.plan.dag(raad.dag, case.facts, case.anchor) if raad.dag is not None else None
    part = raad.part
    return _step(id, case.dated("morgen", part.tekst, part.bronnen, dag), part.bronnen, dag)


def _first_day(deur: Door, tijd: RefusalPart, claim: bool) -> Dag | None:
    """The day to keep in mind: what lapses for good goes before what is wise; only who has a `claim` goes to court."""
    days = {each.id: each for each in deur.dagen if each.open}
    if tijd.uitkomst == JA:
        days.pop(ANTWOORD, None)
    order = ("bezwaar", "uwv", ANTWOORD, *(("kantonrechter",) if claim else ()))
    return next((days[id] for id in order if id in days), None)


def _counts(case: RefusalConclusion, day: Dag) -> JsonObject:
    words = case.words["morgen-dag"][day.id]
    tekst = words["tekst" if day.zeker or "misschien" not in words else "misschien"]
    return _step("dag", case.filled(tekst, day.bronnen, day.dag), day.bronnen, day.dag)


def _step(id: str, tekst: str, bronnen: tuple[Bron, ...] = (), dag: date | None = None) -> JsonObject:
    return {"id": id, "tekst": tekst, "dag": None if dag is None else dag.isoformat(), "bronnen": sources(bronnen)}
