"""Messages that are right in all but at most one place, and there nearly right: where two readings of a contract part.

`fixed` gives the same values every time, each of them once; `messages` lets Hypothesis look further.
"""

from collections.abc import Iterator
from typing import Any

from hypothesis import strategies as st

from verlof_api.intake.compound import MAX_PERIODS
from verlof_api.law import Rulebook
from verlof_api.law.feit import Feit

NUMBERS = [-1, 0, 1, 2, 3.0, 1.9, 0.1, 0.5, 32, 32.125, 32.1255, 1e-7, -0.0, 1e20, 2**63, 2**80, -(2**80), 10**30]
WORDS = [
    "",
    " ",
    "32",
    "1.5",
    "1e3",
    "true",
    "True",
    "false",
    "yes",
    "ja",
    "null",
    "NaN",
    "geen",
    "werknemer",
    "x" * 99,
]
DATES = [
    *("1899-12-31", "1900-01-01", "2001-11-30", "2001-12-01", "2026-11-22", "2099-12-31", "2100-01-01", "2126-11-22"),
    *("2026-02-29", "2028-02-29", "2026-02-30", "2026-13-01", "2026-00-10", "2026-01-32", "0000-01-01", "9999-12-31"),
    *("2026-W01-1", "2026W011", "2026-001", "20260101", "2026-1-2", "2026-01", "2026", "26-01-01", "01-02-2026"),
    *("2026-01-01 ", " 2026-01-01", "2026-01-01\n", "2026-01-01T00:00:00", "2026-01-01Z", "+2026-01-01", "-2026-01-01"),
    *("２０２６-01-01", "2026‑01‑01", "2026/01/01"),
]
DAY = {"van": "2026-01-01", "tot": "2026-01-02"}
PERIODS = [
    *([], [DAY], [DAY, DAY], [{**DAY, "tm": 1}], [{"van": "2026-01-01"}], [{"tot": "2026-01-01"}], [{}], [[]], [None]),
    *([DAY, None], DAY, [{"van": "2026-01-02", "tot": "2026-01-01"}], [DAY] * MAX_PERIODS, [DAY] * (MAX_PERIODS + 1)),
]
THINGS = [None, True, False, [], {}, [1], {"x": 1}, *NUMBERS, *WORDS, *DATES, *PERIODS]
NAMES = ["", "a", "a1", "a-b", "a--b", "-a", "a-", "A", "é", "1a", "a b", "a_b", "a\n", "a" * 60, "a" * 61]


def around(word: str) -> list[str]:
    return [word, word.upper(), word.title(), f"{word} ", f" {word}", word[:-1], f"{word}s", f"{word}\n"]


def edges(feit: Feit) -> list[float]:
    steps = [0, 0.001, 0.0001, 1]
    return [float(end) + sign * step for end in feit.bereik or () for step in steps for sign in (-1, 1)]


def fixed_values(feit: Feit, leaves: list[str]) -> Iterator[Any]:
    yield from THINGS
    if feit.type == "enum":
        for option in feit.opties:
            yield from around(option)
    if feit.bereik is not None and not feit.per_verlof:
        yield from edges(feit)
    if feit.type == "periods":
        for end in DAY:
            yield from ([{**DAY, end: value}] for value in DATES)
    if feit.per_verlof:
        inner = DATES if feit.type == "date-per-leave" else [*edges(feit), *NUMBERS]
        yield from ({leaves[0]: value} for value in [*inner, None, True, "1", [], {}])
        for leave in leaves:
            yield from ({name: inner[1]} for name in around(leave))
        yield dict.fromkeys(leaves, inner[1])


