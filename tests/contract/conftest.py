"""The real service, the written contract, and validators made from it."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest
from flask import Flask
from flask.testing import FlaskClient

from verlof_api import create_app
from verlof_api.assessment import Beoordelaar
from verlof_api.rulebook import load_rulebook
from verlof_api.rulebook.strict_yaml import parse

ROOT = Path(__file__).parents[2]
VANDAAG = date(2026, 11, 22)

# The linter of openapi.yaml is an npm package; `make test` installs it. Without it there is nothing to try its rules with.
collect_ignore = [] if (ROOT / "node_modules/.bin/spectral").exists() else ["test_lint_rules.py"]


def read_specification() -> dict[str, Any]:
    document = parse((ROOT / "openapi.yaml").read_text("utf-8"), "openapi.yaml")
    assert document.errors == []
    return document.data


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
