"""The words the catalogue knows in one language, and how a person's words are recognised as one of them."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from verlof_api.phrases import phrases_in
from verlof_api.situations.synoniemen import Synoniemen
from verlof_api.situations.tokens import sound, woorden

# How sure a word is that was not found as it stands; a slip costs its share of the letters.
_BY_SOUND, _BY_PARTS, _BY_HEAD = 0.9, 0.9, 0.7
# Below this length a slip of the finger easily makes another word; from the second length on there is room for two.
_LONG_ENOUGH, _LONG = 5, 11
_SHORTEST_PART = 3
_SHORTEST_SOUND = 4
_LONGEST_EXPRESSION = 5
# Looking closer at a word that is not known costs; the longest words say most.
_CLOSER_LOOKS = 10
# More words than a sentence of 300 characters has; the rest is filling.
_MOST_WORDS = 60


@dataclass(slots=True)
class ParsedWords:
    """A text as terms of the catalogue, each with how sure it is (0-1), and how many words were not understood."""

    termen: dict[str, float] = field(default_factory=dict)
    onbekend: int = 0

    def add(self, term: str, zekerheid: float) -> None:
        self.termen[term] = max(zekerheid, self.termen.get(term, 0.0))


class SearchVocabulary:
    """Learns the words of synonyms and catalogue once; after that it only reads, so threads can share it.

    A term is the name of a concept (`begrippen`) or the stem of a word. `weinigzeggend`: terms of `stopwoorden`.
    """

    def __init__(self, taal: str, synoniemen: Synoniemen, teksten: Iterable[str]) -> None:
        self._taal = phrases_in(taal).properties
        self._begrippen = frozenset(synoniemen.begrippen)
        self._fillers = frozenset(word for filler in synoniemen.vulwoorden for word in woorden(filler))
        self._terms: dict[str, str] = {}
        self._stems: dict[str, str] = {}
        self._by_stem: dict[str, str] = {}
        self._expressions: dict[tuple[str, ...], str] = {}
        stemmer = self._stemmer()
        expressions: list[tuple[str, list[str]]] = []
        for begrip, variants in synoniemen.begrippen.items():
            for words in (self._words(variant) for variant in (begrip, *variants)):
                if len(words) == 1:
                    self._terms[words[0]] = begrip
                    self._by_stem.setdefault(self._learn_stem(words[0], stemmer), begrip)
                else:
                    expressions.append((begrip, words))
        stops = sorted(word for stop in synoniemen.stopwoorden for word in self._words(stop))
        for word in stops:
            self._learn_stem(word, stemmer)
            self._terms.setdefault(word, word)
        self.weinigzeggend = frozenset(self._terms[word] for word in stops) - self._begrippen
        for begrip, words in expressions:
            stems = [self._learn_stem(word, stemmer) for word in words]
            self._expressions[tuple(self._units(words, stems))] = begrip
        for word in (word for tekst in teksten for word in self._words(tekst)):
            stem = self._learn_stem(word, stemmer)
            if word not in self._terms:
                self._terms[word] = self._by_stem.setdefault(stem, stem)
        self._openings = frozenset(units[0] for units in self._expressions)
        self._by_sound = self._sounds()
        self._near = self._alike()

    def _words(self, tekst: str) -> list[str]:
        return [word for word in woorden(tekst) if word not in self._fillers]

    def _stemmer(self) -> Callable[[str], str]:
        """A new one for each text: a stemmer keeps its word while it works, so threads must not share one."""
        import snowballstemmer  # type: ignore[import-untyped]  # with the first search: megabytes

        stem: Callable[[str], str] = snowballstemmer.stemmer(self._taal.stemmer).stemWord
        return stem

    def _learn_stem(self, word: str, stemmer: Callable[[str], str]) -> str:
        if word not in self._stems:
            self._stems[word] = stemmer(word)
        return self._stems[word]

    def _units(self, words: list[str], stems: list[str]) -> list[str]:
        """What an expression is made of: concepts where its words have one, so that `ouder van man` is also `moeder van
        echtgenoot`, else stems."""
        terms = (self._terms.get(word, word) for word in words)
        return [term if term in self._begrippen else stem for term, stem in zip(terms, stems, strict=True)]

    def _sounds(self) -> dict[str, str]:
        sounds: dict[str, str] = {}
        if self._taal.sounds:
            for word, term in self._terms.items():
                if len(word) >= _SHORTEST_SOUND:
                    sounds.setdefault(sound(word, self._taal.sounds), term)
        return sounds

    def _alike(self) -> dict[tuple[str, int], list[str]]:
        """The words to compare a slip with: people seldom slip on the first letter."""
        by_letter: dict[str, list[str]] = {}
        for word in sorted(self._terms):
            by_letter.setdefault(word[0], []).append(word)
        longest = max(map(len, self._terms), default=0)
        return {
            (letter, length): [word for word in words if abs(len(word) - length) <= _slips(length)]
            for letter, words in by_letter.items()
            for length in range(_LONG_ENOUGH, longest + _slips(longest) + 1)
        }

    def parse(self, tekst: str) -> ParsedWords:
        """Read a text from left to right: fixed expressions first, then words written apart, then single words.

        Only numbers is no text.
        """
        found = ParsedWords()
        words = self._words(tekst)[:_MOST_WORDS]
        if all(word.isdigit() for word in words):
            return found
        stemmer = self._stemmer()
        unknown = {word for word in words if word not in self._terms and not word.isdigit()}
        looked_at = frozenset(sorted(unknown, key=lambda word: (-len(word), word))[:_CLOSER_LOOKS])
        stems = [self._stems.get(word) or (stemmer(word) if word in looked_at else word) for word in words]
        units = self._units(words, stems)
        not_understood: set[str] = set()
        place = 0
        while place < len(words):
            length = self._expression(units, place)
            joined = "".join(words[place : place + 2])
            if length:
                found.add(self._expressions[tuple(units[place : place + length])], 1.0)
            elif joined != words[place] and len(joined) >= _LONG_ENOUGH and joined in self._terms:
                length = 2
                found.add(self._terms[joined], 1.0)
            else:
                length = 1
                if words[place] not in not_understood and not self._recognise(
                    words[place], stems[place], words[place] in looked_at, found
                ):
                    not_understood.add(words[place])
            place += length
        found.onbekend = len(not_understood)
        return found

    def _expression(self, units: list[str], place: int) -> int:
        """How many words from `place` on are one fixed expression; 0 when they are none."""
        if units[place] not in self._openings:
            return 0
        lengths = range(min(_LONGEST_EXPRESSION, len(units) - place), 1, -1)
        return next((length for length in lengths if tuple(units[place : place + length]) in self._expressions), 0)

    def _recognise(self, word: str, stem: str, closer: bool, found: ParsedWords) -> bool:
        if word in self._terms:
            found.add(self._terms[word], 1.0)
        elif not word.isdigit():
            if stem not in self._by_stem:
                return closer and self._look_closer(word, found)
            found.add(self._by_stem[stem], 1.0)
        return True

    def _look_closer(self, word: str, found: ParsedWords) -> bool:
        ways = (self._sounds_like, self._has_parts, self._slip, self._has_head)
        return any(way(word, found) for way in ways)

    def _sounds_like(self, word: str, found: ParsedWords) -> bool:
        heard = sound(word, self._taal.sounds) if self._taal.sounds and len(word) >= _SHORTEST_SOUND else None
        if heard not in self._by_sound:
            return False
        found.add(self._by_sound[heard], _BY_SOUND)
        return True

    def _has_parts(self, word: str, found: ParsedWords) -> bool:
        """A compound of two known words (`ziekenhuisafspraak`); the longest first part wins."""
        for cut in range(len(word) - _SHORTEST_PART, _SHORTEST_PART - 1, -1):
            first, second = word[:cut], word[cut:]
            if first not in self._terms:
                first = first.removesuffix("s")
            if len(first) >= _SHORTEST_PART and first in self._terms and second in self._terms:
                found.add(self._terms[first], _BY_PARTS)
                found.add(self._terms[second], _BY_PARTS)
                return True
        return False

    def _slip(self, word: str, found: ParsedWords) -> bool:
        """One or two slips of the finger away from a known word (optimal string alignment)."""
        choices = self._near.get((word[0], len(word)), ())
        from rapidfuzz import process  # with the first slip: it takes megabytes
        from rapidfuzz.distance import OSA

        near = process.extractOne(word, choices, scorer=OSA.distance, score_cutoff=_slips(len(word)))
        if near is None:
            return False
        found.add(self._terms[near[0]], 1 - near[1] / len(word))
        return True

    def _has_head(self, word: str, found: ParsedWords) -> bool:
        """A compound that ends in a known word (`alvleesklierkanker`): its last part says what it is."""
        for cut in range(_SHORTEST_PART, len(word) - _LONG_ENOUGH + 1):
            if word[cut:] in self._terms:
                found.add(self._terms[word[cut:]], _BY_HEAD)
                return True
        return False


def _slips(length: int) -> int:
    return 0 if length < _LONG_ENOUGH else 1 if length < _LONG else 2
