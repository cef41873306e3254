""" "My employer says no", over HTTP."""

import pytest

LONG = "wazo.langdurend-zorgverlof"
REFUSED = {
    "peildatum": "2026-11-22",
    "situatie": "baas-weigert",
    "verlofsoort": LONG,
    "feiten": {
        "arbeidsrelatie": "werknemer",
        "urenPerWeek": 32,
        "betrokkene": "ouder",
        "toestand": "ziek",
        "zorgNoodzakelijk": True,
        "opgenomenUren": {LONG: 0},
        "caoAfwijking": "geen",
        "schriftelijk": True,
        "meldingsdatum": "2026-11-02",
        "gewensteIngangsdatum": "2026-11-26",
    },
    "weigering": {"reden": "te-druk", "datum": "2026-11-20", "vorm": {"schriftelijk": False}},
}


@pytest.fixture
def refuse(client):
    def refuse(**changes):
        return client.post("/v1/weigeringen", json={**REFUSED, **changes})

    return refuse


def mistakes(answer):
    assert answer.status_code == 400
    return {(each["in"], each["code"]) for each in answer.json["fouten"]}


def test_a_refusal_is_answered_with_ground_term_form_and_who_helps(refuse):
    answer = refuse()
    assert (answer.status_code, answer.headers["Cache-Control"]) == (200, "no-store")
    told = answer.json
    assert (told["isGrond"], told["opTijd"]["uitkomst"], told["inVorm"]["uitkomst"]) == ("oordeel-nodig", "nee", "nee")
    assert (told["slotsom"]["id"], told["oordeel"]) == ("te-laat", "recht")
    assert (told["werkgever"]["magWeigeren"], told["werkgever"]["antwoordUiterlijk"]) == (False, "2026-11-19")


def test_the_answer_comes_in_english_with_the_same_ids(client, refuse):
    dutch = refuse().json
    english = client.post("/v1/weigeringen", json=REFUSED, headers={"Accept-Language": "en"})
    assert english.headers["Content-Language"] == "en"
    assert english.json["slotsom"]["id"] == dutch["slotsom"]["id"]
    assert english.json["slotsom"]["tekst"] != dutch["slotsom"]["tekst"]


def test_the_letter_that_the_answer_names_can_be_had(client, refuse):
    letter = refuse().json["brief"]
    situation = {name: value for name, value in REFUSED.items() if name != "weigering"}
    asked = {**situation, "variant": letter["variant"], "feiten": {**REFUSED["feiten"], **letter["feiten"]}}
    answer = client.post("/v1/brieven", json=asked)
    assert (answer.status_code, answer.mimetype) == (200, "text/plain")
    assert "langdurend zorgverlof" in answer.text


def test_the_preset_of_a_situation_holds_here_too(refuse):
    told_less = {name: value for name, value in REFUSED["feiten"].items() if name != "betrokkene"}
    assert refuse(feiten=told_less).json["oordeel"] == "vraag-nodig"
    assert refuse(feiten=told_less, situatie="moeder-dementie").json["oordeel"] == "recht"


def test_every_mistake_comes_at_once_with_what_was_probably_meant(refuse):
    answer = refuse(
        verlofsoort="langdurend-zorgverlof",
        feiten={"urenPerWeek": "32"},
        weigering={"reden": "druk", "vorm": {"schriftelijk": "ja", "schriftlijk": True}, "dag": "2026-11-20"},
        weigerig={},
    )
    assert mistakes(answer) == {
        ("verlofsoort", "onbekende-verlofsoort"),
        ("feiten.urenPerWeek", "verkeerd-type"),
        ("weigering.reden", "ongeldige-keuze"),
        ("weigering.vorm.schriftelijk", "verkeerd-type"),
        ("weigering.vorm.schriftlijk", "onbekend-veld"),
        ("weigering.dag", "onbekend-veld"),
        ("weigerig", "onbekend-veld"),
    }
    meant = {each["in"]: each.get("bedoelde") for each in answer.json["fouten"]}
    assert meant["verlofsoort"] == LONG
    assert meant["weigering.reden"] == "te-druk"
    assert meant["weigering.vorm.schriftlijk"] == "schriftelijk"
    assert meant["weigerig"] == "weigering"


def test_nobody_was_answered_tomorrow(refuse):
    future = {"reden": "te-druk", "datum": "2026-11-23"}
    answer = refuse(weigering=future, verlofsoort="x")
    assert mistakes(answer) == {("weigering.datum", "buiten-bereik"), ("verlofsoort", "onbekende-verlofsoort")}
    assert refuse(weigering=future, peildatum="2026-11-23").status_code == 200


@pytest.mark.parametrize("weigering", [None, [], "nee", {}, {"reden": None}, {"reden": []}, {"vorm": {}}])
def test_what_is_no_refusal_is_refused(refuse, weigering):
    assert refuse(weigering=weigering).status_code == 400


def test_the_reasons_and_the_forms_are_choices_for_a_form(client, refuse):
    choices = client.get("/v1/weigeringen").json
    assert {"id": "te-druk", "label": "Het is te druk", "zwijgt": False} in choices["redenen"]
    assert [each["id"] for each in choices["redenen"] if each["zwijgt"]] == ["geen-antwoord"]
    assert choices["vormen"][0]["vraag"] == "Kreeg je het antwoord op papier of per e-mail?"
    for reason in choices["redenen"]:
        kept = {each["id"]: True for each in choices["vormen"]}
        assert refuse(weigering={"reden": reason["id"], "vorm": kept}).status_code == 200


def test_the_card_of_a_leave_carries_the_employers_side(client):
    card = client.get(f"/v1/verlofsoorten/{LONG}").json["weigering"]
    assert "uiterlijk een week voordat langdurend zorgverlof begint" in card["termijn"]["tekst"]
    assert [each["id"] for each in card["vorm"]["eisen"]] == ["schriftelijk", "redenen", "overleg"]
    assert card["stilte"]["gevolg"] == "zoals-gevraagd"
    assert card["kenmerken"]["ontslag"]["waarde"] == "verboden"
    (crowded,) = (each for each in card["redenen"] if each["id"] == "te-druk")
    assert [each["isGrond"] for each in crowded["antwoorden"]] == ["oordeel-nodig"]


def test_the_employers_side_of_a_day_that_was_not_read_is_null(client):
    assert client.get(f"/v1/verlofsoorten/{LONG}?peildatum=2010-01-01").json["weigering"] is None
    assert "weigering" not in client.get(f"/v1/verlofsoorten/{LONG}?peildatum=2002-01-01").json
