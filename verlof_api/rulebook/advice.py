"""What the rules say for advice: the place of a leave in the order of use, and which facts a person can change.

See "Volgorde en verandering" in docs/regels-schrijven.md.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from verlof_api.rulebook.errors import RuleError
from verlof_api.rulebook.strict_yaml import Document, Passage

if TYPE_CHECKING:
    from verlof_api.rulebook.model import Verlofsoort, Versie

Tree = Mapping[str, Any]


@dataclass(frozen=True)
class Route:
    """The place of a leave in the order of use.

    `vast`: it lasts its whole period; `dagen`: it lasts so many days; neither: as long as its balance reaches.
    `hooguit_per_week`: the share of the weekly hours that it may take, so half makes it last twice as long.
    """

    volgorde: int
    vast: bool = False
    dagen: int | None = None
    na: Passage | None = None
    vervult: tuple[Passage, ...] = ()
    deel_van: Passage | None = None
    vlak_voor: tuple[Passage, ...] = ()
    spreiden: bool = False
    uitwijk: bool = False
    hooguit_per_week: float = 1


@dataclass(frozen=True)
class Verandering:
    """What someone can truthfully do about a fact: bring it to `naar`, or (`kies`) choose another value.

    `mits`: a fact and the values of it that leave this open; `tenzij`: the fact that closes it once it is told;
    `na`: the leave that is used first; `vanaf`: the fact before whose day no day is chosen; `schuift`: the fact whose
    day moves along.
    """

    naar: bool | str | None = None
    kies: bool = False
    mits: tuple[str, tuple[str, ...]] | None = None
    tenzij: str | None = None
    na: str | None = None
    vanaf: str | None = None
    schuift: str | None = None


def route(tree: Tree) -> Route:
    count, _, unit = str(tree.get("duur", "")).partition(" ")
    return Route(
        volgorde=int(tree["volgorde"]),
        vast=count == "periode",
        dagen=int(count) * (7 if unit in ("week", "weken") else 1) if unit else None,
        na=tree.get("na"),
        vervult=tuple(tree.get("vervult", ())),
        deel_van=tree.get("deelVan"),
        vlak_voor=tuple(tree.get("vlakVoor", ())),
        spreiden=_yes(tree, "spreiden"),
        uitwijk=_yes(tree, "uitwijk"),
        hooguit_per_week=float(tree["hooguitPerWeek"]) if "hooguitPerWeek" in tree else 1,
    )


def verandering(tree: Tree) -> Verandering:
    return Verandering(
        naar=tree["naar"].value if "naar" in tree else None,
        kies=_yes(tree, "kies"),
        mits=feit_is(tree["mits"]) if "mits" in tree else None,
        **{key: str(tree[key]) for key in ("tenzij", "na", "vanaf", "schuift") if key in tree},
    )


def feit_is(tree: Tree) -> tuple[str, tuple[str, ...]]:
    """`{feit, is}` as a fact and the options of it that are meant."""
    return str(tree["feit"]), tuple(map(str, tree["is"]))


def _yes(tree: Tree, key: str) -> bool:
    return key in tree and tree[key].value is True


def impossible_routes(verlofsoorten: "Mapping[str, Verlofsoort]") -> Iterator[RuleError]:
    """Leaves and conditions that a `route` names and that do not exist, and words of a route that nothing uses."""
    seen: set[int] = set()
    for verlofsoort in verlofsoorten.values():
        for versie in verlofsoort.versies:
            if versie.route is not None and id(versie.route) not in seen:
                seen.add(id(versie.route))
                yield from _impossible(versie.route, versie, verlofsoorten)
        if not any(versie.route for versie in verlofsoort.versies):
            for words in verlofsoort.teksten.values():
                if words.route is not None:
                    yield words.route.error("route: nothing uses this, because the leave has no `route`")


def _impossible(route: Route, versie: "Versie", verlofsoorten: "Mapping[str, Verlofsoort]") -> Iterator[RuleError]:
    for leave in (route.na, route.deel_van, *route.vlak_voor):
        if leave is not None and leave not in verlofsoorten:
            yield leave.error(f"route: there is no leave `{leave}`")
    conditions = {voorwaarde.id for voorwaarde in versie.voorwaarden}
    for condition in route.vervult:
        if condition not in conditions:
            yield condition.error(f"route: there is no condition `{condition}` here")


def impossible_changes(
    facts: Document, words: Mapping[str, Document], verlofsoorten: "Mapping[str, Verlofsoort]"
) -> Iterator[RuleError]:
    """Changes of facts (`te-veranderen`) that cannot be, or that have no words."""
    for id, fact in facts.data.items():
        change = fact.get("te-veranderen")
        for document in words.values():
            said = "verander" in document.data.get(id, {})
            if change is not None and not said:
                yield document.error((id,), f"`{id}` can be changed: say how under `verander`")
            elif said and change is None:
                yield document.error((id, "verander"), f"`{id}`: nothing uses `verander`")
        if change is not None:
            for problem in _impossible_change(fact, change, facts.data, verlofsoorten):
                yield facts.error((id, "te-veranderen"), f"`{id}`: {problem}")


def _impossible_change(fact: Tree, change: Tree, facts: Tree, leaves: "Mapping[str, Verlofsoort]") -> Iterator[str]:
    other: Mapping[str, Any] = change.get("mits", {})
    for name in (other.get("feit"), change.get("tenzij"), change.get("vanaf"), change.get("schuift")):
        if name is not None and name not in facts:
            yield f"there is no fact `{name}`"
    for option in other.get("is", ()):
        if option not in facts.get(other["feit"], {}).get("opties", ()):
            yield f"`{other['feit']}` has no option `{option}`"
    if "na" in change and change["na"] not in leaves:
        yield f"there is no leave `{change['na']}`"
    options = (True, False) if fact["type"] == "bool" else fact.get("opties", ())
    if "naar" in change and change["naar"] not in options:
        yield f"it cannot become {change['naar']}"
    if "kies" in change and fact["type"] not in ("date", "int", "number"):
        yield "only a day or a number can be chosen"
