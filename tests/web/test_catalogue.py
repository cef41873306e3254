"""The catalogue: what caches may keep, in two languages, on any day."""

import gzip
from datetime import UTC, datetime, timedelta

import pytest

from verlof_api.intake.today import AMSTERDAM, seconds_left

PATHS = [
    "/v1/verlofsoorten",
    "/v1/verlofsoorten/wazo.calamiteitenverlof",
    "/v1/weigeringen",
    "/v1/vragen",
    "/v1/regelset",
]
SPECIFICATION = ["/v1/openapi.json", "/v1/openapi.yaml"]


def test_every_leave_of_the_rules_is_listed_with_its_name(client, beoordelaar):
    answer = client.get("/v1/verlofsoorten").json
    assert answer["peildatum"] == "2026-11-22"
    assert [each["id"] for each in answer["verlofsoorten"]] == list(beoordelaar.rulebook.verlofsoorten)
    assert all(each["naam"] for each in answer["verlofsoorten"])


def test_every_listed_leave_has_a_card(client):
    for leave in client.get("/v1/verlofsoorten").json["verlofsoorten"]:
        assert client.get(f"/v1/verlofsoorten/{leave['id']}").json["naam"] == leave["naam"]


def test_the_card_tells_the_law_of_the_day_asked_for(client):
    def in_force(day):
        return client.get(f"/v1/verlofsoorten/wazo.aanvullend-geboorteverlof?peildatum={day}").json["vanKracht"]

    assert (in_force("2020-06-30"), in_force("2020-07-01")) == (False, True)


def test_every_fact_is_a_question(client, beoordelaar):
    questions = client.get("/v1/vragen").json["vragen"]
    assert [each["feit"] for each in questions] == list(beoordelaar.rulebook.feiten)


def test_the_regelset_tells_version_and_hash_of_the_rules_that_answer(client, beoordeel):
    regelset = client.get("/v1/regelset").json
    assert beoordeel({"feiten": {}}).json["regelset"] == {"versie": regelset["versie"], "hash": regelset["hash"]}


@pytest.mark.parametrize("path", PATHS)
def test_the_catalogue_speaks_two_languages_and_says_which(client, path):
    dutch, english = (client.get(path, headers={"Accept-Language": taal}) for taal in ("nl", "en"))
    assert (dutch.headers["Content-Language"], english.headers["Content-Language"]) == ("nl", "en")
    assert dutch.data != english.data


@pytest.mark.parametrize("path", PATHS + SPECIFICATION)
def test_a_catalogue_answer_may_be_kept_and_says_on_what_it_depends(client, path):
    headers = client.get(path).headers
    assert headers["Cache-Control"] == "public, max-age=3600"
    assert headers["Vary"] == "Accept, Accept-Encoding, Accept-Language"


@pytest.mark.parametrize("path", PATHS + SPECIFICATION)
def test_who_takes_gzip_gets_the_same_answer_smaller(client, path):
    plain, small = (client.get(path, headers={"Accept-Encoding": coding}) for coding in ("identity", "gzip, br"))
    assert "Content-Encoding" not in plain.headers
    assert small.headers["Content-Encoding"] == "gzip"
    assert gzip.decompress(small.data) == plain.data
    assert len(small.data) < len(plain.data)
    assert plain.headers["ETag"] != small.headers["ETag"]


def test_an_entity_tag_holds_for_its_own_encoding_only(client):
    etag = client.get("/v1/vragen", headers={"Accept-Encoding": "gzip"}).headers["ETag"]
    same, other = (
        client.get("/v1/vragen", headers={"Accept-Encoding": coding, "If-None-Match": etag})
        for coding in ("gzip", "identity")
    )
    assert (same.status_code, same.data) == (304, b"")
    assert other.status_code == 200


@pytest.mark.parametrize("path", PATHS + SPECIFICATION)
@pytest.mark.parametrize("form", ["{}", "W/{}", '"other", {}', "*"])
def test_who_has_the_answer_already_gets_304_without_a_body(client, path, form):
    etag = client.get(path).headers["ETag"]
    again = client.get(path, headers={"If-None-Match": form.format(etag)})
    assert (again.status_code, again.data) == (304, b"")
    assert again.headers["ETag"] == etag
    assert again.headers["Cache-Control"] == "public, max-age=3600"
    assert "Content-Type" not in again.headers


@pytest.mark.parametrize("path", PATHS)
def test_another_language_has_another_etag(client, path):
    tags = {client.get(path, headers={"Accept-Language": taal}).headers["ETag"] for taal in ("nl", "en")}
    assert len(tags) == 2


def test_the_etag_of_another_day_is_another(client):
    etag = client.get("/v1/verlofsoorten?peildatum=2002-01-01").headers["ETag"]
    assert client.get("/v1/verlofsoorten", headers={"If-None-Match": etag}).status_code == 200


def test_how_long_an_answer_may_be_kept_is_set_by_the_operator(make_app):
    client = make_app(CATALOGUE_MAX_AGE=60).test_client()
    assert client.get("/v1/vragen").headers["Cache-Control"] == "public, max-age=60"


