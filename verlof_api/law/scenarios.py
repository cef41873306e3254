"""Worked cases that stand beside each leave: facts and what the law answers."""

from collections.abc import Mapping
from dataclasses import dataclass

from verlof_api.law.errors import Loaded, RuleError
from verlof_api.law.folder import Folder
from verlof_api.law.strict_yaml import Tree


@dataclass(frozen=True)
class Scenario:
    """`vraag`: the request as a client sends it. `verwacht`: per leave id what must be said; the rest is free.

    `route`: of each step, in order, what must be said; None where nothing is said of the route.
    """

    id: str
    titel: str
    vraag: Tree
    verwacht: Mapping[str, Tree]
    route: tuple[Tree, ...] | None
    bron: str
    zekerheid: str
    file: str
    line: int

    def error(self, message: str) -> RuleError:
        return RuleError(self.file, self.line, f"{self.id}: {message}")


def load_scenarios(folder: Folder) -> Loaded[tuple[Scenario, ...]]:
    """All scenarios, in order of file. It is a mistake when an id stands twice."""
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
                errors.append(scenario.error("dit id is er al: kies een ander"))
            scenarios[scenario.id] = scenario
    return Loaded(tuple(scenarios.values()), tuple(errors))


def _step(step: str | Tree) -> Tree:
    """A step of a route that says only its leave may be written as its name."""
    return {"verlofsoort": step} if isinstance(step, str) else step
