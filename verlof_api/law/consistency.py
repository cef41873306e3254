"""What a JSON Schema cannot see: whether the files of a rules folder agree with one another and with themselves."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta

from verlof_api.law.errors import RuleError
from verlof_api.law.feit import Feit
from verlof_api.law.folder import Folder
from verlof_api.law.strict_yaml import Document, Tree
from verlof_api.law.suggest import meant
from verlof_api.law.violations import written

_PLAIN_TYPES: Mapping[str, tuple[type, ...]] = {
    "bool": (bool,),
    "int": (int,),
    "number": (int, float),
    "enum": (str,),
    "periods": (list,),
}


def disagreements(folder: Folder, feiten: Mapping[str, Feit]) -> Iterator[RuleError]:
    """Everything in facts, words of facts, kinship, shared names and amounts that does not fit together."""
    yield from _defaults(folder["feiten.yaml"])
    yield from _other_answers(folder["feiten.yaml"], feiten)
    for taal in folder.talen:
        yield from _words(folder[f"feiten.{taal}.yaml"], feiten)
    yield from _kinship(folder["verwantschap.yaml"], feiten)
    yield from _shared_names(folder, feiten)
    yield from _tables(folder)


def _defaults(document: Document) -> Iterator[RuleError]:
    facts: dict[str, Tree] = document.data
    for id, fact in facts.items():
        absent = fact.get("afwezig")
        if isinstance(absent, dict) and "waarde" in absent and not _possible(fact, absent["waarde"]):
            yield document.error((id, "afwezig"), f"`{id}` kan niet {written(absent['waarde'])} zijn")
        others = [fact.get("impliceert"), absent.get("feit") if isinstance(absent, dict) else None]
        for other in others:
            if other is not None and other not in facts and other != "peildatum":
                yield document.error((id,), f"`{id}`: het feit `{other}` bestaat niet{meant(facts, other)}")


def _possible(fact: Tree, value: object) -> bool:
    kind = _PLAIN_TYPES.get(fact["type"])
    if kind is None or not isinstance(value, kind) or (isinstance(value, bool) and fact["type"] != "bool"):
        return False
    if "opties" in fact:
        return value in fact["opties"]
    if "bereik" in fact:
        low, high = fact["bereik"]
        return bool(low <= value <= high)
    return True


def _other_answers(document: Document, feiten: Mapping[str, Feit]) -> Iterator[RuleError]:
    for id, feit in feiten.items():
        if feit.ofwel is None:
            continue
        other = feiten.get(feit.ofwel.feit)
        if feit.type != "date":
            yield document.error((id, "ofwel"), f"`{id}` is geen datum: alleen een datum heeft een `ofwel`")
        if other is None or other.type != "bool" or not other.niet_gebeurd:
            problem = f"`{feit.ofwel.feit}` is geen feit van ja of nee met `afwezig: niet-gebeurd`"
            yield document.error((id, "ofwel"), problem)
        if feit.ofwel.tenzij is not None:
            name, options = feit.ofwel.tenzij
            known = feiten[name].opties if name in feiten else ()
            for option in set(options) - set(known):
                yield document.error(
                    (id, "ofwel", "tenzij"), f"`{name}` heeft de optie `{option}` niet{meant(known, option)}"
                )


def _words(document: Document, feiten: Mapping[str, Feit]) -> Iterator[RuleError]:
    for id, feit in feiten.items():
        words = document.data.get(id)
        if words is None:
            yield RuleError(document.file, 1, f"`{id}` heeft geen tekst")
        elif set(words.get("opties", {})) != set(feit.opties):
            options = ", ".join(feit.opties) or "geen"
            yield document.error((id,), f"`{id}`: schrijf tekst voor precies deze opties: {options}")
        elif ("ofwel" in words) != (feit.ofwel is not None):
            yield document.error(
                (id,), f"`{id}`: `ofwel` staat hier alleen als het feit zelf ook `ofwel` heeft, en dan altijd"
            )
    for id in document.data:
        if id not in feiten:
            yield document.error((id,), f"het feit `{id}` bestaat niet{meant(feiten, id)}")


def _kinship(document: Document, feiten: Mapping[str, Feit]) -> Iterator[RuleError]:
    data = document.data
    feit = feiten.get(data["feit"])
    if feit is None or not feit.opties:
        yield document.error(("feit",), f"`{data['feit']}` is geen feit met opties")
        return
    for option in feit.opties:
        if option not in data["waarden"]:
            yield document.error(("waarden",), f"`{option}` heeft geen eigenschappen")
    for option, values in data["waarden"].items():
        if option not in feit.opties:
            yield document.error(
                ("waarden", option), f"`{feit.id}` heeft de optie `{option}` niet{meant(feit.opties, option)}"
            )
        for name, kind in data["eigenschappen"].items():
            if name not in values:
                yield document.error(("waarden", option), f"bij `{option}` ontbreekt de eigenschap `{name}`")
            elif not _possible(kind, values[name]):
                yield document.error(("waarden", option), f"`{option}`: `{name}` kan niet {written(values[name])} zijn")


def _shared_names(folder: Folder, feiten: Mapping[str, Feit]) -> Iterator[RuleError]:
    """A shared name is no fact; a leave that shares a file never has two meanings for one name."""
    names: dict[str, dict[str, str]] = {"": {}}
    for document in sorted(folder.of_kind("gedeeld"), key=lambda each: each.file.count("/")):
        law = document.file.rpartition("/")[0]
        seen = names.setdefault(law, dict(names[""]))
        for name in document.data.get("afgeleid", {}):
            place = ("afgeleid", name)
            if name in feiten:
                yield document.error(place, f"`{name}` is al een feit: geef deze waarde een andere naam")
            if name in seen:
                yield document.error(place, f"`{name}` staat al in {seen[name]}")
            seen[name] = document.file


def _tables(folder: Folder) -> Iterator[RuleError]:
    documents = folder.of_kind("bedragen")
    ids: dict[str, str] = {}
    for document in documents:
        id = document.data["id"]
        if id in ids:
            yield document.error(("id",), f"de tabel `{id}` staat al in {ids[id]}")
        ids[id] = document.file
    for document in documents:
        youth = document.data.get("jeugd")
        if youth is not None and youth not in ids:
            yield document.error(("jeugd",), f"de tabel `{youth}` bestaat niet{meant(ids, youth)}")
        yield from _rows(document)
        yield from _columns(document)


def _columns(document: Document) -> Iterator[RuleError]:
    """An amount stands only in rows of days on which the law knows it; what is awaited follows the last row."""
    for column, days in document.data.get("kolommen", {}).items():
        begin, end = (days.get(name) for name in ("van", "tot"))
        for index, row in enumerate(document.data["rijen"]):
            valid = row["geldig"]
            outside = (begin is not None and valid["van"] < begin) or (end is not None and valid["tot"] > end)
            if outside and column in row["waarden"]:
                yield document.error(
                    ("rijen", index, "waarden"), f"`{column}` bestaat niet op al deze dagen: kijk bij `kolommen`"
                )
    awaited = document.data.get("verwacht")
    if awaited is not None:
        last = date.fromisoformat(document.data["rijen"][-1]["geldig"]["tot"])
        if date.fromisoformat(awaited["van"]) != last + timedelta(days=1):
            yield document.error(("verwacht",), f"`van` is de dag na de laatste rij, en die loopt tot en met {last}")


def _rows(document: Document) -> Iterator[RuleError]:
    before: date | None = None
    for index, row in enumerate(document.data["rijen"]):
        van, tot = (date.fromisoformat(row["geldig"][name]) for name in ("van", "tot"))
        place = ("rijen", index, "geldig")
        if tot < van:
            yield document.error(place, "`tot` ligt voor `van`")
        elif before is not None and van <= before:
            yield document.error(place, f"deze rij begint op {van}, maar de rij ervoor loopt tot en met {before}")
        before = tot
