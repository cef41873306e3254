"""Make a Rulebook of a folder of rules, with every mistake in it at once."""

from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path

from verlof_api.law import build, build_facts
from verlof_api.law.advice_consistency import impossible_changes, impossible_routes
from verlof_api.law.bedragtabel import BedragTabel
from verlof_api.law.bronnen import Bron, Wet, Wetboek
from verlof_api.law.consistency import disagreements
from verlof_api.law.errors import Loaded, RuleError
from verlof_api.law.feit import Eigenschappen, Feit
from verlof_api.law.folder import Folder, open_folder
from verlof_api.law.grenzen import grenzen
from verlof_api.law.model import OORDELEN, Gedeeld, Verlofsoort, VerlofTekst
from verlof_api.law.opvolging import impossible_successors
from verlof_api.law.regelboek import Hiaat, Rulebook
from verlof_api.law.strict_yaml import Passage, Tree
from verlof_api.law.talen import wrong_languages
from verlof_api.law.tegenspraak import TEGENSPRAAK, Tegenspraak

RULES = Path(__file__).resolve().parent.parent / "rules"
SHARED_BY_ALL = "gedeeld"


def load_rulebook(root: Path = RULES) -> Rulebook:
    """The law in folder `root` (default: the rules that come with this package), for who needs nothing else of it.

    Raises RulebookError with every mistake found; a rulebook never half-loads.
    """
    return load_law(open_folder(root).or_raise()).or_raise()


def load_law(folder: Folder) -> Loaded[Rulebook]:
    """The law, and everything that is wrong with it. There is a rulebook then as well, to hold other files against."""
    errors: list[RuleError] = []
    wetboek = _wetboek(folder["wetten.yaml"].data)
    gedeeld = _gedeeld(folder)
    texts = {taal: folder[f"feiten.{taal}.yaml"].located() for taal in folder.talen}
    feiten = {id: build_facts.feit(id, tree, texts) for id, tree in folder["feiten.yaml"].located().items()}
    errors.extend(disagreements(folder, feiten))
    verlofsoorten = {}
    for document in folder.of_kind("regel"):
        verlofsoort = _verlofsoort(folder, document.file, wetboek, gedeeld, errors)
        verlofsoorten[verlofsoort.id] = verlofsoort
    errors.extend(impossible_routes(verlofsoorten))
    errors.extend(impossible_successors(verlofsoorten))
    words = {taal: folder[f"feiten.{taal}.yaml"] for taal in folder.talen}
    errors.extend(impossible_changes(folder["feiten.yaml"], words, verlofsoorten))
    settings = folder["regelset.yaml"].data
    eigenschappen = _eigenschappen(folder, wetboek, errors)
    bedragen = {tabel.id: tabel for tabel in _bedragen(folder, wetboek, errors)}
    hiaten = tuple(_hiaten(folder, wetboek, errors))
    tegenspraken = tuple(_tegenspraken(folder, wetboek, errors))
    rulebook = Rulebook(
        versie=settings["versie"],
        hash=folder.hash,
        eerste_dag=date.fromisoformat(settings["eersteDag"]),
        talen=folder.talen,
        feiten=feiten,
        eigenschappen=eigenschappen,
        wetboek=wetboek,
        zinnen={taal: words.zinnen for taal, words in gedeeld[SHARED_BY_ALL].teksten.items()},
        bedragen=bedragen,
        verlofsoorten=verlofsoorten,
        hiaten=hiaten,
        tegenspraken=tegenspraken,
        grenzen=grenzen(settings.get("grenzen")),
    )
    return Loaded(rulebook, tuple(errors))


def _wetboek(data: Tree) -> Wetboek:
    wetten = {
        name: Wet(
            name,
            wet["naam"],
            wet["bwb"] if isinstance(wet["bwb"], str) else {str(k): v for k, v in wet["bwb"].items()},
            date.fromisoformat(wet["gelezen"]),
        )
        for name, wet in data["wetten"].items()
    }
    overig = {name: Bron(other["naam"], url=other.get("url")) for name, other in data.get("overig", {}).items()}
    return Wetboek(wetten, overig)


def _gedeeld(folder: Folder) -> dict[str, Gedeeld]:
    """The shared files by name: `gedeeld` for all leaves, `<law>/gedeeld-<name>` for those that ask for it."""
    shared = {}
    for document in folder.of_kind("gedeeld"):
        name, tree = document.file.removesuffix(".yaml"), document.located()
        teksten = {taal: build.verlof_tekst(folder[f"{name}.{taal}.yaml"].located()) for taal in folder.talen}
        shared[name] = Gedeeld(
            tree.get("afgeleid", {}), tree.get("gewoonlijk", {}), tree.get("voorwaarden", {}), teksten
        )
    return shared


def _verlofsoort(
    folder: Folder, file: str, wetboek: Wetboek, gedeeld: Mapping[str, Gedeeld], errors: list[RuleError]
) -> Verlofsoort:
    tree = folder[file].located()
    here, law = file.rpartition("/")[0], file.partition("/")[0]
    id = here.replace("/", ".")
    if tree["id"] != id:
        errors.append(tree["id"].error(f"het id `{tree['id']}` past niet bij de map {here}: schrijf `{id}`"))
        tree["id"] = Passage(id, file, tree["id"].line)  # so that everything that names the leave still finds it
    shared = [gedeeld[SHARED_BY_ALL]]
    for name in tree.get("gedeeld", []):
        if f"{law}/gedeeld-{name}" in gedeeld:
            shared.insert(0, gedeeld[f"{law}/gedeeld-{name}"])
        else:
            errors.append(name.error(f"{law}/gedeeld-{name}.yaml bestaat niet"))
    own = {taal: build.verlof_tekst(folder[f"{here}/tekst.{taal}.yaml"].located()) for taal in folder.talen}
    if f"{here}/scenarios.yaml" not in folder:
        errors.append(RuleError(file, 1, "dit verlof heeft geen scenarios.yaml"))
    verlofsoort = build.verlofsoort(tree, own, wetboek, tuple(shared), errors)
    for taal in folder.talen:
        errors.extend(_unworded(verlofsoort, verlofsoort.words(taal), f"{here}/tekst.{taal}.yaml"))
    return verlofsoort


