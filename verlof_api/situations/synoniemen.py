"""Words that mean the same when a life situation is searched for: rules/synoniemen.<taal>.yaml."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from verlof_api.law.errors import Loaded, RuleError
from verlof_api.law.folder import Folder
from verlof_api.law.strict_yaml import Document
from verlof_api.law.suggest import meant


@dataclass(frozen=True)
class Synoniemen:
    """The words of one language.

    `vulwoorden` say nothing and may stand anywhere; `stopwoorden` say little on their own but can be part of a fixed
    expression; `begrippen`: per concept the words and expressions for it; `algemeen`: the concepts that say little on
    their own, such as whom it is about; `bijzaken`: those that can be said beside any question, such as how one works;
    `dubbelzinnig`: what people say for several situations.
    """

    vulwoorden: frozenset[str]
    stopwoorden: frozenset[str]
    begrippen: Mapping[str, tuple[str, ...]]
    algemeen: frozenset[str]
    bijzaken: frozenset[str] = frozenset()
    dubbelzinnig: tuple[str, ...] = ()


def load_synoniemen(folder: Folder) -> Loaded[dict[str, Synoniemen]]:
    """The synonyms per language. A folder without them gives nothing: no mistake."""
    synoniemen, errors = {}, list[RuleError]()
    for taal in folder.talen:
        document = folder.documents.get(f"synoniemen.{taal}.yaml")
        if document is None:
            continue
        data = document.data
        errors.extend(_ambiguous(document))
        errors.extend(_with_fillers(document))
        errors.extend(
            document.error(
                (part, index), f"het begrip `{begrip}` staat niet in dit bestand{meant(data['begrippen'], begrip)}"
            )
            for part in ("algemeen", "bijzaken")
            for index, begrip in enumerate(data.get(part, ()))
            if begrip not in data["begrippen"]
        )
        synoniemen[taal] = Synoniemen(
            frozenset(data["vulwoorden"]),
            frozenset(data["stopwoorden"]),
            {begrip: tuple(variants) for begrip, variants in data["begrippen"].items()},
            frozenset(data["algemeen"]),
            frozenset(data.get("bijzaken", ())),
            tuple(data.get("dubbelzinnig", ())),
        )
    return Loaded(synoniemen, tuple(errors))


def _ambiguous(document: Document) -> Iterable[RuleError]:
    """Words with two meanings: then the search would not know which one is meant."""
    data, meanings = document.data, dict[str, str]()
    lists: dict[tuple[str, ...], list[str]] = {(part,): data[part] for part in ("vulwoorden", "stopwoorden")}
    lists |= {("begrippen", begrip): variants for begrip, variants in data["begrippen"].items()}
    for path, words in lists.items():
        for index, word in enumerate(words):
            if word in meanings:
                yield document.error((*path, index), f"`{word}` staat ook onder {meanings[word]}")
            meanings[word] = path[-1]


def _with_fillers(document: Document) -> Iterable[RuleError]:
    """Expressions with a filler word: that word is dropped, and what is left may mean something else."""
    fillers = frozenset(document.data["vulwoorden"])
    for begrip, variants in document.data["begrippen"].items():
        for index, variant in enumerate(variants):
            for word in variant.split():
                if word in fillers:
                    yield document.error(
                        ("begrippen", begrip, index), f"`{variant}`: laat `{word}` weg, dat is een vulwoord"
                    )
