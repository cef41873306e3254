"""What to ask next: computed from what the rules still need, never from a list of our own."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from verlof_api.rulebook.model import Rulebook

OORDEEL, OMVANG, BETALING = "oordeel", "omvang", "betaling"


@dataclass(frozen=True)
class LeaveQuestions:
    """The untold facts that one leave still turns on: for its verdict, its size and its pay."""

    verlof: str
    oordeel: tuple[str, ...] = ()
    omvang: tuple[str, ...] = ()
    betaling: tuple[str, ...] = ()


def next_questions(leaves: Sequence[LeaveQuestions], rulebook: Rulebook, taal: str) -> list[dict[str, Any]]:
    """The questions, those that decide most undecided leaves first; then those for size, then for pay."""
    asked: dict[tuple[str, str], list[str]] = {}
    seen: set[str] = set()
    for purpose in (OORDEEL, OMVANG, BETALING):
        here: dict[str, list[str]] = {}
        for leave in leaves:
            for fact in getattr(leave, purpose):
                if fact not in seen:
                    here.setdefault(fact, []).append(leave.verlof)
        seen.update(here)
        for fact, about in sorted(here.items(), key=lambda item: -len(item[1])):
            asked[fact, purpose] = about
    return [_question(fact, purpose, about, rulebook, taal) for (fact, purpose), about in asked.items()]


def _question(fact: str, purpose: str, about: list[str], rulebook: Rulebook, taal: str) -> dict[str, Any]:
    feit = rulebook.feiten[fact]
    words = feit.teksten[taal]
    names = ", ".join(rulebook.verlofsoorten[id].teksten[taal].naam.lower() for id in about)
    return {
        "feit": fact,
        "vraag": words.vraag.replace("{verlof}", names),
        "hulp": words.hulp.replace("{verlof}", names),
        "type": feit.type,
        "opties": [{"waarde": option, "label": str(words.opties[option])} for option in feit.opties],
        "eenheid": feit.eenheid,
        "waarvoor": purpose,
        "beslistOver": about,
    }
