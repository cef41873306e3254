"""What letters say in the language of rules: when there is one, when a paragraph stands there, and values worked out.

An expression reads the facts and the names of the version of the law that a letter rests on. A text of the law that
does not know a name says nothing of it there; the newest text must know them all.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from verlof_api.assessment import Beoordelaar, Situatie
from verlof_api.assessment.plan import Plan
from verlof_api.assessment.situation import Facts
from verlof_api.language.compiled import CompiledExpression
from verlof_api.language.environment import Environment
from verlof_api.language.nodes import BOOL, DATUM, Type
from verlof_api.law.errors import RulebookError, RuleError
from verlof_api.law.feit import Value
from verlof_api.law.strict_yaml import Passage
from verlof_api.letters.model import AlineaRegel, Brieven, VerlofBrieven

Compiled = Mapping[str, CompiledExpression]


@dataclass(frozen=True, slots=True)
class WorkedExpressions:
    """The expressions of a letter in one situation. `env`: None where no text of the law is in force."""

    conditions: Compiled
    values: Compiled
    env: Environment | None

    def holds(self, als: Passage | None) -> bool:
        """Whether `als` is surely so; so is what has no condition."""
        if als is None:
            return True
        compiled = self.conditions.get(str(als))
        return compiled is not None and self.env is not None and compiled.run(self.env) is True

    def missing(self, als: Passage | None) -> tuple[str, ...]:
        """The untold facts that can still make `als` known."""
        compiled = self.conditions.get(str(als))
        return compiled.missed(self.env) if compiled is not None and self.env is not None else ()

    def value(self, name: str) -> Value | None:
        """The value of this name; None when it is unknown."""
        compiled = self.values.get(name)
        if compiled is None or self.env is None:
            return None
        found: Value | None = compiled.run(self.env)
        return found


_NOTHING = WorkedExpressions({}, {}, None)


class Expressions:
    """The expressions of all letters, compiled for each version of the leaves. Built once per process.

    Raises RulebookError with every expression that the newest text of its leave does not understand.
    """

    def __init__(self, beoordelaar: Beoordelaar, brieven: Brieven) -> None:
        self._beoordelaar, self._facts = beoordelaar, Facts(beoordelaar.rulebook)
        self._compiled: dict[tuple[str, date], tuple[Compiled, Compiled]] = {}
        errors: list[RuleError] = []
        newest = {
            id: max(each.van for each in soort.versies) for id, soort in beoordelaar.rulebook.verlofsoorten.items()
        }
        for plan in beoordelaar.plans.values():
            letters = brieven.verlofsoorten.get(plan.id)
            if letters is not None:
                wrong = errors if plan.versie.van == newest[plan.id] else []
                self._compiled[plan.id, plan.versie.van] = _compiled(plan, letters, brieven, wrong)
        if errors:
            raise RulebookError(errors)

    def of(self, situatie: Situatie, verlofsoort: str) -> WorkedExpressions:
        """Those of the letters of this leave, in this situation."""
        anchor = self._beoordelaar.anchor(situatie, verlofsoort)
        versie = self._beoordelaar.rulebook.verlofsoorten[verlofsoort].versie(anchor)
        if versie is None or (verlofsoort, versie.van) not in self._compiled:
            return _NOTHING
        conditions, values = self._compiled[verlofsoort, versie.van]
        return WorkedExpressions(conditions, values, self._facts.environment(situatie).under(anchor))


def _compiled(
    plan: Plan, letters: VerlofBrieven, brieven: Brieven, wrong: list[RuleError]
) -> tuple[Compiled, Compiled]:
    conditions = {str(als): als for als in _conditions(letters, brieven)}
    return (
        _understood(plan, conditions, BOOL, wrong),
        _understood(plan, letters.waarden, DATUM, wrong),
    )


def _conditions(letters: VerlofBrieven, brieven: Brieven) -> Iterator[Passage]:
    for variant, letter in letters.varianten.items():
        soort = brieven.varianten[variant]
        yield from (als for als in (soort.als, letter.als, letter.zonder_recht) if als is not None)
        for alinea in (*soort.alineas, *soort.bericht, *letter.alineas):
            if isinstance(alinea, AlineaRegel) and alinea.als is not None:
                yield alinea.als


def _understood(plan: Plan, texts: Mapping[str, Passage], type: Type, wrong: list[RuleError]) -> Compiled:
    """The expressions that this version knows; what is wrong with the others goes to `wrong`."""
    found, errors = {}, plan.program.errors
    for name, text in texts.items():
        before = len(errors)
        compiled = plan.program.compiled(text, type)
        if len(errors) == before:
            found[name] = compiled
        wrong += errors[before:]
        del errors[before:]
    return found
