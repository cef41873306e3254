"""What every resource needs, made once per process."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from verlof_api.advice import Adviser
from verlof_api.assessment import Beoordelaar
from verlof_api.intake import Intake
from verlof_api.intake.today import Clock
from verlof_api.settings import Settings
from verlof_api.situations import Zoeker
from verlof_api.writers import Writers

if TYPE_CHECKING:
    from verlof_api.web.metrics import Metrics


@dataclass(frozen=True)
class Services:
    beoordelaar: Beoordelaar
    zoeker: Zoeker
    adviser: Adviser
    intake: Intake
    writers: Writers
    settings: Settings
    vandaag: Callable[[], date]
    clock: Clock
    metrics: "Metrics | None" = None
