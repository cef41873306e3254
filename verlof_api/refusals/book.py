"""What an employer may answer, per leave: grounds, term, form, silence, and what the leave does to the job.

Read from rules/weigeringen.yaml (what leaves share), rules/<law>/<leave>/weigering.yaml (what is the law of one leave)
and their words. A leave starts from a profile; what it says itself goes before. See docs/regels-weigering.md.
"""

from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import Any

from verlof_api.law import build
from verlof_api.law.bronnen import Bron
from verlof_api.law.errors import Loaded, RuleError
from verlof_api.law.folder import Folder, missing
from verlof_api.law.regelboek import Rulebook
from verlof_api.law.strict_yaml import Located, Passage, Tree
from verlof_api.law.suggest import meant
from verlof_api.law.texts import day
from verlof_api.refusals.model import (
    Antwoord,
    Antwoordtermijn,
    Eis,
    Grond,
    Helper,
    Kenmerk,
    Reden,
    RefusalBook,
    Slotsom,
    WeigeringRegel,
    WeigeringTekst,
    WeigeringVersie,
)
from verlof_api.refusals.words import wrong_words

SHARED = "weigeringen.yaml"
GEEN_STAND = "geen-stand"
_MERGED = ("redenen", "werkgever")  # per key; every other part replaces that of the profile


def load_weigeringen(folder: Folder, rulebook: Rulebook) -> Loaded[RefusalBook]:
    """Everything about refusals."""
    absent = tuple(missing(folder, [SHARED, *folder.words_of(SHARED)]))
    if absent:
        return Loaded(None, absent)
    errors: list[RuleError] = []
    words = {taal: folder[f"weigeringen.{taal}.yaml"].located() for taal in folder.talen}
    shared = folder[SHARED].located()
    redenen = {
        id: Reden(id, _plain(tree.get("feiten", {})), _yes(tree.get("zwijgt")))
        for id, tree in shared["redenen"].items()
    }
    regels = {}
    for document in folder.of_kind("weigering"):
        regel = _regel(folder, document.file, shared, rulebook, errors)
        regels[regel.id] = regel
    errors.extend(missing(folder, [f"{id.replace('.', '/')}/weigering.yaml" for id in rulebook.verlofsoorten]))
    told = _plain(shared["antwoord"])
    antwoord = Antwoord(told["feit"], told["waarde"], tuple(told["blijft"]), told["datum"])
    errors.extend(_wrong_facts(shared, rulebook))
    errors.extend(wrong_words(words, shared, regels, folder))
    if errors:
        return Loaded(None, tuple(errors))
    slotsommen = {
        id: Slotsom(
            str(tree["slot"]), str(tree.get("mits", tree["slot"])), _plain(tree["brief"]) if "brief" in tree else None
        )
        for id, tree in shared["slotsommen"].items()
    }
    return Loaded(RefusalBook(antwoord, redenen, tuple(map(str, shared["vormen"])), slotsommen, regels, words))


def _plain(tree: Located) -> Any:
    """A located tree as plain values."""
    if isinstance(tree, dict):
        return {key: _plain(value) for key, value in tree.items()}
    if isinstance(tree, list):
        return [_plain(value) for value in tree]
    return tree.value


def _yes(value: Passage | None) -> bool:
    return value is not None and value.value is True


def _wrong_facts(shared: Tree, rulebook: Rulebook) -> Iterator[RuleError]:
    """Facts that a reason tells, or that hold the answer, which the rulebook does not know with that value."""
    antwoord = shared["antwoord"]
    told = [(antwoord["feit"], each) for each in (antwoord["waarde"], *antwoord["blijft"])]
    told += [
        (Passage(name, value.file, value.line), value)
        for tree in shared["redenen"].values()
        for name, value in tree.get("feiten", {}).items()
    ]
    for name, value in told:
        feit = rulebook.feiten.get(name)
        possible = feit is not None and (value in feit.opties if feit.opties else isinstance(value.value, bool))
        if feit is None:
            yield value.error(f"het feit `{name}` bestaat niet{meant(rulebook.feiten, name)}")
        elif not possible:
            yield value.error(f"`{name}` is geen feit dat {value} kan zijn")
    day = rulebook.feiten.get(antwoord["datum"])
    if day is None or day.type != "date":
        yield antwoord["datum"].error(f"`{antwoord['datum']}` is geen feit met een datum")


