"""The words about refusals, checked against what uses them: none missing, none left over, nothing that stays open."""

from collections.abc import Iterable, Iterator, Mapping

from verlof_api.law.errors import RuleError
from verlof_api.law.folder import Folder
from verlof_api.law.strict_yaml import Passage, Tree
from verlof_api.law.values import not_filled_in, passages, values_in
from verlof_api.refusals.model import WeigeringRegel, WeigeringVersie

_LEAVE = frozenset({"verlof", "mijn", "noemen"})
# What may stand between braces, per section. What is not listed takes no values.
_VALUES: Mapping[str, frozenset[str]] = {
    "antwoorden": _LEAVE | {"artikel", "dag"},
    "termijn": frozenset({"uiterlijk", "verlof", "artikel"}),
    "termijnregels": frozenset({"verlof", "artikel"}),
    "vorm": frozenset({"eisen", "artikel"}),
    "stilte": frozenset({"verlof", "artikel", "dag"}),
    "slotsommen": frozenset({"verlof", "artikel", "dag"}),
    "helpers": frozenset({"artikel", "dag"}),
    "terugschrijven": _LEAVE | {"reden", "uiterlijk", "artikel", "eisen", "dag"},
    "zinnen": frozenset({"verlof", "op", "feiten"}),
    "vragen": _LEAVE,
    "gevallen": frozenset({"artikel"}),
    "morgen": frozenset({"verlof", "artikel", "dag"}),
    "morgen-dag": frozenset({"dag", "artikel"}),
}
# What silence means.
NIET_GEREGELD, NIET_NODIG, GEEN_INSTEMMING = "niet-geregeld", "niet-nodig", "geen-instemming"
ZOALS_GEVRAAGD, ZONDER_RECHT = "zoals-gevraagd", "zonder-recht"
# Sections whose words can name a day. They have other words for when it is not known.
_DATED = ("antwoorden", "stilte", "slotsommen", "terugschrijven", "morgen")
# Sections whose ids are fixed by the code that picks them.
FIXED: Mapping[str, frozenset[str]] = {
    "grond": frozenset({"ja", "nee", "oordeel-nodig", "onbekend", "geen-antwoord"}),
    "termijn": frozenset(
        {"ja", "nee", "oordeel-nodig", "onbekend", "geen-termijn", "loopt-nog", "nooit-geweest", ZONDER_RECHT}
    ),
    "vorm": frozenset({"ja", "nee", "onbekend", "vormvrij", "geen-antwoord"}),
    "stilte": frozenset({ZONDER_RECHT}),
    "terugschrijven": frozenset(
        {"geweigerd", "gewijzigd", "gezwegen", "niet-geantwoord", "te-laat", "vormgebrek", "vraag-vorm"}
    ),
    "zinnen": frozenset({"ongelezen", "hangt-af-van", "ongelezen-terug", "voorbij", "mits", "mits-oordeel", "mijn"}),
    "morgen": frozenset({"sturen"}),
    "morgen-dag": frozenset({"antwoord-werkgever", "bezwaar", "uwv", "kantonrechter"}),
}


def without_day(id: str) -> str:
    """The id of the words for when the day is not known that those of `id` name."""
    return f"{id}-zonder-dag"


def wrong_words(
    words: Mapping[str, Tree], shared: Tree, regels: Mapping[str, WeigeringRegel], folder: Folder
) -> Iterator[RuleError]:
    used = _used(shared, regels)
    for taal, tree in words.items():
        file = f"weigeringen.{taal}.yaml"
        own = {id for regel in regels.values() for id in regel.teksten[taal]}
        for section, ids in used.items():
            known = tree.get(section, {})
            needed = ids | _days(known, ids) if section in _DATED else ids
            for id in sorted(needed - set(known) - (own if section == "antwoorden" else set())):
                yield RuleError(file, 1, f"{section}: `{id}` heeft geen tekst")
            for id in sorted(set(known) - needed):
                yield folder[file].error((section, id), f"{section}: niets gebruikt `{id}`")
        for name, each in shared["helpers"].items():
            yield from _wrong_helper(name, each, tree["helpers"].get(name, {}), file)
        for section in tree:
            for words_of_it in passages(tree[section]):
                yield from not_filled_in(words_of_it, _VALUES.get(section, frozenset()))
    for leave, regel in regels.items():
        yield from _wrong_own_words(leave, regel)


