"""From checked files to leaves and their versions: one function per part of a rule file."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from verlof_api.law import advice
from verlof_api.law.bronnen import Bron, Wetboek
from verlof_api.law.errors import RuleError
from verlof_api.law.model import (
    OVERIG,
    Afwijken,
    Betaling,
    Gedeeld,
    KomtGoed,
    Omvang,
    Periode,
    Stap,
    Termijn,
    Toelichting,
    Uitkomst,
    Verlofsoort,
    VerlofTekst,
    Versie,
    Voorwaarde,
    VoorwaardeTekst,
    Waarschuwing,
    Werkgever,
)
from verlof_api.law.strict_yaml import Passage, Tree
from verlof_api.law.texts import day, word
from verlof_api.law.versions import written_out


def bronnen(tree: Tree, wetboek: Wetboek, gelezen: date | None, errors: list[RuleError]) -> tuple[Bron, ...]:
    """The sources of a part, linked to the text of `gelezen`; None: each to the newest text of its law that was read,
    for what belongs to no version."""
    found = []
    citations = tree.get("bron", [])
    for citation in citations if isinstance(citations, list) else [citations]:
        try:
            found.append(wetboek.resolve(citation, gelezen))
        except ValueError as error:
            errors.append(citation.error(str(error)))
    return tuple(found)


class VersionBuilder:
    """Builds one version of a leave; sources are linked to the text that was read for that version."""

    def __init__(self, wetboek: Wetboek, gedeeld: Mapping[str, Tree], gelezen: date, errors: list[RuleError]) -> None:
        self.wetboek, self.gedeeld, self.gelezen, self.errors = wetboek, gedeeld, gelezen, errors

    def bronnen(self, tree: Tree) -> tuple[Bron, ...]:
        return bronnen(tree, self.wetboek, self.gelezen, self.errors)

    def voorwaarde(self, tree: Tree) -> Voorwaarde | None:
        name: Passage | None = tree.get("gebruik")
        if name is not None:
            if name not in self.gedeeld:
                self.errors.append(name.error(f"`gebruik: {name}`: geen gedeelde voorwaarde heet zo"))
                return None
            own: Tree = {key: tree[key] for key in ("code", "komt-goed", "bron") if key in tree}
            tree = {**self.gedeeld[name], "id": name, **own}
        return Voorwaarde(
            str(tree["id"]),
            tree["als"],
            self.bronnen(tree),
            tree.get("open-norm"),
            word(tree.get("code")),
            _komt_goed(tree["komt-goed"]) if "komt-goed" in tree else None,
            word(tree.get("woorden", tree.get("code"))),
        )

    def uitkomst(self, tree: Any) -> tuple[Uitkomst, ...]:
        options = tree if isinstance(tree, list) else [{"oordeel": tree}]
        return tuple(Uitkomst(str(each["oordeel"]), each.get("als"), self.bronnen(each)) for each in options)

    def periode(self, tree: Tree | None) -> Periode | None:
        return Periode(tree["van"], tree["tot"], self.bronnen(tree)) if tree else None

    def omvang(self, tree: Tree | None) -> Omvang | None:
        if not tree:
            return None
        maten = {key: value for key, value in tree.items() if key not in ("formule", "andereFormules", "bron")}
        others = tuple((each["als"], each["formule"]) for each in tree.get("andereFormules", []))
        return Omvang(maten, tree.get("formule"), self.bronnen(tree), others)

    def betaling(self, tree: Any) -> tuple[Betaling, ...]:
        return tuple(map(self._betaling, tree if isinstance(tree, list) else [tree]))

    def _betaling(self, tree: Tree) -> Betaling:
        betaling = Betaling(
            percentage=tree["percentage"],
            grondslag=str(tree["grondslag"]),
            door=str(tree["door"]),
            bronnen=self.bronnen(tree),
            als=tree.get("als"),
            over=self.periode(tree.get("over")),
            maximum=word(tree.get("maximum")),
            minimum=word(tree.get("minimum")),
            tabel=word(tree.get("tabel")),
            factor=tree.get("factor"),
            per=word(tree.get("per")),
            kolom=word(tree.get("kolom")),
            soort=word(tree.get("soort")),
        )
        if "andereLezing" not in tree:
            return betaling
        other = tree["andereLezing"]
        return replace(betaling, andere=replace(betaling, factor=other["factor"], bronnen=self.bronnen(other)))

    def termijn(self, tree: Tree) -> Termijn:
        verklaart = tuple(str(name) for name in tree.get("verklaart", []))
        return Termijn(
            str(tree["id"]),
            tree["uiterlijk"],
            str(tree["aan"]),
            word(tree.get("vorm")),
            self.bronnen(tree),
            tree.get("als"),
            verklaart,
        )

    def waarschuwing(self, tree: Tree) -> Waarschuwing:
        woorden = str(tree.get("woorden", tree["code"]))
        return Waarschuwing(
            str(tree["code"]), tree["als"], tree.get("bij") == "altijd", self.bronnen(tree), woorden, "vragen" in tree
        )

    def werkgever(self, tree: Tree | None) -> Werkgever | None:
        if not tree:
            return None
        return Werkgever(
            tree["magWeigeren"],
            tree["magWijzigen"],
            word(tree.get("grond")),
            tree.get("antwoordUiterlijk"),
            self.bronnen(tree),
        )

    def afwijken(self, tree: Any) -> tuple[Afwijken, ...]:
        cases = tree if isinstance(tree, list) else [tree]
        return tuple(
            Afwijken(str(each["mag"]), self.bronnen(each), each.get("als"), str(each.get("id", OVERIG)))
            for each in cases
        )

    def stap(self, tree: Tree) -> Stap:
        bewijs = tuple(str(name) for name in tree.get("bewijs", []))
        return Stap(
            str(tree["id"]),
            str(tree["aan"]),
            word(tree.get("uiterlijk")),
            bewijs,
            self.bronnen(tree),
            tree.get("als"),
            tree.get("tenzij"),
        )

    def versie(self, tree: Tree, tot: date | None) -> Versie:
        return Versie(
            van=day(tree["geldig"]["van"]),
            tot=tot,
            gelezen=self.gelezen,
            onderbroken=tree.get("onderbroken"),
            plek=tree["geldig"]["van"],
            aannames=tree.get("aannames", {}),
            afgeleid=tree.get("afgeleid", {}),
            voorwaarden=tuple(v for each in tree["voorwaarden"] if (v := self.voorwaarde(each)) is not None),
            uitkomst=self.uitkomst(tree.get("uitkomst", "recht")),
            omvang=self.omvang(tree.get("omvang")),
            periode=self.periode(tree.get("periode")),
            betaling=self.betaling(tree["betaling"]) if "betaling" in tree else (),
            termijnen=tuple(map(self.termijn, tree.get("termijnen", []))),
            waarschuwingen=tuple(map(self.waarschuwing, tree.get("waarschuwingen", []))),
            werkgever=self.werkgever(tree.get("werkgever")),
            afwijken=self.afwijken(tree["afwijken"]) if "afwijken" in tree else (),
            stappen=tuple(map(self.stap, tree.get("stappen", []))),
            route=advice.route(tree["route"]) if "route" in tree else None,
            toelichting=tuple(
                Toelichting(str(each["id"]), str(each["bij"]), each["als"]) for each in tree.get("toelichting", [])
            ),
            onzichtbaar=tree.get("onzichtbaar"),
        )


def verlofsoort(
    tree: Tree,
    teksten: Mapping[str, VerlofTekst],
    wetboek: Wetboek,
    gedeeld: tuple[Gedeeld, ...],
    errors: list[RuleError],
) -> Verlofsoort:
    """A leave from its located regel.yaml; the order and the ends of its versions are checked here."""
    trees = written_out(tree["versies"], errors)
    begins = [each["geldig"]["van"] for each in trees]
    conditions: dict[str, Tree] = {
        name: condition for shared in reversed(gedeeld) for name, condition in shared.voorwaarden.items()
    }
    versies = []
    for index, each in enumerate(trees):
        van, tot = begins[index], each["geldig"].get("tot")
        following = begins[index + 1] if index + 1 < len(trees) else None
        if following is not None and day(following) <= day(van):
            errors.append(
                following.error("de versies staan op volgorde van `van`, en er beginnen er geen twee op één dag")
            )
        if tot is not None and day(tot) < day(van):
            errors.append(tot.error("`tot` ligt voor `van`"))
        if tot is not None and following is not None and day(tot) >= day(following):
            errors.append(tot.error(f"overlapt met de versie die op {following} begint"))
        end = day(tot) if tot is not None else day(following) - timedelta(days=1) if following is not None else None
        if not each["voorwaarden"] and not tree["id"].startswith("voorstel."):
            errors.append(begins[index].error("`voorwaarden` is leeg: dat kan alleen bij een voorstel"))
        versies.append(VersionBuilder(wetboek, conditions, day(each["gelezen"]), errors).versie(each, end))
    return Verlofsoort(
        str(tree["id"]), tuple(map(str, tree["anker"])), gedeeld, tuple(versies), teksten, tree.get("opgevolgd-door")
    )


def verlof_tekst(tree: Tree) -> VerlofTekst:
    """The words of a leave, or of what leaves share (which has no name of its own)."""
    return VerlofTekst(
        naam=tree.get("naam", Passage("")),
        kort=tree.get("kort", Passage("")),
        voorwaarden={
            id: VoorwaardeTekst(
                each["titel"],
                each["voldaan"],
                each["niet-voldaan"],
                each["onbekend"],
                each.get("open-norm"),
                each.get("wie-beslist"),
            )
            for id, each in tree.get("voorwaarden", {}).items()
        },
        waarschuwingen=tree.get("waarschuwingen", {}),
        stappen=tree.get("stappen", {}),
        bewijs=tree.get("bewijs", {}),
        toelichting=tree.get("toelichting", {}),
        afwijken=tree.get("afwijken", {}),
        vragen=tree.get("vragen", {}),
        zinnen=tree.get("zinnen", {}),
        route=tree.get("route"),
        hoeveel=tree.get("hoeveel"),
    )


def _komt_goed(tree: Tree) -> KomtGoed:
    return KomtGoed(tree["als"], tree.get("vanaf"), tree.get("na"))
