"""The NL GOV API Design Rules 2.2 on the running service: what a linter of openapi.yaml cannot see.

What it can see stands in lint/api-design-rules.yaml.
Each test names the rule it tries, in our own words.
"""

import re

import orjson
import pytest
import yaml

SITUATION = {"feiten": {"arbeidsrelatie": "werknemer"}}


@pytest.fixture(scope="session")
def addresses(specification, app):
    """Every address of the contract that can be read, with a real id where one is needed."""
    base = specification["servers"][0]["url"]
    paths = [path for path, item in specification["paths"].items() if "get" in item]
    query = {"/wijzigingen": "?van=2022-08-01&tot=2022-08-02"}
    return [base + path.replace("{id}", "wazo.geboorteverlof") + query.get(path, "") for path in paths]


@pytest.fixture
def everything(client, addresses):
    """One answer of every kind: success, not modified, and every refusal."""
    post = "/v1/beoordelingen"
    return [
        *(client.get(address) for address in addresses),
        *(client.head(address) for address in addresses),
        *(client.options(address) for address in addresses),
        client.get("/v1/vragen", headers={"If-None-Match": "*"}),
        client.post(post, json=SITUATION),
        client.post(post, json={"feiten": {"x": 1}}),
        client.post(post, data=b"{"),
        client.post(post, data=b" " * 70_000, content_type="application/json"),
        client.post(post, json=SITUATION, headers={"Accept": "text/html"}),
        client.get("/v1/verlofsoorten/x"),
        client.get("/v1/x"),
        client.get(post),
    ]


@pytest.fixture
def allowed(specification):
    """What `Allow` says of an address: the methods of the contract, and those that come with them."""

    def allowed(address):
        path = address.partition("?")[0].removeprefix(specification["servers"][0]["url"])
        item = specification["paths"].get(path, specification["paths"].get("/verlofsoorten/{id}"))
        return ", ".join(sorted({"HEAD", "OPTIONS", *map(str.upper, item)}))

    return allowed


def errors(answers):
    return [answer for answer in answers if answer.status_code >= 400]


def test_core_no_trailing_slash_an_address_with_a_slash_behind_it_does_not_exist(client, addresses):
    for address in addresses:
        assert client.get(f"{address.partition('?')[0]}/").status_code == 404


def test_core_http_methods_a_read_changes_nothing_and_can_be_repeated(client, addresses):
    for address in addresses:
        assert client.get(address).data == client.get(address).data


def test_core_http_safety_head_and_options_are_answered_wherever_get_is(client, addresses, allowed):
    for address in addresses:
        assert client.head(address).status_code == 200
        assert client.options(address).headers["Allow"] == allowed(address)


@pytest.mark.parametrize("method", ["PUT", "PATCH", "DELETE", "POST"])
def test_core_http_response_code_another_method_is_405_with_those_that_are_allowed(client, addresses, allowed, method):
    others = [address for address in addresses if method not in allowed(address)]
    assert len(others) >= len(addresses) - 1
    for address in others:
        answer = client.open(address, method=method)
        assert answer.status_code == 405
        assert answer.headers["Allow"] == allowed(address)


def test_core_http_response_code_what_cannot_be_given_is_406_and_what_cannot_be_read_is_415(client, addresses):
    for address in addresses:
        assert client.get(address, headers={"Accept": "image/png"}).status_code == 406
    assert client.post("/v1/beoordelingen", data="x", content_type="text/plain").status_code == 415


def test_core_stateless_no_answer_depends_on_what_was_asked_before(client):
    first = client.post("/v1/beoordelingen", json=SITUATION).data
    client.post("/v1/beoordelingen", json={"feiten": {"arbeidsrelatie": "zelfstandige"}})
    assert client.post("/v1/beoordelingen", json=SITUATION).data == first


def test_core_error_handling_problem_details_every_error_is_a_problem_with_status_title_and_detail(everything):
    assert {answer.status_code for answer in errors(everything)} == {400, 404, 405, 406, 413, 415}
    for answer in errors(everything):
        assert answer.content_type == "application/problem+json"
        assert answer.json["status"] == answer.status_code
        assert answer.json["title"]
        assert answer.json["detail"]


def test_core_error_handling_invalid_input_wrong_input_is_400_and_never_422(everything):
    assert 422 not in {answer.status_code for answer in everything}


