"""What every resource needs, made once per process."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from verlof_api.assessment import Beoordelaar
from verlof_api.documents import Schrijver, Weigeringen
from verlof_api.intake import Intake
from verlof_api.web.settings import Settings


@dataclass(frozen=True)
class Services:
    beoordelaar: Beoordelaar
    intake: Intake
    schrijver: Schrijver
    weigeringen: Weigeringen
    settings: Settings
    vandaag: Callable[[], date]
