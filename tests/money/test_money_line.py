"""The money line: months and payers, cut where a cap changes, and the time someone waits for the money."""

from datetime import date
from decimal import Decimal
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.support.answers import decoded
from tests.support.language import steady
from tests.support.real_rules import real_folder
from tests.support.situations import Situations
from verlof_api.assessment import Beoordelaar, Situatie
from verlof_api.money.book import load_geldregel
from verlof_api.money.writer import Geldregels

PAID = "wazo.betaald-ouderschapsverlof"
CARE = "wazo.kortdurend-zorgverlof"
PARENT = {
    "arbeidsrelatie": "werknemer",
    "urenPerWeek": Decimal(36),
    "rolBijKind": "andere-ouder",
    "kindErkend": True,
    "geboortedatumKind": date(2026, 5, 1),
    "meldingsdatum": date(2026, 3, 1),
    "gewensteIngangsdatum": date(2026, 6, 15),
    "gewensteEinddatum": date(2026, 7, 12),
    "gewensteWeken": Decimal(4),
}

EMPLOYEE = {"arbeidsrelatie": "werknemer", "urenPerWeek": Decimal(32)}
MOTHER = {"rolBijKind": "bevallen-ouder", "vermoedelijkeBevallingsdatum": date(2026, 7, 10)}
PARTNER = {"rolBijKind": "andere-ouder", "relatieTotMoeder": "gehuwd"}


@pytest.fixture(scope="module")
def geld(real_beoordelaar: Beoordelaar) -> Geldregels:
    return Geldregels(load_geldregel(real_folder(), real_beoordelaar.rulebook).or_raise(), real_beoordelaar.languages)


@pytest.fixture
def line(geld: Geldregels, real_beoordelaar: Beoordelaar) -> Any:
    def line(
        aanvulling: Decimal | None = None,
        voorschot: bool | None = None,
        verlof: str = PAID,
        taal: str = "nl",
        **feiten: Any,
    ) -> dict[str, Any]:
        told = {fact: value for fact, value in {**PARENT, **feiten}.items() if value is not None}
        situatie = Situatie(date(2026, 4, 22), told, (verlof,))
        leave = real_beoordelaar.beoordeel(situatie, taal).verlofsoorten[0]
        made: dict[str, Any] = decoded(geld.geldregel(leave, situatie, aanvulling, voorschot, taal))
        return made

    return line


@pytest.fixture
def worked(geld: Geldregels, real_beoordelaar: Beoordelaar) -> Any:
    def worked(verlof: str, peildatum: date, **feiten: Any) -> dict[str, Any]:
        situatie = Situatie(peildatum, feiten, (verlof,))
        leave = real_beoordelaar.beoordeel(situatie).verlofsoorten[0]
        made: dict[str, Any] = decoded(geld.geldregel(leave, situatie))
        return made

    return worked


def posts(made: dict[str, Any], waarvan: str = "wet") -> list[tuple[str, str, str, str]]:
    return [
        (p["door"], p["van"], p["bedrag"], p["soort"])
        for month in made["maanden"]
        for p in month["posten"]
        if p["waarvan"] == waarvan
    ]


def test_the_month_is_cut_where_the_maximum_day_wage_changes(line: Any) -> None:
    # 70% of the maximum day wage: 304.25 until 30 June 2026 and 309.91 from 1 July (12 and 8 paid days)
    assert posts(line(dagloon=Decimal(320))) == [
        ("uwv", "2026-06-15", "2555.76", "exact"),
        ("uwv", "2026-07-01", "1735.52", "exact"),
    ]


def test_without_a_wage_the_line_says_the_most_it_can_be(line: Any) -> None:
    made = line()
    assert {soort for _, _, _, soort in posts(made)} == {"maximum"}
    assert made["totaal"][0]["soort"] == "maximum"


def test_the_employer_tops_up_to_the_wage_and_that_is_an_estimate(line: Any) -> None:
    topped = [
        (door, bedrag, soort)
        for door, _, bedrag, soort in posts(line(Decimal(100), dagloon=Decimal(200)), "aanvulling")
    ]
    assert topped == [("werkgever", "720.00", "schatting"), ("werkgever", "480.00", "schatting")]


def test_a_top_up_below_what_uwv_pays_is_nothing(line: Any) -> None:
    topped = posts(line(Decimal(50), dagloon=Decimal(200)), "aanvulling")
    assert {bedrag for _, _, bedrag, _ in topped} == {"0.00"}


