"""An operator who wants to know who calls hands out keys. Without them anybody may call."""

import pytest

from tests.web.test_problems import problem
from verlof_api.keys import line_for, new_key

SITUATION = {"feiten": {"urenPerWeek": 32}}
KEY, OLD, TAKEN_BACK = new_key(), new_key(), new_key()


def write(folder):
    file = folder / "sleutels"
    ended = line_for("oud", OLD) + " tot=2026-11-21"
    file.write_text(f"{line_for('klant', KEY)}\n{ended}\n{line_for('weg', TAKEN_BACK)} ingetrokken\n", "utf-8")
    return file


@pytest.fixture(scope="module")
def app_with_keys(make_app, tmp_path_factory):
    return make_app(SLEUTELS=write(tmp_path_factory.mktemp("keys")))


@pytest.fixture
def client(app_with_keys):
    return app_with_keys.test_client()


@pytest.fixture
def file(tmp_path):
    """A file of keys that a test may change."""
    return write(tmp_path)


def bearer(key):
    return {"Authorization": f"Bearer {key}"}


@pytest.mark.parametrize("scheme", ["Bearer", "bearer", "BEARER"])
def test_who_has_a_key_may_ask_everything(client, scheme):
    headers = {"Authorization": f"{scheme} {KEY}"}
    assert client.post("/v1/beoordelingen", json=SITUATION, headers=headers).status_code == 200
    assert client.get("/v1/verlofsoorten", headers=headers).status_code == 200


@pytest.mark.parametrize(
    "headers", [{}, {"Authorization": KEY}, {"Authorization": f"Basic {KEY}"}], ids=["none", "bare", "basic"]
)
def test_without_a_key_the_answer_is_401_and_says_how_to_send_one(client, headers):
    for answer in (
        client.post("/v1/beoordelingen", json=SITUATION, headers=headers),
        client.get("/v1/vragen", headers=headers),
    ):
        problem(answer, 401, "sleutel-ontbreekt")
        assert answer.headers["WWW-Authenticate"] == 'Bearer realm="verlofregelaar"'


@pytest.mark.parametrize(
    "sent",
    ["", "x", KEY[:-1], f"{KEY}x", f"{KEY}, Bearer {KEY}", "é", new_key()],
    ids=["empty", "short", "cut", "longer", "twice", "accent", "another"],
)
def test_a_key_that_nobody_knows_is_401(client, sent):
    answer = client.get("/v1/vragen", headers=bearer(sent))
    problem(answer, 401, "sleutel-onbekend")
    assert answer.headers["WWW-Authenticate"] == 'Bearer realm="verlofregelaar", error="invalid_token"'


@pytest.mark.parametrize("key", [OLD, TAKEN_BACK], ids=["ended", "taken back"])
def test_a_key_that_ended_or_was_taken_back_is_403(client, key):
    answer = client.get("/v1/vragen", headers=bearer(key))
    problem(answer, 403, "sleutel-verlopen")
    assert "WWW-Authenticate" not in answer.headers


def test_a_refusal_speaks_english_when_asked_and_may_be_read_by_a_script_of_another_site(client):
    answer = client.get("/v1/vragen", headers={"Accept-Language": "en", "Origin": "https://a.example"})
    assert answer.json["title"] == "A key is needed"
    assert answer.headers["Access-Control-Allow-Origin"] == "*"
    assert answer.headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize("headers", [{}, bearer("verkeerd"), bearer(OLD)], ids=["none", "wrong", "ended"])
def test_probes_the_contract_the_page_and_the_widget_never_ask_for_a_key(client, headers):
    for path in ("/healthz", "/readyz", "/v1/openapi.json", "/v1/openapi.yaml", "/", "/widget/verlof-regelaar.js"):
        answer = client.get(path, headers=headers)
        assert answer.status_code == 200, path
        assert "WWW-Authenticate" not in answer.headers


