"""What comes into the calendar, with how many days' notice, and in which words (rules/agenda.yaml and its words)."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import reduce
from operator import getitem

from verlof_api.law.errors import Loaded, RuleError
from verlof_api.law.folder import Folder, missing
from verlof_api.law.regelboek import Rulebook
from verlof_api.law.strict_yaml import Document, Tree
from verlof_api.law.suggest import meant
from verlof_api.law.values import not_filled_in, passages

AGENDA = "agenda.yaml"
_WITH_IDS = ("termijnen", "rechtsmiddelen")
_VALUES: Mapping[str, frozenset[str]] = {
    "gebeurtenissen": frozenset({"verlof"}),
    "termijnen": frozenset({"verlof"}),
    "rechtsmiddelen": frozenset({"verlof"}),
    "zinnen": frozenset({"titel", "wet", "bron", "een", "ander"}),
}


@dataclass(frozen=True)
class CalendarBook:
    """What the calendar needs.

    `begin`, `einde`: the facts that tell the wanted days; `alarm`: days before, per event; `uur`: when it sounds;
    `vanaf`: terms that are a first day rather than a last one; `zegt_al`: per term, those that say the same already;
    `na`: per term, the fact that it follows on; `gedaan`: per term, the fact that tells on which day it was done;
    `niet_bij`: per term, the warnings with which its day does not count;
    `rechtsmiddelen`: the last days to go against an answer that come into the calendar.
    """

    begin: str
    einde: str
    uur: int
    alarm: Mapping[str, tuple[int, ...]]
    vanaf: frozenset[str]
    behalve_bij: frozenset[str]
    zegt_al: Mapping[str, frozenset[str]]
    na: Mapping[str, str]
    gedaan: Mapping[str, str]
    niet_bij: Mapping[str, frozenset[str]]
    periode_is_verlof: frozenset[str]
    rechtsmiddelen: frozenset[str]
    woorden: Mapping[str, Tree]

    def naam(self, verlof: str, naam: str, taal: str) -> str:
        return str(self.woorden[taal].get("namen", {}).get(verlof, naam))

    def has_own_words(self, verlof: str, id: str) -> bool:
        """Whether a term reads differently for this leave."""
        return any(id in words.get("bij-verlof", {}).get(verlof, {}) for words in self.woorden.values())

    def over(self, id: str, taal: str, eigen: str | None = None) -> Mapping[str, str]:
        """Title and text of an event: of a term, or of what is no term. `eigen`: the leave whose own words it has."""
        words = self.woorden[taal]
        if eigen is not None:
            own: Mapping[str, str] = words["bij-verlof"][eigen][id]
            return own
        section = next(part for part in ("termijnen", "gebeurtenissen", "rechtsmiddelen") if id in words[part])
        found: Mapping[str, str] = words[section][id]
        return found


def load_agenda(folder: Folder, rulebook: Rulebook) -> Loaded[CalendarBook]:
    """The calendar part of the rules."""
    absent = tuple(missing(folder, [AGENDA, *folder.words_of(AGENDA)]))
    if absent:
        return Loaded(None, absent)
    document = folder[AGENDA]
    tree = document.data
    errors = list(_wrong_names(document, rulebook))
    for taal in folder.talen:
        errors.extend(_wrong_words(document, folder[f"agenda.{taal}.yaml"], rulebook))
    if errors:
        return Loaded(None, tuple(errors))
    alarm = {id: tuple(each["alarm"]) for part in _WITH_IDS for id, each in tree[part].items()}
    for id, days in (
        ("verlof", tree["verlof"]),
        ("begin", tree["verlof"]),
        ("venster", tree["venster"]),
        ("vanaf", tree["vanaf"]),
    ):
        alarm[id] = tuple(days["alarm"])
    agenda = CalendarBook(
        begin=tree["verlof"]["begin"],
        einde=tree["verlof"]["einde"],
        uur=tree["uur"],
        alarm=alarm,
        vanaf=frozenset(id for id, each in tree["termijnen"].items() if each.get("vanaf")),
        behalve_bij=frozenset(tree["venster"]["behalve-bij"]),
        zegt_al={id: frozenset(each.get("behalve-bij", ())) for id, each in tree["termijnen"].items()},
        na=_facts("na", tree),
        gedaan=_facts("gedaan", tree),
        niet_bij={id: frozenset(each["niet-bij"]) for id, each in tree["termijnen"].items() if "niet-bij" in each},
        periode_is_verlof=frozenset(tree["periode-is-verlof"]),
        rechtsmiddelen=frozenset(tree["rechtsmiddelen"]),
        woorden={taal: folder[f"agenda.{taal}.yaml"].data for taal in folder.talen},
    )
    return Loaded(agenda)


def _facts(key: str, tree: Tree) -> dict[str, str]:
    """Per term the fact that stands under `key`."""
    return {id: each[key] for id, each in tree["termijnen"].items() if key in each}


def _wrong_names(document: Document, rulebook: Rulebook) -> Iterator[RuleError]:
    tree = document.data
    days: list[tuple[str, ...]] = [("verlof", name) for name in ("begin", "einde")]
    days += [("termijnen", id, key) for key in ("na", "gedaan") for id in _facts(key, tree)]
    for path in days:
        name = str(reduce(getitem, path, tree))
        feit = rulebook.feiten.get(name)
        if feit is None or feit.type != "date":
            yield document.error(path, f"`{name}` is geen feit met een datum")
    for index, id in enumerate(tree["periode-is-verlof"]):
        if id not in rulebook.verlofsoorten:
            yield document.error(
                ("periode-is-verlof", index), f"het verlof `{id}` bestaat niet{meant(rulebook.verlofsoorten, id)}"
            )
    used = {t.id for soort in rulebook.verlofsoorten.values() for v in soort.versies for t in v.termijnen}
    for id in sorted(used - set(tree["termijnen"])):
        yield document.error(("termijnen",), f"termijnen: `{id}` ontbreekt")
    for id in sorted(set(tree["termijnen"]) - used):
        yield document.error(("termijnen", id), f"termijnen: geen verlof heeft de termijn `{id}`{meant(used, id)}")


def _wrong_words(agenda: Document, words: Document, rulebook: Rulebook) -> Iterator[RuleError]:
    tree = words.data
    for part in _WITH_IDS:
        for id in sorted(set(agenda.data[part]) - set(tree[part])):
            yield RuleError(words.file, 1, f"{part}: `{id}` heeft geen tekst")
        for id in sorted(set(tree[part]) - set(agenda.data[part])):
            yield words.error((part, id), f"{part}: niets gebruikt `{id}`")
    for id in tree.get("namen", {}):
        if id not in rulebook.verlofsoorten:
            yield words.error(("namen", id), f"het verlof `{id}` bestaat niet{meant(rulebook.verlofsoorten, id)}")
    yield from _wrong_own_words(words, rulebook)
    located = words.located()
    for section, known in _VALUES.items():
        for text in passages(located[section]):
            yield from not_filled_in(text, known)


def _wrong_own_words(words: Document, rulebook: Rulebook) -> Iterator[RuleError]:
    """Words for a leave that does not exist, or for a term that it does not have."""
    for verlof, terms in words.data.get("bij-verlof", {}).items():
        soort = rulebook.verlofsoorten.get(verlof)
        if soort is None:
            yield words.error(
                ("bij-verlof", verlof), f"het verlof `{verlof}` bestaat niet{meant(rulebook.verlofsoorten, verlof)}"
            )
            continue
        used = {termijn.id for versie in soort.versies for termijn in versie.termijnen}
        for id in sorted(set(terms) - used):
            yield words.error(("bij-verlof", verlof, id), f"`{verlof}` heeft geen termijn `{id}`")
        for woorden in words.located()["bij-verlof"][verlof].values():
            for text in passages(woorden):
                yield from not_filled_in(text, _VALUES["termijnen"])
