"""What is asked can still turn the verdict: each fact that a leave asks has two values with different verdicts.

Often it has so by itself; otherwise together with some of what else is asked. The rest is then told at random, until
nothing but this fact is open.
"""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from random import Random
from zlib import crc32

import orjson
import pytest

from tests.support.real_rules import real_scenarios, real_situations
from tests.support.verdicts import Verdicts, told, untold
from verlof_api.assessment import Beoordelaar, Situatie
from verlof_api.intake import Intake, parse
from verlof_api.law import Rulebook

COMPLETIONS, QUESTIONS = 250, 14  # ways to tell the rest that are tried, and questions answered in one of them
# What three-valued logic still asks in vain: it looks at one part of a rule at a time, and does not see that two parts
# that are unknown settle each other (a job that is over before the leave begins, whatever kind of work it is), or that
# people must judge whatever the answer is. Nothing may be added here but for a new scenario.
IN_VAIN = set(Path(__file__).with_name("asked_in_vain.txt").read_text(encoding="utf-8").splitlines())
SHARE = 4  # one scenario in so many, chosen by its id, and of those each fact left out in turn


class Asked:
    """Looks for two values of an asked fact with different verdicts."""

    def __init__(self, beoordelaar: Beoordelaar) -> None:
        self.verdicts, self.rng = Verdicts(beoordelaar), Random()

    def turns(self, fact: str, situatie: Situatie, leave: str) -> bool:
        self.rng.seed(11)  # whatever was looked at before: what one case gives does not hang on the others
        if self._differs(fact, situatie, leave):
            return True
        return any(
            self._differs(fact, rest, leave)
            for _ in range(COMPLETIONS)
            for rest in self._completed(situatie, leave, but=fact)
        )

    def _differs(self, fact: str, situatie: Situatie, leave: str) -> bool:
        feit = self.verdicts.feiten[fact]
        return len({self.verdicts.of(each, leave).oordeel for each in self.verdicts.telling(situatie, feit, leave)}) > 1

    def _completed(self, situatie: Situatie, leave: str, but: str) -> Iterator[Situatie]:
        """The situation with more and more of what else is asked told, such that `but` stays asked."""
        for _ in range(QUESTIONS):
            others = [fact for fact in self.verdicts.asked(situatie, leave) if fact != but]
            if not others:
                return
            feit = self.verdicts.feiten[self.rng.choice(others)]
            more = told(situatie, feit, self.rng.choice(self.verdicts.values(feit, situatie, leave)))
            if but in self.verdicts.asked(more, leave):
                situatie = more
                yield situatie


@pytest.fixture(scope="module")
def open_cases(real_rulebook: Rulebook) -> list[tuple[str, Situatie, str]]:
    intake, found = Intake(real_rulebook, real_situations()), []
    for each in real_scenarios():
        request = orjson.dumps({**each.vraag, "verlofsoorten": list(each.verwacht)})
        situatie = intake.situatie(parse(request), date.min)
        for leave in each.verwacht:
            found.append((each.id, situatie, leave))
            if crc32(each.id.encode()) % SHARE == 0:
                found += [(f"{each.id} without {fact}", untold(situatie, fact), leave) for fact in situatie.feiten]
    return found


def test_every_asked_fact_can_turn_the_verdict(
    real_beoordelaar: Beoordelaar, open_cases: list[tuple[str, Situatie, str]]
) -> None:
    asked, looked = Asked(real_beoordelaar), 0
    idle: set[str] = set()
    for id, situatie, leave in open_cases:
        for fact in asked.verdicts.asked(situatie, leave):
            looked += 1
            if not asked.turns(fact, situatie, leave):
                idle.add(f"{id}: {leave} asks {fact}")
    assert looked > 500
    assert idle == IN_VAIN
