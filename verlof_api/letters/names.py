"""What a letter may name: the values between braces, the terms, and the parts of a rule that have a source."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Final

from verlof_api.assessment.answer import MATEN
from verlof_api.law.bronnen import Bron
from verlof_api.law.model import Versie
from verlof_api.law.regelboek import Rulebook
from verlof_api.law.strict_yaml import Tree

EIGEN: Final = "eigen"  # in `{artikel.eigen}`: the source under `bron` of the paragraph itself


@dataclass(frozen=True)
class LetterNames:
    """`plekken`: parts of the rule with an article as source, in every version; `waarden`: what may stand in braces."""

    termijnen: frozenset[str] = frozenset()
    plekken: frozenset[str] = frozenset()
    bewijs: frozenset[str] = frozenset()
    stappen: frozenset[str] = frozenset()
    waarden: frozenset[str] = frozenset()


def names_of(rulebook: Rulebook, verlof: str, shared: Tree, own: Tree) -> LetterNames:
    """What the letters of one leave may name; `own`: its brief.yaml."""
    versies = rulebook.verlofsoorten[verlof].versies
    per_version = [frozenset(_sourced(versie)) for versie in versies]
    names = _names(rulebook, shared, versies, frozenset.intersection(*per_version), frozenset.union(*per_version))
    return _with_values(names, [shared, own])


def names_of_all(rulebook: Rulebook, shared: Tree, own: Iterable[Tree] = ()) -> LetterNames:
    """What shared sentences may name: whatever any leave has (`own`: each brief.yaml). Where a leave has it not, the
    sentence falls away."""
    versies = [versie for soort in rulebook.verlofsoorten.values() for versie in soort.versies]
    everything = frozenset(place for versie in versies for place in _sourced(versie))
    return _with_values(_names(rulebook, shared, versies, everything, everything), [shared, *own])


def _with_values(names: LetterNames, own: Iterable[Tree]) -> LetterNames:
    worked_out = (f"waarde.{name}" for letters in own for name in letters.get("waarden", {}))
    return replace(names, waarden=names.waarden.union(worked_out))


def _names(
    rulebook: Rulebook,
    shared: Tree,
    versies: Iterable[Versie],
    always: frozenset[str],
    sometimes: frozenset[str],
) -> LetterNames:
    termijnen = {t.id for versie in versies for t in versie.termijnen}
    aliases = {alias for alias, ids in shared["termijnen"].items() if termijnen & set(map(str, ids))}
    bewijs = frozenset(id for versie in versies for stap in versie.stappen for id in stap.bewijs)
    stappen = frozenset(stap.id for versie in versies for stap in versie.stappen)
    told = {id for id, feit in rulebook.feiten.items() if not feit.per_verlof and feit.type != "periods"}
    cited = {"grond", *sometimes, *(f"termijn.{alias}" for alias in aliases)}
    waarden = {"verlof", "datum", "periode.van", "periode.tot", "betaling.percentage"}
    waarden |= {f"omvang.{maat}" for maat in MATEN}
    waarden |= {f"feit.{id}" for id in told}
    waarden |= {f"termijn.{id}" for id in termijnen | aliases}
    waarden |= {f"artikel.{place}" for place in cited}
    return LetterNames(frozenset(termijnen | aliases), always, bewijs, stappen, frozenset(waarden))


def _sourced(versie: Versie) -> Iterator[str]:
    parts: list[tuple[str, tuple[Bron, ...]]] = [
        *((name, part.bronnen) for name in ("omvang", "werkgever") if (part := getattr(versie, name))),
        *(("betaling", each.bronnen) for each in versie.betaling),
        *((f"voorwaarde.{each.id}", each.bronnen) for each in versie.voorwaarden),
        *((f"termijn.{each.id}", each.bronnen) for each in versie.termijnen),
        *((f"stap.{each.id}", each.bronnen) for each in versie.stappen),
    ]
    return (name for name, bronnen in parts if any(bron.artikel for bron in bronnen))
