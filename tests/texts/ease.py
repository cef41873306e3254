"""How easy a text is to read: Flesch reading ease for English, with the weights of Douma for Dutch."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

import pyphen

from verlof_api.checks.prose import sentences
from verlof_api.checks.schrijfwijzer import CheckedText, Schrijfwijzer

# Where a word may be broken is a border between syllables, but a single vowel is never broken off (oma, about). So a
# word has as many syllables as it has parts or groups of vowels, whichever are more.
_HYPHENATION: Mapping[str, pyphen.Pyphen] = {"nl": pyphen.Pyphen(lang="nl_NL"), "en": pyphen.Pyphen(lang="en_US")}
_VOWELS = re.compile("[ëïöü]?[aeiouyáéèê]+|[ëïöü]")
_SILENT: Mapping[str, re.Pattern[str]] = {
    "nl": re.compile("(?!)"),
    "en": re.compile(r"(?<=\w\w[^l])es?$|(?<=[^td])ed$"),
}


@dataclass(frozen=True)
class Formula:
    """`whole` minus so much per word in a sentence and so much per syllable in a word."""

    whole: float
    per_word: float
    per_syllable: float


FORMULAS: Mapping[str, Formula] = {
    "nl": Formula(206.835, 0.93, 77.0),  # Flesch-Douma
    "en": Formula(206.835, 1.015, 84.6),  # Flesch
}


def syllables(word: str, taal: str) -> int:
    """The number of syllables; a number counts for one.

    >>> [syllables(word, "nl") for word in ("kind", "oma", "werkgever", "ouderschapsverlof", "38")]
    [1, 2, 3, 5, 1]
    """
    return sum(_of_part(part, taal) for part in re.findall(r"[^\W\d_]+", word.lower())) or 1


def _of_part(part: str, taal: str) -> int:
    heard = _SILENT[taal].sub("", part)
    return max(len(_HYPHENATION[taal].inserted(part).split("-")), len(_VOWELS.findall(heard)))


def read_sentences(texts: Iterable[str], terms: re.Pattern[str]) -> list[list[str]]:
    """The words per sentence of all texts together, without the terms that no writer can avoid."""
    return [list(sentence) for text in texts for sentence in sentences(terms.sub("", text))]


def reading_ease(read: list[list[str]], taal: str) -> float:
    """From 0 (very hard) to 100 (very easy), for at least one sentence."""
    formula = FORMULAS[taal]
    words = [word for sentence in read for word in sentence]
    per_sentence = len(words) / len(read)
    per_word = sum(syllables(word, taal) for word in words) / len(words)
    return formula.whole - formula.per_word * per_sentence - formula.per_syllable * per_word


def hard_to_read(texts: Iterable[CheckedText], schrijfwijzer: Schrijfwijzer) -> Iterator[str]:
    """The texts that are harder than the style guide has it, and the files that are so as a whole."""
    files: dict[tuple[str, str], list[list[str]]] = defaultdict(list)
    for text in texts:
        read = read_sentences([text.words], schrijfwijzer.terms[text.taal])
        files[text.file, text.taal] += read
        yield from _hard(f"{text.file}:{text.words.line}", "tekst", read, text.taal, schrijfwijzer)
    for (file, taal), read in files.items():
        yield from _hard(file, "bestand", read, taal, schrijfwijzer)


def _hard(where: str, unit: str, read: list[list[str]], taal: str, schrijfwijzer: Schrijfwijzer) -> Iterator[str]:
    if sum(map(len, read)) < schrijfwijzer.ease_from[unit]:
        return
    ease, least = reading_ease(read, taal), schrijfwijzer.ease[taal][unit]
    if ease < least:
        yield f"{where}: reading ease {ease:.0f}, at least {least:.0f}: {' '.join(read[0])} …"
