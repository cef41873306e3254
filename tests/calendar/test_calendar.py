"""The calendar: stable and unique UIDs, whole days inside their window, and no reminder for what has passed."""

import doctest
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from random import Random
from typing import Any

import icalendar
import pytest
import vobject
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.support.answers import assessed
from tests.support.language import steady
from tests.support.real_rules import real_folder
from tests.support.situations import Situations
from verlof_api.assessment import Beoordelaar, Situatie
from verlof_api.calendar import lines
from verlof_api.calendar.book import load_agenda
from verlof_api.calendar.moments import VERDICTS
from verlof_api.calendar.writer import Agenda
from verlof_api.law import Rulebook

TODAY = date(2026, 11, 22)
PARTNER = {
    "arbeidsrelatie": "werknemer",
    "urenPerWeek": Decimal(32),
    "rolBijKind": "andere-ouder",
    "relatieTotMoeder": "gehuwd",
    "geboortedatumKind": date(2026, 11, 1),
    "geboorteverlofOpgenomen": False,
}
BIRTH, PARENTAL = "wazo.geboorteverlof", "wazo.ouderschapsverlof"


@pytest.fixture(scope="module")
def agenda(real_rulebook: Rulebook) -> Agenda:
    return Agenda(real_rulebook, load_agenda(real_folder(), real_rulebook).or_raise())


class Calendar:
    """A calendar as the first parser reads it back."""

    def __init__(self, agenda: Agenda, beoordelaar: Beoordelaar, situatie: Situatie, taal: str = "nl") -> None:
        self.answer = assessed(beoordelaar, situatie, taal)
        assessment = beoordelaar.beoordeel(situatie, taal)
        self.bytes = agenda.agenda(assessment, situatie, taal, beoordelaar.wishes)
        self.events: list[Any] = icalendar.Calendar.from_ical(self.bytes).walk("VEVENT")

    def titles(self) -> dict[str, date]:
        return {str(event["SUMMARY"]): event["DTSTART"].dt for event in self.events}

    def uids(self) -> list[str]:
        return [str(event["UID"]) for event in self.events]


@pytest.fixture
def calendar(agenda: Agenda, real_beoordelaar: Beoordelaar) -> Any:
    def calendar(peildatum: date = TODAY, taal: str = "nl", /, *verlofsoorten: str, **feiten: Any) -> Calendar:
        situatie = Situatie(peildatum, {**PARTNER, **feiten}, verlofsoorten or (BIRTH,))
        return Calendar(agenda, real_beoordelaar, situatie, taal)

    return calendar


# --- what is in it ------------------------------------------------------------------------------


def test_the_last_paid_day_is_told_once(calendar: Any) -> None:
    told = {"rolBijKind": "juridisch-ouder", "geboortedatumKind": date(2025, 11, 28)}
    made = calendar(TODAY, "nl", "wazo.betaald-ouderschapsverlof", **told)
    last = [
        event["DTSTART"].dt for event in made.events if str(event["SUMMARY"]).startswith("Laatste dag voor Betaald")
    ]
    assert last == [date(2026, 11, 27)]


def test_what_cannot_be_yet_has_its_first_and_its_last_day(calendar: Any) -> None:
    """A father whose child is three days old: additional birth leave comes after the week of birth leave."""
    born = date(2026, 11, 19)
    made = calendar(TODAY, "nl", "wazo.aanvullend-geboorteverlof", geboortedatumKind=born)
    (leave,) = made.answer["verlofsoorten"]
    assert leave["oordeel"] == "nog-niet"
    first = date.fromisoformat(leave["nogNiet"]["vanaf"])
    assert made.titles()["Eerste dag voor Aanvullend geboorteverlof"] == first
    assert max(made.titles().values()) > first
    assert not [title for title in made.titles() if title.endswith(" begint")]


def test_birth_leave_ends_on_the_last_day_of_the_four_weeks(calendar: Any) -> None:
    assert calendar().titles()["Laatste dag voor Geboorteverlof"] == date(2026, 11, 29)


@pytest.mark.parametrize(
    "wish", [{"gewensteWeken": Decimal(2)}, {"gewensteUren": Decimal(72), "urenPerWeek": Decimal(36)}]
)
def test_weeks_and_hours_give_the_leave_its_last_day(calendar: Any, wish: dict[str, Any]) -> None:
    made = calendar(TODAY, "nl", PARENTAL, gewensteIngangsdatum=date(2027, 1, 25), juridischOuder=True, **wish)
    (leave,) = [event for event in made.events if str(event["SUMMARY"]) == "Ouderschapsverlof"]
    assert (leave["DTSTART"].dt, leave["DTEND"].dt) == (date(2027, 1, 25), date(2027, 2, 8))


