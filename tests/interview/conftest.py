from datetime import date

import pytest

from verlof_api.assessment import Beoordelaar
from verlof_api.intake import Intake
from verlof_api.interview import Interviewer

VANDAAG = date(2026, 11, 22)


@pytest.fixture(scope="session")
def interviewer(real_beoordelaar: Beoordelaar) -> Interviewer:
    return Interviewer(real_beoordelaar, Intake(real_beoordelaar.rulebook), VANDAAG)
