"""Whether an agreement may differ from the law, where that hangs on who somebody is or what is asked."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from verlof_api.assessment.answer import Deviation, DeviationCase
from verlof_api.assessment.parts import DeviationPlan
from verlof_api.assessment.wire import fixed
from verlof_api.language.environment import Environment, Run
from verlof_api.law.strict_yaml import Passage


@dataclass(frozen=True, slots=True)
class Deviations:
    """The cases of one version in one language, tried in order; the last is for everybody else.

    `conditions`, `exceptions`: when each of the others counts, and its words. `settled`: per case the answer when
    nothing is left to find out.
    """

    conditions: Sequence[Run]
    exceptions: Sequence[DeviationCase]
    settled: Sequence[Deviation]

    @property
    def in_general(self) -> Deviation:
        """What holds for who told nothing: the last case, with every exception to it in words."""
        return _except_for(self.settled[-1], self.exceptions)

    def of(self, env: Environment) -> Deviation:
        """What holds in this situation; an exception of which it is not known whether it counts is told in words."""
        open_cases: list[DeviationCase] = []
        for als, case, settled in zip(self.conditions, self.exceptions, self.settled, strict=False):
            counts = als(env)
            if counts is True:
                return _except_for(settled, open_cases)
            if counts is None:
                open_cases.append(case)
        return _except_for(self.settled[-1], open_cases)


def deviations_of(plans: Sequence[DeviationPlan], words: Mapping[str, Passage]) -> Deviations | None:
    """None where the rules say nothing of agreements."""
    if not plans:
        return None
    exceptions = [fixed(DeviationCase(str(words[each.id]), each.mag, each.bronnen)) for each in plans[:-1]]
    conditions = [each.als for each in plans if each.als is not None]
    return Deviations(conditions, exceptions, [fixed(Deviation(each.mag, each.bronnen)) for each in plans])


def _except_for(holds: Deviation, cases: Sequence[DeviationCase]) -> Deviation:
    """`holds`, with those cases in which it is otherwise."""
    otherwise = tuple(case for case in cases if case.mag != holds.mag)
    return Deviation(holds.mag, holds.bronnen, otherwise) if otherwise else holds