def test_part_of_a_week_gives_no_last_day_that_nobody_told(calendar: Any) -> None:
    wish = {"gewensteIngangsdatum": date(2027, 1, 25), "gewensteUren": Decimal(8), "urenPerWeek": Decimal(36)}
    made = calendar(TODAY, "nl", PARENTAL, juridischOuder=True, **wish)
    assert not [event for event in made.events if event["TRANSP"] == "OPAQUE"]


def test_the_days_of_the_leave_are_one_event_that_takes_time(calendar: Any) -> None:
    made = calendar(gewensteIngangsdatum=date(2026, 11, 23), gewensteEinddatum=date(2026, 11, 27))
    (leave,) = [event for event in made.events if str(event["SUMMARY"]) == "Geboorteverlof"]
    assert (leave["DTSTART"].dt, leave["DTEND"].dt) == (date(2026, 11, 23), date(2026, 11, 28))
    assert leave["TRANSP"] == "OPAQUE"


def test_leave_days_outside_the_window_are_not_in_the_calendar(calendar: Any) -> None:
    made = calendar(gewensteIngangsdatum=date(2026, 11, 25), gewensteEinddatum=date(2026, 12, 20))
    (leave,) = [event for event in made.events if str(event["SUMMARY"]) == "Geboorteverlof"]
    assert leave["DTEND"].dt == date(2026, 11, 30)


def test_a_leave_that_is_refused_gives_no_events(calendar: Any) -> None:
    assert calendar(arbeidsrelatie="zelfstandige").events == []


def test_an_event_names_the_law_and_links_to_it(calendar: Any) -> None:
    last_day = next(event for event in calendar().events if "Laatste dag" in event["SUMMARY"])
    assert "Wet arbeid en zorg, 4:2 lid 1" in last_day["DESCRIPTION"]
    assert str(last_day["URL"]).startswith("https://wetten.overheid.nl/jci1.3:c:BWBR0013008&artikel=4:2")


def test_the_calendar_speaks_english(calendar: Any) -> None:
    assert calendar(TODAY, "en").titles()["Last day for Birth leave (geboorteverlof)"] == date(2026, 11, 29)


def test_no_title_tells_of_a_child_in_hospital_or_of_a_death(agenda: Agenda, real_rulebook: Rulebook) -> None:
    for taal, telling in (("nl", ("ziekenhuis", "opname", "overle")), ("en", ("hospital", "admission", "death"))):
        woorden = agenda.boek.woorden[taal]
        titles = [each["titel"] for part in ("termijnen", "gebeurtenissen") for each in woorden[part].values()]
        titles += [
            agenda.boek.naam(id, str(soort.teksten[taal].naam), taal)
            for id, soort in real_rulebook.verlofsoorten.items()
        ]
        assert [title for title in titles if any(word in title.lower() for word in telling)] == []


def test_two_leaves_with_one_day_share_an_event_that_names_both(calendar: Any) -> None:
    told = {"rolBijKind": "juridisch-ouder", "gewensteIngangsdatum": date(2027, 3, 1), "gewensteWeken": Decimal(2)}
    made = calendar(TODAY, "nl", "wazo.betaald-ouderschapsverlof", PARENTAL, **told)
    both = "Betaald ouderschapsverlof en ouderschapsverlof"
    assert made.titles()[f"Uiterlijk vragen of melden: {both}"] == date(2027, 1, 1)
    assert [str(each["SUMMARY"]) for each in made.events if each["TRANSP"] == "OPAQUE"] == [both]
    assert (
        made.titles()["Laatste dag voor Ouderschapsverlof"]
        != made.titles()["Laatste dag voor Betaald ouderschapsverlof"]
    )


def test_what_was_told_to_the_employer_is_no_day_to_tell_it_any_more(calendar: Any) -> None:
    wish = {"juridischOuder": True, "gewensteIngangsdatum": date(2027, 3, 1), "gewensteWeken": Decimal(2)}
    days = "Uiterlijk vragen of melden: Ouderschapsverlof"
    assert days in calendar(TODAY, "nl", PARENTAL, **wish).titles()
    assert days not in calendar(TODAY, "nl", PARENTAL, meldingsdatum=TODAY, **wish).titles()
    assert days in calendar(TODAY, "nl", PARENTAL, meldingsdatum=TODAY + timedelta(days=1), **wish).titles()


