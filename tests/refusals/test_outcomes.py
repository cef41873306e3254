"""What follows from a refusal: proof to give, what the Act asks instead of weighing, silence, a small employer."""

from typing import Any

import pytest

from tests.refusals.test_refusals import articles
from tests.refusals.test_terms import EMPLOYEE, HOURS, PARENT, PARTNER

MOTHER = EMPLOYEE | {"rolBijKind": "bevallen-ouder"}
CARE = EMPLOYEE | {
    "betrokkene": "ouder",
    "toestand": "levensbedreigend-ziek",
    "zorgNoodzakelijk": True,
    "opgenomenUren": {"wazo.langdurend-zorgverlof": 0, "wazo.kortdurend-zorgverlof": 0},
    "schriftelijk": True,
}
WIDOWER = EMPLOYEE | {
    "rolBijKind": "andere-ouder",
    "relatieTotMoeder": "gehuwd",
    "geboortedatumKind": "2026-11-18",
    "moederOverledenOp": "2026-11-20",
    "geboorteakteOpgemaakt": True,
    "moederHadVerlofrecht": True,
}
SMALL = HOURS | {"werkgeverGrootte": 6, "gewensteIngangsdatum": "2026-12-10", "meldingsdatum": "2026-10-01"}
WEIGHING = "wiens belang"
LEAVES_TO_CONSIDER = ["zwaarwegend-belang", "te-druk", "geen-vervanging", "andere"]


def every_text(answer: dict[str, Any]) -> str:
    """All that is said about the refusal itself."""
    said = [answer["slotsom"]["tekst"], answer["grond"]["tekst"], answer["opTijd"]["tekst"], answer["inVorm"]["tekst"]]
    return " ".join([*said, answer["stilte"]["tekst"], answer["morgen"]["tekst"], *answer["watTerugSchrijven"]])


# --- proof that can still be given ----------------------------------------------------------------


def test_the_statement_of_the_midwife_is_given_and_no_interest_is_weighed(told: Any) -> None:
    asked = MOTHER | {"vermoedelijkeBevallingsdatum": "2027-02-10", "gewensteIngangsdatum": "2026-12-31"}
    answer = told("wazo.zwangerschapsverlof", "geen-bewijs", "2026-11-21", **asked)
    assert answer["slotsom"]["id"] == "herstelbaar-bewijs"
    assert "belang zwaarder" not in every_text(answer)
    assert articles(answer["grond"]) == {"Wazo 3:1 lid 2", "Wazo 3:5 lid 1"}
    assert answer["watTerugSchrijven"][-1] == "Wilt u bevestigen dat dit daarmee is opgelost?"


def test_a_widower_is_not_refused_while_his_four_weeks_run(told: Any) -> None:
    answer = told("wazo.bevallingsverlof-partner", "geen-bewijs", "2026-11-21", **WIDOWER)
    assert (answer["isGrond"], answer["slotsom"]["id"]) == ("nee", "geen-stand")
    assert "18 december 2026" in answer["grond"]["tekst"]  # 20 November and four weeks (3:1a lid 8)
    assert articles(answer["grond"]) == {"Wazo 3:1a lid 8"}


def test_after_the_four_weeks_the_certificates_are_given_all_the_same(told: Any) -> None:
    asked = WIDOWER | {"moederOverledenOp": "2026-10-20", "geboortedatumKind": "2026-10-19"}
    answer = told("wazo.bevallingsverlof-partner", "geen-bewijs", "2026-11-21", **asked)
    assert (answer["isGrond"], answer["slotsom"]["id"]) == ("oordeel-nodig", "herstelbaar-bewijs")


@pytest.mark.parametrize(("today", "ground"), [("2026-12-20", "nee"), ("2027-01-20", "oordeel-nodig")])
def test_the_statement_of_the_hospital_is_due_on_the_last_day_of_the_leave(told: Any, today: str, ground: str) -> None:
    asked = MOTHER | {
        "vermoedelijkeBevallingsdatum": "2026-11-02",
        "geboortedatumKind": "2026-11-02",
        "gewensteIngangsdatum": "2026-09-22",
        "ziekenhuisopnamesKind": [{"van": "2026-11-02", "tot": "2026-12-10"}],
    }
    answer = told("wazo.bevallingsverlof-ziekenhuis", "geen-bewijs", today, peildatum=today, **asked)
    assert answer["isGrond"] == ground


