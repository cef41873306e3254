"""A value is taken as it is, or refused: nothing is mended."""

import time
from datetime import date
from decimal import Decimal

import pytest

from verlof_api.intake import DATES, InputErrors
from verlof_api.intake.compound import MAX_PERIODS

PERIODE = {"van": "2026-01-01", "tot": "2026-01-02"}


def test_values_of_every_kind_reach_the_situation_as_the_core_wants_them(read):
    situatie = read(
        {
            "peildatum": "2026-11-22",
            "feiten": {
                "kindErkend": True,
                "leeftijd": 30,
                "urenPerWeek": 32.5,
                "geboortedatumKind": "2026-11-01",
                "rolBijKind": "andere-ouder",
                "ziekteperiodes": [PERIODE],
                "opgenomenUren": {"wazo.calamiteitenverlof": 4},
                "eersteVerlofdag": {"wazo.calamiteitenverlof": "2026-02-01"},
            },
        }
    )
    assert situatie.peildatum == date(2026, 11, 22)
    assert situatie.feiten == {
        "kindErkend": True,
        "leeftijd": 30,
        "urenPerWeek": Decimal("32.5"),
        "geboortedatumKind": date(2026, 11, 1),
        "rolBijKind": "andere-ouder",
        "ziekteperiodes": ((date(2026, 1, 1), date(2026, 1, 2)),),
        "opgenomenUren": {"wazo.calamiteitenverlof": Decimal(4)},
        "eersteVerlofdag": {"wazo.calamiteitenverlof": date(2026, 2, 1)},
    }


def test_a_number_is_always_a_decimal_and_a_whole_number_always_an_int(read):
    feiten = read({"feiten": {"urenPerWeek": 32, "leeftijd": 30}}).feiten
    assert [type(feiten[fact]) for fact in ("urenPerWeek", "leeftijd")] == [Decimal, int]


def test_a_tenth_stays_a_tenth(read):
    assert read(b'{"feiten": {"uurloon": 0.1}}').feiten["uurloon"] == Decimal("0.1")


@pytest.mark.parametrize("value", ["yes", "true", 1, 0, "ja", [], {}])
def test_only_true_and_false_are_booleans(fact_refusal, value):
    assert fact_refusal("kindErkend", value) == "verkeerd-type"


@pytest.mark.parametrize("value", ["32", "", True, [], {}, "1e1"])
def test_text_and_booleans_are_no_numbers(fact_refusal, value):
    assert fact_refusal("urenPerWeek", value) == "verkeerd-type"
    assert fact_refusal("leeftijd", value) == "verkeerd-type"


@pytest.mark.parametrize("value", [b"30.5", b"1.9", b"30.000000001", b"1e-7"])
def test_a_fraction_is_no_whole_number(fact_refusal, value):
    assert fact_refusal("leeftijd", value) == "verkeerd-type"


@pytest.mark.parametrize("value", [b"30.0", b"3e1", b"30.000"])
def test_a_whole_number_may_be_written_with_a_point(read, value):
    assert read(b'{"feiten": {"leeftijd": %s}}' % value).feiten["leeftijd"] == 30


@pytest.mark.parametrize(
    "value", [b"1e20", b"1208925819614629174706176", b"-1", b"1e99999999", b"-1e99999999", b"60.001"]
)
def test_a_number_outside_its_range_is_refused(fact_refusal, value):
    assert fact_refusal("urenPerWeek", value) == "buiten-bereik"


@pytest.mark.parametrize("value", [b"1e20", b"1208925819614629174706176", b"-1", b"1e99999999", b"101"])
def test_a_whole_number_outside_its_range_is_refused(fact_refusal, value):
    assert fact_refusal("leeftijd", value) == "buiten-bereik"


def test_both_ends_of_a_range_are_allowed(read, rulebook):
    low, high = rulebook.feiten["urenPerWeek"].bereik
    for end in (low, high):
        assert read(b'{"feiten": {"urenPerWeek": %s}}' % str(end).encode()).feiten["urenPerWeek"] == end


def test_the_range_is_told(entries):
    (entry,) = entries({"feiten": {"urenPerWeek": 100}})
    assert (entry["minimum"], entry["maximum"]) == (0.5, 60)


