"""Does the contract, openapi.yaml, know every leave, fact and situation of the rules?"""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from verlof_api.law.errors import RuleError
from verlof_api.law.regelboek import Rulebook
from verlof_api.law.strict_yaml import Document, Tree, parse
from verlof_api.situations import SituationBook

FILE: Final = "openapi.yaml"
_SCHEMAS: Final = ("components", "schemas")


def contract(root: Path, rulebook: Rulebook, situaties: SituationBook) -> Iterator[RuleError]:
    """The ids that the contract beside the rules folder `root` misses, each with the line after which it belongs, and
    those that it has too many. A folder without a contract beside it is held to none."""
    path = root.parent / FILE
    if not path.is_file():
        return
    document = parse(path.read_text("utf-8"), FILE)
    if document.errors:
        yield from document.errors
        return
    for schema, ids in (
        ("VerlofsoortId", rulebook.verlofsoorten),
        ("FeitId", rulebook.feiten),
        ("SituatieId", situaties.levenssituaties),
    ):
        yield from _missing(document, (*_SCHEMAS, schema), ids)
    yield from _untold(document, rulebook)


def _missing(document: Document, place: tuple[str, ...], ids: Iterable[str]) -> Iterator[RuleError]:
    """What differs between the ids of the rules and an enumeration."""
    known: list[str] = _at(document.data, place).get("enum", [])
    name = place[-1]
    for id in ids:
        if id not in known:
            end: tuple[str | int, ...] = (*place, "enum", len(known) - 1)
            yield document.error(end, f"`{id}` staat niet bij {name}: zet het hieronder, anders breekt het contract")
    for index, id in enumerate(known):
        if id not in set(ids):
            yield document.error((*place, "enum", index), f"`{id}` bij {name} staat niet in de regels")


def _untold(document: Document, rulebook: Rulebook) -> Iterator[RuleError]:
    """Facts that nobody can tell: they are no property of a situation."""
    place = (*_SCHEMAS, "Feiten", "properties")
    known = _at(document.data, place)
    for id in rulebook.feiten:
        if known and id not in known:
            yield document.error(place, f"het feit `{id}` staat niet onder Feiten: zet het daarbij")


def _at(data: object, place: tuple[str, ...]) -> Tree:
    """What stands at a place; nothing when the contract has no such place."""
    for key in place:
        data = data.get(key, {}) if isinstance(data, dict) else {}
    return data if isinstance(data, dict) else {}
