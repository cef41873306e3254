"""What someone can do about a refusal, and until when a right lasts; each test is one story."""

from collections.abc import Mapping, Sequence
from typing import Any

from tests.advice.conftest import Advice, Ask

WHAT_HELPS = ("watZouHelpen",)
EMPLOYEE = {"arbeidsrelatie": "werknemer", "urenPerWeek": 32}
UNACKNOWLEDGED = {
    **EMPLOYEE,
    "rolBijKind": "andere-ouder",
    "relatieTotMoeder": "geen",
    "kindErkend": False,
    "juridischOuder": False,
    "kindWoontBijWerknemer": False,
    "geboortedatumKind": "2026-11-01",
    "geboorteverlofOpgenomen": False,
}
HALF_A_YEAR = {
    **EMPLOYEE,
    "dienstverbandBegin": "2026-05-31",
    "werkgeverGrootte": 50,
    "aowLeeftijdBereikt": False,
    "gewensteIngangsdatum": "2026-11-22",
}
USED_UP = {
    **EMPLOYEE,
    "betrokkene": "kind",
    "toestand": "ziek",
    "zorgNoodzakelijk": True,
    "opgenomenUren": {"wazo.kortdurend-zorgverlof": 64},
    "eersteVerlofdag": {"wazo.kortdurend-zorgverlof": "2026-03-03"},
}
PREGNANT = {**EMPLOYEE, "rolBijKind": "bevallen-ouder", "vermoedelijkeBevallingsdatum": "2027-03-01"}


def helps(ask: Ask, peildatum: str, leave: str, facts: Mapping[str, Any], taal: str = "nl") -> Mapping[str, Any]:
    """What is said about one leave."""
    advice: Advice = ask(peildatum, (leave,), facts, WHAT_HELPS, taal)
    return next(each for each in advice["watZouHelpen"] if each["verlofsoort"] == leave)


def changes(entry: Mapping[str, Any]) -> list[Sequence[tuple[str, Any]]]:
    return [[(each["feit"], each["waarde"]) for each in way["veranderingen"]] for way in entry["mogelijkheden"]]


def test_who_did_not_acknowledge_the_child_can_still_do_so(ask: Ask) -> None:
    entry = helps(ask, "2026-11-10", "wazo.geboorteverlof", UNACKNOWLEDGED)
    assert changes(entry) == [[("kindErkend", True)]]
    assert entry["mogelijkheden"][0]["oordeel"] == "recht"
    assert entry["mogelijkheden"][0]["veranderingen"][0]["tekst"] == "Erken het kind bij de gemeente."


def test_who_did_not_acknowledge_the_child_is_not_told_to_after_the_death_of_the_mother(ask: Ask) -> None:
    widower = {
        **UNACKNOWLEDGED,
        "geboorteakteOpgemaakt": True,
        "moederOverledenOp": "2026-11-09",
        "moederHadVerlofrecht": True,
        "einddatumVerlofMoeder": "2027-01-10",
    }
    entry = helps(ask, "2026-11-10", "wazo.bevallingsverlof-partner", widower)
    assert changes(entry) == []


def test_additional_birth_leave_then_needs_two_things(ask: Ask) -> None:
    entry = helps(ask, "2026-11-10", "wazo.aanvullend-geboorteverlof", UNACKNOWLEDGED)
    assert changes(entry) == [[("kindErkend", True), ("geboorteverlofOpgenomen", True)]]


def test_birth_leave_that_has_lapsed_cannot_be_used_first_any_more(ask: Ask) -> None:
    facts = {**UNACKNOWLEDGED, "kindErkend": True}
    assert changes(helps(ask, "2026-11-10", "wazo.aanvullend-geboorteverlof", facts)) == [
        [("geboorteverlofOpgenomen", True)]
    ]
    late = helps(ask, "2026-12-10", "wazo.aanvullend-geboorteverlof", facts)
    assert (changes(late), late["tekst"]) == ([], "Je kunt hier zelf niets aan veranderen.")


def test_a_stepparent_is_not_told_to_acknowledge_the_child(ask: Ask) -> None:
    facts = {**UNACKNOWLEDGED, "rolBijKind": "stiefouder", "duurzameZorg": False}
    assert changes(helps(ask, "2026-11-10", "wazo.ouderschapsverlof", facts)) == []


def test_who_wants_to_stop_a_day_too_early_before_the_birth_can_do_so_a_day_later(ask: Ask) -> None:
    entry = helps(ask, "2026-11-22", "wazo.zwangerschapsverlof", {**PREGNANT, "gewensteIngangsdatum": "2027-01-18"})
    assert changes(entry) == [[("gewensteIngangsdatum", "2027-01-19")]]
    assert entry["mogelijkheden"][0]["vanaf"] == "2027-01-19"


def test_with_25_weeks_of_service_the_request_can_be_for_a_week_later(ask: Ask) -> None:
    entry = helps(ask, "2026-11-22", "wfw.arbeidsduur", HALF_A_YEAR)
    assert changes(entry) == [[("gewensteIngangsdatum", "2026-11-29")]]
    assert entry["mogelijkheden"][0]["oordeel"] == "recht"