@pytest.mark.parametrize("value", [b"32.0001", b"0.50000000000000001", b"1e-3000"])
def test_more_than_three_decimals_are_refused(fact_refusal, value):
    assert fact_refusal("dagloon", value) == "te-precies"


@pytest.mark.parametrize("value", [b"32.125", b"32.1250000"])
def test_three_decimals_are_taken(read, value):
    assert read(b'{"feiten": {"dagloon": %s}}' % value).feiten["dagloon"] == Decimal("32.125")


@pytest.mark.parametrize(
    "value",
    [
        "2026-02-29",
        "2026-13-01",
        "0000-01-01",
        "2026-W01-1",
        "2026-060",
        "20260101",
        "2026-1-2",
        "01-02-2026",
        "2026-01-01T00:00:00",
        "2026-01-01 ",
        "2026-01-01\n",
        "２０２６-01-01",
        "-026-01-01",
        "vandaag",
        "",
    ],
)
def test_a_date_must_exist_and_be_written_one_way(fact_refusal, value):
    assert fact_refusal("geboortedatumKind", value) == "ongeldige-datum"


@pytest.mark.parametrize("value", [20260101, True, [], {}])
def test_a_date_is_text(fact_refusal, value):
    assert fact_refusal("geboortedatumKind", value) == "verkeerd-type"


def test_a_leap_day_is_a_date(read):
    assert read({"feiten": {"geboortedatumKind": "2028-02-29"}}).feiten["geboortedatumKind"] == date(2028, 2, 29)


@pytest.mark.parametrize("value", ["2126-11-22", "2100-01-01", "1899-12-31", "9999-12-31", "0001-01-01"])
def test_a_date_no_living_person_means_is_out_of_range(fact_refusal, value):
    assert fact_refusal("geboortedatumKind", value) == "buiten-bereik"


def test_the_first_and_the_last_possible_date_are_taken(read):
    for day in DATES:
        assert read({"feiten": {"geboortedatumKind": day.isoformat()}}).feiten["geboortedatumKind"] == day


def test_a_fact_may_be_older_than_the_law(read):
    assert read({"feiten": {"dienstverbandBegin": "1985-05-01"}}).feiten["dienstverbandBegin"] == date(1985, 5, 1)


def test_an_option_that_does_not_exist_is_refused_with_all_that_do(entries, rulebook):
    (entry,) = entries({"feiten": {"rolBijKind": "andere-oudr"}})
    assert entry["code"] == "ongeldige-keuze"
    assert entry["toegestaan"] == list(rulebook.feiten["rolBijKind"].opties)
    assert entry["bedoelde"] == "andere-ouder"


@pytest.mark.parametrize("value", [1, True, [], {}])
def test_an_option_is_text(fact_refusal, value):
    assert fact_refusal("rolBijKind", value) == "verkeerd-type"


@pytest.mark.parametrize("value", ["Werknemer", "werknemer ", "", "x" * 60_000])
def test_an_option_is_not_mended(fact_refusal, value):
    assert fact_refusal("arbeidsrelatie", value) == "ongeldige-keuze"


@pytest.mark.parametrize(
    "fact", ["kindErkend", "leeftijd", "urenPerWeek", "geboortedatumKind", "rolBijKind", "ziekteperiodes"]
)
def test_null_is_no_answer(fact_refusal, fact):
    assert fact_refusal(fact, None) == "geen-waarde"


def test_no_periods_is_an_answer(read):
    assert read({"feiten": {"ziekteperiodes": []}}).feiten["ziekteperiodes"] == ()


def test_a_period_of_one_day_is_taken(read):
    day = date(2026, 1, 1)
    periods = [{"van": day.isoformat(), "tot": day.isoformat()}]
    assert read({"feiten": {"ziekteperiodes": periods}}).feiten["ziekteperiodes"] == ((day, day),)


def test_every_mistake_in_periods_is_told_at_its_place(refusals):
    periods = [
        {"van": "2026-01-02", "tot": "2026-01-01"},
        {"van": "2026-01-01"},
        {**PERIODE, "tm": 1},
        "2026-01-01",
        {"van": 1, "tot": "x"},
    ]
    assert refusals({"feiten": {"ziekteperiodes": periods}}) == {
        "feiten.ziekteperiodes[0].tot": "tot-voor-van",
        "feiten.ziekteperiodes[1].tot": "verplicht",
        "feiten.ziekteperiodes[2].tm": "onbekend-veld",
        "feiten.ziekteperiodes[3]": "verkeerd-type",
        "feiten.ziekteperiodes[4].van": "verkeerd-type",
        "feiten.ziekteperiodes[4].tot": "ongeldige-datum",
    }


