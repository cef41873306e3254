"""A quick look at the conditions of one leave, to choose what is worth asking the Beoordelaar about.

A look costs microseconds: only the conditions are worked out, up to the first that does not fit. What it finds is
always asked of the Beoordelaar, which has the last word.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import Any

from verlof_api.advice.changes import Variant
from verlof_api.assessment import Situatie
from verlof_api.assessment.plan import Plan
from verlof_api.assessment.situation import Facts
from verlof_api.expressions import nodes
from verlof_api.expressions.compiler import TOLD, Env, Run
from verlof_api.expressions.nodes import Node, Soort
from verlof_api.expressions.program import ANKERDATUM, PEILDATUM, fact_of
from verlof_api.rulebook.model import Verlofsoort


@dataclass(frozen=True)
class Test:
    """One condition: its functions, what it depends on (facts and `peildatum`), and the days and numbers in it."""

    als: Run
    open_norm: Run | None
    inputs: frozenset[str]
    days: Sequence[Run]
    numbers: Sequence[Run]

    def holds(self, env: Env) -> bool:
        """Met, or left to people."""
        return self.als(env) is True or (self.open_norm is not None and self.open_norm(env) is True)

    def fails(self, env: Env) -> bool:
        """Certainly not met."""
        return self.als(env) is False and (self.open_norm is None or self.open_norm(env) is False)


class Screen:
    """The conditions of one version, ready to be looked at. Made when it is first needed."""

    def __init__(self, plan: Plan) -> None:
        self.program = plan.program
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
            tuple(dict.fromkeys(run(node) for node in below if node.type.soort is Soort.DATUM)),
            tuple(dict.fromkeys(run(node) for node in below if node.type.soort is Soort.GETAL)),
        )

    @cached_property
    def inputs(self) -> frozenset[str]:
        return frozenset().union(*(test.inputs for test in self.tests))

    def holds(self, env: Env) -> bool:
        """Everything is met or left to people."""
        return all(test.holds(env) for test in self.tests)

    def open(self, env: Env) -> bool:
        """Nothing refuses the leave; some of it may be unknown."""
        return not any(test.fails(env) for test in self.tests)

    def days(self, env: Env, feit: str) -> set[date]:
        """Every day that the conditions which depend on `feit` work with."""
        runs = (run for test in self.tests if feit in test.inputs for run in test.days)
        return {value for run in runs if (value := run(env)) is not None}

    def period(self, env: Env) -> tuple[date | None, date | None]:
        """The first and the last day that are possible; None when that is not known or not limited."""
        van, tot = (run(env) for run in self._period) if self._period else (None, None)
        return van, tot

    def numbers(self, env: Env, feit: str) -> set[Decimal]:
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
        self._told: Mapping[str, Any] = self._base[TOLD]
        self.count = 0

    def at(self, variant: Variant) -> tuple[Screen | None, Env]:
        """The conditions that count and what their names mean; None when the law does not know the leave."""
        self.count += 1
        env = {**self._base, **variant.changed}
        env[PEILDATUM] = variant.peildatum
        env[TOLD] = {**self._told, **variant.changed}
        anchor = self._anchor(env)
        versie = self._soort.versie(anchor)
        if versie is None:
            return None, {}
        screen = self._screens[f"{self._soort.id}@{versie.van.isoformat()}"]
        return screen, screen.program.environment(env, anchor)

    def later(self, variant: Variant) -> list[Screen]:
        """The versions of the law that come after the one that counts."""
        anchor = self._anchor({**self._base, **variant.changed, PEILDATUM: variant.peildatum})
        return [
            self._screens[f"{self._soort.id}@{versie.van.isoformat()}"]
            for versie in self._soort.versies
            if versie.van > anchor
        ]

    def _anchor(self, env: Env) -> date:
        known = (env[fact] for fact in self._soort.anker if env.get(fact) is not None)
        day: date = next(known, env[PEILDATUM])
        return day


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
