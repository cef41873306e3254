"""The words about refusals, checked against what uses them: none missing, none left over, nothing that stays open."""

from collections.abc import Iterator, Mapping

from verlof_api.law.errors import RuleError
from verlof_api.law.folder import Folder
from verlof_api.law.strict_yaml import Tree
from verlof_api.law.values import not_filled_in, passages
from verlof_api.refusals.model import WeigeringRegel

# What may stand between braces, per section. What is not listed takes no values.
_VALUES: Mapping[str, frozenset[str]] = {
    "antwoorden": frozenset({"verlof", "artikel"}),
    "termijn": frozenset({"uiterlijk", "verlof", "artikel"}),
    "termijnregels": frozenset({"verlof", "artikel"}),
    "vorm": frozenset({"eisen", "artikel"}),
    "stilte": frozenset({"verlof", "artikel", "uiterlijk"}),
    "slotsommen": frozenset({"verlof"}),
    "helpers": frozenset({"artikel", "uiterlijk"}),
    "terugschrijven": frozenset({"verlof", "reden", "dag", "uiterlijk", "artikel", "eisen", "peildatum"}),
    "zinnen": frozenset({"verlof", "dag", "feiten"}),
}
# What silence means, and the same where the last day for an answer is not known.
NIET_GEREGELD = "niet-geregeld"
ZOALS_GEVRAAGD, ZONDER_DAG = "zoals-gevraagd", "zoals-gevraagd-zonder-dag"
# Sections whose ids are fixed by the code that picks them.
FIXED: Mapping[str, frozenset[str]] = {
    "grond": frozenset({"ja", "nee", "oordeel-nodig", "onbekend"}),
    "termijn": frozenset({"ja", "nee", "oordeel-nodig", "onbekend", "geen-termijn", "loopt-nog", "nooit-geweest"}),
    "vorm": frozenset({"ja", "nee", "onbekend", "vormvrij", "geen-antwoord"}),
    "terugschrijven": frozenset({"geweigerd", "gewijzigd", "gezwegen", "te-laat", "vormgebrek", "vraag-vorm"}),
    "zinnen": frozenset({"ongelezen", "hangt-af-van", "ongelezen-terug", "voorbij", "mits"}),
}


def wrong_words(
    words: Mapping[str, Tree], shared: Tree, regels: Mapping[str, WeigeringRegel], folder: Folder
) -> Iterator[RuleError]:
    used = _used(shared, regels)
    for taal, tree in words.items():
        file = f"weigeringen.{taal}.yaml"
        own = {id for regel in regels.values() for id in regel.teksten[taal]}
        for section, needed in used.items():
            known = tree[section]
            for id in sorted(needed - set(known) - (own if section == "antwoorden" else set())):
                yield RuleError(file, 1, f"{section}: `{id}` heeft geen tekst")
            for id in sorted(set(known) - needed):
                yield folder[file].error((section, id), f"{section}: niets gebruikt `{id}`")
        for id, each in shared["helpers"].items():
            if ("uiterlijk" in each) != ("voorbij" in tree["helpers"].get(id, {})):
                yield RuleError(
                    file, 1, f"helpers: `{id}` heeft `voorbij` alleen als er een `uiterlijk` is, en dan altijd"
                )
        for section in tree:
            for words_of_it in passages(tree[section]):
                yield from not_filled_in(words_of_it, _VALUES.get(section, frozenset()))
    for id, regel in regels.items():
        here = id.replace(".", "/")
        texts = {taal: set(each) for taal, each in regel.teksten.items()}
        everything: set[str] = set().union(*texts.values())
        for taal, each in texts.items():
            for text in sorted(everything - each):
                yield RuleError(f"{here}/weigering.{taal}.yaml", 1, f"antwoorden: `{text}` heeft geen tekst")
            for text in sorted(each - _texts(regel)):
                place = regel.teksten[taal][text].uitleg
                yield place.error(f"antwoorden: niets gebruikt `{text}`")
            for tekst in regel.teksten[taal].values():
                for words_of_it in (tekst.uitleg, tekst.terug):
                    yield from not_filled_in(words_of_it, _VALUES["antwoorden"])


def _texts(regel: WeigeringRegel) -> set[str]:
    return {str(grond.tekst) for v in regel.versies for gronden in v.redenen.values() for grond in gronden}


def _used(shared: Tree, regels: Mapping[str, WeigeringRegel]) -> dict[str, set[str]]:
    versies = [versie for regel in regels.values() for versie in regel.versies]
    kenmerken = {f"{name}-{each.waarde}" for v in versies for name, each in v.werkgever.items()}
    texts: set[str] = set().union(*map(_texts, regels.values()))
    terms = [v.termijn for v in versies if v.termijn is not None]
    termijnen = {str(text) for each in terms for text in (each.tekst, each.kanttekening) if text is not None}
    used = {section: set(ids) for section, ids in FIXED.items()}
    used["termijn"] |= termijnen
    closing = {str(each[part]) for each in shared["slotsommen"].values() for part in ("slot", "mits") if part in each}
    used["terugschrijven"] |= closing
    stilte = {v.stilte for v in versies}
    return used | {
        "termijnregels": {str(each.regel) for each in terms if each.regel is not None},
        "te-laat": {each.gevolg for each in terms},
        "redenen": set(shared["redenen"]),
        "vormen": set(map(str, shared["vormen"])),
        "antwoorden": texts,
        "slotsommen": set(shared["slotsommen"]),
        "stilte": stilte | {ZONDER_DAG for each in stilte if each == ZOALS_GEVRAAGD},
        "werkgever": kenmerken,
        "helpers": set(shared["helpers"]),
    }
