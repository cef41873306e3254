"""What the rules say for advice: the place of a leave in the order of use, and which facts a person can change.

See "Volgorde en verandering" in docs/regels-schrijven.md.
"""

from dataclasses import dataclass

from verlof_api.law.strict_yaml import Passage, Tree


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
