"""Every example in openapi.yaml is true: it is run, and what comes back is what is written."""

import pytest

NOT_OF_THE_LAW = ("beoordelingId", "hash", "instance", "versie", "aantalVerlofsoorten", "nieuwsteIngang")


def part_of(example, real):
    """Whether `example` is `real`, or `real` with shorter lists and other numbers of an occurrence."""
    if isinstance(example, dict):
        return (
            isinstance(real, dict)
            and example.keys() == real.keys()
            and all(key in NOT_OF_THE_LAW or part_of(value, real[key]) for key, value in example.items())
        )
    if isinstance(example, list):
        return isinstance(real, list) and all(any(part_of(each, other) for other in real) for each in example)
    return example == real


@pytest.fixture
def example(specification):
    return lambda name: specification["components"]["examples"][name]["value"]


@pytest.mark.parametrize(
    ("name", "schema"),
    [
        ("VraagGeboorteverlof", "Situatie"),
        ("VraagNogNietsVerteld", "Situatie"),
        ("VraagBrief", "BriefVraag"),
        ("VraagKaart", "KaartVraag"),
        ("VraagGeldregel", "GeldVraag"),
        ("AntwoordGeldregel", "Geldregel"),
        ("AntwoordGeboorteverlof", "Beoordeling"),
        ("VraagWeigering", "WeigeringVraag"),
        ("AntwoordWeigering", "Weigering"),
        ("LijstWeigerredenen", "Weigerkeuzes"),
        ("LijstVerlofsoorten", "Verlofsoorten"),
        ("KaartNogNietVanKracht", "Verlofsoort"),
        ("LijstVragen", "Vragen"),
        ("Regelset", "Regelset"),
    ],
)
def test_an_example_is_what_its_schema_says(example, validator, name, schema):
    assert [error.message for error in validator(schema).iter_errors(example(name))] == []


def test_every_example_of_a_problem_is_what_its_schema_says(specification, validator):
    problems = [name for name in specification["components"]["examples"] if name.startswith("Probleem")]
    assert len(problems) > 5
    for name in problems:
        value = specification["components"]["examples"][name]["value"]
        assert [error.message for error in validator("Probleem").iter_errors(value)] == []


def test_every_example_is_used(specification):
    text = str(specification["paths"]) + str(specification["components"]["responses"])
    assert [name for name in specification["components"]["examples"] if f"/examples/{name}'" not in text] == []


def test_the_example_question_gets_the_example_answer(client, example):
    answer = client.post("/v1/beoordelingen", json=example("VraagGeboorteverlof"))
    assert answer.status_code == 200
    assert part_of(example("AntwoordGeboorteverlof"), answer.json)


def test_the_example_refusal_gets_the_example_answer(client, example):
    answer = client.post("/v1/weigeringen", json=example("VraagWeigering"))
    assert answer.status_code == 200
    assert part_of(example("AntwoordWeigering"), answer.json)


def test_the_example_of_a_money_line_is_what_is_worked_out(client, example):
    answer = client.post("/v1/geldregels", json=example("VraagGeldregel"))
    assert part_of(example("AntwoordGeldregel"), answer.json)


@pytest.mark.parametrize(
    ("path", "question", "begins"),
    [
        ("/v1/brieven", "VraagBrief", "AntwoordBrief"),
        ("/v1/kaarten", "VraagKaart", "AntwoordKaart"),
        ("/v1/agenda", "VraagGeboorteverlof", "AntwoordAgenda"),
    ],
)
def test_a_document_begins_as_its_example(client, example, path, question, begins):
    assert client.post(path, json=example(question)).text.startswith(example(begins))


def test_the_emptiest_example_question_is_answered(client, example):
    assert client.post("/v1/beoordelingen", json=example("VraagNogNietsVerteld")).status_code == 200


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("/v1/verlofsoorten", "LijstVerlofsoorten"),
        ("/v1/verlofsoorten/wazo.geboorteverlof?peildatum=2018-12-31", "KaartNogNietVanKracht"),
        ("/v1/weigeringen", "LijstWeigerredenen"),
        ("/v1/situaties", "LijstSituaties"),
        ("/v1/vragen", "LijstVragen"),
        ("/v1/regelset", "Regelset"),
    ],
)
def test_what_can_be_read_is_what_the_example_shows(client, example, path, name):
    assert part_of(example(name), client.get(path).json)


def test_the_example_words_find_the_example_situation(client, example):
    answer = client.post("/v1/situaties/_zoek", json=example("VraagZoek"))
    assert part_of(example("AntwoordZoek"), answer.json)


def test_the_contract_begins_as_its_examples_show(client, example):
    served = client.get("/v1/openapi.json").json
    shown = example("Contract")
    assert served["openapi"] == shown["openapi"]
    assert {key: served["info"][key] for key in shown["info"]} == shown["info"]
    assert f"openapi: {shown['openapi']}\n" in client.get("/v1/openapi.yaml").text


WRONG_INPUT = b"""{"feiten": {
    "urenPerWeek": "32", "geboortedatumKind": "2026-02-30", "arbeidsrelati": "werknemer", "Jan Jansen": 1}}"""
TOO_EARLY = b'{"peildatum": "2001-11-30", "feiten": {}}'
JSON = {"content_type": "application/json"}


@pytest.mark.parametrize(
    ("name", "method", "path", "how"),
    [
        ("ProbleemOngeldigeInvoer", "POST", "/v1/beoordelingen", {"data": WRONG_INPUT, **JSON}),
        ("ProbleemBuitenBereik", "POST", "/v1/beoordelingen", {"data": TOO_EARLY, **JSON}),
        ("ProbleemOnbekendeVerlofsoort", "GET", "/v1/verlofsoorten/wazo.geborteverlof", {}),
        ("ProbleemNietAcceptabel", "GET", "/v1/vragen", {"headers": {"Accept": "application/xml"}}),
        ("ProbleemTeGroot", "POST", "/v1/beoordelingen", {"data": b" " * 70_000, **JSON}),
        ("ProbleemVerkeerdMediatype", "POST", "/v1/beoordelingen", {"data": {"urenPerWeek": "32"}}),
    ],
)
def test_a_mistake_gives_the_problem_that_the_example_shows(client, example, name, method, path, how):
    answer = client.open(path, method=method, **how)
    shown = example(name)
    assert {**answer.json, "instance": shown["instance"]} == shown


def test_keys_and_limits_give_the_problems_that_the_examples_show(guarded, keys, example):
    sent = [None, "x", keys.ended, keys.ended]  # the last is one too many
    shown = ["SleutelOntbreekt", "SleutelOnbekend", "SleutelVerlopen", "TeVeelVerzoeken"]
    for key, name in zip(sent, shown, strict=True):
        answer = guarded.get("/v1/vragen", headers={"Authorization": f"Bearer {key}"} if key else {})
        problem = example(f"Probleem{name}")
        assert {**answer.json, "instance": problem["instance"]} == problem