def test_nobody_waits_for_an_answer_to_what_was_not_asked(calendar: Any) -> None:
    mother = {
        "rolBijKind": "bevallen-ouder",
        "relatieTotMoeder": None,
        "geboorteverlofOpgenomen": None,
        "geboortedatumKind": date(2026, 10, 20),
    }
    answer = "Antwoord van je werkgever: Bevallingsverlof spreiden"
    spread = "wazo.bevallingsverlof-gespreid"
    assert answer not in calendar(date(2026, 11, 1), "nl", spread, **mother).titles()
    asked = calendar(date(2026, 11, 2), "nl", spread, meldingsdatum=date(2026, 11, 1), **mother)
    assert asked.titles()[answer] == date(2026, 11, 15)
    answered = {"werkgeverAntwoord": "toegekend", "werkgeverAntwoordDatum": date(2026, 11, 2)}
    assert (
        answer
        not in calendar(date(2026, 11, 2), "nl", spread, meldingsdatum=date(2026, 11, 1), **answered, **mother).titles()
    )


def test_what_the_employer_must_do_is_not_asked_of_the_employee(calendar: Any) -> None:
    wish = {"gewensteIngangsdatum": date(2027, 3, 1), "gewensteWeken": Decimal(2)}
    told = {"rolBijKind": "juridisch-ouder", "geboortedatumKind": date(2026, 6, 1)}
    made = calendar(TODAY, "nl", "wazo.betaald-ouderschapsverlof", **told, **wish)
    (change,) = [event for event in made.events if "mag nog wijzigen" in event["SUMMARY"]]
    assert "Je werkgever doet dit op papier of per e-mail." in change["DESCRIPTION"]
    assert "Doe het" not in change["DESCRIPTION"]


def test_the_last_day_to_ask_for_money_stands_there_once(calendar: Any) -> None:
    told = {"rolBijKind": "juridisch-ouder", "geboortedatumKind": date(2026, 3, 1)}
    titles = calendar(TODAY, "nl", "wazo.betaald-ouderschapsverlof", **told).titles()
    assert [title for title in titles if "UWV" in title or "geld" in title] == [
        "Laatste dag om geld te vragen: Betaald ouderschapsverlof"
    ]


# --- what has passed ----------------------------------------------------------------------------


def test_a_deadline_that_has_passed_says_so_and_has_no_reminder(calendar: Any) -> None:
    notice = next(event for event in calendar().events if "vragen of melden" in event["SUMMARY"])
    assert str(notice["SUMMARY"]).startswith("Voorbij: ")
    assert notice.walk("VALARM") == []


def test_a_first_day_that_has_passed_is_left_out(calendar: Any) -> None:
    assert not any("Eerste dag" in title for title in calendar().titles())


def test_a_reminder_sounds_at_nine_the_days_before(calendar: Any) -> None:
    last_day = next(event for event in calendar().events if "Laatste dag" in event["SUMMARY"])
    triggers = [alarm["TRIGGER"].dt for alarm in last_day.walk("VALARM")]
    assert triggers == [timedelta(hours=9) - timedelta(days=7)]


def test_a_reminder_that_would_sound_before_today_is_left_out(calendar: Any) -> None:
    made = calendar(date(2026, 11, 23))
    assert next(event for event in made.events if "Laatste dag" in event["SUMMARY"]).walk("VALARM") == []


# --- importing again ----------------------------------------------------------------------------


def test_the_same_question_on_the_same_day_gives_the_same_bytes(calendar: Any) -> None:
    assert calendar().bytes == calendar().bytes


def test_a_later_answer_has_the_same_uids_and_a_higher_sequence(calendar: Any) -> None:
    before, after = calendar(), calendar(TODAY + timedelta(days=3))
    assert set(after.uids()) <= set(before.uids())
    assert after.events[0]["SEQUENCE"] > before.events[0]["SEQUENCE"]
    assert before.events[0]["DTSTAMP"].dt == datetime(2026, 11, 22, tzinfo=UTC)


def test_the_birth_itself_does_not_move_events_to_other_uids(calendar: Any) -> None:
    expected = {"vermoedelijkeBevallingsdatum": date(2026, 11, 25)}
    before = calendar(TODAY, "nl", BIRTH, geboortedatumKind=None, **expected)
    assert set(before.uids()) & set(calendar(TODAY, "nl", BIRTH, **expected).uids())


def test_another_child_has_other_uids(calendar: Any) -> None:
    assert not set(calendar().uids()) & set(calendar(geboortedatumKind=date(2026, 11, 2)).uids())


def test_a_uid_holds_no_date_and_no_name_of_a_leave(calendar: Any) -> None:
    for uid in calendar().uids():
        assert "2026" not in uid.partition("@")[0][:0] + uid.partition("@")[2]
        assert "geboorte" not in uid
        assert len(uid.partition("@")[0]) == 32


# --- any situation ------------------------------------------------------------------------------


