"""One version of what an employer may answer to a leave, out of its own file and the profile that it starts from.

What a version says itself goes before its profile; a case (`gevallen`) has a profile of its own, and takes from the
version around it what neither says.
"""

from collections.abc import Collection
from datetime import date

from verlof_api.law import build
from verlof_api.law.bronnen import Bron
from verlof_api.law.errors import RuleError
from verlof_api.law.regelboek import Rulebook
from verlof_api.law.strict_yaml import Located, Passage, Tree
from verlof_api.law.suggest import meant
from verlof_api.law.texts import day
from verlof_api.refusals.model import (
    Antwoordtermijn,
    Eis,
    Geval,
    Grond,
    Helper,
    Kenmerk,
    Raad,
    Stilte,
    WeigeringVersie,
)

SHARED = "weigeringen.yaml"
GEEN_STAND = "geen-stand"
EVERY = "elke"  # the answer to every reason that is not named
_MERGED = ("redenen", "werkgever")  # per key; every other part replaces that of the profile
_INHERITED = ("werkgever", "helpers")  # a case has those of the version around it


class VersionReader:
    """Reads versions, and adds what is wrong with them to `errors`."""

    def __init__(self, shared: Tree, rulebook: Rulebook, errors: list[RuleError]) -> None:
        self.shared, self.rulebook, self.errors = shared, rulebook, errors

    def versie(self, tree: Tree) -> WeigeringVersie:
        """The version that `tree` describes."""
        van = day(tree["geldig"]["van"])
        tot = day(tree["geldig"]["tot"]) if "tot" in tree["geldig"] else None
        return self._version(tree, {}, (van, tot), day(tree["gelezen"]))

    def _version(self, tree: Tree, around: Tree, geldig: tuple[date, date | None], gelezen: date) -> WeigeringVersie:
        plek = tree["profiel"]
        profile = self._one_of("profielen", plek)
        inherited = {name: around[name] for name in _INHERITED if name in around}
        parts = {**inherited, **profile, **tree}
        parts |= {name: {**inherited.get(name, {}), **profile.get(name, {}), **tree.get(name, {})} for name in _MERGED}
        for name in _INHERITED:
            if not parts.get(name):
                self.errors.append(plek.error(f"`{name}` ontbreekt, ook in het profiel"))
        reader = _PartReader(self, build.VersionBuilder(self.rulebook.wetboek, {}, gelezen, self.errors), tree["recht"])
        return WeigeringVersie(
            van=geldig[0],
            tot=geldig[1],
            plek=plek,
            recht=reader.recht,
            redenen=self._redenen(parts["redenen"], plek, reader),
            termijn=reader.termijn(parts["termijn"]) if "termijn" in parts else None,
            eisen=reader.eisen(parts["vorm"]["eisen"]),
            vormgevolg=str(parts["vorm"]["gevolg"]),
            stiltes=tuple(reader.stilte(each) for each in _options(parts["stilte"])),
            werkgever={name: reader.kenmerk(each) for name, each in parts["werkgever"].items()},
            helpers=reader.who_helps(parts.get("helpers", ())),
            bij_nee=reader.slotsom(parts, "bij-nee") or GEEN_STAND,
            vraag=str(parts["vraag"]) if "vraag" in parts else None,
            inleiding=yes(parts.get("inleiding"), True),
            terug=yes(parts.get("terug"), True),
            brief=yes(parts.get("brief"), True),
            morgen={id: reader.raad_bij(id, each) for id, each in parts.get("morgen", {}).items()},
            ander_verlof=tuple(reader.raad(each) for each in parts.get("ander-verlof", ())),
            zonder_belang=reader.raad(parts["zonder-belang"]) if "zonder-belang" in parts else None,
            gevallen=tuple(self._geval(each, parts, geldig, gelezen) for each in parts.get("gevallen", ())),
        )

    def _one_of(self, section: str, id: Passage) -> Tree:
        found: Tree | None = self.shared[section].get(id)
        if found is None:
            self.errors.append(id.error(f"het profiel `{id}` staat niet in {SHARED}{meant(self.shared[section], id)}"))
            found = next(iter(self.shared[section].values()))
        return found

    def _geval(self, tree: Tree, around: Tree, geldig: tuple[date, date | None], gelezen: date) -> Geval:
        return Geval(str(tree["profiel"]), tree["als"], self._version(tree, around, geldig, gelezen))

    def _redenen(self, tree: Tree, plek: Passage, reader: "_PartReader") -> dict[str, tuple[Grond, ...]]:
        known = self.shared["redenen"]
        for id, each in tree.items():
            if id not in known and id != EVERY:
                self.errors.append(_place(each).error(f"redenen: `{id}` staat niet in {SHARED}{meant(known, id)}"))
        redenen = {}
        for id in known:
            if id in tree or EVERY in tree:
                redenen[str(id)] = tuple(
                    reader.grond(each) for each in _options(tree[id] if id in tree else tree[EVERY])
                )
            else:
                self.errors.append(plek.error(f"redenen: `{id}` ontbreekt"))
        return redenen


