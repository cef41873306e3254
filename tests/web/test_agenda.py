"""The calendar file of an assessment."""

import icalendar

from tests.web.partner import FACTS

MESSAGE = {"peildatum": "2026-11-02", "verlofsoorten": ["wazo.geboorteverlof"], "feiten": FACTS}


def test_the_days_of_a_leave_come_as_a_calendar_in_the_language_asked_for(client):
    for taal in ("nl", "en"):
        answer = client.post("/v1/agenda", json=MESSAGE, headers={"Accept-Language": taal})
        assert answer.status_code == 200
        assert answer.mimetype == "text/calendar"
        assert answer.headers["Content-Language"] == taal
        assert answer.headers["Cache-Control"] == "no-store"
        (*events,) = icalendar.Calendar.from_ical(answer.data).walk("VEVENT")
        assert events
    assert client.post("/v1/agenda", json=MESSAGE).data == client.post("/v1/agenda", json=MESSAGE).data


def test_a_leave_that_is_no_right_has_no_days(client):
    message = {**MESSAGE, "feiten": {**FACTS, "arbeidsrelatie": "zelfstandige"}}
    answer = client.post("/v1/agenda", json=message)
    assert not icalendar.Calendar.from_ical(answer.data).walk("VEVENT")


def test_what_cannot_be_assessed_has_no_calendar(client):
    answer = client.post("/v1/agenda", json={"feiten": {"x": 1}})
    assert answer.status_code == 400
    assert answer.mimetype == "application/problem+json"
