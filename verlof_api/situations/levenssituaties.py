"""Life situations: what people come with, in their own words, and what that already says.

Read from rules/situaties.yaml (leaves, preset facts, audience) and rules/situaties.<taal>.yaml (words). A situation
decides nothing: it names the leaves it can be about and fills in facts that its sentence says.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import NotRequired, TypedDict

from verlof_api.law.errors import Loaded, RuleError
from verlof_api.law.feit import Feit
from verlof_api.law.folder import Folder, missing
from verlof_api.law.regelboek import Rulebook
from verlof_api.law.strict_yaml import Document, Passage
from verlof_api.law.suggest import meant
from verlof_api.law.violations import written

SITUATIES = "situaties.yaml"


@dataclass(frozen=True)
class LevenssituatieTekst:
    """`titel`: the sentence as someone says it; `verwijzing`: the answer that lies outside the law of leave; `groep`:
    the kind of moment it belongs to, in a few words."""

    titel: Passage
    kort: Passage
    zoekwoorden: tuple[Passage, ...]
    verwijzing: Passage | None = None
    groep: Passage | None = None


@dataclass(frozen=True)
class Levenssituatie:
    """One situation.

    `verlofsoorten`: ids in the order to use them; empty when there is nothing to assess, then there is a `verwijzing`.
    `feiten`: preset facts as JSON-like values (bool, int, str). `navragen`: facts of which the sentence says that they
    play a part but not how: no default or assumption holds for them here. `doelgroep`: werknemer, zelfstandige or hr.
    `groep`: the kind of moment, None in a folder that has no groups.
    """

    id: str
    verlofsoorten: tuple[str, ...]
    feiten: Mapping[str, object]
    navragen: tuple[str, ...]
    doelgroep: str
    verwijzing: str | None
    teksten: Mapping[str, LevenssituatieTekst]
    groep: str | None = None


class _Situatie(TypedDict):
    """A situation as situaties.yaml has it."""

    verlofsoorten: list[str]
    feiten: dict[str, object]
    navragen: NotRequired[list[str]]
    doelgroep: str
    verwijzing: NotRequired[str]
    groep: NotRequired[str]


class _SituationWords(TypedDict):
    titel: Passage
    kort: Passage
    zoekwoorden: list[Passage]


class _SituationTexts(TypedDict):
    """The words of one language, as situaties.<taal>.yaml has them."""

    situaties: dict[str, _SituationWords]
    verwijzingen: NotRequired[dict[str, Passage]]
    groepen: NotRequired[dict[str, Passage]]


def load_levenssituaties(folder: Folder, rulebook: Rulebook) -> Loaded[dict[str, Levenssituatie]]:
    """The situations by id, in the order of the file. A folder without situaties.yaml has none: no mistake."""
    if SITUATIES not in folder:
        return Loaded({})
    absent = tuple(missing(folder, folder.words_of(SITUATIES)))
    if absent:
        return Loaded(None, absent)
    document, known = folder[SITUATIES], frozenset(rulebook.verlofsoorten)
    texts = {taal: folder[f"situaties.{taal}.yaml"] for taal in folder.talen}
    errors: list[RuleError] = []
    for id, situatie in document.data.items():
        errors.extend(_unknown_leaves(document, id, situatie, known))
        errors.extend(_wrong_facts(document, id, situatie, rulebook.feiten))
    for text in texts.values():
        errors.extend(_wrong_words(document, text))
    words = {taal: text.located() for taal, text in texts.items()}
    if errors:
        return Loaded(None, tuple(errors))
    return Loaded({id: _levenssituatie(id, situatie, words) for id, situatie in document.data.items()})


def _levenssituatie(id: str, situatie: _Situatie, words: Mapping[str, _SituationTexts]) -> Levenssituatie:
    teksten = {}
    for taal, tree in words.items():
        own = tree["situaties"].get(id)
        if own is not None:
            pointer = tree.get("verwijzingen", {}).get(situatie.get("verwijzing", ""))
            groep = tree.get("groepen", {}).get(situatie.get("groep", ""))
            teksten[taal] = LevenssituatieTekst(own["titel"], own["kort"], tuple(own["zoekwoorden"]), pointer, groep)
    return Levenssituatie(
        id,
        tuple(situatie["verlofsoorten"]),
        dict(situatie["feiten"]),
        tuple(situatie.get("navragen", ())),
        situatie["doelgroep"],
        situatie.get("verwijzing"),
        teksten,
        situatie.get("groep"),
    )


def _unknown_leaves(document: Document, id: str, situatie: _Situatie, known: frozenset[str]) -> Iterable[RuleError]:
    for index, leave in enumerate(situatie["verlofsoorten"]):
        if leave not in known:
            yield document.error(
                (id, "verlofsoorten", index), f"het verlof `{leave}` bestaat niet{meant(known, leave)}"
            )


def _wrong_facts(document: Document, id: str, situatie: _Situatie, feiten: Mapping[str, Feit]) -> Iterable[RuleError]:
    for name, value in situatie["feiten"].items():
        problem = (
            _problem(feiten[name], value) if name in feiten else f"het feit `{name}` bestaat niet{meant(feiten, name)}"
        )
        if problem is not None:
            yield document.error((id, "feiten", name), problem)
    for index, name in enumerate(situatie.get("navragen", ())):
        place = (id, "navragen", index)
        if name not in feiten:
            yield document.error(place, f"het feit `{name}` bestaat niet{meant(feiten, name)}")
        elif name in situatie["feiten"]:
            yield document.error(place, f"`{name}` staat al onder `feiten`, dus er is niets na te vragen")


def _problem(feit: Feit, value: object) -> str | None:
    """Why `value` cannot be preset for this fact, or None."""
    match feit.type:
        case "bool":
            return None if isinstance(value, bool) else f"`{feit.id}` is true of false"
        case "enum":
            return (
                None
                if value in feit.opties
                else f"`{feit.id}` heeft de optie `{written(value)}` niet{meant(feit.opties, value)}"
            )
        case "int":
            if isinstance(value, bool) or not isinstance(value, int):
                return f"`{feit.id}` is een heel getal"
            low, high = feit.bereik or (value, value)
            return None if low <= value <= high else f"`{feit.id}` ligt tussen {low} en {high}"
        case "date":
            return None if _is_day(value) else f"`{feit.id}` is een datum: schrijf jaar-maand-dag, zoals 2026-11-22"
        case other:
            return f"`{feit.id}` kan hier niet staan: van een {other} is geen zin te maken"


def _is_day(value: object) -> bool:
    try:
        return isinstance(value, str) and date.fromisoformat(value).isoformat() == value
    except ValueError:
        return False


def _wrong_words(document: Document, text: Document) -> Iterable[RuleError]:
    """Situations, pointers and groups without words, words that nothing uses, and words that were used before."""
    situaties, parts = text.data["situaties"], [("situaties", set(document.data), text.data["situaties"])]
    for part, key in (("verwijzingen", "verwijzing"), ("groepen", "groep")):
        used = {each[key] for each in document.data.values() if key in each}
        parts.append((part, used, text.data.get(part, {})))
    for part, needed, given in parts:
        for id in sorted(needed - set(given)):
            yield RuleError(text.file, 1, f"{part}: `{id}` heeft geen tekst")
        for id in sorted(set(given) - needed):
            yield text.error((part, id), f"{part}: niets gebruikt `{id}`")
    for field in ("titel", "kort"):
        seen: dict[str, str] = {}
        for id, words in situaties.items():
            if words[field] in seen:
                yield text.error(("situaties", id, field), f"{field}: `{seen[words[field]]}` zegt hetzelfde")
            seen[words[field]] = id
