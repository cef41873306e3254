"""Generative lock: schemathesis makes requests from openapi.yaml, right ones and wrong ones, and tries them all."""

import pytest
import schemathesis
from conftest import read_specification
from hypothesis import HealthCheck, settings
from schemathesis import Case, GenerationMode
from schemathesis.config import SchemathesisConfig

config = SchemathesisConfig()
config.projects.default.generation.modes = list(GenerationMode)
schema = schemathesis.openapi.from_dict(read_specification(), config=config)
patiently = settings(deadline=None, suppress_health_check=list(HealthCheck))


running = []


def service(environ, start_response):
    """The operations are known before the rules are loaded; the requests go to the real service."""
    return running[0](environ, start_response)


schema.app = service


@pytest.fixture(autouse=True)
def run(app):
    running[:] = [app]


@schema.parametrize()
@settings(patiently, max_examples=60)
def test_whatever_is_sent_the_answer_is_as_the_contract_describes(case: Case):
    case.call_and_validate()


@pytest.mark.long
@schema.parametrize()
@settings(patiently, max_examples=1_500)
def test_whatever_is_sent_for_a_long_time_the_answer_is_as_the_contract_describes(case: Case):
    case.call_and_validate()
