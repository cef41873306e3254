"""What the same situations get under the law of two dates: every scenario, moved to each date, and what flips.

A scenario is moved by shifting all its dates, so that the date that decides which law applies to a leave falls on the
date compared. Only leaves whose rules or amounts differ between the dates are compared: every flip has its change.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date, timedelta
from typing import Any

from verlof_api.checks.scenarios import Scenarios
from verlof_api.rulebook.scenarios import Scenario

Json = dict[str, Any]


def outcome_changes(
    runner: Scenarios, scenarios: Iterable[Scenario], parts: Mapping[str, Collection[str]], van: date, tot: date
) -> list[Json]:
    """Per scenario and leave: where the outcome differs between the dates.

    `parts`: per leave that is touched, which of oordeel, omvang and betaling its changes can explain; only those count.
    """
    flips = []
    for scenario in scenarios:
        for verlof in parts.keys() & scenario.verwacht.keys():
            was, wordt = (_outcome(runner, scenario, verlof, day) for day in (van, tot))
            if was is None or wordt is None:
                continue
            different = [part for part in parts[verlof] if was[part] != wordt[part]]
            if different:
                told = {"scenario": scenario.id, "titel": scenario.titel, "verlofsoort": verlof, "verschilt": different}
                flips.append({**told, "was": was, "wordt": wordt})
    return flips


def moved(vraag: Mapping[str, Any], days: timedelta) -> Json:
    """The request with every date in it `days` later."""
    return {key: _moved(value, days) for key, value in vraag.items()}


def _moved(value: Any, days: timedelta) -> Any:
    if isinstance(value, Mapping):
        return {key: _moved(each, days) for key, each in value.items()}
    if isinstance(value, list):
        return [_moved(each, days) for each in value]
    if isinstance(value, str):
        try:
            return (date.fromisoformat(value) + days).isoformat()
        except ValueError:
            return value
    return value


def _outcome(runner: Scenarios, scenario: Scenario, verlof: str, day: date) -> Json | None:
    """What the leave gives when its deciding date falls on `day`; None when the law does not reach that far."""
    anchor = runner.anchor(scenario, verlof)
    if anchor is None:
        return None
    answer = runner.answer({**moved(scenario.vraag, day - anchor), "verlofsoorten": [verlof]})
    if answer is None:
        return None
    size, pay = answer["omvang"] or {}, answer["betaling"] or {}
    return {
        "oordeel": answer["oordeel"],
        "omvang": {key: size.get(key) for key in ("uren", "dagen", "werkdagen")} if size else None,
        "betaling": {"percentage": pay["percentage"], "bedragen": list(_amounts(pay))} if pay else None,
    }


def _amounts(pay: Mapping[str, Any]) -> Iterator[str]:
    """The amounts without their dates, which always differ."""
    for each in pay["bedragen"]:
        yield f"{each['bedrag']} per {each['per']} ({each['soort']})"