def test_the_paper_of_an_adoption_is_asked_for_and_then_the_leave_goes_ahead(told: Any) -> None:
    answer = told("wazo.adoptieverlof", "geen-bewijs", "2026-11-21", **EMPLOYEE, plaatsingsbewijs=False)
    assert (answer["isGrond"], answer["slotsom"]["id"]) == ("ja", "herstelbaar-bewijs")


# --- where the Act weighs nothing -----------------------------------------------------------------


@pytest.mark.parametrize("reden", LEAVES_TO_CONSIDER)
def test_another_workplace_is_considered_and_talked_about_never_weighed(told: Any, reden: str) -> None:
    asked = HOURS | {"gewensteIngangsdatum": "2027-03-01", "meldingsdatum": "2026-11-01"}
    answer = told("wfw.arbeidsplaats", reden, "2026-11-21", **asked)
    assert answer["slotsom"]["id"] == "overwegen"
    assert WEIGHING not in every_text(answer)
    assert "zwaarder" not in " ".join(answer["watTerugSchrijven"])


@pytest.mark.parametrize("reden", LEAVES_TO_CONSIDER)
def test_predictable_work_is_refused_in_writing_with_reasons_never_weighed(told: Any, reden: str) -> None:
    answer = told("wfw.voorspelbaar-werk", reden, "2026-11-21", **HOURS, meldingsdatum="2026-11-01")
    assert answer["slotsom"]["id"] == "motiveren"
    assert "zwaarder" not in every_text(answer)


def test_of_a_collective_agreement_the_text_is_asked(told: Any) -> None:
    answer = told("wazo.langdurend-zorgverlof", "cao", "2026-11-21", **CARE)
    assert answer["slotsom"]["id"] == "cao-nagaan"
    assert "zwaarder" not in every_text(answer)


def test_a_request_for_hours_that_came_too_late_asks_for_a_later_day(told: Any) -> None:
    asked = HOURS | {"gewensteIngangsdatum": "2026-12-20", "meldingsdatum": "2026-11-10"}
    answer = told("wfw.arbeidsduur", "te-laat-gevraagd", "2026-11-21", **asked)
    assert answer["slotsom"]["id"] == "later-beginnen"
    assert "10 januari 2027" in " ".join(answer["watTerugSchrijven"])  # two months after the request (2 lid 3)


@pytest.mark.parametrize("verlof", ["wazo.ouderschapsverlof", "wazo.betaald-ouderschapsverlof"])
def test_parental_leave_that_is_refused_can_only_be_changed_until_when_and_how(told: Any, verlof: str) -> None:
    asked = PARENT | {"gewensteIngangsdatum": "2027-02-01", "meldingsdatum": "2026-11-10"}
    answer = told(verlof, "te-druk", "2026-11-20", **asked | {"geboortedatumKind": "2026-06-01"})
    assert (answer["isGrond"], answer["slotsom"]["id"]) == ("nee", "alleen-wijzigen")
    line = next(each for each in answer["watTerugSchrijven"] if "niet weigeren" in each)
    assert "na overleg" in line
    assert "redenen op papier" in line
    assert "4 januari 2027" in line
    assert "Dat weten we nog niet" not in answer["slotsom"]["tekst"]


# --- a small employer -----------------------------------------------------------------------------


