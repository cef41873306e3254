"""What the law changes between two days, for whoever asks: the days are told, and no two days cost a second of work."""

import gc

import pytest

from verlof_api.web import background
from verlof_api.web.answers import Rendition
from verlof_api.web.wijzigingen import MOST_KEPT


@pytest.fixture
def runs(beoordelaar, monkeypatch):
    """Every question to the engine from here on."""
    asked = []
    conclude = beoordelaar.engine.conclude
    monkeypatch.setattr(beoordelaar.engine, "conclude", lambda cases: (asked.append(cases), conclude(cases))[1])
    return asked


def between(client, van, tot, **headers):
    return client.get(f"/v1/wijzigingen?van={van}&tot={tot}", headers=headers)


def test_the_answer_says_which_days_were_compared(client):
    answer = between(client, "2018-12-31", "2019-01-01").json
    assert (answer["van"], answer["tot"]) == ("2018-12-31", "2019-01-01")
    assert {each["verlofsoort"]: each["wijziging"] for each in answer["verlofsoorten"]}[
        "wazo.geboorteverlof"
    ] == "nieuw"


@pytest.mark.parametrize(
    ("query", "place", "code"),
    [
        ("van=2019-01-01", "query.tot", "verplicht"),
        ("van=2019-01-02&tot=2019-01-01", "query.tot", "tot-voor-van"),
        ("van=2001-11-30&tot=2019-01-01", "query.van", "buiten-bereik"),
    ],
)
def test_two_days_in_order_are_needed(client, query, place, code):
    answer = client.get(f"/v1/wijzigingen?{query}")
    assert (answer.status_code, answer.json["fouten"][0]["in"], answer.json["fouten"][0]["code"]) == (400, place, code)


def test_a_server_works_out_every_case_before_anybody_asks(make_app, runs):
    app = make_app()
    background.start(app).join()
    assert runs
    runs.clear()
    answer = between(app.test_client(), "2001-12-01", "2026-12-31").json
    assert (bool(answer["uitkomsten"]), runs) == (True, [])


def test_who_asks_before_that_gets_the_same_answer_and_other_days_then_cost_no_run_of_the_engine(make_app, runs):
    early = make_app().test_client()
    first = between(early, "2001-12-01", "2026-12-31")
    assert runs
    runs.clear()
    between(early, "2007-03-16", "2024-02-21")
    app = make_app()
    background.start(app).join()
    runs.clear()
    assert between(app.test_client(), "2001-12-01", "2026-12-31").data == first.data
    assert runs == []


def renditions() -> list[Rendition]:
    """The comparisons that are in memory; other tests may have left some."""
    gc.collect()
    return [each for each in gc.get_objects() if isinstance(each, Rendition) and b'"uitkomsten":' in each.body]


def test_strangers_who_ask_about_many_days_do_not_fill_the_memory(client):
    days = [f"20{year:02}-{month:02}-01" for year in range(3, 9) for month in range(1, 13)]
    before = len(renditions())
    for day in days:
        assert between(client, day, "2026-12-31").status_code == 200
    assert len(renditions()) <= before + MOST_KEPT
