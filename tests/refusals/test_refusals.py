""" "My employer says no": the ground, the form and the term of the law, and nothing that is not known."""

from datetime import date, timedelta
from decimal import Decimal
from random import Random
from typing import Any

import orjson
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.support.answers import decoded
from tests.support.language import steady
from tests.support.real_rules import real_scenarios, real_situations
from tests.support.situations import Situations
from verlof_api.assessment import Situatie
from verlof_api.intake import InputErrors, Intake, parse
from verlof_api.law import Rulebook
from verlof_api.refusals import Weigeringen
from verlof_api.refusals.model import RefusalBook
from verlof_api.refusals.request import Weigering, WeigeringIntake

TODAY = date(2026, 12, 9)
LONG, SHORT, PARENTAL, SPREAD = (
    "wazo.langdurend-zorgverlof",
    "wazo.kortdurend-zorgverlof",
    "wazo.ouderschapsverlof",
    "wazo.bevallingsverlof-gespreid",
)
HOURS, PREDICTABLE, HOLIDAY, BIRTH = "wfw.arbeidsduur", "wfw.voorspelbaar-werk", "bw.vakantie", "wazo.geboorteverlof"
INTEREST = "zwaarwegend-belang"
WRITTEN = {"schriftelijk": True, "redenen": True, "overleg": True}
CARE = {
    "arbeidsrelatie": "werknemer",
    "urenPerWeek": Decimal(32),
    "betrokkene": "ouder",
    "toestand": "ziek",
    "zorgNoodzakelijk": True,
    "opgenomenUren": {SHORT: Decimal(0), LONG: Decimal(0)},
    "caoAfwijking": "geen",
    "schriftelijk": True,
    "meldingsdatum": date(2026, 11, 23),
    "gewensteIngangsdatum": date(2026, 12, 14),
}
# 14 December less a week: the decision had to be told on 7 December at the latest (Wazo 5:11 lid 6)
IN_TIME, LATE = date(2026, 12, 7), date(2026, 12, 8)


@pytest.fixture
def refuse(weigeringen: Weigeringen) -> Any:
    def refuse(
        verlof: str,
        reden: str = INTEREST,
        datum: date | None = IN_TIME,
        vorm: dict[str, bool] | None = None,
        taal: str = "nl",
        peildatum: date = TODAY,
        **feiten: Any,
    ) -> dict[str, Any]:
        told = {name: value for name, value in {**CARE, **feiten}.items() if value is not None}
        gevraagd = Weigering(Situatie(peildatum, told), verlof, reden, vorm or {}, datum)
        answer: dict[str, Any] = decoded(weigeringen.weigering(gevraagd, taal))
        return answer

    return refuse


def outcome(answer: dict[str, Any]) -> tuple[str, str, str, str]:
    return answer["isGrond"], answer["opTijd"]["uitkomst"], answer["inVorm"]["uitkomst"], answer["slotsom"]["id"]


def articles(part: dict[str, Any]) -> set[str]:
    return {f"{b['wet']} {b['artikel']}" + (f" lid {b['lid']}" if b["lid"] else "") for b in part["bronnen"]}


# --- "mijn baas weigert mijn zorgverlof" --------------------------------------------------------


def test_my_boss_refuses_my_care_leave_too_late_and_by_word_of_mouth(refuse: Any) -> None:
    answer = refuse(LONG, INTEREST, LATE, {"schriftelijk": False, "overleg": False})
    assert outcome(answer) == ("oordeel-nodig", "nee", "nee", "te-laat")
    assert articles(answer["grond"]) == {"Wazo 5:11 lid 3"}
    assert answer["opTijd"]["uiterlijk"] == "2026-12-07"
    assert articles(answer["opTijd"]) == {"Wazo 5:11 lid 1", "Wazo 5:11 lid 4", "Wazo 5:11 lid 6"}
    assert [(eis["id"], eis["uitkomst"]) for eis in answer["inVorm"]["eisen"]] == [
        ("schriftelijk", "nee"),
        ("redenen", "onbekend"),
        ("overleg", "nee"),
    ]
    assert answer["oordeel"] == "recht"
    assert "7 december 2026" in " ".join(answer["watTerugSchrijven"])
    assert answer["watTerugSchrijven"][-1].startswith("Daarom ga ik ervan uit dat mijn langdurend zorgverlof doorgaat")
    helpers = [each["id"] for each in answer["wieHelpt"]]
    assert helpers == ["werkgever", "vakbond", "juridisch-loket", "college-wazo", "kantonrechter", "ontslag-aanvechten"]


