"""Can a fact still change what is shown about a leave? Found the slow way, by telling the rest and looking.

Written apart from the computation of the questions that it proves: it only asks the Beoordelaar for whole answers.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from tests.support.answers import assessed
from tests.support.probes import probes
from verlof_api.assessment import Beoordelaar, Situatie
from verlof_api.law.feit import Feit

SHOWN = ("oordeel", "omvang", "periode", "betaling", "termijnen")
# Days before and after the day of asking that lie on both sides of the terms of the law.
_DAYS = (-1, -3, -20, -45, -100, -200, -300, -364, -366, -500, -800, -3100, -5000, 0, 1, 5, 30, 60, 100, 200, 400)


class Relevance:
    """Looks for what changes an answer, with at most `looks` answers per question."""

    def __init__(self, beoordelaar: Beoordelaar, looks: int = 20_000) -> None:
        self.beoordelaar, self.looks = beoordelaar, looks
        self.feiten = beoordelaar.rulebook.feiten
        self.wishes = [id for id, feit in self.feiten.items() if feit.wens and feit.type == "date"]

    def values(self, feit: Feit, situatie: Situatie) -> Sequence[Any]:
        """Every option, and numbers and days on both sides of what the law draws a line at."""
        today = situatie.peildatum
        days = [day for n in _DAYS if (day := today + timedelta(days=n)) >= date(1900, 1, 1)]
        spans = [(days[4], today), (min(days), max(days))]
        return probes(feit, days, spans, self.beoordelaar.rulebook.verlofsoorten)

    def answer(self, situatie: Situatie, leave: str) -> tuple[str, list[str]]:
        """What is shown about the leave, and the facts that are asked about it."""
        answer = assessed(self.beoordelaar, replace(situatie, verlofsoorten=(leave,)))
        (shown,) = answer["verlofsoorten"]
        codes = sorted(warning["code"] for warning in shown["waarschuwingen"])
        return repr(([shown[part] for part in SHOWN], codes)), [each["feit"] for each in answer["volgendeVragen"]]

    def matters(self, fact: str, situatie: Situatie, leave: str) -> bool | None:
        """Is there a way to tell the rest such that this fact changes the answer? None when that was not found out."""
        left = [self.looks]
        found = self._matters(fact, situatie, leave, left) or any(
            # a wish is never asked for, but it can be told
            self._matters(fact, wished, leave, left)
            for wish in self.wishes
            if wish not in situatie.feiten
            for wished in self._each(wish, situatie)
            if left[0] > 0
        )
        return True if found else None if left[0] <= 0 else False

    def _matters(self, fact: str, situatie: Situatie, leave: str, left: list[int]) -> bool:
        shown = set()
        for told in self._each(fact, situatie):
            left[0] -= 1
            shown.add(self.answer(told, leave)[0])
            if len(shown) > 1:
                return True
        asked = self.asked(situatie, leave, left)
        if fact not in asked:
            return False
        ways = (
            [told for told in self._each(other, situatie) if fact in self.asked(told, leave, left)]
            for other in asked
            if other != fact
        )
        # the fact that closes the question most often comes first: what it closes need not be looked into
        for way in sorted(filter(None, ways), key=len):
            for told in way:
                if left[0] > 0 and self._matters(fact, told, leave, left):
                    return True
        return False

    def asked(self, situatie: Situatie, leave: str, left: list[int]) -> list[str]:
        left[0] -= 1
        return self.answer(situatie, leave)[1]

    def _each(self, fact: str, situatie: Situatie) -> Iterator[Situatie]:
        for value in self.values(self.feiten[fact], situatie):
            yield replace(situatie, feiten={**situatie.feiten, fact: value})
