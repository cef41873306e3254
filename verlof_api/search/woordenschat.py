"""The words the catalogue knows in one language, and how a person's words are recognised as one of them."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

import snowballstemmer
from rapidfuzz import process
from rapidfuzz.distance import OSA

from verlof_api.rulebook.synoniemen import Synoniemen
from verlof_api.search.woorden import klank, woorden

# How sure a word is that was not found as it stands.
_BY_SOUND, _BY_PARTS, _BY_HEAD = 0.9, 0.9, 0.7
# Below this length a slip of the finger easily makes another word; from the second length on there is room for two.
_LONG_ENOUGH, _LONG = 5, 11
_SHORTEST_PART = 3
_SHORTEST_SOUND = 4
_LONGEST_EXPRESSION = 5
# Looking closer at a word that is not known costs; a text has room for few that matter.
_CLOSER_LOOKS = 10


@dataclass(frozen=True, slots=True)
class Taal:
    """How a language is read: its Snowball stemmer (snowballstem.org), and how its words sound if that helps."""

    stemmer: str
    klank: Callable[[str], str] | None = None


TALEN: Mapping[str, Taal] = {"nl": Taal("dutch_porter", klank), "en": Taal("english")}


@dataclass(slots=True)
class Ontleding:
    """A text as terms of the catalogue, each with how sure it is (0-1), and how many words were not understood."""

    termen: dict[str, float]
    onbekend: int = 0

    def add(self, term: str, zekerheid: float) -> None:
        self.termen[term] = max(zekerheid, self.termen.get(term, 0.0))


class Woordenschat:
    """Learns the words of synonyms and catalogue once; after that it only reads, so threads can share it.

    A term is the name of a concept (`begrippen`) or the stem of a word. `weinigzeggend`: terms of `stopwoorden`.
    """

    def __init__(self, taal: Taal, synoniemen: Synoniemen, teksten: Iterable[str]) -> None:
        self._taal = taal
        self._fillers = frozenset(word for filler in synoniemen.vulwoorden for word in woorden(filler))
        self._forms: dict[str, str] = {}
        self._stems: dict[str, str] = {}
        self._by_stem: dict[str, str] = {}
        self._expressions: dict[tuple[str, ...], str] = {}
        stemmer = snowballstemmer.stemmer(taal.stemmer)
        for begrip, variants in synoniemen.begrippen.items():
            for variant in (begrip, *variants):
                words = self._words(variant)
                stems = tuple(self._learn_stem(word, stemmer) for word in words)
                if len(words) == 1:
                    self._forms[words[0]] = begrip
                    self._by_stem.setdefault(stems[0], begrip)
                else:
                    self._expressions[stems] = begrip
        stops = sorted(word for stop in synoniemen.stopwoorden for word in self._words(stop))
        for word in stops:
            self._learn_stem(word, stemmer)
            self._forms.setdefault(word, word)
        self.weinigzeggend = frozenset(self._forms[word] for word in stops) - frozenset(synoniemen.begrippen)
        for word in (word for tekst in teksten for word in self._words(tekst)):
            stem = self._learn_stem(word, stemmer)
            if word not in self._forms:
                self._forms[word] = self._by_stem.setdefault(stem, stem)
        self._sounds = self._by_sound()
        self._near = self._alike()

    def _words(self, tekst: str) -> list[str]:
        return [word for word in woorden(tekst) if word not in self._fillers]

    def _learn_stem(self, word: str, stemmer: "snowballstemmer.stemmer") -> str:
        if word not in self._stems:
            self._stems[word] = stemmer.stemWord(word)
        return self._stems[word]

    def _by_sound(self) -> dict[str, str]:
        sounds: dict[str, str] = {}
        if self._taal.klank is not None:
            for word, term in self._forms.items():
                if len(word) >= _SHORTEST_SOUND:
                    sounds.setdefault(self._taal.klank(word), term)
        return sounds

    def _alike(self) -> dict[tuple[str, int], list[str]]:
        """The words to compare a slip with: people seldom slip on the first letter."""
        by_letter: dict[str, list[str]] = {}
        for word in sorted(self._forms):
            by_letter.setdefault(word[0], []).append(word)
        longest = max(map(len, self._forms), default=0)
        return {
            (letter, length): [word for word in words if abs(len(word) - length) <= _slips(length)]
            for letter, words in by_letter.items()
            for length in range(_LONG_ENOUGH, longest + 3)
        }

    def ontleed(self, tekst: str) -> Ontleding:
        """Read a text: first fixed expressions, then words, then words that are written apart, then what is left."""
        found = Ontleding({})
        words = self._words(tekst)
        stemmer = snowballstemmer.stemmer(self._taal.stemmer)  # not shared: a stemmer keeps its word while it works
        unknown = {word for word in words if word not in self._forms and not word.isdigit()}
        looked_at = frozenset(sorted(unknown, key=lambda word: (-len(word), word))[:_CLOSER_LOOKS])
        stems = [self._stems.get(word) or (stemmer.stemWord(word) if word in looked_at else word) for word in words]
        place = 0
        while place < len(words):
            length = self._expression(stems, place)
            if length:
                found.add(self._expressions[tuple(stems[place : place + length])], 1.0)
            elif place + 1 < len(words) and self._written_apart(words[place], words[place + 1]):
                found.add(self._forms[words[place] + words[place + 1]], 1.0)
                length = 2
            else:
                self._recognise(words[place], stems[place], words[place] in looked_at, found)
                length = 1
            place += length
        return found

    def _expression(self, stems: list[str], place: int) -> int:
        """How many words from `place` on are one fixed expression; 0 when they are none."""
        for length in range(min(_LONGEST_EXPRESSION, len(stems) - place), 1, -1):
            if tuple(stems[place : place + length]) in self._expressions:
                return length
        return 0

    def _written_apart(self, first: str, second: str) -> bool:
        """`schoon moeder` for `schoonmoeder`: together they are a known word, and not two short words by accident."""
        return len(first) + len(second) >= _LONG_ENOUGH and first + second in self._forms

    def _recognise(self, word: str, stem: str, closer: bool, found: Ontleding) -> None:
        if word in self._forms:
            found.add(self._forms[word], 1.0)
        elif word.isdigit():
            return
        elif stem in self._by_stem:
            found.add(self._by_stem[stem], 1.0)
        elif not closer or not (self._sounds_like(word, found) or self._has_parts(word, found) or self._slip(word, found) or self._has_head(word, found)):
            found.onbekend += 1

    def _sounds_like(self, word: str, found: Ontleding) -> bool:
        sound = self._taal.klank(word) if self._taal.klank is not None and len(word) >= _SHORTEST_SOUND else None
        if sound not in self._sounds:
            return False
        found.add(self._sounds[sound], _BY_SOUND)
        return True

    def _has_parts(self, word: str, found: Ontleding) -> bool:
        """A compound of two known words (`ziekenhuisafspraak`); the longest first part wins."""
        for cut in range(len(word) - _SHORTEST_PART, _SHORTEST_PART - 1, -1):
            first, second = word[:cut], word[cut:]
            if first not in self._forms and first.endswith("s"):
                first = first[:-1]
            if len(first) >= _SHORTEST_PART and first in self._forms and second in self._forms:
                found.add(self._forms[first], _BY_PARTS)
                found.add(self._forms[second], _BY_PARTS)
                return True
        return False

    def _has_head(self, word: str, found: Ontleding) -> bool:
        """A compound that ends in a known word (`alvleesklierkanker`): its last part says what it is."""
        for cut in range(_SHORTEST_PART, len(word) - _LONG_ENOUGH + 1):
            if word[cut:] in self._forms:
                found.add(self._forms[word[cut:]], _BY_HEAD)
                return True
        return False

    def _slip(self, word: str, found: Ontleding) -> bool:
        """One or two slips of the finger away from a known word (optimal string alignment)."""
        choices = self._near.get((word[0], len(word)), ())
        near = process.extractOne(word, choices, scorer=OSA.distance, score_cutoff=_slips(len(word)))
        if near is None:
            return False
        found.add(self._forms[near[0]], 1 - near[1] / len(word))
        return True


def _slips(length: int) -> int:
    return 0 if length < _LONG_ENOUGH else 1 if length < _LONG else 2
