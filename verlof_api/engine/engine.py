"""The inference engine: what the rules of some leave versions conclude about one situation."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from verlof_api.engine.driver import Fact, Fired, Ruleset
from verlof_api.engine.limits import ANCHORS_PER_RULESET, collisions, names_of, violations
from verlof_api.engine.ruleset import (
    BLOCKED,
    CHOICE,
    CODES,
    DECIDE,
    JUDGE,
    NIET_VOLDAAN,
    ONBEKEND,
    OPEN,
    OPEN_NORM,
    UITKOMST,
    UNKNOWN,
    Compiled,
    Document,
    Rules,
    Shape,
    compile_rules,
    document,
)
from verlof_api.expressions.compiler import Env


class LimitError(Exception):
    """The rules go beyond what durable_rules does safely. `messages` says where and what to do."""

    def __init__(self, messages: Sequence[str]) -> None:
        self.messages = tuple(messages)
        super().__init__("\n".join(messages))


class ContradictionError(Exception):
    """The engine concluded two things at once, or nothing: its answer cannot be trusted."""


@dataclass
class Finding:
    """What was concluded about one version. `outcomes`: condition id -> voldaan, niet-voldaan, open-norm, onbekend.

    `trace`: the rules that fired, `C|<version>|<condition>|<outcome>|<n>` and `D|<version>|<verdict>[|<ground>]`.
    """

    oordeel: str = ""
    outcomes: dict[str, str] = field(default_factory=dict)
    trace: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class _Place:
    """Where the rules of a version live: the ruleset, and the anchors of its two shapes there."""

    ruleset: int
    judge: int
    decide: int


class Engine:
    """The rules of all versions, in as few durable_rules rulesets as its limits allow. Thread- and fork-safe.

    Raises LimitError when the rules are outside the safe subset.
    """

    def __init__(self, rules: Sequence[Rules]) -> None:
        self._compiled = {each.key: compile_rules(each) for each in rules}
        problems = [problem for each in self._compiled.values() for problem in violations(each)]
        problems += collisions(sorted(names_of(self._compiled.values())))
        if problems:
            raise LimitError(problems)
        self._places: dict[str, _Place] = {}
        self._documents = self._pack()
        self._rulesets = [Ruleset(f"verlof{number}", each) for number, each in enumerate(self._documents)]

    @property
    def compiled(self) -> Mapping[str, Compiled]:
        return self._compiled

    @property
    def documents(self) -> Sequence[Document]:
        """The durable_rules documents, for inspection."""
        return self._documents

    def conclude(self, environments: Mapping[str, Env]) -> dict[str, Finding]:
        """What follows for each version key, given its environment (see expressions.program).

        Raises ContradictionError when the engine gives no single verdict for a version.
        """
        findings = {key: Finding() for key in environments}
        shares: dict[int, list[str]] = {}
        for key in environments:
            shares.setdefault(self._places[key].ruleset, []).append(key)
        for number, keys in shares.items():
            run = _Run([(self._compiled[key], self._places[key], findings[key]) for key in keys])
            _, decided = self._rulesets[number].run(run.judge(environments), run.decide)
            run.settle(decided)
        return findings

    def facts(self) -> int:
        """Facts held between conclusions: always 0."""
        return sum(ruleset.facts() for ruleset in self._rulesets)

    def _pack(self) -> list[Document]:
        """A document per ruleset; versions with rules of the same shape share them."""
        documents: list[Document] = [{}]
        anchors: dict[tuple[str, Shape], int] = {}
        for key, each in self._compiled.items():
            stages = ((JUDGE, each.judge), (DECIDE, each.decide))
            if len(anchors.keys() | set(stages)) > ANCHORS_PER_RULESET:
                documents.append({})
                anchors = {}
            for anchor, shape in stages:
                if (anchor, shape) not in anchors:
                    anchors[anchor, shape] = len(anchors)
                    documents[-1].update(document(shape, anchor, anchors[anchor, shape]))
            judge, decide = (anchors[stage] for stage in stages)
            self._places[key] = _Place(len(documents) - 1, judge, decide)
        return documents


class _Run:
    """One pass of some versions through their ruleset. Facts carry the place of their version in this pass as id."""

    def __init__(self, versions: Sequence[tuple[Compiled, _Place, Finding]]) -> None:
        self._versions = versions

    def judge(self, environments: Mapping[str, Env]) -> list[Fact]:
        facts: list[Fact] = []
        for number, (compiled, place, _) in enumerate(self._versions):
            env = environments[compiled.rules.key]
            fact: dict[str, int | str] = {"id": f"{JUDGE}{number}", JUDGE: place.judge}
            for attribute, run in compiled.attributes.runs.items():
                value = run(env)
                if value is not None:
                    fact[attribute] = value
            facts.append(fact)
        return facts

    def decide(self, fired: Sequence[Fired]) -> list[Fact]:
        for fact, name in fired:
            compiled, _, finding = self._versions[int(fact[len(JUDGE) :])]
            conclusion = compiled.conclusions[name[name.index("|") + 1 :]]
            finding.trace.append(conclusion.trace)
            known = finding.outcomes.setdefault(conclusion.about, conclusion.outcome)
            if known != conclusion.outcome:
                raise ContradictionError(
                    f"{compiled.rules.key}: {conclusion.about} is {known} and {conclusion.outcome}"
                )
        return [self._outcome_fact(number) for number in range(len(self._versions))]

    def _outcome_fact(self, number: int) -> Fact:
        compiled, place, finding = self._versions[number]
        outcomes = finding.outcomes
        chosen = outcomes.pop(UITKOMST, None) if compiled.chooses else "0"
        finding.outcomes = {each.id: outcomes.get(each.id, ONBEKEND) for each in compiled.rules.conditions}
        counted = list(finding.outcomes.values())
        fact: dict[str, int | str] = {
            "id": f"{DECIDE}{number}",
            DECIDE: place.decide,
            BLOCKED: counted.count(NIET_VOLDAAN),
            UNKNOWN: counted.count(ONBEKEND) + (chosen is None),
            OPEN: counted.count(OPEN_NORM),
        }
        if chosen is not None:
            fact[CHOICE] = int(chosen)
        fact.update((f"c{n}", CODES[outcome]) for n, outcome in enumerate(counted))
        return fact

    def settle(self, decided: Sequence[Fired]) -> None:
        for fact, name in decided:
            compiled, _, finding = self._versions[int(fact[len(DECIDE) :])]
            verdict = compiled.verdicts[name[name.index("|") + 1 :]]
            finding.trace.append(verdict.trace)
            if finding.oordeel not in ("", verdict.outcome):
                raise ContradictionError(f"{compiled.rules.key}: both {finding.oordeel} and {verdict.outcome}")
            finding.oordeel = verdict.outcome
        for compiled, _, finding in self._versions:
            if not finding.oordeel:
                raise ContradictionError(f"{compiled.rules.key}: no verdict")
