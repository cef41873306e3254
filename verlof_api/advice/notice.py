"""How long before its first day a leave is reported to the employer, read from the rule of that deadline itself.

A route puts a leave on other days than the answer worked with, so its deadline moves along: the rule `verlofVan - 4
weken` says how far. Nothing of it is kept a second time.
"""

from dataclasses import dataclass
from datetime import date

from verlof_api.assessment.plan import Plan
from verlof_api.language import nodes
from verlof_api.language.dates import SHIFTS
from verlof_api.language.nodes import Node

MELDEN = "melden-werkgever"


@dataclass(frozen=True)
class Notice:
    """So much time before the first day."""

    amount: int
    unit: str

    def before(self, first_day: date) -> date:
        return SHIFTS[self.unit](first_day, -self.amount)


def notice_of(plan: Plan) -> Notice | None:
    """The notice that a version of a leave asks for; None when it asks for none that goes with the first day."""
    text = next((termijn.uiterlijk for termijn in plan.versie.termijnen if termijn.id == MELDEN), None)
    tree = plan.program.trees.get(text) if text is not None else None
    return _notice(tree) if tree is not None else None


def _notice(tree: Node) -> Notice | None:
    match tree:
        case nodes.Named(value=value):
            return _notice(value)
        case nodes.If(then=then):  # `als bekend(gewensteIngangsdatum) dan …`: in a route the first day is known
            return _notice(then)
        case nodes.Arithmetic(operator="-", right=nodes.Duration(amount=nodes.Const(value=int(amount)), unit=unit)):
            return Notice(amount, unit)
        case nodes.Name() | nodes.Call():
            return Notice(0, "dagen")
    return None
