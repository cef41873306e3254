"""A situation in, a verdict per kind of leave out."""

import gzip

import pytest

ORDINARY = {
    "peildatum": "2026-11-22",
    "verlofsoorten": ["wazo.geboorteverlof"],
    "feiten": {
        "arbeidsrelatie": "werknemer",
        "urenPerWeek": 32,
        "rolBijKind": "andere-ouder",
        "relatieTotMoeder": "gehuwd",
        "geboortedatumKind": "2026-11-01",
    },
}


def test_the_example_of_the_contract_is_answered_with_the_right(beoordeel):
    answer = beoordeel(ORDINARY)
    assert answer.status_code == 200
    assert answer.content_type == "application/json"
    (leave,) = answer.json["verlofsoorten"]
    assert (leave["id"], leave["oordeel"], leave["omvang"]["uren"]) == ("wazo.geboorteverlof", "recht", 32)
    terms = {term["id"]: term["uiterlijk"] for term in leave["termijnen"]}
    assert terms["melden-werkgever"] == "2026-10-05"


def test_without_facts_the_answer_is_a_question(beoordeel):
    answer = beoordeel({"verlofsoorten": ["wazo.geboorteverlof"], "feiten": {}})
    assert answer.status_code == 200
    assert [leave["oordeel"] for leave in answer.json["verlofsoorten"]] == ["vraag-nodig"]
    assert answer.json["volgendeVragen"]


def test_without_peildatum_the_day_of_asking_is_today(beoordeel):
    assert beoordeel({"feiten": {}}).json["peildatum"] == "2026-11-22"


def test_leaves_that_were_not_named_are_not_assessed(beoordeel):
    named = ["wazo.calamiteitenverlof", "wazo.kortdurend-zorgverlof"]
    answer = beoordeel({"verlofsoorten": named, "feiten": {}})
    assert [leave["id"] for leave in answer.json["verlofsoorten"]] == named


def test_bills_are_only_there_when_asked_for(beoordeel):
    def ids(message):
        return {leave["id"] for leave in beoordeel(message).json["verlofsoorten"]}

    assert not any(id.startswith("voorstel.") for id in ids({"feiten": {}}))
    assert any(id.startswith("voorstel.") for id in ids({"feiten": {}, "inclusiefVoorstellen": True}))


def test_the_same_question_gives_the_same_bytes_whatever_the_order_of_its_keys(beoordeel):
    other = {key: ORDINARY[key] for key in reversed(ORDINARY)}
    other["feiten"] = dict(reversed(ORDINARY["feiten"].items()))
    assert beoordeel(ORDINARY).data == beoordeel(other).data == beoordeel(ORDINARY).data


def test_the_answer_speaks_english_when_asked_with_the_same_ids_and_verdicts(beoordeel):
    dutch, english = (beoordeel(ORDINARY, headers={"Accept-Language": taal}) for taal in ("nl", "en"))
    assert (dutch.headers["Content-Language"], english.headers["Content-Language"]) == ("nl", "en")

    def ids(answer):
        (leave,) = answer.json["verlofsoorten"]
        return leave["id"], leave["oordeel"], [each["id"] for each in leave["voorwaarden"]]

    def words(answer):
        return [each["tekst"] for each in answer.json["verlofsoorten"][0]["voorwaarden"]]

    assert ids(dutch) == ids(english)
    assert all(nl != en for nl, en in zip(words(dutch), words(english), strict=True))


def test_an_answer_is_not_to_be_kept(beoordeel):
    assert beoordeel(ORDINARY).headers["Cache-Control"] == "no-store"


def test_facts_never_travel_in_the_address(client):
    answer = client.post("/v1/beoordelingen?urenPerWeek=32", json=ORDINARY)
    assert answer.status_code == 400
    assert answer.json["fouten"][0]["in"] == "query.urenPerWeek"


@pytest.mark.parametrize("content_type", ["application/json", "application/json; charset=utf-8", "Application/JSON"])
def test_json_is_taken_however_its_type_is_written(beoordeel, content_type):
    assert beoordeel(b'{"feiten": {}}', content_type=content_type).status_code == 200


def test_all_mistakes_come_at_once_with_their_places(beoordeel):
    answer = beoordeel(
        {"peildatm": 1, "verlofsoorten": ["wazo.x"], "feiten": {"urenPerWeek": "32", "kindErkent": True}}
    )
    assert answer.status_code == 400
    assert {(each["in"], each["code"]) for each in answer.json["fouten"]} == {
        ("peildatm", "onbekend-veld"),
        ("verlofsoorten[0]", "onbekende-verlofsoort"),
        ("feiten.urenPerWeek", "verkeerd-type"),
        ("feiten.kindErkent", "onbekend-feit"),
    }


