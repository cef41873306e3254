from collections.abc import Callable, Mapping

import pytest

from tests.support.language import Version
from verlof_api.law import Rulebook


@pytest.fixture(scope="session")
def version(trees: Rulebook) -> Callable[..., Version]:
    """A version of the fictional leave, with named values and assumptions of its own."""

    def version(afgeleid: Mapping[str, str] | None = None, aannames: Mapping[str, str] | None = None) -> Version:
        return Version(trees, afgeleid or {}, aannames or {})

    return version


@pytest.fixture(scope="session")
def plain(version: Callable[..., Version]) -> Version:
    """A version without named values or assumptions."""
    return version()
