"""`python -m tests.contract.every_answer` asks every resource, and prints one line per answer: what, status and hash.

For processes that differ in something that must not matter, such as the hash seed (test_hash_seed.py).
"""

import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any

from werkzeug.test import TestResponse

from tests.support.real_rules import real_scenarios
from verlof_api import create_app

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
PAGES = [
    *("/v1/verlofsoorten", "/v1/verlofsoorten/wazo.geboorteverlof", "/v1/verlofsoorten/wazo.geborteverlof"),
    *("/v1/situaties", "/v1/weigeringen", "/v1/vragen", "/v1/regelset", "/v1/openapi.json", "/healthz", "/readyz", "/"),
    *("/v1/vragen?van=1&tt=2", "/v1/wijzigingen?vn=1&tto=2"),
    *(f"/v1/wijzigingen?van={van}&tot=2026-12-31" for van in ("2001-12-01", "2014-12-31", "2018-12-31", "2022-08-01")),
]
WORDS = ["mijn kind is ziek", "zwangrschap en ouderscap", "mijn vader gaat dood", "adoptei"]
WRONG = {
    "verlofsorten": 1,
    "feiten": {"urenPrWeek": 1, "dagloom": 2, "rolBijKind": "x", "opgenomenUren": {"wazo.x": 1}},
    "nietBekend": ["dagloom", "urenPerWek"],
    "opties": ["route"],
}
IRREGULAR = b'{"b":1,"a":NaN,"b":2,"c":{"x":1,"x":2}}'
POSTED = ("beoordelingen", "agenda", "brieven", "kaarten", "geldregels", "weigeringen")
EVERY = 9  # scenarios: a hundred situations, all resources


def answers() -> Iterator[tuple[str, TestResponse]]:
    client = create_app({"KLOK": lambda: NOON, "ACCESS_LOG": False}).test_client()
    for page in PAGES:
        for taal in ("nl", "en"):
            yield f"{page} {taal}", client.get(page, headers={"Accept-Language": taal})
    for words in WORDS:
        yield words, client.post("/v1/situaties/_zoek", json={"woorden": words})
    for path in POSTED:
        yield f"wrong {path}", client.post(f"/v1/{path}", json=WRONG)
        yield f"double {path}", client.post(f"/v1/{path}", data=IRREGULAR, content_type="application/json")
    for number, scenario in enumerate(real_scenarios()[::EVERY]):
        one = {**scenario.vraag, "verlofsoort": next(iter(scenario.verwacht))}
        more: dict[str, dict[str, Any]] = {
            "beoordelingen": {**scenario.vraag, "opties": ["routes", "watZouHelpen"]},
            "agenda": dict(scenario.vraag),
            "brieven": {**one, "taal": "nl+en", "formaat": ("docx", "html")[number % 2]},
            "weigeringen": {**one, "weigering": {"reden": "zwaarwegend-belang"}},
        }
        for path in POSTED:
            yield f"{scenario.id} {path}", client.post(f"/v1/{path}", json=more.get(path, one))


def line(what: str, answer: TestResponse) -> str:
    """Without the number of the request, which is another one each time."""
    number = answer.headers.pop("X-Request-Id")
    headers = repr(list(answer.headers.items())).encode()
    return f"{answer.status_code} {sha256(headers + answer.data.replace(number.encode(), b'')).hexdigest()} {what}"


if __name__ == "__main__":
    for what, answer in answers():
        sys.stdout.write(f"{line(what, answer)}\n")