def test_my_boss_refuses_in_time_and_in_form_and_then_people_weigh(refuse: Any) -> None:
    answer = refuse(LONG, INTEREST, IN_TIME, WRITTEN)
    assert outcome(answer) == ("oordeel-nodig", "ja", "ja", "weging")
    assert answer["oordeel"] == "oordeel-nodig"


def test_an_oral_refusal_does_not_count_once_the_term_has_passed(refuse: Any) -> None:
    assert outcome(refuse(LONG, INTEREST, IN_TIME, {"schriftelijk": False}))[3] == "vormgebrek"


def test_an_oral_refusal_can_still_be_written_before_the_term_ends(refuse: Any) -> None:
    answer = refuse(LONG, INTEREST, date(2026, 12, 1), {"schriftelijk": False}, peildatum=date(2026, 12, 2))
    assert outcome(answer)[3] == "herstelbaar"


def test_silence_gives_long_term_care_leave_a_week_before_it_starts(refuse: Any) -> None:
    assert refuse(LONG, "geen-antwoord", None)["slotsom"]["id"] == "zoals-gevraagd"
    assert refuse(LONG, "geen-antwoord", None, peildatum=IN_TIME)["slotsom"]["id"] == "wachten"


def test_of_an_oral_request_silence_gives_nothing_for_certain(refuse: Any) -> None:
    assert refuse(LONG, "geen-antwoord", None, schriftelijk=False)["slotsom"]["id"] == "niet-geregeld"
    unknown = refuse(LONG, "geen-antwoord", None, schriftelijk=None)
    assert unknown["slotsom"]["id"] == "wachten"
    assert "schriftelijk" in unknown["ontbrekendeFeiten"]


def test_silence_is_not_told_to_have_kept_or_broken_a_form(refuse: Any) -> None:
    answer = refuse(LONG, "geen-antwoord", None, WRITTEN)
    assert answer["inVorm"]["uitkomst"] == "onbekend"
    assert "Er is nog geen antwoord" in answer["inVorm"]["tekst"]


def test_short_term_care_leave_can_be_stopped_only_when_it_is_reported(refuse: Any) -> None:
    assert refuse(SHORT, INTEREST, date(2026, 11, 23))["opTijd"]["uitkomst"] == "ja"
    assert refuse(SHORT, INTEREST, LATE)["opTijd"]["uitkomst"] == "oordeel-nodig"
    assert outcome(refuse(SHORT, INTEREST, LATE, werkgeverAntwoord="toegekend"))[3] == "te-laat"


def test_an_objection_to_spreading_that_comes_late_is_weighed_for_the_law_does_not_say_that_it_lapses(
    refuse: Any,
) -> None:
    birth = {"geboortedatumKind": date(2026, 11, 1), "vermoedelijkeBevallingsdatum": date(2026, 11, 1)}
    asked = {**birth, "rolBijKind": "bevallen-ouder", "meldingsdatum": date(2026, 11, 10)}
    answer = refuse(SPREAD, INTEREST, peildatum=date(2026, 11, 26), datum=date(2026, 11, 25), **asked)
    assert (answer["opTijd"]["uitkomst"], answer["slotsom"]["id"]) == ("nee", "weging")
    term = next(each for each in answer["termijnen"] if each["id"] == "antwoord-werkgever")
    assert "De wet zegt niet wat een te laat bezwaar nog betekent." in term["tekst"]


