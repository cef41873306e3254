"""An operator can say how often one caller may ask. Without that anybody may ask as often as they like."""

from itertools import count

import pytest
import time_machine

from tests.web.test_problems import problem
from verlof_api.keys import line_for, new_key

NUMBERS = count(1)


@pytest.fixture(scope="module")
def limited(make_app):
    """Two requests per minute for each address."""
    return make_app(LIMIET="2/60")


@pytest.fixture
def client(limited):
    return limited.test_client()


@pytest.fixture
def here():
    """An address that no other test asks from."""
    return f"198.51.100.{next(NUMBERS)}"


@pytest.fixture
def there():
    return f"198.51.100.{next(NUMBERS)}"


def ask(client, peer, path="/v1/vragen", **kwargs):
    return client.get(path, environ_overrides={"REMOTE_ADDR": peer}, **kwargs)


def statuses(client, times, peer, **kwargs):
    return [ask(client, peer, **kwargs).status_code for _ in range(times)]


def test_who_asks_more_than_the_limit_gets_429_and_hears_when_to_come_back(client, here):
    assert statuses(client, 2, here) == [200, 200]
    answer = ask(client, here)
    problem(answer, 429, "te-veel-verzoeken")
    assert 1 <= int(answer.headers["Retry-After"]) <= 60
    assert answer.headers["Cache-Control"] == "no-store"


def test_every_answer_says_how_much_is_left_and_for_how_long(client, here, there):
    answers = [ask(client, here), ask(client, here, "/v1/x"), ask(client, here), ask(client, there, "/v1/vragen?x=1")]
    assert [answer.status_code for answer in answers] == [200, 404, 429, 400]
    assert [answer.headers.getlist("RateLimit-Policy") for answer in answers] == [['"adres";q=2;w=60']] * 4
    for answer, left in zip(answers, (1, 0, 0, 1), strict=True):
        (told,) = answer.headers.getlist("RateLimit")
        name, remaining, seconds = told.split(";")
        assert (name, remaining) == ('"adres"', f"r={left}")
        assert 1 <= int(seconds.removeprefix("t=")) <= 60


def test_a_script_of_another_site_may_read_what_is_left(client, here):
    answer = ask(client, here, headers={"Origin": "https://a.example"})
    exposed = answer.headers["Access-Control-Expose-Headers"].split(", ")
    assert {"RateLimit", "RateLimit-Policy", "Retry-After"} <= set(exposed)


def test_when_the_time_is_over_there_is_room_again(client, here):
    with time_machine.travel("2026-11-22T12:00:00Z", tick=False) as clock:
        assert statuses(client, 3, here) == [200, 200, 429]
        clock.shift(59)
        answer = ask(client, here)
        assert (answer.status_code, answer.headers["Retry-After"]) == (429, "1")
        clock.shift(1)
        assert statuses(client, 3, here) == [200, 200, 429]


def test_one_caller_does_not_use_up_the_room_of_another(client, here, there):
    assert [statuses(client, 3, peer) for peer in (here, there)] == [[200, 200, 429]] * 2


def test_without_a_limit_there_is_no_end_and_no_header(app, here):
    answers = [ask(app.test_client(), here) for _ in range(50)]
    assert {answer.status_code for answer in answers} == {200}
    assert not any("RateLimit" in answer.headers or "RateLimit-Policy" in answer.headers for answer in answers)


@pytest.mark.parametrize("path", ["/healthz", "/readyz", "/", "/widget/verlof-regelaar.js"])
def test_probes_the_page_and_the_widget_do_not_count_and_are_never_refused(client, here, path):
    assert statuses(client, 3, here, path=path) == [200] * 3
    assert statuses(client, 3, here) == [200, 200, 429]
    assert statuses(client, 3, here, path=path) == [200] * 3
    assert "RateLimit" not in ask(client, here, path).headers