def test_an_unknown_leave_is_404_with_the_one_that_was_meant(client):
    answer = client.get("/v1/verlofsoorten/calamiteitenverlof")
    assert answer.status_code == 404
    assert answer.json["type"] == "urn:verlofregelaar:probleem:onbekende-verlofsoort"
    assert answer.json["bedoelde"] == "wazo.calamiteitenverlof"


@pytest.mark.parametrize("id", ["Jan%20Jansen", "%00", "%FF", "x" * 5000, "..%2F..%2Fetc", "123456782"])
def test_an_unknown_leave_is_not_repeated(client, id):
    answer = client.get(f"/v1/verlofsoorten/{id}")
    assert answer.status_code == 404
    assert "Jansen" not in answer.text
    assert "123456782" not in answer.text


@pytest.mark.parametrize("path", ["/v1/verlofsoorten", "/v1/verlofsoorten/wazo.calamiteitenverlof"])
@pytest.mark.parametrize(
    ("query", "place", "code", "problem"),
    [
        ("peildatum=2001-11-30", "query.peildatum", "buiten-bereik", "buiten-bereik"),
        ("peildatum=2100-01-01", "query.peildatum", "buiten-bereik", "buiten-bereik"),
        ("peildatum=2026-02-30", "query.peildatum", "ongeldige-datum", "ongeldige-invoer"),
        ("peildatum=2026-W01-1", "query.peildatum", "ongeldige-datum", "ongeldige-invoer"),
        ("peildatum=", "query.peildatum", "ongeldige-datum", "ongeldige-invoer"),
        ("peildatum=2026-01-01&peildatum=2026-01-01", "query.peildatum", "dubbele-sleutel", "ongeldige-invoer"),
        ("peildatm=2026-01-01", "query.peildatm", "onbekend-veld", "ongeldige-invoer"),
        ("Jan%20Jansen=1", "query", "onbekend-veld", "ongeldige-invoer"),
    ],
)
def test_a_wrong_query_is_refused_at_its_place(client, path, query, place, code, problem):
    answer = client.get(f"{path}?{query}")
    assert answer.status_code == 400
    assert answer.json["type"] == f"urn:verlofregelaar:probleem:{problem}"
    assert [(each["in"], each["code"]) for each in answer.json["fouten"]] == [(place, code)]
    assert "Jansen" not in answer.text


def test_all_mistakes_in_a_query_come_at_once(client):
    answer = client.get("/v1/verlofsoorten?taal=en&peildatum=gisteren")
    assert {each["in"] for each in answer.json["fouten"]} == {"query.taal", "query.peildatum"}


@pytest.mark.parametrize("path", ["/v1/vragen", "/v1/regelset", *SPECIFICATION, "/healthz", "/readyz"])
def test_a_query_where_none_is_known_is_refused(client, path):
    assert client.get(f"{path}?x=1").status_code == 400


@pytest.mark.parametrize(
    ("moment", "peildatum", "kept"),
    [
        ("2026-11-22T12:00:00+00:00", "2026-11-22", 3600),
        ("2026-11-22T22:59:59+00:00", "2026-11-22", 1),
        ("2026-11-22T22:59:59.900000+00:00", "2026-11-22", 0),
        ("2026-11-22T23:00:00+00:00", "2026-11-23", 3600),
        ("2026-07-01T21:50:00+00:00", "2026-07-01", 600),  # summer: midnight is an hour sooner in UTC
        ("2026-03-28T22:30:00+00:00", "2026-03-28", 1800),  # the night in which the clock goes forward
        ("2026-03-29T21:30:00+00:00", "2026-03-29", 1800),  # and the evening after, an hour sooner in UTC
        ("2026-10-25T22:30:00+00:00", "2026-10-25", 1800),  # the evening after the clock went back
    ],
)
@pytest.mark.parametrize("path", ["/v1/verlofsoorten", "/v1/verlofsoorten/wazo.calamiteitenverlof"])
def test_what_holds_today_is_kept_until_midnight_in_amsterdam_at_most(make_app, moment, peildatum, kept, path):
    client = make_app(KLOK=lambda: datetime.fromisoformat(moment)).test_client()
    today, dated = client.get(path), client.get(f"{path}?peildatum={peildatum}")
    assert today.data == dated.data
    assert today.headers["Cache-Control"] == f"public, max-age={kept}"
    assert dated.headers["Cache-Control"] == "public, max-age=3600"


def test_who_has_what_held_yesterday_gets_what_holds_today(make_app):
    moments = [datetime(2026, 6, 30, 21, 59, 50, tzinfo=UTC)]
    client = make_app(KLOK=lambda: moments[-1]).test_client()
    before = client.get("/v1/verlofsoorten")
    moments.append(moments[-1] + timedelta(seconds=10))
    after = client.get("/v1/verlofsoorten", headers={"If-None-Match": before.headers["ETag"]})
    assert (after.status_code, after.json["peildatum"]) == (200, "2026-07-01")


@pytest.mark.parametrize(("day", "hours"), [("2026-03-29", 23), ("2026-10-25", 25), ("2026-11-22", 24)])
def test_a_day_on_which_the_clock_changes_has_its_own_length(day, hours):
    midnight = datetime.fromisoformat(day).replace(tzinfo=AMSTERDAM)
    assert seconds_left(lambda: midnight) == hours * 3600