def test_a_soldier_can_hear_of_an_interest_later(refuse: Any) -> None:
    assert refuse(SHORT, INTEREST, LATE, arbeidsrelatie="militair")["opTijd"]["uitkomst"] == "geen-termijn"


def test_care_days_are_no_holidays(refuse: Any) -> None:
    answer = refuse(SHORT, "eerst-vakantiedagen")
    assert answer["isGrond"] == "nee"
    assert "Wazo 5:15" in articles(answer["grond"])


def test_proof_of_care_is_for_afterwards(refuse: Any) -> None:
    assert articles(refuse(SHORT, "geen-bewijs")["grond"]) == {"Wazo 5:5"}


# --- other leaves -------------------------------------------------------------------------------


def test_parental_leave_is_never_refused_only_changed(refuse: Any) -> None:
    own = {"rolBijKind": "juridisch-ouder", "geboortedatumKind": date(2022, 1, 1)}
    assert refuse(PARENTAL, INTEREST, **own)["isGrond"] == "nee"
    changed = refuse(PARENTAL, INTEREST, date(2026, 11, 10), WRITTEN, werkgeverAntwoord="gewijzigd", **own)
    assert outcome(changed)[:3] == ("oordeel-nodig", "ja", "ja")
    assert changed["opTijd"]["uiterlijk"] == "2026-11-16"


def test_a_change_of_parental_leave_must_be_written_with_reasons_after_a_talk(refuse: Any) -> None:
    assert [eis["id"] for eis in refuse(PARENTAL)["inVorm"]["eisen"]] == ["schriftelijk", "redenen", "overleg"]


def test_the_interest_of_the_business_is_no_ground_against_birth_leave(refuse: Any) -> None:
    assert refuse(BIRTH, geboortedatumKind=date(2026, 12, 1))["isGrond"] == "nee"
    assert refuse(BIRTH, geboortedatumKind=date(2026, 12, 1), arbeidsrelatie="militair")["isGrond"] == "oordeel-nodig"


@pytest.mark.parametrize(
    ("asked", "ground"), [(date(2026, 11, 23), "nee"), (date(2026, 11, 24), "ja"), (None, "onbekend")]
)
def test_spreading_maternity_leave_is_asked_within_three_weeks(refuse: Any, asked: date | None, ground: str) -> None:
    facts = {"geboortedatumKind": date(2026, 11, 1), "rolBijKind": "bevallen-ouder", "meldingsdatum": asked}
    assert refuse(SPREAD, "te-laat-gevraagd", **facts)["isGrond"] == ground


@pytest.mark.parametrize(("size", "ground"), [(9, "ja"), (10, "nee"), (None, "onbekend")])
def test_a_small_business_need_not_change_hours(refuse: Any, size: int | None, ground: str) -> None:
    facts = {"werkgeverGrootte": size, "rolBijKind": "geen", "toestand": "gezond", "betrokkene": "geen"}
    assert refuse(HOURS, "klein-bedrijf", **facts)["isGrond"] == ground


def test_a_carer_may_ask_a_small_business_too(refuse: Any) -> None:
    assert refuse(HOURS, "klein-bedrijf", werkgeverGrootte=3)["isGrond"] == "nee"


def test_a_small_business_has_three_months_to_answer_on_predictable_work(refuse: Any) -> None:
    facts = {"dienstverbandBegin": date(2020, 1, 1), "meldingsdatum": date(2026, 9, 1), "gewensteIngangsdatum": None}
    assert refuse(PREDICTABLE, werkgeverGrootte=4, **facts)["opTijd"]["uiterlijk"] == "2026-12-01"
    assert refuse(PREDICTABLE, werkgeverGrootte=10, **facts)["opTijd"]["uiterlijk"] == "2026-10-01"