def test_unpaid_leave_can_be_topped_up_too(line: Any) -> None:
    made = line(Decimal(50), verlof="wazo.ouderschapsverlof", dagloon=Decimal(200))
    assert posts(made) == []
    assert [bedrag for _, _, bedrag, _ in posts(made, "aanvulling")] == ["1200.00", "800.00"]


def test_a_top_up_without_a_wage_says_what_is_missing(line: Any) -> None:
    made = line(Decimal(100))
    assert posts(made, "aanvulling") == []
    assert made["opmerkingen"] == ["De aanvulling kunnen we pas uitrekenen als we je loon weten."]


def test_the_basis_of_a_figure_can_be_checked_by_hand(line: Any) -> None:
    first = line(dagloon=Decimal(200), gewensteUren=Decimal(72))["maanden"][0]["posten"][0]
    assert first["grondslag"] == "12 × 140,00 euro per betaaldag, voor 72 van de 144 uur"
    assert Decimal(first["bedrag"]) == 12 * Decimal(140) * 72 / 144


def test_half_the_hours_give_half_the_money(line: Any) -> None:
    whole = Decimal(line(dagloon=Decimal(200))["totaal"][0]["bedrag"])
    half = line(dagloon=Decimal(200), gewensteUren=Decimal(72))["totaal"][0]
    assert (Decimal(half["bedrag"]), half["soort"]) == (whole / 2, "schatting")


def test_paid_parental_leave_is_waited_for_until_it_is_asked_for(line: Any) -> None:
    gap = line(dagloon=Decimal(320), voorschot=False)["gat"]
    assert (gap["bedrag"], gap["uiterlijkVragen"]) == ("4291.28", "2027-08-01")
    assert gap["bronnen"][0]["artikel"] == "6:3a"


def test_an_employer_who_advances_leaves_no_gap(line: Any) -> None:
    gap = line(dagloon=Decimal(320), voorschot=True)["gat"]
    assert (gap["bedrag"], gap["voorgeschoten"]) == ("0.00", True)


def test_what_the_employer_pays_is_not_waited_for(line: Any) -> None:
    ill = {"toestand": "ziek", "betrokkene": "ouder", "zorgNoodzakelijk": True, "dagloon": Decimal(200)}
    made = line(verlof=CARE, **ill)
    assert made["gat"] is None
    assert {door for door, *_ in posts(made)} == {"werkgever"}


@pytest.mark.parametrize(("last", "soort"), [(date(2026, 6, 12), "exact"), (date(2026, 6, 10), "schatting")])
def test_wages_over_part_of_a_week_depend_on_a_roster_that_nobody_told(line: Any, last: date, soort: str) -> None:
    ill = {"toestand": "ziek", "betrokkene": "ouder", "zorgNoodzakelijk": True, "dagloon": Decimal(200)}
    days = {"gewensteIngangsdatum": date(2026, 6, 8), "gewensteEinddatum": last, "gewensteWeken": None}
    ((*_, found),) = posts(line(verlof=CARE, **ill, **days))
    assert found == soort


def test_a_refused_leave_asks_for_no_wage(line: Any) -> None:
    made = line(arbeidsrelatie="zelfstandige")
    assert made["maanden"] == []
    assert made["opmerkingen"] == ["Je hebt hier geen recht op. Daarom staat hier geen geld."]


def test_money_of_a_leave_that_is_not_certain_is_said_to_be_so(line: Any) -> None:
    made = line(betaalverzoekenGedaan=2, kindErkend=None, dagloon=Decimal(200))
    assert made["oordeel"] != "recht"
    assert (
        made["opmerkingen"][0] == "Dit geld krijg je alleen als je recht hebt op dit verlof. Dat staat nog niet vast."
    )


@pytest.mark.parametrize(
    ("verlof", "told", "said"),
    [
        ("wazo.calamiteitenverlof", {}, "Vul je loon in."),
        ("wazo.calamiteitenverlof", {"uurloon": Decimal(20)}, "Vul in hoeveel uur per week je werkt."),
        ("wazo.zwangerschapsverlof", {"dagloon": Decimal(200)}, "Vertel op welke dagen je verlof valt."),
    ],
)
def test_without_an_amount_the_line_says_what_to_tell(
    worked: Any, verlof: str, told: dict[str, Any], said: str
) -> None:
    made = worked(verlof, date(2026, 6, 1), arbeidsrelatie="werknemer", rolBijKind="bevallen-ouder", **told)
    assert made["maanden"] == []
    assert made["opmerkingen"] == [f"Een bedrag kunnen we nog niet noemen. {said}"]