@pytest.mark.parametrize("reden", ["geen-antwoord", "te-druk", "geen-reden", "cao", "te-laat-gevraagd"])
def test_nothing_of_article_2_is_said_to_hold_for_a_small_employer(told: Any, reden: str) -> None:
    datum = None if reden == "geen-antwoord" else "2026-11-20"
    answer = told("wfw.arbeidsduur", reden, datum, **SMALL)
    assert answer["slotsom"]["id"] == "eigen-regeling"
    assert answer["opTijd"]["uitkomst"] == "geen-termijn"
    assert (answer["inVorm"]["uitkomst"], answer["inVorm"]["eisen"]) == ("vormvrij", [])
    assert answer["stilte"]["gevolg"] == "geen-instemming"
    assert "zoals" not in every_text(answer)
    assert any("eigen regeling" in each for each in answer["watTerugSchrijven"])
    assert articles(answer["grond"]) == {"Wfw 2 lid 18", "Wfw 2a lid 1"}


def test_the_own_scheme_of_a_small_employer_is_about_hours_alone(told: Any) -> None:
    answer = told("wfw.werktijd", "te-druk", "2026-11-20", **SMALL)
    assert answer["slotsom"]["id"] == "geen-plicht"
    assert "eigen regeling" not in every_text(answer)


def test_for_a_parent_of_a_young_child_a_small_employer_is_like_any_other(told: Any) -> None:
    asked = SMALL | {"rolBijKind": "juridisch-ouder", "juridischOuder": True, "geboortedatumKind": "2024-01-01"}
    answer = told("wfw.arbeidsduur", "geen-antwoord", **asked)
    assert (answer["slotsom"]["id"], answer["opTijd"]["uiterlijk"]) == ("zoals-gevraagd", "2026-11-10")


def test_of_an_employer_whose_size_is_not_known_silence_grants_nothing_for_certain(told: Any) -> None:
    asked = {name: value for name, value in SMALL.items() if name != "werkgeverGrootte"}
    answer = told("wfw.arbeidsduur", "geen-antwoord", **asked)
    assert answer["slotsom"]["id"] == "nog-niet"
    assert "minder dan tien mensen" in answer["stilte"]["tekst"]
    assert "werkgeverGrootte" in answer["ontbrekendeFeiten"]


# --- silence --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "change",
    [
        {"dienstverbandBegin": "2026-09-01"},  # 26 weeks not full: 2 lid 1
        {"gewensteIngangsdatum": "2026-12-20", "meldingsdatum": "2026-11-10"},  # less than two months ahead: 2 lid 3
        {"onvoorzienbareOmstandigheid": True, "meldingsdatum": "2026-11-02"},  # 2 lid 12, second sentence
    ],
)
def test_silence_grants_no_change_of_hours_where_the_act_does_not_say_so(told: Any, change: dict[str, Any]) -> None:
    asked = HOURS | {"gewensteIngangsdatum": "2026-12-10", "meldingsdatum": "2026-10-01"} | change
    answer = told("wfw.arbeidsduur", "geen-antwoord", **asked)
    assert answer["stilte"]["gevolg"] != "zoals-gevraagd"
    assert "zoals je het vroeg" not in every_text(answer)
    assert "zoals ik vroeg" not in every_text(answer)


def test_silence_grants_no_spreading_but_the_employer_should_have_agreed(told: Any) -> None:
    asked = MOTHER | {"vermoedelijkeBevallingsdatum": "2026-10-20", "geboortedatumKind": "2026-10-20"}
    answer = told("wazo.bevallingsverlof-gespreid", "geen-antwoord", meldingsdatum="2026-11-01", **asked)
    assert answer["slotsom"]["id"] == "niet-geregeld"
    assert "gaat het zoals" not in every_text(answer)
    assert any("15 november 2026 had moeten instemmen" in each for each in answer["watTerugSchrijven"])


def test_who_asked_for_spreading_too_late_claims_nothing(told: Any) -> None:
    asked = MOTHER | {"vermoedelijkeBevallingsdatum": "2026-10-10", "geboortedatumKind": "2026-10-10"}
    answer = told("wazo.bevallingsverlof-gespreid", "geen-antwoord", meldingsdatum="2026-11-05", **asked)
    assert answer["oordeel"] == "geen-recht"
    assert "moeten" not in " ".join(answer["watTerugSchrijven"])
    assert not [term for term in answer["termijnen"] if term["id"] == "antwoord-werkgever"]


