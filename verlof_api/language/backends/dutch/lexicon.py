"""What the names of a rule are called in a sentence, and which name a sentence means."""

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from verlof_api.language.backends.dutch.grammar import stands_bare

_NEXT_WORD = re.compile(r"(?<=[a-z])(?=[A-Z0-9])|(?<=[0-9])(?=[A-Z])")


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a name in a sentence stands for: a name of the rules, perhaps what it says of one leave (`verlof`), or a
    property of the option that it has (`eigenschap`)."""

    naam: str
    verlof: str | None = None
    eigenschap: str | None = None

    @classmethod
    def of_key(cls, key: str) -> "Meaning":
        """What a node with this name means: a per-leave fact stands there as `fact@leave`."""
        naam, _, verlof = key.partition("@")
        return cls(naam, verlof or None)

    def __str__(self) -> str:
        """As it is written in a rule."""
        if self.eigenschap is not None:
            return f"{self.naam}.{self.eigenschap}"
        return self.naam if self.verlof is None else f"{self.naam} bij {self.verlof}"


def spoken(name: str) -> str:
    """The words of a name of the rules.

    >>> spoken("uitersteDag"), spoken("kringTot2015")
    ('uiterste dag', 'kring tot 2015')
    """
    return " ".join(_NEXT_WORD.split(name)).lower()


class Lexicon:
    """The names that sentences can use, each with words of its own.

    `labels`: what each is called. Words that could be read in more than one way get quotes; of two things with the same
    words both go by their name in the rules, in quotes. `nooit_bekend`: the name of a value that can be without any
    definition, so that its tree no longer has a name. `verlof`: the leave whose rule this is; what a per-leave
    fact says of that one needs no leave beside it.
    """

    def __init__(
        self, labels: Mapping[Meaning, str], nooit_bekend: Meaning | None = None, verlof: str | None = None
    ) -> None:
        often = Counter(label.lower() for label in labels.values())
        own_names = {str(meaning).lower() for meaning in labels}
        self._words: dict[Meaning, str] = {}
        for meaning, label in labels.items():
            taken = often[label.lower()] > 1 or '"' in label or (" " not in label and not stands_bare(label))
            also_a_name = label.lower() in own_names and label.lower() != str(meaning).lower()
            self._words[meaning] = f'"{meaning}"' if taken or also_a_name else _marked(label)
        self._nooit_bekend, self._verlof = nooit_bekend, verlof
        self._meanings = {words: meaning for meaning, words in self._words.items()}

    def words(self, meaning: Meaning) -> str:
        """The words for this name, with the quotes that they need. Raises KeyError for a name that is not here."""
        if meaning.verlof is not None and meaning.verlof == self._verlof:
            return self._words[Meaning(meaning.naam)]
        return self._words[meaning]

    @property
    def never_known(self) -> Meaning:
        """The name of a value that is never known. Raises KeyError where the rules have no such name."""
        if self._nooit_bekend is None:
            raise KeyError("a value that is never known")
        return self._nooit_bekend

    def meaning(self, words: str) -> Meaning | None:
        """What these words (with their quotes) mean; None when nothing is called so."""
        return self._meanings.get(words)


def _marked(label: str) -> str:
    return label if stands_bare(label) else f'"{label}"'
