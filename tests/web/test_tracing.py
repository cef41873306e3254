"""Following a request through a chain of services, without a way to carry anything about a person along."""

import json
from uuid import UUID

import pytest

ID = "2b57b524-cef7-4963-9f23-67c7d9f603bd"
TRACE = "4bf92f3577b34da6a3ce929d0e0e4736"
SPAN = "00f067aa0ba902b7"


@pytest.fixture
def followed(client, capfd):
    """The answer to a request with these headers, and its line in the log."""

    def followed(path="/v1/vragen", **headers):
        answer = client.get(path, headers={name.replace("_", "-"): value for name, value in headers.items()})
        (line,) = [line for line in capfd.readouterr().out.splitlines() if "methode" in line]
        return answer, json.loads(line)

    return followed


@pytest.mark.parametrize("sent", [ID, ID.upper(), ID.replace("-", "")])
def test_the_id_of_the_caller_is_that_of_the_answer_the_log_line_and_the_problem(followed, sent):
    answer, line = followed("/v1/x", X_Request_Id=sent)
    assert answer.headers.getlist("X-Request-Id") == [ID]
    assert line["verzoek"] == ID
    assert answer.json["instance"] == f"urn:uuid:{ID}"


@pytest.mark.parametrize(
    "sent",
    [
        "jan.jansen.1980",
        "123456782",
        "00000000-0000-0000-0000-000123456782",
        "12345678901234567890123456789012",
        f"{ID},{ID}",
        f"{ID} ",
        f"{{{ID}}}",
        f"urn:uuid:{ID}",
        ID[:-1],
        ID.replace("-", "", 1),
        "",
    ],
)
def test_any_other_id_is_replaced_by_a_fresh_one(followed, sent):
    answer, line = followed("/v1/x", X_Request_Id=sent)
    made = answer.headers["X-Request-Id"]
    assert str(UUID(made)) == made
    assert made != ID
    assert (line["verzoek"], answer.json["instance"]) == (made, f"urn:uuid:{made}")
    assert not sent or sent not in json.dumps(line) + answer.text + str(answer.headers)


def test_the_trace_of_the_caller_is_in_the_log_line_and_nowhere_else(followed):
    answer, line = followed(Traceparent=f"00-{TRACE}-{SPAN}-01", Tracestate="wie=jansen")
    assert line["trace"] == TRACE
    assert SPAN not in json.dumps(line)
    assert "jansen" not in json.dumps(line)
    assert TRACE not in str(answer.headers) + answer.text


@pytest.mark.parametrize(
    "sent",
    [
        f"00-{'0' * 32}-{SPAN}-01",
        f"00-{TRACE}-{'0' * 16}-01",
        f"00-{TRACE.upper()}-{SPAN}-01",
        f"01-{TRACE}-{SPAN}-01",
        f"ff-{TRACE}-{SPAN}-01",
        f"00-{TRACE}-{SPAN}-01-jansen",
        f"00-{TRACE}-{SPAN}",
        "jansen",
        "",
    ],
)
def test_a_traceparent_that_is_none_is_not_written_down(followed, sent):
    answer, line = followed(Traceparent=sent)
    assert answer.status_code == 200
    assert "trace" not in line
