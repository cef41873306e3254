"""Differential lock: the schema of openapi.yaml and the intake accept and refuse the same messages.

Two readings of the contract that were made apart: jsonschema-rs compiles the text, marshmallow fields are the code. What
is nearly right is where they would part: a week date, a number in quotes, 3.0 for 3, a misspelt name.
"""

import json
import string

import pytest
from conftest import VANDAAG
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from verlof_api.intake import Intake, InvoerFouten, parse
from verlof_api.intake.compound import MAX_PERIODS

ANYTHING = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.sampled_from([-1, 0, 1, 3.0, 1.9, 0.1, 1e20, 2**63, 2**80, -(2**80), 10**30, 32.125, 32.1255, 1e-7, -0.0]),
    st.floats(allow_nan=False, allow_infinity=False),
    st.text(max_size=8),
    st.sampled_from(["", "32", "1.5", "true", "yes", "ja", "null", "NaN", "2026-01-01", "werknemer", "geen"]),
    st.lists(st.integers(), max_size=2),
    st.dictionaries(st.sampled_from(["van", "tot", "x"]), st.integers(), max_size=2),
)
NEARLY_DATES = st.one_of(
    st.dates().map(str),
    st.sampled_from(["1899-12-31", "1900-01-01", "2001-11-30", "2001-12-01", "2099-12-31", "2100-01-01", "2126-11-22"]),
    st.sampled_from(["2026-02-29", "2028-02-29", "2026-02-30", "2026-13-01", "2026-00-10", "2026-01-32", "0000-01-01"]),
    st.sampled_from(["2026-W01-1", "2026W011", "2026-001", "20260101", "2026-1-2", "2026-01", "2026", "26-01-01"]),
    st.sampled_from(["2026-01-01 ", " 2026-01-01", "2026-01-01\n", "2026-01-01T00:00:00", "2026-01-01Z", "+2026-01-01"]),
    st.sampled_from(["２０２６-01-01", "2026‑01‑01", "2026/01/01", "01-02-2026"]),
    st.text(alphabet="0123456789-", min_size=8, max_size=11),
)


def near(word):
    """Words around a word."""
    return st.sampled_from([word, word.upper(), word.title(), f"{word} ", f" {word}", word[:-1], f"{word}s", f"{word}\n"])


def values(feit, leaves):
    """Values of a fact that are right, nearly right, or anything."""
    if feit.type == "enum":
        mine = st.sampled_from(feit.opties) | st.sampled_from(feit.opties).flatmap(near)
    elif feit.type in ("int", "number"):
        mine = numbers(feit)
    elif feit.type == "date":
        mine = NEARLY_DATES
    elif feit.type == "bool":
        mine = st.sampled_from([True, False, 0, 1, "true", "false", "True", "ja", None])
    elif feit.type == "periods":
        period = st.fixed_dictionaries({}, optional={"van": NEARLY_DATES, "tot": NEARLY_DATES, "tm": NEARLY_DATES})
        whole = st.fixed_dictionaries({"van": st.dates().map(str), "tot": st.dates().map(str)})
        many = st.just([{"van": "2026-01-01", "tot": "2026-01-02"}])
        mine = st.lists(period | whole, max_size=3) | many.map(lambda one: one * MAX_PERIODS)
        mine |= many.map(lambda one: one * (MAX_PERIODS + 1))
    else:
        inner = NEARLY_DATES if feit.type == "date-per-leave" else numbers(feit)
        keys = st.sampled_from(leaves) | st.sampled_from(leaves).flatmap(near) | st.text(max_size=5)
        mine = st.dictionaries(keys, inner | ANYTHING, max_size=3)
    return mine | mine | ANYTHING


def numbers(feit):
    low, high = (float(end) for end in feit.bereik)
    edge = st.sampled_from([low, high, low - 0.001, high + 0.001, low - 1, high + 1, low + 0.001, high - 0.001])
    inside = st.decimals(low, high, places=3).map(float) | st.integers(int(low), int(high))
    return inside | edge | edge.map(lambda value: round(value, 3)) | st.floats(low, high) | st.integers().map(str)


def messages(rulebook):
    leaves = sorted(rulebook.verlofsoorten)
    facts = {id: values(feit, leaves) for id, feit in rulebook.feiten.items()}
    some_facts = st.lists(st.sampled_from(sorted(facts)), max_size=4, unique=True).flatmap(
        lambda ids: st.fixed_dictionaries({id: facts[id] for id in ids})
    )
    misspelt = st.dictionaries(st.sampled_from(sorted(facts)).flatmap(near), st.booleans(), max_size=1)
    feiten = st.tuples(some_facts, misspelt | st.just({})).map(lambda both: both[0] | both[1])
    named = st.lists(st.sampled_from(leaves) | st.sampled_from(leaves).flatmap(near), max_size=4)
    situation = st.text(alphabet=string.ascii_lowercase + string.digits + "-", max_size=8) | st.text(max_size=3)
    return st.fixed_dictionaries(
        {"feiten": feiten} | {},
        optional={
            "peildatum": NEARLY_DATES | ANYTHING,
            "situatie": situation | st.integers(59, 62).map("a".__mul__) | ANYTHING,
            "verlofsoorten": named | st.just(leaves) | ANYTHING,
            "inclusiefVoorstellen": st.booleans() | ANYTHING,
            "Feiten": st.booleans(),
        },
    ) | st.fixed_dictionaries({}, optional={"feiten": ANYTHING, "peildatum": NEARLY_DATES})


@pytest.fixture(scope="module")
def codes(beoordelaar):
    """The codes with which the intake refuses a message; none when it takes it."""
    intake = Intake(beoordelaar.rulebook)

    def codes(body):
        try:
            intake.situatie(parse(body), VANDAAG)
        except InvoerFouten as refused:
            return set(refused.codes)
        return set()

    return codes


# A period that ends before it begins: the one thing that JSON Schema cannot say.
UNSAYABLE = {"tot-voor-van"}


@pytest.mark.parametrize("examples", [1_500, pytest.param(40_000, marks=pytest.mark.long)])
def test_the_contract_and_the_intake_accept_the_same_messages(validator, beoordelaar, codes, examples):
    described = validator("Situatie")
    taken = {True: 0, False: 0}

    @settings(max_examples=examples, deadline=None, suppress_health_check=list(HealthCheck), database=None)
    @given(messages(beoordelaar.rulebook))
    def compare(message):
        body = json.dumps(message).encode()
        refused = codes(body) - UNSAYABLE
        taken[not refused] += 1
        assert described.is_valid(json.loads(body)) is not bool(refused), (body, refused)

    compare()
    assert min(taken.values()) > examples / 20  # both sides of the line were walked
