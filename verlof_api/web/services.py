"""What every resource needs, made once per process."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from verlof_api.advice import Adviser
from verlof_api.assessment import Beoordelaar
from verlof_api.intake import Intake
from verlof_api.intake.today import Clock
from verlof_api.law.scenarios import Scenario
from verlof_api.settings import Settings
from verlof_api.situations import SituationBook, SituationSearch
from verlof_api.web.metrics import Metrics
from verlof_api.web.specification import Specification
from verlof_api.writers import Writers


@dataclass(frozen=True)
class Services:
    """All from one folder of rules."""

    beoordelaar: Beoordelaar
    situaties: SituationBook
    scenarios: tuple[Scenario, ...]
    situation_search: SituationSearch
    adviser: Adviser
    intake: Intake
    writers: Writers
    settings: Settings
    specification: Specification
    vandaag: Callable[[], date]
    clock: Clock
    metrics: Metrics | None = None

    @property
    def talen(self) -> tuple[str, ...]:
        """The languages that we speak: those of the rules."""
        return self.beoordelaar.rulebook.talen
