"""WSGI on one side, bytes on the other (PEP 3333)."""

import pytest

from verlof_api.server.exchange import NOWHERE, Request, call, environment


@pytest.fixture
def answered():
    """What an application answers, as bytes."""

    def answered(app, method=b"GET", *, last=False):
        request = Request(method, b"/", (1, 1), [(b"host", b"x")], b"", NOWHERE, NOWHERE)
        return b"".join(call(app, environment(request), last=last).parts)

    return answered


def app(status="200 OK", headers=(), body=(b"ab", b"c")):
    def app(environ, start_response):
        start_response(status, list(headers))
        return body

    return app


def test_a_body_without_a_length_gets_one(answered):
    head, _, body = answered(app()).partition(b"\r\n\r\n")
    assert body == b"abc"
    assert b"\r\nContent-Length: 3\r\n" in head


def test_a_length_that_was_told_is_kept(answered):
    assert answered(app(headers=[("content-length", "3")])).lower().count(b"content-length: 3") == 1


@pytest.mark.parametrize("status", ["204 No Content", "304 Not Modified"])
def test_an_answer_without_a_body_says_no_length(answered, status):
    answer = answered(app(status))
    assert b"Content-Length" not in answer
    assert answer.endswith(b"\r\n\r\n")


def test_headers_of_the_connection_are_the_servers(answered):
    answer = answered(app(headers=[("Connection", "upgrade"), ("Transfer-Encoding", "chunked")]), last=True)
    assert answer.count(b"Connection:") == 1
    assert b"\r\nConnection: close\r\n" in answer
    assert b"Transfer-Encoding" not in answer


def test_what_is_written_comes_before_what_is_given(answered):
    def writing(environ, start_response):
        start_response("200 OK", [])(b"written ")
        return [b"given"]

    assert answered(writing).endswith(b"written given")


def test_what_was_given_is_closed_even_when_it_fails(answered):
    class Failing:
        closed = False

        def __iter__(self):
            raise ValueError

        def close(self):
            self.closed = True

    failing = Failing()
    with pytest.raises(ValueError):
        answered(app(body=failing))
    assert failing.closed


def test_a_header_that_comes_twice_is_one_list():
    headers = [(b"host", b"x"), (b"accept", b"a"), (b"accept", b"b"), (b"under_score", b"c")]
    environ = environment(Request(b"GET", b"/%41?q=%41", (1, 1), headers, b"", ("10.0.0.1", 1), ("::1", 8080, 0, 0)))
    assert environ["HTTP_ACCEPT"] == "a,b"
    assert "HTTP_UNDER_SCORE" not in environ
    assert (environ["PATH_INFO"], environ["QUERY_STRING"]) == ("/A", "q=%41")
    assert (environ["REMOTE_ADDR"], environ["SERVER_NAME"], environ["SERVER_PORT"]) == ("10.0.0.1", "::1", "8080")
