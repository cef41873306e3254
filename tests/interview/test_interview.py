"""An interview as an object: what it keeps, how it goes back, and what it refuses."""

from decimal import Decimal

import pytest

from verlof_api.intake import InputErrors
from verlof_api.interview import Interview, Interviewer

DAY = "2026-11-22"


@pytest.fixture
def sick_child(interviewer: Interviewer) -> Interview:
    return interviewer.begin(situatie="kind-opvang-belt", peildatum=DAY)


def asked(interview: Interview) -> str | None:
    return interview.question and interview.question.feit


def test_a_step_leaves_the_interview_before_it_as_it_was(sick_child: Interview) -> None:
    sick_child.tell("werknemer")
    assert (asked(sick_child), dict(sick_child.request["feiten"])) == ("arbeidsrelatie", {})


def test_what_is_told_is_not_asked_again(sick_child: Interview) -> None:
    assert asked(sick_child.tell("werknemer")) != "arbeidsrelatie"


def test_what_is_not_known_stays_open_and_is_not_asked_again(sick_child: Interview) -> None:
    passed = sick_child.pass_over()
    assert asked(passed) != "arbeidsrelatie"
    assert all("arbeidsrelatie" in leave.ontbrekende_feiten for leave in passed.assessment.verlofsoorten)


def test_going_back_shows_the_question_with_its_answer_and_keeps_the_later_ones(sick_child: Interview) -> None:
    further = sick_child.tell("werknemer").tell(True)
    back = further.back().back()
    assert (asked(back), back.told) == ("arbeidsrelatie", "werknemer")
    changed = back.tell("ambtenaar")
    assert changed.request["feiten"] == {"arbeidsrelatie": "ambtenaar", "zorgNoodzakelijk": True}
    assert asked(changed) == asked(further) == asked(back.keep())


def test_what_was_not_known_can_be_told_after_going_back(sick_child: Interview) -> None:
    told = sick_child.pass_over().back().tell("werknemer")
    assert told.request == {**sick_child.request, "feiten": {"arbeidsrelatie": "werknemer"}}


def test_there_is_nothing_before_the_first_question(sick_child: Interview) -> None:
    assert sick_child.back() is sick_child


@pytest.mark.parametrize(("value", "code"), [("werknemr", "ongeldige-keuze"), (3, "verkeerd-type")])
def test_a_wrong_answer_is_refused_as_the_api_refuses_it(sick_child: Interview, value: object, code: str) -> None:
    with pytest.raises(InputErrors) as refused:
        sick_child.tell(value)
    assert [(each["in"], each["code"]) for each in refused.value.fouten] == [("feiten.arbeidsrelatie", code)]


def test_a_request_that_the_api_refuses_does_not_begin(interviewer: Interviewer) -> None:
    with pytest.raises(InputErrors):
        interviewer.begin(situatie="kind-opvangt-belt")


@pytest.fixture
def pregnant(interviewer: Interviewer) -> Interview:
    facts = {"arbeidsrelatie": "werknemer", "rolBijKind": "bevallen-ouder"}
    facts["vermoedelijkeBevallingsdatum"] = "2027-02-01"
    return interviewer.begin(peildatum=DAY, verlofsoorten=["wazo.uitkering-nawerking"], feiten=facts)


def test_a_day_that_does_not_exist_has_another_answer_that_settles_it(pregnant: Interview) -> None:
    assert asked(pregnant) == "dienstverbandEinde"
    settled = pregnant.tell_otherwise()
    assert settled.assessment.verlofsoorten[0].oordeel == "geen-recht"
    assert settled.question is None


def test_the_day_and_its_other_answer_take_each_others_place(pregnant: Interview) -> None:
    back = pregnant.pass_over().back().tell_otherwise().back()
    assert (asked(back), back.told) == ("dienstverbandEinde", "Mijn contract loopt door")
    told = back.tell("2027-01-20")
    assert told.request["feiten"] == {**pregnant.request["feiten"], "dienstverbandEinde": "2027-01-20"}
    assert told.back().tell_otherwise().request["feiten"] == {
        **pregnant.request["feiten"],
        "dienstverbandLooptDoor": True,
    }


def test_who_is_no_longer_employed_is_not_offered_that_the_job_goes_on(interviewer: Interviewer) -> None:
    facts = {"arbeidsrelatie": "ex-werknemer", "rolBijKind": "bevallen-ouder"}
    interview = interviewer.begin(peildatum=DAY, verlofsoorten=["wazo.uitkering-nawerking"], feiten=facts)
    (end,) = [each for each in interview.assessment.volgende_vragen if each.feit == "dienstverbandEinde"]
    assert end.ofwel is None


def test_hours_can_be_known_of_one_leave_and_not_of_another(interviewer: Interviewer) -> None:
    facts = {"arbeidsrelatie": "werknemer", "betrokkene": "ouder", "toestand": "ziek", "zorgNoodzakelijk": True}
    leaves = ["wazo.kortdurend-zorgverlof", "wazo.langdurend-zorgverlof"]
    interview = interviewer.begin(peildatum=DAY, verlofsoorten=leaves, feiten=facts)
    assert list(interview.question.per_verlof) == leaves
    told = interview.tell({leaves[0]: Decimal(0)})
    assert asked(told) != "opgenomenUren"
    assert [leave.oordeel for leave in told.assessment.verlofsoorten] == ["recht", "vraag-nodig"]
    assert told.request["nietBekend"] == ["opgenomenUren"]


def test_hours_used_of_another_leave_are_asked_about_that_leave(interviewer: Interviewer) -> None:
    """The paid weeks of parental leave are part of all its weeks (Wazo 6:3)."""
    paid, every = "wazo.betaald-ouderschapsverlof", "wazo.ouderschapsverlof"
    facts = {
        "arbeidsrelatie": "werknemer",
        "rolBijKind": "bevallen-ouder",
        "geboortedatumKind": "2026-09-01",
        "urenPerWeek": 32,
        "opgenomenUren": {every: 10},
    }
    interview = interviewer.begin(situatie="bijna-1", verlofsoorten=[every], peildatum=DAY, feiten=facts)
    assert (asked(interview), interview.question.per_verlof) == ("opgenomenUren", (paid,))
    told = interview.tell({paid: 10})
    assert told.request["feiten"]["opgenomenUren"] == {every: 10, paid: 10}
    assert told.settled == 1


def test_the_progress_counts_the_questions_left_and_the_leaves_settled(sick_child: Interview) -> None:
    assert (sick_child.settled, sick_child.leaves) == (0, 2)
    self_employed = sick_child.tell("zelfstandige")
    assert (self_employed.settled, self_employed.open_questions, self_employed.question) == (2, 0, None)
