"""What holds for everything that is suggested: it works, it can be done, it is the least, and it is the earliest."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest

from tests.advice.brute_force import GRANTED, WAIT, BruteForce, Way
from tests.support.answers import answered, assessed, decoded
from verlof_api.advice import Adviser
from verlof_api.advice.search import Costs
from verlof_api.advice.whatif import WhatIf
from verlof_api.assessment import Beoordelaar, Situatie
from verlof_api.law import Rulebook

Case = tuple[Situatie, Mapping[str, Any]]  # a situation and what is said about one leave
Shaken = Callable[[int, int], list[Situatie]]

WINDOW, WINDOW_OF_TWO = 45, 10


@pytest.fixture(scope="session")
def situations(scenarios: list[tuple[str, Situatie]], shaken: Shaken, anything: Shaken) -> list[Situatie]:
    told = [situatie for _, situatie in scenarios]
    wide = [replace(situatie, verlofsoorten=None) for situatie in told[::20]]
    return [*told, *shaken(300, 3), *wide, *anything(20, 4)]


@pytest.fixture(scope="session")
def cases(adviser: Adviser, situations: list[Situatie]) -> list[Case]:
    return [
        (situatie, entry)
        for situatie in situations
        for entry in answered(adviser, situatie, opties=("watZouHelpen",))["watZouHelpen"]
    ]


def ways(cases: list[Case]) -> Iterator[tuple[Situatie, str, Mapping[str, Any]]]:
    for situatie, entry in cases:
        for way in entry["mogelijkheden"]:
            yield situatie, entry["verlofsoort"], way


def followed(situatie: Situatie, way: Mapping[str, Any], rulebook: Rulebook) -> Situatie:
    """The situation of someone who does what is suggested, read from the answer as any client reads it."""
    feiten, peildatum = dict(situatie.feiten), situatie.peildatum
    for change in way["veranderingen"]:
        fact, value = change["feit"], change["waarde"]
        if fact == WAIT:
            peildatum = date.fromisoformat(value)
        elif rulebook.feiten[fact].type == "date":
            feiten[fact] = date.fromisoformat(value)
        else:
            feiten[fact] = Decimal(str(value)) if isinstance(value, int | float) and value is not True else value
    return replace(situatie, peildatum=peildatum, feiten=feiten)


def test_there_is_enough_to_look_at(cases: list[Case]) -> None:
    suggested = [way for _, _, way in ways(cases)]
    assert len(suggested) > 150
    assert sum(len(way["veranderingen"]) > 1 for way in suggested) > 10


def test_every_suggestion_really_gives_what_it_says(cases: list[Case], real_beoordelaar: Beoordelaar) -> None:
    for situatie, leave, way in ways(cases):
        after = replace(followed(situatie, way, real_beoordelaar.rulebook), verlofsoorten=(leave,))
        verdict = assessed(real_beoordelaar, after)["verlofsoorten"][0]["oordeel"]
        assert verdict == way["oordeel"]
        assert verdict in (*GRANTED, "vraag-nodig")


def test_questions_that_remain_are_only_offered_when_nothing_grants(cases: list[Case]) -> None:
    for _, entry in cases:
        verdicts = {way["oordeel"] for way in entry["mogelijkheden"]}
        assert "vraag-nodig" not in verdicts or verdicts == {"vraag-nodig"}


def test_only_what_a_person_can_change_is_suggested(cases: list[Case], real_rulebook: Rulebook) -> None:
    for situatie, _, way in ways(cases):
        for change in way["veranderingen"]:
            if change["feit"] == WAIT:
                continue
            allowed = real_rulebook.feiten[change["feit"]].verandering
            assert allowed is not None
            assert allowed.kies or change["waarde"] == allowed.naar
            assert allowed.tenzij not in situatie.feiten
            if allowed.mits is not None and allowed.mits[0] in situatie.feiten:
                assert situatie.feiten[allowed.mits[0]] in allowed.mits[1]


def test_no_day_in_the_past_is_suggested(cases: list[Case], real_rulebook: Rulebook) -> None:
    for situatie, _, way in ways(cases):
        for change in way["veranderingen"]:
            if change["feit"] == WAIT or real_rulebook.feiten[change["feit"]].type == "date":
                assert date.fromisoformat(change["waarde"]) >= situatie.peildatum


def test_leave_never_begins_before_the_day_of_asking(cases: list[Case], real_rulebook: Rulebook) -> None:
    for situatie, _, way in ways(cases):
        changed = {change["feit"] for change in way["veranderingen"]}
        after = followed(situatie, way, real_rulebook)
        wish = after.feiten.get("gewensteIngangsdatum")
        if isinstance(wish, date) and changed & {WAIT, "gewensteIngangsdatum"}:
            assert wish >= after.peildatum
            end = after.feiten.get("gewensteEinddatum")
            told = situatie.feiten.get("gewensteIngangsdatum"), situatie.feiten.get("gewensteEinddatum")
            if isinstance(end, date) and not (None not in told and told[0] > told[1]):
                assert end >= wish


def test_every_change_is_told_in_words(cases: list[Case]) -> None:
    for _, _, way in ways(cases):
        assert all(change["tekst"] and "{" not in change["tekst"] for change in way["veranderingen"])


def test_a_leave_without_suggestions_says_so(cases: list[Case]) -> None:
    for _, entry in cases:
        assert entry["mogelijkheden"] or entry["tekst"]


def test_an_answer_costs_at_most_20_questions_and_most_take_a_few(
    real_beoordelaar: Beoordelaar, situations: list[Situatie]
) -> None:
    what_if = WhatIf(real_beoordelaar)
    most = 0
    for situatie in situations[::5]:
        costs = Costs()
        what_if.wat_zou_helpen(real_beoordelaar.beoordeel(situatie), situatie, "nl", costs)
        assert costs.evaluations >= 0
        most = max(most, Costs().evaluations - costs.evaluations)
    assert most <= 15, "below the limit"


def test_who_runs_out_of_questions_is_told_so(real_beoordelaar: Beoordelaar, read: Any) -> None:
    facts = {"arbeidsrelatie": "werknemer", "rolBijKind": "andere-ouder", "relatieTotMoeder": "geen"}
    born = {**facts, "kindErkend": False, "geboortedatumKind": "2026-11-01"}
    situatie = read({"peildatum": "2026-11-10", "verlofsoorten": ["wazo.geboorteverlof"], "feiten": born})
    what_if, answer = WhatIf(real_beoordelaar), real_beoordelaar.beoordeel(situatie)
    for costs in (Costs(evaluations=0), Costs(looks=0)):
        (entry,) = decoded(what_if.wat_zou_helpen(answer, situatie, "nl", costs))
        assert (entry["mogelijkheden"], "niet helemaal" in entry["tekst"]) == ([], True)
    (entry,) = decoded(what_if.wat_zou_helpen(answer, situatie, "nl"))
    assert entry["mogelijkheden"]


# --- the least and the earliest, against trying everything ------------------------------------------


def refused(situations: list[Situatie], brute: BruteForce) -> Iterator[tuple[Situatie, str]]:
    for situatie in situations:
        for leave in situatie.verlofsoorten or ():
            if brute.verdict(situatie, leave) == "geen-recht":
                yield situatie, leave


def least(situatie: Situatie, leave: str, brute: BruteForce) -> None:
    """The search finds what trying everything finds: the same facts, the same first day."""
    search = WhatIf(brute.beoordelaar).search(leave, situatie, Costs())
    found = {
        Way(*own(dict(after.differences()), situatie, brute)) for verdict, after in search.helps() if verdict in GRANTED
    }
    tried = brute.ways(situatie, leave)
    if found and tried and min(len(way.facts) for way in found) < min(len(way.facts) for way in tried):
        tried = set()  # one change is enough, but on a day outside the window
    near = {way for way in found if inside(way, situatie, brute)}
    assert near == tried, (situatie, leave)


def own(changed: Mapping[str, Any], situatie: Situatie, brute: BruteForce) -> tuple[frozenset[str], date | None]:
    """What was chosen, without the day that moved along, and its latest day."""
    along = {brute.changes[fact].schuift for fact in changed if fact != WAIT}
    facts = frozenset(changed) - (along if len(changed) > 1 else set())
    return facts, max(
        (value for fact, value in changed.items() if fact in facts and isinstance(value, date)), default=None
    )


def inside(way: Way, situatie: Situatie, brute: BruteForce) -> bool:
    if any(fact != WAIT and brute.rulebook.feiten[fact].type == "number" for fact in way.facts):
        return False
    return way.day is None or way.day < situatie.peildatum + timedelta(days=brute.days[len(way.facts)])


@pytest.fixture(scope="session")
def brute(real_beoordelaar: Beoordelaar) -> BruteForce:
    return BruteForce(real_beoordelaar, WINDOW, WINDOW_OF_TWO)


def test_nothing_smaller_or_earlier_would_have_helped(
    brute: BruteForce, scenarios: list[tuple[str, Situatie]], shaken: Shaken
) -> None:
    told = [situatie for _, situatie in scenarios]
    for situatie, leave in refused([*told[::4], *shaken(60, 5)], brute):
        least(situatie, leave, brute)


def test_a_right_ends_on_the_first_day_that_refuses_it(brute: BruteForce, scenarios: Any, shaken: Shaken) -> None:
    told = [situatie for _, situatie in scenarios]
    ended = sum(ends(situatie, leave, brute) for situatie, leave in granted([*told[::6], *shaken(60, 6)], brute))
    assert ended > 10


def granted(situations: list[Situatie], brute: BruteForce) -> Iterator[tuple[Situatie, str]]:
    for situatie in situations:
        for leave in situatie.verlofsoorten or ():
            if brute.verdict(situatie, leave) in GRANTED:
                yield situatie, leave


def ends(situatie: Situatie, leave: str, brute: BruteForce) -> bool:
    """The search finds the last day that asking on every day finds; is there one?"""
    found = WhatIf(brute.beoordelaar).search(leave, situatie, Costs()).ends()
    wish = situatie.feiten.get("gewensteIngangsdatum")
    begin = wish if isinstance(wish, date) else situatie.peildatum
    if found is not None and found[0] >= begin + timedelta(days=WINDOW - 1):
        return False  # too far for asking on every day
    assert (None if found is None else found[0]) == brute.last_day(situatie, leave, WINDOW), (situatie, leave)
    return found is not None


@pytest.mark.long
def test_nothing_smaller_or_earlier_would_have_helped_anyone(real_beoordelaar: Beoordelaar, shaken: Shaken) -> None:
    brute = BruteForce(real_beoordelaar, 400, 12)
    for situatie, leave in refused(shaken(300, 7), brute):
        least(situatie, leave, brute)


@pytest.mark.long
def test_every_pair_of_changes_is_the_least(
    real_beoordelaar: Beoordelaar, scenarios: list[tuple[str, Situatie]], shaken: Shaken
) -> None:
    brute = BruteForce(real_beoordelaar, 60, 25)
    for situatie, leave in refused([*(situatie for _, situatie in scenarios), *shaken(300, 8)], brute):
        least(situatie, leave, brute)
