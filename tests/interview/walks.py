"""The worked conversations of gesprekken.yaml: who says what when asked, and what the law then says."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import Any

import yaml

from verlof_api.assessment.answer import Question
from verlof_api.interview import Interview, Interviewer

WALKS = Path(__file__).with_name("gesprekken.yaml")
NOT_KNOWN = "onbekend"


@dataclass(frozen=True)
class Walk:
    """One conversation. `says`: fact -> value on the wire; a fact that is not known is `onbekend`."""

    situatie: str
    day: date
    says: Mapping[str, Any]
    expected: Mapping[str, str]

    def value(self, question: Question) -> Any:
        """What this person answers; None for what is not known. KeyError when the conversation does not say it."""
        fact = question.feit
        value = self.says[fact] if question.waarvoor == "oordeel" else self.says.get(fact, NOT_KNOWN)
        if isinstance(value, Mapping) and "per-verlof" in value:
            return dict.fromkeys(question.per_verlof, value["per-verlof"])
        return None if value == NOT_KNOWN else value

    def reply(self, interview: Interview, question: Question | None = None) -> Interview:
        """The interview after the answer of this person to its question, or to another one that is asked."""
        question = question or interview.question
        if question.ofwel is not None and self.says.get(question.ofwel.feit) == question.ofwel.waarde:
            return interview.answered_otherwise(question)
        return interview.answered(question, self.value(question))


def walks() -> Iterator[Walk]:
    """Every conversation on its days, in the order of the file."""
    written = yaml.safe_load(WALKS.read_text("utf-8"))
    for situatie, each in written["gesprekken"].items():
        for day, then in each.get("op", {}).items():
            says = {**written["iedereen"], **each["zegt"], **then.get("zegt", {})}
            yield Walk(situatie, day, {fact: _on(day, value) for fact, value in says.items()}, then["verwacht"])


def pointers() -> list[str]:
    """The situations of which the answer lies outside the law of leave."""
    written = yaml.safe_load(WALKS.read_text("utf-8"))["gesprekken"]
    return [situatie for situatie, each in written.items() if each.get("verwijzing")]


def begin(interviewer: Interviewer, walk: Walk) -> Interview:
    return interviewer.begin(situatie=walk.situatie, peildatum=walk.day.isoformat())


def settle(interviewer: Interviewer, walk: Walk) -> tuple[Interview, list[str]]:
    """Answer until every verdict is settled; also the facts that were asked, in order."""
    interview, asked = begin(interviewer, walk), []
    while interview.open_questions:
        asked.append(interview.question.feit)
        interview = walk.reply(interview)
    return interview, asked


def settle_at_random(interviewer: Interviewer, walk: Walk, rng: Random) -> int:
    """How many questions it takes when they are answered in no order."""
    interview, count = begin(interviewer, walk), 0
    while interview.open_questions:
        question = rng.choice([each for each in interview.assessment.volgende_vragen if each.waarvoor == "oordeel"])
        count += 1
        # what the conversation does not say, nobody would have asked in a better order
        said = {question.feit, (question.ofwel or question).feit} & walk.says.keys()
        interview = walk.reply(interview, question) if said else interview.answered(question, None)
    return count


def _on(day: date, value: Any) -> Any:
    """`{dag: n}` as a day on the wire, wherever it stands."""
    if isinstance(value, dict):
        return (day + timedelta(days=value["dag"])).isoformat() if "dag" in value else _each(day, value)
    return [_on(day, part) for part in value] if isinstance(value, list) else value


def _each(day: date, value: Mapping[str, Any]) -> Mapping[str, Any]:
    return {name: _on(day, part) for name, part in value.items()}
