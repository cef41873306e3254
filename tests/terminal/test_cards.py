"""An answer as cards in the terminal: the words of the card on paper, never the names of the API."""

from datetime import date
from decimal import Decimal
from io import StringIO
from random import Random

import pytest
from rich.console import Console

from tests.support.real_rules import real_library
from tests.support.situations import Situations
from verlof_api.assessment import Beoordelaar, Situatie
from verlof_api.card.writer import Kaart
from verlof_api.letters.model import Brieven
from verlof_api.terminal import cards, open_questions

DAY = date(2026, 11, 22)
SICK_CHILD = Situatie(DAY, {"urenPerWeek": Decimal(32), "uurloon": Decimal(20)}, ("wazo.kortdurend-zorgverlof",))


@pytest.fixture(scope="module")
def brieven(real_beoordelaar: Beoordelaar) -> Brieven:
    return real_library().brieven


def printed(beoordelaar: Beoordelaar, brieven: Brieven, situatie: Situatie, taal: str) -> str:
    out = StringIO()
    leaves = beoordelaar.beoordeel(situatie, taal).verlofsoorten
    cards(leaves, situatie.peildatum, beoordelaar, brieven, taal, Console(file=out, width=1000))
    return out.getvalue()


@pytest.mark.parametrize(
    ("taal", "said"),
    [
        (
            "nl",
            [
                "Dat weten we nog niet",
                "✓ Je bent in dienst op de eerste dag",
                "- 70% van je loon, van je werkgever",
                "- 14,99 euro bruto per uur (schatting), op 22 november 2026",
                "- Uiterlijk melden of vragen: 22 november 2026",
                "Mag je werkgever nee zeggen?",
            ],
        ),
        (
            "en",
            [
                "We do not know yet",
                "✓ You are employed on the first day",
                "- 70% of your wages, from your employer",
                "- 14.99 euro gross per hour (estimate), on 22 November 2026",
                "- Tell or ask at the latest: 22 November 2026",
                "May your employer say no?",
            ],
        ),
    ],
)
def test_a_card_speaks_the_language_of_the_answer(
    real_beoordelaar: Beoordelaar, brieven: Brieven, taal: str, said: list[str]
) -> None:
    text = printed(real_beoordelaar, brieven, SICK_CHILD, taal)
    assert [words for words in said if words not in text] == []


@pytest.mark.parametrize("taal", ["nl", "en"])
def test_every_line_of_the_card_on_paper_is_printed(real_beoordelaar: Beoordelaar, brieven: Brieven, taal: str) -> None:
    maker = Situations(real_beoordelaar.rulebook, Random(11))
    for _ in range(10):
        situatie = maker.any()
        text = printed(real_beoordelaar, brieven, situatie, taal)
        language = real_beoordelaar.languages[taal]
        for leave in real_beoordelaar.beoordeel(situatie, taal).verlofsoorten:
            kaart = Kaart(leave, real_beoordelaar.rulebook, brieven, language, situatie.peildatum)
            lines = [regel.tekst for regels in kaart.headings().values() for regel in regels]
            assert {leave.naam, kaart.oordeel()} <= {part.strip(" │╭╮─\n") for part in text.splitlines()}
            assert [line for line in lines if line not in text] == []


@pytest.mark.parametrize(("names", "said"), [(False, "Hoe werk je?\n"), (True, "Hoe werk je? (arbeidsrelatie)\n")])
def test_what_is_still_to_tell_is_named_for_who_writes_a_message(
    real_beoordelaar: Beoordelaar, names: bool, said: str
) -> None:
    out = StringIO()
    questions = real_beoordelaar.beoordeel(SICK_CHILD).volgende_vragen
    open_questions(questions, "nl", Console(file=out, width=1000), names=names)
    assert out.getvalue().startswith(f"Vertel ook:\n  - {said}")
