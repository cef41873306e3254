"""A quick look at the conditions of one leave, to choose what is worth asking the Beoordelaar about.

A look costs microseconds: only the conditions are worked out, up to the first that does not fit. What it finds is
always asked of the Beoordelaar, which has the last word.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from functools import cache, cached_property

from verlof_api.advice.changes import Variant
from verlof_api.assessment import Situatie
from verlof_api.assessment.plan import Plan
from verlof_api.assessment.situation import Facts
from verlof_api.language.compiled import CompiledCondition
from verlof_api.language.environment import ANKERDATUM, Environment, Run, fact_of
from verlof_api.law.model import Verlofsoort


class Screen:
    """The conditions of one version, ready to be looked at. Made when it is first needed.

    `moving`: the facts that a move can change, and `peildatum`.
    """

    def __init__(self, plan: Plan, moving: frozenset[str]) -> None:
        self.program = plan.program
        self._moving = moving | {ANKERDATUM}
        self._runs = cache(self._days_about)
        self.conditions = [each.condition for each in plan.conditions]
        self._period = plan.periode or ()

    @cached_property
    def inputs(self) -> frozenset[str]:
        return frozenset().union(*(each.inputs for each in self.conditions))

    def days_that_stay(self, env: Environment, feit: str) -> set[date]:
        """The days that the conditions which depend on `feit` work with, and that no move changes."""
        return _days(self._runs(feit)[0], env)

    def days_that_move(self, env: Environment, feit: str) -> set[date]:
        """The other ones."""
        return _days(self._runs(feit)[1], env)

    def _days_about(self, feit: str) -> tuple[Sequence[Run], Sequence[Run]]:
        """What works out those that stay and those that move, each once however many conditions share it."""
        staying: dict[Run, None] = {}
        moving: dict[Run, None] = {}
        for node in (node for each in self._about(feit) for node in each.days):
            moves = not self._moving.isdisjoint(map(fact_of, self.program.names_read(node)))
            (moving if moves else staying)[self.program.compile(node)] = None
        return tuple(staying), tuple(moving)

    def period(self, env: Environment) -> tuple[date | None, date | None]:
        """The first and the last day that are possible; None when that is not known or not limited."""
        van, tot = (run(env) for run in self._period) if self._period else (None, None)
        return van, tot

    def numbers(self, env: Environment, feit: str) -> set[Decimal]:
        """Every number that the conditions which depend on `feit` work with."""
        runs = (run for each in self._about(feit) for run in each.numbers)
        return {Decimal(value) for run in runs if (value := run(env)) is not None}

    def _about(self, feit: str) -> Iterator[CompiledCondition]:
        """The conditions that depend on `feit`."""
        return (each for each in self.conditions if feit in each.inputs)


class Look:
    """Looks at one leave in variants of one situation."""

    def __init__(self, soort: Verlofsoort, screens: Mapping[str, Screen], facts: Facts, situatie: Situatie) -> None:
        self._soort, self._screens = soort, screens
        self._base = facts.environment(situatie)
        self._staying: dict[tuple[Screen, str], set[date]] = {}
        self.count = 0

    def at(self, variant: Variant) -> tuple[Screen | None, Environment]:
        """The conditions that count and what their names mean; None when the law does not know the leave."""
        self.count += 1
        told = self._base.changed(variant.changed, variant.peildatum)
        anchor = self._anchor(told)
        versie = self._soort.versie(anchor)
        if versie is None:
            return None, Environment()
        screen = self._screens[f"{self._soort.id}@{versie.van.isoformat()}"]
        return screen, told.under(anchor)

    def days(self, screen: Screen, env: Environment, feit: str) -> set[date]:
        """Every day that the conditions which depend on `feit` work with."""
        staying = self._staying.get((screen, feit))
        if staying is None:
            staying = self._staying[screen, feit] = screen.days_that_stay(env, feit)
        return staying | screen.days_that_move(env, feit)

    def later(self, variant: Variant) -> list[Screen]:
        """The versions of the law that come after the one that counts."""
        anchor = self._anchor(self._base.changed(variant.changed, variant.peildatum))
        return [
            self._screens[f"{self._soort.id}@{versie.van.isoformat()}"]
            for versie in self._soort.versies
            if versie.van > anchor
        ]

    def _anchor(self, told: Environment) -> date:
        known: date | None = told.first_known(self._soort.anker)
        return told.peildatum if known is None else known


def _days(runs: Sequence[Run], env: Environment) -> set[date]:
    return {value for run in runs if (value := run(env)) is not None}
