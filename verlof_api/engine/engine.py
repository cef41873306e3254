"""The inference engine: what the rules of some leave versions conclude about one situation."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from verlof_api.engine.driver import ContradictionError, Fact, Fired, Ruleset, opening
from verlof_api.engine.limits import ANCHORS_PER_RULESET, collisions, names_of, violations
from verlof_api.engine.ruleset import (
    BLOCKED,
    CHOICE,
    DECIDE,
    JUDGE,
    KOMT_GOED,
    KOMT_NIET_GOED,
    NIET_VOLDAAN,
    ONBEKEND,
    OPEN,
    OPEN_NORM,
    REFUSES,
    UITKOMST,
    UNKNOWN,
    WAITS,
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
from verlof_api.language.environment import Environment

_DECIDE = opening([DECIDE])  # how every fact of stage 2 begins


class LimitError(Exception):
    """The rules go beyond what durable_rules does safely. `messages` says where and what to do."""

    def __init__(self, messages: Sequence[str]) -> None:
        self.messages = tuple(messages)
        super().__init__("\n".join(messages))


@dataclass(slots=True)
class Finding:
    """What was concluded about one version. `outcomes`: condition id -> voldaan, niet-voldaan, open-norm, onbekend.

    `waiting`: the conditions that are not met and can still come to be, as far as is known.
    `trace`: the rules that fired, `C|<version>|<condition>|<outcome>|<n>` and `D|<version>|<verdict>[|<ground>]`.
    """

    oordeel: str = ""
    outcomes: dict[str, str] = field(default_factory=dict)
    trace: list[str] = field(default_factory=list)
    waiting: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Version:
    """One version as its ruleset knows it: how its fact begins, what writes the rest, and what a rule says of it."""

    key: str
    conditions: tuple[str, ...]
    waits: tuple[int, ...]  # the conditions that can come right
    chooses: bool
    ruleset: int
    judge: str
    members: Callable[[Environment], str]
    conclusions: Mapping[str, Conclusion]
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
        self._versions = {key: packer.add(each) for key, each in self._compiled.items()}
        self._judging, self._deciding = packer.judging, packer.deciding
        self._judges = [Ruleset(f"{JUDGE}{number}", each) for number, each in enumerate(self._judging)]
        self._decider = Ruleset(DECIDE, self._deciding)

    def __getstate__(self) -> dict[str, object]:
        """What is kept can conclude; how it was made can no longer be looked into."""
        return {**self.__dict__, "_compiled": {}, "_judging": [], "_deciding": {}}

    @property
    def compiled(self) -> Mapping[str, Compiled]:
        return self._compiled

    @property
    def documents(self) -> Sequence[Document]:
        """The durable_rules documents, for inspection."""
        return [*self._judging, self._deciding]

    def conclude(self, environments: Mapping[str, Environment]) -> dict[str, Finding]:
        """What follows for each version key, given its environment.

        Raises ContradictionError when the engine gives no single verdict for a version.
        """
        findings: dict[str, Finding] = {}
        facts = []
        for version, fired in self._judge([self._versions[key] for key in environments], environments):
            findings[version.key], fact = _outcomes(version, fired)
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
        return findings

    def facts(self) -> int:
        """Facts held between conclusions: always 0."""
        return sum(ruleset.facts() for ruleset in (*self._judges, self._decider))

    def _judge(
        self, versions: Sequence[_Version], environments: Mapping[str, Environment]
    ) -> Iterator[tuple[_Version, Fired]]:
        """What fires in stage 1 for each version; versions come ruleset by ruleset."""
        together: dict[int, list[_Version]] = {}
        for version in versions:
            together.setdefault(version.ruleset, []).append(version)
        for number, here in together.items():
            facts = [f"{version.judge}{version.members(environments[version.key])}}}" for version in here]
            yield from zip(here, self._judges[number].run(facts), strict=True)


def _outcomes(version: _Version, fired: Fired) -> tuple[Finding, Fact]:
    """The finding as far as it is known after stage 1, and the fact about it for stage 2."""
    outcomes = [ONBEKEND] * len(version.conditions) + [ONBEKEND if version.chooses else "0"]
    trace = []
    never = set()
    for number, _, outcome, line in sorted([version.conclusions[rule] for rule in fired]):
        if outcome in (KOMT_GOED, KOMT_NIET_GOED):
            if outcome == KOMT_NIET_GOED:
                never.add(number)
            trace.append(line)
            continue
        before = outcomes[number]
        if before is not ONBEKEND and before != outcome:
            about = (*version.conditions, UITKOMST)[number]
            raise ContradictionError(f"{version.key}: {about} is {before} and {outcome}")
        outcomes[number] = outcome
        trace.append(line)
    chosen = outcomes.pop()
    open_norms, unknown = outcomes.count(OPEN_NORM), outcomes.count(ONBEKEND)
    waiting = [n for n in version.waits if outcomes[n] == NIET_VOLDAAN and n not in never]
    blocked = outcomes.count(NIET_VOLDAAN) - len(waiting)
    # an open norm is for people whatever the outcome would be, so the choice between outcomes need not be known then
    if chosen is ONBEKEND and not open_norms:
        unknown += 1
    fact = f'{_DECIDE},"{BLOCKED}":{blocked},"{WAITS}":{len(waiting)},"{OPEN}":{open_norms},"{UNKNOWN}":{unknown}'
    if chosen is not ONBEKEND:
        fact += f',"{CHOICE}":{chosen}'
    if blocked:
        refusing = [n for n, outcome in enumerate(outcomes) if outcome == NIET_VOLDAAN and n not in waiting]
        fact += "".join([f',"c{number}":{REFUSES}' for number in refusing])
    coming = tuple([version.conditions[number] for number in waiting])
    return Finding("", dict(zip(version.conditions, outcomes, strict=True)), trace, coming), fact + "}"


class _Packer:
    """Puts the rules of versions in documents; versions share the rules of every condition of the same shape."""

    def __init__(self) -> None:
        self.judging: list[Document] = [{}]
        self.deciding: Document = {}
        self._anchors: dict[tuple[Shape, int], str] = {}

    def add(self, compiled: Compiled) -> _Version:
        rules, shapes = compiled.rules, list(_shapes(compiled))
        if len(self._anchors.keys() | {shape for _, shape in shapes}) > ANCHORS_PER_RULESET and self._anchors:
            self.judging.append({})
            self._anchors = {}
        anchors, conclusions = [], {}
        for part, shape in shapes:
            anchor = self._anchor(shape)
            anchors.append(anchor)
            for line in shape[0]:
                conclusions[f"{anchor}|{line.label}"] = conclusion(rules, part, line.label)
        self.deciding.update(document(compiled.decide, DECIDE))
        return _Version(
            key=rules.key,
            conditions=tuple(each.id for each in rules.conditions),
            waits=tuple(n for n, each in enumerate(rules.conditions) if each.comes_right is not None),
            chooses=compiled.chooses,
            ruleset=len(self.judging) - 1,
            judge=opening(anchors),
            members=compiled.attributes.members(),
            conclusions=conclusions,
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
