"""What is promised of the questions, on the real rules: each can change something, nothing else can, and they end.

Conversations start from a life situation and are answered at random, also with "I do not know". The long versions
start from more days and take more conversations.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from random import Random

import pytest

from tests.support.answers import assessed
from tests.support.relevance import Relevance
from tests.support.situations import Situations
from verlof_api.assessment import Beoordelaar, Situatie
from verlof_api.interview import Interviewer
from verlof_api.law import Rulebook

DAYS = (date(2026, 11, 22), date(2023, 5, 1), date(2019, 3, 1), date(2014, 5, 1), date(2005, 3, 1))
SHORT = pytest.param(1, id="one-day")
LONG = pytest.param(len(DAYS), id="every-day", marks=pytest.mark.long)
SITUATIONS = [
    "kind-week-ziek", "school-dicht", "partner-bevallen", "te-vroeg", "couveuse", "moeder-overleden", "miskraam",
    "tweeling", "contract-loopt-af", "minder-werken-kind", "bijna-1", "pleegouder", "draagmoeder", "moeder-dementie",
    "buurvrouw-operatie", "oom-overleden", "stemmen-getuige", "thuiswerken-mantelzorg", "baas-weigert",
    "ziek-door-zwangerschap", "hr-te-laat",
]  # fmt: skip


@pytest.fixture(scope="module")
def relevance(real_beoordelaar: Beoordelaar) -> Relevance:
    return Relevance(real_beoordelaar)


def begin(interviewer: Interviewer, situatie: str, day: date) -> Situatie:
    return interviewer.begin(situatie=situatie, peildatum=day.isoformat()).situatie


def conversation(interviewer: Interviewer, relevance: Relevance, start: Situatie, rng: Random) -> Iterator[Situatie]:
    """The situations of one conversation, each with one answer more; one in ten is not known."""
    situatie = start
    while questions := assessed(interviewer.beoordelaar, situatie)["volgendeVragen"]:
        yield situatie
        fact = questions[0]["feit"]
        if rng.random() < 0.1:
            situatie = replace(situatie, niet_bekend=(*situatie.niet_bekend, fact))
        else:
            value = rng.choice(relevance.values(relevance.feiten[fact], situatie))
            situatie = replace(situatie, feiten={**situatie.feiten, fact: value})
    yield situatie


def plain(rulebook: Rulebook, leave: str, fact: str) -> bool:
    """A fact of which absence means unknown: no wish, no default, nothing that a version assumes or is dated by."""
    feit, soort = rulebook.feiten[fact], rulebook.verlofsoorten[leave]
    default = feit.wens or feit.niet_gebeurd or feit.standaard is not None or feit.standaard_feit is not None
    return not (default or feit.impliceert or fact in soort.anker or any(fact in v.aannames for v in soort.versies))


@pytest.mark.parametrize("days", [SHORT, LONG])
@pytest.mark.parametrize("situatie", SITUATIONS)
def test_every_question_that_is_asked_can_still_change_what_is_shown(
    interviewer: Interviewer, relevance: Relevance, situatie: str, days: int
) -> None:
    for day in DAYS[:days]:
        rng = Random(f"{situatie} {day}")
        for step in conversation(interviewer, relevance, begin(interviewer, situatie, day), rng):
            findable = replace(step, niet_bekend=())  # what is not known now can be found out
            for question in assessed(interviewer.beoordelaar, step)["volgendeVragen"][:1]:
                decides = [
                    leave for leave in question["beslistOver"] if relevance.matters(question["feit"], findable, leave)
                ]
                assert decides, (question["feit"], step)


@pytest.mark.parametrize("days", [SHORT, LONG])
@pytest.mark.parametrize("situatie", SITUATIONS)
def test_no_fact_that_is_not_asked_for_changes_a_settled_answer(
    interviewer: Interviewer, relevance: Relevance, situatie: str, days: int
) -> None:
    rulebook = interviewer.beoordelaar.rulebook
    for day in DAYS[:days]:
        rng = Random(f"{situatie} {day}")
        situations = Situations(rulebook, rng)
        for step in conversation(interviewer, relevance, begin(interviewer, situatie, day), rng):
            before = assessed(interviewer.beoordelaar, step)
            asked = {question["feit"] for question in before["volgendeVragen"]} | set(step.niet_bekend)
            settled = {each["id"]: each["oordeel"] for each in before["verlofsoorten"] if not each["ontbrekendeFeiten"]}
            others = [fact for fact in rulebook.feiten if fact not in step.feiten and fact not in asked]
            for fact in rng.sample(others, 12):
                value = situations.value(rulebook.feiten[fact], day)
                after = assessed(interviewer.beoordelaar, replace(step, feiten={**step.feiten, fact: value}))
                for leave in after["verlofsoorten"]:
                    if leave["id"] in settled and plain(rulebook, leave["id"], fact):
                        assert leave["oordeel"] == settled[leave["id"]], (leave["id"], fact, step)


@pytest.mark.parametrize("conversations", [3, pytest.param(100, marks=pytest.mark.long)])
@pytest.mark.parametrize("situatie", SITUATIONS)
def test_asking_in_the_given_order_ends_and_asks_nothing_twice(
    interviewer: Interviewer, relevance: Relevance, situatie: str, conversations: int
) -> None:
    for number in range(conversations):
        rng = Random(f"{situatie} {number}")
        start = begin(interviewer, situatie, rng.choice(DAYS))
        known: set[str] = set()
        for step in conversation(interviewer, relevance, start, rng):
            asked = {each["feit"] for each in assessed(interviewer.beoordelaar, step)["volgendeVragen"]}
            answered = (set(step.feiten) | set(step.niet_bekend)) - set(start.feiten)
            assert answered >= known
            assert not asked & (answered | set(start.feiten)), step
            known = answered
        assert len(known) <= len(relevance.feiten)


@pytest.mark.parametrize(
    ("facts", "leave", "idle"),
    [
        # a duty that can wait gives no leave, paid for or not
        ({"buitenWerktijdMogelijk": True}, "wazo.calamiteitenverlof", "financieelVergoed"),
        # the birth is over, so whose partner gave birth is of no matter
        ({"geboortedatumKind": date(2026, 11, 2), "betrokkene": "kind"}, "wazo.calamiteitenverlof", "relatieTotMoeder"),
    ],
)
def test_what_only_counts_where_another_condition_refuses_is_not_asked(
    interviewer: Interviewer, facts: dict[str, object], leave: str, idle: str
) -> None:
    def asked(told: dict[str, object]) -> set[str]:
        answer = assessed(interviewer.beoordelaar, Situatie(DAYS[0], told, (leave,)))
        return {question["feit"] for question in answer["volgendeVragen"]}

    assert idle in asked({})
    assert idle not in asked(facts)
    assert "gebeurtenis" in asked(facts)
