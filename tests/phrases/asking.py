"""Asks the program beside it everything once in the third language, and prints what it said as JSON.

Run by itself, with the copy of the program in front of this one (`PYTHONPATH`).
"""

import json
import sys
from typing import Any

from flask.testing import FlaskClient

from verlof_api import create_app

TAAL = {"Accept-Language": "xx"}
SICK_CHILD = {
    "peildatum": "2026-11-22",
    "situatie": "kind-opvang-belt",
    "verlofsoorten": ["wazo.kortdurend-zorgverlof"],
    "feiten": {"arbeidsrelatie": "werknemer", "urenPerWeek": 32},
}
CARE = {
    "peildatum": "2026-11-22",
    "verlofsoort": "wazo.aanvullend-geboorteverlof",
    "feiten": {
        "arbeidsrelatie": "werknemer",
        "urenPerWeek": 32,
        "rolBijKind": "andere-ouder",
        "relatieTotMoeder": "gehuwd",
        "geboortedatumKind": "2026-11-01",
        "geboorteverlofOpgenomen": True,
    },
}


def said(client: FlaskClient, method: str, address: str, message: Any = None) -> dict[str, Any]:
    answer = client.open(address, method=method, json=message, headers=TAAL)
    language = answer.headers.get("Content-Language")
    return {"status": answer.status_code, "taal": language, "tekst": answer.get_data(as_text=True)}


def main() -> None:
    client = create_app({}).test_client()
    answers = {
        "oordeel": said(client, "POST", "/v1/beoordelingen", SICK_CHILD),
        "fout": said(client, "POST", "/v1/beoordelingen", {"feiten": {"urenPerWeek": "32"}}),
        "probleem": said(client, "GET", "/v1/nergens"),
        "vragen": said(client, "GET", "/v1/vragen"),
        "zoek": said(client, "POST", "/v1/situaties/_zoek", {"woorden": "my child is ill"}),
        "wijzigingen": said(client, "GET", "/v1/wijzigingen?van=2018-12-31&tot=2019-01-01"),
        "brief": said(client, "POST", "/v1/brieven", CARE | {"formaat": "tekst"}),
        "brief-naast-nederlands": said(client, "POST", "/v1/brieven", CARE | {"formaat": "tekst", "taal": "nl+xx"}),
        "kaart": said(client, "POST", "/v1/kaarten", CARE),
    }
    json.dump(answers, sys.stdout)


if __name__ == "__main__":
    main()
