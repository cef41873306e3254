"""The calendar of who got a no holds the last day to go against it, for whom that day is a day of law."""

from datetime import date
from typing import Any

import icalendar
import pytest
from flask.testing import FlaskClient

REFUSED = {"werkgeverAntwoord": "geweigerd", "werkgeverAntwoordDatum": "2026-11-21", "werkgeverBelang": True}
BIRTH = {
    "urenPerWeek": 32,
    "rolBijKind": "andere-ouder",
    "relatieTotMoeder": "gehuwd",
    "geboortedatumKind": "2026-11-01",
    "gewensteIngangsdatum": "2026-11-23",
}


def objections(client: FlaskClient, peildatum: str = "2026-11-22", **facts: Any) -> list[date]:
    body = {"peildatum": peildatum, "verlofsoorten": ["wazo.geboorteverlof"], "feiten": {**BIRTH, **facts}}
    answer = client.post("/v1/agenda", json=body)
    assert answer.status_code == 200, answer.get_json()
    events = icalendar.Calendar.from_ical(answer.data).walk("VEVENT")
    return [event["DTSTART"].dt for event in events if "bezwaar" in event["SUMMARY"]]


@pytest.mark.parametrize(
    "who",
    [
        {"arbeidsrelatie": "militair"},
        {"arbeidsrelatie": "ambtenaar", "aanstelling": True},
        {"arbeidsrelatie": "ambtenaar"},  # perhaps: then the day counts all the more
    ],
)
def test_who_may_have_an_appointment_sees_the_end_of_the_six_weeks(client: FlaskClient, who: dict[str, Any]) -> None:
    assert objections(client, **who, **REFUSED) == [date(2027, 1, 2)]


@pytest.mark.parametrize(
    "who", [{"arbeidsrelatie": "werknemer"}, {"arbeidsrelatie": "ambtenaar", "aanstelling": False}]
)
def test_who_has_a_contract_has_no_such_day(client: FlaskClient, who: dict[str, Any]) -> None:
    assert objections(client, **who, **REFUSED) == []


def test_without_a_no_there_is_nothing_to_go_against(client: FlaskClient) -> None:
    assert objections(client, arbeidsrelatie="militair") == []
    agreed = {"werkgeverAntwoord": "toegekend", "werkgeverAntwoordDatum": "2026-11-21"}
    assert objections(client, arbeidsrelatie="militair", **agreed) == []


def test_a_day_that_has_passed_is_not_put_in_the_calendar(client: FlaskClient) -> None:
    assert objections(client, "2027-01-03", arbeidsrelatie="militair", **REFUSED) == []