def _regel(folder: Folder, file: str, shared: Tree, rulebook: Rulebook, errors: list[RuleError]) -> WeigeringRegel:
    tree, here = folder[file].located(), file.rpartition("/")[0]
    if tree["id"] != here.replace("/", ".") or tree["id"] not in rulebook.verlofsoorten:
        errors.append(
            tree["id"].error(f"het id `{tree['id']}` past niet bij de map {here}: schrijf `{here.replace('/', '.')}`")
        )
    teksten = {}
    for taal in folder.talen:
        words = f"{here}/weigering.{taal}.yaml"
        own = folder[words].located() if words in folder.documents else {}
        teksten[taal] = {
            id: WeigeringTekst(each["uitleg"], each["terug"]) for id, each in own.get("antwoorden", {}).items()
        }
    versies = tuple(_versie(each, shared, rulebook, errors) for each in tree["versies"])
    for before, after in pairwise(versies):
        if after.van <= (before.tot or before.van):
            errors.append(after.plek.error("de versies staan op volgorde van `van`, en overlappen niet"))
    return WeigeringRegel(str(tree["id"]), versies, teksten)


def _versie(tree: Tree, shared: Tree, rulebook: Rulebook, errors: list[RuleError]) -> WeigeringVersie:
    plek = tree["profiel"]
    profile = shared["profielen"].get(plek)
    if profile is None:
        errors.append(plek.error(f"het profiel `{plek}` staat niet in {SHARED}{meant(shared['profielen'], plek)}"))
        profile = next(iter(shared["profielen"].values()))
    parts = {**profile, **tree, **{name: {**profile[name], **tree.get(name, {})} for name in _MERGED}}
    builder = build.VersionBuilder(rulebook.wetboek, {}, day(tree["gelezen"]), errors)
    recht = builder.bronnen({"bron": tree["recht"]})

    def sources(part: Tree) -> tuple[Bron, ...]:
        return builder.bronnen(part) if "bron" in part else recht

    for id in shared["redenen"]:
        if id not in parts["redenen"]:
            errors.append(plek.error(f"redenen: `{id}` ontbreekt"))
    for id, each in parts["redenen"].items():
        if id not in shared["redenen"]:
            errors.append(_place(each).error(f"redenen: `{id}` staat niet in {SHARED}{meant(shared['redenen'], id)}"))
    termijn = parts.get("termijn")
    vorm, stilte = parts["vorm"], parts["stilte"]
    for eis in vorm["eisen"]:
        if eis["id"] not in shared["vormen"]:
            errors.append(
                eis["id"].error(f"vorm: `{eis['id']}` staat niet in {SHARED}{meant(shared['vormen'], eis['id'])}")
            )
    helpers = []
    for name in parts["helpers"]:
        if name in shared["helpers"]:
            helpers.append(_helper(name, shared["helpers"][name], builder))
        else:
            errors.append(name.error(f"helpers: `{name}` staat niet in {SHARED}{meant(shared['helpers'], name)}"))
    return WeigeringVersie(
        van=day(tree["geldig"]["van"]),
        tot=day(tree["geldig"]["tot"]) if "tot" in tree["geldig"] else None,
        plek=plek,
        recht=recht,
        redenen={id: _grounds(each, sources) for id, each in parts["redenen"].items()},
        termijn=_termijn(termijn, sources) if termijn else None,
        eisen=tuple(Eis(str(eis["id"]), sources(eis)) for eis in vorm["eisen"]),
        vormgevolg=str(vorm["gevolg"]),
        stilte=str(stilte["gevolg"]),
        stiltebronnen=sources(stilte),
        werkgever={name: Kenmerk(str(each["waarde"]), sources(each)) for name, each in parts["werkgever"].items()},
        helpers=tuple(helpers),
        bij_nee=str(parts.get("bij-nee", GEEN_STAND)),
    )


def _place(tree: Located) -> Passage:
    """Some passage in `tree`, to say where it stands."""
    while not isinstance(tree, Passage):
        tree = next(iter(tree.values() if isinstance(tree, dict) else tree))
    return tree


def _grounds(tree: Tree | list[Tree], sources: Callable[[Tree], tuple[Bron, ...]]) -> tuple[Grond, ...]:
    options = tree if isinstance(tree, list) else [tree]
    return tuple(Grond(str(each["grond"]), each["tekst"], sources(each), each.get("als")) for each in options)


def _termijn(tree: Tree, sources: Callable[[Tree], tuple[Bron, ...]]) -> Antwoordtermijn:
    keys = ("als", "uiterlijk", "op-tijd", "te-laat", "regel", "tekst", "kanttekening", "vanaf")
    parts = (tree.get(key) for key in keys)
    return Antwoordtermijn(str(tree["gevolg"]), sources(tree), *parts)


def _helper(name: Passage, tree: Tree, builder: build.VersionBuilder) -> Helper:
    url = str(tree["url"]) if "url" in tree else None
    return Helper(str(name), url, builder.bronnen(tree), tree.get("als"), tree.get("uiterlijk"))
