"""The card of one leave."""

from tests.web.partner import FACTS

MESSAGE = {"peildatum": "2026-11-02", "verlofsoort": "wazo.geboorteverlof", "feiten": FACTS}


def test_a_card_comes_as_a_page_in_the_language_asked_for(client):
    for taal, said in (("nl", "Ja, je hebt er recht op"), ("en", "Yes, you have a right to it")):
        answer = client.post("/v1/kaarten", json=MESSAGE, headers={"Accept-Language": taal})
        assert (answer.status_code, answer.mimetype) == (200, "text/html")
        assert answer.headers["Content-Language"] == taal
        assert answer.headers["Cache-Control"] == "no-store"
        assert f'<html lang="{taal}">' in answer.text
        assert said in answer.text


def test_a_leave_that_is_no_right_has_a_card_that_says_why(client):
    message = {**MESSAGE, "feiten": {**FACTS, "arbeidsrelatie": "zelfstandige"}}
    assert "Nee, je hebt er geen recht op" in client.post("/v1/kaarten", json=message).text


def test_what_cannot_be_read_is_refused(client):
    answer = client.post("/v1/kaarten", json={**MESSAGE, "verlofsoort": "wazo.zorg"})
    assert (answer.status_code, answer.mimetype) == (400, "application/problem+json")
    assert client.post("/v1/kaarten", json={"feiten": {}}).status_code == 400
