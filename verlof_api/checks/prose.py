"""What a text is made of: its sentences, its words, its placeholders and the names of laws it ends with."""

import re
from collections.abc import Sequence

_PLACEHOLDER = re.compile(r"\{([^{}]*)\}")
_BRACKETS = re.compile(r"\(([^()]*)\)")
_SOURCE = re.compile(r"\{artikel|[A-Z][A-Za-z]+(,|$)")  # a law, perhaps with its articles or another law
# A sentence ends in a full stop, question or exclamation mark before a space and something that can begin another.
_BETWEEN_SENTENCES = re.compile(r"(?<=[.?!])[\"')\]]*\s+(?=[^\Wa-z_]|[\"'(\[{])|\n+")
_WORD = re.compile(r"[^\W_](?:[\w'’.,-]*[^\W_])?")


def placeholders(text: str) -> tuple[str, ...]:
    """The names between braces, in order of the alphabet.

    >>> placeholders("Vanaf {eersteDag}, {urenPerWeek} uur")
    ('eersteDag', 'urenPerWeek')
    """
    return tuple(sorted(_PLACEHOLDER.findall(text)))


def named_in_brackets(text: str) -> tuple[str, ...]:
    """The parts of what stands in round brackets, such as the names of laws.

    >>> named_in_brackets("Meld je ziek (BW, Ziektewet).")
    ('BW', 'Ziektewet')
    """
    return tuple(part.strip() for inside in _BRACKETS.findall(text) for part in inside.split(","))


def sentences(text: str) -> Sequence[Sequence[str]]:
    """The words per sentence, as somebody reads them: a value is one word, a source in brackets is not read.

    >>> sentences("Vraag 1,5 dag (Wazo). Kan dat vanaf {eersteDag}?")
    [['Vraag', '1,5', 'dag'], ['Kan', 'dat', 'vanaf', 'waarde']]
    """
    read = _PLACEHOLDER.sub("waarde", _BRACKETS.sub(_only_words, text))
    split = (_WORD.findall(sentence) for sentence in _BETWEEN_SENTENCES.split(read))
    return [words for words in split if words]


def _only_words(found: re.Match[str]) -> str:
    """Nothing for a law or an article, otherwise what stands in the brackets."""
    return "" if _SOURCE.match(found[1]) else found[0]
