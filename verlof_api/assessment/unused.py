"""What nothing uses: names that a rule writes down for nothing, and facts that can be told of a leave for nothing."""

from collections.abc import Iterable, Mapping, Sequence

from verlof_api.assessment.plan import Plan
from verlof_api.language.environment import fact_of, key_of
from verlof_api.law.errors import RuleError
from verlof_api.law.regelboek import Rulebook


def unused_names(plans: Iterable[Plan]) -> list[RuleError]:
    """Named values and assumptions that no version uses; a version that takes them over with `zoals` need not."""
    written: dict[tuple[str, int], RuleError] = {}
    used: set[tuple[str, int]] = set()
    for plan in plans:
        names = {fact_of(name) for name in plan.program.definitions}
        for name, text in (*plan.versie.afgeleid.items(), *plan.versie.aannames.items()):
            place = (text.file, text.line)
            written.setdefault(place, text.error(f"niets gebruikt `{name}`"))
            if name in names:
                used.add(place)
    return [error for place, error in written.items() if place not in used]


def idle_facts(rulebook: Rulebook, plans: Iterable[Plan]) -> Mapping[str, Sequence[str]]:
    """Per leave the facts that can be told of it and that no rule reads, of whichever leave; as an environment names
    them."""
    read = frozenset[str]().union(*(plan.program.told_facts for plan in plans))
    per_leave = [id for id, feit in rulebook.feiten.items() if feit.per_verlof]
    return {
        verlof: tuple(key for fact in per_leave if (key := key_of(fact, verlof)) not in read)
        for verlof in rulebook.verlofsoorten
    }
