"""A quick look at the conditions of one leave, to choose what is worth asking the Beoordelaar about.

A look costs microseconds: only the conditions are worked out, up to the first that does not fit. What it finds is
always asked of the Beoordelaar, which has the last word.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import IntEnum
from functools import cache, cached_property

from verlof_api.advice.changes import Variant
from verlof_api.assessment import Situatie
from verlof_api.assessment.plan import Plan
from verlof_api.assessment.situation import Facts
from verlof_api.language import nodes
from verlof_api.language.environment import ANKERDATUM, PEILDATUM, Environment, Run
from verlof_api.language.nodes import Node, Soort
from verlof_api.language.program import fact_of
from verlof_api.law.model import Verlofsoort


class Fit(IntEnum):
    """What the conditions say of a situation: something refuses it, nothing does, or all of it is met."""

    REFUSED = 0
    OPEN = 1  # some of it is unknown
    HOLDS = 2  # met, or left to people


@dataclass(frozen=True, eq=False)
class Test:
    """One condition: its functions, what it depends on (facts and `peildatum`), and the days and numbers in it."""

    als: Run
    open_norm: Run | None
    inputs: frozenset[str]
    days: Sequence[Node]
    numbers: Sequence[Run]

    def fit(self, env: Environment) -> Fit:
        """Met or left to people, certainly not met, or neither."""
        met = self.als(env)
        if met is True:
            return Fit.HOLDS
        if self.open_norm is None:
            return Fit.REFUSED if met is False else Fit.OPEN
        left = self.open_norm(env)
        if left is True:
            return Fit.HOLDS
        return Fit.REFUSED if met is False and left is False else Fit.OPEN


class Screen:
    """The conditions of one version, ready to be looked at. Made when it is first needed.

    `moving`: the facts that a move can change, and `peildatum`.
    """

    def __init__(self, plan: Plan, moving: frozenset[str]) -> None:
        self.program = plan.program
        self._moving = moving | {ANKERDATUM}
        self._runs = cache(self._days_about)
        self._plan = plan
        self._period = plan.periode or ()

    @cached_property
    def tests(self) -> Sequence[Test]:
        return [self._test(each.als, each.open_norm) for each in self._plan.conditions]

    def _test(self, als: Node, open_norm: Node | None) -> Test:
        run = self.program.compile
        below = list(_below([als] if open_norm is None else [als, open_norm]))
        return Test(
            run(als),
            None if open_norm is None else run(open_norm),
            self._inputs(below),
            tuple(node for node in below if node.type.soort is Soort.DATUM),
            tuple(dict.fromkeys(run(node) for node in below if node.type.soort is Soort.GETAL)),
        )

    @cached_property
    def inputs(self) -> frozenset[str]:
        return frozenset().union(*(test.inputs for test in self.tests))

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
        for node in (node for test in self.tests if feit in test.inputs for node in test.days):
            moves = not self._moving.isdisjoint(map(fact_of, self.program.names_read(node)))
            (moving if moves else staying)[self.program.compile(node)] = None
        return tuple(staying), tuple(moving)

    def period(self, env: Environment) -> tuple[date | None, date | None]:
        """The first and the last day that are possible; None when that is not known or not limited."""
        van, tot = (run(env) for run in self._period) if self._period else (None, None)
        return van, tot

    def numbers(self, env: Environment, feit: str) -> set[Decimal]:
        """Every number that the conditions which depend on `feit` work with."""
        runs = (run for test in self.tests if feit in test.inputs for run in test.numbers)
        return {Decimal(value) for run in runs if (value := run(env)) is not None}

    def _inputs(self, below: Sequence[Node]) -> frozenset[str]:
        names = {
            fact_of(node.name)
            for node in below
            if isinstance(node, nodes.Name | nodes.Known) and not isinstance(node, nodes.Named)
        }
        return frozenset(names | {*self._plan.verlofsoort.anker, PEILDATUM} if ANKERDATUM in names else names)


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


def _below(roots: Sequence[Node]) -> Iterator[Node]:
    """Every node once, however often the trees share it."""
    seen: set[int] = set()
    waiting = list(roots)
    while waiting:
        node = waiting.pop()
        if id(node) not in seen:
            seen.add(id(node))
            waiting.extend(node.parts)
            yield node
