"""The request for a letter: the body of an assessment with a few fields more, and all mistakes at once."""

from datetime import date
from typing import Any

import pytest

from tests.support.real_rules import real_library, real_situations
from verlof_api.intake import InputErrors
from verlof_api.law import Rulebook
from verlof_api.letters.request import BriefIntake, BriefVraag

VANDAAG = date(2026, 11, 22)
BODY = {
    "peildatum": "2026-11-22",
    "feiten": {"arbeidsrelatie": "werknemer"},
    "verlofsoort": "wazo.kortdurend-zorgverlof",
    "variant": "melding",
}


@pytest.fixture(scope="module")
def intake(real_rulebook: Rulebook) -> BriefIntake:
    return BriefIntake(real_rulebook, real_situations(), real_library().brieven)


def mistakes(intake: BriefIntake, body: Any) -> set[tuple[str, str]]:
    with pytest.raises(InputErrors) as refused:
        intake.vraag(body, VANDAAG)
    return {(str(each["in"]), str(each["code"])) for each in refused.value.fouten}


def test_the_body_of_an_assessment_with_a_leave_and_a_letter_is_a_request(intake: BriefIntake) -> None:
    vraag = intake.vraag(BODY, VANDAAG)
    assert isinstance(vraag, BriefVraag)
    assert (vraag.verlofsoort, vraag.variant) == ("wazo.kortdurend-zorgverlof", "melding")
    assert vraag.situatie.feiten == {"arbeidsrelatie": "werknemer"}
    assert (vraag.formaat, vraag.taal) == (None, None)


def test_format_and_language_can_be_chosen(intake: BriefIntake) -> None:
    vraag = intake.vraag({**BODY, "formaat": "docx", "taal": "nl+en"}, VANDAAG)
    assert (vraag.formaat, vraag.taal) == ("docx", "nl+en")


def test_all_mistakes_come_at_once(intake: BriefIntake) -> None:
    body = {
        "feiten": {"urenPerWeek": 99},
        "verlofsoort": "wazo.zorg",
        "variant": "kaart",
        "formaat": "pdf",
        "naam": "x",
    }
    assert mistakes(intake, body) == {
        ("feiten.urenPerWeek", "buiten-bereik"),
        ("verlofsoort", "onbekende-verlofsoort"),
        ("variant", "ongeldige-keuze"),
        ("formaat", "ongeldige-keuze"),
        ("naam", "onbekend-veld"),
    }


@pytest.mark.parametrize("body", [None, [], "brief", 3])
def test_what_is_no_object_is_refused(intake: BriefIntake, body: Any) -> None:
    assert mistakes(intake, body) == {("$", "verkeerd-type")}
