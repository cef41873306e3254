"""The expression language in a rule of the fictional leave: write an expression, tell some facts, get its value."""

from collections.abc import Mapping
from copy import copy
from dataclasses import replace
from datetime import date
from typing import Any

from hypothesis import settings

from verlof_api.language.environment import Environment, fact_of
from verlof_api.language.nodes import Node
from verlof_api.language.parser import parse
from verlof_api.language.program import Program
from verlof_api.law import Rulebook, RulebookError, RuleError
from verlof_api.law.strict_yaml import Passage

LEAVE = "wazo.boomverlof"
FILE, LINE = "regel.yaml", 7
PEILDATUM, ANKERDATUM = date(2024, 3, 1), date(2024, 2, 1)

steady = settings(derandomize=True, deadline=None, max_examples=200)  # the same examples in every run


class Version:
    """A version of the fictional leave with these named values and assumptions."""

    def __init__(self, rulebook: Rulebook, afgeleid: Mapping[str, str], aannames: Mapping[str, str]) -> None:
        leave = rulebook.verlofsoorten[LEAVE]
        versie = replace(leave.versies[0], afgeleid=_passages(afgeleid), aannames=_passages(aannames))
        self.errors: list[RuleError] = []
        self._withheld: frozenset[str] = frozenset()
        self.program = Program(rulebook, leave, versie, self.errors)

    def withholding(self, *facts: str) -> "Version":
        """The same version in situations in which these facts play a part untold."""
        other = copy(self)
        other._withheld = frozenset(facts)
        return other

    def tree(self, text: str) -> Node:
        return parse(Passage(text, FILE, LINE), self.program)

    def situation(self, facts: Mapping[str, Any]) -> Environment:
        """An environment in which only these facts were told; a per-leave fact is written `fact@leave`."""
        return Environment.of(dict(facts), PEILDATUM, self._withheld).under(ANKERDATUM)

    def value(self, text: str, facts: Mapping[str, Any] | None = None, /, **more: Any) -> Any:
        return self.program.compile(self.tree(text))(self.situation({**(facts or {}), **more}))

    def assumed(self, text: str, facts: Mapping[str, Any] | None = None, /, **more: Any) -> dict[str, Any]:
        """What was taken for facts that were not told while working out `text`."""
        env = self.situation({**(facts or {}), **more})
        self.program.compile(self.tree(text))(env)
        return dict(env.assumed)

    def missing(self, text: str, facts: Mapping[str, Any] | None = None, /, **more: Any) -> tuple[str, ...]:
        found: dict[str, None] = {}
        self.program.missing(self.tree(text))(self.situation({**(facts or {}), **more}), found, set())
        return tuple(map(fact_of, found))

    def mistake(self, text: str) -> str:
        """What is wrong with `text`, as `file:line: message`."""
        try:
            node = self.tree(text)
        except RulebookError as error:
            return str(error)
        raise AssertionError(f"`{text}` is accepted, as a {node.type}")


def _passages(texts: Mapping[str, str]) -> dict[str, Passage]:
    """Each text on a line of its own, the first on line 1."""
    return {name: Passage(text, FILE, line) for line, (name, text) in enumerate(texts.items(), 1)}
