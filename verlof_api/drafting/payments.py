"""Which of several payments that change a scenario shows: an answer names the payment that holds, not its place."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from verlof_api.drafting.amendment import Changed
from verlof_api.drafting.boundary import Boundary
from verlof_api.drafting.emit import scalar

_ONE_OF_SEVERAL: Final = re.compile(r"betaling\.(?P<place>\d+)\.(?P<key>\w+)")


def also_shown(
    changed: Sequence[Changed], first: Boundary, others: Iterable[Boundary]
) -> tuple[dict[int, Boundary], list[int]]:
    """For each payment that changes and that `first` does not show: the boundary of `others` that does; and the places
    of the payments that none surely shows. Both are empty where a leave has one payment."""
    by_place = dict(_payments(changed))
    found: dict[int, Boundary] = {}
    hidden = []
    for place, changes in by_place.items():
        if _shows(first, changes):
            continue
        boundary = next((each for each in others if _shows(each, changes)), None)
        if boundary is None:
            hidden.append(place)
        else:
            found[place] = boundary
    return found, hidden


def _payments(changed: Sequence[Changed]) -> Iterator[tuple[int, list[tuple[str, str, str]]]]:
    """The place of each payment that changes, with what tells it from the others: key, old and new value."""
    found: dict[int, list[tuple[str, str, str]]] = {}
    for each in changed:
        named = _ONE_OF_SEVERAL.fullmatch(each.path)
        if named:
            found.setdefault(int(named["place"]), []).append((named["key"], each.old, each.new))
    times = Counter(change for changes in found.values() for change in changes)
    for place, changes in found.items():
        yield place, [change for change in changes if times[change] == 1]


def _shows(boundary: Boundary, changes: Sequence[tuple[str, str, str]]) -> bool:
    before, after = boundary.before.get("betaling"), boundary.after.get("betaling")
    if not isinstance(before, Mapping) or not isinstance(after, Mapping):
        return False
    return any(
        key in before and key in after and (scalar(before[key]), scalar(after[key])) == (old, new)
        for key, old, new in changes
    )
