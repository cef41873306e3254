"""Life situations: the list, and finding one by own words."""

import pytest

from tests.support.real_rules import real_situations

SEARCH = "/v1/situaties/_zoek"


@pytest.mark.parametrize("taal", ["nl", "en"])
def test_every_situation_of_the_rules_is_listed_in_their_order(client, beoordelaar, taal):
    listed = client.get("/v1/situaties", headers={"Accept-Language": taal}).json["situaties"]
    rules = real_situations().levenssituaties
    assert [each["id"] for each in listed] == list(rules)
    assert [each["titel"] for each in listed] == [each.teksten[taal].titel for each in rules.values()]


EMPLOYED = {"arbeidsrelatie": "werknemer", "urenPerWeek": 32}


@pytest.mark.parametrize(
    ("situatie", "leave", "asked"),
    [
        ("vader-overleden", "wazo.calamiteitenverlof", "betrokkene"),  # an in-law without a marriage (BW 1:3)
        ("oom-overleden", "wazo.calamiteitenverlof", "betrokkene"),
        ("moeder-terminaal", "wazo.kortdurend-zorgverlof", "betrokkene"),
        ("raadslid", "bw.politiek-verlof", "politiekeFunctie"),
        ("draagmoeder", "wazo.pleegzorgverlof", "rolBijKind"),
        ("stilgeboorte-andere-ouder", "wazo.geboorteverlof", "zwangerschapsduurWeken"),
        ("geboren-voor-2019", "wazo.kraamverlof", "kindThuisSinds"),
    ],
)
def test_what_a_sentence_does_not_say_is_asked_and_decides_nothing(client, situatie, leave, asked):
    message = {"peildatum": "2026-11-22", "situatie": situatie, "feiten": EMPLOYED}
    leaves = client.post("/v1/beoordelingen", json=message).json["verlofsoorten"]
    (answer,) = (each for each in leaves if each["id"] == leave)
    assert answer["oordeel"] == "vraag-nodig"
    assert asked in answer["ontbrekendeFeiten"]


def test_a_father_finds_no_situation_that_makes_him_the_one_who_gave_birth(client):
    found = client.post(SEARCH, json={"woorden": "ons kindje is dood geboren met 26 weken, ik ben de vader"}).json
    best = found["resultaten"][0]["id"]
    situations = {each["id"]: each for each in client.get("/v1/situaties").json["situaties"]}
    assert situations[best]["feiten"]["rolBijKind"] == "andere-ouder"


def test_every_situation_can_be_assessed_as_it_is_listed(client):
    for situation in client.get("/v1/situaties").json["situaties"]:
        message = {"situatie": situation["id"], "inclusiefVoorstellen": True, "feiten": {}}
        answer = client.post("/v1/beoordelingen", json=message)
        assert answer.status_code == 200
        assert [each["id"] for each in answer.json["verlofsoorten"]] == situation["verlofsoorten"]


def test_a_situation_gives_the_answer_of_its_facts_told_one_by_one(client):
    for situation in client.get("/v1/situaties").json["situaties"]:
        if not situation["verlofsoorten"] or situation["navragen"]:
            continue
        told = {
            "verlofsoorten": situation["verlofsoorten"],
            "inclusiefVoorstellen": True,
            "feiten": situation["feiten"],
        }
        short = {"situatie": situation["id"], "inclusiefVoorstellen": True, "feiten": {}}
        verdicts = [client.post("/v1/beoordelingen", json=each).json["verlofsoorten"] for each in (told, short)]
        assert verdicts[0] == verdicts[1], situation["id"]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("mijn kind is ziek en moet opgehaald van school", "kind-opvang-belt"),
        ("We krijgen een tweeling", "tweeling"),
        ("my father died", "vader-overleden"),
    ],
)
def test_own_words_find_the_situation_first(client, words, found):
    (best, *_) = client.post(SEARCH, json={"woorden": words}).json["resultaten"]
    assert best["id"] == found


@pytest.mark.parametrize("taal", ["nl", "en"])
def test_words_that_fit_nothing_find_nothing_but_are_never_met_with_an_empty_page(client, beoordelaar, taal):
    headers = {"Accept-Language": taal}
    answer = client.post(SEARCH, json={"woorden": "qwrtz"}, headers=headers).json
    assert (answer["resultaten"], answer["zekerheid"], answer["dichtbij"]) == ([], "geen", [])
    assert [id for each in answer["groepen"] for id in each["situaties"]] == list(real_situations().levenssituaties)
    assert len({each["titel"] for each in answer["groepen"]}) == len(answer["groepen"]) > 5


def test_what_fits_too_little_is_given_as_a_guess_and_never_as_a_result(client):
    answer = client.post(SEARCH, json={"woorden": "ik heb een sollicitatiegesprek"}).json
    assert (answer["resultaten"], answer["zekerheid"]) == ([], "geen")
    assert answer["dichtbij"][0]["id"] == "andere-vrije-dag"
    assert len(answer["dichtbij"]) <= 3


def test_what_fits_well_needs_no_guesses(client):
    answer = client.post(SEARCH, json={"woorden": "mijn kind is ziek"}).json
    assert (answer["zekerheid"], answer["dichtbij"], answer["groepen"]) == ("goed", [], [])


@pytest.mark.parametrize(
    ("body", "wrong"),
    [
        ({}, {"woorden": "verplicht"}),
        ({"woorden": ""}, {"woorden": "verplicht"}),
        ({"woorden": None}, {"woorden": "geen-waarde"}),
        ({"woorden": 3}, {"woorden": "verkeerd-type"}),
        ({"woorden": "a" * 301}, {"woorden": "te-lang"}),
        ({"woord": "x"}, {"woord": "onbekend-veld", "woorden": "verplicht"}),
        ([], {"$": "verkeerd-type"}),
        ("ziek", {"$": "verkeerd-type"}),
    ],
)
def test_what_cannot_be_searched_is_refused_with_every_reason(client, body, wrong):
    answer = client.post(SEARCH, json=body)
    assert answer.status_code == 400
    assert {each["in"]: each["code"] for each in answer.json["fouten"]} == wrong


def test_the_words_stand_in_no_answer_and_no_log(client, capsys, caplog):
    answer = client.post(SEARCH, json={"woorden": "Sofietje-7731 is ziek", "x": 1})
    assert "7731" not in answer.text + caplog.text + "".join(capsys.readouterr())
    assert client.get(f"{SEARCH}?woorden=ziek").status_code == 405