class _PartReader:
    """Reads the parts of one version; a part without source has that of the leave."""

    def __init__(self, reader: VersionReader, builder: build.VersionBuilder, recht: Located) -> None:
        self.shared, self.errors, self.builder = reader.shared, reader.errors, builder
        self.recht = builder.bronnen({"bron": recht})

    def sources(self, part: Tree) -> tuple[Bron, ...]:
        return self.builder.bronnen(part) if "bron" in part else self.recht

    def grond(self, tree: Tree) -> Grond:
        slotsom = self.slotsom(tree)
        return Grond(str(tree["grond"]), tree["tekst"], self.sources(tree), tree.get("als"), tree.get("dag"), slotsom)

    def stilte(self, tree: Tree) -> Stilte:
        gevolg, slotsom = str(tree["gevolg"]), self.slotsom(tree)
        tekst = str(tree.get("tekst", gevolg))
        return Stilte(gevolg, tekst, self.sources(tree), tree.get("als"), tree.get("dag"), slotsom)

    def raad(self, tree: Tree) -> Raad:
        return Raad(str(tree["tekst"]), self.sources(tree), tree.get("als"), tree.get("dag"))

    def raad_bij(self, slotsom: str, tree: Tree) -> Raad:
        """The advice that goes with a conclusion."""
        known = self.shared["slotsommen"]
        if slotsom not in known:
            self.errors.append(
                tree["tekst"].error(f"morgen: `{slotsom}` staat niet in {SHARED}{meant(known, slotsom)}")
            )
        return self.raad(tree)

    def kenmerk(self, tree: Tree) -> Kenmerk:
        return Kenmerk(str(tree["waarde"]), self.sources(tree))

    def termijn(self, tree: Tree) -> Antwoordtermijn:
        return Antwoordtermijn(
            gevolg=str(tree["gevolg"]),
            bronnen=self.sources(tree),
            als=tree.get("als"),
            uiterlijk=tree.get("uiterlijk"),
            op_tijd=tree.get("op-tijd"),
            te_laat=tree.get("te-laat"),
            regel=tree.get("regel"),
            tekst=tree.get("tekst"),
            kanttekening=tree.get("kanttekening"),
            vanaf=tree.get("vanaf"),
        )

    def eisen(self, trees: list[Tree]) -> tuple[Eis, ...]:
        for each in trees:
            if each["id"] not in self.shared["vormen"]:
                self.errors.append(self._unknown("vorm", each["id"], self.shared["vormen"]))
        return tuple(Eis(str(each["id"]), self.sources(each)) for each in trees)

    def who_helps(self, names: list[Passage]) -> tuple[Helper, ...]:
        helpers = []
        for name in names:
            if name in self.shared["helpers"]:
                helpers.append(self._helper(name, self.shared["helpers"][name]))
            else:
                self.errors.append(self._unknown("helpers", name, self.shared["helpers"]))
        return tuple(helpers)

    def _helper(self, name: Passage, tree: Tree) -> Helper:
        url = str(tree["url"]) if "url" in tree else None
        bronnen = self.builder.bronnen(tree)
        return Helper(str(name), url, bronnen, tree.get("als"), tree.get("uiterlijk"), tree.get("dringend"))

    def _unknown(self, part: str, id: Passage, known: Collection[str]) -> RuleError:
        return id.error(f"{part}: `{id}` staat niet in {SHARED}{meant(known, id)}")

    def slotsom(self, tree: Tree, key: str = "slotsom") -> str | None:
        """The conclusion that stands under `key`."""
        id = tree.get(key)
        if id is not None and id not in self.shared["slotsommen"]:
            self.errors.append(self._unknown(key, id, self.shared["slotsommen"]))
        return None if id is None else str(id)


def yes(value: Passage | None, otherwise: bool = False) -> bool:
    """Whether a flag is set; `otherwise` where it is not there."""
    return otherwise if value is None else value.value is True


def _options(tree: Tree | list[Tree]) -> list[Tree]:
    return tree if isinstance(tree, list) else [tree]


def _place(tree: Located) -> Passage:
    """Some passage in `tree`, to say where it stands."""
    while not isinstance(tree, Passage):
        tree = next(iter(tree.values() if isinstance(tree, dict) else tree))
    return tree
