"""Scenarios for the day before a change of law and the day itself, made from a scenario that exists.

A scenario is moved in time until the day that decides which law applies is the boundary. What then differs between the
old and the new law is what the two scenarios expect: the old value on the day before, the new one on the day itself.
"""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path

import orjson

from verlof_api.assessment import Beoordelaar
from verlof_api.assessment.wire import to_json
from verlof_api.checks.coverage import GRANTING
from verlof_api.checks.scenarios import Scenarios
from verlof_api.law.scenarios import Scenario
from verlof_api.law.strict_yaml import Tree
from verlof_api.library import Core

Said = dict[str, object]  # part of an answer -> its value, or its values by name

_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_NEVER_EXPECTED = ("geldig", "nogNiet", "zonder")  # a new version begins on another day, whatever it changes
_BY_NAME = {"termijnen": ("id", "uiterlijk"), "voorwaarden": ("id", "uitkomst")}


@dataclass(frozen=True)
class Boundary:
    """A request for each side of the boundary, and what differs: `before` and `after` have the same keys."""

    vraag_before: Tree
    vraag_after: Tree
    before: Said
    after: Said


class Boundaries:
    """Looks for scenarios of one leave that show the difference between two sets of rules."""

    def __init__(self, root: Path, old: Core, new: Beoordelaar, verlof: str) -> None:
        self._old, self._new = Scenarios(old.beoordelaar, old.situaties), Scenarios(new, old.situaties)
        self._verlof = verlof
        self._expectable = _expectable(root)
        self._scenarios = [each for each in old.scenarios if verlof in each.verwacht]

    def find(self, vanaf: date) -> list[Boundary]:
        """Every boundary that shows a difference, those that take the fewest facts first; none when no scenario gives
        the leave and shows one."""
        found = [each for scenario in self._scenarios if (each := self._at(scenario, vanaf)) is not None]
        return sorted(found, key=lambda each: len(each.vraag_after["feiten"]))

    def _at(self, scenario: Scenario, vanaf: date) -> Boundary | None:
        anchor = self._old.anchor(scenario, self._verlof)
        if anchor is None:
            return None
        on_the_day = _moved(scenario, vanaf - anchor)
        day_before = _moved(scenario, vanaf - timedelta(days=1) - anchor)
        old, new = self._said(self._old, on_the_day), self._said(self._new, on_the_day)
        before = self._said(self._new, day_before)
        if old is None or new is None or before is None or new["oordeel"] not in GRANTING:
            return None
        after = _other(new, old)
        kept = _same_keys(before, after)
        if not after or _other(after, kept) != after:
            return None
        verdicts = ({"oordeel": before["oordeel"]}, {"oordeel": new["oordeel"]})
        return Boundary(day_before.vraag, on_the_day.vraag, verdicts[0] | kept, verdicts[1] | after)

    def _said(self, runner: Scenarios, scenario: Scenario) -> Said | None:
        """What the answer says that a scenario can expect; None when the request is refused."""
        answers = runner.run(scenario).answers
        answer = answers.get(self._verlof)
        return None if answer is None else dict(self._parts(orjson.loads(to_json(answer))))

    def _parts(self, answer: Tree) -> Iterator[tuple[str, object]]:
        yield "oordeel", answer["oordeel"]
        for part, keys in self._expectable.items():
            said = answer.get(part)
            if part in _BY_NAME:
                name, value = _BY_NAME[part]
                yield part, {each[name]: each[value] for each in said or ()}
            elif isinstance(said, Mapping):
                yield part, {key: said[key] for key in keys if said.get(key) is not None}


def _expectable(root: Path) -> Mapping[str, list[str]]:
    """The parts of an answer that a scenario can expect, each with its values, as the schema of scenarios has them."""
    schema = json.loads((root / "schema" / "scenarios.json").read_text("utf-8"))
    parts: dict[str, list[str]] = {part: [] for part in _BY_NAME}
    for part, shape in schema["$defs"]["verwachting"]["properties"].items():
        for each in (shape, *shape.get("oneOf", ())):
            if part not in _NEVER_EXPECTED and "properties" in each:
                parts[part] = [key for key, value in each["properties"].items() if value.get("type") != "array"]
    return parts


def _moved(scenario: Scenario, by: timedelta) -> Scenario:
    return replace(scenario, vraag={key: _with_days_moved(each, by) for key, each in scenario.vraag.items()})


def _with_days_moved(value: object, by: timedelta) -> object:
    if isinstance(value, str) and _DAY.fullmatch(value):
        return (date.fromisoformat(value) + by).isoformat()
    if isinstance(value, Mapping):
        return {key: _with_days_moved(each, by) for key, each in value.items()}
    if isinstance(value, list):
        return [_with_days_moved(each, by) for each in value]
    return value


def _other(said: Said, than: Said) -> Said:
    """What `said` says otherwise than `than`; its verdict stands apart."""
    other: Said = {}
    for part in said:
        differing = {key: value for key, value in _of(part, said).items() if _of(part, than).get(key) != value}
        if differing:
            other[part] = differing
    return other


def _same_keys(said: Said, like: Said) -> Said:
    return {part: {key: _of(part, said)[key] for key in _of(part, like) if key in _of(part, said)} for part in like}


def _of(part: str, said: Said) -> Mapping[str, object]:
    """The values by name of a part; none where it is one value, or not there."""
    values = said.get(part)
    return values if isinstance(values, Mapping) else {}
