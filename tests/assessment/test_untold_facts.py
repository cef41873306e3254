"""What was not told never turns a settled verdict: not in any scenario, nor with any of its facts left out.

Every value of every untold fact that decides something is told in turn. A wish decides nothing, and for an event there
is an answer when it was not told (`afwezig` in feiten.yaml); the other facts must be asked where they can decide.
"""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Final

import orjson
import pytest

from tests.support.real_rules import real_scenarios, real_situations
from tests.support.verdicts import Verdicts, untold
from verlof_api.assessment import Beoordelaar, Situatie
from verlof_api.intake import Intake, parse
from verlof_api.law import Rulebook
from verlof_api.law.feit import Feit

# What may be taken for granted as long as nobody says otherwise, and why; without leaves it holds for all.
GRANTED: Final[Mapping[str, tuple[str, frozenset[str]]]] = {
    "dienstverbandBegin": ("who says to be an employee has that job", frozenset()),
    "dienstverbandEinde": ("who says to be an employee has that job", frozenset()),
    "opgenomenUren": ("of a leave per child nothing was used yet, and that is told", frozenset()),
    "opgenomenWeken": (
        "of a leave per child nothing was used yet; elsewhere it is another way to tell the hours",
        frozenset(),
    ),
    "caoAfwijking": ("an agreement that nobody told of does not set the law aside", frozenset()),
    "caoUrenPer12Maanden": ("an agreement of which no hours were told does not set the law aside", frozenset()),
    "geboorteverlofOpgenomen": ("nothing was used yet", frozenset({"wazo.geboorteverlof"})),
    "juridischOuder": (
        "who gave birth or recognised the child is its parent (BW 1:198, 1:199)",
        frozenset(
            {
                *("wazo.ouderschapsverlof", "wazo.betaald-ouderschapsverlof"),
                *("wfw.arbeidsduur", "wfw.werktijd", "wfw.arbeidsplaats"),
            }
        ),
    ),
    "einddatumVerlofMoeder": (
        "thirty weeks after the birth the leave of who gave birth is over",
        frozenset({"wazo.betaald-ouderschapsverlof"}),
    ),
    "geboortedatumKind": (
        "a delivery asked for is on that day, and who wants leave before the birth had not given birth by then",
        frozenset({"wazo.calamiteitenverlof", "wazo.zwangerschapsverlof"}),
    ),
    "vermoedelijkeBevallingsdatum": (
        "a delivery asked for is on that day, as long as no due date far from it is told",
        frozenset({"wazo.calamiteitenverlof"}),
    ),
}
BIRTH, DUE = "geboortedatumKind", "vermoedelijkeBevallingsdatum"
# Days that lie behind who tells them.
PAST: Final = frozenset({"werkgeverAntwoordDatum", "aanvraagdatumUwv", "geboortedatumKind", "moederOverledenOp"})


@pytest.fixture(scope="module")
def verdicts(real_beoordelaar: Beoordelaar) -> Verdicts:
    return Verdicts(real_beoordelaar)


@pytest.fixture(scope="module")
def told(real_rulebook: Rulebook) -> list[tuple[str, Situatie, str]]:
    """Every scenario, per leave that it names."""
    intake, found = Intake(real_rulebook, real_situations()), []
    for each in real_scenarios():
        request = orjson.dumps({**each.vraag, "verlofsoorten": list(each.verwacht)})
        situatie = intake.situatie(parse(request), date.min)
        found += [(each.id, situatie, leave) for leave in each.verwacht]
    return found


def turned(verdicts: Verdicts, situatie: Situatie, leave: str, facts: Callable[[Feit], bool]) -> Iterator[str]:
    """The untold facts with which the settled verdict about a leave turns, each with both verdicts."""
    before = verdicts.of(situatie, leave)
    if before.open or before.version is None:
        return
    for id in verdicts.beoordelaar.plans[before.version].deciding:
        feit = verdicts.feiten[id]
        if not facts(feit) or told_of(situatie, feit, leave) or answered(feit, leave):
            continue
        if id == BIRTH and situatie.feiten.get(DUE, date.min) >= situatie.peildatum:
            continue  # until the due date the child is not there yet
        for after in verdicts.telling(situatie, feit, leave):
            if plausible(verdicts.beoordelaar, after, feit, leave):
                now = verdicts.of(after, leave)
                refused_still = {before.oordeel, now.oordeel} == {"geen-recht", "nog-niet"}
                if now.version == before.version and now.oordeel != before.oordeel and not refused_still:
                    yield f"{leave}: {id} turns {before.oordeel} into {now.oordeel}"
                    break


def told_of(situatie: Situatie, feit: Feit, leave: str) -> bool:
    value = situatie.feiten.get(feit.id)
    return value is not None and (not isinstance(value, Mapping) or leave in value)


def answered(feit: Feit, leave: str) -> bool:
    """Is there an answer when it is not told?"""
    leaves = GRANTED[feit.id][1] if feit.id in GRANTED else None
    granted = leaves is not None and (not leaves or leave in leaves)
    return feit.wens or feit.standaard is not None or feit.standaard_feit is not None or feit.niet_gebeurd or granted


def plausible(beoordelaar: Beoordelaar, situatie: Situatie, feit: Feit, leave: str) -> bool:
    """Can it be told on that day, and do the facts fit each other?"""
    value = situatie.feiten[feit.id]
    if feit.id in PAST and isinstance(value, date) and value > situatie.peildatum:
        return False
    contradictions = beoordelaar.contradictions
    return not contradictions.refused(situatie.feiten) and not contradictions.warned(
        situatie.feiten, situatie.peildatum
    )


def test_no_untold_fact_turns_a_settled_verdict(verdicts: Verdicts, told: list[tuple[str, Situatie, str]]) -> None:
    found = {
        f"{id}: {each}" for id, situatie, leave in told for each in turned(verdicts, situatie, leave, lambda feit: True)
    }
    assert not found, "\n".join(sorted(found))


def test_no_fact_left_out_turns_a_verdict_that_stays_settled(
    verdicts: Verdicts, told: list[tuple[str, Situatie, str]]
) -> None:
    found = {
        f"{id}: {each}"
        for id, situatie, leave in told
        for fact in situatie.feiten
        for each in turned(verdicts, untold(situatie, fact), leave, lambda feit, fact=fact: feit.id == fact)
    }
    assert not found, "\n".join(sorted(found))
