import pytest

from tests.documents.letters import make_schrijver
from verlof_api.assessment import Beoordelaar
from verlof_api.documents import Schrijver


@pytest.fixture(scope="session")
def schrijver(real_beoordelaar: Beoordelaar) -> Schrijver:
    return make_schrijver(real_beoordelaar)
