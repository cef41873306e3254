"""The limits within which durable_rules 2.0.28 was found to be right and safe, checked at load.

Beyond them it gives errors 302 to 307, endless loops, silent wrong answers or a crash of the process; each number below
was measured, with room to spare. A ruleset that breaks one does not start.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator

from verlof_api.engine.ruleset import (
    BLOCKED,
    CHOICE,
    DECIDE,
    JUDGE,
    OPEN,
    UITKOMST,
    UNKNOWN,
    WAITS,
    Compiled,
    Line,
)

RULES_PER_FACT = 60  # more than 64 rules pending for one fact is an error at request time
ANCHORS_PER_RULESET = 30  # more than 511 atoms at one level hangs; more than its 32 buckets take ever longer
LITERALS_PER_RULE = 30
CONJUNCTIONS_PER_OUTCOME = 16
LARGEST_INTEGER = 2**53
FIXED_NAMES = frozenset({"id", "sid", "$s", "verlof", "fact", "closing", DECIDE, BLOCKED, WAITS, UNKNOWN, OPEN, CHOICE})

_NAME = "geef delen een naam onder `afgeleid`"

_FNV_OFFSET, _FNV_PRIME = 2166136261, 16777619


def fnv1a(name: str) -> int:
    """The 32-bit FNV-1a hash (draft-eastlake-fnv) by which durable_rules tells names apart."""
    value = _FNV_OFFSET
    for byte in name.encode():
        value = ((value ^ byte) * _FNV_PRIME) & 0xFFFFFFFF
    return value


def violations(compiled: Compiled) -> Iterator[str]:
    """What in the rules of one version is outside the safe subset, in words."""
    key = compiled.rules.key
    for shape in (compiled.judge, compiled.decide):
        if len(shape) > RULES_PER_FACT:
            yield f"{key}: {len(shape)} rekenregels, hoogstens {RULES_PER_FACT}: {_NAME}"
    per_outcome = Counter(line.label.rpartition("|")[0] for line in compiled.judge)
    for outcome, count in per_outcome.items():
        if count > CONJUNCTIONS_PER_OUTCOME:
            where = f"{key}: {_condition(compiled, outcome)}"
            yield f"{where}: {count} mogelijkheden, hoogstens {CONJUNCTIONS_PER_OUTCOME}: {_NAME}"
    for line in (*compiled.judge, *compiled.decide):
        yield from _unsafe(f"{key}: {_condition(compiled, line.label)}", line)


def _condition(compiled: Compiled, label: str) -> str:
    number, _, rest = label.partition("|")
    return f"{compiled.rules.conditions[int(number)].id} {rest}" if number.isdigit() else f"{UITKOMST} {label}"


def _unsafe(where: str, line: Line) -> Iterator[str]:
    if len(line.literals) > LITERALS_PER_RULE:
        yield f"{where}: {len(line.literals)} delen, hoogstens {LITERALS_PER_RULE}: {_NAME}"
    for literal in line.literals:
        if type(literal.value) is not int or abs(literal.value) > LARGEST_INTEGER:
            yield f"{where}: {literal.attribute} staat naast {literal.value!r}: hier kunnen alleen hele getallen"


def collisions(names: Iterable[str]) -> Iterator[str]:
    """Names that durable_rules would take for one another."""
    seen: dict[int, str] = {}
    for name in names:
        other = seen.setdefault(fnv1a(name), name)
        if other != name:
            yield f"`{name}` en `{other}` hebben dezelfde FNV-1a-hash: kies een andere naam"


def names_of(compiled: Collection[Compiled]) -> set[str]:
    """Every attribute and anchor that may meet in a ruleset."""
    names = set(FIXED_NAMES)
    for each in compiled:
        names.update(each.attributes.names, (f"c{number}" for number in range(len(each.rules.conditions))))
    names.update(f"{JUDGE}{number}" for number in range(ANCHORS_PER_RULESET + RULES_PER_FACT))
    return names
