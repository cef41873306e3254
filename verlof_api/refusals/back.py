"""What to write back to the employer: sentences in order, none that claims more than is so."""

from verlof_api.assessment.verdicts import ELSEWHERE, RECHT, REFUSED
from verlof_api.refusals.conclusion import RefusalConclusion
from verlof_api.refusals.model import Raad
from verlof_api.refusals.parts import JA, NEE, ONBEKEND, RefusalPart
from verlof_api.refusals.words import NIET_NODIG

_GEWIJZIGD = "gewijzigd"


def back(case: RefusalConclusion, slotsom: str, grond: RefusalPart, tijd: RefusalPart, vorm: RefusalPart) -> list[str]:
    """The sentences to write back; none where there is no employer to write to."""
    if not case.versie.terug:
        return []
    rule = case.rule(slotsom)
    sentences = [_introduction(case)] if case.versie.inleiding else []
    # what the law gives is not claimed by whoever has no right to it
    claims = case.oordeel not in REFUSED or rule.altijd
    if claims and not rule.vast:
        sentences += grond.terug
    if claims and grond.uitkomst == NEE and case.plan.zonder_belang is not None:
        sentences += _interest_too_late(case)
    if claims and case.oordeel not in ELSEWHERE and tijd.uitkomst == NEE and _is_late(case, grond, tijd):
        sentences.append(case.say("terugschrijven", "te-laat", tijd.bronnen, uiterlijk=case.dag(tijd.uiterlijk)))
    sentences += _form(case, slotsom, grond, vorm)
    closing = rule.slot if case.oordeel == RECHT else rule.mits
    return [*sentences, case.dated("terugschrijven", closing, case.stilte.bronnen, case.stilte_dag(tijd))]


def _introduction(case: RefusalConclusion) -> str:
    if case.reden.zwijgt:
        told = case.stilte.gevolg == NIET_NODIG
        return case.say("terugschrijven", "niet-geantwoord" if told else "gezwegen")
    changed = case.situatie.feiten.get(case.boek.antwoord.feit) == _GEWIJZIGD
    reden = str(case.words["redenbrief"][case.reden.id])
    return case.say("terugschrijven", _GEWIJZIGD if changed else "geweigerd", reden=reden)


def _interest_too_late(case: RefusalConclusion) -> list[str]:
    """An employer who answered with another reason can no longer name the interest that the law knows."""
    rule = case.plan.zonder_belang
    if rule is None or case.reden.feiten or case.reden.zwijgt or case.datum is None:
        return []
    holds = case.plan.waarde(rule.als, case.facts, case.anchor).waarde is True
    raad: Raad = rule.part
    return [case.say("terugschrijven", raad.tekst, raad.bronnen)] if holds else []


def _is_late(case: RefusalConclusion, grond: RefusalPart, tijd: RefusalPart) -> bool:
    """Whether being late matters: not for a ground that counts, nor for silence whose words name the day already."""
    return tijd.uiterlijk is not None and grond.uitkomst != JA and not (case.reden.zwijgt and grond.slotsom)


def _form(case: RefusalConclusion, slotsom: str, grond: RefusalPart, vorm: RefusalPart) -> list[str]:
    """That the form was wrong; or, while something is left to ask, how the answer has to be."""
    rule = case.rule(slotsom)
    if case.reden.zwijgt or grond.uitkomst == JA or case.oordeel in REFUSED:
        return []
    if vorm.uitkomst == NEE:
        return [case.say("terugschrijven", "vormgebrek", vorm.bronnen, eisen=vorm.terug[0])]
    if vorm.uitkomst == ONBEKEND and rule.mits == rule.slot and not rule.vast:
        return [case.say("terugschrijven", "vraag-vorm", vorm.bronnen, eisen=vorm.terug[0])]
    return []