def test_core_error_handling_all_errors_every_mistake_is_told_at_once(client):
    answer = client.post("/v1/beoordelingen", json={"a": 1, "peildatum": "x", "feiten": {"b": 1, "leeftijd": "x"}})
    assert {each["in"] for each in answer.json["fouten"]} == {"a", "peildatum", "feiten.b", "feiten.leeftijd"}


def test_core_version_header_every_answer_says_which_version_gave_it(everything, specification):
    assert {answer.headers.get("API-Version") for answer in everything} == {specification["info"]["version"]}


def test_core_uri_version_the_address_names_the_major_version_only(addresses, specification):
    major = specification["info"]["version"].partition(".")[0]
    assert {address.split("/")[1] for address in addresses} == {f"v{major}"}


def test_core_publish_openapi_the_contract_is_published_as_json_for_every_site(client, specification):
    answer = client.get("/v1/openapi.json", headers={"Origin": "https://ergens.example"})
    assert answer.content_type == "application/json"
    assert answer.headers["Access-Control-Allow-Origin"] == "*"
    assert answer.json == specification


def test_core_publish_openapi_the_yaml_is_the_same_description(client):
    text = client.get("/v1/openapi.yaml").text
    assert yaml.safe_load(text) == client.get("/v1/openapi.json").json


def test_core_publish_openapi_no_credentials_are_asked_for(guarded, specification):
    for path in ("/openapi.json", "/openapi.yaml"):
        answer = guarded.get(f"/v1{path}")
        assert answer.status_code == 200
        assert "WWW-Authenticate" not in answer.headers
        assert specification["paths"][path]["get"]["security"] == []


def test_core_transport_security_headers_every_answer_has_them(everything):
    for answer in everything:
        headers = answer.headers
        assert "frame-ancestors 'none'" in headers["Content-Security-Policy"]
        assert headers["Strict-Transport-Security"].startswith("max-age=")
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert headers["X-Frame-Options"] == "DENY"
        assert headers["Cache-Control"]


def test_core_transport_security_headers_what_is_about_a_person_is_never_kept(everything, client):
    situations = [client.post("/v1/beoordelingen", json=SITUATION), *errors(everything)]
    assert {answer.headers["Cache-Control"] for answer in situations} == {"no-store"}


def test_core_transport_cors_every_answer_says_who_may_read_it_and_never_with_credentials(everything):
    for answer in everything:
        assert answer.headers["Access-Control-Allow-Origin"] == "*"
        assert "Access-Control-Allow-Credentials" not in answer.headers


def test_core_no_sensitive_uris_nothing_a_person_tells_can_be_sent_in_an_address(client, beoordelaar):
    for fact in beoordelaar.rulebook.feiten:
        assert client.get("/v1/verlofsoorten", query_string={fact: "1"}).status_code == 400


def test_core_date_time_every_date_in_an_answer_is_a_plain_date(client, specification):
    """/core/date-time/format and /core/date-time/date-omit-time-portion."""
    example = specification["components"]["examples"]["VraagGeboorteverlof"]["value"]
    text = client.post("/v1/beoordelingen", json=example).text
    assert re.findall(r'"\d{4}-\d{2}-\d{2}"', text)
    assert not re.findall(r'"\d{4}-\d{2}-\d{2}[T ]', text)


def test_core_interface_language_the_names_of_fields_are_camel_case_everywhere(client, addresses):
    """/core/interface-language and the house: one way of writing names, in everything but the contract itself."""
    answers = [client.get(address).data for address in addresses if "openapi" not in address]
    answers.append(client.post("/v1/beoordelingen", json=SITUATION).data)
    for data in answers:
        for name in names(orjson.loads(data)):
            assert re.fullmatch(r"[a-z][a-zA-Z0-9]*", name), name


def names(value):
    """The names of all fields; the columns of a table of amounts are data (an age can be one)."""
    if isinstance(value, dict):
        for name, below in value.items():
            yield name
            if name != "waarden":
                yield from names(below)
    elif isinstance(value, list):
        for each in value:
            yield from names(each)


def test_core_hide_implementation_nothing_tells_what_the_service_is_made_of(everything):
    made_of = re.compile(r"(?i)python|flask|werkzeug|marshmallow|durable|gunicorn|traceback|site-packages")
    for answer in everything:
        assert not made_of.search(answer.text)
        assert not made_of.search(str(answer.headers))
