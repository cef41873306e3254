"""What to ask next: computed from what the rules still need, never from a list of our own."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

from verlof_api.rulebook.model import Feit, Rulebook

OORDEEL, OMVANG, BETALING = "oordeel", "omvang", "betaling"
_LEAVES = "{verlof}"  # where the names of the leaves come in a question that is about a leave

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class LeaveQuestions:
    """The untold facts that one leave still turns on: for its verdict, its size and its pay."""

    verlof: str
    oordeel: Sequence[str] = ()
    omvang: Sequence[str] = ()
    betaling: Sequence[str] = ()


class Questions:
    """Asks in one language. Every question is made at start-up, but for the leaves that it is about."""

    def __init__(self, rulebook: Rulebook, taal: str) -> None:
        self._names = {id: soort.teksten[taal].naam.lower() for id, soort in rulebook.verlofsoorten.items()}
        self._questions = {id: _question(feit, taal) for id, feit in rulebook.feiten.items()}
        self._about_leaves = {
            id for id, each in self._questions.items() if _LEAVES in each["vraag"] or _LEAVES in each["hulp"]
        }

    def next(self, leaves: Sequence[LeaveQuestions], not_known: Collection[str] = ()) -> list[Json]:
        """The questions, those that decide most undecided leaves first; then those for size, then for pay.

        What the person said not to know is not asked again.
        """
        asked: list[Json] = []
        seen = set(not_known)
        for purpose in (OORDEEL, OMVANG, BETALING):
            here: dict[str, list[str]] = {}
            for leave in leaves:
                for fact in getattr(leave, purpose):
                    if fact not in seen:
                        here.setdefault(fact, []).append(leave.verlof)
            seen.update(here)
            by_weight = sorted(here.items(), key=lambda item: -len(item[1]))
            asked += [self._ask(fact, purpose, about) for fact, about in by_weight]
        return asked

    def _ask(self, fact: str, purpose: str, about: list[str]) -> Json:
        question = self._questions[fact] | {"waarvoor": purpose, "beslistOver": about}
        if fact in self._about_leaves:
            names = ", ".join(self._names[id] for id in about)
            for part in ("vraag", "hulp"):
                question[part] = question[part].replace(_LEAVES, names)
        return question


def _question(feit: Feit, taal: str) -> Json:
    words = feit.teksten[taal]
    return {
        "feit": feit.id,
        "vraag": str(words.vraag),
        "hulp": str(words.hulp),
        "type": feit.type,
        "opties": [{"waarde": option, "label": str(words.opties[option])} for option in feit.opties],
        "eenheid": feit.eenheid,
        "waarvoor": None,
        "beslistOver": None,
    }
