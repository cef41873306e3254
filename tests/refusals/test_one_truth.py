"""One case, one truth: no letter, and no sentence of the answer to a refusal, says of lateness, silence, refusing or
weighing what the worked-out case does not say. Over worked cases of the law of today with a refusal at random."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from random import Random
from typing import Any

import pytest

from tests.support.real_rules import real_library, real_scenarios, real_situations
from verlof_api.assessment import Situatie
from verlof_api.assessment.verdicts import OORDEEL_NODIG
from verlof_api.intake import InputErrors, Intake
from verlof_api.letters import NoLetterError, als_tekst
from verlof_api.refusals.request import Weigering

TODAY = date(2026, 11, 22)
FIRST = date(2022, 9, 1)  # the law of today's refusals
BEFORE = (0, 1, 2, 5, 9, 15, 40, 80)  # days before the day of asking on which something was told

# What claims something, in each language: `late` that the employer was, `silence` that it gives what was asked,
# `never` that the leave cannot be refused, `weighing` that interests are weighed.
CLAIMS: Mapping[str, Mapping[str, re.Pattern[str]]] = {
    "nl": {
        "late": re.compile(
            r"Dat was de laatste dag voor uw antwoord|U had uiterlijk op|De laatste dag voor uw antwoord was"
            r"|De laatste dag om te beslissen is voorbij|was te laat"
        ),
        "silence": re.compile(
            r"gelden?t? (nu |volgens de wet )+(wat|de \w+) .{0,20}(ik|je|jij) (het )?vroeg"
            r"|begint het verlof nu zoals ik|staan de dagen (nu )?vast zoals ik"
            r"|[gG]aat het zoals (ik|jij) vroeg|zoals je het vroeg"
        ),
        "never": re.compile(
            r"Weigeren kunt u|geen reden waarom een werkgever dit mag weigeren|Weigeren (kan|mag) niet"
        ),
        "weighing": re.compile(r"belang zwaarder weegt|wiens belang zwaarder|Mensen wegen of het belang"),
    },
    "en": {
        "late": re.compile(
            r"That was the last day for your answer|The last day for your answer was|employer was too late"
        ),
        "silence": re.compile(
            r"asked for now appl|leave now starts as I asked|days are now fixed as I asked"
            r"|now goes as I asked|as you asked for it"
        ),
        "never": re.compile(r"You cannot refuse|names no reason why an employer may refuse"),
        "weighing": re.compile(r"interest weighs more|whose interest weighs|weigh whether the interest"),
    },
}


@dataclass(frozen=True)
class Case:
    """A refusal in a worked case, the answer to it and every document about it, by name."""

    id: str
    leave: str
    answer: Mapping[str, Any]
    documents: Mapping[str, str]

    def allows(self, claim: str) -> bool:
        """Whether the worked-out case says that."""
        answer = self.answer
        match claim:
            case "late":
                return bool(answer["opTijd"]["uitkomst"] == "nee")
            case "silence":
                return bool(answer["stilte"]["gevolg"] == "zoals-gevraagd")
            case "never":
                return answer["werkgever"] is not None and answer["werkgever"].mag_weigeren is False
            case _:
                return OORDEEL_NODIG in (answer["isGrond"], answer["oordeel"])


class Cases:
    """Makes refusals at random; the same seed makes the same ones."""

    def __init__(self, rng: Random, taal: str) -> None:
        library = real_library()
        self.rng, self.taal = rng, taal
        self.weigeringen, self.letters = library.writers.weigeringen, library.writers.letter_writer
        self._worked = list(_worked(Intake(library.rulebook, real_situations())))

    def any(self) -> Case | None:
        """A refusal; None on a day whose law about refusals was not read."""
        id, situatie, leave = self.rng.choice(self._worked)
        refusal = self._refusal(situatie, leave)
        answer, judge = self.weigeringen.weigering(refusal, self.taal), self.weigeringen.judge
        if answer["stilte"] is None:
            return None
        documents, told = {"answer": _said(answer)}, judge.told(refusal).situatie
        for variant in self.letters.varianten(leave):
            try:
                brief = self.letters.write(told, leave, variant, self.taal, lambda: judge.outcomes(refusal))
            except NoLetterError:
                continue
            documents[variant] = " ".join(als_tekst(brief).split())
        return Case(id, leave, answer, documents)

    def _refusal(self, situatie: Situatie, leave: str) -> Weigering:
        boek, rng, facts = self.weigeringen.boek, self.rng, dict(situatie.feiten)
        reden = rng.choice(list(boek.redenen))
        silent = boek.redenen[reden].zwijgt
        if rng.random() < 0.5:
            facts["meldingsdatum"] = self._before(situatie)
        if rng.random() < 0.5:
            facts["schriftelijk"] = rng.random() < 0.7
        if rng.random() < 0.2:
            facts[boek.antwoord.feit] = "gewijzigd"
        if silent:
            facts.pop(boek.antwoord.feit, None)
            facts.pop(boek.antwoord.datum, None)
        forms = [form for form in boek.vormen if not silent and rng.random() < 0.6]
        return Weigering(
            situatie=replace(situatie, feiten=facts),
            verlofsoort=leave,
            reden=reden,
            vorm={form: rng.random() < 0.6 for form in forms},
            datum=None if silent else self._before(situatie),
        )

    def _before(self, situatie: Situatie) -> date:
        return situatie.peildatum - timedelta(days=self.rng.choice(BEFORE))


def _worked(intake: Intake) -> Iterator[tuple[str, Situatie, str]]:
    for scenario in real_scenarios():
        try:
            situatie = intake.situatie({**scenario.vraag, "verlofsoorten": list(scenario.verwacht)}, TODAY)
        except InputErrors:  # what intake refuses on purpose is not a situation
            continue
        if situatie.peildatum >= FIRST:
            yield from ((scenario.id, situatie, leave) for leave in scenario.verwacht)


def _said(answer: Mapping[str, Any]) -> str:
    parts = [answer[part]["tekst"] for part in ("grond", "opTijd", "inVorm", "slotsom", "stilte")]
    return " ".join([*parts, *answer["watTerugSchrijven"]])


@pytest.mark.parametrize("taal", sorted(CLAIMS))
@pytest.mark.parametrize("tries", [1_500, pytest.param(10_000, marks=pytest.mark.long)])
def test_no_document_contradicts_the_case(tries: int, taal: str) -> None:
    cases, looked, wrong = Cases(Random(20261201), taal), 0, []
    for _ in range(tries):
        case = cases.any()
        if case is None:
            continue
        for name, text in case.documents.items():
            looked += 1
            for claim, pattern in CLAIMS[taal].items():
                if (found := pattern.search(text)) and not case.allows(claim):
                    wrong.append((case.id, case.leave, name, claim, found[0]))
    assert looked > tries
    assert wrong == []


@pytest.mark.parametrize(("taal", "claim"), [(taal, claim) for taal, claims in CLAIMS.items() for claim in claims])
def test_every_claim_is_made_somewhere(taal: str, claim: str) -> None:
    """Else the search for it finds nothing because nobody says it so any more."""
    cases = Cases(Random(3), taal)
    made = (case for _ in range(600) if (case := cases.any()) is not None)
    assert any(CLAIMS[taal][claim].search(text) for case in made for text in case.documents.values())