def _days(words: Tree, ids: Iterable[str]) -> set[str]:
    """The ids of the words that those of `ids` need beside them, as they name a day."""
    return {without_day(id) for id in ids if any("dag" in _values(text) for text in passages(words.get(id, {})))}


def _values(text: Passage) -> frozenset[str]:
    try:
        return values_in(text)
    except ValueError:  # told where the braces are looked at
        return frozenset()


def _wrong_helper(id: str, helper: Tree, words: Tree, file: str) -> Iterator[RuleError]:
    for key, says in (("uiterlijk", "voorbij"), ("dringend", "dringend")):
        if (key in helper) != (says in words):
            yield RuleError(file, 1, f"helpers: `{id}` heeft `{says}` alleen als er een `{key}` is, en dan altijd")


def _wrong_own_words(id: str, regel: WeigeringRegel) -> Iterator[RuleError]:
    here = id.replace(".", "/")
    texts = {taal: set(each) for taal, each in regel.teksten.items()}
    everything: set[str] = set().union(*texts.values())
    for taal, each in texts.items():
        for text in sorted(everything - each):
            yield RuleError(f"{here}/weigering.{taal}.yaml", 1, f"antwoorden: `{text}` heeft geen tekst")
        for text in sorted(each - _texts(regel) - set(map(without_day, _texts(regel)))):
            yield regel.teksten[taal][text].uitleg.error(f"antwoorden: niets gebruikt `{text}`")
        for tekst in regel.teksten[taal].values():
            for words_of_it in (tekst.uitleg, tekst.terug):
                yield from not_filled_in(words_of_it, _VALUES["antwoorden"])
        for name in regel.namen[taal].values():
            yield from not_filled_in(name, ())
    named = {taal: set(each) for taal, each in regel.namen.items()}
    for taal, each in named.items():
        for missing in sorted(set().union(*named.values()) - each):
            yield RuleError(f"{here}/weigering.{taal}.yaml", 1, f"`{missing}` ontbreekt")


def _all_versions(regels: Iterable[WeigeringRegel]) -> Iterator[WeigeringVersie]:
    """Every version, with the cases in it."""
    for regel in regels:
        for versie in regel.versies:
            yield versie
            yield from (geval.versie for geval in versie.gevallen)


def _texts(regel: WeigeringRegel) -> set[str]:
    return {str(grond.tekst) for v in _all_versions([regel]) for gronden in v.redenen.values() for grond in gronden}


def _used(shared: Tree, regels: Mapping[str, WeigeringRegel]) -> dict[str, set[str]]:
    versies = list(_all_versions(regels.values()))
    terms = [v.termijn for v in versies if v.termijn is not None]
    slotsommen = shared["slotsommen"].values()
    used = {section: set(ids) for section, ids in FIXED.items()}
    used["termijn"] |= {str(text) for each in terms for text in (each.tekst, each.kanttekening) if text is not None}
    used["grond"] |= _keys(slotsommen, "grond")
    used["terugschrijven"] |= _keys(slotsommen, "slot", "mits")
    used["terugschrijven"] |= {v.zonder_belang.tekst for v in versies if v.zonder_belang is not None}
    used["morgen"] |= _keys(slotsommen, "morgen", "morgen-mits", "bellen")
    used["morgen"] |= {each.tekst for v in versies for each in (*v.morgen.values(), *v.ander_verlof)}
    used["stilte"] |= {each.tekst for v in versies for each in v.stiltes}
    return used | {
        "termijnregels": {str(each.regel) for each in terms if each.regel is not None},
        "te-laat": {each.gevolg for each in terms},
        "redenen": set(shared["redenen"]),
        "redenbrief": set(shared["redenen"]),
        "vormen": set(map(str, shared["vormen"])),
        "antwoorden": set().union(*map(_texts, regels.values())),
        "slotsommen": set(shared["slotsommen"]),
        "werkgever": {f"{name}-{each.waarde}" for v in versies for name, each in v.werkgever.items()},
        "helpers": set(shared["helpers"]),
        "gevallen": {geval.id for regel in regels.values() for v in regel.versies for geval in v.gevallen},
        "vragen": {v.vraag for v in versies if v.vraag is not None},
    }


def _keys(trees: Iterable[Tree], *keys: str) -> set[str]:
    return {str(tree[key]) for tree in trees for key in keys if key in tree}
