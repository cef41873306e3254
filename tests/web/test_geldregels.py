"""The money line of one leave."""

import pytest

from tests.web.partner import FACTS

MESSAGE = {
    "peildatum": "2026-11-02",
    "verlofsoort": "wazo.geboorteverlof",
    "feiten": {**FACTS, "uurloon": 20, "gewensteIngangsdatum": "2026-11-09"},
}


def test_the_week_of_birth_leave_is_paid_by_the_employer(client):
    answer = client.post("/v1/geldregels", json=MESSAGE)
    assert answer.status_code == 200
    assert answer.headers["Cache-Control"] == "no-store"
    assert answer.json["totaal"] == [
        {"door": "werkgever", "bedrag": "640.00", "soort": "exact", "volledig": True, "tot": None}
    ]
    assert answer.json["maanden"][0]["posten"][0]["grondslag"] == "32 × 20,00 euro per uur"


def test_the_words_are_in_the_language_asked_for(client):
    answer = client.post("/v1/geldregels", json=MESSAGE, headers={"Accept-Language": "en"})
    assert answer.headers["Content-Language"] == "en"
    assert answer.json["maanden"][0]["posten"][0]["grondslag"] == "32 × 20.00 euros per hour"


@pytest.mark.parametrize("wish", [{"gewensteEinddatum": "2027-02-28"}, {"gewensteWeken": 4}, {"gewensteUren": 128}])
def test_the_employer_can_top_up_leave_that_the_law_does_not_pay(client, wish):
    message = {
        "peildatum": "2026-11-22",
        "verlofsoort": "wazo.ouderschapsverlof",
        "aanvulling": 50,
        "feiten": {**FACTS, "dagloon": 200, "gewensteIngangsdatum": "2027-02-01", **wish},
    }
    answer = client.post("/v1/geldregels", json=message).json
    assert [(post["door"], post["waarvan"], post["bedrag"]) for post in answer["maanden"][0]["posten"]] == [
        ("werkgever", "aanvulling", "2000.00")
    ]


def test_what_cannot_be_read_is_refused_all_at_once(client):
    answer = client.post("/v1/geldregels", json={**MESSAGE, "aanvulling": 101, "voorschot": "ja", "x": 1})
    assert answer.status_code == 400
    assert {each["in"] for each in answer.json["fouten"]} == {"aanvulling", "voorschot", "x"}
    assert client.post("/v1/geldregels", json={"feiten": {}}).status_code == 400
