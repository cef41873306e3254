"""What an employer may answer, per leave: grounds, term, form, silence, and what the leave does to the job.

Read from rules/weigeringen.yaml (what leaves share), rules/<law>/<leave>/weigering.yaml (what is the law of one leave)
and their words. See docs/regels-weigering.md; `versions` reads the versions of one leave.
"""

from collections.abc import Iterator
from itertools import pairwise

from verlof_api.law.errors import Loaded, RuleError
from verlof_api.law.folder import Folder, missing
from verlof_api.law.regelboek import Rulebook
from verlof_api.law.strict_yaml import Passage, Tree, plain
from verlof_api.law.suggest import meant
from verlof_api.refusals.model import Antwoord, Reden, RefusalBook, Slotsom, WeigeringRegel, WeigeringTekst
from verlof_api.refusals.versions import SHARED, VersionReader, yes
from verlof_api.refusals.words import wrong_words

NAMES = ("verlof", "mijn")  # how sentences name a leave: to whoever asked, and to the employer


def load_weigeringen(folder: Folder, rulebook: Rulebook) -> Loaded[RefusalBook]:
    """Everything about refusals."""
    absent = tuple(missing(folder, [SHARED, *folder.words_of(SHARED)]))
    if absent:
        return Loaded(None, absent)
    errors: list[RuleError] = []
    words = {taal: folder[f"weigeringen.{taal}.yaml"].located() for taal in folder.talen}
    shared = folder[SHARED].located()
    redenen = {
        id: Reden(id, plain(tree.get("feiten", {})), yes(tree.get("zwijgt")), yes(tree.get("overig")))
        for id, tree in shared["redenen"].items()
    }
    reader = VersionReader(shared, rulebook, errors)
    regels = {}
    for document in folder.of_kind("weigering"):
        regel = _regel(folder, document.file, reader)
        regels[regel.id] = regel
    errors.extend(missing(folder, [f"{id.replace('.', '/')}/weigering.yaml" for id in rulebook.verlofsoorten]))
    told = plain(shared["antwoord"])
    antwoord = Antwoord(told["feit"], told["waarde"], tuple(told["blijft"]), tuple(told["nee"]), told["datum"])
    errors.extend(_wrong_facts(shared, rulebook))
    errors.extend(wrong_words(words, shared, regels, folder))
    if errors:
        return Loaded(None, tuple(errors))
    slotsommen = {id: _slotsom(tree) for id, tree in shared["slotsommen"].items()}
    return Loaded(RefusalBook(antwoord, redenen, tuple(map(str, shared["vormen"])), slotsommen, regels, words))


def _slotsom(tree: Tree) -> Slotsom:
    def text(key: str) -> str | None:
        return str(tree[key]) if key in tree else None

    return Slotsom(
        slot=str(tree["slot"]),
        mits=text("mits") or str(tree["slot"]),
        brief=text("brief"),
        grond=text("grond"),
        vast=yes(tree.get("vast")),
        zeker=yes(tree.get("zeker")),
        altijd=yes(tree.get("altijd")),
        morgen=str(tree["morgen"]),
        morgen_mits=text("morgen-mits") or str(tree["morgen"]),
        ander_verlof=yes(tree.get("ander-verlof")),
        bellen=str(tree["bellen"]),
    )


def _wrong_facts(shared: Tree, rulebook: Rulebook) -> Iterator[RuleError]:
    """Facts that a reason tells, or that hold the answer, which the rulebook does not know with that value."""
    antwoord = shared["antwoord"]
    told = [(antwoord["feit"], each) for each in (antwoord["waarde"], *antwoord["blijft"], *antwoord["nee"])]
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
    if sum(yes(tree.get("overig")) for tree in shared["redenen"].values()) != 1:
        yield antwoord["feit"].error("redenen: precies één reden is `overig`, voor wat geen van de andere is")
    day = rulebook.feiten.get(antwoord["datum"])
    if day is None or day.type != "date":
        yield antwoord["datum"].error(f"`{antwoord['datum']}` is geen feit met een datum")


def _regel(folder: Folder, file: str, reader: VersionReader) -> WeigeringRegel:
    tree, here = folder[file].located(), file.rpartition("/")[0]
    if tree["id"] != here.replace("/", ".") or tree["id"] not in reader.rulebook.verlofsoorten:
        expected = here.replace("/", ".")
        reader.errors.append(
            tree["id"].error(f"het id `{tree['id']}` past niet bij de map {here}: schrijf `{expected}`")
        )
    teksten, namen = {}, {}
    for taal in folder.talen:
        words = f"{here}/weigering.{taal}.yaml"
        own = folder[words].located() if words in folder.documents else {}
        teksten[taal] = {
            id: WeigeringTekst(each["uitleg"], each["terug"]) for id, each in own.get("antwoorden", {}).items()
        }
        namen[taal] = {name: own[name] for name in NAMES if name in own}
    versies = tuple(reader.versie(each) for each in tree["versies"])
    for before, after in pairwise(versies):
        if after.van <= (before.tot or before.van):
            reader.errors.append(after.plek.error("de versies staan op volgorde van `van`, en overlappen niet"))
    return WeigeringRegel(str(tree["id"]), versies, teksten, namen)
