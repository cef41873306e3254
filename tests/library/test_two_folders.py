"""Two folders of rules side by side in one process: each service answers from its own in everything it gives."""

from datetime import date
from typing import Any

import pytest
from flask.testing import FlaskClient

from tests.support.real_rules import real_library
from tests.support.rules_folder import RulesFolder
from tests.support.whole_folder import LEAVE, whole
from verlof_api import create_app

DAY = date(2024, 3, 1)
SAPLING: dict[str, Any] = {
    "situatie": "boom-om",
    "verlofsoorten": [LEAVE],
    "feiten": {"urenPerWeek": 32, "plantdatum": "2024-02-28", "gewensteIngangsdatum": "2024-03-04"},
}
BABY: dict[str, Any] = {
    "situatie": "partner-bevallen",
    "verlofsoorten": ["wazo.geboorteverlof"],
    "feiten": {
        "arbeidsrelatie": "werknemer",
        "urenPerWeek": 32,
        "rolBijKind": "andere-ouder",
        "relatieTotMoeder": "gehuwd",
        "geboortedatumKind": "2024-02-28",
        "gewensteIngangsdatum": "2024-03-04",
    },
}
OF = {"fictional": (SAPLING, LEAVE), "real": (BABY, "wazo.geboorteverlof")}


@pytest.fixture(scope="module")
def services(tmp_path_factory: pytest.TempPathFactory) -> dict[str, FlaskClient]:
    """The fictional law read last, so that nothing of the real one stays where it should not."""
    folder = whole(RulesFolder(tmp_path_factory.mktemp("two") / "rules")).root
    fixed = {"VANDAAG": lambda: DAY, "ACCESS_LOG": False}
    return {
        "real": create_app({"LIBRARY": real_library(), **fixed}).test_client(),
        "fictional": create_app({"RULES": folder, **fixed}).test_client(),
    }


def told(service: FlaskClient, address: str, of: str, **more: Any) -> Any:
    """What a resource about one leave answers about the person of that folder."""
    message, leave = OF[of]
    answer = service.post(address, json={**message, "verlofsoort": leave, **more})
    assert answer.status_code == 200, answer.text
    return answer


@pytest.mark.parametrize(("name", "other"), [("real", "fictional"), ("fictional", "real")])
def test_a_service_answers_by_its_own_law_and_does_not_know_that_of_the_other(
    services: dict[str, FlaskClient], name: str, other: str
) -> None:
    answer = services[name].post("/v1/beoordelingen", json=OF[name][0])
    (leave,) = answer.json["verlofsoorten"]
    assert (leave["id"], leave["oordeel"]) == (OF[name][1], "recht")
    refused = services[other].post("/v1/beoordelingen", json=OF[name][0])
    assert "onbekende-verlofsoort" in {fout["code"] for fout in refused.json["fouten"]}


def test_the_rules_that_are_named_are_those_of_the_folder(services: dict[str, FlaskClient]) -> None:
    hashes = {name: service.get("/v1/regelset").json["hash"] for name, service in services.items()}
    assert hashes["real"] == real_library().rulebook.hash
    assert hashes["fictional"] != hashes["real"]
    for name, service in services.items():
        assert service.post("/v1/beoordelingen", json=OF[name][0]).json["regelset"]["hash"] == hashes[name]


def test_a_letter_has_the_words_of_its_folder(services: dict[str, FlaskClient]) -> None:
    letters = {name: told(service, "/v1/brieven", name, formaat="tekst").text for name, service in services.items()}
    assert "De boom is om, dus er is boomverlof (nl)" in letters["fictional"]
    assert "De wet geeft mij dit recht" in letters["real"]
    assert "De wet geeft mij dit recht" not in letters["fictional"]


def test_a_calendar_has_the_terms_and_words_of_its_folder(services: dict[str, FlaskClient]) -> None:
    calendars = {name: service.post("/v1/agenda", json=OF[name][0]).text for name, service in services.items()}
    assert "Bomen (nl)" in calendars["fictional"]
    assert "Bomen" not in calendars["real"]


def test_the_money_is_that_of_its_folder(services: dict[str, FlaskClient]) -> None:
    lines = {name: told(service, "/v1/geldregels", name).json for name, service in services.items()}
    assert {name: line["verlofsoort"] for name, line in lines.items()} == {name: OF[name][1] for name in OF}


def test_what_an_employer_can_answer_is_that_of_its_folder(services: dict[str, FlaskClient]) -> None:
    grounds = {}
    for name, service in services.items():
        answer = told(service, "/v1/weigeringen", name, weigering={"reden": "te-druk"})
        grounds[name] = answer.json["grond"]["tekst"]
    assert "De boom gaat voor (nl)." in grounds["fictional"]
    assert "boom" not in grounds["real"]
    reasons = {name: service.get("/v1/weigeringen").json["redenen"] for name, service in services.items()}
    assert [each["id"] for each in reasons["fictional"]] == ["te-druk"]
    assert len(reasons["real"]) > 1


def test_the_situations_are_those_of_the_folder_and_are_found_by_its_words(services: dict[str, FlaskClient]) -> None:
    listed = {
        name: [each["id"] for each in service.get("/v1/situaties").json["situaties"]]
        for name, service in services.items()
    }
    assert listed["fictional"] == ["boom-om"]
    assert "boom-om" not in listed["real"]


def test_what_the_law_changes_is_told_of_the_leaves_of_the_folder(
    services: dict[str, FlaskClient],
) -> None:
    days = "?van=2019-12-31&tot=2020-01-01"
    changes = {name: service.get(f"/v1/wijzigingen{days}").json for name, service in services.items()}
    assert [each["verlofsoort"] for each in changes["fictional"]["verlofsoorten"]] == [LEAVE]
    assert LEAVE not in {each["verlofsoort"] for each in changes["real"]["verlofsoorten"]}
    assert changes["fictional"]["regelset"]["versie"] == "1.2.3"
