"""The inference engine: what the rules of some leave versions conclude about one situation."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from operator import attrgetter

from verlof_api.engine.driver import ContradictionError, Fact, Ruleset, blank
from verlof_api.engine.limits import ANCHORS_PER_RULESET, collisions, fact_id, names_of, violations
from verlof_api.engine.ruleset import (
    BLOCKED,
    CHOICE,
    DECIDE,
    JUDGE,
    NIET_VOLDAAN,
    ONBEKEND,
    OPEN,
    OPEN_NORM,
    REFUSES,
    UITKOMST,
    UNKNOWN,
    Compiled,
    Conclusion,
    Document,
    Rules,
    Shape,
    compile_rules,
    conclusion,
    document,
    parts,
    verdict,
)
from verlof_api.expressions.compiler import Env


class LimitError(Exception):
    """The rules go beyond what durable_rules does safely. `messages` says where and what to do."""

    def __init__(self, messages: Sequence[str]) -> None:
        self.messages = tuple(messages)
        super().__init__("\n".join(messages))


@dataclass(slots=True)
class Finding:
    """What was concluded about one version. `outcomes`: condition id -> voldaan, niet-voldaan, open-norm, onbekend.

    `trace`: the rules that fired, `C|<version>|<condition>|<outcome>|<n>` and `D|<version>|<verdict>[|<ground>]`.
    """

    oordeel: str = ""
    outcomes: dict[str, str] = field(default_factory=dict)
    trace: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Version:
    """One version as its ruleset knows it: its two facts as far as they are always the same, and what a rule says."""

    key: str
    conditions: tuple[str, ...]
    chooses: bool
    ruleset: int
    judge: Fact
    record: Callable[[Env, Fact], None]
    conclusions: Mapping[str, Conclusion]
    decide: Fact
    verdicts: Mapping[str, Conclusion]


class Engine:
    """The rules of all versions in durable_rules rulesets: some that judge conditions, and one that decides.

    Thread- and fork-safe. Raises LimitError when the rules are outside the safe subset.
    """

    def __init__(self, rules: Sequence[Rules]) -> None:
        self._compiled = {each.key: compile_rules(each) for each in rules}
        problems = [problem for each in self._compiled.values() for problem in violations(each)]
        problems += collisions(sorted(names_of(self._compiled.values())))
        if problems:
            raise LimitError(problems)
        packer = _Packer()
        self._versions = {key: packer.add(number, each) for number, (key, each) in enumerate(self._compiled.items())}
        self._judging, self._deciding = packer.judging, packer.deciding
        self._judges = [Ruleset(f"{JUDGE}{number}", each) for number, each in enumerate(self._judging)]
        self._decider = Ruleset(DECIDE, self._deciding)

    @property
    def compiled(self) -> Mapping[str, Compiled]:
        return self._compiled

    @property
    def documents(self) -> Sequence[Document]:
        """The durable_rules documents, for inspection."""
        return [*self._judging, self._deciding]

    def conclude(self, environments: Mapping[str, Env]) -> dict[str, Finding]:
        """What follows for each version key, given its environment (see expressions.program).

        Raises ContradictionError when the engine gives no single verdict for a version.
        """
        versions = [self._versions[key] for key in environments]
        findings: dict[str, Finding] = {}
        facts = []
        for version, said in self._judge(versions, environments):
            findings[version.key], fact = _outcomes(version, said)
            facts.append(fact)
        for (key, finding), fired in zip(findings.items(), self._decider.run(facts), strict=True):
            verdicts = self._versions[key].verdicts
            for rule in fired:
                _, _, oordeel, trace = verdicts[rule]
                if finding.oordeel not in ("", oordeel):
                    raise ContradictionError(f"{key}: both {finding.oordeel} and {oordeel}")
                finding.oordeel = oordeel
                finding.trace.append(trace)
            if not finding.oordeel:
                raise ContradictionError(f"{key}: no verdict")
        return {key: findings[key] for key in environments}

    def facts(self) -> int:
        """Facts held between conclusions: always 0."""
        return sum(ruleset.facts() for ruleset in (*self._judges, self._decider))

    def _judge(
        self, versions: Sequence[_Version], environments: Mapping[str, Env]
    ) -> Iterator[tuple[_Version, Sequence[Conclusion]]]:
        """What is said of each version, in the order of its conditions; versions come ruleset by ruleset."""
        for number, group in groupby(sorted(versions, key=_ruleset), key=_ruleset):
            together = list(group)
            facts = []
            for version in together:
                fact = version.judge.copy()
                version.record(environments[version.key], fact)
                facts.append(fact)
            for version, fired in zip(together, self._judges[number].run(facts), strict=True):
                yield version, sorted([version.conclusions[rule] for rule in fired])


_ruleset = attrgetter("ruleset")


def _outcomes(version: _Version, said: Sequence[Conclusion]) -> tuple[Finding, Fact]:
    """The finding as far as it is known after stage 1, and the fact about it for stage 2."""
    outcomes = [ONBEKEND] * len(version.conditions) + [ONBEKEND if version.chooses else "0"]
    trace = []
    for number, _, outcome, line in said:
        if outcomes[number] not in (ONBEKEND, outcome):
            about = (*version.conditions, UITKOMST)[number]
            raise ContradictionError(f"{version.key}: {about} is {outcomes[number]} and {outcome}")
        outcomes[number] = outcome
        trace.append(line)
    chosen = outcomes.pop()
    fact = version.decide.copy()
    fact[BLOCKED] = outcomes.count(NIET_VOLDAAN)
    fact[OPEN] = outcomes.count(OPEN_NORM)
    # an open norm is for people whatever the outcome would be, so the choice between outcomes need not be known then
    fact[UNKNOWN] = outcomes.count(ONBEKEND) + (chosen == ONBEKEND and not fact[OPEN])
    if chosen != ONBEKEND:
        fact[CHOICE] = int(chosen)
    if fact[BLOCKED]:
        fact.update((f"c{number}", REFUSES) for number, outcome in enumerate(outcomes) if outcome == NIET_VOLDAAN)
    return Finding("", dict(zip(version.conditions, outcomes, strict=True)), trace), fact


class _Packer:
    """Puts the rules of versions in documents; versions share the rules of every condition of the same shape."""

    def __init__(self) -> None:
        self.judging: list[Document] = [{}]
        self.deciding: Document = {}
        self._anchors: dict[tuple[Shape, int], str] = {}

    def add(self, number: int, compiled: Compiled) -> _Version:
        rules, shapes = compiled.rules, list(_shapes(compiled))
        if len(self._anchors.keys() | {shape for _, shape in shapes}) > ANCHORS_PER_RULESET and self._anchors:
            self.judging.append({})
            self._anchors = {}
        judge = blank(fact_id(number))
        conclusions = {}
        for part, shape in shapes:
            anchor = self._anchor(shape)
            judge[anchor] = 1
            for line in shape[0]:
                conclusions[f"{anchor}|{line.label}"] = conclusion(rules, part, line.label)
        self.deciding.update(document(compiled.decide, DECIDE))
        return _Version(
            key=rules.key,
            conditions=tuple(each.id for each in rules.conditions),
            chooses=compiled.chooses,
            ruleset=len(self.judging) - 1,
            judge=judge,
            record=compiled.attributes.recorder(),
            conclusions=conclusions,
            decide=blank(fact_id(number)) | {DECIDE: 1},
            verdicts={f"{DECIDE}|{line.label}": verdict(rules, line.label) for line in compiled.decide},
        )

    def _anchor(self, shape: tuple[Shape, int]) -> str:
        if shape not in self._anchors:
            self._anchors[shape] = f"{JUDGE}{len(self._anchors)}"
            self.judging[-1].update(document(shape[0], self._anchors[shape]))
        return self._anchors[shape]


def _shapes(compiled: Compiled) -> Iterator[tuple[str, tuple[Shape, int]]]:
    """Each part of the rules of stage 1 with its shape; the second part of one shape in a version counts as another."""
    seen: Counter[Shape] = Counter()
    for part, shape in parts(compiled.judge):
        yield part, (shape, seen[shape])
        seen[shape] += 1
