"""The known word that was probably meant, found among our own words only."""

from collections.abc import Iterable
from difflib import get_close_matches

# Longer words are not typing errors, and comparing them would cost time.
_LONGEST = 60
_CLOSE = 0.72


def _bare(word: str) -> str:
    """A word without what people vary: capitals, hyphens, underscores, spaces."""
    return word.lower().replace("_", "").replace("-", "").replace(" ", "")


def meant(known: Iterable[str], word: object) -> str:
    """What to say after a word that is not among the known: which one is near; nothing when none is.

    >>> meant(["tuin", "leeftijd"], "tuim"), meant(["tuin"], "leeftijd")
    ('; bedoel je `tuin`?', '')
    """
    near = nearest(known, word)
    return f"; bedoel je `{near}`?" if near is not None else ""


def nearest(known: Iterable[str], word: object) -> str | None:
    """The one of `known` that was probably meant."""
    return Vocabulary(map(str, known)).nearest(word)


class Vocabulary:
    """The known words of one kind.

    >>> facts = Vocabulary(["urenPerWeek", "dagloon", "wazo.geboorteverlof"])
    >>> facts.nearest("uren_per_week"), facts.nearest("dagloom"), facts.nearest("geboorteverlof"), facts.nearest("x")
    ('urenPerWeek', 'dagloon', 'wazo.geboorteverlof', None)
    """

    def __init__(self, words: Iterable[str]) -> None:
        self._words: dict[str, str] = {}
        for word in words:
            self._words[_bare(word)] = word
            # the part after the law is what people call a leave; a full name always wins over such a part
            self._words.setdefault(_bare(word.rpartition(".")[2]), word)

    def nearest(self, word: object) -> str | None:
        if not isinstance(word, str) or len(word) > _LONGEST:
            return None
        close = get_close_matches(_bare(word), self._words, n=1, cutoff=_CLOSE)
        return self._words[close[0]] if close else None
