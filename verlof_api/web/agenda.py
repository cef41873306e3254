"""`POST /v1/agenda`: the days of an assessment as an iCalendar file (RFC 5545). The body is that of an assessment."""

from typing import Final

from verlof_api.assessment import Situatie
from verlof_api.web.answers import Reply
from verlof_api.web.resource import Asked, Resource, post
from verlof_api.web.services import Services

CALENDAR: Final = "text/calendar"
_AS_FILE: Final = ("Content-Disposition", 'attachment; filename="verlof.ics"')


def resources(services: Services) -> list[Resource]:
    beoordelaar, calendars = services.beoordelaar, services.writers.agenda
    last_days = services.writers.weigeringen.judge.days_of_facts

    def agenda(asked: Asked[Situatie]) -> Reply:
        answer = beoordelaar.beoordeel(asked.input, asked.taal)
        calendar = calendars.agenda(answer, asked.input, asked.taal, beoordelaar.wishes, last_days)
        return Reply(calendar, asked.taal, CALENDAR, (_AS_FILE,))

    return [Resource("/v1/agenda", post(agenda, services.intake.situatie, gives=(CALENDAR,)))]
