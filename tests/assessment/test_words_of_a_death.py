"""After a death the words name the funeral, and never care for who has died."""

import re
from datetime import date

import pytest

from tests.support.answers import assessed
from tests.support.real_rules import real_situations
from verlof_api.assessment import Situatie

DAYS = [date(2001, 12, 3), date(2014, 12, 31), date(2015, 7, 1), date(2018, 6, 1), date(2026, 11, 30)]
LEAVES = ("wazo.calamiteitenverlof", "afspraak.bijzonder-verlof")
FUNERAL = {"nl": "uitvaart", "en": "funeral"}
CARE = {"nl": re.compile(r"\b(ver)?zorg|zorgverlof", re.I), "en": re.compile(r"\bcare\b|caring", re.I)}
WHO = [
    {"betrokkene": "ouder"},
    {"betrokkene": "oom-tante", "woontInHuishouden": False},
    {},
    {"betrokkene": "kind", "arbeidsrelatie": "zelfstandige"},
]


def sentences(leave):
    yield leave["toelichting"]
    for part in ("voorwaarden", "stappen", "waarschuwingen"):
        yield from (each["tekst"] for each in leave[part])


@pytest.mark.parametrize("dag", DAYS)
@pytest.mark.parametrize("taal", ["nl", "en"])
@pytest.mark.parametrize("who", WHO)
def test_short_absence_and_special_leave_name_the_funeral_and_no_care(real_beoordelaar, who, taal, dag):
    facts = {"arbeidsrelatie": "werknemer", "gebeurtenis": "overlijden", **who}
    for leave in assessed(real_beoordelaar, Situatie(dag, facts, LEAVES), taal)["verlofsoorten"]:
        texts = list(sentences(leave))
        assert any(FUNERAL[taal] in text for text in texts)
        assert not [text for text in texts if CARE[taal].search(text)]
        if leave["oordeel"] != "geen-recht":
            assert FUNERAL[taal] in leave["toelichting"]


@pytest.mark.parametrize("taal", ["nl", "en"])
def test_care_leave_for_who_has_died_says_where_the_leave_for_the_funeral_is(real_beoordelaar, taal):
    leaves = ("wazo.kortdurend-zorgverlof", "wazo.langdurend-zorgverlof")
    facts = {"arbeidsrelatie": "werknemer", "betrokkene": "ouder", "toestand": "overleden", "zorgNoodzakelijk": True}
    for dag in DAYS[1:]:
        for leave in assessed(real_beoordelaar, Situatie(dag, facts, leaves), taal)["verlofsoorten"]:
            assert leave["oordeel"] == "geen-recht"
            assert FUNERAL[taal] in leave["toelichting"]


@pytest.mark.parametrize("taal", ["nl", "en"])
def test_every_situation_of_a_death_with_short_absence_names_the_funeral(real_beoordelaar, taal):
    for situatie in real_situations().levenssituaties.values():
        if situatie.feiten.get("gebeurtenis") != "overlijden":
            continue
        assert FUNERAL[taal] in situatie.teksten[taal].kort, situatie.id
        facts = {"arbeidsrelatie": "werknemer", **situatie.feiten}
        asked = Situatie(DAYS[-1], facts, situatie.verlofsoorten, inclusief_voorstellen=True)
        answer = assessed(real_beoordelaar, asked, taal)
        leaves = {leave["id"]: " ".join(sentences(leave)) for leave in answer["verlofsoorten"]}
        for id in (*LEAVES, "voorstel.rouwverlof"):
            assert FUNERAL[taal] in leaves.get(id, FUNERAL[taal]), (situatie.id, id)


@pytest.mark.parametrize(("event", "there"), [("eerste-ziektedag", True), ("onvoorzien", True), ("overlijden", False)])
def test_care_after_the_first_day_is_only_spoken_of_where_there_can_be_care(real_beoordelaar, event, there):
    facts = {"arbeidsrelatie": "werknemer", "gebeurtenis": event}
    (leave,) = assessed(real_beoordelaar, Situatie(DAYS[-1], facts, LEAVES[:1]))["verlofsoorten"]
    assert ("dag-twee" in [step["id"] for step in leave["stappen"]]) is there
    assert ("uitvaart" in [step["id"] for step in leave["stappen"]]) is (event == "overlijden")
