"""Measure the parts: reading the rules, the engine, a whole answer, what comes on top, starting up, and memory.

Times are CPU time (but for the start-up), so that a busy machine disturbs them little.
"""

import os
import time
from collections.abc import Callable
from datetime import date
from functools import partial
from statistics import median, quantiles
from typing import Any
from unittest.mock import patch

from load import SERVICE, bodies, memory_mib, serve

from verlof_api.advice import Adviser
from verlof_api.assessment import Beoordelaar, Situatie
from verlof_api.assessment.answer import ROUTES, WAT_ZOU_HELPEN
from verlof_api.assessment.questions import Questions
from verlof_api.assessment.wire import to_json
from verlof_api.engine import Engine
from verlof_api.intake import Intake, parse
from verlof_api.law import RULES, load_rulebook, open_folder
from verlof_api.situations import load_situaties

TODAY = date(2026, 11, 22)
REPEATS = 2_000
LEAK_EVALUATIONS = 20_000


def milliseconds(work: Callable[[], object], repeats: int) -> list[float]:
    """CPU time of each repeat."""
    seen = []
    for _ in range(repeats):
        start = time.process_time_ns()
        work()
        seen.append((time.process_time_ns() - start) / 1e6)
    return seen


def show(what: str, seen: list[float], budget: str = "") -> None:
    p99 = quantiles(seen, n=100)[98] if len(seen) >= 100 else max(seen)
    print(f"{what:<44}{median(seen):>10.3f} ms{p99:>10.3f} ms  {budget}")


def read(intake: Intake, body: bytes) -> Situatie:
    return intake.situatie(parse(body), TODAY)


def start_up() -> float:
    """Wall-clock milliseconds from starting gunicorn to the first 200."""
    start = time.perf_counter()
    with serve("service", SERVICE, bodies()["5 leaves"]):
        return (time.perf_counter() - start) * 1e3


def spent_in(owner: type, method: str, work: Callable[[], object]) -> list[float]:
    """CPU time of each call of one method while `work` is done time and again."""
    original = getattr(owner, method)
    seen = []

    def timed(*args: Any) -> Any:
        start = time.process_time_ns()
        result = original(*args)
        seen.append((time.process_time_ns() - start) / 1e6)
        return result

    with patch.object(owner, method, timed):
        for _ in range(REPEATS):
            work()
    return seen


def on_top(assessor: Beoordelaar, situation: Situatie) -> dict[str, list[float]]:
    """CPU time of what comes with or after the verdicts, each by itself. The questions are inside the whole answer."""
    adviser, assessment = Adviser(assessor), assessor.beoordeel(situation)
    answer = adviser.answer(situation)
    return {
        "questions": spent_in(Questions, "next", partial(assessor.beoordeel, situation)),
        "route": milliseconds(partial(adviser.route, assessment, situation), REPEATS),
        "with routes": milliseconds(partial(adviser.answer, situation, "nl", (ROUTES,)), REPEATS),
        "with watZouHelpen": milliseconds(partial(adviser.answer, situation, "nl", (WAT_ZOU_HELPEN,)), REPEATS // 20),
        "written as JSON": milliseconds(partial(to_json, answer), REPEATS),
    }


def memory_growth(assessor: Beoordelaar, situation: Situatie) -> float:
    """MiB more after LEAK_EVALUATIONS answers than after warming up."""
    for _ in range(1_000):
        assessor.beoordeel(situation)
    before = memory_mib(os.getpid())
    for _ in range(LEAK_EVALUATIONS):
        assessor.beoordeel(situation)
    return memory_mib(os.getpid()) - before


def main() -> None:
    print(f"{'':<44}{'middle':>13}{'p99':>13}")
    show("rules read and compiled", milliseconds(lambda: Beoordelaar(load_rulebook()), 5), "budget 300 ms")
    show("start to the first 200 (wall clock)", [start_up() for _ in range(3)], "budget 1000 ms")

    rulebook = load_rulebook()
    assessor = Beoordelaar(rulebook)
    intake = Intake(rulebook, load_situaties(open_folder(RULES).or_raise(), rulebook).or_raise())
    for case, body in bodies().items():
        situation = read(intake, body)
        show(f"{case}: body to situation", milliseconds(partial(read, intake, body), REPEATS))
        runs = spent_in(Engine, "conclude", partial(assessor.beoordeel, situation))
        show(f"{case}: engine, {len(runs) / REPEATS:g} run per answer", runs)
        show(f"{case}: whole answer", milliseconds(partial(assessor.beoordeel, situation), REPEATS))
        for part, seen in on_top(assessor, situation).items():
            show(f"{case}: {part}", seen)
    growth = memory_growth(assessor, situation)
    print(f"memory after {LEAK_EVALUATIONS:,} answers: {growth:+.2f} MiB")


if __name__ == "__main__":
    main()
