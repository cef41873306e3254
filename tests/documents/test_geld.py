"""The money line: months and payers, cut where a cap changes, and the time someone waits for the money."""

from datetime import date
from decimal import Decimal
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.support.language import steady
from tests.support.situations import Situations
from verlof_api.assessment import Beoordelaar, Situatie
from verlof_api.documents.geld import Geldregels
from verlof_api.rulebook import Rulebook
from verlof_api.rulebook.geldregel import load_geldregel

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


@pytest.fixture(scope="module")
def geld(real_rulebook: Rulebook) -> Geldregels:
    return Geldregels(load_geldregel(real_rulebook))


@pytest.fixture
def line(geld: Geldregels, real_beoordelaar: Beoordelaar) -> Any:
    def line(
        aanvulling: Decimal | None = None,
        voorschot: bool | None = None,
        verlof: str = PAID,
        taal: str = "nl",
        **feiten: Any,
    ) -> dict[str, Any]:
        situatie = Situatie(date(2026, 4, 22), {**PARENT, **feiten}, (verlof,))
        leave = real_beoordelaar.beoordeel(situatie, taal)["verlofsoorten"][0]
        return geld.geldregel(leave, situatie, aanvulling, voorschot, taal)

    return line


def posts(made: dict[str, Any]) -> list[tuple[str, str, str, str]]:
    return [(p["door"], p["van"], p["bedrag"], p["soort"]) for month in made["maanden"] for p in month["posten"]]


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
    made = line(Decimal(100), dagloon=Decimal(200))
    topped = [(bedrag, soort) for door, _, bedrag, soort in posts(made) if door == "aanvulling"]
    assert topped == [("720.00", "schatting"), ("480.00", "schatting")]


def test_a_top_up_below_what_uwv_pays_is_nothing(line: Any) -> None:
    assert {
        bedrag for door, _, bedrag, _ in posts(line(Decimal(50), dagloon=Decimal(200))) if door == "aanvulling"
    } == {"0.00"}


def test_a_top_up_without_a_wage_says_what_is_missing(line: Any) -> None:
    made = line(Decimal(100))
    assert [door for door, *_ in posts(made) if door == "aanvulling"] == []
    assert made["opmerkingen"] == ["De aanvulling kunnen we pas uitrekenen als we je loon weten."]


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
    for leave in real_beoordelaar.beoordeel(situatie)["verlofsoorten"]:
        made = geld.geldregel(leave, situatie, aanvulling)
        for month in made["maanden"]:
            assert sum(Decimal(post["bedrag"]) for post in month["posten"]) == Decimal(month["totaal"]["bedrag"])
            for post in month["posten"]:
                assert post["soort"] in {"exact", "maximum", "schatting"}
                assert post["grondslag"]
                assert post["van"][:7] == post["tot"][:7] == month["maand"]
                assert Decimal(post["bedrag"]) >= 0
        by_payer = sum((Decimal(each["bedrag"]) for each in made["totaal"]), Decimal(0))
        assert by_payer == sum((Decimal(month["totaal"]["bedrag"]) for month in made["maanden"]), Decimal(0))
        if leave["oordeel"] == "geen-recht":
            assert made["maanden"] == []
