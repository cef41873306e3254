"""The case a letter is about: what the answer says and what was told, seen from the day of the letter.

Here, once, a day becomes open or past. A term that is past has no value, unless a sentence asks for a past one.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from verlof_api.assessment.answer import LeaveAnswer, Term
from verlof_api.law.bronnen import Bron
from verlof_api.law.feit import Told, Value
from verlof_api.letters.expressions import WorkedExpressions
from verlof_api.letters.model import Bij, BriefRegel, Brieven

Outcomes = Mapping[str, str]
Refusal = Callable[[], Outcomes | None]
_PER_ID = {"voorwaarde": "voorwaarden", "stap": "stappen"}  # parts of which there are more, each with an id


@dataclass(frozen=True)
class LetterCase:
    """`verlof`: the answer for one leave; `feiten`: the facts as they were told; `datum`: the day of the letter;
    `worked`: what the letters of this leave say in the language of rules; `refusal`: works out what the law makes of
    the answer of the employer, None for a day whose law about refusals was not read."""

    brieven: Brieven
    brief: BriefRegel
    verlof: LeaveAnswer
    feiten: Told
    datum: date
    worked: WorkedExpressions
    refusal: Refusal

    @property
    def oordeel(self) -> str:
        return self.verlof.oordeel

    @property
    def late_enough(self) -> bool:
        """Is no first day told that lies before the one on which the leave can begin?"""
        vanaf = self.verlof.vanaf
        told = [day for feit in self.brieven.nooit_voor.values() if isinstance(day := self.feiten.get(feit), date)]
        return all(vanaf is not None and day >= vanaf for day in told)

    def holds(self, bij: Bij) -> bool:
        """Does everything hold that `bij` asks for?"""
        werkgever = self.verlof.werkgever
        return (
            (not bij.oordeel or self.oordeel in bij.oordeel)
            and all(feit in self.feiten for feit in bij.verteld)
            and not any(feit in self.feiten for feit in bij.niet_verteld)
            and all(self.feiten.get(feit) in waarden for feit, waarden in bij.waarden.items())
            and not any(self.feiten.get(feit) in waarden for feit, waarden in bij.andere_waarden.items())
            and (not bij.waarschuwing or any(code in self._waarschuwingen for code in bij.waarschuwing))
            and not any(code in self._waarschuwingen for code in bij.geen_waarschuwing)
            and (not bij.stap or any(id in self._stappen for id in bij.stap))
            and not any(id in self._stappen for id in bij.geen_stap)
            and all(self._named(naam) for naam in bij.termijn)
            and all(self.termijn(naam) for naam in bij.open)
            and not any(self.termijn(naam) for naam in bij.niet_open)
            and all(self.termijn(naam, voorbij=True) for naam in bij.voorbij)
            and not any(self.termijn(naam, voorbij=True) for naam in bij.niet_voorbij)
            and all(self._earlier(feit) for feit in bij.eerder)
            and not any(self._earlier(feit) for feit in bij.niet_eerder)
            and all(self._later_than(feit, naam) for feit, naam in bij.later_dan.items())
            and not any(self._later_than(feit, naam) for feit, naam in bij.niet_later_dan.items())
            and (not bij.betaler or self._betaler in bij.betaler)
            and bij.weigeren in (None, werkgever.mag_weigeren if werkgever else None)
            and bij.wijzigen in (None, werkgever.mag_wijzigen if werkgever else None)
            and (not bij.weigering or self._came_of_it(bij.weigering))
        )

    def missing(self, bij: Bij) -> tuple[str, ...]:
        """The facts that `bij` needs and that were not told."""
        return tuple(
            dict.fromkeys(feit for feit in (*bij.verteld, *bij.waarden, *bij.eerder) if feit not in self.feiten)
        )

    def termijn(self, naam: str, *, voorbij: bool = False) -> Term | None:
        """The term of this name that is still open (or, with `voorbij`, that is past and not open any more)."""
        genoemd = self._named(naam)
        nog_open = [each for each in genoemd if each.uiterlijk >= self.datum]
        if voorbij:
            return genoemd[0] if genoemd and not nog_open else None
        return nog_open[0] if nog_open else None

    def feit(self, naam: str) -> Value | None:
        """What was told, where it can stand in a letter on this day; None otherwise."""
        waarde = self.feiten.get(naam)
        if isinstance(waarde, date):
            if naam in self.brieven.verleden and waarde > self.datum:
                return None
            if naam in self.brieven.toekomst and waarde < self.datum and not self.brief.achteraf:
                return None
            andere = self.feiten.get(self.brieven.nooit_voor.get(naam, ""))
            if isinstance(andere, date) and waarde < andere:
                return None
        return waarde

    def bronnen(self, plekken: Iterable[str], *, voorbij: frozenset[str] = frozenset()) -> list[Bron]:
        """The sources of parts of the answer: `omvang`, `voorwaarde.<id>`, `termijn.<name>`, `grond`, …"""
        gevonden: list[Bron] = []
        for plek in plekken:
            soort, _, id = plek.partition(".")
            if soort == "grond":
                gevonden += self.bronnen(self.brief.grond)
            elif soort == "termijn":
                termijn = self.termijn(id, voorbij=id in voorbij)
                gevonden += () if termijn is None else termijn.bronnen
            elif soort in _PER_ID:
                delen = getattr(self.verlof, _PER_ID[soort])
                gevonden += next((each.bronnen for each in delen if each.id == id), ())
            else:
                deel = getattr(self.verlof, soort)
                gevonden += () if deel is None else deel.bronnen
        return [bron for bron in gevonden if bron.artikel is not None]

    @cached_property
    def _waarschuwingen(self) -> frozenset[str]:
        return frozenset(each.code for each in self.verlof.waarschuwingen)

    @cached_property
    def _stappen(self) -> frozenset[str]:
        return frozenset(each.id for each in self.verlof.stappen)

    @property
    def _betaler(self) -> str | None:
        return None if self.verlof.betaling is None else self.verlof.betaling.door

    def _came_of_it(self, weigering: Mapping[str, tuple[str, ...]]) -> bool:
        """Whether the refusal is as `weigering` says; a law that was not read says nothing against it."""
        outcomes = self._outcomes
        return outcomes is None or all(outcomes[part] in known for part, known in weigering.items())

    @cached_property
    def _outcomes(self) -> Outcomes | None:
        return self.refusal()

    def _earlier(self, feit: str) -> bool:
        waarde = self.feiten.get(feit)
        return isinstance(waarde, date) and waarde < self.datum

    def _later_than(self, feit: str, naam: str) -> bool:
        waarde, genoemd = self.feiten.get(feit), self._named(naam)
        return isinstance(waarde, date) and bool(genoemd) and waarde > genoemd[0].uiterlijk

    def _named(self, naam: str) -> list[Term]:
        ids = self.brieven.termijnen.get(naam, (naam,))
        per_id = {each.id: each for each in self.verlof.termijnen}
        return [per_id[id] for id in ids if id in per_id]
