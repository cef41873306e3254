"""The order in which someone uses the leaves that fit, with days; each test is one story."""

from collections.abc import Callable, Mapping
from typing import Any

import pytest

from tests.advice.conftest import Ask
from tests.support.answers import answered, decoded
from verlof_api.advice import Adviser
from verlof_api.advice.route import Routes
from verlof_api.assessment import Beoordelaar, Situatie

PARTNER = (
    "wazo.calamiteitenverlof",
    "wazo.geboorteverlof",
    "wazo.aanvullend-geboorteverlof",
    "wazo.betaald-ouderschapsverlof",
    "wazo.ouderschapsverlof",
)
BORN = {
    "arbeidsrelatie": "werknemer",
    "urenPerWeek": 32,
    "rolBijKind": "andere-ouder",
    "relatieTotMoeder": "gehuwd",
    "juridischOuder": True,
    "geboortedatumKind": "2026-11-01",
    "gebeurtenis": "bevalling",
}
CARE = ("wazo.calamiteitenverlof", "wazo.kortdurend-zorgverlof", "wazo.langdurend-zorgverlof")
SICK_CHILD = {
    "arbeidsrelatie": "werknemer",
    "urenPerWeek": 32,
    "gebeurtenis": "eerste-ziektedag",
    "betrokkene": "kind",
    "toestand": "ziek",
    "zorgNoodzakelijk": True,
    "opgenomenUren": {"wazo.kortdurend-zorgverlof": 0, "wazo.langdurend-zorgverlof": 0},
}


def days(steps: list[Mapping[str, Any]]) -> list[tuple[str, str | None, str | None]]:
    return [(step["verlofsoort"].partition(".")[2], step["van"], step["tot"]) for step in steps]


def test_partner_of_who_gave_birth_uses_the_day_the_week_the_weeks_and_then_parental_leave(ask: Ask) -> None:
    steps = ask("2026-11-01", PARTNER, BORN)["route"]
    assert days(steps) == [
        ("calamiteitenverlof", "2026-11-01", "2026-11-01"),
        ("geboorteverlof", "2026-11-02", "2026-11-08"),
        ("aanvullend-geboorteverlof", "2026-11-09", "2026-12-13"),
        ("betaald-ouderschapsverlof", "2026-12-14", "2027-02-14"),
        ("ouderschapsverlof", "2027-02-15", "2027-06-13"),
    ]
    assert [step["volgorde"] for step in steps] == [1, 2, 3, 4, 5]


def test_the_paid_weeks_of_parental_leave_are_part_of_the_26(ask: Ask) -> None:
    paid, unpaid = ask("2026-11-01", PARTNER, BORN)["route"][-2:]
    assert (paid["waarde"], unpaid["waarde"]) == (9 * 32, (26 - 9) * 32)


@pytest.mark.parametrize("hours", [8, 27.5, 36])
@pytest.mark.parametrize("weeks", [0, 0.5, 3, 9])
@pytest.mark.parametrize("children", [1, 2])
def test_whatever_was_used_before_the_two_never_use_more_than_is_left(
    ask: Ask, hours: float, weeks: float, children: int
) -> None:
    used = {"wazo.betaald-ouderschapsverlof": hours * weeks, "wazo.ouderschapsverlof": hours * weeks}
    facts = {**BORN, "urenPerWeek": hours, "aantalKinderen": children, "opgenomenUren": used}
    steps = ask("2026-11-22", PARTNER[-2:], facts)["route"]
    assert sum(step["waarde"] for step in steps) == pytest.approx((26 * children - weeks) * hours)


def test_the_last_day_to_tell_the_employer_moves_along_with_the_first_day(ask: Ask) -> None:
    steps = ask("2026-11-01", PARTNER, BORN)["route"]
    assert [step["melden"] for step in steps] == ["2026-11-01", "2026-10-05", "2026-10-12", "2026-10-14", "2026-12-15"]


def test_additional_birth_leave_waits_for_birth_leave_and_says_so(ask: Ask) -> None:
    step = ask("2026-11-01", PARTNER, BORN)["route"][2]
    assert (step["oordeel"], step["na"], step["daarna"]) == ("vraag-nodig", "wazo.geboorteverlof", "recht")
    assert "Geboorteverlof" in step["waarom"]


def test_additional_birth_leave_is_there_too_when_birth_leave_was_said_not_to_be_used_yet(ask: Ask) -> None:
    told = ask("2026-11-01", PARTNER, {**BORN, "geboorteverlofOpgenomen": False})["route"]
    assert (told[2]["oordeel"], told[2]["daarna"]) == ("nog-niet", "recht")
    assert days(told) == days(ask("2026-11-01", PARTNER, BORN)["route"])


