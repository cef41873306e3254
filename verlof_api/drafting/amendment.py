"""What a change of law changes in one version of a leave: from `betaling.percentage=80` to a new version as YAML."""

from collections.abc import Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from verlof_api.drafting.draft import DraftError
from verlof_api.drafting.emit import as_typed, entry, flow
from verlof_api.law.strict_yaml import Tree
from verlof_api.law.suggest import Vocabulary

# Lists of which each entry has a name of its own, under one of these keys (law/versions.py amends by it).
_NAMED_ENTRIES: Final = {
    "voorwaarden": ("id", "gebruik"),
    "termijnen": ("id",),
    "stappen": ("id",),
    "waarschuwingen": ("woorden", "code"),
}
_OF_THE_VERSION: Final = frozenset({"geldig", "gelezen", "zoals", "vervalt", "onderbroken", "toelichting"})
_SOURCE: Final = "bron"


@dataclass(frozen=True)
class Changed:
    """One value that becomes another; `path` as it was asked, such as `betaling.percentage`. As they stand in YAML."""

    path: str
    old: str
    new: str

    def __str__(self) -> str:
        return f"{self.path} van {self.old} naar {self.new}"


class Amendment:
    """The changes to `base`, a version written out in full, that a new version from `vanaf` makes.

    `kept_sources`: per part the sources that stay beside the article. `places`: what is written anew, a part of the
    version or an entry of it.
    """

    def __init__(self, base: Tree, artikel: str) -> None:
        self._base, self._artikel = base, artikel
        self._parts: Tree = {}
        self.changed: list[Changed] = []
        self.kept_sources: dict[str, str] = {}
        self.places: list[Sequence[str | int]] = []

    def set(self, asked: str) -> None:
        """Take in one change, `path=value`. Raises DraftError when there is no such value, or it is that already."""
        path, sign, text = asked.partition("=")
        path, text = path.strip(), text.strip()
        if not sign or not text:
            raise DraftError(f"`{asked}` kan niet: schrijf wat er verandert en de nieuwe waarde, als naam=waarde.")
        steps = dict(_paths(self._base)).get(path)
        if steps is None:
            raise DraftError(self._unknown(path))
        part, below = str(steps[0]), steps[1:]
        # the whole part, so that several changes of it come together; `lines` writes only what differs
        changed = self._parts.setdefault(part, deepcopy(self._base[part]))
        old, new = at(changed, below), as_typed(text)
        if flow(old) == flow(new):
            raise DraftError(f"`{path}` is al {text}: er verandert niets.")
        self.changed.append(Changed(path, flow(old), flow(new)))
        self.places.append(steps[:2] if isinstance(self._base[part], list) else steps[:1])
        if not below:
            self._parts[part] = new
            return
        at(changed, below[:-1])[below[-1]] = new
        for holder in _holders(changed, below):
            if _SOURCE in holder:
                self._add_source(part, holder)
                break

    def _add_source(self, part: str, holder: dict[str, Any]) -> None:
        """Add the article to the sources of what changed. Those that were there stay, as other values may rest on them,
        but for the article as a whole where a paragraph of it is named now."""
        sources = holder[_SOURCE] if isinstance(holder[_SOURCE], list) else [holder[_SOURCE]]
        before = [source for source in sources if not f"{self._artikel} ".startswith(f"{source} ")]
        if before:
            self.kept_sources[part] = ", ".join(map(str, before))
        holder[_SOURCE] = [*before, self._artikel] if before else self._artikel

    @property
    def kept_formula(self) -> str | None:
        """The size in words, where the size may change and those words do not."""
        formula: str | None = self._base.get("omvang", {}).get("formule")
        parts = {each.path.partition(".")[0] for each in self.changed}
        unchanged = all(each.path != "omvang.formule" for each in self.changed)
        return formula if unchanged and parts & {"omvang", "afgeleid"} else None

    def lines(self, vanaf: date, gelezen: date, indent: int) -> list[str]:
        """The new version as an item of `versies`, from column `indent` on: only what changes, on top of `base`."""
        space = " " * indent
        said = [f"{space}# {changed} ({self._artikel})." for changed in self.changed]
        head = [
            f"{space}- geldig: {{van: {vanaf}}}",
            f"{space}  gelezen: {gelezen}",
            f"{space}  zoals: {self._base['geldig']['van']}",
        ]
        parts = [line for part, tree in self._parts.items() for line in entry(part, self._only(part, tree), indent + 2)]
        return [*said, *head, *parts]

    def _only(self, part: str, tree: object) -> object:
        """Of a part what must be written: the keys of a mapping that changed, the entries of a list that did, and a
        list of choices (payments, outcomes) whole."""
        base = self._base[part]
        if isinstance(tree, dict):
            return {key: value for key, value in tree.items() if flow(value) != flow(base[key]) or key == _SOURCE}
        if part in _NAMED_ENTRIES and isinstance(tree, list):
            return [each for each, before in zip(tree, base, strict=True) if flow(each) != flow(before)]
        return tree

    def _unknown(self, path: str) -> str:
        """That there is no such value, with what was meant or what there is."""
        known = [each for each, _ in _paths(self._base)]
        part, _, name = path.partition(".")
        here = [each.removeprefix(f"{part}.") for each in known if each.startswith(f"{part}.")]
        several = [f"`{part}.{each}`" for each in here if name and each.endswith(f".{name}")]
        if several:
            return f"`{path}` staat hier vaker. Bedoel je {' of '.join(several)}?"
        meant = Vocabulary(here).nearest(name) if here else Vocabulary(known).nearest(path)
        if meant is not None:
            return f"`{path}` bestaat niet bij dit verlof. Bedoel je `{f'{part}.{meant}' if here else meant}`?"
        possible = ", ".join(f"{part}.{each}" for each in here) or ", ".join(known)
        return f"`{path}` bestaat niet bij dit verlof. Wat kan: {possible}. Wat nieuw is, schrijf je zelf."


def _paths(base: Tree) -> Iterator[tuple[str, Sequence[str | int]]]:
    """Every value of a version that can change: how it is asked for, and where it stands."""
    for part, tree in base.items():
        if part not in _OF_THE_VERSION:
            yield from _below(part, (part,), tree, _NAMED_ENTRIES.get(part))


def _below(
    name: str, steps: tuple[str | int, ...], tree: object, named_by: Sequence[str] | None
) -> Iterator[tuple[str, Sequence[str | int]]]:
    if isinstance(tree, dict):
        for key, value in tree.items():
            if key != _SOURCE:
                yield from _below(f"{name}.{key}", (*steps, key), value, None)
    elif isinstance(tree, list) and any(isinstance(each, dict) for each in tree):
        for index, each in enumerate(tree):
            label = str(index + 1) if named_by is None else next(str(each[key]) for key in named_by if key in each)
            yield from _below(f"{name}.{label}", (*steps, index), each, None)
    else:
        yield name, steps


def at(tree: Any, steps: Sequence[str | int]) -> Any:
    for step in steps:
        tree = tree[step]
    return tree


def _holders(tree: object, steps: Sequence[str | int]) -> list[Tree]:
    """The mappings above the value at `steps`, the nearest first."""
    above = [at(tree, steps[:depth]) for depth in reversed(range(len(steps)))]
    return [each for each in above if isinstance(each, dict)]
