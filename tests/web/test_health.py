"""Whether the process lives, and whether it can answer."""

from datetime import date, timedelta

import pytest


@pytest.mark.parametrize(("path", "status"), [("/healthz", "ok"), ("/readyz", "gereed")])
def test_the_service_says_that_it_lives_and_that_it_can_answer(client, path, status):
    answer = client.get(path)
    assert (answer.status_code, answer.json["status"]) == (200, status)
    assert answer.headers["Cache-Control"] == "no-store"


def test_ready_also_says_which_tables_of_amounts_end_soon(make_app, beoordelaar):
    first = min(beoordelaar.rulebook.bedragen.values(), key=lambda table: table.laatste_dag)
    margin = timedelta(days=beoordelaar.rulebook.grenzen.eindigt_binnen)

    def told(day):
        return make_app(VANDAAG=lambda: day).test_client().get("/readyz").json

    assert told(first.laatste_dag - margin - timedelta(days=1)) == {"status": "gereed"}
    ends = {"id": first.id, "naam": first.naam, "tot": first.laatste_dag.isoformat()}
    for day in (first.laatste_dag - margin, first.laatste_dag + timedelta(days=1)):
        assert ends in told(day)["aflopendeBedragen"]


def test_a_clock_from_before_the_first_rules_makes_the_service_not_ready(make_app, beoordelaar):
    first = beoordelaar.rulebook.eerste_dag
    assert make_app(VANDAAG=lambda: first).test_client().get("/readyz").status_code == 200
    for day in (date(1970, 1, 1), first - timedelta(days=1)):
        client = make_app(VANDAAG=lambda day=day: day).test_client()
        answer = client.get("/readyz")
        assert (answer.status_code, answer.json["type"]) == (503, "urn:verlofregelaar:probleem:niet-gereed")
        assert answer.json["reden"].endswith("Zet de klok goed.")
        assert client.get("/readyz", headers={"Accept-Language": "en"}).json["reden"].endswith("Set the clock right.")
        assert client.get("/healthz").status_code == 200


def test_rules_that_do_not_answer_make_the_service_not_ready_and_the_log_says_where(client, monkeypatch, capfd):
    def broken(*_):
        raise ArithmeticError("Jansen")

    monkeypatch.setattr("verlof_api.assessment.Beoordelaar.beoordeel", broken)
    answer = client.get("/readyz")
    assert answer.status_code == 503
    assert answer.json["reden"].startswith("De regels geven geen antwoord.")
    log = capfd.readouterr().out
    assert "ArithmeticError" in log
    assert "Jansen" not in log + answer.text
