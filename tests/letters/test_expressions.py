"""What a letter says in the language of rules stands there when that is surely so; a day nobody knows is not named."""

from dataclasses import replace as replaced
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from tests.support.real_rules import real_library
from verlof_api.assessment import Situatie
from verlof_api.law import RulebookError
from verlof_api.law.strict_yaml import Passage
from verlof_api.letters import LetterWriter, als_tekst
from verlof_api.letters.expressions import Expressions
from verlof_api.letters.model import AlineaRegel

TODAY = date(2026, 11, 22)
MOTHER = {"arbeidsrelatie": "werknemer", "urenPerWeek": Decimal(32), "rolBijKind": "bevallen-ouder"}
EMPLOYEE = {
    "arbeidsrelatie": "werknemer",
    "urenPerWeek": Decimal(32),
    "dienstverbandBegin": date(2020, 1, 1),
    "eerderVerzoek": False,
    "aowLeeftijdBereikt": False,
    "caoAfwijking": "geen",
}
PARENT = {"rolBijKind": "juridisch-ouder", "juridischOuder": True, "geboortedatumKind": date(2024, 1, 1)}
CARER = {"betrokkene": "ouder", "toestand": "levensbedreigend-ziek", "rolBijKind": "geen"}


def letter(letter_writer: LetterWriter, leave: str, day: date = TODAY, /, **told: Any) -> str:
    return " ".join(als_tekst(letter_writer.write(Situatie(day, told), leave)).split())


def twins(letter_writer: LetterWriter, due: date, **more: Any) -> str:
    day = date(due.year - 1, 12, 1)
    return letter(letter_writer, "wazo.zwangerschapsverlof", day, **MOTHER, vermoedelijkeBevallingsdatum=due, **more)


def test_more_than_one_child_is_told_where_the_law_then_gives_an_earlier_start(letter_writer: LetterWriter) -> None:
    said = "Ik verwacht meer dan één kind"
    assert said in twins(letter_writer, date(2027, 3, 10), aantalKinderen=2)
    assert said not in twins(letter_writer, date(2027, 3, 10), aantalKinderen=1)
    assert said not in twins(letter_writer, date(2027, 3, 10))
    assert said not in twins(letter_writer, date(2014, 3, 10), aantalKinderen=2)


@pytest.mark.parametrize(("told", "said"), [(PARENT, "Ik ben ouder van een kind"), (CARER, "Ik zorg voor iemand")])
def test_a_small_employer_reads_why_the_act_applies_and_a_large_one_nothing_of_child_or_care(
    letter_writer: LetterWriter, told: dict[str, Any], said: str
) -> None:
    asked = {**EMPLOYEE, **told, "gewensteIngangsdatum": date(2027, 3, 1)}
    assert said in letter(letter_writer, "wfw.werktijd", **asked, werkgeverGrootte=6)
    large = letter(letter_writer, "wfw.werktijd", **asked, werkgeverGrootte=60)
    assert "Ik ben ouder" not in large
    assert "Ik zorg" not in large


def test_who_asks_too_late_names_the_day_on_which_it_can_be(letter_writer: LetterWriter) -> None:
    told = {**MOTHER, **PARENT, "geboortedatumKind": date(2025, 6, 1)}
    late = letter(letter_writer, "wazo.ouderschapsverlof", **told, gewensteIngangsdatum=date(2026, 12, 10))
    assert "Kan dat niet, dan vraag ik het vanaf 22 januari 2027." in late
    timely = letter(letter_writer, "wazo.ouderschapsverlof", **told, gewensteIngangsdatum=date(2027, 2, 10))
    assert "dan vraag ik het vanaf" not in timely


def test_a_name_that_the_law_does_not_know_is_refused_where_it_stands() -> None:
    library = real_library()
    brieven = library.brieven
    letters = brieven.verlofsoorten["wazo.kraamverlof"]
    wrong = AlineaRegel("hoeveel", als=Passage("sneeuwvrij > 1", "wazo/kraamverlof/brief.yaml", 9))
    letter = letters.varianten["melding"]
    changed = replaced(letters, varianten={"melding": replaced(letter, alineas=(wrong,))})
    with pytest.raises(RulebookError, match=r"wazo/kraamverlof/brief\.yaml:9: .*sneeuwvrij"):
        Expressions(
            library.beoordelaar,
            replaced(brieven, verlofsoorten={**brieven.verlofsoorten, "wazo.kraamverlof": changed}),
        )


def test_before_the_law_spared_parents_no_letter_to_a_small_employer_says_that_it_does(
    letter_writer: LetterWriter,
) -> None:
    parent = {**PARENT, "geboortedatumKind": date(2018, 1, 1), "werkgeverGrootte": 6}
    asked = {**EMPLOYEE, "dienstverbandBegin": date(2010, 1, 1), **parent, "gewensteIngangsdatum": date(2021, 6, 1)}
    assert "2a" not in letter(letter_writer, "wfw.arbeidsduur", date(2021, 1, 4), **asked)
