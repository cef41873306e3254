from datetime import date

import pytest

from tests.support.real_rules import real_library, real_situations
from verlof_api.assessment import Beoordelaar
from verlof_api.intake import Intake
from verlof_api.interview import Interviewer
from verlof_api.letters.model import Brieven

VANDAAG = date(2026, 11, 22)


@pytest.fixture(scope="session")
def interviewer(real_beoordelaar: Beoordelaar) -> Interviewer:
    return Interviewer(real_beoordelaar, Intake(real_beoordelaar.rulebook, real_situations()), VANDAAG)


@pytest.fixture(scope="session")
def brieven(interviewer: Interviewer) -> Brieven:
    return real_library().brieven
