from collections.abc import Mapping

import pytest

from tests.support.real_rules import real_situations
from verlof_api.situations import SituationSearch
from verlof_api.situations.levenssituaties import Levenssituatie
from verlof_api.situations.synoniemen import Synoniemen


@pytest.fixture(scope="session")
def levenssituaties() -> Mapping[str, Levenssituatie]:
    return real_situations().levenssituaties


@pytest.fixture(scope="session")
def synoniemen() -> Mapping[str, Synoniemen]:
    return real_situations().synoniemen


@pytest.fixture(scope="session")
def situation_search(
    levenssituaties: Mapping[str, Levenssituatie], synoniemen: Mapping[str, Synoniemen]
) -> SituationSearch:
    return SituationSearch(levenssituaties, synoniemen)
