"""Questions that no longer matter because of what another condition already refuses.

Conditions are judged apart from each other. Somebody who can also go to the doctor outside working hours gets no leave
for a duty that can wait either, so whether that duty is paid for need not be asked: the facts that a fact with options
(`gebeurtenis`) opens only count for the options that no condition refuses yet.
"""

from collections.abc import Iterator, Mapping, Sequence

from verlof_api.assessment.parts import ConditionPlan
from verlof_api.language.environment import Environment, fact_of
from verlof_api.language.program import Program
from verlof_api.law.feit import Feit

Missing = Mapping[str, Sequence[str]]  # condition -> the names that it still turns on


class Gate:
    """One fact with options that several conditions of a version read."""

    def __init__(self, feit: Feit, program: Program, conditions: Sequence[ConditionPlan]) -> None:
        self.fact, self._options = feit.id, feit.opties
        self._conditions = {each.id: each.condition for each in conditions}
        self._apart = [name for name, node in program.definitions.items() if feit.id not in program.names_read(node)]
        self._companions = frozenset(fact for each in conditions for fact in each.feiten) - {feit.id}

    def open(self, env: Environment, missing: Missing) -> Missing:
        """`missing`, without what only counts for options that are refused whatever the rest says."""
        if self._companions.isdisjoint(map(fact_of, env.told)):
            return missing
        if not any(self.fact in names for names in missing.values()):
            return missing
        if not any(name != self.fact for id in self._conditions for name in missing.get(id, ())):
            return missing  # there is nothing to leave out
        chosen = [each for each in self._choices(env) if not self._refused(each)]
        if len(chosen) in (0, len(self._options)):
            return missing
        narrowed = dict(missing)
        for id, condition in self._conditions.items():
            if id in missing:
                found: dict[str, None] = {}
                for choice in chosen:
                    condition.missing(choice, found, set())
                narrowed[id] = [name for name in missing[id] if name in found or name == self.fact]
        return narrowed

    def _refused(self, choice: Environment) -> bool:
        return any(condition.refuses(choice) for condition in self._conditions.values())

    def _choices(self, env: Environment) -> Iterator[Environment]:
        # named values that have nothing to do with the fact are not worked out again for each of its options
        known = {name: env.values[name] for name in self._apart if name in env.values}
        for option in self._options:
            told = {**env.told, self.fact: option}
            choice = Environment.of(told, env.peildatum, env.withheld).under(env.ankerdatum)
            choice.values.update(known)
            yield choice


def gates_of(program: Program, conditions: Sequence[ConditionPlan]) -> Sequence[Gate]:
    """A gate per fact with options that two or more conditions read, and for which nothing stands in."""
    gates = []
    for feit in program.rulebook.feiten.values():
        reading = [each for each in conditions if feit.id in each.feiten]
        default = feit.wens or feit.niet_gebeurd or feit.standaard is not None or feit.standaard_feit is not None
        if feit.type == "enum" and len(reading) > 1 and not default and feit.id not in program.versie.aannames:
            gates.append(Gate(feit, program, reading))
    return gates
