"""The real service, the written contract, and validators made from it."""

from collections.abc import Callable
from typing import Any

import jsonschema_rs
import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.contract.written import ROOT, VANDAAG, read_specification
from verlof_api import create_app
from verlof_api.assessment import Beoordelaar
from verlof_api.rulebook import load_rulebook

# The linter of openapi.yaml is an npm package that `make test` installs; without it there is nothing to try.
collect_ignore = [] if (ROOT / "node_modules/.bin/spectral").exists() else ["test_lint_rules.py"]


@pytest.fixture(scope="session")
def specification() -> dict[str, Any]:
    return read_specification()


@pytest.fixture(scope="session")
def beoordelaar() -> Beoordelaar:
    return Beoordelaar(load_rulebook())


@pytest.fixture(scope="session")
def app(beoordelaar: Beoordelaar) -> Flask:
    return create_app({"BEOORDELAAR": beoordelaar, "VANDAAG": lambda: VANDAAG, "ACCESS_LOG": False})


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    return app.test_client()


@pytest.fixture(scope="session")
def validator(specification: dict[str, Any]) -> Callable[[str], jsonschema_rs.Validator]:
    """The validator of one schema of the contract."""

    def validator(name: str) -> jsonschema_rs.Validator:
        schema = {
            "$schema": "https://json-schema.org/draft/2020-12/schema",
            "$ref": f"#/components/schemas/{name}",
            "components": specification["components"],
        }
        return jsonschema_rs.validator_for(schema, validate_formats=True)

    return validator
