"""An interview: what was told, what is not known, and what is asked next. Frozen and without a terminal.

Every step gives a new interview. What is told goes through the same intake as a message to the API, so that it is
refused for the same reasons in the same words.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property

from verlof_api.assessment import Beoordelaar, Situatie
from verlof_api.assessment.answer import Assessment, Question
from verlof_api.assessment.questions import OORDEEL
from verlof_api.assessment.verdicts import VRAAG_NODIG
from verlof_api.assessment.wire import Json
from verlof_api.intake import Intake


@dataclass(frozen=True)
class Interviewer:
    """What every interview in one language needs; `vandaag` is the day of asking when the request names none."""

    beoordelaar: Beoordelaar
    intake: Intake
    vandaag: date
    taal: str = "nl"

    def begin(self, **request: Json) -> "Interview":
        """An interview that starts with a request as the API takes it; `feiten` may be left out.

        Raises InputErrors when the API would refuse that request.
        """
        told = {"feiten": {}, **request}
        self.intake.vraag(told, self.vandaag)
        return Interview(self, told)


@dataclass(frozen=True)
class Interview:
    """`request`: what was told so far, as a message to the API. `path`: the facts that were asked, in order.

    `revisited`: how many questions someone went back; 0 at the first open question.
    """

    interviewer: Interviewer
    request: Mapping[str, Json]
    path: tuple[str, ...] = field(default=())
    revisited: int = 0

    @cached_property
    def situatie(self) -> Situatie:
        return self.interviewer.intake.situatie(self.request, self.interviewer.vandaag)

    @cached_property
    def assessment(self) -> Assessment:
        """What the law says of what was told so far."""
        return self.interviewer.beoordelaar.beoordeel(self.situatie, self.interviewer.taal)

    @cached_property
    def question(self) -> Question | None:
        """The question to ask now; None when nothing is left to ask."""
        if self.revisited:
            return self._asked_before(self.path[-self.revisited])
        return next(iter(self.assessment.volgende_vragen), None)

    @property
    def told(self) -> Json | None:
        """What was told before in answer to the question, for its other answer in words; None when that is nothing, or
        not known."""
        if self.question is None:
            return None
        told, other = self._feiten, self.question.ofwel
        if other is not None and told.get(other.feit) == other.waarde:
            return other.label
        return told.get(self.question.feit)

    @property
    def open_questions(self) -> int:
        """How many questions about the verdicts are left at most."""
        return sum(question.waarvoor == OORDEEL for question in self.assessment.volgende_vragen)

    @property
    def settled(self) -> int:
        """How many leaves have a verdict that no question can change."""
        return sum(leave.oordeel != VRAAG_NODIG for leave in self.assessment.verlofsoorten)

    @property
    def leaves(self) -> int:
        return len(self.assessment.verlofsoorten)

    @property
    def about(self) -> Sequence[str]:
        """The names of the leaves that the question decides about."""
        decides = () if self.question is None else self.question.beslist_over
        return [leave.naam for leave in self.assessment.verlofsoorten if leave.id in decides]

    def tell(self, value: Json) -> "Interview":
        """Answer the question, with a value as the API takes it. Raises InputErrors when the API would refuse it."""
        return self.answered(self._asked, value)

    def tell_otherwise(self) -> "Interview":
        """Give the other answer (`ofwel`) that the question offers."""
        return self.answered_otherwise(self._asked)

    def pass_over(self) -> "Interview":
        """Say that the answer to the question is not known."""
        return self.answered(self._asked, None)

    def answered(self, question: Question, value: Json | None) -> "Interview":
        """Answer any question that is asked; None says that it is not known. What was told of other leaves stays."""
        fact, before = question.feit, self._feiten.get(question.feit)
        told = self._without(fact)
        if isinstance(before, Mapping):
            of_others = {leave: each for leave, each in before.items() if leave not in question.per_verlof}
            value = {**of_others, **value} if isinstance(value, Mapping) else of_others or value
        not_known = self._not_known
        not_known = not_known | {fact} if value is None or self._partly(question, value) else not_known - {fact}
        if value is not None:
            told[fact] = value
        return self._after(fact, told, not_known)

    def answered_otherwise(self, question: Question) -> "Interview":
        """Give the other answer to any question that offers one."""
        fact, other = question.feit, question.ofwel
        if other is None:
            raise ValueError("this question offers no other answer")
        return self._after(fact, self._without(fact) | {other.feit: other.waarde}, self._not_known - {fact})

    def keep(self) -> "Interview":
        """Leave the earlier answer to a question that was gone back to as it is, and go on."""
        return replace(self, revisited=0)

    def back(self) -> "Interview":
        """The question before this one that still matters, with its answer; the same interview when there is none."""
        for revisited in range(self.revisited + 1, len(self.path) + 1):
            earlier = replace(self, revisited=revisited)
            if earlier.question is not None:
                return earlier
        return self

    @property
    def _asked(self) -> Question:
        if self.question is None:
            raise ValueError("there is no question left to answer")
        return self.question

    @property
    def _feiten(self) -> Mapping[str, Json]:
        """The facts of the request: an object, or the intake would have refused it."""
        told = self.request["feiten"]
        return told if isinstance(told, Mapping) else {}

    @property
    def _not_known(self) -> frozenset[str]:
        not_known = self.request.get("nietBekend")
        return frozenset(not_known if isinstance(not_known, Sequence) else ())

    def _without(self, fact: str) -> dict[str, Json]:
        """What was told, but for the answer to the question about `fact`, whichever of the two it was."""
        other = self.interviewer.beoordelaar.rulebook.feiten[fact].ofwel
        answers = {fact} if other is None else {fact, other.feit}
        return {id: each for id, each in self._feiten.items() if id not in answers}

    def _request(self, told: Mapping[str, Json], not_known: Collection[str]) -> dict[str, Json]:
        kept = {name: each for name, each in self.request.items() if name != "nietBekend"}
        return kept | {"feiten": told} | ({"nietBekend": sorted(not_known)} if not_known else {})

    def _after(self, fact: str, told: Mapping[str, Json], not_known: Collection[str]) -> "Interview":
        """The interview once the question about `fact` is answered; raises InputErrors when the API refuses it."""
        request = self._request(told, not_known)
        self.interviewer.intake.vraag(request, self.interviewer.vandaag)
        return Interview(self.interviewer, request, self.path if fact in self.path else (*self.path, fact))

    @staticmethod
    def _partly(question: Question, value: Json) -> bool:
        """Was a per-leave fact told of some of the leaves that were asked about, and not of the others?"""
        return isinstance(value, Mapping) and not set(question.per_verlof) <= set(value)

    def _asked_before(self, fact: str) -> Question | None:
        """The question about a fact that was answered, as it is asked without that answer; None when it is not."""
        request = self._request(self._without(fact), self._not_known - {fact})
        asked = Interview(self.interviewer, request).assessment.volgende_vragen
        return next((question for question in asked if question.feit == fact), None)
