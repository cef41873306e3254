"""The interview in the terminal: what is typed, and what is said."""

from collections.abc import Callable, Iterator
from io import StringIO

import pytest
from rich.console import Console

from tests.support.real_rules import real_situations
from verlof_api.interview import Interviewer
from verlof_api.letters.model import Brieven
from verlof_api.phrases import phrases_in
from verlof_api.terminal import Dialogue

Talk = Callable[..., str]
DAY = "2026-11-22"


def words(name: str, taal: str = "nl") -> str:
    """What the interview says, by its name in words/<taal>/terminal.yaml."""
    return str(phrases_in(taal)["terminal"]["gesprek"][name])


@pytest.fixture
def talk(interviewer: Interviewer, brieven: Brieven) -> Talk:
    """What is said when these lines are typed and then no more."""

    def talk(*typed: str, situatie: str | None = "kind-opvang-belt", taal: str = "nl") -> str:
        lines: Iterator[str] = iter(typed)
        out = StringIO()
        who = Interviewer(interviewer.beoordelaar, interviewer.intake, interviewer.vandaag, taal)
        console = Console(file=out, width=100)
        dialogue = Dialogue(who, real_situations(), brieven, console, lambda: next(lines, None))
        dialogue.hold(situatie, peildatum=DAY)
        return " ".join(out.getvalue().split())

    return talk


def test_own_words_find_the_situation(talk: Talk) -> None:
    said = talk("de opvang belt, me kind is ziek", "1", situatie=None)
    assert "moet worden opgehaald" in said
    assert "Hoe werk je?" in said


def test_the_list_shows_every_situation(talk: Talk, interviewer: Interviewer) -> None:
    said = talk("lijst", situatie=None)
    titles = [each.teksten["nl"].titel for each in real_situations().levenssituaties.values()]
    assert len(titles) == 77
    assert all(" ".join(title.split()) in said for title in titles)


def test_words_that_say_nothing_are_asked_again(talk: Talk) -> None:
    assert words("niets-gevonden") in talk("xyzzy plugh", situatie=None)


@pytest.mark.parametrize("typed", ["?", ""])
def test_help_before_there_is_a_situation_says_what_can_be_typed(talk: Talk, typed: str) -> None:
    said = talk("mijn vrouw is bevallen", typed, "1", situatie=None)
    assert words("hoe-begin") in said
    assert words("niets-gevonden") not in said
    assert "Vraag 1." in said


def test_a_number_chooses_from_the_list_above_it_also_after_words_that_say_nothing(talk: Talk) -> None:
    assert "Vraag 1." in talk("mijn vrouw is bevallen", "xyzzy plugh", "1", situatie=None)


def test_there_is_nothing_before_what_is_going_on(talk: Talk) -> None:
    assert words("geen-vorige") in talk("<", situatie=None)


def test_who_does_not_know_what_to_say_gets_the_list(talk: Talk) -> None:
    assert talk("-", situatie=None) == talk("lijst", situatie=None)


@pytest.mark.parametrize(("taal", "said"), [("nl", "! Antwoord met ja of nee"), ("en", "! Answer yes or no")])
def test_who_does_not_answer_yes_or_no_is_asked_to(talk: Talk, taal: str, said: str) -> None:
    told = talk("1", "misschien", taal=taal)
    assert said in told
    assert "true" not in told


def test_an_empty_answer_says_how_to_skip_and_asks_again(talk: Talk) -> None:
    said = talk("")
    assert said.count(words("hoe")) == 2
    assert said.count("Vraag 1.") == 2
    assert "!" not in said


def test_a_question_that_no_longer_decides_about_the_right_does_not_count_down_to_it(talk: Talk) -> None:
    said = talk("1", "ja", "0")
    assert words("staat-vast") in said
    assert "Vraag 4. 2 van 2 verloven staan vast." in said
    assert "hoogstens 0" not in said


@pytest.mark.parametrize("typed", ["1", "in loondienst", "In loondienst", "werknemer", "employed"])
def test_an_option_is_chosen_by_its_number_its_words_or_its_id(talk: Talk, typed: str) -> None:
    said = talk(typed)
    assert ("Vraag 2." in said) is (typed != "employed")


def test_a_wrong_answer_is_told_in_the_words_of_the_api_and_asked_again(talk: Talk) -> None:
    said = talk("99")
    assert "! Dit is geen mogelijke keuze." in said
    assert said.count("Vraag 1.") == 2


