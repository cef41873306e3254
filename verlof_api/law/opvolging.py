"""What came in the place of a leave: a bill that became law, or a leave that the law no longer knows."""

from collections.abc import Iterator, Mapping

from verlof_api.law.errors import RuleError
from verlof_api.law.model import Verlofsoort
from verlof_api.law.suggest import meant


def impossible_successors(verlofsoorten: Mapping[str, Verlofsoort]) -> Iterator[RuleError]:
    """Each `opgevolgd-door` that names no law: only what ended and a bill are followed, and only by a leave that exists
    and is law."""
    for soort in verlofsoorten.values():
        named = soort.opgevolgd_door
        if named is None:
            continue
        follower = verlofsoorten.get(named)
        if not soort.voorstel and soort.versies[-1].tot is None:
            yield named.error(
                f"`{soort.id}` is nog wet: schrijf een nieuwe versie onder hetzelfde id, en geen `opgevolgd-door`"
            )
        elif follower is None:
            yield named.error(f"het verlof `{named}` bestaat niet{meant(verlofsoorten, named)}")
        elif follower.voorstel:
            yield named.error(f"`{named}` is zelf een voorstel: noem het verlof dat de wet nu kent")