def test_without_birth_leave_there_are_no_additional_weeks(ask: Ask) -> None:
    steps = ask("2026-12-22", PARTNER, {**BORN, "geboorteverlofOpgenomen": False})["route"]
    assert [leave for leave, _, _ in days(steps)] == ["betaald-ouderschapsverlof", "ouderschapsverlof"]


def test_before_the_birth_the_day_of_the_birth_itself_leads_up_to_birth_leave(ask: Ask) -> None:
    expecting = {key: value for key, value in BORN.items() if key != "geboortedatumKind"}
    steps = ask("2026-11-22", PARTNER, {**expecting, "vermoedelijkeBevallingsdatum": "2027-02-01"})["route"]
    assert days(steps)[:2] == [
        ("calamiteitenverlof", "2027-02-01", "2027-02-01"),
        ("geboorteverlof", "2027-02-02", "2027-02-08"),
    ]


def test_without_hours_per_week_the_days_are_known_and_the_hours_are_not(ask: Ask) -> None:
    untold = {key: value for key, value in BORN.items() if key != "urenPerWeek"}
    steps = ask("2026-11-01", PARTNER, untold)["route"]
    assert days(steps) == days(ask("2026-11-01", PARTNER, BORN)["route"])
    assert {step["waarde"] for step in steps} == {None}


def test_weeks_that_were_used_are_not_used_again_even_without_hours(ask: Ask) -> None:
    untold = {key: value for key, value in BORN.items() if key != "urenPerWeek"}
    used = {**untold, "geboorteverlofOpgenomen": True, "opgenomenWeken": {"wazo.aanvullend-geboorteverlof": 3}}
    steps = days(ask("2026-11-22", ("wazo.aanvullend-geboorteverlof",), used)["route"])
    assert steps == [("aanvullend-geboorteverlof", "2026-11-22", "2026-12-05")]


def test_a_week_used_in_part_leaves_the_days_that_remain(ask: Ask) -> None:
    used = {**BORN, "opgenomenUren": {"wazo.geboorteverlof": 16}}
    (step,) = ask("2026-11-10", ("wazo.geboorteverlof",), used)["route"]
    assert (step["van"], step["tot"], step["waarde"]) == ("2026-11-10", "2026-11-12", 16)


def test_a_leave_stops_where_its_window_ends_and_uses_that_much_less(ask: Ask) -> None:
    facts = {**BORN, "geboorteverlofOpgenomen": True}
    (step,) = ask("2027-04-26", ("wazo.aanvullend-geboorteverlof",), facts)["route"]
    assert (step["van"], step["tot"]) == ("2027-04-26", "2027-05-01")
    assert step["waarde"] == round(160 * 6 / 35, 2)


def test_the_week_that_goes_first_lies_before_the_day_that_was_asked_for_where_it_fits(ask: Ask) -> None:
    told = {**BORN, "geboorteverlofOpgenomen": False}
    leaves = ("wazo.geboorteverlof", "wazo.aanvullend-geboorteverlof")
    assert days(ask("2026-11-03", leaves, {**told, "gewensteIngangsdatum": "2026-11-10"})["route"]) == [
        ("geboorteverlof", "2026-11-03", "2026-11-09"),
        ("aanvullend-geboorteverlof", "2026-11-10", "2026-12-14"),
    ]
    assert days(ask("2026-11-03", leaves, {**told, "gewensteIngangsdatum": "2026-11-09"})["route"]) == [
        ("geboorteverlof", "2026-11-09", "2026-11-15"),
        ("aanvullend-geboorteverlof", "2026-11-16", "2026-12-20"),
    ]


def test_the_first_day_that_was_asked_for_is_the_first_day(ask: Ask) -> None:
    steps = ask("2026-11-03", PARTNER, {**BORN, "gewensteIngangsdatum": "2026-11-16"})["route"]
    assert days(steps)[0] == ("geboorteverlof", "2026-11-16", "2026-11-22")


def test_a_sick_child_is_one_day_at_full_pay_and_then_care_at_seventy_percent(ask: Ask) -> None:
    steps = ask("2026-11-23", CARE, SICK_CHILD)["route"]
    assert days(steps)[:2] == [
        ("calamiteitenverlof", "2026-11-23", "2026-11-23"),
        ("kortdurend-zorgverlof", "2026-11-24", "2026-12-07"),
    ]


