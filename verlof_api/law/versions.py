"""`zoals`: a version of a leave written as the previous text plus its amendments, the way laws are amended."""

from collections.abc import Iterator

from verlof_api.law.errors import RuleError
from verlof_api.law.strict_yaml import Passage, Tree
from verlof_api.law.suggest import meant

_IDENTITY = {
    "voorwaarden": ("id", "gebruik"),
    "termijnen": ("id",),
    "stappen": ("id",),
    "waarschuwingen": ("woorden", "code"),
}
_OF_ITSELF = frozenset({"onderbroken", "onzichtbaar"})  # what a version says of itself, and no later one takes over
_NAMED = ("aannames", "afgeleid")
_MERGED_MAPS = ("aannames", "afgeleid", "omvang", "periode", "betaling", "werkgever", "afwijken", "route")


_COMPLETE = {
    "periode": ("van", "tot"),
    "betaling": ("percentage", "grondslag", "door", "bron"),
    "werkgever": ("magWeigeren", "magWijzigen", "bron"),
    "afwijken": ("mag", "bron"),
    "route": ("volgorde",),
}
_CHOICES = ("betaling", "uitkomst", "afwijken")


def written_out(versies: list[Tree], errors: list[RuleError]) -> list[Tree]:
    """Every version in full: each `zoals` replaced by the version it names, amended.

    A `zoals` must name the `van` of an earlier version of the same leave; otherwise an error is added.
    """
    full: dict[str, Tree] = {}
    for versie in versies:
        zoals: Passage | None = versie.get("zoals")
        if zoals is not None and zoals not in full:
            errors.append(
                zoals.error(
                    f"`zoals: {zoals}`: op die dag begint geen eerdere versie van dit verlof{meant(full, zoals)}"
                )
            )
            continue
        tree = _amended(full[zoals], versie, errors) if zoals is not None else versie
        van: Passage = versie["geldig"]["van"]
        errors += _twice(versie)
        incomplete = [van.error(message) for message in _incomplete(tree)]
        errors += incomplete
        if van in full:
            errors.append(van.error("de versies staan op volgorde van `van`, en er beginnen er geen twee op één dag"))
        if not incomplete:
            full[van] = tree
    return list(full.values())


def _twice(versie: Tree) -> Iterator[RuleError]:
    """Entries of one list with one identity."""
    for part, names in _IDENTITY.items():
        seen: set[str] = set()
        for entry in _entries(versie, part):
            id = next(entry[name] for name in names if name in entry)
            if id in seen:
                yield id.error(f"{part}: `{id}` staat er twee keer")
            seen.add(id)


def _incomplete(tree: Tree) -> Iterator[str]:
    """What a version misses once it is written in full."""
    for part, keys in _COMPLETE.items():
        value = tree.get(part)
        if isinstance(value, dict):
            missing = [key for key in keys if key not in value]
            if missing:
                yield f"{part}: {', '.join(missing)} staat er niet, en ook niet in de versie waarop deze voortbouwt"
    for part in _CHOICES:
        value = tree.get(part)
        if isinstance(value, list) and "als" in value[-1]:
            yield f"{part}: de laatste van de lijst heeft geen `als`, zodat er altijd een is"


def _amended(base: Tree, change: Tree, errors: list[RuleError]) -> Tree:
    vervalt: list[Passage] = change.get("vervalt", [])
    known = {_identity(key, entry) for key in _IDENTITY for entry in _entries(base, key)}
    known.update(*(base.get(key, {}) for key in _NAMED))
    errors.extend(
        name.error(f"`vervalt: {name}`: staat niet in de versie waarop deze voortbouwt{meant(known, name)}")
        for name in vervalt
        if name not in known
    )
    result = {key: value for key, value in base.items() if key not in _OF_ITSELF}
    for key in _IDENTITY:
        if key in result:
            result[key] = [entry for entry in _entries(base, key) if _identity(key, entry) not in vervalt]
    for key in _NAMED:
        if key in result:
            result[key] = {name: value for name, value in result[key].items() if name not in vervalt}
    for key, value in change.items():
        if key in _IDENTITY:
            result[key] = _by_identity(key, _entries(result, key), value)
        elif key == "betaling" and isinstance(value, dict) and isinstance(result.get(key), list) and "als" not in value:
            place = change["geldig"]["van"]
            errors.append(
                place.error(
                    "betaling: een deel van een betaling past niet op een lijst van betalingen: schrijf de hele lijst"
                )
            )
        elif key in _MERGED_MAPS and isinstance(value, dict) and isinstance(result.get(key), dict):
            result[key] = {**result[key], **value}
        elif key not in ("zoals", "vervalt"):
            result[key] = value
    return result


def _entries(tree: Tree, key: str) -> list[Tree]:
    entries: list[Tree] = tree.get(key, [])
    return entries


def _identity(key: str, entry: Tree) -> str:
    return next(str(entry[name]) for name in _IDENTITY[key] if name in entry)


def _by_identity(key: str, old: list[Tree], new: list[Tree]) -> list[Tree]:
    merged = {_identity(key, entry): entry for entry in old}
    merged.update({_identity(key, entry): entry for entry in new})
    return list(merged.values())
