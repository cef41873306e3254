"""The days that a money line counts: inside the job, what is left of a leave, and what was told of one day."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from tests.support.answers import decoded
from tests.support.real_rules import real_folder
from verlof_api.assessment import Beoordelaar, Situatie
from verlof_api.money.book import load_geldregel
from verlof_api.money.writer import Geldregels

TODAY = date(2026, 12, 1)
WORKER = {"arbeidsrelatie": "werknemer", "urenPerWeek": Decimal(32)}
PARTNER = {**WORKER, "rolBijKind": "andere-ouder", "relatieTotMoeder": "gehuwd", "kindErkend": True}
HOURLY, DAILY = {"uurloon": Decimal(20)}, {"dagloon": Decimal(200)}
ADOPTION, BIRTH, ADDITIONAL = "wazo.adoptieverlof", "wazo.geboorteverlof", "wazo.aanvullend-geboorteverlof"
PAID, CARE, HOLIDAY = "wazo.betaald-ouderschapsverlof", "wazo.kortdurend-zorgverlof", "bw.vakantie"
MONDAY = {"gewensteIngangsdatum": date(2026, 12, 7)}


@pytest.fixture(scope="module")
def worked(real_beoordelaar: Beoordelaar) -> Any:
    geld = Geldregels(load_geldregel(real_folder(), real_beoordelaar.rulebook).or_raise(), real_beoordelaar.languages)

    def worked(verlof: str, feiten: dict[str, Any], peildatum: date = TODAY) -> tuple[dict[str, Any], dict[str, Any]]:
        situatie = Situatie(peildatum, feiten, (verlof,))
        leave = real_beoordelaar.beoordeel(situatie).verlofsoorten[0]
        told = replace(situatie, feiten={**feiten, **real_beoordelaar.wishes(situatie, verlof)})
        made = geld.geldregel(leave, told, over=real_beoordelaar.over(situatie, verlof))
        return decoded(leave), decoded(made)

    return worked


def sums(made: dict[str, Any]) -> list[tuple[str, str]]:
    return [(each["bedrag"], each["soort"]) for each in made["totaal"]]


@pytest.mark.parametrize(
    ("verlof", "feiten", "last", "total"),
    [
        # 11 paid days until 30 November
        (
            ADOPTION,
            {**WORKER, **DAILY, "rolBijKind": "adoptieouder", "plaatsingsdatum": date(2026, 11, 10),
             "plaatsingsbewijs": True, "gewensteIngangsdatum": date(2026, 11, 16), "gewensteWeken": Decimal(6)},
            date(2026, 11, 30),
            ("2200.00", "exact"),
        ),
        # three of five days: which hours those have, nobody told
        (BIRTH, {**PARTNER, **HOURLY, **MONDAY, "geboortedatumKind": date(2026, 11, 25)}, date(2026, 12, 9),
         ("384.00", "schatting")),
        (ADDITIONAL, {**PARTNER, **DAILY, **MONDAY, "geboortedatumKind": date(2026, 11, 1),
                      "geboorteverlofOpgenomen": True}, date(2026, 12, 18), ("1400.00", "exact")),
        (PAID, {**PARTNER, **DAILY, **MONDAY, "geboortedatumKind": date(2026, 11, 1)}, date(2026, 12, 18),
         ("1400.00", "exact")),
        (HOLIDAY, {**WORKER, **HOURLY, **MONDAY, "gewensteEinddatum": date(2026, 12, 18)}, date(2026, 12, 11),
         ("640.00", "exact")),
        (CARE, {**WORKER, **HOURLY, **MONDAY, "gewensteEinddatum": date(2026, 12, 18)}, date(2026, 12, 11),
         ("479.68", "schatting")),
    ],
)  # fmt: skip
def test_no_day_after_the_job_is_paid(
    worked: Any, verlof: str, feiten: dict[str, Any], last: date, total: tuple[str, str]
) -> None:
    leave, made = worked(verlof, {**feiten, "dienstverbandEinde": last})
    assert sums(made) == [total]
    assert leave["betaling"]["bedragen"][-1]["tot"] == last.isoformat()
    assert "deels-verlopen" in [each["code"] for each in leave["waarschuwingen"]]
    before = {**feiten, "dienstverbandEinde": date(2027, 12, 31)}
    assert "deels-verlopen" not in [each["code"] for each in worked(verlof, before)[0]["waarschuwingen"]]


@pytest.mark.parametrize(("used", "weeks", "total"), [(128, 1, "640.00"), (140, 2, "560.00")])
def test_holiday_above_the_minimum_is_paid(worked: Any, used: int, weeks: int, total: str) -> None:
    holiday = {"opgenomenUren": {HOLIDAY: Decimal(used)}, "bovenwettelijkeUren": Decimal(40)}
    wish = {"gewensteIngangsdatum": date(2026, 12, 14), "gewensteWeken": Decimal(weeks)}
    _, made = worked(HOLIDAY, {**WORKER, **HOURLY, **holiday, **wish})
    assert [bedrag for bedrag, _ in sums(made)] == [total]


def test_the_days_around_a_death_are_paid(worked: Any) -> None:
    death = {"gebeurtenis": "overlijden", "betrokkene": "ouder", "gewensteEinddatum": date(2026, 12, 9)}
    _, made = worked("wazo.calamiteitenverlof", {**WORKER, **HOURLY, **MONDAY, **death})
    assert sums(made) == [("384.00", "schatting")]


def test_care_after_the_first_day_is_another_leave(worked: Any) -> None:
    care = {"gebeurtenis": "onvoorzien", "gewensteEinddatum": date(2026, 12, 9), "onmiddellijkeOnderbreking": True}
    _, made = worked("wazo.calamiteitenverlof", {**WORKER, **HOURLY, **MONDAY, **care})
    assert sums(made) == [("128.00", "schatting")]


def test_who_is_on_call_is_paid_the_hours_that_were_told(worked: Any) -> None:
    told = {"arbeidsrelatie": "oproepkracht", "gebeurtenis": "stemmen", "gewensteUren": Decimal(4)}
    _, made = worked("wazo.calamiteitenverlof", {**told, **HOURLY, **MONDAY})
    assert sums(made) == [("80.00", "exact")]


@pytest.mark.parametrize(
    ("hours", "wage", "kind"),
    [(16, {"uurloon": Decimal(60)}, "schatting"), (16, {"uurloon": Decimal(30)}, "exact"),
     (40, {"uurloon": Decimal(60)}, "exact"), (16, {"dagloon": Decimal(400)}, "schatting")],
)  # fmt: skip
def test_pay_of_a_part_timer_near_the_cap_is_an_estimate(
    worked: Any, hours: int, wage: dict[str, Decimal], kind: str
) -> None:
    told = {"arbeidsrelatie": "werknemer", "urenPerWeek": Decimal(hours), "leeftijd": 40}
    if "uurloon" in wage and hours == 40:
        told["dagloon"] = Decimal(480)
    leave, _ = worked(CARE, {**told, **wage, **MONDAY, "gewensteEinddatum": date(2026, 12, 13)})
    assert [each["soort"] for each in leave["betaling"]["bedragen"]] == [kind]


@pytest.mark.parametrize(
    ("verlof", "feiten", "total"),
    [
        (ADDITIONAL, {"geboorteverlofOpgenomen": True, "opgenomenWeken": {ADDITIONAL: Decimal(4)}}, "700.00"),
        (PAID, {"opgenomenWeken": {PAID: Decimal(8)}}, "700.00"),
    ],
)
def test_who_used_weeks_is_paid_the_rest(worked: Any, verlof: str, feiten: dict[str, Any], total: str) -> None:
    child = {"geboortedatumKind": date(2026, 8, 1), "gewensteIngangsdatum": date(2026, 11, 2), **DAILY}
    _, made = worked(verlof, {**PARTNER, **child, **feiten}, date(2026, 8, 25))
    assert sums(made) == [(total, "exact")]


@pytest.mark.parametrize(("wage", "kinds"), [("13.9", ["exact", "schatting"]), ("14.5", ["exact"])])
def test_a_wage_that_the_new_year_makes_too_low_is_an_estimate_from_then(
    worked: Any, wage: str, kinds: list[str]
) -> None:
    days = {"gewensteIngangsdatum": date(2024, 12, 23), "gewensteEinddatum": date(2025, 1, 3)}
    leave, _ = worked(HOLIDAY, {**WORKER, **days, "leeftijd": 40, "uurloon": Decimal(wage)}, date(2024, 12, 20))
    assert [each["soort"] for each in leave["betaling"]["bedragen"]] == kinds


@pytest.mark.parametrize("verlof", ["zw.ziekte", "wfw.arbeidsduur", "wfw.werktijd"])
def test_no_rule_about_money_is_not_said_to_be_unpaid(worked: Any, verlof: str) -> None:
    _, made = worked(verlof, {**WORKER, **HOURLY, "dienstverbandBegin": date(2020, 1, 1), "werkgeverGrootte": 20})
    assert not any("geen geld" in each for each in made["opmerkingen"])


def test_a_late_application_leaves_no_exact_amount(worked: Any) -> None:
    told = {"geboortedatumKind": date(2026, 8, 1), "geboorteverlofOpgenomen": True, **DAILY}
    days = {"gewensteIngangsdatum": date(2026, 9, 7)}
    made = {
        asked: sums(worked(ADDITIONAL, {**PARTNER, **told, **days, "aanvraagdatumUwv": asked}, date(2027, 6, 10))[1])
        for asked in (date(2026, 11, 8), date(2026, 11, 9))
    }
    assert made == {date(2026, 11, 8): [("3500.00", "exact")], date(2026, 11, 9): [("3500.00", "schatting")]}


def test_leave_spread_past_the_job_is_paid_as_far_as_its_days(worked: Any) -> None:
    # nine weeks over 18, of which two weeks are inside the job: one week of pay
    child = {"geboortedatumKind": date(2026, 1, 5), "gewensteIngangsdatum": date(2026, 3, 2), **DAILY}
    wish = {"gewensteWeken": Decimal(9), "gewensteEinddatum": date(2026, 7, 5)}
    _, made = worked(PAID, {**PARTNER, **child, **wish, "dienstverbandEinde": date(2026, 3, 15)}, date(2026, 1, 20))
    assert [bedrag for bedrag, _ in sums(made)] == ["700.00"]
    _, made = worked(PAID, {**PARTNER, **child, **wish, "dienstverbandEinde": date(2026, 4, 12)}, date(2026, 1, 20))
    assert sums(made) == [("2100.00", "schatting")]


def test_the_last_day_to_ask_follows_the_last_day_of_leave(worked: Any) -> None:
    child = {"geboorteverlofOpgenomen": True, "geboortedatumKind": date(2026, 8, 1), **DAILY}
    told = {**PARTNER, **child, "gewensteIngangsdatum": date(2026, 9, 28)}
    last = [
        {term["id"]: term["uiterlijk"] for term in leave["termijnen"]}["aanvragen-uwv-tot"]
        for more in (
            {},
            {"opgenomenWeken": {ADDITIONAL: Decimal(4)}},
            {"dienstverbandEinde": date(2026, 10, 9)},
        )
        for leave in [worked(ADDITIONAL, {**told, **more}, date(2026, 8, 25))[0]]
    ]
    assert last == ["2026-11-29", "2026-11-01", "2026-11-06"]


def test_eight_hours_left_of_birth_leave_take_two_average_days(worked: Any) -> None:
    told = {"geboortedatumKind": date(2026, 11, 25), "opgenomenUren": {BIRTH: Decimal(24)}}
    leave, made = worked(BIRTH, {**PARTNER, **HOURLY, **MONDAY, **told})
    assert leave["betaling"]["bedragen"][-1]["tot"] == "2026-12-08"
    assert sums(made) == [("160.00", "schatting")]


def test_no_day_after_the_window_is_paid(worked: Any) -> None:
    """A week from the day before the first birthday: one day of it is paid leave (Wazo 6:3 lid 1)."""
    born = {**PARTNER, **DAILY, "rolBijKind": "juridisch-ouder", "geboortedatumKind": date(2025, 12, 15)}
    _, made = worked(PAID, {**born, "gewensteIngangsdatum": date(2026, 12, 14), "gewensteWeken": Decimal(1)})
    assert sums(made) == [("140.00", "exact")]