def test_silence_after_a_late_request_for_care_tells_the_later_day_and_what_can_start_at_once(told: Any) -> None:
    asked = CARE | {"gewensteIngangsdatum": "2026-11-26", "meldingsdatum": "2026-11-20"}
    answer = told("wazo.langdurend-zorgverlof", "geen-antwoord", peildatum="2026-12-01", **asked)
    assert answer["slotsom"]["id"] == "later-begin"
    assert "4 december 2026" in answer["slotsom"]["tekst"]  # two weeks after the request (5:12 lid 1)
    assert "zoals je het vroeg" not in every_text(answer)
    others = [step for step in answer["morgen"]["stappen"] if step["id"] == "ander-verlof"]
    assert [articles(step) for step in others] == [
        {"Wazo 5:1 lid 1", "Wazo 5:4 lid 1", "Wazo 5:14"},
        {"Wazo 4:1 lid 1", "Wazo 5:8"},
    ]


def test_once_silence_gave_the_leave_nothing_is_asked_but_to_confirm_it(told: Any) -> None:
    asked = CARE | {"gewensteIngangsdatum": "2026-11-26", "meldingsdatum": "2026-11-09"}
    answer = told("wazo.langdurend-zorgverlof", "geen-antwoord", **asked)
    assert answer["slotsom"]["id"] == "zoals-gevraagd"
    back = " ".join(answer["watTerugSchrijven"])
    assert "Volgens de wet gaat het nu zoals ik vroeg (Wazo 5:11 lid 6)" in back
    assert "besli" not in back
    assert "praten" not in back


# --- a request to stop ----------------------------------------------------------------------------

RUNNING = {"gewensteIngangsdatum": "2026-09-01", "gewensteEinddatum": "2027-06-01", "meldingsdatum": "2026-11-10"}


@pytest.mark.parametrize(
    ("verlof", "feiten", "article"),
    [
        ("wazo.ouderschapsverlof", PARENT | RUNNING, "Wazo 6:6 lid 2"),
        ("wazo.betaald-ouderschapsverlof", PARENT | RUNNING | {"geboortedatumKind": "2026-03-01"}, "Wazo 6:6 lid 2"),
        (
            "wazo.aanvullend-geboorteverlof",
            PARTNER | {"gewensteIngangsdatum": "2026-11-09", "meldingsdatum": "2026-11-15"},
            "Wazo 4:4a lid 2",
        ),
    ],
)
def test_a_request_to_stop_has_no_last_day_and_its_own_form_and_words(
    told: Any, verlof: str, feiten: dict[str, Any], article: str
) -> None:
    answer = told(
        verlof, "te-druk", "2026-11-20", vorm={"schriftelijk": False}, onderbrekenWegens="onvoorzien", **feiten
    )
    assert answer["isGrond"] == "oordeel-nodig"
    assert article in articles(answer["grond"])
    assert answer["opTijd"]["uiterlijk"] is None
    assert [eis["id"] for eis in answer["inVorm"]["eisen"]] == ["schriftelijk", "redenen"]
    assert answer["inVorm"]["uitkomst"] == "nee"
    assert answer["stilte"]["gevolg"] == "niet-geregeld"
    assert "doorgaat" not in " ".join(answer["watTerugSchrijven"])
    assert answer["watTerugSchrijven"][0].startswith("U hebt mijn verzoek om te stoppen met ")
    assert answer["brief"] is None


@pytest.mark.parametrize("why", ["zwangerschapsverlof", "bevallingsverlof-partner", "adoptieverlof"])
def test_who_stops_for_another_leave_around_a_child_is_never_refused(told: Any, why: str) -> None:
    answer = told("wazo.ouderschapsverlof", "te-druk", "2026-11-20", onderbrekenWegens=why, **PARENT, **RUNNING)
    assert (answer["isGrond"], answer["slotsom"]["id"]) == ("nee", "stoppen-moet")
    assert answer["morgen"]["stappen"][0]["dag"] == "2026-12-08"  # four weeks after the request (6:6 lid 1)
