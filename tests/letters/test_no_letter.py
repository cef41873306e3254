"""Where the law gives nothing, or too little is known, there is no letter, and the reason is said."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from verlof_api.assessment import Situatie
from verlof_api.letters import LetterWriter, NoLetterError

VANDAAG = date(2026, 11, 22)
ZORG = {
    "arbeidsrelatie": "werknemer",
    "betrokkene": "ouder",
    "toestand": "levensbedreigend-ziek",
    "zorgNoodzakelijk": True,
    "opgenomenUren": {"wazo.langdurend-zorgverlof": Decimal(0)},
    "gewensteIngangsdatum": date(2027, 1, 4),
}
LANGDUREND, KORTDUREND = "wazo.langdurend-zorgverlof", "wazo.kortdurend-zorgverlof"


def refusal(letter_writer: LetterWriter, leave: str, letter: str, taal: str = "nl", **facts: Any) -> NoLetterError:
    with pytest.raises(NoLetterError) as refused:
        letter_writer.write(Situatie(VANDAAG, facts), leave, letter, taal)
    return refused.value


def test_no_right_means_no_letter_and_says_which_condition_fails(letter_writer: LetterWriter) -> None:
    geen = refusal(letter_writer, LANGDUREND, "verzoek", **{**ZORG, "arbeidsrelatie": "zelfstandige"})
    assert geen.code == "geen-recht"
    assert "Dit is verlof van een werkgever, en die heb je nu niet" in geen.reden


def test_too_little_is_known_means_no_letter_and_says_what_is_missing(letter_writer: LetterWriter) -> None:
    geen = refusal(letter_writer, LANGDUREND, "verzoek", arbeidsrelatie="werknemer")
    assert geen.code == "vraag-nodig"
    assert "betrokkene" in geen.ontbrekende_feiten


def test_an_objection_needs_a_refusal(letter_writer: LetterWriter) -> None:
    geen = refusal(letter_writer, LANGDUREND, "bezwaar", **ZORG)
    assert (geen.code, geen.ontbrekende_feiten) == ("mist-feit", ("werkgeverAntwoord",))


def test_who_got_an_answer_does_not_ask_for_a_decision(letter_writer: LetterWriter) -> None:
    facts = {**ZORG, "meldingsdatum": date(2026, 11, 2), "werkgeverAntwoord": "toegekend"}
    assert refusal(letter_writer, LANGDUREND, "beslissing-vragen", **facts).code == "past-niet"


def test_a_leave_that_needs_no_permission_has_no_request(letter_writer: LetterWriter) -> None:
    geen = refusal(letter_writer, KORTDUREND, "verzoek", **ZORG)
    assert (geen.code, geen.varianten) == ("geen-variant", letter_writer.varianten(KORTDUREND))
    assert "verzoek" not in geen.varianten


def test_sickness_has_no_letter(letter_writer: LetterWriter) -> None:
    assert refusal(letter_writer, "zw.ziekte", "melding", arbeidsrelatie="werknemer").code == "zonder-brief"


def test_an_agreement_cannot_be_objected_to_as_a_right(letter_writer: LetterWriter) -> None:
    facts = {
        "arbeidsrelatie": "werknemer",
        "dienstverbandBegin": date(2020, 1, 1),
        "werkgeverGrootte": 5,
        "rolBijKind": "geen",
        "betrokkene": "geen",
        "aowLeeftijdBereikt": False,
        "werkgeverAntwoord": "geweigerd",
        "gewensteIngangsdatum": date(2027, 3, 1),
    }
    assert refusal(letter_writer, "wfw.arbeidsduur", "bezwaar", **facts).code == "afspraak"


def test_the_reason_is_in_the_language_that_was_asked_for(letter_writer: LetterWriter) -> None:
    assert refusal(letter_writer, KORTDUREND, "verzoek", "en", **ZORG).reden == "This leave does not have this letter."