def test_there_is_a_most_to_the_number_of_periods(read, fact_refusal):
    assert len(read({"feiten": {"ziekteperiodes": [PERIODE] * MAX_PERIODS}}).feiten["ziekteperiodes"]) == MAX_PERIODS
    assert fact_refusal("ziekteperiodes", [PERIODE] * (MAX_PERIODS + 1)) == "te-lang"


@pytest.mark.parametrize("value", [{}, PERIODE, "2026-01-01", 1])
def test_periods_are_a_list(fact_refusal, value):
    assert fact_refusal("ziekteperiodes", value) == "verkeerd-type"


@pytest.mark.parametrize("value", [[], 4, "4"])
def test_hours_per_leave_are_a_map(fact_refusal, value):
    assert fact_refusal("opgenomenUren", value) == "verkeerd-type"


def test_every_mistake_in_a_map_per_leave_is_told_at_its_place(refusals):
    hours = {"wazo.calamiteitenverlof": -1, "wazo.geborteverlof": 1, "calamiteitenverlof": 1, "Jan Jansen": 1}
    assert refusals({"feiten": {"opgenomenUren": hours}}) == {
        "feiten.opgenomenUren.wazo.calamiteitenverlof": "buiten-bereik",
        "feiten.opgenomenUren.calamiteitenverlof": "onbekende-verlofsoort",
        "feiten.opgenomenUren": "onbekende-verlofsoort",
    }


def test_all_mistakes_come_at_once(refusals):
    message = {
        "peildatum": "2001-11-30",
        "verlofsoorten": [],
        "inclusiefVoorstellen": "nee",
        "situatie": "Mijn vrouw is bevallen",
        "feitn": 1,
        "feiten": {"urenPerWeek": "32", "kindErkend": "ja", "moederOverledenOp": "2026-02-30", "dagloonn": 1},
    }
    assert refusals(message) == {
        "peildatum": "buiten-bereik",
        "verlofsoorten": "te-kort",
        "inclusiefVoorstellen": "verkeerd-type",
        "situatie": "onbekende-situatie",
        "feitn": "onbekend-veld",
        "feiten.urenPerWeek": "verkeerd-type",
        "feiten.kindErkend": "verkeerd-type",
        "feiten.moederOverledenOp": "ongeldige-datum",
        "feiten.dagloonn": "onbekend-feit",
    }


def test_a_hostile_message_is_refused_in_little_time(refusals):
    message = {"feiten": {f"urenPerWeek{letter}{n}": 1 for letter in "abcdefghij" for n in range(300)}}
    started = time.process_time()
    refusals(message)
    assert time.process_time() - started < 0.5


@pytest.mark.parametrize(
    ("taal", "asked"), [("nl", "Is dit wel je loon per dag?"), ("en", "Is this your wage per day?")]
)
def test_a_day_wage_that_must_be_another_wage_is_asked_back(read, rulebook, taal, asked):
    highest = rulebook.bedragen["maximum-dagloon"].rijen[-1].waarden["dag"]
    with pytest.raises(InputErrors) as refused:
        read({"feiten": {"dagloon": float(6 * highest)}})
    (told,) = refused.value.in_taal(taal)
    assert (told["in"], told["code"]) == ("feiten.dagloon", "buiten-bereik")
    assert asked in told["melding"]
    assert "maandloon" in told["melding"]


def test_a_day_wage_below_nothing_is_not_asked_back(read):
    with pytest.raises(InputErrors) as refused:
        read({"feiten": {"dagloon": -1}})
    assert "maandloon" not in refused.value.fouten[0]["melding"]


def test_the_highest_day_wage_that_is_believed_is_five_times_the_maximum(rulebook):
    highest = rulebook.bedragen["maximum-dagloon"].rijen[-1].waarden["dag"]
    assert Decimal("4.5") < rulebook.feiten["dagloon"].bereik[1] / highest < Decimal("5.5")
