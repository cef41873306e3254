"""Who helps and by when: the right door, and the days that count."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from verlof_api.assessment.wire import JsonObject, sources
from verlof_api.law.bronnen import Bron
from verlof_api.refusals.compiled import Assistance
from verlof_api.refusals.conclusion import RefusalConclusion
from verlof_api.refusals.parts import JA, RefusalPart

ANTWOORD = "antwoord-werkgever"


@dataclass(frozen=True)
class Dag:
    """A day that counts. `zeker`: whether it is surely this person's; `open`: whether it is still to come."""

    id: str
    dag: date
    tekst: str
    bronnen: tuple[Bron, ...]
    zeker: bool
    open: bool


@dataclass(frozen=True)
class Door:
    """Who helps, the days that count, and the facts that would tell which door is the right one."""

    helpers: list[JsonObject]
    dagen: Sequence[Dag]
    ontbreekt: tuple[str, ...]

    @property
    def termijnen(self) -> list[JsonObject]:
        return [
            {
                "id": each.id,
                "uiterlijk": each.dag.isoformat(),
                "voorbij": not each.open,
                "bindend": bool(each.bronnen) and each.id != "kantonrechter",
                "tekst": each.tekst,
                "bronnen": sources(each.bronnen),
            }
            for each in self.dagen
        ]


def door(case: RefusalConclusion, slotsom: str, tijd: RefusalPart) -> Door:
    """Who helps in this case; there is haste only where there is something to claim."""
    claim = case.rule(slotsom).brief is not None
    found = [replace(each, dringend=each.dringend and claim) for each in case.plan.wie_helpt(case.facts, case.anchor)]
    missing = dict.fromkeys(feit for each in found if each.dag is not None for feit in each.ontbreekt)
    days = [_day(case, each, each.dag) for each in found if each.dag is not None]
    answer = _answer(case, tijd)
    return Door([_helper(case, each) for each in found], [*answer, *days], tuple(missing))


def _day(case: RefusalConclusion, each: Assistance, dag: date) -> Dag:
    return Dag(each.helper.id, dag, _words(case, each), each.helper.bronnen, each.zeker, not case.voorbij(dag))


def _answer(case: RefusalConclusion, tijd: RefusalPart) -> list[Dag]:
    """The last day for an answer of the employer, where there is one."""
    if tijd.uiterlijk is None or case.versie.termijn is None:
        return []
    passed, tekst = case.voorbij(tijd.uiterlijk), tijd.tekst
    if passed:
        tekst = f"{tekst} {case.sentence('voorbij')}"
    if tijd.uitkomst != JA:
        tekst = f"{tekst} {case.say('te-laat', case.versie.termijn.gevolg)}"
    return [Dag(ANTWOORD, tijd.uiterlijk, tekst, tijd.bronnen, True, not passed)]


def _helper(case: RefusalConclusion, each: Assistance) -> JsonObject:
    words = case.words["helpers"][each.helper.id]
    return {
        "id": each.helper.id,
        "naam": str(words["naam"]),
        "tekst": _words(case, each),
        "meenemen": str(words["meenemen"]) if "meenemen" in words else None,
        "url": each.helper.url,
        "uiterlijk": None if each.dag is None else each.dag.isoformat(),
        "bronnen": sources(each.helper.bronnen),
    }


def _words(case: RefusalConclusion, each: Assistance) -> str:
    """What a helper does; once its day has passed, what can still be done; and whether it is the right one."""
    words = case.words["helpers"][each.helper.id]
    kind = "tekst"
    if each.dag is not None and case.voorbij(each.dag):
        kind = "voorbij"
    elif each.dringend:
        kind = "dringend"
    tekst = case.filled(words[kind], each.helper.bronnen, each.dag)
    if each.zeker or "misschien" not in words:
        return tekst
    return f"{case.filled(words['misschien'], each.helper.bronnen, each.dag)} {tekst}"
