"""Whether the numbers of every version count what they are said to count: no weeks are added to hours."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from verlof_api.assessment.plan import Plan
from verlof_api.language.environment import fact_of
from verlof_api.language.measured import Measured
from verlof_api.language.measures import Measure, measure
from verlof_api.language.nodes import Node
from verlof_api.law.errors import RuleError
from verlof_api.law.strict_yaml import Passage

# What each figure of the size of a leave counts.
_COUNTS: Final[Mapping[str, Measure]] = {
    "uren": measure("uur"),
    "weken": measure("week"),
    "dagen": measure("dag"),
    "werkdagen": measure("werkdag"),
    "resterendeUren": measure("uur"),
}


def measure_mistakes(plans: Iterable[Plan]) -> list[RuleError]:
    """Every text in which numbers of different things meet; in the order of the versions."""
    return [error for plan in plans for error in _mistakes(plan)]


def _mistakes(plan: Plan) -> list[RuleError]:
    measured = Measured(plan.program.rulebook.feiten)
    for text, tree, counts in texts_of(plan):
        measured.read(text, tree, counts)
    measured.finish()
    return measured.errors


def texts_of(plan: Plan) -> Iterator[tuple[Passage, Node, Measure | None]]:
    """What a version writes, and what each must count, where that is said: first the values with a name, each after
    those it builds on."""
    shared = {}
    for each in reversed(plan.verlofsoort.gedeeld):
        shared.update({**each.gewoonlijk, **each.afgeleid})
    written = {**shared, **plan.versie.afgeleid, **plan.versie.aannames}
    for key, definition in plan.program.definitions.items():
        yield written.get(fact_of(key), plan.versie.plek), definition, None
    for text, tree in plan.program.trees.items():
        yield text if isinstance(text, Passage) else Passage(text), tree, None
    sizes = plan.versie.omvang.maten if plan.versie.omvang else {}
    for maat, text in sizes.items():
        yield text, plan.program.trees[text], _COUNTS[maat]
