"""Facts that were told and cannot, or hardly, be true together: rules/tegenspraak.yaml, compiled.

Told is what a person or a life situation said, fact -> value as in `Situatie.feiten`. What a rule takes for an untold
fact contradicts nothing.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from weakref import WeakValueDictionary

from verlof_api.language import nodes
from verlof_api.language.backends.python.compiler import Compiler
from verlof_api.language.environment import PEILDATUM, Environment, Run, key_of
from verlof_api.language.nodes import BOOL, Node
from verlof_api.language.parser import expect, forget_texts, parse
from verlof_api.language.sharing import compiler_of
from verlof_api.language.told import ToldNames, facts_in, names_in, needed_in
from verlof_api.law.errors import RulebookError, RuleError
from verlof_api.law.feit import Feit, Ofwel, Told, Value
from verlof_api.law.regelboek import Rulebook
from verlof_api.law.suggest import meant
from verlof_api.law.tegenspraak import KAN_NIET, Tegenspraak


@dataclass(frozen=True)
class Contradiction:
    """`holds`: does the environment hold facts that contradict each other? `feiten`: the facts that it reads.

    `nodig`: those without which it cannot hold. `per_verlof`: those that it reads of whichever leave is in question.
    `tegenspraak`: as the rules have it; None for a day beside the other answer (`ofwel`) to the question about it.
    """

    holds: Run
    feiten: tuple[str, ...]
    nodig: frozenset[str]
    per_verlof: tuple[str, ...] = ()
    tegenspraak: Tegenspraak | None = None

    @property
    def touches(self) -> tuple[str, ...]:
        """Who reads one of these facts is warned."""
        return self.tegenspraak.raakt if self.tegenspraak and self.tegenspraak.raakt else self.feiten


Unfitting = Sequence[tuple[Contradiction, str | None]]
_made: "WeakValueDictionary[int, Contradictions]" = WeakValueDictionary()


class Contradictions:
    """All contradictions of a rulebook: `impossible` ones and `unfitting` ones.

    Raises RulebookError when an expression is wrong or a name is not a fact.
    """

    def __init__(self, rulebook: Rulebook) -> None:
        self._rulebook = rulebook
        self._per_leave = frozenset(id for id, feit in rulebook.feiten.items() if feit.per_verlof)
        compiler, names = compiler_of(rulebook), ToldNames(rulebook)
        self.impossible = [
            _other_answer(id, feit.ofwel, compiler) for id, feit in rulebook.feiten.items() if feit.ofwel
        ]
        self.unfitting: list[Contradiction] = []
        errors: list[RuleError] = []
        for each in rulebook.tegenspraken:
            try:
                node = expect(parse(each.als, names), BOOL, each.als)
            except RulebookError as error:
                errors.extend(error.errors)
                continue
            if each.soort == KAN_NIET and PEILDATUM in names_in(node):
                errors.append(each.als.error(f"{each.id}: wat niet kan, mag niet van de peildatum afhangen"))
            per_leave = tuple(sorted(self._per_leave.intersection(names_in(node))))
            found = Contradiction(compiler.compile(node), facts_in(node), needed_in(node), per_leave, each)
            errors += _wrong_facts(each, found.feiten, rulebook.feiten)
            (self.impossible if each.soort == KAN_NIET else self.unfitting).append(found)
        forget_texts()
        if errors:
            raise RulebookError(errors)
        self._share()

    @classmethod
    def of(cls, rulebook: Rulebook) -> "Contradictions":
        """Those of this very rulebook: the ones that were made before, while anybody holds them."""
        return _made.get(id(rulebook)) or cls(rulebook)

    def _share(self) -> None:
        _made[id(self._rulebook)] = self  # it holds the rulebook, so no other has that id while it is there

    def __setstate__(self, state: dict[str, object]) -> None:
        self.__dict__.update(state)
        self._share()

    def refused(self, told: Mapping[str, object]) -> list[Contradiction]:
        """What cannot be true together."""
        possible = _possible(self.impossible, told)
        if not possible:
            return []
        env = self._environment(told)
        return [each for each in possible if _holds(each, told, env)]

    def holds(self, contradiction: Contradiction, told: Told, peildatum: date) -> bool:
        """Do the told facts contradict each other this way, for any leave?"""
        return _holds(contradiction, told, self._environment(told, peildatum))

    def warned(self, told: Told, peildatum: date) -> Unfitting:
        """What hardly fits together, with the leave of which it was told; None where it is about no leave by itself."""
        possible = _possible(self.unfitting, told)
        if not possible:
            return []
        env = self._environment(told, peildatum)
        return [(each, verlof) for each in possible for verlof in _where(each, told, env)]

    def beside(self, preset: Told, told: Told) -> dict[str, Value]:
        """`preset`, without the facts that cannot be true beside what was told."""
        kept = dict(preset)
        for contradiction in self.refused({**preset, **told}) if preset else ():
            for fact in contradiction.feiten:
                if fact not in told:
                    kept.pop(fact, None)
        return kept

    def answers(self, feit: Feit, told: Told) -> Sequence[str] | None:
        """The options of a fact that can be true beside what was told; None where it can have no answer at all."""
        about = [each for each in self.impossible if feit.id in each.feiten]
        if not any(other in told for each in about for other in each.feiten if other != feit.id):
            return feit.opties
        any_value = {"": None} if feit.per_verlof else None
        if self.refused({**told, feit.id: any_value}):
            return None
        return [option for option in feit.opties if not self.refused({**told, feit.id: option})]

    def _environment(self, told: Mapping[str, object], peildatum: date | None = None) -> Environment:
        """The facts as told, those per leave under the name of each leave."""
        values = {id: value for id, value in told.items() if id not in self._per_leave}
        for id, of_leaves in _per_leave(told, self._per_leave).items():
            values.update((key_of(id, verlof), of_leave) for verlof, of_leave in of_leaves.items())
        return Environment({**values, PEILDATUM: peildatum}, told)


def _possible(contradictions: Iterable[Contradiction], told: Mapping[str, object]) -> list[Contradiction]:
    """Those of which everything was told without which they cannot hold."""
    facts = frozenset(told)
    return [each for each in contradictions if each.nodig <= facts]


def _holds(contradiction: Contradiction, told: Mapping[str, object], env: Environment) -> bool:
    return next(iter(_where(contradiction, told, env)), False) is not False


def _where(contradiction: Contradiction, told: Mapping[str, object], env: Environment) -> Iterable[str | None]:
    """The leaves for which the facts contradict each other; None once where it is about no leave by itself."""
    if not contradiction.per_verlof:
        return (None,) if contradiction.holds(env) is True else ()
    of_leave = _per_leave(told, contradiction.per_verlof)
    return [
        verlof
        for verlof in dict.fromkeys(verlof for values in of_leave.values() for verlof in values)
        if contradiction.holds(_about(verlof, of_leave, env)) is True
    ]


def _per_leave(told: Mapping[str, object], facts: Iterable[str]) -> dict[str, Mapping[str, object]]:
    """What was told of these facts, by leave."""
    return {id: values for id in facts if isinstance(values := told.get(id), Mapping)}


def _about(verlof: str, of_leave: Mapping[str, Mapping[str, object]], env: Environment) -> Environment:
    """The environment of one leave: what was told of it also stands under the names of the facts themselves."""
    own = {id: values[verlof] for id, values in of_leave.items() if verlof in values}
    others = {id: value for id, value in env.told.items() if id not in of_leave}
    return Environment({**env.values, **own}, {**others, **own})


def _other_answer(fact: str, ofwel: Ofwel, compiler: Compiler) -> Contradiction:
    """A day cannot be told beside the other answer to the question about it."""
    other: Node = nodes.Name(BOOL, ofwel.feit)
    said = other if ofwel.waarde else nodes.Not(BOOL, other)
    node = nodes.All(BOOL, (nodes.Known(BOOL, fact), said))
    return Contradiction(compiler.compile(node), facts_in(node), needed_in(node))


def _wrong_facts(tegenspraak: Tegenspraak, read: Sequence[str], feiten: Mapping[str, Feit]) -> Iterator[RuleError]:
    """The facts of its examples are those that it reads; what it touches may be any fact."""
    known = (
        ("raakt", tegenspraak.raakt, feiten),
        ("voorbeeld", tegenspraak.voorbeeld, read),
        ("past", tegenspraak.past, read),
    )
    for name, told, among in known:
        for fact in told:
            if fact not in among:
                wrong = f"het feit `{fact}` bestaat niet" if among is feiten else f"`als` leest `{fact}` niet"
                yield tegenspraak.als.error(f"{tegenspraak.id}: {name}: {wrong}{meant(among, fact)}")
