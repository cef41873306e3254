"""A bill that became law: which leave took its place, and whether that can be."""

from collections.abc import Iterator, Mapping

from verlof_api.rulebook.errors import RuleError
from verlof_api.rulebook.model import Verlofsoort


def impossible_successors(verlofsoorten: Mapping[str, Verlofsoort]) -> Iterator[RuleError]:
    """Each `opgevolgd-door` that names no law: only a bill is followed, and only by a leave that exists and is law."""
    for soort in verlofsoorten.values():
        named = soort.opgevolgd_door
        if named is None:
            continue
        follower = verlofsoorten.get(named)
        if not soort.voorstel:
            yield named.error(f"`{soort.id}` is no bill: law is followed by a new version, under the same id")
        elif follower is None:
            yield named.error(f"`{named}` is not a leave")
        elif follower.voorstel:
            yield named.error(f"`{named}` is a bill itself: name the leave that the law knows now")
