"""Do the scenarios show what a version changes? Those of the new text must fail under the old one, and the reverse.

A scenario on the first day of a version is no test of that version when its answer would be right before it as well: a
slip in the one figure that changed would go unseen.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass
from datetime import date
from itertools import pairwise
from typing import Final

import orjson

from verlof_api.assessment import Situatie
from verlof_api.assessment.wire import to_json
from verlof_api.checks.scenarios import Outcome, Scenarios, differences
from verlof_api.law.errors import RuleError
from verlof_api.law.model import Verlofsoort, Versie

# What a version says of itself, and what no answer of a scenario shows.
_NOT_SHOWN: Final = frozenset({"van", "tot", "gelezen", "plek", "onderbroken", "onzichtbaar", "route", "toelichting"})
_WEAK: Final = frozenset({"geldig", "aannames"})  # these follow the version, whatever it gives
_MOST: Final = 3  # changes to name in one message
_AFTER, _BEFORE = "vanaf", "voor"

Change = tuple[str, str, str]


@dataclass(frozen=True)
class _ShownCase:
    situatie: Situatie
    expected: Mapping[str, object]


def shown(runner: Scenarios, outcomes: Iterable[Outcome]) -> Iterator[RuleError]:
    """Versions that change nothing, and versions of which no scenario before or after shows what changed; `outcomes`
    are those of `runner`."""
    yield from _Shown(runner, outcomes).findings()


class _Shown:
    def __init__(self, runner: Scenarios, outcomes: Iterable[Outcome]) -> None:
        self._runner, self._beoordelaar = runner, runner.beoordelaar
        self._cases = self._by_version(outcomes)
        soorten = self._beoordelaar.rulebook.verlofsoorten.values()
        self._pairs = [(soort, old, new) for soort in soorten for old, new in pairwise(soort.versies)]
        self._changes = {(soort.id, new.van): changes(old, new) for soort, old, new in self._pairs}
        self._seen = {
            (soort.id, new.van, side): self._shows(soort, here, other)
            for soort, old, new in self._pairs
            for side, here, other in ((_AFTER, new, old), (_BEFORE, old, new))
        }

    def findings(self) -> Iterator[RuleError]:
        for soort, old, new in self._pairs:
            changed = self._changes[soort.id, new.van]
            if not changed and _cited(old) == _cited(new):
                yield new.plek.error(f"{soort.id}: deze versie zegt hetzelfde als die van {old.van}: laat haar weg")
            sides = ((_BEFORE, old), (_AFTER, new))
            unseen = [(side, here) for side, here in sides if not self._shown_somewhere(soort, new.van, side)]
            if new.onzichtbaar is not None and not unseen:
                yield new.onzichtbaar.error(
                    f"{soort.id}: de scenario's laten wel zien wat deze versie wijzigt: laat dit weg"
                )
            for side, here in unseen if changed and new.onzichtbaar is None else ():
                if (soort.id, here.van) not in self._cases:
                    continue  # no scenario at all, or only wrong ones: that is told already
                yield new.plek.error(
                    f"{soort.id}: geen scenario {side} {new.van} laat zien wat deze versie wijzigt ({_told(changed)}):"
                    " wat ze verwachten, klopt ook onder de andere tekst"
                )

    def _by_version(self, outcomes: Iterable[Outcome]) -> Mapping[tuple[str, date], Sequence[_ShownCase]]:
        """The scenarios about each version, by leave and its first day; not those that fail under their own."""
        soorten = self._beoordelaar.rulebook.verlofsoorten
        cases: dict[tuple[str, date], list[_ShownCase]] = defaultdict(list)
        for outcome in outcomes:
            situatie = self._runner.situatie(outcome.scenario)
            if situatie is None or outcome.differences:
                continue
            for verlof, expected in outcome.scenario.verwacht.items():
                versie = soorten[verlof].versie(self._beoordelaar.anchor(situatie, verlof))
                if versie is not None:
                    cases[verlof, versie.van].append(_ShownCase(situatie, expected))
        return cases

    def _shows(self, soort: Verlofsoort, here: Versie, other: Versie) -> bool:
        """Does a scenario about the one version expect what the other does not answer?"""
        for case in self._cases.get((soort.id, here.van), ()):
            answer = self._beoordelaar.under(case.situatie, f"{soort.id}@{other.van.isoformat()}")
            told = orjson.loads(to_json(answer))  # scenarios expect what a client reads
            expected = {name: wanted for name, wanted in case.expected.items() if name not in _WEAK}
            if any(differences(expected, told)):
                return True
        return False

    def _shown_somewhere(self, soort: Verlofsoort, day: date, side: str) -> bool:
        """Does a scenario of this leave show the difference, or do leaves that share its values show the very same
        changes of that day?"""
        if self._seen[soort.id, day, side]:
            return True
        left = set(self._changes[soort.id, day])
        for other, _, new in self._pairs:
            shares = any(each is mine for each in other.gedeeld[:-1] for mine in soort.gedeeld[:-1])
            if new.van == day and shares and self._seen[other.id, day, side]:
                left -= self._changes[other.id, day]
        return not left


def changes(old: Versie, new: Versie) -> frozenset[Change]:
    """What differs between two versions in what a scenario can show: where it stands, what it was and what it is."""
    before, after = dict(_shown_of(old)), dict(_shown_of(new))
    places = before.keys() | after.keys()
    return frozenset(
        (place, before.get(place, ""), after.get(place, ""))
        for place in places
        if before.get(place) != after.get(place)
    )


def _shown_of(versie: Versie) -> Iterator[tuple[str, str]]:
    """Every value of a version that an answer can show, by where it stands."""
    for field in fields(versie):
        if field.name not in _NOT_SHOWN:
            yield from _written(getattr(versie, field.name), field.name)


def _written(part: object, place: str) -> Iterator[tuple[str, str]]:
    """Every value in a part of a version, by where it stands: entries of a list by their id."""
    if is_dataclass(part):
        for field in fields(part):
            if field.name != "bronnen":  # sources stand in the links
                yield from _written(getattr(part, field.name), f"{place}.{field.name}")
    elif isinstance(part, Mapping):
        for key, value in part.items():
            yield from _written(value, f"{place}.{key}")
    elif isinstance(part, tuple):
        for index, value in enumerate(part):
            yield from _written(value, f"{place}.{getattr(value, 'id', index)}")
    elif part is not None:
        yield place, str(part)


def _cited(versie: Versie) -> list[str]:
    """Every source of a version, in order."""
    found: list[str] = []

    def gather(part: object) -> None:
        if is_dataclass(part):
            for field in fields(part):
                value = getattr(part, field.name)
                if field.name == "bronnen":
                    found.extend(map(str, value))
                else:
                    gather(value)
        elif isinstance(part, tuple):
            for value in part:
                gather(value)

    gather(versie)
    return found


def _told(changed: Iterable[Change]) -> str:
    """Some changes in words: first those of a value that stays, and the shortest."""
    each = sorted(changed, key=lambda change: ("" in change, len(change[1]) + len(change[2]), change))
    told = [f"{place}: {was or 'niets'} -> {now or 'niets'}" for place, was, now in each[:_MOST]]
    return "; ".join([*told, "…"] if len(each) > _MOST else told)
