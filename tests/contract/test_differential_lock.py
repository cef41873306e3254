"""Differential lock: the schema of openapi.yaml and the intake accept and refuse the same messages.

Two readings of the contract that were made apart: jsonschema-rs compiles the text, marshmallow fields are the code.
They would part where a message is nearly right: a week date, a number in quotes, 3.0 for 3, a misspelt name.
"""

import json

import pytest
from hypothesis import HealthCheck, given, settings

from tests.contract.near_misses import fixed, messages
from tests.contract.written import VANDAAG
from tests.support.real_rules import real_situations
from verlof_api.intake import InputErrors, Intake, parse

# What JSON Schema cannot say: a period that ends before it begins, a fact that is both told and not known.
UNSAYABLE = {"tot-voor-van", "toch-verteld"}


@pytest.fixture(scope="module")
def compare(validator, beoordelaar):
    """Hold a message against both; tells whether it was taken."""
    intake, described = Intake(beoordelaar.rulebook, real_situations()), validator("Situatie")

    def compare(message):
        body = json.dumps(message).encode()
        refused = set()
        try:
            intake.situatie(parse(body), VANDAAG)
        except InputErrors as error:
            refused = error.codes - UNSAYABLE
        assert described.is_valid(json.loads(body)) is not bool(refused), (body, refused)
        return not refused

    return compare


def test_the_contract_and_the_intake_agree_on_every_near_miss_of_every_fact_and_field(compare, beoordelaar):
    taken = [compare(message) for message in fixed(beoordelaar.rulebook)]
    assert len(taken) > 10_000
    assert 0.02 < sum(taken) / len(taken) < 0.98  # both sides of the line were walked


@pytest.mark.parametrize("examples", [1_500, pytest.param(60_000, marks=pytest.mark.long)])
def test_the_contract_and_the_intake_agree_on_whatever_hypothesis_thinks_of(compare, beoordelaar, examples):
    @settings(max_examples=examples, deadline=None, suppress_health_check=list(HealthCheck), database=None)
    @given(messages(beoordelaar.rulebook))
    def agree(message):
        compare(message)

    agree()
