"""The right door: who goes to which court, within which term, and what is said about dismissal."""

from typing import Any

import pytest

from tests.refusals.test_outcomes import MOTHER
from tests.refusals.test_refusals import articles
from tests.refusals.test_terms import EMPLOYEE, PARTNER

BIRTH = {
    name: value for name, value in PARTNER.items() if name not in {"arbeidsrelatie", "geboorteverlofOpgenomen"}
} | {"gewensteIngangsdatum": "2026-11-23"}


def doors(answer: dict[str, Any]) -> dict[str, dict[str, Any]]:
    return {each["id"]: each for each in answer["wieHelpt"]}


def refused(told: Any, **more: Any) -> Any:
    return told("wazo.geboorteverlof", "te-laat-gevraagd", "2026-11-21", **BIRTH, **more)


@pytest.mark.parametrize("who", [{"arbeidsrelatie": "ambtenaar", "aanstelling": True}, {"arbeidsrelatie": "militair"}])
def test_who_has_an_appointment_objects_within_six_weeks_and_not_at_the_subdistrict_court(
    told: Any, who: dict[str, Any]
) -> None:
    answer = refused(told, **who)
    assert "kantonrechter" not in doors(answer)
    assert "ontslag-aanvechten" not in doors(answer)
    # 21 November is the day of the decision: the term begins on the 22nd and lasts six weeks (Awb 6:7, 6:8)
    assert doors(answer)["bezwaar"]["uiterlijk"] == "2027-01-02"
    assert {"Ambtenarenwet 3", "Awb 6:7", "Awb 6:8", "Awb 8:81"} <= articles(doors(answer)["bezwaar"])
    assert answer["morgen"]["dag"] == "2027-01-02"
    (term,) = [each for each in answer["termijnen"] if each["id"] == "bezwaar"]
    assert term["bindend"]
    assert "voorlopige voorziening" in term["tekst"]


def test_an_official_who_did_not_tell_sees_both_doors_and_is_asked(told: Any) -> None:
    answer = refused(told, arbeidsrelatie="ambtenaar")
    assert {"kantonrechter", "bezwaar"} <= set(doors(answer))
    assert "wie een aanstelling heeft" in doors(answer)["bezwaar"]["tekst"]
    assert "wie een arbeidscontract heeft" in doors(answer)["kantonrechter"]["tekst"]
    assert "aanstelling" in answer["ontbrekendeFeiten"]
    assert "Heb je een aanstelling" in answer["morgen"]["tekst"]


@pytest.mark.parametrize(
    "who", [{"arbeidsrelatie": "werknemer"}, {"arbeidsrelatie": "ambtenaar", "aanstelling": False}]
)
def test_who_has_a_contract_goes_to_the_subdistrict_court_in_summary_proceedings_when_the_day_is_near(
    told: Any, who: dict[str, Any]
) -> None:
    court = doors(refused(told, **who))["kantonrechter"]
    assert "bezwaar" not in doors(refused(told, **who))
    assert "kort geding" in court["tekst"]
    assert "advocaat is niet nodig" in court["tekst"]
    assert "griffierecht" in court["tekst"]
    assert articles(court) == {"Rv 93", "Rv 79 lid 1", "Rv 254 lid 5"}


def test_for_a_day_that_is_far_off_an_ordinary_case_will_do(told: Any) -> None:
    asked = MOTHER | {"vermoedelijkeBevallingsdatum": "2027-08-10", "gewensteIngangsdatum": "2027-06-29"}
    answer = told("wazo.zwangerschapsverlof", "te-druk", "2026-11-21", **asked)
    assert "kort geding" not in doors(answer)["kantonrechter"]["tekst"]


def test_against_uwv_one_objects_within_six_weeks_of_its_letter_and_writes_to_no_employer(told: Any) -> None:
    feiten = {"rolBijKind": "bevallen-ouder", "vermoedelijkeBevallingsdatum": "2027-02-10"}
    answer = told("wazo.zez-uitkering", "andere", "2026-11-21", arbeidsrelatie="zelfstandige", **feiten)
    assert doors(answer)["uwv"]["uiterlijk"] == "2027-01-02"
    assert "rechtbank" in doors(answer)["uwv"]["tekst"]
    assert answer["watTerugSchrijven"] == []
    assert answer["morgen"]["bericht"] is None


@pytest.mark.parametrize("verlof", ["wazo.geboorteverlof", "wazo.zwangerschapsverlof", "wfw.arbeidsduur"])
def test_the_institute_gives_an_opinion_that_does_not_bind(told: Any, verlof: str) -> None:
    helpers = doors(told(verlof, "te-druk", "2026-11-21", **EMPLOYEE))
    (institute,) = [each for id, each in helpers.items() if id.startswith("college")]
    assert "bindt je werkgever niet" in institute["tekst"]
    assert institute["bronnen"]


def test_the_labour_authority_does_not_decide_on_leave(told: Any) -> None:
    helpers = doors(told("wazo.zwangerschapsverlof", "te-druk", "2026-11-21", **MOTHER))
    assert "beslist niet over je verlof" in helpers["inspectie"]["tekst"]


@pytest.mark.parametrize("taal", ["nl", "en"])
@pytest.mark.parametrize("verlof", ["wazo.geboorteverlof", "wfw.werktijd", "wazo.zez-uitkering", "zw.ziekte"])
def test_every_helper_says_what_to_bring(told: Any, verlof: str, taal: str) -> None:
    for helper in told(verlof, "te-druk", "2026-11-21", taal=taal, **EMPLOYEE)["wieHelpt"]:
        assert helper["meenemen"], helper["id"]


# --- dismissal ------------------------------------------------------------------------------------


def test_in_the_trial_period_the_ban_for_pregnancy_is_set_aside_but_not_discrimination(told: Any) -> None:
    line = told("wazo.zwangerschapsverlof", "proeftijd", "2026-11-21", **MOTHER)["kenmerken"]["ontslag"]
    assert "In je proeftijd geldt dat verbod niet" in line["tekst"]
    assert "omdat je zwanger bent, mag ook dan niet" in line["tekst"]
    assert {"BW 7:670 lid 2", "BW 7:670a lid 2", "BW 7:646 lid 1", "BW 7:681 lid 1"} <= articles(line)


def test_the_end_of_a_temporary_contract_is_no_dismissal_but_may_not_be_because_of_pregnancy(told: Any) -> None:
    line = told("wazo.zwangerschapsverlof", "tijdelijk-contract", "2026-11-21", **MOTHER)["kenmerken"]["ontslag"]
    assert "Niet verlengen omdat je zwanger bent, mag niet" in line["tekst"]


@pytest.mark.parametrize("verlof", ["wazo.calamiteitenverlof", "bw.vakantie", "afspraak.onbetaald-verlof"])
def test_no_line_about_dismissal_reads_as_a_permission(told: Any, verlof: str) -> None:
    line = told(verlof, "te-druk", "2026-11-21", **EMPLOYEE)["kenmerken"]["ontslag"]
    assert "een goede grond nodig" in line["tekst"]
    assert {"BW 7:669 lid 1", "BW 7:671 lid 1"} <= articles(line)


def test_who_is_dismissed_signs_nothing_and_has_two_months(told: Any) -> None:
    answer = refused(told, arbeidsrelatie="werknemer", dienstverbandEinde="2026-12-31")
    help_with_dismissal = doors(answer)["ontslag-aanvechten"]
    assert help_with_dismissal["uiterlijk"] == "2027-02-28"
    assert "Teken niets" in help_with_dismissal["tekst"]
    assert "wilt blijven werken" in help_with_dismissal["tekst"]
