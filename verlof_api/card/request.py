"""From decoded JSON to the situation whose card is wanted."""

from datetime import date

from verlof_api.assessment import Situatie
from verlof_api.intake.one_leave import of_one_leave, one_leave_fields
from verlof_api.intake.schema import Intake
from verlof_api.law import Rulebook
from verlof_api.situations import SituationBook


class KaartIntake:
    """Turns decoded JSON into the situation whose card is wanted, which names its one leave."""

    def __init__(self, rulebook: Rulebook, situaties: SituationBook) -> None:
        self._intake = Intake(rulebook, situaties, one_leave_fields(rulebook))

    def situatie(self, obj: object, vandaag: date) -> Situatie:
        """The situation, or `InputErrors` with every mistake."""
        return of_one_leave(self._intake, obj, vandaag)[0]