def test_a_browser_may_ask_beforehand_whether_it_may_send_a_key(client):
    asked = {"Origin": "https://a.example", "Access-Control-Request-Method": "POST"}
    answer = client.options("/v1/beoordelingen", headers={**asked, "Access-Control-Request-Headers": "authorization"})
    assert answer.status_code == 204
    assert "Authorization" in answer.headers["Access-Control-Allow-Headers"].split(", ")


@pytest.mark.parametrize(("method", "path", "status"), [("GET", "/v1/x", 404), ("GET", "/v1/beoordelingen", 405)])
def test_what_is_not_there_is_not_there_with_or_without_a_key(client, method, path, status):
    assert client.open(path, method=method).status_code == status
    assert client.open(path, method=method, headers=bearer(KEY)).status_code == status


def test_a_key_taken_out_of_the_file_stops_working_at_once(make_app, file):
    client = make_app(SLEUTELS=file).test_client()
    assert client.get("/v1/vragen", headers=bearer(KEY)).status_code == 200
    file.write_text("", "utf-8")
    problem(client.get("/v1/vragen", headers=bearer(KEY)), 401, "sleutel-onbekend")


def test_a_file_that_goes_wrong_locks_nobody_out_and_is_in_the_log_once(make_app, file, capfd):
    client = make_app(SLEUTELS=file).test_client()
    file.write_text(f"klant {KEY}\n", "utf-8")
    assert [client.get("/v1/vragen", headers=bearer(KEY)).status_code for _ in range(3)] == [200, 200, 200]
    assert capfd.readouterr().out.count('"melding":"sleutels-onleesbaar"') == 1


def test_a_file_that_is_wrong_stops_the_start_with_its_place(make_app, file, capfd):
    file.write_text(f"\nklant {KEY}\n", "utf-8")
    with pytest.raises(SystemExit) as stopped:
        make_app(SLEUTELS=file)
    said = capfd.readouterr().err
    assert stopped.value.code == 2
    assert f"{file}:2: een regel is" in said
    assert KEY not in said


def test_a_file_that_is_not_there_stops_the_start_and_says_why(make_app, tmp_path, capfd):
    with pytest.raises(SystemExit) as stopped:
        make_app(SLEUTELS=tmp_path / "nergens")
    assert stopped.value.code == 2
    assert "No such file" in capfd.readouterr().err


def test_no_key_and_no_name_of_one_is_in_the_log_or_in_a_refusal(client, capfd):
    answers = [client.get("/v1/vragen", headers=bearer(key)) for key in (KEY, OLD, TAKEN_BACK, "geheim")]
    said = capfd.readouterr().out + "".join(answer.text + str(answer.headers) for answer in answers[1:])
    assert said.count('"route":"/v1/vragen"') == 4
    assert [word for word in (KEY, OLD, TAKEN_BACK, "geheim", "klant", '"oud"', '"weg"') if word in said] == []


def test_without_keys_one_that_is_sent_does_not_matter(app):
    client = app.test_client()
    assert client.get("/v1/vragen", headers=bearer("wat dan ook")).status_code == 200


def test_an_operator_can_leave_it_to_callers_whether_they_send_a_key(make_app, file):
    client = make_app(SLEUTELS=file, SLEUTEL_NODIG=False).test_client()
    assert client.get("/v1/vragen").status_code == 200
    assert client.get("/v1/vragen", headers=bearer(KEY)).status_code == 200
    problem(client.get("/v1/vragen", headers=bearer("verkeerd")), 401, "sleutel-onbekend")
    problem(client.get("/v1/vragen", headers=bearer(OLD)), 403, "sleutel-verlopen")
    problem(client.get("/v1/vragen", headers={"Authorization": "Basic eDp5"}), 401, "sleutel-ontbreekt")


def test_what_is_not_set_is_not_in_the_way_of_a_request(app):
    assert (app.before_request_funcs, app.after_request_funcs) == ({}, {})