def test_holiday_is_fixed_two_weeks_after_the_written_wish(refuse: Any) -> None:
    answer = refuse(HOLIDAY, datum=LATE, vorm=WRITTEN)
    assert (answer["opTijd"]["uiterlijk"], answer["opTijd"]["uitkomst"]) == ("2026-12-07", "nee")
    assert refuse(HOLIDAY, datum=LATE, schriftelijk=False)["opTijd"]["uitkomst"] == "geen-termijn"


def test_without_a_statutory_right_the_employer_may_say_no(refuse: Any) -> None:
    answer = refuse("afspraak.onbetaald-verlof", "te-druk")
    assert (answer["isGrond"], answer["slotsom"]["id"]) == ("ja", "mag")


def test_uwv_and_not_the_employer_decides_on_a_benefit(refuse: Any) -> None:
    answer = refuse("wazo.zez-uitkering", "te-druk", arbeidsrelatie="zelfstandige")
    assert (answer["isGrond"], answer["slotsom"]["id"]) == ("nee", "uwv-beslist")


@pytest.mark.parametrize("reden", [INTEREST, "te-druk", "geen-vervanging"])
@pytest.mark.parametrize("verlof", [PARENTAL, "wazo.betaald-ouderschapsverlof", "wazo.aanvullend-geboorteverlof"])
def test_to_stop_for_the_unforeseen_can_be_refused(refuse: Any, verlof: str, reden: str) -> None:
    assert refuse(verlof, reden)["isGrond"] == "nee"
    assert refuse(verlof, reden, onderbrekenWegens="onvoorzien")["isGrond"] == "oordeel-nodig"


def test_whoever_has_no_right_is_not_told_to_keep_the_leave(refuse: Any) -> None:
    answer = refuse(LONG, "te-laat-gevraagd", toestand="gezond")
    assert (answer["oordeel"], answer["slotsom"]["id"]) == ("geen-recht", "geen-recht")
    assert not any("ga ik ervan uit" in sentence for sentence in answer["watTerugSchrijven"])


def test_a_claim_is_made_under_the_condition_that_is_still_open(refuse: Any) -> None:
    answer = refuse(LONG, INTEREST, LATE, zorgNoodzakelijk=None)
    assert answer["oordeel"] == "vraag-nodig"
    assert answer["watTerugSchrijven"][-1].startswith("Wilt u bevestigen dat mijn")


def test_of_a_day_whose_law_was_not_read_nothing_is_said(refuse: Any) -> None:
    old = {"gewensteIngangsdatum": date(2010, 3, 1), "meldingsdatum": date(2010, 2, 1)}
    answer = refuse(LONG, peildatum=date(2010, 2, 10), datum=date(2010, 2, 5), **old)
    assert outcome(answer)[:3] == ("onbekend", "onbekend", "onbekend")
    assert answer["bronnen"]


def test_a_soldier_objects_within_six_weeks(refuse: Any) -> None:
    answer = refuse(LONG, INTEREST, IN_TIME, arbeidsrelatie="militair")
    (objection,) = [each for each in answer["termijnen"] if each["id"] == "bezwaar"]
    assert objection["uiterlijk"] == "2027-01-18"
    assert "kantonrechter" not in [each["id"] for each in answer["wieHelpt"]]


def test_a_dismissal_is_contested_within_two_months(refuse: Any) -> None:
    answer = refuse(LONG, dienstverbandEinde=date(2026, 12, 31))
    (term,) = [each for each in answer["termijnen"] if each["id"] == "ontslag-aanvechten"]
    assert (term["uiterlijk"], term["voorbij"]) == ("2027-02-28", False)


# --- unknown is not no --------------------------------------------------------------------------


@pytest.mark.parametrize("missing", ["meldingsdatum", "gewensteIngangsdatum"])
def test_a_day_that_was_not_told_never_makes_an_answer_early_or_late(refuse: Any, missing: str) -> None:
    answer = refuse(LONG, INTEREST, LATE, **{missing: None})
    assert answer["opTijd"] | {"bronnen": [], "tekst": ""} == {
        "uitkomst": "onbekend",
        "uiterlijk": None,
        "tekst": "",
        "bronnen": [],
    }
    assert missing in answer["ontbrekendeFeiten"]


