"""The real rules, situations from their scenarios, and a short way to ask for advice."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from random import Random
from typing import Any

import orjson
import pytest

from tests.support.answers import answered
from tests.support.real_rules import real_scenarios, real_situations
from tests.support.situations import Situations
from verlof_api.advice import Adviser
from verlof_api.assessment import Situatie
from verlof_api.intake import Intake, parse
from verlof_api.law import Rulebook

Advice = Mapping[str, Any]
Ask = Callable[..., Advice]


@pytest.fixture(scope="session")
def read(real_rulebook: Rulebook) -> Callable[[Mapping[str, Any]], Situatie]:
    """A request as a client sends it, as a situation."""
    intake = Intake(real_rulebook, real_situations())
    return lambda request: intake.situatie(parse(orjson.dumps(request)), date(2026, 11, 22))


@pytest.fixture(scope="session")
def ask(adviser: Adviser, read: Callable[[Mapping[str, Any]], Situatie]) -> Ask:
    """The advice for facts on a day, about some leaves, with the options asked for."""

    def ask(
        peildatum: str, leaves: Sequence[str], facts: Mapping[str, Any], opties: Sequence[str] = (), taal: str = "nl"
    ) -> Advice:
        situatie = read({"peildatum": peildatum, "verlofsoorten": list(leaves), "feiten": facts})
        return answered(adviser, situatie, taal, opties)

    return ask


@pytest.fixture(scope="session")
def scenarios(read: Callable[[Mapping[str, Any]], Situatie]) -> list[tuple[str, Situatie]]:
    """Every scenario of the rules with its id, about the leaves that it names."""
    return [(each.id, read({**each.vraag, "verlofsoorten": list(each.verwacht)})) for each in real_scenarios()]


@pytest.fixture(scope="session")
def shaken(real_rulebook: Rulebook, scenarios: list[tuple[str, Situatie]]) -> Callable[[int, int], list[Situatie]]:
    """Scenarios in which what can be changed was changed at random; the same seed gives the same ones."""

    def shaken(count: int, seed: int) -> list[Situatie]:
        rng = Random(seed)
        return [_shaken(rng.choice(scenarios)[1], real_rulebook, rng) for _ in range(count)]

    return shaken


def _shaken(situatie: Situatie, rulebook: Rulebook, rng: Random) -> Situatie:
    peildatum = max(
        rulebook.eerste_dag, situatie.peildatum + timedelta(days=rng.choice([0, 0, -20, 20, -100, 100, -7]))
    )
    facts = dict(situatie.feiten)
    for id, feit in rulebook.feiten.items():
        chance = rng.random()
        if feit.verandering is None or chance > 0.5:
            continue
        facts.pop(id, None)
        if chance < 0.4 and feit.type == "bool":
            facts[id] = False
        elif chance < 0.4 and feit.type == "date":
            facts[id] = peildatum + timedelta(days=rng.randint(-10, rng.choice([5, 40])))
    first, last = facts.get("gewensteIngangsdatum"), facts.get("gewensteEinddatum")
    if isinstance(first, date) and isinstance(last, date) and last < first:
        facts["gewensteEinddatum"] = first + timedelta(days=6)
    return replace(situatie, peildatum=peildatum, feiten=facts)


@pytest.fixture(scope="session")
def anything(real_rulebook: Rulebook) -> Callable[[int, int], list[Situatie]]:
    """Situations in which any fact is told, about all leaves."""

    def anything(count: int, seed: int) -> list[Situatie]:
        situations = Situations(real_rulebook, Random(seed))
        return [situations.any() for _ in range(count)]

    return anything