@settings(steady, max_examples=40)
@given(seed=st.integers(0, 10**6), taal=st.sampled_from(["nl", "en"]))
def test_every_calendar_is_sound(agenda: Agenda, real_beoordelaar: Beoordelaar, seed: int, taal: str) -> None:
    situatie = Situations(real_beoordelaar.rulebook, Random(seed)).any()
    made = Calendar(agenda, real_beoordelaar, situatie, taal)
    assert len(set(made.uids())) == len(made.uids())
    assert icalendar.Calendar.from_ical(made.bytes).to_ical() == made.bytes
    second = vobject.readOne(made.bytes.decode())
    other = {(str(e.uid.value), e.dtstart.value, e.dtend.value) for e in getattr(second, "vevent_list", [])}
    assert other == {(str(e["UID"]), e["DTSTART"].dt, e["DTEND"].dt) for e in made.events}
    for event in made.events:
        start = event["DTSTART"].dt
        assert type(start) is date
        assert start < event["DTEND"].dt
        assert max(len(line) for line in made.bytes.split(b"\r\n")) <= 75
        for alarm in event.walk("VALARM"):
            assert start + timedelta(days=alarm["TRIGGER"].dt.days) >= situatie.peildatum
    terms = {
        date.fromisoformat(term["uiterlijk"])
        for leave in made.answer["verlofsoorten"]
        if leave["oordeel"] in VERDICTS
        for term in leave["termijnen"]
    }
    windows = [leave["periode"] for leave in made.answer["verlofsoorten"] if leave["periode"]]
    not_yet = [leave["nogNiet"] for leave in made.answer["verlofsoorten"] if leave["nogNiet"]]
    coming = {date.fromisoformat(each["vanaf"]) for each in not_yet if each["vanaf"]}
    wished = situatie.feiten.get("gewensteIngangsdatum")
    for event in made.events:
        first, last = event["DTSTART"].dt, event["DTEND"].dt - timedelta(days=1)
        inside = any(
            (w["van"] or "") <= first.isoformat() and last.isoformat() <= (w["tot"] or "9999") for w in windows
        )
        assert first in terms | coming or inside or first == wished


@pytest.mark.parametrize("taal", ["nl", "en"])
def test_every_line_is_written_as_the_library_would_write_it(calendar: Any, real_rulebook: Rulebook, taal: str) -> None:
    made = calendar(TODAY, taal, *real_rulebook.verlofsoorten, gewensteIngangsdatum=date(2026, 12, 1))
    kinds = {line.partition(b":")[0].partition(b";")[0] for line in made.bytes.split(b"\r\n") if line[:1] != b" "}
    assert kinds >= {b"SUMMARY", b"DTSTART", b"DTEND", b"DTSTAMP", b"UID", b"SEQUENCE", b"CLASS", b"DESCRIPTION"}
    assert kinds >= {b"TRANSP", b"URL", b"TRIGGER", b"ACTION"}
    assert icalendar.Calendar.from_ical(made.bytes).to_ical() == made.bytes


@settings(max_examples=300, deadline=None)
@example(text="a" * 60 + "^;")  # both marks at the place of the cut
@given(text=st.text(st.sampled_from("aé€😀\\\n,;^ "), max_size=300))
def test_any_text_reads_as_the_library_writes_it_and_no_letter_or_escape_is_cut(text: str) -> None:
    event = icalendar.Event()
    event.add("description", text)
    written = lines.text("DESCRIPTION", text)
    whole = b"BEGIN:VEVENT\r\n" + written + b"END:VEVENT\r\n"
    assert whole.replace(b"\r\n ", b"") == event.to_ical().replace(b"\r\n ", b"")
    *cut, last = written.removesuffix(b"\r\n").split(b"\r\n")
    assert all(len(line) <= 75 for line in (*cut, last))
    for line in map(bytes.decode, cut):  # which raises where a letter is cut
        assert all((len(line) - len(line.rstrip(mark))) % 2 == 0 for mark in "\\^"), line


def test_the_examples_of_the_lines_are_right() -> None:
    assert doctest.testmod(lines).failed == 0


@pytest.mark.parametrize(
    ("leave", "works"),
    [
        ("wazo.zez-uitkering", "zelfstandige"),
        ("wazo.uitkering-gelijkgestelde", "uitkering-ww"),
    ],
)
def test_who_has_no_employer_gives_the_statement_to_uwv(calendar: Any, leave: str, works: str) -> None:
    made = calendar(
        date(2026, 6, 20),
        "nl",
        leave,
        arbeidsrelatie=works,
        rolBijKind="bevallen-ouder",
        aantalKinderen=Decimal(1),
        aowLeeftijdBereikt=False,
        vermoedelijkeBevallingsdatum=date(2026, 6, 1),
        geboortedatumKind=date(2026, 6, 1),
        ziekenhuisopnamesKind=((date(2026, 6, 2), date(2026, 6, 15)),),
    )
    told = [str(event["DESCRIPTION"]) for event in made.events]
    assert any("zelf aan UWV" in each for each in told)
    assert not any("werkgever" in each for each in told)
