"""The real service on a fixed day, called in process."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from tests.support.real_rules import real_library
from verlof_api import create_app
from verlof_api.assessment import Beoordelaar

VANDAAG = date(2026, 11, 22)
NU = datetime(2026, 11, 22, 12, tzinfo=UTC)


@pytest.fixture(scope="session")
def beoordelaar() -> Beoordelaar:
    return real_library().beoordelaar


@pytest.fixture(scope="session")
def make_app() -> Callable[..., Flask]:
    """The service with other settings, without loading the rules again."""

    def make_app(**config: Any) -> Flask:
        return create_app({"LIBRARY": real_library(), "KLOK": lambda: NU, **config})

    return make_app


@pytest.fixture(scope="session")
def app(make_app: Callable[..., Flask]) -> Flask:
    return make_app()


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    return app.test_client()


@pytest.fixture
def beoordeel(client: FlaskClient) -> Callable[..., TestResponse]:
    """Post a situation: an object, or bytes as they are."""

    def beoordeel(message: Any, **kwargs: Any) -> TestResponse:
        if isinstance(message, bytes):
            kwargs.setdefault("content_type", "application/json")
            return client.post("/v1/beoordelingen", data=message, **kwargs)
        return client.post("/v1/beoordelingen", json=message, **kwargs)

    return beoordeel