@settings(steady, max_examples=60)
@given(seed=st.integers(0, 10**6), data=st.data())
def test_an_answer_without_a_day_is_never_in_time_or_late(
    weigeringen: Weigeringen, seed: int, data: st.DataObject
) -> None:
    situatie = Situations(weigeringen.beoordelaar.rulebook, Random(seed)).any()
    told = {name: value for name, value in situatie.feiten.items() if name != "werkgeverAntwoordDatum"}
    verlof = data.draw(st.sampled_from(sorted(weigeringen.boek.regels)))
    reden = data.draw(st.sampled_from([id for id, each in weigeringen.boek.redenen.items() if not each.zwijgt]))
    answer = weigeringen.weigering(Weigering(Situatie(situatie.peildatum, told), verlof, reden, {}, None))
    assert answer["opTijd"]["uitkomst"] in {"onbekend", "geen-termijn", "oordeel-nodig"}
    assert answer["inVorm"]["uitkomst"] in {"onbekend", "vormvrij"}


def test_every_leave_answers_every_reason_in_both_languages_with_sources(weigeringen: Weigeringen) -> None:
    situatie, boek = Situatie(date(2026, 11, 22), {"arbeidsrelatie": "werknemer"}), weigeringen.boek
    for verlof in weigeringen.beoordelaar.rulebook.verlofsoorten:
        for reden in weigeringen.boek.redenen:
            answers = [
                weigeringen.weigering(Weigering(situatie, verlof, reden, {}, None), taal) for taal in ("nl", "en")
            ]
            for answer in answers:
                assert answer["isGrond"] in {"ja", "nee", "oordeel-nodig", "onbekend"}
                assert answer["bronnen"]
                assert answer["grond"]["bronnen"]
                assert bool(answer["watTerugSchrijven"]) == boek.regels[verlof].versies[-1].terug
                assert answer["morgen"] is None or answer["morgen"]["stappen"][0]["id"] == "werken"
                assert not any("{" in text for text in (answer["grond"]["tekst"], *answer["watTerugSchrijven"]))
            nl, en = answers
            assert (nl["isGrond"], nl["slotsom"]["id"]) == (en["isGrond"], en["slotsom"]["id"])
            assert nl["grond"]["tekst"] != en["grond"]["tekst"]


@settings(steady, max_examples=60)
@given(seed=st.integers(0, 10**6), data=st.data())
def test_no_deadline_that_has_passed_is_told_as_open(weigeringen: Weigeringen, seed: int, data: st.DataObject) -> None:
    situatie = Situations(weigeringen.beoordelaar.rulebook, Random(seed)).any()
    verlof = data.draw(st.sampled_from(sorted(weigeringen.boek.regels)))
    reden = data.draw(st.sampled_from(sorted(weigeringen.boek.redenen)))
    day = situatie.peildatum - timedelta(days=data.draw(st.integers(0, 60)))
    vorm = data.draw(st.dictionaries(st.sampled_from(weigeringen.boek.vormen), st.booleans()))
    answer = weigeringen.weigering(Weigering(situatie, verlof, reden, vorm, day))
    for term in answer["termijnen"]:
        assert term["voorbij"] == (date.fromisoformat(term["uiterlijk"]) < situatie.peildatum)
        assert ("voorbij" in term["tekst"]) or not term["voorbij"]
    if answer["oordeel"] == "geen-recht":
        assert not any("doorgaat" in each or "geeft mij recht" in each for each in answer["watTerugSchrijven"])


# --- the matrix and the request -----------------------------------------------------------------


