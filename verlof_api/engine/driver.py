"""One durable_rules ruleset, driven directly: assert, drain, retract, behind a lock.

The stock `Host` starts timer threads, swallows exceptions and is four times as slow, so the C module is called here.
Only integers under names fixed at load go in. A run that fails half-way leaves facts behind, so any exception ends in a
reset; a state may only be deleted after a rule fired for it once, hence the closing rule (see docs/engine.md). That
rule fires last in every run: when it does not, something was left behind, and what was concluded is no answer.

A fact is retracted before the next one comes: durable_rules keeps nine kilobytes per fact, and one place that is used
again and again stays in the cache of the processor. So one id does for all facts.
"""

import os
import sys
import threading
import weakref
from collections.abc import Iterable, Mapping, Sequence

import orjson

try:
    import durable_rules_engine as durable
except ImportError as error:  # compiled without a flag, probably: "Compiling it" in docs/engine.md
    raise ImportError(
        "The rule engine, durable_rules, does not import. This compiles it anew (with gcc and the headers of Python): "
        f"CPPFLAGS=-DPyEval_CallObject=PyObject_CallObject {sys.executable} -m pip install "
        "--force-reinstall --no-deps --no-cache-dir durable_rules==2.0.28"
    ) from error

Fact = str  # its JSON, as `fact` begins it
Fired = Sequence[str]  # the names of the rules that fired for one fact, in order

_SID, _ID = "verlof", "fact"
_RETRACTED = f'{{"sid":"{_SID}","id":"{_ID}"}}'
_SEEN_BEFORE = 2  # what durable_rules answers when it holds a fact with this id already


class ContradictionError(Exception):
    """The engine concluded two things at once, or nothing, or not all: its answer cannot be trusted."""


def opening(anchors: Iterable[str]) -> str:
    """How a fact with these anchors begins; what `members` writes comes after it, and a closing brace."""
    return f'{{"sid":"{_SID}","id":"{_ID}"' + "".join(f',"{anchor}":1' for anchor in anchors)


_CLOSING_RULE = "closing"
_CLOSING = opening([_CLOSING_RULE]) + "}"


class Ruleset:
    """A named durable_rules ruleset with one state. Thread-safe; survives a fork."""

    def __init__(self, name: str, document: Mapping[str, object]) -> None:
        closing = {"all": [{"m": {"$and": [{_CLOSING_RULE: 1}]}}], "pri": 2}
        self._begin(name, orjson.dumps({**document, _CLOSING_RULE: closing}).decode())

    def _begin(self, name: str, rules: str) -> None:
        self._name, self._rules = name, rules
        self._handle: int = durable.create_ruleset(name, rules)
        self._lock = threading.Lock()
        _rulesets.add(self)
        self.run([])

    def __getstate__(self) -> tuple[str, str]:
        """What it is made of, and made of again where it was kept."""
        return self._name, self._rules

    def __setstate__(self, state: tuple[str, str]) -> None:
        self._begin(*state)

    def run(self, facts: Sequence[Fact]) -> list[Fired]:
        """What fires for each of `facts`; equal ones are asserted once. Nothing of them stays."""
        with self._lock:
            try:
                fired = {fact: self._fire(fact) for fact in dict.fromkeys(facts)}
                if self._fire(_CLOSING) != [_CLOSING_RULE]:
                    raise ContradictionError("the engine stopped half-way")
            except BaseException:
                self._reset()
                raise
        return [fired[fact] for fact in facts]

    def facts(self) -> int:
        """How many facts the state holds now (0 between runs)."""
        with self._lock:
            return len(orjson.loads(durable.get_facts(self._handle, _SID)))

    def after_fork(self) -> None:
        """A fresh lock in a forked process; what another thread was running there will never be finished."""
        busy, self._lock = self._lock.locked(), threading.Lock()
        if busy:
            self._reset()

    def _fire(self, fact: Fact) -> Fired:
        handle = self._handle
        code, state = durable.assert_fact(handle, fact)
        if code == _SEEN_BEFORE:
            raise ContradictionError("the engine still holds another fact")
        started = durable.start_action_for_state(handle, state)
        action: str | None = started[1] if started else None
        fired = []
        while action:
            fired.append(action[2 : action.index('"', 2)])  # {"<rule>":{… and no name of ours holds a quote
            action = durable.complete_and_start_action(handle, state)
        durable.retract_fact(handle, _RETRACTED)
        return fired

    def _reset(self) -> None:
        durable.delete_state(self._handle, _SID)
        self._fire(_CLOSING)


_rulesets: "weakref.WeakSet[Ruleset]" = weakref.WeakSet()


def _after_fork() -> None:
    for ruleset in _rulesets:
        ruleset.after_fork()


os.register_at_fork(after_in_child=_after_fork)
