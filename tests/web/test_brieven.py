"""The letter for one leave."""

import gc

import pytest
from docx.parts.document import DocumentPart

from tests.web.partner import FACTS

MESSAGE = {"peildatum": "2026-11-02", "verlofsoort": "wazo.geboorteverlof", "feiten": FACTS}


@pytest.mark.parametrize(
    ("formaat", "mimetype", "start"),
    [
        ("tekst", "text/plain", b"["),
        ("html", "text/html", b"<!"),
        ("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", b"PK"),
    ],
)
def test_a_letter_comes_in_the_form_asked_for(client, formaat, mimetype, start):
    asked = client.post("/v1/brieven", json={**MESSAGE, "formaat": formaat})
    accepted = client.post("/v1/brieven", json=MESSAGE, headers={"Accept": mimetype})
    for answer in (asked, accepted):
        assert answer.status_code == 200
        assert answer.mimetype == mimetype
        assert answer.data.startswith(start)
        assert answer.headers["Cache-Control"] == "no-store"


def test_a_message_is_three_lines_of_text_for_who_asks_for_it(client):
    answer = client.post("/v1/brieven", json={**MESSAGE, "formaat": "bericht"})
    assert (answer.status_code, answer.mimetype) == (200, "text/plain")
    assert answer.headers["Content-Disposition"] == 'attachment; filename="bericht.txt"'
    assert answer.text.splitlines()[0] == "Ik neem geboorteverlof op."
    assert len(answer.text.splitlines()) == 3


def test_a_word_file_leaves_nothing_in_memory(client):
    assert client.post("/v1/brieven", json={**MESSAGE, "formaat": "docx"}).status_code == 200
    assert [each for each in gc.get_objects() if isinstance(each, DocumentPart)] == []


def test_a_letter_comes_in_both_languages(client):
    answer = client.post("/v1/brieven", json={**MESSAGE, "taal": "nl+en"})
    assert answer.headers["Content-Language"] == "nl, en"
    assert "[je naam]" in answer.text
    assert "[your name]" in answer.text


def test_the_ordinary_letter_is_the_first_of_the_leave(client):
    ordinary = client.post("/v1/brieven", json=MESSAGE).text
    assert ordinary == client.post("/v1/brieven", json={**MESSAGE, "variant": "melding"}).text


def test_no_letter_claims_a_right_that_is_not_certain(client):
    told_less = {**MESSAGE, "feiten": {"arbeidsrelatie": "werknemer"}}
    answer = client.post("/v1/brieven", json=told_less)
    assert (answer.status_code, answer.mimetype) == (400, "application/problem+json")
    assert answer.json["type"] == "urn:verlofregelaar:probleem:geen-brief"
    assert answer.json["ontbrekendeFeiten"]


def test_a_letter_that_the_leave_does_not_have_names_those_it_has(client):
    answer = client.post("/v1/brieven", json={**MESSAGE, "variant": "herinnering-uwv"})
    assert answer.status_code == 400
    assert answer.json["varianten"][:2] == ["melding", "bezwaar"]
    assert "herinnering-uwv" not in answer.json["varianten"]


def test_what_cannot_be_read_is_refused(client):
    assert client.post("/v1/brieven", json={"feiten": {}}).status_code == 400