@pytest.mark.parametrize(
    ("verlof", "subject", "value", "source"),
    [
        ("wazo.calamiteitenverlof", "verrekening", "instemming-of-cao", "Wazo 4:6 lid 1"),
        (BIRTH, "verrekening", "niet-tenzij-cao", "Wazo 4:7 lid 1"),
        ("wazo.ouderschapsverlof", "verrekening", "nooit", "Wazo 6:7"),
        (SHORT, "verrekening", "niet-tenzij-cao", "Wazo 5:15"),
        (LONG, "opbouw", "ja", "BW 7:635 lid 1"),
        ("bw.politiek-verlof", "opbouw", "ja", "BW 7:635 lid 1"),
        ("afspraak.onbetaald-verlof", "opbouw", "alleen-met-loon", "BW 7:634 lid 1"),
        (SHORT, "ontslag", "verboden", "BW 7:670 lid 7"),
        ("wazo.calamiteitenverlof", "ontslag", "benadeling", "Wazo 1:7"),
        ("wazo.zwangerschapsverlof", "ontslag", "verboden-zwanger", "BW 7:670 lid 2"),
        (HOURS, "ontslag", "verboden", "Wfw 3"),
        (SHORT, "afwijken", "cao-met-bodem", "Wazo 5:16"),
        ("wazo.adoptieverlof", "afwijken", "nooit", "Wazo 3:5 lid 1"),
        ("zw.ziekte", "afwijken", "wachtdagen", "BW 7:629 lid 9"),
    ],
)
def test_what_a_leave_does_to_the_job(
    weigeringen: Weigeringen, verlof: str, subject: str, value: str, source: str
) -> None:
    cell = decoded(weigeringen.kaart(verlof, TODAY))["kenmerken"][subject]
    assert cell["waarde"] == value
    assert source in articles(cell)


def test_every_leave_has_every_cell_of_the_matrix(weigeringen: Weigeringen, real_rulebook: Rulebook) -> None:
    cells = {"verrekening", "opbouw", "ontslag", "benadeling", "terugkeer", "rechten", "afwijken"}
    for verlof in set(real_rulebook.verlofsoorten) - {"wazo.kraamverlof"}:
        assert set((weigeringen.kaart(verlof, TODAY) or {})["kenmerken"]) == cells, verlof
    assert set((weigeringen.kaart("wazo.kraamverlof", date(2018, 12, 31)) or {})["kenmerken"]) == cells


def test_a_request_tells_leave_reason_form_and_day(real_rulebook: Rulebook, weigerboek: RefusalBook) -> None:
    intake = WeigeringIntake(real_rulebook, real_situations(), weigerboek)
    body = {
        "verlofsoort": SHORT,
        "feiten": {"urenPerWeek": 32},
        "weigering": {"reden": "te-druk", "datum": "2026-12-01", "vorm": {"schriftelijk": False}},
    }
    read = intake.weigering(body, TODAY)
    assert (read.verlofsoort, read.reden, read.datum, read.vorm) == (
        SHORT,
        "te-druk",
        date(2026, 12, 1),
        {"schriftelijk": False},
    )
    assert read.situatie.peildatum == TODAY


def test_a_request_is_refused_with_every_mistake_at_once(real_rulebook: Rulebook, weigerboek: RefusalBook) -> None:
    intake = WeigeringIntake(real_rulebook, real_situations(), weigerboek)
    body = {
        "verlofsoort": "zorg",
        "feiten": {"dagloon": "x"},
        "weigering": {"reden": "druk", "vorm": {"overleg": None}},
    }
    with pytest.raises(InputErrors) as caught:
        intake.weigering(body, TODAY)
    assert {fout.path for fout in caught.value.gevonden} == {
        "verlofsoort",
        "feiten.dagloon",
        "weigering.reden",
        "weigering.vorm.overleg",
    }


# --- whatever is told -----------------------------------------------------------------------------


def texts(value: Any) -> list[str]:
    """Every text in an answer."""
    if isinstance(value, dict):
        return [text for each in value.values() for text in texts(each)]
    if isinstance(value, list):
        return [text for each in value for text in texts(each)]
    return [value] if isinstance(value, str) else []