def fixed(rulebook: Rulebook) -> Iterator[dict[str, Any]]:
    leaves = sorted(rulebook.verlofsoorten)
    bills = [leave for leave in leaves if rulebook.verlofsoorten[leave].voorstel]
    for feit in rulebook.feiten.values():
        yield from ({"feiten": {feit.id: value}} for value in fixed_values(feit, leaves))
        yield from ({"feiten": {name: value}} for name in around(feit.id) for value in (True, 1, "2026-01-01"))
        if feit.ofwel is not None:
            yield from ({"feiten": {feit.id: "2026-01-01", feit.ofwel.feit: told}} for told in (True, False))
    for tegenspraak in rulebook.tegenspraken:
        for facts in (tegenspraak.voorbeeld, tegenspraak.past):
            yield {"feiten": dict(facts)}
            yield from ({"feiten": {fact: value}} for fact, value in facts.items())
            yield from ({"feiten": {**facts, fact: {}}} for fact, value in facts.items() if isinstance(value, dict))
    for value in THINGS:
        yield {"feiten": value}
        for name in ("peildatum", "situatie", "verlofsoorten", "inclusiefVoorstellen", "nietBekend", "x"):
            yield {"feiten": {}, name: value}
            yield {name: value}
    for name in NAMES:
        yield {"feiten": {}, "situatie": name}
    every = list(rulebook.feiten)
    for named in [[name] for id in every for name in around(id)] + [every, [*every, every[0]], [every[0], every[0]]]:
        yield {"feiten": {}, "nietBekend": named}
    for asked in ({}, {"inclusiefVoorstellen": True}, {"inclusiefVoorstellen": False}):
        lists = (
            [[leave] for leave in leaves]
            + [[leave, leave] for leave in leaves]
            + [[name] for name in around(leaves[0])]
        )
        for named in [*lists, [leaves[0], bills[0]], leaves, [*leaves, leaves[0]], [*leaves, "x"], [leaves[0], None]]:
            yield {"feiten": {}, "verlofsoorten": named, **asked}


# --- the same with Hypothesis ---------------------------------------------------------------------

ANYTHING = st.one_of(
    st.sampled_from(THINGS), st.integers(), st.floats(allow_nan=False, allow_infinity=False), st.text(max_size=8)
)
SOME_DATES = st.one_of(
    st.dates().map(str), st.sampled_from(DATES), st.text(alphabet="0123456789-", min_size=8, max_size=11)
)


def some_values(feit: Feit, leaves: list[str]) -> st.SearchStrategy[Any]:
    if feit.type == "bool":
        return st.booleans()
    if feit.type == "enum":
        return st.sampled_from(feit.opties)
    if feit.type == "date":
        return SOME_DATES
    if feit.type == "periods":
        return st.lists(st.fixed_dictionaries({"van": SOME_DATES, "tot": SOME_DATES}), max_size=3)
    if feit.per_verlof:
        inner = SOME_DATES if feit.type == "date-per-leave" else some_numbers(feit)
        return st.dictionaries(st.sampled_from(leaves), inner, max_size=2)
    return some_numbers(feit)


def some_numbers(feit: Feit) -> st.SearchStrategy[Any]:
    low, high = (float(end) for end in feit.bereik or ())
    return st.one_of(
        st.decimals(low, high, places=3).map(float),
        st.decimals(low, high, places=4).map(float),
        st.integers(int(low) - 1, int(high) + 1),
        st.integers(int(low), int(high)).map(float),
        st.floats(low, high),
    )


@st.composite
def messages(draw: st.DrawFn, rulebook: Rulebook) -> dict[str, Any]:
    """A few facts and a few other fields, each right or nearly right, and sometimes one that is anything at all."""
    leaves = sorted(rulebook.verlofsoorten)
    facts = draw(st.lists(st.sampled_from(sorted(rulebook.feiten)), max_size=3, unique=True))
    message: dict[str, Any] = {"feiten": {id: draw(some_values(rulebook.feiten[id], leaves)) for id in facts}}
    if draw(st.booleans()):
        message["peildatum"] = draw(SOME_DATES)
    if draw(st.booleans()):
        message["situatie"] = draw(st.sampled_from(["partner-bevallen", "adoptie", "adopti", "Adoptie", ""]))
    if draw(st.booleans()):
        message["verlofsoorten"] = draw(st.lists(st.sampled_from(leaves), max_size=4))
    if draw(st.booleans()):
        message["inclusiefVoorstellen"] = draw(st.booleans())
    if draw(st.booleans()):
        message["nietBekend"] = draw(st.lists(st.sampled_from(sorted(rulebook.feiten)), max_size=3))
    match draw(st.integers(0, 5)):
        case 0:
            message[draw(st.sampled_from([*message, "x"]))] = draw(ANYTHING)
        case 1:
            message["feiten"][draw(st.sampled_from(sorted(rulebook.feiten)))] = draw(ANYTHING)
        case 2:
            message["feiten"][draw(st.text(max_size=5))] = draw(ANYTHING)
    return message
