"""The search over the real life situations."""

from collections.abc import Mapping

import pytest

from verlof_api.law import RULES, Rulebook
from verlof_api.law.folder import Folder
from verlof_api.law.levenssituaties import Levenssituatie, load_levenssituaties
from verlof_api.law.synoniemen import Synoniemen, load_synoniemen
from verlof_api.situations import Zoeker


@pytest.fixture(scope="session")
def folder() -> Folder:
    return Folder(RULES, frozenset({"situaties", "situaties-tekst", "synoniemen"}))


@pytest.fixture(scope="session")
def levenssituaties(folder: Folder, real_rulebook: Rulebook) -> Mapping[str, Levenssituatie]:
    situaties, errors = load_levenssituaties(folder, real_rulebook.feiten, real_rulebook.verlofsoorten)
    assert not errors
    return situaties


@pytest.fixture(scope="session")
def synoniemen(folder: Folder) -> Mapping[str, Synoniemen]:
    synoniemen, errors = load_synoniemen(folder)
    assert not errors
    return synoniemen


@pytest.fixture(scope="session")
def zoeker(levenssituaties: Mapping[str, Levenssituatie], synoniemen: Mapping[str, Synoniemen]) -> Zoeker:
    return Zoeker(levenssituaties, synoniemen)