def test_a_preflight_does_not_count(client, here):
    asked = {"Origin": "https://a.example", "Access-Control-Request-Method": "GET"}
    preflights = [client.options("/v1/vragen", headers=asked, environ_overrides={"REMOTE_ADDR": here}) for _ in "123"]
    assert [answer.status_code for answer in preflights] == [204] * 3
    assert statuses(client, 3, here) == [200, 200, 429]


def test_what_a_caller_says_about_its_address_is_not_believed(client, here):
    made_up = [{"X-Forwarded-For": f"192.0.2.{n}", "Forwarded": f"for=192.0.2.{n}"} for n in range(3)]
    assert [ask(client, here, headers=headers).status_code for headers in made_up] == [200, 200, 429]


def test_behind_a_proxy_each_caller_has_its_own_room(make_app, here, there):
    client = make_app(LIMIET="1/60", PROXIES="10.0.0.0/8").test_client()
    told = [{"X-Forwarded-For": f"192.0.2.77, {peer}"} for peer in (here, there, here)]
    assert [ask(client, "10.1.2.3", headers=each).status_code for each in told] == [200, 200, 429]


def test_a_network_of_ipv6_is_one_caller(client):
    peers = ["2001:db8:1:2::1", "2001:db8:1:2::2", "2001:db8:1:2:3::", "2001:db8:1:3::1"]
    assert [ask(client, peer).status_code for peer in peers] == [200, 200, 429, 200]


def test_no_address_is_in_the_log_or_in_an_answer(client, here, capfd):
    answers = [ask(client, here) for _ in range(3)]
    said = capfd.readouterr().out + "".join(answer.text + str(answer.headers) for answer in answers)
    assert '"status":429' in said
    assert here not in said


# --- with keys ------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def keys(tmp_path_factory):
    """A file, and what its two callers send."""
    keys = new_key(), new_key()
    file = tmp_path_factory.mktemp("keys") / "sleutels"
    file.write_text("".join(f"{line_for(name, key)}\n" for name, key in zip("ab", keys, strict=True)), "utf-8")
    return file, *({"Authorization": f"Bearer {key}"} for key in keys)


def test_a_key_has_its_own_limit_wherever_it_is_used_from(make_app, keys, here, there):
    file, first, second = keys
    client = make_app(SLEUTELS=file, LIMIET="2/60", LIMIET_SLEUTEL="3/60").test_client()
    used = [ask(client, peer, headers=first) for peer in (here, there, here, there)]
    assert [answer.status_code for answer in used] == [200, 200, 200, 429]
    assert used[0].headers["RateLimit-Policy"] == '"sleutel";q=3;w=60'
    assert ask(client, here, headers=second).status_code == 200
    # and who guesses at keys is limited like anybody without one
    guesses = [ask(client, here, headers={"Authorization": f"Bearer {n}"}) for n in range(3)]
    assert [answer.status_code for answer in guesses] == [401, 401, 429]


def test_a_key_without_a_limit_of_its_own_may_ask_as_much_as_an_address(make_app, keys, here):
    file, first, second = keys
    client = make_app(SLEUTELS=file, LIMIET="1/60").test_client()
    assert [statuses(client, 2, here, headers=each) for each in (first, second)] == [[200, 429]] * 2


def test_a_limit_of_keys_alone_leaves_everybody_else_as_they_were(make_app, keys, here):
    file, first, _ = keys
    client = make_app(SLEUTELS=file, LIMIET_SLEUTEL="1/60").test_client()
    assert statuses(client, 2, here, headers=first) == [200, 429]
    assert statuses(client, 3, here, path="/v1/openapi.json") == [200] * 3


def test_with_a_key_there_is_more_room_than_without_where_none_is_needed(make_app, keys, here):
    file, first, _ = keys
    client = make_app(SLEUTELS=file, SLEUTEL_NODIG=False, LIMIET="1/60", LIMIET_SLEUTEL="2/60").test_client()
    assert statuses(client, 2, here) == [200, 429]
    assert statuses(client, 3, here, headers=first) == [200, 200, 429]
