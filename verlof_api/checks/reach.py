"""Can every leave be found, and is no bill left behind that became law?"""

from collections.abc import Iterator, Mapping

from verlof_api.law.errors import RuleError
from verlof_api.law.model import Verlofsoort
from verlof_api.law.regelboek import Rulebook
from verlof_api.situations.levenssituaties import Levenssituatie

Situaties = Mapping[str, Levenssituatie]


def reach(rulebook: Rulebook, situaties: Situaties) -> Iterator[RuleError]:
    """Leaves that no life situation names, and bills that ended without a successor or that hide theirs.

    A rules folder without life situations is not held to the first.
    """
    named = {leave for situatie in situaties.values() for leave in situatie.verlofsoorten}
    for soort in rulebook.verlofsoorten.values():
        if situaties and soort.id not in named:
            yield soort.versies[-1].plek.error(
                f"{soort.id}: geen levenssituatie noemt dit verlof, dus niemand vindt het; zet het in situaties.yaml"
            )
        if soort.voorstel:
            yield from _left_behind(soort, situaties)


def _left_behind(bill: Verlofsoort, situaties: Situaties) -> Iterator[RuleError]:
    follower, last = bill.opgevolgd_door, bill.versies[-1]
    if follower is None:
        if last.tot is not None:
            yield last.plek.error(
                f"{bill.id}: een voorstel met een `tot` noemt onder `opgevolgd-door` het verlof dat het werd"
            )
        return
    if last.tot is None:
        yield follower.error(f"{bill.id}: een voorstel dat wet werd, eindigt: geef de laatste versie een `tot`")
    for situatie in situaties.values():
        if bill.id in situatie.verlofsoorten and follower not in situatie.verlofsoorten:
            yield follower.error(
                f"{bill.id}: de levenssituatie `{situatie.id}` noemt dit voorstel, maar `{follower}` niet"
            )
