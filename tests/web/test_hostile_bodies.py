"""Bad input of every kind: refused politely, repeated nowhere, written down nowhere."""

import gzip
from io import BytesIO

import pytest

from tests.web.hostile import REFUSED, body


@pytest.mark.parametrize("name", REFUSED)
def test_bad_input_is_refused_and_the_next_request_is_answered(beoordeel, capfd, name):
    answer = beoordeel(REFUSED[name])
    assert answer.status_code == 400
    assert answer.content_type == "application/problem+json"
    assert answer.json["fouten"]
    assert len(answer.data) < 20_000
    written = capfd.readouterr()
    for told in (answer.text, written.out, written.err):
        assert "Jansen" not in told
        assert "123456782" not in told
    assert beoordeel(b'{"feiten": {"urenPerWeek": 32}}').status_code == 200


@pytest.mark.parametrize("length", ["65537", "9" * 15, "9" * 5_000])
def test_a_length_that_is_too_large_is_enough_to_refuse(client, length):
    answer = client.post(
        "/v1/beoordelingen", content_type="application/json", environ_overrides={"CONTENT_LENGTH": length}
    )
    assert answer.status_code == 413


@pytest.mark.parametrize("size", [70_000, 10_000_000])
def test_a_body_that_is_too_large_is_refused_before_it_is_read(beoordeel, size):
    answer = beoordeel(body(arbeidsrelatie="x" * size))
    assert (answer.status_code, answer.json["type"]) == (413, "urn:verlofregelaar:probleem:te-groot")
    assert "65536" in answer.json["detail"]


def test_a_body_of_the_greatest_size_is_read(beoordeel):
    head, tail = b'{"feiten": {}', b"}"
    assert beoordeel(head + b" " * (64 * 1024 - len(head) - len(tail)) + tail).status_code == 200
    assert beoordeel(head + b" " * (64 * 1024 - len(head) - len(tail) + 1) + tail).status_code == 413


def test_a_body_without_a_length_is_held_to_the_same_size(client):
    def post(body):
        return client.post(
            "/v1/beoordelingen",
            input_stream=BytesIO(body),
            content_type="application/json",
            environ_overrides={
                "wsgi.input_terminated": True,
                "HTTP_TRANSFER_ENCODING": "chunked",
                "CONTENT_LENGTH": "",
            },
        )

    assert post(b'{"feiten": {}}').status_code == 200
    assert post(b'{"feiten": {}' + b" " * (64 * 1024 - 14) + b"}").status_code == 200
    assert post(b'{"feiten": {}' + b" " * (64 * 1024 - 13) + b"}").status_code == 413
    assert post(b'{"feiten": {}}' + b" " * 1_000_000).status_code == 413


def test_a_body_that_cannot_be_read_is_a_problem_and_no_failure_of_ours(client):
    class Broken(BytesIO):
        def read(self, size=-1):
            raise OSError("Jan Jansen")

    environ = {"wsgi.input": Broken(), "CONTENT_LENGTH": "5"}
    answer = client.post("/v1/beoordelingen", content_type="application/json", environ_overrides=environ)
    assert (answer.status_code, answer.json["type"]) == (400, "urn:verlofregelaar:probleem:ongeldig-verzoek")
    assert "Jansen" not in answer.text


@pytest.mark.parametrize("length", ["", "-1", "1e3", "２", "x"])
def test_a_length_that_is_no_number_means_an_empty_body(client, length):
    answer = client.post(
        "/v1/beoordelingen", content_type="application/json", environ_overrides={"CONTENT_LENGTH": length}
    )
    assert answer.json["fouten"][0]["code"] == "leeg"


@pytest.mark.parametrize("encoding", ["gzip", "deflate", "br", "GZIP", "gzip, identity", "x"])
def test_a_compressed_body_is_not_unpacked(beoordeel, encoding):
    bomb = gzip.compress(b" " * 10_000_000)
    answer = beoordeel(bomb, headers={"Content-Encoding": encoding})
    assert (answer.status_code, answer.json["type"]) == (415, "urn:verlofregelaar:probleem:verkeerd-mediatype")
    assert answer.headers["Accept-Encoding"] == "identity"


def test_a_body_that_says_it_is_not_compressed_is_read(beoordeel):
    assert beoordeel(b'{"feiten": {}}', headers={"Content-Encoding": "identity"}).status_code == 200


def test_a_compressed_body_that_hides_it_is_no_json(beoordeel):
    assert beoordeel(gzip.compress(b'{"feiten": {}}')).status_code == 400


def test_a_huge_header_or_address_changes_nothing(client):
    assert client.get("/v1/vragen", headers={"Accept-Language": "en," * 5_000}).status_code == 200
    assert client.get("/" + "x" * 50_000).status_code == 404
