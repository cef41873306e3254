"""`POST /v1/brieven` takes the refusal of `POST /v1/weigeringen`, and says of it what that says."""

from typing import Any

import pytest
from flask.testing import FlaskClient

ASKED = {
    "peildatum": "2026-11-22",
    "verlofsoort": "wazo.ouderschapsverlof",
    "variant": "bezwaar",
    "feiten": {
        "arbeidsrelatie": "werknemer",
        "urenPerWeek": 32,
        "rolBijKind": "juridisch-ouder",
        "juridischOuder": True,
        "geboortedatumKind": "2025-03-01",
        "gewensteIngangsdatum": "2026-12-01",
        "gewensteEinddatum": "2027-07-31",
        "meldingsdatum": "2026-09-10",
        "werkgeverAntwoord": "gewijzigd",
    },
}
LATE = "Dat was de laatste dag voor uw antwoord"


def letter(client: FlaskClient, **weigering: Any) -> str:
    body = {**ASKED, "weigering": {"reden": "zwaarwegend-belang", **weigering}}
    answer = client.post("/v1/brieven", json=body, headers={"Accept": "text/plain"})
    assert answer.status_code == 200, answer.get_json()
    return " ".join(answer.get_data(as_text=True).split())


def test_the_day_of_the_refusal_is_that_of_the_letter(client: FlaskClient) -> None:
    late = letter(client, datum="2026-11-20")
    assert "Op 20 november 2026 liet u mij weten" in late
    assert LATE in late
    assert LATE not in letter(client, datum="2026-11-02")


def test_without_its_day_there_is_no_letter_yet(client: FlaskClient) -> None:
    answer = client.post("/v1/brieven", json={**ASKED, "weigering": {"reden": "zwaarwegend-belang"}})
    assert (answer.status_code, answer.get_json()["ontbrekendeFeiten"]) == (400, ["werkgeverAntwoordDatum"])


@pytest.mark.parametrize(
    ("weigering", "place"),
    [
        ({"reden": "zomaar"}, "weigering.reden"),
        ({"reden": "te-druk", "datum": "2026-11-23"}, "weigering.datum"),
        ({"datum": "2026-11-20"}, "weigering.reden"),
        ({"reden": "te-druk", "vorm": {"hard": True}}, "weigering.vorm.hard"),
    ],
)
def test_a_refusal_that_is_wrong_is_refused_with_its_place(
    client: FlaskClient, weigering: dict[str, Any], place: str
) -> None:
    answer = client.post("/v1/brieven", json={**ASKED, "weigering": weigering})
    assert answer.status_code == 400
    assert [each["in"] for each in answer.get_json()["fouten"]] == [place]