def bones(value: Any) -> Any:
    """An answer without its words: what must be the same in both languages."""
    spoken = {"tekst", "naam", "label", "watTerugSchrijven", "bericht", "meenemen"}
    if isinstance(value, dict):
        return {
            key: len(each) if isinstance(each, list) and key in spoken else bones(each)
            for key, each in value.items()
            if key not in spoken - {"watTerugSchrijven"}
        }
    return [bones(each) for each in value] if isinstance(value, list) else value


def hold(answers: tuple[dict[str, Any], dict[str, Any]], vorm: dict[str, bool]) -> None:
    """No place left open, the same in both languages, and no claim that is not borne out."""
    nl, en = answers
    assert bones(nl) == bones(en)
    for answer in (nl, en):
        assert not [text for text in texts(answer) if any(mark in text for mark in ("{", "}", "[ ]", "None"))]
        assert all(term["voorbij"] == (term["uiterlijk"] < answer["peildatum"]) for term in answer["termijnen"])
    assert ("ga ik ervan uit" in " ".join(nl["watTerugSchrijven"])) <= (nl["oordeel"] == "recht")
    if nl["slotsom"]["id"] in {"te-laat", "zoals-gevraagd"}:
        assert nl["opTijd"]["uitkomst"] == "nee"
    if nl["opTijd"]["uitkomst"] == "nee" and nl["opTijd"]["uiterlijk"] is not None:
        assert nl["opTijd"]["uiterlijk"] < nl["peildatum"]
    assert (nl["inVorm"]["uitkomst"] == "nee") <= (False in vorm.values())
    if nl["brief"] is not None:
        assert nl["oordeel"] in {"recht", "oordeel-nodig"}


@settings(steady, max_examples=100)
@given(seed=st.integers(0, 10**6), data=st.data())
def test_no_answer_says_more_than_is_known_whatever_is_told(
    weigeringen: Weigeringen, seed: int, data: st.DataObject
) -> None:
    situatie = Situations(weigeringen.beoordelaar.rulebook, Random(seed)).any()
    verlof = data.draw(st.sampled_from(sorted(weigeringen.boek.regels)))
    reden = data.draw(st.sampled_from(sorted(weigeringen.boek.redenen)))
    day = data.draw(st.none() | st.integers(0, 60).map(lambda ago: situatie.peildatum - timedelta(days=ago)))
    vorm = data.draw(st.dictionaries(st.sampled_from(weigeringen.boek.vormen), st.booleans()))
    told = Weigering(situatie, verlof, reden, vorm, day)
    nl, en = (weigeringen.weigering(told, taal) for taal in ("nl", "en"))
    hold((nl, en), vorm)


def test_no_answer_says_more_than_is_known_in_any_worked_case(weigeringen: Weigeringen) -> None:
    boek, seen = weigeringen.boek, set()
    intake = Intake(weigeringen.beoordelaar.rulebook, real_situations())
    for scenario in real_scenarios():
        situatie = intake.situatie(parse(orjson.dumps({"inclusiefVoorstellen": True, **scenario.vraag})), TODAY)
        verlof = next(iter(scenario.verwacht), None)
        if verlof is None or situatie.peildatum < date(2022, 8, 2):  # of an earlier day the text was mostly not read
            continue
        random = Random(scenario.id)  # so that one scenario more changes nothing for the others
        for reden in random.sample(sorted(boek.redenen), 3):
            vorm = {each: random.random() < 0.5 for each in random.sample(boek.vormen, random.randrange(4))}
            day = situatie.peildatum - timedelta(days=random.randrange(60))
            nl, en = (
                weigeringen.weigering(Weigering(situatie, verlof, reden, vorm, day), taal) for taal in ("nl", "en")
            )
            hold((nl, en), vorm)
            seen.add(nl["slotsom"]["id"])
    assert seen >= {"te-laat", "weging", "herstelbaar", "geen-stand", "mag", "geen-recht", "zoals-gevraagd"}
