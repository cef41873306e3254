"""Where somebody who found a weakness can tell it."""

from datetime import datetime, timedelta

import pytest
import time_machine

from tests.support.real_rules import real_library
from tests.web.conftest import VANDAAG
from verlof_api import create_app
from verlof_api.keys import line_for, new_key

ADDRESS = "/.well-known/security.txt"
CONTACTS = "https://a.example/lek, mailto:veilig@a.example"


@pytest.fixture
def reporter(make_app):
    return make_app(SECURITY_CONTACT=CONTACTS).test_client()


def fields(answer):
    """Of each line its name and its value, in the order of the file."""
    return [tuple(line.split(": ", 1)) for line in answer.text.splitlines()]


def test_who_found_a_weakness_reads_where_to_tell_it_and_in_which_language(reporter):
    answer = reporter.get(ADDRESS)
    assert (answer.status_code, answer.headers["Content-Type"]) == (200, "text/plain; charset=utf-8")
    assert fields(answer) == [
        ("Contact", "https://a.example/lek"),
        ("Contact", "mailto:veilig@a.example"),
        ("Expires", "2027-05-21T00:00:00Z"),
        ("Preferred-Languages", "nl, en"),
    ]


@pytest.mark.parametrize("years", [0, 1, 20])
def test_the_file_never_lapses_however_long_the_service_runs(years):
    app = create_app({"LIBRARY": real_library(), "SECURITY_CONTACT": CONTACTS})
    later = datetime.fromisoformat(f"{VANDAAG}T12:00:00Z") + timedelta(days=366 * years)
    with time_machine.travel(later, tick=False):
        expires = datetime.fromisoformat(dict(fields(app.test_client().get(ADDRESS)))["Expires"])
    assert timedelta(days=90) < expires - later < timedelta(days=365)


def test_an_address_that_nobody_reads_is_never_given(client):
    answer = client.get(ADDRESS)
    assert (answer.status_code, answer.json["type"]) == (404, "urn:verlofregelaar:probleem:niet-gevonden")


def test_who_found_a_weakness_needs_no_key(make_app, tmp_path):
    keys = tmp_path / "keys"
    keys.write_text(f"{line_for('klant', new_key())}\n", "utf-8")
    client = make_app(SECURITY_CONTACT=CONTACTS, SLEUTELS=str(keys)).test_client()
    assert client.get("/v1/vragen").status_code == 401
    assert client.get(ADDRESS).status_code == 200


def test_the_file_may_be_kept_for_a_day(reporter):
    assert reporter.get(ADDRESS).headers["Cache-Control"] == "public, max-age=86400"