def test_a_suggestion_is_also_made_when_questions_remain_and_says_so(ask: Ask) -> None:
    """A refused leave asks nothing more, so what is unknown would otherwise hide what helps."""
    entry = helps(
        ask, "2026-11-22", "wfw.arbeidsduur", {k: v for k, v in HALF_A_YEAR.items() if k != "aowLeeftijdBereikt"}
    )
    assert changes(entry) == [[("gewensteIngangsdatum", "2026-11-29")]]
    assert entry["mogelijkheden"][0]["oordeel"] == "vraag-nodig"
    assert "vragen" in entry["tekst"]


def test_care_leave_that_is_used_up_is_there_again_in_the_next_twelve_months(ask: Ask) -> None:
    entry = helps(ask, "2026-11-22", "wazo.kortdurend-zorgverlof", USED_UP)
    assert changes(entry) == [[("gewensteIngangsdatum", "2027-03-03")]]


def test_a_last_day_moves_along_with_the_first_day(ask: Ask) -> None:
    facts = {**USED_UP, "gewensteIngangsdatum": "2026-11-23", "gewensteEinddatum": "2026-11-25"}
    entry = helps(ask, "2026-11-22", "wazo.kortdurend-zorgverlof", facts)
    assert changes(entry) == [[("gewensteIngangsdatum", "2027-03-03"), ("gewensteEinddatum", "2027-03-05")]]


def test_a_new_request_for_other_hours_can_be_made_when_the_year_is_over(ask: Ask) -> None:
    facts = {**HALF_A_YEAR, "dienstverbandBegin": "2020-01-01", "eerderVerzoekDatum": "2026-02-01"}
    del facts["gewensteIngangsdatum"]
    entry = helps(ask, "2026-11-22", "wfw.voorspelbaar-werk", facts)
    assert changes(entry) == [[("peildatum", "2027-02-01")]]
    assert entry["mogelijkheden"][0]["veranderingen"][0]["tekst"] == "Vraag het vanaf 1 februari 2027."


def test_who_waits_longer_than_the_first_day_that_was_asked_for_chooses_another_first_day(ask: Ask) -> None:
    facts = {
        **HALF_A_YEAR,
        "dienstverbandBegin": "2020-01-01",
        "eerderVerzoekDatum": "2026-02-01",
        "gewensteIngangsdatum": "2026-12-15",
    }
    entry = helps(ask, "2026-11-22", "wfw.voorspelbaar-werk", facts)
    assert changes(entry) == [[("gewensteIngangsdatum", "2027-02-01"), ("peildatum", "2027-02-01")]]


def test_half_a_week_of_paid_parental_leave_can_be_a_whole_week(ask: Ask) -> None:
    facts = {**UNACKNOWLEDGED, "juridischOuder": True, "gewensteWeken": 0.5}
    entry = helps(ask, "2026-12-01", "wazo.betaald-ouderschapsverlof", facts)
    assert [("gewensteWeken", 1)] in changes(entry)


def test_the_last_days_of_the_year_may_be_less_than_a_week(ask: Ask) -> None:
    facts = {**UNACKNOWLEDGED, "juridischOuder": True, "gewensteWeken": 0.5}
    entry = helps(ask, "2026-12-01", "wazo.betaald-ouderschapsverlof", facts)
    assert [("gewensteIngangsdatum", "2027-10-26")] in changes(entry)


def test_hours_that_are_no_whole_weeks_become_the_nearest_that_are(ask: Ask) -> None:
    facts = {**UNACKNOWLEDGED, "kindErkend": True, "geboorteverlofOpgenomen": True, "gewensteUren": 50}
    entry = helps(ask, "2026-12-01", "wazo.aanvullend-geboorteverlof", facts)
    assert changes(entry) == [[("gewensteUren", 32)]]


def test_papers_that_show_the_placement_can_be_asked_for(ask: Ask) -> None:
    facts = {**EMPLOYEE, "rolBijKind": "adoptieouder", "plaatsingsdatum": "2026-12-01", "plaatsingsbewijs": False}
    assert changes(helps(ask, "2026-11-22", "wazo.adoptieverlof", facts)) == [[("plaatsingsbewijs", True)]]


def test_a_leave_that_the_law_does_not_know_yet_is_there_from_its_first_day(ask: Ask) -> None:
    facts = {**UNACKNOWLEDGED, "juridischOuder": True, "geboortedatumKind": "2022-06-01"}
    entry = helps(ask, "2022-07-20", "wazo.betaald-ouderschapsverlof", facts)
    assert changes(entry) == [[("gewensteIngangsdatum", "2022-08-02")]]


def test_no_first_day_is_suggested_on_which_the_leave_cannot_begin(ask: Ask) -> None:
    """On the day of the birth itself the rule lets it pass with a warning; the leave begins the day after."""
    facts = {**UNACKNOWLEDGED, "kindErkend": True, "gewensteIngangsdatum": "2026-10-30"}
    entry = helps(ask, "2026-10-28", "wazo.geboorteverlof", facts)
    assert changes(entry) == [[("gewensteIngangsdatum", "2026-11-02")]]


