"""Prints how many questions a conversation takes, in the given order and in none: `python -m tests.interview.report`.

`needed` is the fewest answers of that person that settle every verdict: no order can ask less.
"""

import sys
from collections import defaultdict
from datetime import date
from itertools import combinations
from random import Random
from statistics import mean, median

from tests.interview.walks import Walk, begin, settle, settle_at_random, walks
from tests.support.real_rules import real_library
from verlof_api.intake import Intake
from verlof_api.interview import Interview, Interviewer

RANDOM_ORDERS = 20


def main() -> None:
    library = real_library()
    intake = Intake(library.rulebook, library.situaties)
    interviewer = Interviewer(library.beoordelaar, intake, date(2026, 11, 22))
    rows: dict[str, list[float]] = defaultdict(list)
    sys.stdout.write(f"{'situation':<26}{'day':<12}{'asked':>6}{'needed':>8}{'first':>7}{'random':>8}\n")
    for walk in walks():
        interview, asked = settle(interviewer, walk)
        rng = Random(f"{walk.situatie} {walk.day}")
        numbers = {
            "asked": len(asked),
            "needed": needed(interviewer, walk, interview),
            "first": first_settled(interviewer, walk),
            "random": mean(settle_at_random(interviewer, walk, rng) for _ in range(RANDOM_ORDERS)),
        }
        for name, number in numbers.items():
            rows[name].append(number)
        told = "{asked:>6}{needed:>8}{first:>7}{random:>8.1f}".format_map(numbers)
        sys.stdout.write(f"{walk.situatie:<26}{walk.day!s:<12}{told}\n")
    for name, of in (("median", median), ("mean", mean), ("most", max)):
        told = "".join(f"{of(rows[column]):>{width}.1f}" for column, width in _COLUMNS.items())
        sys.stdout.write(f"{name:<38}{told}\n")
    within = sum(number <= 6 for number in rows["asked"])
    sys.stdout.write(f"settled within six questions: {within} of {len(rows['asked'])}\n")


_COLUMNS = {"asked": 6, "needed": 8, "first": 7, "random": 8}


def needed(interviewer: Interviewer, walk: Walk, settled: Interview) -> int:
    """The size of the smallest part of what was told that settles every verdict."""
    told = settled.request["feiten"]
    for size in range(len(told)):
        for facts in combinations(told, size):
            request = {**begin(interviewer, walk).request, "feiten": {fact: told[fact] for fact in facts}}
            if not interviewer.begin(**request).open_questions:
                return size
    return len(told)


def first_settled(interviewer: Interviewer, walk: Walk) -> int:
    """How many questions it takes until one leave is settled."""
    interview, count = begin(interviewer, walk), 0
    while not interview.settled:
        interview, count = walk.reply(interview), count + 1
    return count


if __name__ == "__main__":
    main()
