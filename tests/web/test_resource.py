"""What it takes to be a resource, and what one gets for it without asking."""

import gzip
from operator import itemgetter

import pytest
from flask import Flask

from tests.web.conftest import VANDAAG
from verlof_api.intake import InputErrors, InputMistake
from verlof_api.web import access_log, negotiation, problems
from verlof_api.web.answers import KeptReply, Rendition, Reply, in_every_language
from verlof_api.web.envelope import Envelope
from verlof_api.web.problems import ProblemError
from verlof_api.web.resource import Query, Resource, get, post, register

ADDRESS = "/v1/toy"
WORDS = {"nl": "Dag", "en": "Hello"}
LONG = "Dag Jansen! " * 200
WORD_FILE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
MAX_BODY = 100  # bytes


@pytest.fixture
def serve():
    """A client of a service of this one resource, without any law."""

    def serve(*methods, address=ADDRESS):
        app = Flask(__name__)
        negotiation.speak(app, tuple(WORDS))
        problems.register(app)
        register(app, [Resource(address, *methods)], MAX_BODY, lambda: VANDAAG)
        app.wsgi_app = Envelope(app.wsgi_app, "1.0.0", frozenset(), frozenset(), access_log.silent)
        return app.test_client()

    return serve


def test_a_resource_takes_no_more_than_this(serve):
    def groet(asked):
        return Reply.of_json({"groet": f"{WORDS[asked.taal]} {asked.input}"}, asked.taal)

    client = serve(get(groet, Query({"naam": lambda text, _: text.title()}, itemgetter("naam"), required=("naam",))))
    answer = client.get(f"{ADDRESS}?naam=jansen", headers={"Accept-Language": "en"})
    assert (answer.status_code, answer.json) == (200, {"groet": "Hello Jansen"})
    assert answer.headers["Content-Language"] == "en"
    assert answer.headers["Cache-Control"] == "no-store"
    assert client.get(ADDRESS).json["fouten"][0]["code"] == "verplicht"
    assert client.get(f"{ADDRESS}?name=jansen").json["fouten"][0]["code"] == "onbekend-veld"
    assert client.get(f"{ADDRESS}?naam=jansen", headers={"Accept": "text/html"}).status_code == 406
    assert client.post(ADDRESS).headers["Allow"] == "GET, HEAD, OPTIONS"


def test_a_view_gets_what_was_read_of_the_body_and_the_day_it_was_read_on(serve):
    client = serve(post(lambda asked: Reply.of_json(asked.input, None), lambda obj, today: [obj, today.isoformat()]))
    answer = client.post(ADDRESS, json={"naam": "Jansen"})
    assert answer.json == [{"naam": "Jansen"}, VANDAAG.isoformat()]
    assert "Content-Language" not in answer.headers


def test_a_view_is_not_called_with_what_its_reader_refuses(serve):
    def reads(obj, today):
        raise InputErrors([InputMistake("verplicht").at("naam")])

    client = serve(post(lambda asked: pytest.fail("called"), reads))
    answer = client.post(ADDRESS, json={})
    assert (answer.status_code, answer.json["fouten"][0]["in"]) == (400, "naam")


def test_the_values_of_a_query_can_be_refused_together(serve):
    def make(read):
        raise InputErrors([InputMistake("tot-voor-van").at("query.tot")])

    client = serve(get(lambda asked: pytest.fail("called"), Query({}, make)))
    assert client.get(ADDRESS).json["fouten"][0]["code"] == "tot-voor-van"


def test_a_view_may_answer_with_a_problem(serve):
    def view(asked):
        raise ProblemError("onbekende-verlofsoort")

    assert serve(get(view)).get(ADDRESS).status_code == 404


def test_a_view_knows_the_open_parts_of_its_address_and_the_number_of_the_request(serve):
    client = serve(get(lambda asked: Reply.of_json([asked.path["id"], asked.request_id], None)), address="/v1/toy/<id>")
    answer = client.get("/v1/toy/7")
    assert answer.json == ["7", answer.headers["X-Request-Id"]]


def test_two_methods_of_one_resource_share_its_address(serve):
    client = serve(
        get(lambda asked: Reply.of_json("got", None)), post(lambda asked: Reply.of_json("posted", None), lambda *_: 0)
    )
    assert (client.get(ADDRESS).json, client.post(ADDRESS, json={}).json) == ("got", "posted")
    assert client.head(ADDRESS).status_code == 200
    assert client.delete(ADDRESS).headers["Allow"] == "GET, HEAD, OPTIONS, POST"


# --- media types ----------------------------------------------------------------------------------

FORMS = ("text/plain", "text/html")


