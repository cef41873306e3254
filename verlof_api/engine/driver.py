"""One durable_rules ruleset, driven directly: assert, drain, assert, drain, retract, behind a lock.

The stock `Host` starts timer threads, swallows exceptions and is four times as slow, so the C module is called here.
Only integers under names fixed at load go in. A request that fails half-way leaves facts behind, so any exception ends
in a reset; a state may only be deleted after a rule fired for it once, hence the prime rule (see docs/engine.md).
"""

import os
import threading
import weakref
from collections.abc import Callable, Iterator, Mapping, Sequence

import durable_rules_engine as durable
import orjson

Fact = Mapping[str, int | str]
Fired = tuple[str, str]  # the id of a fact and the name of a rule that fired for it
Decide = Callable[[Sequence[Fired]], Sequence[Fact]]  # from what fired in stage 1 to the facts of stage 2

_SID = "verlof"
_ID = '"id":"'
_PRIME_RULE = "P|prime"
_UNMATCHED = 1  # result code of an assertion that no rule is interested in: normal here


class Ruleset:
    """A named durable_rules ruleset with one state. Thread-safe; survives a fork."""

    def __init__(self, name: str, document: Mapping[str, object]) -> None:
        rules = {_PRIME_RULE: {"all": [{"m": {"$and": [{"prime": 1}]}}], "pri": 1}, **document}
        self._handle: int = durable.create_ruleset(name, orjson.dumps(rules).decode())
        self._renew_lock()
        _forked.add(self)
        self._prime()

    def run(self, judge: Sequence[Fact], decide: Decide) -> tuple[list[Fired], list[Fired]]:
        """What fires for the `judge` facts, and for the facts that `decide` makes of that.

        Facts need a unique `id` each; neither batch may be empty.
        """
        with self._lock:
            asserted: list[Fact] = []
            try:
                judged = self._fire(judge, asserted)
                decided = self._fire(decide(judged), asserted)
                self._retract(asserted)
            except BaseException:
                self._reset()
                raise
        return judged, decided

    def facts(self) -> int:
        """How many facts the state holds now (0 between runs)."""
        with self._lock:
            return len(orjson.loads(durable.get_facts(self._handle, _SID)))

    def _fire(self, facts: Sequence[Fact], asserted: list[Fact]) -> list[Fired]:
        asserted.extend(facts)
        _, state = durable.assert_facts(self._handle, _message(facts))
        return list(self._drain(state))

    def _drain(self, state: int) -> Iterator[Fired]:
        started = durable.start_action_for_state(self._handle, state)
        message: str | None = started[1] if started else None
        while message:
            yield _fired(message)
            message = durable.complete_and_start_action(self._handle, state)

    def _retract(self, facts: Sequence[Fact]) -> None:
        durable.retract_facts(self._handle, _message(facts))

    def _prime(self) -> None:
        fact: Fact = {"id": "prime", "prime": 1}
        fired = self._fire([fact], [])
        if fired != [("prime", _PRIME_RULE)]:
            raise RuntimeError("the rule engine does not fire its prime rule")
        self._retract([fact])

    def _reset(self) -> None:
        durable.delete_state(self._handle, _SID)
        self._prime()

    def _renew_lock(self) -> None:
        self._lock = threading.Lock()


def _fired(message: str) -> Fired:
    """The two names in `{"<rule>":{"m":{"sid":"…","id":"<fact>",…}}}`; both are ours, so neither holds a quote."""
    start = message.index(_ID) + len(_ID)
    return message[start : message.index('"', start)], message[2 : message.index('"', 2)]


def _message(facts: Sequence[Fact]) -> str:
    return orjson.dumps([{"sid": _SID, **fact} for fact in facts]).decode()


_forked: "weakref.WeakSet[Ruleset]" = weakref.WeakSet()


def _renew_locks() -> None:
    for ruleset in _forked:
        ruleset._renew_lock()


os.register_at_fork(after_in_child=_renew_locks)