def test_a_day_that_was_assumed_is_said_with_the_money(worked: Any) -> None:
    made = worked(
        "wazo.calamiteitenverlof", date(2026, 6, 1), **EMPLOYEE, gebeurtenis="onvoorzien", dagloon=Decimal(200)
    )
    assert "We zijn uitgegaan van gewenste eerste dag: 1 juni 2026." in made["opmerkingen"]


def test_unpaid_leave_says_so(line: Any) -> None:
    made = line(verlof="wazo.ouderschapsverlof")
    assert made["maanden"] == []
    assert made["opmerkingen"] == ["De wet geeft over deze tijd geen geld. Kijk in je cao."]


def test_the_line_says_what_is_not_worked_out_and_where_to_look(line: Any) -> None:
    assert "bruto" in line()["nietBerekend"]["tekst"]
    assert "gross" in line(taal="en")["nietBerekend"]["tekst"]
    assert line()["nietBerekend"]["url"] == "https://www.belastingdienst.nl"


@settings(steady, max_examples=40)
@given(seed=st.integers(0, 10**6), aanvulling=st.sampled_from([None, Decimal(70), Decimal(100)]))
def test_every_line_adds_up(
    geld: Geldregels, real_beoordelaar: Beoordelaar, seed: int, aanvulling: Decimal | None
) -> None:
    situatie = Situations(real_beoordelaar.rulebook, Random(seed)).any()
    for leave in real_beoordelaar.beoordeel(situatie).verlofsoorten:
        made = decoded(geld.geldregel(leave, situatie, aanvulling))
        for month in made["maanden"]:
            assert sum(Decimal(post["bedrag"]) for post in month["posten"]) == Decimal(month["totaal"]["bedrag"])
            for post in month["posten"]:
                assert post["soort"] in {"exact", "maximum", "schatting"}
                assert post["grondslag"]
                assert post["van"][:7] == post["tot"][:7] == month["maand"]
                assert Decimal(post["bedrag"]) >= 0
        by_payer = sum((Decimal(each["bedrag"]) for each in made["totaal"]), Decimal(0))
        assert by_payer == sum((Decimal(month["totaal"]["bedrag"]) for month in made["maanden"]), Decimal(0))
        if leave.oordeel == "geen-recht":
            assert made["maanden"] == []


# --- what was asked for decides what is paid ----------------------------------------------------


CHILD_ILL = {"toestand": "ziek", "betrokkene": "kind", "zorgNoodzakelijk": True, "leeftijd": 30, "uurloon": Decimal(20)}
MONDAY = {"gewensteIngangsdatum": date(2026, 11, 23)}


@pytest.mark.parametrize("last", [{"gewensteEinddatum": date(2026, 11, 23)}, {}])
def test_told_hours_are_paid_whatever_an_average_day_has(worked: Any, last: dict[str, Any]) -> None:
    made = worked(CARE, date(2026, 11, 22), **EMPLOYEE, **CHILD_ILL, **MONDAY, **last, gewensteUren=Decimal(8))
    assert posts(made) == [("werkgever", "2026-11-23", "119.92", "exact")]  # 8 x 14.99
    assert made["maanden"][0]["posten"][0]["grondslag"] == "8 × 14,99 euro per uur"


def test_no_more_hours_are_paid_than_fit_in_the_weeks_that_were_told(worked: Any) -> None:
    told = {**EMPLOYEE, **CHILD_ILL, **MONDAY, "gewensteEinddatum": date(2026, 11, 27), "gewensteUren": Decimal(60)}
    assert posts(worked(CARE, date(2026, 11, 22), **told))[0][2] == "479.68"  # 32 x 14.99


def test_no_more_hours_are_paid_than_are_left(worked: Any) -> None:
    used = {"opgenomenUren": {CARE: Decimal(60)}, "eersteVerlofdag": {CARE: date(2026, 3, 2)}}
    made = worked(CARE, date(2026, 11, 22), **EMPLOYEE, **CHILD_ILL, **MONDAY, **used, gewensteUren=Decimal(8))
    assert posts(made)[0][2] == "59.96"  # 4 x 14.99


@pytest.mark.parametrize("wish", [{"gewensteWeken": Decimal(2)}, {"gewensteUren": Decimal(72)}])
def test_two_weeks_are_paid_in_the_month_they_lie_in(line: Any, wish: dict[str, Any]) -> None:
    days = {"gewensteIngangsdatum": date(2026, 9, 7), "gewensteEinddatum": None, "gewensteWeken": None}
    made = line(dagloon=Decimal(200), **{**days, **wish})
    assert posts(made) == [("uwv", "2026-09-07", "1400.00", "exact")]  # 10 x 140


