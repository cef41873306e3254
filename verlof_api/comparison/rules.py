"""What changes in the rules of a leave between two texts, part by part, with the article."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Final

from verlof_api.assessment import Beoordelaar
from verlof_api.assessment.plan import Plan
from verlof_api.assessment.wording import CardWords
from verlof_api.comparison.changes import FieldChange, LeaveChange, PartChange, Successor, ValueChange
from verlof_api.comparison.gifts import Gifts
from verlof_api.comparison.parts import BETALING, ComparedText, Part, read
from verlof_api.comparison.words import comparison_words
from verlof_api.law.model import Verlofsoort, Versie

NIEUW, VERVALLEN, GEWIJZIGD = "nieuw", "vervallen", "gewijzigd"
_NO_TEXT: Final = ComparedText({}, {}, {})


class Texts:
    """The parts of every text of one rulebook, each read once. Thread-safe.

    `kaart`: the words of the card per language; `gifts`: what each text gives.
    """

    def __init__(self, beoordelaar: Beoordelaar, kaart: Mapping[str, CardWords], gifts: Gifts) -> None:
        self._beoordelaar, self._kaart, self._gifts = beoordelaar, kaart, gifts
        self._texts = cache(self._read)

    def prepare(self) -> None:
        """Read what nobody asked for yet."""
        for key in self._beoordelaar.plans:
            self._texts(key)

    def change(self, verlofsoort: Verlofsoort, was: Versie | None, wordt: Versie | None, taal: str) -> LeaveChange:
        """What is new, gone or different in a leave between two texts; None: it is not in force."""
        old, new = (None if versie is None else self._plan(verlofsoort, versie) for versie in (was, wordt))
        return {
            "verlofsoort": verlofsoort.id,
            "naam": str(verlofsoort.teksten[taal].naam),
            "wijziging": NIEUW if was is None else VERVALLEN if wordt is None else GEWIJZIGD,
            "voorstel": verlofsoort.voorstel,
            "opvolger": self._successor(verlofsoort, taal) if wordt is None else None,
            "was": None if old is None else old.geldig,
            "wordt": None if new is None else new.geldig,
            "geeft": {
                "was": None if old is None else self._gifts.of(old, taal),
                "wordt": None if new is None else self._gifts.of(new, taal),
            },
            "onderdelen": list(self._part_changes(old, new, taal)),
        }

    def _successor(self, verlofsoort: Verlofsoort, taal: str) -> Successor | None:
        id = verlofsoort.opgevolgd_door
        if id is None:
            return None
        return {"id": str(id), "naam": str(self._beoordelaar.rulebook.verlofsoorten[id].teksten[taal].naam)}

    def _plan(self, verlofsoort: Verlofsoort, versie: Versie) -> Plan:
        return self._beoordelaar.plans[f"{verlofsoort.id}@{versie.van.isoformat()}"]

    def _read(self, key: str) -> ComparedText:
        return read(self._beoordelaar.plans[key])

    def _part_changes(self, old: Plan | None, new: Plan | None, taal: str) -> Iterator[PartChange]:
        before, after = (_NO_TEXT if plan is None else self._texts(plan.key) for plan in (old, new))
        shared = before.values.keys() & after.values.keys()
        changed = {name for name in shared if before.values[name] != after.values[name]}
        texts = self._beoordelaar.words[taal]
        titles = {id: titel for plan in (old, new) if plan for id, titel in texts[plan.key].titels.items()}
        for kind, id, was, wordt in _paired(before, after):
            values = _value_changes(was, wordt, before, after, changed) if was and wordt else []
            if was and wordt and not values and (was.fields, was.cited) == (wordt.fields, wordt.cited):
                continue
            latest = wordt or was
            yield {
                "onderdeel": kind,
                "id": id,
                "label": self._label(kind, id, titles, taal),
                "wijziging": NIEUW if was is None else VERVALLEN if wordt is None else GEWIJZIGD,
                "was": was.reads if was else None,
                "wordt": wordt.reads if wordt else None,
                "velden": _fields(was, wordt, taal),
                "waarin": values,
                "bronnen": latest.bronnen if latest else [],
            }

    def _label(self, kind: str, id: str, titles: Mapping[str, str], taal: str) -> str:
        """What a part is called in words for people."""
        words, kaart = comparison_words(taal), self._kaart[taal]
        kind_word = words["onderdeel"][kind]
        match kind:
            case "voorwaarde":
                return f"{kind_word}: {titles.get(id, id)}"
            case "termijn":
                return f"{kind_word}: {kaart['termijnen'].get(id, id)}"
            case "uitkomst":
                return f"{kind_word}: {kaart['oordelen'].get(id, id)}"
            case "omvang":
                return f"{kind_word}: {words['maat'][id]['other']}"
            case "betaling":
                door, grondslag, *_ = id.split("-")
                paid = words["betaald"].format(door=kaart["door"][door], grondslag=words["grondslag"][grondslag])
                return f"{kind_word}: {paid}"
            case _:
                return str(kind_word)


def _fields(was: Part | None, wordt: Part | None, taal: str) -> list[FieldChange]:
    """What is written in the fields of a part that differ, with their labels."""
    before, after = (part.fields if part else {} for part in (was, wordt))
    return [
        {"naam": name, "label": comparison_words(taal)["veld"][name], "was": before.get(name), "wordt": after.get(name)}
        for name in dict.fromkeys((*before, *after))
        if before.get(name) != after.get(name)
    ]


def _paired(before: ComparedText, after: ComparedText) -> Iterator[tuple[str, str, Part | None, Part | None]]:
    """The parts of two texts, each beside its own: by id, and payments by who pays for what."""
    for kind, id in dict.fromkeys((*before.parts, *after.parts)):
        yield kind, id, before.parts.get((kind, id)), after.parts.get((kind, id))
    for id in dict.fromkeys((*before.payments, *after.payments)):
        pairs = _alike(before.payments.get(id, ()), after.payments.get(id, ()))
        for number, (was, wordt) in enumerate(pairs, start=1):
            yield BETALING, id if number == 1 else f"{id}-{number}", was, wordt


def _alike(before: Sequence[Part], after: Sequence[Part]) -> list[tuple[Part | None, Part | None]]:
    """Payments on one basis by one payer, those that share most beside each other; the rest is new or gone."""
    candidates = sorted(
        ((-_shared(was, wordt), i, j) for i, was in enumerate(before) for j, wordt in enumerate(after)),
    )
    partner: dict[int, int] = {}
    for _, i, j in candidates:
        if i not in partner and j not in partner.values():
            partner[i] = j
    pairs: list[tuple[Part | None, Part | None]] = [
        (was, after[partner[i]] if i in partner else None) for i, was in enumerate(before)
    ]
    return pairs + [(None, wordt) for j, wordt in enumerate(after) if j not in partner.values()]


def _shared(was: Part, wordt: Part) -> int:
    return sum(wordt.fields.get(name) == text for name, text in was.fields.items())


def _value_changes(
    was: Part, wordt: Part, before: ComparedText, after: ComparedText, changed: set[str]
) -> list[ValueChange]:
    """The named values below a part that are written differently, or that only one of its texts builds on."""
    if was.names == wordt.names:
        differing = [name for name in was.names if name in changed]
    else:
        here, there = set(was.names), set(wordt.names)
        every = dict.fromkeys((*was.names, *wordt.names))
        differing = [name for name in every if name in changed or (name in here) != (name in there)]
    return [
        {
            "naam": name,
            "was": before.values[name] if name in was.names else None,
            "wordt": after.values[name] if name in wordt.names else None,
        }
        for name in differing
    ]
