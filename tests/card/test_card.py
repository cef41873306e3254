"""The card of a leave: on one page everything the answer says, and no day that has passed as if it were open."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from random import Random

import pytest

from tests.letters.test_renderings import Page
from tests.support.situations import Situations
from verlof_api.assessment import Situatie
from verlof_api.assessment.answer import Validity
from verlof_api.card import kaart_html
from verlof_api.letters import LetterWriter

GEBOORTE = {
    "arbeidsrelatie": "werknemer",
    "urenPerWeek": 32,
    "relatieTotMoeder": "gehuwd",
    "geboortedatumKind": date(2026, 11, 15),
}


def card(letter_writer: LetterWriter, situatie: Situatie, taal: str = "nl") -> str:
    answer = letter_writer.beoordelaar.beoordeel(situatie, taal).verlofsoorten[0]
    return kaart_html(letter_writer.beoordelaar, letter_writer.brieven, answer, situatie.peildatum, taal)


def test_the_card_says_what_the_answer_says(letter_writer: LetterWriter) -> None:
    html = card(letter_writer, Situatie(date(2026, 11, 22), GEBOORTE, ("wazo.geboorteverlof",)))
    text = " ".join(Page(html).text)
    for said in ("Ja, je hebt er recht op", "32 uur", "100% van je loon, van je werkgever", "Nee. Je werkgever mag"):
        assert said in text
    assert "Van 16 november 2026 tot en met 13 december 2026." in text
    assert "Uiterlijk melden of vragen: 19 oktober 2026 (deze dag is voorbij)" in text


@pytest.mark.parametrize(
    ("taal", "said"),
    [
        ("nl", ["Een korte tijd, zo lang als redelijk is.", "20,00 euro bruto per uur (precies), op 22 november 2026"]),
        ("en", ["A short time, as long as is reasonable.", "20.00 euro gross per hour (exact), on 22 November 2026"]),
    ],
)
def test_a_size_in_words_and_one_paid_day_read_as_people_say_them(
    letter_writer: LetterWriter, taal: str, said: list[str]
) -> None:
    facts = {"arbeidsrelatie": "werknemer", "uurloon": Decimal(20), "gewensteEinddatum": date(2026, 11, 22)}
    text = Page(card(letter_writer, Situatie(date(2026, 11, 22), facts, ("wazo.calamiteitenverlof",)), taal)).text
    assert set(said) <= set(text)


@pytest.mark.parametrize(
    ("taal", "said"),
    [
        ("nl", ["1 uur", "1 keer je uren per week", "Nog over: 1 uur"]),
        ("en", ["1 hour", "once your hours per week", "Left: 1 hour"]),
    ],
)
def test_of_one_it_is_said_that_it_is_one(letter_writer: LetterWriter, taal: str, said: list[str]) -> None:
    facts = {**GEBOORTE, "urenPerWeek": 1}
    text = Page(card(letter_writer, Situatie(date(2026, 11, 22), facts, ("wazo.geboorteverlof",)), taal)).text
    assert set(said) <= set(text)


def test_a_refusal_says_which_condition_failed(letter_writer: LetterWriter) -> None:
    facts = {**GEBOORTE, "arbeidsrelatie": "zelfstandige"}
    text = " ".join(Page(card(letter_writer, Situatie(date(2026, 11, 22), facts, ("wazo.geboorteverlof",)))).text)
    assert "Nee, je hebt er geen recht op" in text
    assert "Je vertelde: zelfstandige. Dit is verlof van een werkgever, en die heb je nu niet (Wazo)." in text
    assert "Hoeveel vrij" not in text


@pytest.mark.parametrize("taal", ["nl", "en"])
def test_every_answer_has_a_card(letter_writer: LetterWriter, taal: str) -> None:
    maker = Situations(letter_writer.beoordelaar.rulebook, Random(5))
    for _ in range(20):
        situatie = maker.any()
        for answer in letter_writer.beoordelaar.beoordeel(situatie, taal).verlofsoorten:
            html = kaart_html(letter_writer.beoordelaar, letter_writer.brieven, answer, situatie.peildatum, taal)
            page = Page(html)
            assert answer.naam in page.text
            assert "None" not in " ".join(page.text)
            assert not {tag for tag, _ in page.tags} & {"script", "link", "img", "iframe"}


EMPLOYED = {"arbeidsrelatie": "werknemer", "urenPerWeek": Decimal(32)}


@pytest.mark.parametrize(
    ("taal", "law", "rules", "plan"),
    [
        ("nl", "In de wet:", "Deze regels ", "Dit plan ligt er sinds"),
        ("en", "In Dutch law:", "These rules ", "This plan has been there since"),
    ],
)
def test_only_what_the_law_gives_is_said_to_stand_in_the_law_and_to_apply(
    letter_writer: LetterWriter, taal: str, law: str, rules: str, plan: str
) -> None:
    facts = {**EMPLOYED, "gebeurtenis": "verhuizing"}
    for id, soort in letter_writer.beoordelaar.rulebook.verlofsoorten.items():
        situatie = Situatie(date(2026, 11, 30), facts, (id,), inclusief_voorstellen=True)
        text = " ".join(Page(card(letter_writer, situatie, taal)).text)
        in_force = soort.versie(date(2026, 11, 30)) is not None
        assert (law in text) is (soort.in_the_law and in_force), id
        assert (rules in text) is soort.in_the_law, id
        assert (plan in text) is soort.voorstel, id


@pytest.mark.parametrize(
    ("van", "tot", "nl", "en"),
    [
        ("2026-11-29", None, "gelden sinds 29 november 2026.", "apply since 29 November 2026."),
        ("2026-11-30", None, "gelden sinds 30 november 2026.", "apply since 30 November 2026."),
        ("2026-12-01", None, "gelden vanaf 1 december 2026.", "apply from 1 December 2026."),
        (
            "2026-01-01",
            "2026-11-29",
            "golden van 1 januari 2026 tot en met 29 november 2026.",
            "applied from 1 January 2026 until 29 November 2026.",
        ),
        (
            "2026-01-01",
            "2026-11-30",
            "gelden van 1 januari 2026 tot en met 30 november 2026.",
            "apply from 1 January 2026 until 30 November 2026.",
        ),
        (
            "2026-12-01",
            "2027-12-31",
            "gelden van 1 december 2026 tot en met 31 december 2027.",
            "apply from 1 December 2026 until 31 December 2027.",
        ),
    ],
)
def test_rules_are_past_once_their_last_day_is_before_the_day_of_asking(
    letter_writer: LetterWriter, van: str, tot: str | None, nl: str, en: str
) -> None:
    asked = date(2026, 11, 30)
    geldig = Validity(date.fromisoformat(van), date.fromisoformat(tot) if tot else None)
    for taal, said in (("nl", f"Deze regels {nl}"), ("en", f"These rules {en}")):
        assessment = letter_writer.beoordelaar.beoordeel(Situatie(asked, GEBOORTE, ("wazo.geboorteverlof",)), taal)
        answer = replace(assessment.verlofsoorten[0], geldig=geldig)
        html = kaart_html(letter_writer.beoordelaar, letter_writer.brieven, answer, asked, taal)
        assert said in " ".join(Page(html).text)


@pytest.mark.parametrize(
    ("taal", "assumed", "not_known"),
    [("nl", "We zijn uitgegaan van", "Je weet nog niet:"), ("en", "We assumed", "You do not know yet:")],
)
def test_the_card_says_in_a_sentence_of_its_own_what_somebody_does_not_know(
    letter_writer: LetterWriter, taal: str, assumed: str, not_known: str
) -> None:
    situatie = Situatie(date(2026, 11, 30), EMPLOYED, ("bw.vakantie",), niet_bekend=("werkgeverBelang",))
    text = " ".join(Page(card(letter_writer, situatie, taal)).text)
    assert not_known in text
    assert assumed not in text
