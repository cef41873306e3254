"""Words that mean the same when a life situation is searched for: rules/synoniemen.<taal>.yaml."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from verlof_api.rulebook import model
from verlof_api.rulebook.documents import Folder
from verlof_api.rulebook.errors import RuleError
from verlof_api.rulebook.strict_yaml import Document


@dataclass(frozen=True)
class Synoniemen:
    """The words of one language.

    `vulwoorden` say nothing and may stand anywhere; `stopwoorden` say nothing on their own but can be part of a fixed
    expression; `begrippen`: per concept the words and expressions for it.
    """

    vulwoorden: frozenset[str]
    stopwoorden: frozenset[str]
    begrippen: Mapping[str, tuple[str, ...]]


def load_synoniemen(folder: Folder) -> tuple[dict[str, Synoniemen], list[RuleError]]:
    """The synonyms per language, and everything that is wrong with them. A folder without them gives nothing."""
    synoniemen, errors = {}, list[RuleError]()
    for taal in model.TALEN:
        document = folder.documents.get(f"synoniemen.{taal}.yaml")
        if document is None:
            continue
        data = document.data
        errors.extend(_double(document))
        synoniemen[taal] = Synoniemen(
            frozenset(data["vulwoorden"]),
            frozenset(data["stopwoorden"]),
            {begrip: tuple(variants) for begrip, variants in data["begrippen"].items()},
        )
    return synoniemen, errors


def _double(document: Document) -> Iterable[RuleError]:
    """Words with two meanings: then the search would not know which one is meant."""
    meanings: dict[str, str] = {word: "vulwoorden" for word in document.data["vulwoorden"]}
    others = {("stopwoorden",): document.data["stopwoorden"]}
    others |= {("begrippen", begrip): variants for begrip, variants in document.data["begrippen"].items()}
    for path, words in others.items():
        for index, word in enumerate(words):
            if word in meanings:
                yield document.error((*path, index), f"`{word}` stands under {meanings[word]} too")
            meanings[word] = path[-1]
