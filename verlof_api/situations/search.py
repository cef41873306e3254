"""Ranks the life situations by how well they fit a person's words.

Per language an inverted index over short entries: the sentence of each situation and each of its `zoekwoorden`. A word
counts by how telling it is: the inverse of the number of situations that use it (Sparck Jones, A statistical
interpretation of term specificity, 1972). An entry of several words counts in full only when all of them are said, so
that "zzp zwanger" does not answer "zwanger".
"""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from math import log

from verlof_api.situations.levenssituaties import Levenssituatie
from verlof_api.situations.synoniemen import Synoniemen
from verlof_api.situations.vocabulary import ParsedWords, SearchVocabulary

MAX_TEKENS = 300

# Chosen on the tuned part of tests/search.
_SAYS_LITTLE = 0.25  # weight of a stop word: it only breaks a tie
_SAYS_SOMETHING = 0.9  # most that a general word weighs, such as whom it is about
_SAYS_IT_ALL = 2.0  # weight from which one word is enough
_NOT_UNDERSTOOD = 1.0  # weight of a word that is not in the catalogue
_HALF_SAID = 0.4  # share of an entry below which it does not count
_ALL_SAID = 0.85  # share from which an entry was said in full
_PARTLY_SAID = 1.5  # power of the share of an entry that was said
_ENOUGH_SAID = 1.0  # score below which a situation is not meant
_ENOUGH_UNDERSTOOD = 0.35  # share of what was said that the situation must answer
_MOST_UNDERSTOOD = 0.6  # the same when all rests on one vague word
_NEAR_THE_BEST = 0.4  # share of the best score below which a situation only distracts
_FITS_WELL = 0.6  # fit of the best from which nothing else need be shown
_AT_LEAST = 3  # situations to show when nothing fits well


@dataclass(frozen=True, slots=True)
class Found:
    """What own words find: `past`, the situations that fit, best first; `dichtbij`, the nearest guesses beside those,
    filled up to three where little or nothing fits; `zekerheid`: goed, matig or geen."""

    past: list[tuple[str, float]]
    dichtbij: list[tuple[str, float]]
    zekerheid: str


class SituationSearch:
    """Finds situations by own words; built once, then only read: threads can share it."""

    def __init__(self, levenssituaties: Mapping[str, Levenssituatie], synoniemen: Mapping[str, Synoniemen]) -> None:
        self._catalogues = {
            taal: _Catalogue(taal, words, {id: _sentences(each, taal) for id, each in levenssituaties.items()})
            for taal, words in synoniemen.items()
        }

    def find(self, woorden: str, taal: str) -> Found:
        """The situations that fit `woorden` and, where little or nothing does, what comes nearest."""
        past = self.zoek(woorden, taal)
        zekerheid = "goed" if past and past[0][1] >= _FITS_WELL else "matig" if past else "geen"
        if zekerheid == "goed":
            return Found(past, [], zekerheid)
        ids = {id for id, _ in past}
        guesses = [guess for guess in self.dichtbij(woorden, taal, _AT_LEAST + len(ids)) if guess[0] not in ids]
        return Found(past, guesses[: max(0, _AT_LEAST - len(past))], zekerheid)

    def dichtbij(self, woorden: str, taal: str, maximum: int = 3) -> list[tuple[str, float]]:
        """The ids that come nearest to `woorden`, each with how near (0-1), best first: guesses, however little fits.

        Words that tell nothing have nothing near.
        """
        for each in sorted(self._catalogues, key=lambda other: other != taal):
            near = self._catalogues[each].dichtbij(woorden[:MAX_TEKENS])
            if near:
                return near[:maximum]
        return []

    def zoek(self, woorden: str, taal: str, maximum: int = 5) -> list[tuple[str, float]]:
        """The ids that fit the first 300 characters of `woorden`, each with how well it fits (0-1), best first.

        Equal ones stand in the order of the catalogue. Nothing fits well enough: nothing. Words that say nothing in
        `taal` are tried in the other languages.
        """
        for each in sorted(self._catalogues, key=lambda other: other != taal):
            found = self._catalogues[each].zoek(woorden[:MAX_TEKENS])
            if found:
                return found[:maximum]
        return []


def _sentences(situatie: Levenssituatie, taal: str) -> tuple[str, ...]:
    return (situatie.teksten[taal].titel, *situatie.teksten[taal].zoekwoorden)


