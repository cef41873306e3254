"""Worked cases that stand beside each leave: facts and what the law answers. Loaded for checks only."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from verlof_api.law.errors import RulebookError, RuleError
from verlof_api.law.folder import Folder
from verlof_api.law.loader import RULES


@dataclass(frozen=True)
class Scenario:
    """`vraag`: the request as a client sends it. `verwacht`: per leave id what must be said; the rest is free.

    `route`: of each step, in order, what must be said; None where nothing is said of the route.
    """

    id: str
    titel: str
    vraag: Mapping[str, Any]
    verwacht: Mapping[str, Mapping[str, Any]]
    route: tuple[Mapping[str, Any], ...] | None
    bron: str
    zekerheid: str
    file: str
    line: int

    def error(self, message: str) -> RuleError:
        return RuleError(self.file, self.line, f"{self.id}: {message}")


def load_scenarios(root: Path = RULES) -> tuple[Scenario, ...]:
    """All scenarios under `root`, in order of file. Raises RulebookError when a file is wrong or an id stands twice."""
    folder = Folder(root, frozenset({"scenarios"}))
    scenarios: dict[str, Scenario] = {}
    errors = []
    for document in folder.of_kind("scenarios"):
        for index, each in enumerate(document.data):
            line = document.line((index,))
            vraag = {
                key: each[key] for key in ("peildatum", "situatie", "feiten", "inclusiefVoorstellen") if key in each
            }
            scenario = Scenario(
                id=each["id"],
                titel=each["titel"],
                vraag=vraag,
                verwacht=each["verwacht"],
                route=tuple(map(_step, each["route"])) if "route" in each else None,
                bron=each["bron"],
                zekerheid=each["zekerheid"],
                file=document.file,
                line=line,
            )
            if scenario.id in scenarios:
                errors.append(scenario.error("this id exists already"))
            scenarios[scenario.id] = scenario
    if errors:
        raise RulebookError(errors)
    return tuple(scenarios.values())


def _step(step: Any) -> Mapping[str, Any]:
    """A step of a route that says only its leave may be written as its name."""
    return {"verlofsoort": step} if isinstance(step, str) else step