def test_a_benefit_for_a_birth_long_ago_is_not_saved_by_another_first_day(ask: Ask) -> None:
    facts = {"arbeidsrelatie": "zelfstandige", "rolBijKind": "bevallen-ouder", "aowLeeftijdBereikt": False}
    born = {**facts, "vermoedelijkeBevallingsdatum": "2026-06-01", "geboortedatumKind": "2026-06-01"}
    assert changes(helps(ask, "2027-09-15", "wazo.zez-uitkering", born)) == []


def test_a_right_that_the_law_gives_many_years_later_is_no_advice(ask: Ask) -> None:
    retired = {**HALF_A_YEAR, "dienstverbandBegin": "2010-01-01", "aowLeeftijdBereikt": True, "schriftelijk": True}
    facts = {**retired, "gewensteIngangsdatum": "2017-06-01", "geboortedatumKind": "2016-01-01"}
    assert changes(helps(ask, "2017-02-01", "wfw.arbeidsduur", {**facts, "rolBijKind": "juridisch-ouder"})) == []


def test_what_a_person_is_cannot_be_changed(ask: Ask) -> None:
    freelancer = {**UNACKNOWLEDGED, "arbeidsrelatie": "zelfstandige", "kindErkend": True}
    entry = helps(ask, "2026-11-10", "wazo.geboorteverlof", freelancer)
    assert (changes(entry), entry["tekst"]) == ([], "Je kunt hier zelf niets aan veranderen.")


def test_a_right_lasts_until_its_window_ends_and_that_is_what_ends_it(ask: Ask) -> None:
    entry = helps(ask, "2026-11-10", "wazo.geboorteverlof", {**UNACKNOWLEDGED, "kindErkend": True})
    assert (entry["tot"], entry["tekst"]) == ("2026-11-29", "Dit recht heb je tot en met 29 november 2026.")
    assert [each["voorwaarde"] for each in entry["eindigtDoor"]] == ["binnen-vier-weken"]


def test_a_right_of_someone_whose_job_ends_lasts_until_then(ask: Ask) -> None:
    facts = {**USED_UP, "opgenomenUren": {"wazo.kortdurend-zorgverlof": 0}, "dienstverbandEinde": "2026-12-31"}
    entry = helps(ask, "2026-11-22", "wazo.kortdurend-zorgverlof", facts)
    assert (entry["tot"], [each["voorwaarde"] for each in entry["eindigtDoor"]]) == ("2026-12-31", ["in-dienst"])


def test_a_first_day_that_was_asked_for_can_be_later_until_the_window_ends(ask: Ask) -> None:
    facts = {**UNACKNOWLEDGED, "kindErkend": True, "gewensteIngangsdatum": "2026-11-16"}
    assert helps(ask, "2026-11-10", "wazo.geboorteverlof", facts)["tot"] == "2026-11-29"


def test_leave_around_a_birth_runs_until_its_own_last_day(ask: Ask) -> None:
    entry = helps(ask, "2026-11-22", "wazo.bevallingsverlof", PREGNANT)
    assert (entry["tot"], entry["tekst"]) == ("2027-05-10", "De laatste dag van dit verlof is 10 mei 2027.")


def test_a_right_without_a_last_day_says_so(ask: Ask) -> None:
    facts = {**EMPLOYEE, "gebeurtenis": "onvoorzien", "onmiddellijkeOnderbreking": True}
    entry = helps(ask, "2026-11-22", "wazo.calamiteitenverlof", facts)
    assert (entry["tot"], entry["eindigtDoor"]) == (None, [])
    assert entry["tekst"] == "Voor dit recht is er geen vaste laatste dag."


def test_a_right_that_comes_back_every_year_names_the_last_day_of_what_there_is_now(ask: Ask) -> None:
    entry = helps(ask, "2026-05-04", "bw.vakantie", EMPLOYEE)
    assert (entry["tot"], entry["eindigtDoor"]) == ("2027-06-30", [])
    assert entry["tekst"] == "Wat je nu hebt, kun je gebruiken tot en met 30 juni 2027."


def test_it_is_told_in_english_too(ask: Ask) -> None:
    entry = helps(ask, "2026-11-10", "wazo.geboorteverlof", UNACKNOWLEDGED, "en")
    assert entry["mogelijkheden"][0]["veranderingen"][0]["tekst"] == "Acknowledge the child at the municipality."


def test_what_helps_is_only_worked_out_when_asked_for(ask: Ask) -> None:
    assert "watZouHelpen" not in ask("2026-11-10", ("wazo.geboorteverlof",), UNACKNOWLEDGED)


def test_what_is_still_a_question_is_not_advised_about(ask: Ask) -> None:
    facts = {key: value for key, value in UNACKNOWLEDGED.items() if key != "kindErkend"}
    assert ask("2026-11-10", ("wazo.geboorteverlof",), facts, WHAT_HELPS)["watZouHelpen"] == []