def test_hours_that_end_in_the_next_month_are_paid_in_the_order_of_the_days(line: Any) -> None:
    wish = {"gewensteIngangsdatum": date(2026, 9, 21), "gewensteEinddatum": None, "gewensteWeken": None}
    made = line(dagloon=Decimal(200), **wish, gewensteUren=Decimal(72))
    # 10 days of work: 8 in September, 2 in October
    assert [bedrag for _, _, bedrag, _ in posts(made)] == ["1120.00", "280.00"]


def test_a_total_that_misses_days_is_not_whole_and_never_exact(worked: Any) -> None:
    told = {**EMPLOYEE, "rolBijKind": "bevallen-ouder", "vermoedelijkeBevallingsdatum": date(2026, 11, 20)}
    born = {"geboortedatumKind": date(2026, 11, 22), "dagloon": Decimal(200), "dienstverbandLooptDoor": True}
    made = worked("wazo.bevallingsverlof", date(2026, 11, 30), **told, **born)
    # 23 November up to the end of the year: 29 paid days; what comes after it is not known yet
    assert made["totaal"] == [
        {"door": "uwv", "bedrag": "5800.00", "soort": "schatting", "volledig": False, "tot": "2026-12-31"}
    ]
    assert "Het totaal telt tot en met 31 december 2026." in " ".join(made["opmerkingen"])


def test_hours_that_reach_into_days_without_an_amount_are_not_all_paid_before(line: Any) -> None:
    wish = {"gewensteIngangsdatum": date(2026, 12, 21), "gewensteEinddatum": None, "gewensteWeken": None}
    made = line(dagloon=Decimal(200), **wish, gewensteUren=Decimal(144))
    assert [bedrag for _, _, bedrag, _ in posts(made)] == ["1260.00"]  # 9 days of the 20
    assert made["totaal"][0]["volledig"] is False


@pytest.mark.parametrize(("hours", "day"), [(32, "59.20"), (36, "66.60"), (40, "66.60")])
def test_who_has_no_day_wage_is_paid_per_pay_day_and_no_more_than_a_full_week(
    worked: Any, hours: int, day: str
) -> None:
    told = {**PARTNER, "arbeidsrelatie": "dga", "urenPerWeek": Decimal(hours), "geboorteverlofOpgenomen": True}
    wish = {"gewensteIngangsdatum": date(2024, 6, 3), "gewensteWeken": Decimal(4)}
    made = worked(
        "wazo.aanvullend-geboorteverlof", date(2024, 5, 1), **told, **wish, geboortedatumKind=date(2024, 4, 20)
    )
    # 2069.40 x 12 / 261 x 70%, by the hours of at most 36; 20 pay days
    assert posts(made) == [("uwv", "2024-06-03", str(Decimal(day) * 20), "schatting")]
    assert any("vakantiegeld" in each for each in made["opmerkingen"])


def test_the_amount_by_the_formula_of_uwv_is_said_beside_that_of_the_act(worked: Any) -> None:
    told = {**PARTNER, "arbeidsrelatie": "dga", "urenPerWeek": Decimal(36), "geboorteverlofOpgenomen": True}
    wish = {"gewensteIngangsdatum": date(2026, 9, 7), "gewensteWeken": Decimal(1)}
    made = worked(
        "wazo.aanvullend-geboorteverlof", date(2026, 8, 1), **told, **wish, geboortedatumKind=date(2026, 7, 20)
    )
    # the example of UWV: 2337.00 / 21.75, plus 8%, of which 70% is 81.23 a day
    assert "UWV rekent vanaf 7 september 2026 met 81,23 euro per betaaldag." in made["opmerkingen"]


def test_a_monthly_wage_gives_an_estimated_day_wage(line: Any) -> None:
    # 3000 x 12 x 1.08 / 261 is 148.97 a day, of which 70%
    made = line(maandloon=Decimal(3000))
    assert made["maanden"][0]["posten"][0]["grondslag"].startswith("12 × 104,28 euro")
    assert {soort for *_, soort in posts(made)} == {"schatting"}


def test_a_monthly_wage_gives_an_estimated_wage_per_hour(worked: Any) -> None:
    ill = {name: value for name, value in CHILD_ILL.items() if name != "uurloon"}
    # 4160 x 12 / 52 / 32 is 30.00 an hour, of which 70%
    made = worked(
        CARE, date(2026, 11, 22), **EMPLOYEE, **ill, **MONDAY, gewensteUren=Decimal(8), maandloon=Decimal(4160)
    )
    assert posts(made) == [("werkgever", "2026-11-23", "168.00", "schatting")]


