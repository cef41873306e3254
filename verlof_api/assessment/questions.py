"""What to ask next: computed from what the rules still need, never from a list of our own."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType
from typing import NamedTuple

from verlof_api.assessment.answer import Option, OtherAnswer, Question
from verlof_api.assessment.contradictions import Contradictions
from verlof_api.assessment.wire import fixed
from verlof_api.language.environment import fact_of, leave_of
from verlof_api.law.feit import Feit, Told
from verlof_api.law.regelboek import Rulebook

OORDEEL, OMVANG, BETALING = "oordeel", "omvang", "betaling"
_LEAVES = "{verlof}"  # where the names of the leaves come in a question that is about a leave

_NOTHING: Mapping[str, float] = MappingProxyType({})


class LeaveQuestions(NamedTuple):
    """The untold facts that one leave still turns on, for its verdict, its size and its pay, each with its weight.

    They have the names that they have in an environment: a per-leave fact is named with the leave that it is told of.
    `vragen`: the questions that this leave asks in its own words, by fact.
    """

    verlof: str
    oordeel: Mapping[str, float] = _NOTHING
    omvang: Mapping[str, float] = _NOTHING
    betaling: Mapping[str, float] = _NOTHING
    vragen: Mapping[str, str] = MappingProxyType({})


class Questions:
    """Asks in one language. Every question is made at start-up, but for the leaves that it is about."""

    def __init__(self, rulebook: Rulebook, taal: str, contradictions: Contradictions) -> None:
        self._feiten, self._contradictions = rulebook.feiten, contradictions
        self._names = {id: soort.teksten[taal].naam.lower() for id, soort in rulebook.verlofsoorten.items()}
        self._questions = {id: _question(feit, taal) for id, feit in rulebook.feiten.items()}
        self._other_answers = {id: feit.ofwel for id, feit in rulebook.feiten.items() if feit.ofwel}
        self._about_leaves = {
            id for id, each in self._questions.items() if _LEAVES in each.vraag or _LEAVES in each.hulp
        }

    def next(self, leaves: Sequence[LeaveQuestions], told: Told, not_known: Collection[str] = ()) -> list[Question]:
        """The questions about verdicts, what decides most first; then those for size, then for pay.

        What the person said not to know is not asked again, nor what can have no answer beside the told facts. Only
        answers are offered that go with those.
        """
        asked: list[Question] = []
        seen = set(not_known)
        for purpose in (OORDEEL, OMVANG, BETALING):
            here: dict[str, _Untold] = {}
            for leave in leaves:
                for name, weight in getattr(leave, purpose).items():
                    fact = fact_of(name)
                    if fact not in seen:
                        here.setdefault(fact, _Untold()).add(leave, name, weight)
            seen.update(here)
            by_weight = sorted(here.items(), key=lambda item: -item[1].weight)
            for fact, each in by_weight:
                options = self._contradictions.answers(self._feiten[fact], told)
                if options is not None:
                    asked.append(self._ask(fact, purpose, each, told, options))
        return asked

    def _ask(self, fact: str, purpose: str, untold: "_Untold", told: Told, possible: Sequence[str]) -> Question:
        question = self._questions[fact]
        own = next(iter(untold.words)) if len(untold.words) == 1 else None
        vraag, hulp = question.vraag if own is None else own, question.hulp
        if fact in self._about_leaves:
            names = ", ".join(self._names[id] for id in untold.told_of or untold.decides)
            vraag, hulp = vraag.replace(_LEAVES, names), hulp.replace(_LEAVES, names)
        other, options = question.ofwel, question.opties
        if fact in self._other_answers and not self._other_answers[fact].past_bij(told):
            other = None
        if len(possible) < len(options):
            options = tuple(each for each in options if each.waarde in possible)
        return replace(
            question,
            vraag=vraag,
            hulp=hulp,
            ofwel=other,
            opties=options,
            waarvoor=purpose,
            beslist_over=tuple(untold.decides),
            per_verlof=tuple(untold.told_of),
        )


class _Untold:
    """A fact to ask for: the leaves it decides, the leaves it is told of, how much it weighs, and the questions in the
    leaves' own words; None among them where a leave has none."""

    __slots__ = ("decides", "told_of", "weight", "words")

    def __init__(self) -> None:
        self.decides: dict[str, None] = {}
        self.told_of: dict[str, None] = {}
        self.weight = 0.0
        self.words: set[str | None] = set()

    def add(self, leave: LeaveQuestions, name: str, weight: float) -> None:
        """`name`: that of the fact in an environment, with the leave that it is told of."""
        self.decides[leave.verlof] = None
        told_of = leave_of(name)
        if told_of is not None:
            self.told_of[told_of] = None
        self.weight += weight
        self.words.add(leave.vragen.get(fact_of(name)))


def other_answer(feit: Feit, taal: str) -> OtherAnswer | None:
    """Another answer to the question about a day, in words; None where there is none."""
    if feit.ofwel is None:
        return None
    return fixed(OtherAnswer(feit.ofwel.feit, feit.ofwel.waarde, str(feit.teksten[taal].ofwel)))


def options_of(feit: Feit, taal: str) -> Sequence[Option]:
    words = feit.teksten[taal].opties
    return tuple(fixed(Option(option, str(words[option]))) for option in feit.opties)


def _question(feit: Feit, taal: str) -> Question:
    """The question before it is known what it is asked for."""
    words = feit.teksten[taal]
    return Question(
        feit=feit.id,
        vraag=str(words.vraag),
        hulp=str(words.hulp),
        type=feit.type,
        opties=options_of(feit, taal),
        eenheid=feit.eenheid,
        ofwel=other_answer(feit, taal),
        waarvoor="",
        beslist_over=(),
        per_verlof=(),
    )
