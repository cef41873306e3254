"""The real service, the written contract, and validators made from it."""

from collections.abc import Callable
from typing import Any

import jsonschema_rs
import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.contract.callers import Keys
from tests.contract.written import ROOT, VANDAAG, read_specification
from tests.support.real_rules import real_library
from verlof_api import create_app
from verlof_api.assessment import Beoordelaar
from verlof_api.keys import line_for, new_key

# The linter of openapi.yaml is an npm package that `make test` installs; without it there is nothing to try.
collect_ignore = [] if (ROOT / "node_modules/.bin/spectral").exists() else ["test_lint_rules.py"]


@pytest.fixture(scope="session")
def specification() -> dict[str, Any]:
    return read_specification()


@pytest.fixture(scope="session")
def beoordelaar() -> Beoordelaar:
    return real_library().beoordelaar


@pytest.fixture(scope="session")
def make_app() -> Callable[..., Flask]:
    def make_app(**config: Any) -> Flask:
        return create_app({"LIBRARY": real_library(), "VANDAAG": lambda: VANDAAG, "ACCESS_LOG": False, **config})

    return make_app


@pytest.fixture(scope="session")
def app(make_app: Callable[..., Flask]) -> Flask:
    return make_app()


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    return app.test_client()


@pytest.fixture(scope="session")
def keys(tmp_path_factory: pytest.TempPathFactory) -> Keys:
    works, ended = new_key(), new_key()
    file = tmp_path_factory.mktemp("keys") / "sleutels"
    file.write_text(f"{line_for('klant', works)}\n{line_for('oud', ended)} tot=2026-11-21\n", "utf-8")
    return Keys(file, works, ended)


@pytest.fixture
def guarded(make_app: Callable[..., Flask], keys: Keys) -> FlaskClient:
    """The service with everything about callers on: keys, and three requests per day for each key and address."""
    return make_app(SLEUTELS=keys.file, LIMIET="3/86400").test_client()


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