def test_help_explains_and_says_which_leaves_it_decides(talk: Talk) -> None:
    said = talk("?")
    assert "Je soort werk bepaalt welke wet voor je geldt." in said
    assert "Calamiteiten- en kort verzuimverlof, Kortdurend zorgverlof" in said


@pytest.mark.parametrize("back", ["<", "terug", "back"])
def test_there_is_a_way_back_that_keeps_the_answers(talk: Talk, back: str) -> None:
    said = talk("1", back, "")
    assert "Eerst zei je: in loondienst" in said
    assert said.count("Vraag 2.") == 2


def test_a_day_that_was_told_is_shown_as_people_write_it(talk: Talk) -> None:
    assert "Eerst zei je: 2 maart 2027." in talk("2027-03-02", "<", situatie="zzp-zwanger")


def test_the_first_question_has_nothing_before_it(talk: Talk) -> None:
    assert words("geen-vorige") in talk("<")


def test_the_progress_is_told(talk: Talk) -> None:
    assert "0 van 2 verloven staan vast" in talk()
    assert "1 van 2 verloven staan vast" in talk("1", "ja")


@pytest.mark.parametrize("end", [[], ["stop"], ["q"]])
def test_stopping_or_running_out_of_input_gives_the_answer_so_far(talk: Talk, end: list[str]) -> None:
    said = talk("1", "ja", *end)
    first, second = said.split("─ Kortdurend zorgverlof ─")
    assert "│ Ja, je hebt er recht op" in first
    assert "│ Dat weten we nog niet" in second
    assert "Vertel ook: - Hoeveel uur heb je al gebruikt van dit verlof: kortdurend zorgverlof?" in second


def test_stopping_before_there_is_a_situation_says_nothing_more(talk: Talk) -> None:
    assert "recht" not in talk("stop", situatie=None)


def test_what_can_be_used_first_stands_on_top(talk: Talk) -> None:
    said = talk("1", "ja", "0", "-", "-")
    assert said.index("─ Calamiteiten- en kort verzuimverlof ─") < said.index("─ Kortdurend zorgverlof ─")


def test_it_talks_english_too(talk: Talk) -> None:
    said = talk("1", "yes", "0", taal="en")
    assert "How do you work?" in said
    assert words("staat-vast", "en") in said


@pytest.mark.parametrize("typed", ["1", "mijn contract loopt door"])
def test_a_day_that_does_not_exist_is_answered_by_number_or_in_words(talk: Talk, typed: str) -> None:
    said = talk("2027-02-01", "werknemer", typed, situatie="ik-ben-zwanger")
    assert "Wat is of was je laatste dag bij je werkgever? 1 Mijn contract loopt door" in said
    assert words("staat-vast") in said


def test_a_situation_outside_the_law_of_leave_says_where_to_look(talk: Talk) -> None:
    assert "Kolven en voeden is werktijd" in talk(situatie="kolven")


@pytest.mark.parametrize(
    ("situatie", "typed", "told"),
    [
        ("zzp-zwanger", ["2-3-2027"], "Vraag 2."),
        ("zzp-zwanger", ["2027-03-02"], "Vraag 2."),
        ("zzp-zwanger", ["2027-02-30"], "! Dit moet een bestaande datum zijn"),
        (
            "te-vroeg",
            ["1", "2026-09-01", "2026-08-30", "1", "2026-09-01 2026-10-30, 1-11-2026 t/m 5-11-2026"],
            "Vraag 6.",
        ),
        ("te-vroeg", ["1", "2026-09-01", "2026-08-30", "1", "geen"], "Vraag 6."),
        ("te-vroeg", ["1", "2026-09-01", "2026-08-30", "1", "2026-09-01"], "! Van en tot en met, zoals"),
        ("te-vroeg", ["1", "2026-09-01", "2026-08-30", "1", "weet ik niet"], "! Van en tot en met, zoals"),
        ("bijna-1", ["1", "12,5", "0"], "Vraag 3."),
        ("bijna-1", ["1", "twaalf", "0"], "! Typ een getal, zoals 32 of 12,5."),
    ],
)
def test_days_periods_and_numbers_are_typed_as_people_write_them(
    talk: Talk, situatie: str, typed: list[str], told: str
) -> None:
    assert told in talk(*typed, situatie=situatie)