@dataclass(slots=True)
class _Match:
    """What a text and a situation have in common: the score, how much its words tell (one point for a general word, two
    for a telling one), and whether one word said it all."""

    score: float = 0.0
    telling: int = 0
    certain: bool = False

    def add(self, weight: float, share: float) -> None:
        self.score += weight * share**_PARTLY_SAID
        self.telling += (weight > _SAYS_LITTLE) + (weight > _SAYS_SOMETHING)
        self.certain |= weight >= _SAYS_IT_ALL and share > _ALL_SAID

    @property
    def least_understood(self) -> float:
        return _ENOUGH_UNDERSTOOD if self.certain or self.telling > 2 else _MOST_UNDERSTOOD


class _Catalogue:
    """The index of one language."""

    def __init__(self, taal: str, synoniemen: Synoniemen, zinnen: Mapping[str, tuple[str, ...]]) -> None:
        self._ids = tuple(zinnen)
        self._beside = synoniemen.bijzaken
        self._woordenschat = SearchVocabulary(
            taal, synoniemen, (zin for situatie in zinnen.values() for zin in situatie)
        )
        entries = [
            (number, frozenset(self._woordenschat.parse(zin).termen))
            for number, situatie in enumerate(zinnen.values())
            for zin in situatie
        ]
        used_by = defaultdict[str, set[int]](set)
        for number, termen in entries:
            for term in termen:
                used_by[term].add(number)
        self._weight = {term: log((len(self._ids) + 1) / (len(users) + 0.5)) for term, users in used_by.items()}
        for terms, most in ((synoniemen.algemeen, _SAYS_SOMETHING), (self._woordenschat.weinigzeggend, _SAYS_LITTLE)):
            self._weight.update({term: min(most, self._weight[term]) for term in terms & used_by.keys()})
        self._entries = [(number, sum(self._weight[term] for term in sorted(termen))) for number, termen in entries]
        self._places = defaultdict[str, list[int]](list)
        for place, (_, termen) in enumerate(entries):
            for term in termen:
                self._places[term].append(place)

    def zoek(self, tekst: str) -> list[tuple[str, float]]:
        said = self._woordenschat.parse(tekst)
        total = self._total(said)
        matches = self._matches(said, _HALF_SAID)
        near = _NEAR_THE_BEST * max((match.score for match in matches.values()), default=0.0)
        fitting = sorted(
            (-match.score, number)
            for number, match in matches.items()
            if match.score >= max(near, _ENOUGH_SAID, total * match.least_understood)
        )
        return [(self._ids[number], round(min(1.0, -score / total), 3)) for score, number in fitting] if total else []

    def dichtbij(self, tekst: str) -> list[tuple[str, float]]:
        said = self._woordenschat.parse(tekst)
        telling = {term: sure for term, sure in said.termen.items() if self._weight.get(term, 0.0) > _SAYS_LITTLE}
        total = self._total(said)
        matches = self._matches(ParsedWords(telling, said.onbekend), 0.0)
        nearest = sorted((-match.score, number) for number, match in matches.items())
        return [(self._ids[number], round(min(1.0, -score / total), 3)) for score, number in nearest] if total else []

    def _total(self, said: ParsedWords) -> float:
        """How much was said. What can be said beside any question counts only when nothing else was said."""
        weights = {term: weight for term in said.termen if (weight := self._weight.get(term, 0.0)) > _SAYS_LITTLE}
        aim = [weight for term, weight in weights.items() if term not in self._beside]
        return _NOT_UNDERSTOOD * said.onbekend + (sum(aim) or sum(weights.values()))

    def _matches(self, said: ParsedWords, least: float) -> dict[int, _Match]:
        """Per situation: of each word said, what it adds in the entry of that situation where it counts most."""
        matched = defaultdict[int, float](float)
        for term, zekerheid in said.termen.items():
            for place in self._places.get(term, ()):
                matched[place] += zekerheid * self._weight[term]
        matches = defaultdict[int, _Match](_Match)
        for term, zekerheid in said.termen.items():
            best: dict[int, float] = {}
            for place in self._places.get(term, ()):
                number, full = self._entries[place]
                share = matched[place] / full
                if share >= least:
                    best[number] = max(share, best.get(number, 0.0))
            for number, share in best.items():
                matches[number].add(zekerheid * self._weight[term], share)
        return matches
