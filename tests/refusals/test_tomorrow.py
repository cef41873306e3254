"""What to do tomorrow comes first, and what is sent to the employer reads as a letter does."""

from random import Random
from typing import Any

import pytest

from tests.refusals.test_outcomes import CARE, WIDOWER
from tests.refusals.test_refusals import articles
from tests.refusals.test_terms import EMPLOYEE, HOURS
from tests.support.situations import Situations
from verlof_api.refusals import Weigeringen
from verlof_api.refusals.request import Weigering

SHORT = CARE | {"betrokkene": "kind", "toestand": "ziek"}
SHORT |= {"gewensteIngangsdatum": "2026-11-23", "meldingsdatum": "2026-11-21"}


def steps(answer: dict[str, Any], id: str) -> list[dict[str, Any]]:
    return [each for each in answer["morgen"]["stappen"] if each["id"] == id]


def test_who_is_refused_short_care_leave_for_an_interest_does_not_just_stay_away(told: Any) -> None:
    answer = told("wazo.kortdurend-zorgverlof", "te-druk", "2026-11-21", **SHORT)
    (work,) = steps(answer, "werken")
    assert "Blijf niet zomaar weg" in work["tekst"]
    assert articles(work) == {"Wazo 5:4 lid 2"}
    (other,) = steps(answer, "ander-verlof")
    assert articles(other) == {"Wazo 4:1 lid 1", "Wazo 5:8"}
    assert answer["morgen"]["dag"] == "2026-11-23"


def test_an_employer_who_gave_another_reason_can_no_longer_name_an_interest(told: Any) -> None:
    answer = told("wazo.kortdurend-zorgverlof", "eerst-vakantiedagen", "2026-11-21", **SHORT)
    assert any("Dat kan nu niet meer (Wazo 5:4 lid 3)" in each for each in answer["watTerugSchrijven"])
    soldier = told(
        "wazo.kortdurend-zorgverlof", "eerst-vakantiedagen", "2026-11-21", **SHORT | {"arbeidsrelatie": "militair"}
    )
    assert not any("Dat kan nu niet meer" in each for each in soldier["watTerugSchrijven"])


def test_a_widower_hears_that_nobody_can_stop_his_leave(told: Any) -> None:
    answer = told("wazo.bevallingsverlof-partner", "te-druk", "2026-11-21", **WIDOWER)
    assert "kan dit verlof niet tegenhouden" in steps(answer, "werken")[0]["tekst"]


def test_the_message_is_all_of_what_to_write_back(told: Any) -> None:
    answer = told("wazo.kortdurend-zorgverlof", "te-druk", "2026-11-21", **SHORT)
    assert answer["morgen"]["bericht"] == " ".join(answer["watTerugSchrijven"])


@pytest.mark.parametrize(
    ("verlof", "first"),
    [
        ("wfw.arbeidsduur", "U hebt de andere arbeidsduur die ik vroeg geweigerd. U noemde geen reden."),
        ("wfw.werktijd", "U hebt de andere werktijden die ik vroeg geweigerd. U noemde geen reden."),
        ("wfw.arbeidsplaats", "U hebt de andere werkplek die ik vroeg geweigerd. U noemde geen reden."),
        (
            "wazo.bevallingsverlof-gespreid",
            "U hebt de spreiding van mijn bevallingsverlof geweigerd. U noemde geen reden.",
        ),
        ("bw.vakantie", "U hebt mijn vakantie geweigerd. U noemde geen reden."),
    ],
)
def test_what_was_refused_is_named_as_one_says_it_in_a_letter(told: Any, verlof: str, first: str) -> None:
    assert told(verlof, "geen-reden", "2026-11-21", **HOURS)["watTerugSchrijven"][0] == first


def test_who_is_ill_does_not_write_that_illness_was_refused(told: Any) -> None:
    answer = told("zw.ziekte", "te-druk", "2026-11-21", **EMPLOYEE)
    assert answer["watTerugSchrijven"][0].startswith("Ik meld mij ziek")


def test_a_bill_is_never_answered_with_a_reason_that_the_law_knows(told: Any) -> None:
    answer = told("voorstel.rouwverlof", "te-druk", "2026-11-21", **EMPLOYEE)
    assert "reden die de wet kent" not in answer["grond"]["tekst"]


def test_no_label_for_the_reader_reaches_the_employer(weigeringen: Weigeringen) -> None:
    situatie = Situations(weigeringen.beoordelaar.rulebook, Random(1)).any()
    for taal in ("nl", "en"):
        labels = [str(label) for label in weigeringen.boek.woorden[taal]["redenen"].values()]
        for verlof in weigeringen.boek.regels:
            for reden in weigeringen.boek.redenen:
                answer = weigeringen.weigering(Weigering(situatie, verlof, reden, {}, None), taal)
                written = " ".join(map(str, answer["watTerugSchrijven"])).lower()
                assert not [label for label in labels if label.lower() in written], (verlof, reden)