def test_mistakes_are_told_in_english_when_asked(beoordeel):
    answer = beoordeel({"feiten": {"urenPerWeek": "32"}}, headers={"Accept-Language": "en-GB, nl;q=0.3"})
    assert answer.json["title"] == "The input is not right"
    assert answer.json["fouten"][0]["melding"] == "Expected a number, without quotes."


def test_a_day_before_the_law_is_a_problem_of_its_own_type(beoordeel):
    answer = beoordeel({"peildatum": "2001-11-30", "feiten": {}})
    assert (answer.status_code, answer.json["type"]) == (400, "urn:verlofregelaar:probleem:buiten-bereik")


def test_a_day_before_the_law_among_other_mistakes_is_wrong_input(beoordeel):
    answer = beoordeel({"peildatum": "2001-11-30", "feiten": {"x": 1}})
    assert answer.json["type"] == "urn:verlofregelaar:probleem:ongeldige-invoer"


def test_what_is_not_known_stays_unknown_and_is_not_asked_again(beoordeel):
    message = {"verlofsoorten": ["wazo.geboorteverlof"], "feiten": {}}
    first = beoordeel(message).json["volgendeVragen"][0]["feit"]
    answer = beoordeel({**message, "nietBekend": [first]}).json
    assert first not in [question["feit"] for question in answer["volgendeVragen"]]
    assert (answer["verlofsoorten"][0]["oordeel"], first in answer["verlofsoorten"][0]["ontbrekendeFeiten"]) == (
        "vraag-nodig",
        True,
    )


def test_a_letter_and_a_calendar_take_what_is_not_known_too(client):
    message = {**ORDINARY, "nietBekend": ["dagloon"]}
    assert client.post("/v1/agenda", json=message).status_code == 200
    assert client.post("/v1/brieven", json={**message, "verlofsoort": "wazo.geboorteverlof"}).status_code == 200


@pytest.mark.parametrize(("taal", "word"), [("nl", "kolven"), ("en", "express")])
def test_a_situation_that_lies_outside_the_law_of_leave_says_where_the_answer_is(beoordeel, taal, word):
    headers = {"Accept-Language": taal}
    answer = beoordeel({"situatie": "kolven", "feiten": {}}, headers=headers).json
    assert answer["verlofsoorten"] == []
    assert word in answer["verwijzing"].lower()
    assert beoordeel({"situatie": "lekkage", "feiten": {}}, headers=headers).json["verwijzing"] is None


def test_who_takes_gzip_gets_the_assessment_smaller(client):
    plain, small = (
        client.post("/v1/beoordelingen", json={"feiten": {}}, headers={"Accept-Encoding": coding})
        for coding in ("identity", "gzip")
    )
    assert "Content-Encoding" not in plain.headers
    assert small.headers["Content-Encoding"] == "gzip"
    assert gzip.decompress(small.data) == plain.data
    assert len(small.data) < len(plain.data) / 3


# Facts that contradict each other by what they mean, as practice sends them: hours that an HR system fills in by itself
# beside "no other agreements", and a role that says what another answer denies.
CONTRADICTORY = [
    (
        {"caoAfwijking": "geen", "caoUrenPer12Maanden": {"wazo.kortdurend-zorgverlof": 18}},
        {"betrokkene": "kind", "toestand": "ziek", "zorgNoodzakelijk": True, "gewensteIngangsdatum": "2026-10-05"},
    ),
    ({"rolBijKind": "juridisch-ouder", "juridischOuder": False}, {"geboortedatumKind": "2024-12-05"}),
]


@pytest.mark.parametrize(("contradictory", "rest"), CONTRADICTORY)
@pytest.mark.parametrize("taal", ["nl", "en"])
def test_facts_that_cannot_be_true_together_are_refused_with_both_paths_and_no_value(client, contradictory, rest, taal):
    body = {"peildatum": "2026-10-05", "feiten": {"arbeidsrelatie": "werknemer", **rest, **contradictory}}
    answer = client.post("/v1/beoordelingen", json=body, headers={"Accept-Language": taal})
    assert answer.status_code == 400
    assert answer.content_type == "application/problem+json"
    told = {entry["in"]: entry["code"] for entry in answer.json["fouten"]}
    assert told == {f"feiten.{fact}": "spreekt-tegen" for fact in contradictory}
    assert len({entry["melding"] for entry in answer.json["fouten"]}) == 1
    written = str(answer.json["fouten"])  # the number of the occurrence can hold any digits
    assert not any(value in written for value in ("juridisch-ouder", "18"))