def _unworded(verlofsoort: Verlofsoort, texts: Iterable[VerlofTekst], file: str) -> Iterable[RuleError]:
    """Conditions, warnings, steps and proofs of a leave that have no words, and words that nothing uses."""
    own, *shared = texts
    conditions = {v.id: v for versie in verlofsoort.versies for v in versie.voorwaarden}
    for id, voorwaarde in conditions.items():
        text = next((t.voorwaarden[id] for t in (own, *shared) if id in t.voorwaarden), None)
        if text is None:
            yield RuleError(file, 1, f"voorwaarden: `{id}` heeft geen tekst")
        elif voorwaarde.open_norm is not None and (text.open_norm is None or text.wie_beslist is None):
            yield text.titel.error(f"voorwaarden: `{id}` heeft een open norm: schrijf ook `open-norm` en `wie-beslist`")
    plain = [
        own.naam,
        own.kort,
        *own.bewijs.values(),
        *own.afwijken.values(),
        *(text.titel for text in own.voorwaarden.values()),
    ]
    yield from (
        text.error(f"`{text}`: hier wordt geen waarde ingevuld, dus zonder accolades") for text in plain if "{" in text
    )
    codes = {w.woorden for versie in verlofsoort.versies for w in versie.waarschuwingen}
    codes |= {v.woorden for v in conditions.values() if v.woorden}
    steps = {stap.id for versie in verlofsoort.versies for stap in versie.stappen}
    proofs = {bewijs for versie in verlofsoort.versies for stap in versie.stappen for bewijs in stap.bewijs}
    explained = {each.id for versie in verlofsoort.versies for each in versie.toelichting}
    explanations = {id: text for id, text in own.toelichting.items() if id not in OORDELEN}
    cases = {each.id for versie in verlofsoort.versies for each in versie.afwijken if each.als is not None}
    parts: tuple[tuple[str, set[str], Mapping[str, object], bool], ...] = (
        ("voorwaarden", set(conditions), own.voorwaarden, False),
        ("waarschuwingen", codes, own.waarschuwingen, True),
        ("stappen", steps, own.stappen, True),
        ("bewijs", proofs, own.bewijs, True),
        ("toelichting", explained, explanations, True),
        ("afwijken", cases, own.afwijken, True),
    )
    for part, used, worded, report_missing in parts:
        known = set(worded).union(*(getattr(text, part) for text in shared))
        for id in sorted(used - known if report_missing else set()):
            yield RuleError(file, 1, f"{part}: `{id}` heeft geen tekst")
        for id in sorted(set(worded) - used):
            yield RuleError(file, 1, f"{part}: niets gebruikt `{id}`")


def _eigenschappen(folder: Folder, wetboek: Wetboek, errors: list[RuleError]) -> Eigenschappen:
    data = folder["verwantschap.yaml"].data
    soorten = {
        name: Feit(f"{data['feit']}.{name}", kind["type"], tuple(kind.get("opties", ())))
        for name, kind in data["eigenschappen"].items()
    }
    bronnen = build.bronnen(folder["verwantschap.yaml"].located(), wetboek, None, errors)
    return Eigenschappen(data["feit"], soorten, data["waarden"], bronnen)


def _bedragen(folder: Folder, wetboek: Wetboek, errors: list[RuleError]) -> Iterable[BedragTabel]:
    for document in folder.of_kind("bedragen"):
        tree = document.located()
        yield build_facts.bedrag_tabel(tree, build.bronnen(tree, wetboek, None, errors))


def _hiaten(folder: Folder, wetboek: Wetboek, errors: list[RuleError]) -> Iterable[Hiaat]:
    for each in folder["hiaten.yaml"].located():
        words = {taal: str(text) for taal, text in each["tekst"].items()}
        errors.extend(wrong_languages(each["tekst"], folder.talen))
        leaves = tuple(map(str, each["verlofsoorten"]))
        sources = build.bronnen(each, wetboek, None, errors)
        yield Hiaat(str(each["id"]), leaves, sources, words, each.get("als"), each.get("bij") == "altijd")


def _tegenspraken(folder: Folder, wetboek: Wetboek, errors: list[RuleError]) -> Iterable[Tegenspraak]:
    """The contradictions; a folder without that file knows none."""
    document = folder.documents.get(TEGENSPRAAK)
    seen: set[str] = set()
    for plain, each in zip(document.data, document.located(), strict=True) if document else ():
        if plain["id"] in seen:
            errors.append(each["id"].error(f"de tegenspraak `{plain['id']}` is er al"))
        seen.add(plain["id"])
        errors.extend(wrong_languages(each["tekst"], folder.talen))
        errors += [
            text.error(f"`{text}`: hier wordt geen waarde ingevuld, dus zonder accolades")
            for text in each["tekst"].values()
            if "{" in text
        ]
        yield Tegenspraak(
            plain["id"],
            plain["soort"],
            each["als"],
            tuple(plain.get("raakt", ())),
            plain["voorbeeld"],
            plain["past"],
            build.bronnen(each, wetboek, None, errors),
            each["tekst"],
        )