def test_care_that_lasts_goes_on_unpaid_after_the_paid_weeks(ask: Ask) -> None:
    dying = {**SICK_CHILD, "betrokkene": "ouder", "toestand": "levensbedreigend-ziek", "gebeurtenis": "zeer-bijzonder"}
    steps = ask("2026-11-23", CARE, dying)["route"]
    assert days(steps) == [
        ("calamiteitenverlof", "2026-11-23", "2026-11-23"),
        ("kortdurend-zorgverlof", "2026-11-24", "2026-12-07"),
        ("langdurend-zorgverlof", "2026-12-08", "2027-01-18"),
    ]
    assert steps[0]["oordeel"] == "oordeel-nodig"
    assert steps[2]["melden"] == "2026-11-24"


def test_without_paid_care_leave_unpaid_care_starts_when_it_may(ask: Ask) -> None:
    dying = {**SICK_CHILD, "betrokkene": "ouder", "toestand": "levensbedreigend-ziek"}
    steps = ask("2026-11-23", ("wazo.langdurend-zorgverlof",), dying)["route"]
    assert days(steps) == [("langdurend-zorgverlof", "2026-12-07", "2027-01-17")]


def test_leave_around_the_birth_has_days_of_its_own_and_parental_leave_follows(ask: Ask) -> None:
    leaves = ("wazo.zwangerschapsverlof", "wazo.bevallingsverlof", "wazo.betaald-ouderschapsverlof")
    pregnant = {
        "arbeidsrelatie": "werknemer",
        "rolBijKind": "bevallen-ouder",
        "vermoedelijkeBevallingsdatum": "2027-03-01",
        "aantalKinderen": 1,
    }
    steps = ask("2026-11-22", leaves, pregnant)["route"]
    assert days(steps) == [
        ("zwangerschapsverlof", "2027-01-19", "2027-03-01"),
        ("bevallingsverlof", "2027-03-02", "2027-05-10"),
        ("betaald-ouderschapsverlof", "2027-05-11", "2027-07-12"),
    ]
    assert steps[0]["melden"] == "2026-12-29"


def test_a_domestic_worker_sees_the_benefit_that_is_paid_during_the_unpaid_leave(ask: Ask) -> None:
    leaves = ("wazo.zwangerschapsverlof", "wazo.bevallingsverlof", "wazo.zez-uitkering")
    pregnant = {
        "arbeidsrelatie": "huishoudelijk-werker",
        "rolBijKind": "bevallen-ouder",
        "vermoedelijkeBevallingsdatum": "2027-03-01",
    }
    assert days(ask("2026-11-22", leaves, pregnant)["route"]) == [("zez-uitkering", "2027-01-19", "2027-05-10")]


def test_holiday_is_only_for_when_there_is_no_other_right(ask: Ask) -> None:
    leaves = ("wazo.calamiteitenverlof", "bw.vakantie")
    closed_school = {"arbeidsrelatie": "werknemer", "urenPerWeek": 32, "gebeurtenis": "geen"}
    assert [leave for leave, _, _ in days(ask("2026-11-22", leaves, closed_school)["route"])] == ["vakantie"]
    flood = {**closed_school, "gebeurtenis": "onvoorzien", "onmiddellijkeOnderbreking": True}
    assert [leave for leave, _, _ in days(ask("2026-11-22", leaves, flood)["route"])] == ["calamiteitenverlof"]


def test_an_agreement_comes_last_and_is_called_that(ask: Ask) -> None:
    steps = ask("2026-11-01", (*PARTNER, "afspraak.onbetaald-verlof"), BORN)["route"]
    assert (steps[-1]["verlofsoort"], steps[-1]["oordeel"]) == ("afspraak.onbetaald-verlof", "afspraak")
    assert (steps[-1]["van"], steps[-1]["tot"], steps[-1]["melden"]) == ("2027-06-14", None, None)


def test_a_request_for_other_hours_is_no_leave_and_has_no_place(ask: Ask) -> None:
    facts = {**BORN, "dienstverbandBegin": "2020-01-01", "werkgeverGrootte": 50, "aowLeeftijdBereikt": False}
    assert ask("2026-11-22", ("wfw.arbeidsduur",), facts)["route"] == []


@pytest.mark.parametrize(("taal", "words"), [("nl", "hele loon"), ("en", "full wage")])
def test_why_is_told_in_the_language_asked_for(ask: Ask, taal: str, words: str) -> None:
    assert words in ask("2026-11-23", CARE, SICK_CHILD, taal=taal)["route"][0]["waarom"]


