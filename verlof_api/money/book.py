"""How amounts add up to months, who waits for money, and the words of it (rules/geldregel.yaml and its words)."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from verlof_api.law import build
from verlof_api.law.bronnen import Bron
from verlof_api.law.errors import Loaded, RuleError
from verlof_api.law.folder import Folder, missing
from verlof_api.law.regelboek import Rulebook
from verlof_api.law.strict_yaml import Document, Tree
from verlof_api.law.values import not_filled_in, passages

GELDREGEL = "geldregel.yaml"
_VALUES: Mapping[str, frozenset[str]] = {
    "grondslag": frozenset(["aantal", "bedrag", "maand", "basis", "verlof", "geheel", "percentage"]),
    "zinnen": frozenset(["dag", "bedrag"]),
}


@dataclass(frozen=True)
class Achteraf:
    """A leave that is paid afterwards; `verzoek`: the term by which the last payment is asked for."""

    verzoek: str
    bronnen: tuple[Bron, ...]


@dataclass(frozen=True)
class MoneyBook:
    """`dagen_per_week`: the days of a week over which is paid; `url`: where net pay can be worked out."""

    dagen_per_week: int
    bronnen: tuple[Bron, ...]
    achteraf: Mapping[str, Achteraf]
    url: str
    woorden: Mapping[str, Tree]


def load_geldregel(folder: Folder, rulebook: Rulebook) -> Loaded[MoneyBook]:
    """The money part of the rules."""
    worded = folder.words_of(GELDREGEL)
    absent = tuple(missing(folder, [GELDREGEL, *worded]))
    if absent:
        return Loaded(None, absent)
    document, errors = folder[GELDREGEL], list[RuleError]()
    tree = document.located()

    def bronnen(tree: Tree) -> tuple[Bron, ...]:
        return build.bronnen(tree, rulebook.wetboek, None, errors)

    for id, each in document.data["achteraf"].items():
        soort = rulebook.verlofsoorten.get(id)
        terms = {term.id for versie in soort.versies for term in versie.termijnen} if soort else set()
        if each["verzoek"] not in terms:
            errors.append(
                document.error(("achteraf", id), f"het verlof `{id}` met een termijn `{each['verzoek']}` bestaat niet")
            )
    for file in worded:
        errors.extend(_open(folder[file]))
    boek = MoneyBook(
        dagen_per_week=tree["betaaldagen"]["per-week"].value,
        bronnen=bronnen(tree["betaaldagen"]),
        achteraf={id: Achteraf(str(each["verzoek"]), bronnen(each)) for id, each in tree["achteraf"].items()},
        url=str(tree["verder"]["netto"]["url"]),
        woorden={taal: folder[f"geldregel.{taal}.yaml"].data for taal in folder.talen},
    )
    return Loaded(boek, tuple(errors))


def _open(words: Document) -> Iterator[RuleError]:
    for section, texts in words.located().items():
        for text in passages(texts):
            yield from not_filled_in(text, _VALUES.get(section, frozenset()))