def in_a_form(asked):
    return Reply("<p>Dag", asked.taal, asked.media_type)


@pytest.mark.parametrize(
    ("accept", "media_type"),
    [("*/*", "text/plain"), ("text/html", "text/html"), ("text/*", "text/plain"), ("text/plain;q=0, */*", "text/html")],
)
def test_the_caller_chooses_among_the_media_types_that_are_given(serve, accept, media_type):
    answer = serve(get(in_a_form, gives=FORMS)).get(ADDRESS, headers={"Accept": accept})
    assert answer.headers["Content-Type"] == f"{media_type}; charset=utf-8"


def test_who_takes_none_of_the_media_types_is_told_them_all(serve):
    answer = serve(get(in_a_form, gives=FORMS)).get(ADDRESS, headers={"Accept": "application/json"})
    assert (answer.status_code, "text/plain, text/html" in answer.json["detail"]) == (406, True)


def test_a_body_can_ask_for_a_media_type_in_so_many_words(serve):
    client = serve(post(in_a_form, lambda obj, _: obj, gives=FORMS, wants=itemgetter("form")))
    assert client.post(ADDRESS, json={"form": "text/html"}).mimetype == "text/html"
    assert client.post(ADDRESS, json={"form": None}).mimetype == "text/plain"
    refused = client.post(ADDRESS, json={"form": "text/html"}, headers={"Accept": "text/plain"})
    assert (refused.status_code, "text/html" in refused.json["detail"]) == (406, True)


def test_a_page_has_its_own_policy_and_an_answer_its_own_headers(serve):
    page = Reply("<p>", "nl", "text/html", (("Content-Disposition", "inline"),), "default-src 'self'")
    answer = serve(get(lambda asked: page, gives=("text/html",))).get(ADDRESS)
    assert answer.headers.getlist("Content-Security-Policy") == ["default-src 'self'"]
    assert answer.headers["Content-Disposition"] == "inline"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"


# --- compression ----------------------------------------------------------------------------------


@pytest.mark.parametrize("body", [LONG, LONG.encode()])
def test_a_long_answer_is_compressed_for_who_takes_that(serve, body):
    client = serve(get(lambda asked: Reply(body, "nl", "text/plain"), gives=("text/plain",)))
    small = client.get(ADDRESS, headers={"Accept-Encoding": "gzip"})
    assert small.headers["Content-Encoding"] == "gzip"
    assert gzip.decompress(small.data) == client.get(ADDRESS).data == LONG.encode()


@pytest.mark.parametrize(("body", "media_type"), [("Dag", "text/plain"), (LONG, WORD_FILE)])
def test_what_gets_no_smaller_is_not_compressed(serve, body, media_type):
    for answer in (Reply(body, "nl", media_type), KeptReply(Rendition.of(body.encode(), "nl", media_type), 60)):
        client = serve(get(lambda asked, answer=answer: answer, gives=(media_type,)))
        plain, small = (client.get(ADDRESS, headers={"Accept-Encoding": coding}) for coding in ("identity", "gzip"))
        assert "Content-Encoding" not in small.headers
        assert (small.data, small.headers.get("ETag")) == (plain.data, plain.headers.get("ETag"))


# --- what caches may keep -------------------------------------------------------------------------


@pytest.fixture
def kept(serve):
    listed = in_every_language(WORDS, lambda taal: {"dag": WORDS[taal] * 200})
    return serve(get(lambda asked: KeptReply(listed[asked.taal], 60)))


def test_a_rendition_may_be_kept_for_as_long_as_the_view_says_per_language_and_coding(kept):
    answer = kept.get(ADDRESS)
    assert answer.headers["Cache-Control"] == "public, max-age=60"
    assert answer.headers["Vary"] == "Accept, Accept-Encoding, Accept-Language"
    english = kept.get(ADDRESS, headers={"Accept-Language": "en"})
    packed = kept.get(ADDRESS, headers={"Accept-Encoding": "gzip"})
    assert len({each.headers["ETag"] for each in (answer, english, packed)}) == 3
    assert gzip.decompress(packed.data) == answer.data


@pytest.mark.parametrize("coding", ["identity", "gzip"])
def test_who_has_the_rendition_gets_nothing_of_it_again(kept, coding):
    headers = {"Accept-Encoding": coding}
    etag = kept.get(ADDRESS, headers=headers).headers["ETag"]
    again = kept.get(ADDRESS, headers={**headers, "If-None-Match": etag})
    assert (again.status_code, again.data, again.headers["ETag"]) == (304, b"", etag)
    other = kept.get(ADDRESS, headers={**headers, "If-None-Match": '"another"'})
    assert other.status_code == 200