def test_other_routes_are_only_there_when_asked_for(ask: Ask) -> None:
    usual = set(ask("2026-11-01", PARTNER, BORN))
    assert {"route", "routes", "watZouHelpen"} & usual == {"route"}
    assert set(ask("2026-11-01", PARTNER, BORN, ("routes",))) - usual == {"routes"}


def test_soonest_back_uses_full_pay_only(ask: Ask) -> None:
    soon = {way["id"]: way for way in ask("2026-11-01", PARTNER, BORN, ("routes",))["routes"]}["snelst-terug"]
    assert days(soon["route"])[-1] == ("geboorteverlof", "2026-11-02", "2026-11-08")


def test_most_paid_leaves_out_what_is_unpaid(ask: Ask) -> None:
    paid = {way["id"]: way for way in ask("2026-11-01", PARTNER, BORN, ("routes",))["routes"]}["meest-betaald"]
    assert days(paid["route"])[-1] == ("betaald-ouderschapsverlof", "2026-12-14", "2027-02-14")


def test_spread_out_takes_twice_as_long_for_as_many_hours(ask: Ask) -> None:
    advice = ask("2026-11-01", PARTNER, BORN, ("routes",))
    spread = {way["id"]: way for way in advice["routes"]}["gespreid"]["route"]
    assert days(spread)[2] == ("aanvullend-geboorteverlof", "2026-11-16", "2027-01-24")
    assert [step["waarde"] for step in spread] == [step["waarde"] for step in advice["route"]]


def test_the_route_of_a_finished_assessment_needs_nothing_else(real_beoordelaar: Beoordelaar, read: Any) -> None:
    situatie = read({"peildatum": "2026-11-01", "verlofsoorten": list(PARTNER), "feiten": BORN})
    routes = Routes(real_beoordelaar.rulebook, real_beoordelaar.plans)
    steps = decoded(routes.route(real_beoordelaar.beoordeel(situatie), "nl"))
    assert [leave for leave, _, _ in days(steps)] == [leave.partition(".")[2] for leave in PARTNER]


PAID, WHOLE = "wazo.betaald-ouderschapsverlof", "wazo.ouderschapsverlof"
PARENT = {**BORN, "geboortedatumKind": "2026-10-01", "gewensteIngangsdatum": "2027-01-25"}


def used(steps: list[Mapping[str, Any]]) -> list[tuple[str | None, str | None, float | None]]:
    return [(step["van"], step["tot"], step["waarde"]) for step in steps]


@pytest.mark.parametrize("verlof", [PAID, WHOLE])
@pytest.mark.parametrize(
    "wish",
    [
        {"gewensteWeken": 4},
        {"gewensteUren": 128},
        {"gewensteEinddatum": "2027-02-21"},
        {"gewensteWeken": 4, "gewensteUren": 128},
    ],
)
def test_weeks_hours_and_a_last_day_give_the_same_route(ask: Ask, verlof: str, wish: Mapping[str, Any]) -> None:
    assert used(ask("2026-11-22", (verlof,), {**PARENT, **wish})["route"]) == [("2027-01-25", "2027-02-21", 128)]


def test_paid_weeks_count_for_the_wish_about_the_whole_leave(ask: Ask) -> None:
    (step,) = ask("2026-11-22", (PAID, WHOLE), {**PARENT, "gewensteWeken": 9})["route"]
    assert (step["verlofsoort"], step["waarde"]) == (PAID, 9 * 32)


def test_what_is_wanted_beyond_the_paid_weeks_is_unpaid(ask: Ask) -> None:
    paid, unpaid = ask("2026-11-22", (PAID, WHOLE), {**PARENT, "gewensteEinddatum": "2027-04-04"})["route"]
    assert (paid["tot"], unpaid["van"], unpaid["tot"], unpaid["waarde"]) == (
        "2027-03-28",
        "2027-03-29",
        "2027-04-04",
        32,
    )


def test_a_friday_as_last_day_gives_the_hours_of_whole_weeks(ask: Ask) -> None:
    assert used(ask("2026-11-22", (WHOLE,), {**PARENT, "gewensteEinddatum": "2027-02-19"})["route"]) == [
        ("2027-01-25", "2027-02-19", 128)
    ]


def test_hours_over_more_days_than_they_fill_are_spread(ask: Ask) -> None:
    wish = {"gewensteUren": 160, "gewensteEinddatum": "2027-06-30"}
    assert used(ask("2026-11-22", (WHOLE,), {**PARENT, **wish})["route"]) == [("2027-01-25", "2027-06-30", 160)]