# --- five leaves as an accountant would work them out ------------------------------------------------
# The figures are made by hand from the tables of 2026: maximum day wage 304.25 until 30 June and 309.91 from 1 July,
# minimum wage 14.71 and 14.99 an hour, highest ZEZ benefit 2294.40 and 2337.00 a month.


def test_nine_weeks_of_paid_parental_leave_one_day_a_week(worked: Any) -> None:
    # 70% of 180 is 126 a day; 288 of the 45 weeks x 32 = 1440 hours are leave, so a fifth of every day.
    made = worked(
        PAID,
        date(2026, 2, 1),
        **EMPLOYEE,
        **PARTNER,
        geboortedatumKind=date(2026, 1, 20),
        dagloon=Decimal(180),
        gewensteIngangsdatum=date(2026, 2, 2),
        gewensteEinddatum=date(2026, 12, 13),
    )
    # February has 20 paid days, December 9 up to the 13th: 20 x 126 / 5 and 9 x 126 / 5; 225 days in all.
    assert (posts(made)[0], posts(made)[-1]) == (
        ("uwv", "2026-02-02", "504.00", "schatting"),
        ("uwv", "2026-12-01", "226.80", "schatting"),
    )
    total = {"door": "uwv", "bedrag": "5670.00", "soort": "schatting", "volledig": True, "tot": None}
    assert made["totaal"] == [total]  # 45 days of 126
    assert made["gat"]["bedrag"] == "5670.00"


def test_additional_birth_leave_at_the_maximum_over_the_first_of_july(worked: Any) -> None:
    made = worked(
        "wazo.aanvullend-geboorteverlof",
        date(2026, 6, 1),
        **EMPLOYEE,
        **PARTNER,
        geboortedatumKind=date(2026, 5, 20),
        geboorteverlofOpgenomen=True,
        dagloon=Decimal(320),
        gewensteIngangsdatum=date(2026, 6, 15),
        gewensteEinddatum=date(2026, 7, 19),
    )
    # 70% of 304.25 is 212.975, of 309.91 is 216.937: 12 days of 212.98 and 13 of 216.94
    assert posts(made) == [("uwv", "2026-06-15", "2555.76", "exact"), ("uwv", "2026-07-01", "2820.22", "exact")]


def test_short_care_leave_never_pays_less_than_the_minimum_wage(worked: Any) -> None:
    made = worked(
        CARE,
        date(2026, 6, 22),
        **EMPLOYEE,
        leeftijd=30,
        toestand="ziek",
        betrokkene="kind",
        zorgNoodzakelijk=True,
        uurloon=Decimal(16),
        gewensteIngangsdatum=date(2026, 6, 22),
        gewensteEinddatum=date(2026, 7, 3),
    )
    # 70% of 16 is 11.20, below the minimum wage: 7 days of 6.4 hours at 14.71, 3 at 14.99
    assert posts(made) == [
        ("werkgever", "2026-06-22", "659.01", "schatting"),
        ("werkgever", "2026-07-01", "287.81", "schatting"),
    ]


def test_pregnancy_leave_is_cut_where_the_maximum_day_wage_changes(worked: Any) -> None:
    made = worked("wazo.zwangerschapsverlof", date(2026, 5, 1), **EMPLOYEE, **MOTHER, dagloon=Decimal(320))
    # from 30 May (a Saturday): 22 paid days in June at 304.25, 8 in July at 309.91; nothing in May
    assert posts(made) == [("uwv", "2026-06-01", "6693.50", "exact"), ("uwv", "2026-07-01", "2479.28", "exact")]


def test_the_benefit_of_the_self_employed_is_a_monthly_amount(worked: Any) -> None:
    told = {"arbeidsrelatie": "zelfstandige", "aowLeeftijdBereikt": False, "zelfstandigeUrenVorigJaar": 1300}
    made = worked("wazo.zez-uitkering", date(2026, 5, 1), **told, **MOTHER)
    # 16 weeks from 30 May to 18 September, of which 14 of the 22 paid days: 2337 x 14 / 22
    assert posts(made) == [
        ("uwv", "2026-06-01", "2294.40", "exact"),
        ("uwv", "2026-07-01", "2337.00", "exact"),
        ("uwv", "2026-08-01", "2337.00", "exact"),
        ("uwv", "2026-09-01", "1487.18", "schatting"),
    ]
