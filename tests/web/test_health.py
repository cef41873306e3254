"""Whether the process lives, and whether it can answer."""

import pytest


@pytest.mark.parametrize(("path", "status"), [("/healthz", "ok"), ("/readyz", "gereed")])
def test_the_service_says_that_it_lives_and_that_it_can_answer(client, path, status):
    answer = client.get(path)
    assert (answer.status_code, answer.json) == (200, {"status": status})
    assert answer.headers["Cache-Control"] == "no-store"