def test_a_spread_wish_under_the_law_of_2003_keeps_its_hours_and_its_last_day(ask: Ask) -> None:
    wish = {"gewensteIngangsdatum": "2003-03-10", "gewensteEinddatum": "2004-02-10", "gewensteUren": 288}
    facts = {**BORN, **wish, "urenPerWeek": 22.5, "geboortedatumKind": "2002-09-01", "dienstverbandBegin": "1999-01-01"}
    assert used(ask("2003-03-01", (WHOLE,), facts)["route"]) == [("2003-03-10", "2004-02-10", 288)]


def test_more_than_is_left_gives_what_is_left(ask: Ask) -> None:
    facts = {**PARENT, "gewensteWeken": 12, "opgenomenWeken": {PAID: 4}}
    assert used(ask("2026-11-22", (PAID,), facts)["route"]) == [("2027-01-25", "2027-02-28", 160)]


def test_short_absence_takes_the_hours_that_were_asked_for(ask: Ask) -> None:
    facts = {**SICK_CHILD, "gewensteUren": 3}
    (step,) = ask("2026-11-23", ("wazo.calamiteitenverlof",), facts)["route"]
    assert (step["van"], step["tot"], step["waarde"]) == ("2026-11-23", "2026-11-23", 3)


def test_what_is_not_yet_begins_in_the_route_on_the_day_that_its_verdict_says(
    adviser: Adviser, read: Callable[[Mapping[str, Any]], Situatie]
) -> None:
    born = {**BORN, "geboortedatumKind": "2026-11-27", "geboorteverlofOpgenomen": False}
    situatie = read({"peildatum": "2026-11-30", "verlofsoorten": list(PARTNER[1:3]), "feiten": born})
    answer = answered(adviser, situatie)
    leave, step = answer["verlofsoorten"][1], answer["route"][1]
    assert leave["nogNiet"]["tekst"] == "Nog niet: na je geboorteverlof, vanaf 7 december 2026."
    assert (step["na"], step["van"]) == (leave["nogNiet"]["na"], leave["nogNiet"]["vanaf"])
    assert (leave["oordeel"], step["oordeel"], step["daarna"]) == ("nog-niet", "nog-niet", "recht")


def test_what_is_only_too_early_begins_in_the_route_once_it_can(ask: Ask) -> None:
    used = {**BORN, "geboortedatumKind": "2026-11-27", "geboorteverlofOpgenomen": True}
    answer = ask("2026-11-27", ["wazo.aanvullend-geboorteverlof"], {**used, "gewensteIngangsdatum": "2026-11-27"})
    (step,) = answer["route"]
    assert (step["oordeel"], step["na"], step["daarna"], step["van"]) == ("nog-niet", None, "recht", "2026-11-28")


def test_before_2015_parental_leave_takes_half_of_every_week_so_it_lasts_twice_as_long(ask: Ask) -> None:
    facts = {
        "arbeidsrelatie": "werknemer",
        "urenPerWeek": 40,
        "rolBijKind": "juridisch-ouder",
        "geboortedatumKind": "2008-10-01",
        "dienstverbandBegin": "2005-01-01",
        "opgenomenUren": {"wazo.ouderschapsverlof": 520},
        "eersteVerlofdag": {"wazo.ouderschapsverlof": "2009-01-23"},
    }
    until_2014 = ask("2009-06-01", ("wazo.ouderschapsverlof",), facts | {"gewensteIngangsdatum": "2009-09-01"})["route"]
    assert days(until_2014) == [("ouderschapsverlof", "2009-09-01", "2010-03-01")]
    assert (until_2014[0]["waarde"], "50%" in until_2014[0]["waarom"]) == (520, True)
    since_2015 = ask("2014-12-01", ("wazo.ouderschapsverlof",), facts | {"gewensteIngangsdatum": "2015-03-02"})["route"]
    assert days(since_2015) == [("ouderschapsverlof", "2015-03-02", "2015-05-31")]
    assert "%" not in since_2015[0]["waarom"]


def test_half_of_every_week_uses_half_of_what_the_window_is_long(ask: Ask) -> None:
    facts = {
        "arbeidsrelatie": "werknemer",
        "urenPerWeek": 36,
        "rolBijKind": "juridisch-ouder",
        "geboortedatumKind": "2004-07-01",
        "dienstverbandBegin": "2000-01-01",
        "gewensteIngangsdatum": "2012-06-04",
    }
    steps = ask("2012-03-01", ("wazo.ouderschapsverlof",), facts)["route"]
    assert days(steps) == [("ouderschapsverlof", "2012-06-04", "2012-07-01")]
    assert steps[0]["waarde"] == 72
