"""Can every leave be found, and is no bill left behind that became law?"""

from collections.abc import Iterator

from verlof_api.law.errors import RuleError
from verlof_api.law.model import Verlofsoort
from verlof_api.law.regelboek import Rulebook


def reach(rulebook: Rulebook) -> Iterator[RuleError]:
    """Leaves that no life situation names, and bills that ended without a successor or that hide theirs.

    A rules folder without life situations is not held to the first.
    """
    named = {leave for situatie in rulebook.levenssituaties.values() for leave in situatie.verlofsoorten}
    for soort in rulebook.verlofsoorten.values():
        if rulebook.levenssituaties and soort.id not in named:
            yield soort.versies[-1].plek.error(
                f"{soort.id}: no life situation names this leave, so nobody finds it; add it to situaties.yaml"
            )
        if soort.voorstel:
            yield from _left_behind(soort, rulebook)


def _left_behind(bill: Verlofsoort, rulebook: Rulebook) -> Iterator[RuleError]:
    follower, last = bill.opgevolgd_door, bill.versies[-1]
    if follower is None:
        if last.tot is not None:
            yield last.plek.error(
                f"{bill.id}: a bill that ended names the leave that it became, under `opgevolgd-door`"
            )
        return
    if last.tot is None:
        yield follower.error(f"{bill.id}: a bill that became law ends: give its last version a `tot`")
    for situatie in rulebook.levenssituaties.values():
        if bill.id in situatie.verlofsoorten and follower not in situatie.verlofsoorten:
            yield follower.error(f"{bill.id}: the life situation `{situatie.id}` names this bill, but not `{follower}`")
