"""From a situation to its outcome, the letter and the calendar file, as a visitor does it."""

import re
from collections.abc import Callable, Mapping
from typing import Any

import pytest
import requests
from babel.dates import format_date
from docx import Document
from icalendar import Calendar
from playwright.sync_api import Locator, Page, expect

from tests.browser.site import Site
from tests.browser.visitor import ANSWERS, UNKNOWN, Visitor

BEVALT = {"rolBijKind": "bevallen-ouder", "geboortedatumKind": None}

# situation, what this person answers beside the usual, and the leave they turn out to have a right to
FLOWS: list[tuple[str, Mapping[str, Any], str]] = [
    ("kind-week-ziek", {"zorgNoodzakelijk": True}, "wazo.kortdurend-zorgverlof"),
    ("kind-opvang-belt", {}, "wazo.calamiteitenverlof"),
    ("partner-bevallen", {}, "wazo.geboorteverlof"),
    ("twee-moeders", {}, "wazo.geboorteverlof"),
    ("moeder-terminaal", {"toestand": "levensbedreigend-ziek"}, "wazo.langdurend-zorgverlof"),
    ("zzp-zwanger", {**BEVALT, "zelfstandigeUrenVorigJaar": 1400}, "wazo.zez-uitkering"),
    ("ik-ben-zwanger", BEVALT, "wazo.zwangerschapsverlof"),
    ("moeder-dementie", {"toestand": "hulpbehoevend"}, "wazo.langdurend-zorgverlof"),
    ("vader-overleden", {}, "wazo.calamiteitenverlof"),
    ("lekkage", {}, "wazo.calamiteitenverlof"),
    ("pleegouder", {"rolBijKind": "pleegouder"}, "wazo.pleegzorgverlof"),
    ("kind-7", {"geboortedatumKind": "2019-05-01"}, "wazo.ouderschapsverlof"),
]


@pytest.fixture(scope="session")
def titles(site: Site) -> Mapping[str, str]:
    found = requests.get(f"{site.service}/v1/situaties", timeout=5).json()["situaties"]
    return {each["id"]: each["titel"] for each in found}


@pytest.mark.parametrize(("situation", "answers", "leave"), FLOWS, ids=[flow[0] for flow in FLOWS])
def test_a_visitor_gets_from_a_situation_to_the_letter_and_the_calendar(
    page: Page, site: Site, titles: Mapping[str, str], situation: str, answers: Mapping[str, Any], leave: str
) -> None:
    page.goto(site.service)
    visitor = Visitor(page).start(titles[situation]).walk(answers)
    assert visitor.verdicts[leave] == "recht"
    expect(visitor.widget.get_by_text("Volgens de wet op 22 november 2026")).to_be_visible()
    name = visitor.name_of(leave)

    on_screen = visitor.letter(name)
    expect(visitor.heading).to_contain_text(name[1:])  # as it is written: (ZEZ)
    assert "[plaats], 22 november 2026" in on_screen
    subject = re.search("^Onderwerp: (.+)$", on_screen, re.MULTILINE)
    assert subject
    on_paper = "\n".join(each.text for each in Document(str(visitor.saved("Bewaar als Word-bestand"))).paragraphs)
    assert subject[1] in on_paper
    assert "22 november 2026" in on_paper

    visitor.press("Terug naar de uitkomst")
    calendar = Calendar.from_ical(visitor.saved(f"Zet in agenda: {name}").read_bytes())
    visitor.open_all()
    card = visitor.card(name).inner_text()
    days = [event["DTSTART"].dt for event in calendar.walk("VEVENT")]
    assert days
    assert [day for day in days if format_date(day, "d MMMM y", locale="nl") not in card] == []


def test_a_leave_without_days_offers_no_calendar(page: Page, site: Site, titles: Mapping[str, str]) -> None:
    page.goto(site.service)
    visitor = Visitor(page).start(titles["trouwen-verhuizen"]).walk()
    assert visitor.verdicts["afspraak.bijzonder-verlof"] == "afspraak"
    expect(visitor.widget.get_by_role("button", name="Brief maken: Bijzonder verlof")).to_be_visible()
    expect(visitor.widget.get_by_role("button", name="Zet in agenda: Bijzonder verlof")).to_have_count(0)
    assert "Verzoek om bijzonder verlof" in visitor.letter(visitor.name_of("afspraak.bijzonder-verlof"))


def test_what_a_letter_needs_is_asked_first_and_not_knowing_it_is_told(
    page: Page, site: Site, titles: Mapping[str, str]
) -> None:
    page.goto(site.service)
    visitor = Visitor(page).start(titles["zzp-zwanger"]).walk({**BEVALT, "zelfstandigeUrenVorigJaar": 1400})
    visitor.press("Brief maken:", exact=False)
    assert visitor.question == "aanvraagdatumUwv"
    visitor.answer(UNKNOWN)
    expect(visitor.heading).to_have_text("Deze brief kan niet")
    visitor.press("Terug naar de uitkomst")
    assert visitor.verdicts["wazo.zez-uitkering"] == "recht"


def test_own_words_find_a_situation(page: Page, site: Site) -> None:
    page.goto(site.service)
    visitor = Visitor(page).settled()
    visitor.widget.get_by_label("Zeg het in je eigen woorden").fill("mijn kind is al dagen ziek thuis")
    visitor.press("Zoeken")
    expect(visitor.widget.get_by_role("status")).to_contain_text("gevonden")
    visitor.widget.locator(".resultaten button").first.click()
    visitor.settled().walk()


def test_what_was_found_comes_into_view_on_a_phone(make_page: Callable[..., Page], site: Site) -> None:
    page = make_page(390, 844)
    page.goto(site.service)
    visitor = Visitor(page).settled()
    visitor.widget.get_by_label("Zeg het in je eigen woorden").fill("mijn kind is ziek")
    visitor.press("Zoeken")
    expect(visitor.widget.get_by_role("heading", name="Dit lijkt op wat je zegt")).to_be_focused()
    found = visitor.widget.locator(".resultaten button")
    assert found.count() > 1
    for result in found.all():
        expect(result).to_be_in_viewport(ratio=1)


def test_words_that_fit_nothing_say_so_and_leave_the_list(page: Page, site: Site) -> None:
    page.goto(site.service)
    visitor = Visitor(page).settled()
    visitor.widget.get_by_label("Zeg het in je eigen woorden").fill("xqzzy wvvt")
    visitor.press("Zoeken")
    expect(visitor.widget.get_by_role("heading", name="Dit herkennen we niet", exact=False)).to_be_visible()
    assert visitor.widget.locator(".situatie").count() > 5
    visitor.widget.locator(".resultaten summary", has_text="Vakantie en feestdagen").click()
    expect(visitor.widget.locator(".resultaten").get_by_text("Mijn vakantie is geweigerd")).to_be_visible()


def test_words_that_fit_too_little_give_the_nearest_guess(page: Page, site: Site) -> None:
    page.goto(site.service)
    visitor = Visitor(page).settled()
    visitor.widget.get_by_label("Zeg het in je eigen woorden").fill("ik heb een sollicitatiegesprek")
    visitor.press("Zoeken")
    expect(visitor.widget.get_by_role("heading", name="Misschien bedoel je dit")).to_be_visible()
    expect(visitor.widget.locator(".resultaten button").first).to_contain_text("Ik wil vrij voor een examen")


def test_who_knows_the_leave_chooses_it(page: Page, site: Site) -> None:
    page.goto(site.service)
    visitor = Visitor(page).settled()
    visitor.choose_leave().walk()
    assert visitor.verdicts == {"wazo.geboorteverlof": "recht"}


@pytest.fixture
def last_day(page: Page, site: Site, titles: Mapping[str, str]) -> Visitor:
    """Somebody who is pregnant and is asked for the last day of the job."""
    page.goto(site.service)
    visitor = Visitor(page).start(titles["ik-ben-zwanger"])
    while (fact := visitor.question) != "dienstverbandEinde":
        assert fact
        visitor.answer({**ANSWERS, **BEVALT}[fact])
    return visitor


def test_a_contract_that_goes_on_is_an_answer_to_the_question_for_its_last_day(last_day: Visitor) -> None:
    outcome = last_day.press("Mijn contract loopt door").walk()
    assert outcome.verdicts["wazo.uitkering-nawerking"] == "geen-recht"
    outcome.change("Wat is of was je laatste dag bij je werkgever?")
    outcome.press("Verder")
    assert outcome.verdicts["wazo.uitkering-nawerking"] == "geen-recht"
    outcome.change("Wat is of was je laatste dag bij je werkgever?")
    outcome.answer("2027-01-20").walk()
    assert outcome.verdicts["wazo.uitkering-nawerking"] == "recht"


def test_a_contract_that_goes_on_can_be_told_with_all_questions_on_one_page(last_day: Visitor) -> None:
    last_day.press("Alle vragen op één pagina")
    last_day.widget.get_by_label("Mijn contract loopt door").check()
    last_day.press("Verder")
    assert last_day.verdicts["wazo.uitkering-nawerking"] == "geen-recht"
    last_day.press("Terug")
    expect(last_day.widget.get_by_label("Mijn contract loopt door")).to_be_checked()


@pytest.fixture
def geboorteverlof(page: Page, site: Site) -> Visitor:
    """The outcome for someone whose partner gave birth, of one leave."""
    page.goto(site.page('<verlof-regelaar verlofsoorten="wazo.geboorteverlof"></verlof-regelaar>'))
    visitor = Visitor(page).settled()
    visitor.choose_leave()
    return visitor.walk()


def test_back_keeps_the_answers_and_forward_goes_through_them(geboorteverlof: Visitor) -> None:
    asked = geboorteverlof.asked
    geboorteverlof.press("Terug")
    assert geboorteverlof.question == asked[-1]
    for fact in reversed(asked[:-1]):
        geboorteverlof.press("Terug")
        assert geboorteverlof.question == fact
    expect(geboorteverlof.widget.locator("input:checked, input[value]:not([value=''])").first).to_be_attached()
    for _ in asked:
        geboorteverlof.press("Verder")
    assert geboorteverlof.done


def test_one_answer_changes_and_the_rest_stays(geboorteverlof: Visitor) -> None:
    before = dict(geboorteverlof.verdicts)
    geboorteverlof.change("Hoe werk je?")
    assert geboorteverlof.question == "arbeidsrelatie"
    geboorteverlof.answer("zelfstandige")
    assert geboorteverlof.done
    assert (before, geboorteverlof.verdicts) == (
        {"wazo.geboorteverlof": "recht"},
        {"wazo.geboorteverlof": "geen-recht"},
    )


def test_not_knowing_is_never_no(page: Page, site: Site) -> None:
    page.goto(site.page('<verlof-regelaar verlofsoorten="wazo.geboorteverlof"></verlof-regelaar>'))
    visitor = Visitor(page).settled()
    visitor.choose_leave()
    while not visitor.done:
        visitor.press("Weet ik niet")
    assert visitor.verdicts == {"wazo.geboorteverlof": "vraag-nodig"}
    expect(visitor.heading).to_have_text("Dit past misschien bij jou")
    expect(visitor.widget.get_by_role("heading", name="Dit willen we nog weten")).to_be_visible()


def test_erase_everything_forgets_the_answers(geboorteverlof: Visitor) -> None:
    geboorteverlof.press("Wis alles")
    expect(geboorteverlof.widget.get_by_role("status")).to_have_text("Al je antwoorden zijn gewist.")
    geboorteverlof.choose_leave()
    assert geboorteverlof.question == geboorteverlof.asked[0]
    assert geboorteverlof.widget.locator("input:checked").count() == 0


def test_all_questions_can_be_answered_on_one_page(page: Page, site: Site) -> None:
    body = '<verlof-regelaar verlofsoorten="wazo.geboorteverlof" weergave="alles" uren-per-week="32"></verlof-regelaar>'
    page.goto(site.page(body))
    visitor = Visitor(page).settled()
    visitor.choose_leave()
    assert visitor.widget.locator(".vraag").count() > 2
    visitor.widget.get_by_label("in loondienst", exact=True).check()
    for label, part in (("Dag", "31"), ("Maand", "2"), ("Jaar", "2026")):
        visitor.widget.get_by_label(label, exact=True).first.fill(part)
    visitor.press("Verder")
    expect(visitor.widget.get_by_role("heading", name="Kijk dit nog even na")).to_be_visible()
    for label, part in (("Dag", "1"), ("Maand", "11")):
        visitor.widget.get_by_label(label, exact=True).first.fill(part)
    while not visitor.done:
        for label in ("getrouwd", "de andere ouder"):
            if visitor.widget.get_by_label(label, exact=True).count():
                visitor.widget.get_by_label(label, exact=True).check()
        visitor.press("Verder")
    assert visitor.verdicts == {"wazo.geboorteverlof": "recht"}


def test_the_widget_changes_language_and_keeps_the_answers(geboorteverlof: Visitor) -> None:
    expect(geboorteverlof.heading).to_have_text("Dit geldt voor jou")
    geboorteverlof.press("English")
    expect(geboorteverlof.heading).to_have_text("This applies to you")
    assert geboorteverlof.verdicts == {"wazo.geboorteverlof": "recht"}


def test_a_refused_value_is_told_at_its_field_in_the_words_of_the_service(page: Page, site: Site) -> None:
    page.goto(site.service)
    visitor = Visitor(page).settled()
    visitor.choose_leave("Kortdurend zorgverlof")
    while visitor.question != "urenPerWeek":
        visitor.answer({"arbeidsrelatie": "werknemer", "toestand": "ziek"}.get(visitor.question or ""))
    visitor.fill(400)
    visitor.press("Verder")
    field = visitor.widget.locator("input")
    expect(field).to_have_attribute("aria-invalid", "true")
    message = visitor.widget.locator(".fout")
    expect(message).to_contain_text("60")
    assert (message.get_attribute("id") or "?") in (field.get_attribute("aria-describedby") or "")
    visitor.answer(32)
    assert visitor.question != "urenPerWeek"


# --- what someone takes away ----------------------------------------------------------------------


def test_the_letter_is_saved_in_each_form(geboorteverlof: Visitor) -> None:
    letter = geboorteverlof.letter("Geboorteverlof")
    assert "\nIk meld u dat ik geboorteverlof opneem. De wet geeft mij dit recht (artikel 4:2 lid 1" in letter
    files = [geboorteverlof.saved(f"Bewaar als {form}") for form in ("Word-bestand", "tekst", "webpagina")]
    assert [file.name for file in files] == [f"brief-geboorteverlof.{ending}" for ending in ("docx", "txt", "html")]
    assert [file.read_bytes()[:2] for file in files] == [b"PK", b"[j", b"<!"]
    assert "geboorteverlof" in files[1].read_text()
    geboorteverlof.press("Terug naar de uitkomst")
    assert geboorteverlof.done


def test_the_letter_comes_in_two_languages(geboorteverlof: Visitor) -> None:
    geboorteverlof.press("Brief maken: Geboorteverlof")
    geboorteverlof.widget.get_by_label("Taal van de brief").select_option("nl+en")
    geboorteverlof.settled()
    letters = geboorteverlof.widget.locator("[part=brief]")
    expect(letters).to_have_count(2)
    assert [letter.get_attribute("lang") for letter in letters.all()] == ["nl", "en"]
    expect(letters.last).to_contain_text("leave")
    assert "leave" in geboorteverlof.saved("Bewaar als tekst").read_text()


def test_the_calendar_file_has_the_days_of_the_outcome(geboorteverlof: Visitor) -> None:
    file = geboorteverlof.saved("Zet in agenda: Geboorteverlof")
    assert file.name == "geboorteverlof.ics"
    days = {str(event["DTSTART"].dt) for event in Calendar.from_ical(file.read_bytes()).walk("VEVENT")}
    assert days == {"2026-10-05", "2026-11-29"}


def test_a_card_prints_alone_with_everything_open(geboorteverlof: Visitor) -> None:
    page = geboorteverlof.page
    page.evaluate("() => { window.print = () => { window.__gedrukt = true; }; }")
    geboorteverlof.widget.get_by_role("button", name="Afdrukken: Geboorteverlof").click()
    assert page.evaluate("() => window.__gedrukt")
    page.emulate_media(media="print")
    card = geboorteverlof.card("Geboorteverlof")
    expect(card).to_be_visible()
    expect(page.get_by_role("heading", name="Gemeente", exact=True)).to_be_hidden()
    assert card.locator("details:not([open])").count() == 0
    page.emulate_media(media="screen")
    page.evaluate("() => dispatchEvent(new Event('afterprint'))")
    expect(page.get_by_role("heading", name="Gemeente", exact=True)).to_be_visible()


def test_what_the_boss_may_do_stands_on_the_card(geboorteverlof: Visitor) -> None:
    card = geboorteverlof.card("Geboorteverlof")
    card.get_by_text("Mijn baas zegt nee").click()
    expect(card.get_by_text("Je werkgever mag dit verlof niet weigeren.", exact=False)).to_be_visible()


def test_a_ground_of_the_employer_is_told_in_words(page: Page, site: Site) -> None:
    page.goto(site.page('<verlof-regelaar verlofsoorten="wazo.langdurend-zorgverlof"></verlof-regelaar>'))
    visitor = Visitor(page).settled()
    visitor.choose_leave("Langdurend zorgverlof").walk({"toestand": "levensbedreigend-ziek"})
    page.get_by_text("Mijn baas zegt nee").click()
    expect(page.get_by_text("alleen om een zwaarwegend belang van het bedrijf of de dienst")).to_be_visible()
    visitor.press("English")
    page.get_by_text("My boss says no").click()
    expect(page.get_by_text("only for a compelling interest of the business or service")).to_be_visible()


def test_a_step_whose_day_has_passed_says_so_once(geboorteverlof: Visitor) -> None:
    step = geboorteverlof.widget.locator("[part=stappen] li").filter(has_text="uiterlijk 5 oktober 2026").first
    assert step.inner_text().lower().count("voorbij") == 1


def test_why_names_the_articles_of_law(geboorteverlof: Visitor) -> None:
    card = geboorteverlof.card("Geboorteverlof")
    card.get_by_text("Waarom", exact=True).click()
    link = card.get_by_role("link", name="Wazo artikel 4:2 lid 1", exact=False).first
    expect(link).to_be_visible()
    assert (link.get_attribute("href") or "").startswith("https://wetten.overheid.nl/")


def test_what_to_say_when_the_boss_says_no(geboorteverlof: Visitor) -> None:
    card = geboorteverlof.card("Geboorteverlof")
    card.get_by_text("Mijn baas zegt nee").click()
    card.get_by_label("Wat zegt je werkgever?").select_option("te-druk")
    card.get_by_role("button", name="Wat kan ik doen?").click()
    geboorteverlof.settled()
    conclusion = card.get_by_role("heading", name="De wet kent deze reden niet.", exact=False)
    expect(conclusion).to_be_focused()
    expect(card.get_by_text("Dit is geen reden die de wet kent.", exact=False)).to_be_visible()
    expect(card.get_by_text("Dit kun je terugschrijven")).to_be_visible()
    expect(card.get_by_role("link", name="Juridisch Loket", exact=False)).to_be_visible()


@pytest.fixture
def zorgverlof(page: Page, site: Site) -> Visitor:
    """The outcome of long-term care leave, where the days are not told yet."""
    page.goto(site.page('<verlof-regelaar verlofsoorten="wazo.langdurend-zorgverlof"></verlof-regelaar>'))
    visitor = Visitor(page).settled().choose_leave("Langdurend zorgverlof").walk()
    visitor.card("Langdurend zorgverlof").get_by_text("Mijn baas zegt nee").click()
    return visitor


def ask_what_to_do(visitor: Visitor, reason: str = "te-druk", day: str = "") -> Locator:
    """Fill in what the boss said, and when; gives the advice."""
    card = visitor.card("Langdurend zorgverlof")
    card.get_by_label("Wat zegt je werkgever?").select_option(reason)
    for label, part in zip(("Jaar", "Maand", "Dag"), day.split("-") if day else (), strict=False):
        card.get_by_label(label, exact=True).fill(part)
    card.get_by_role("button", name="Wat kan ik doen?").click()
    visitor.settled()
    return card.locator("[part=raad]")


def tell_the_days(visitor: Visitor) -> None:
    """Asked on paper on 2 November, to begin on the 26th: the advice names what it misses and leads to it."""
    told = {"dag van melden": "2026-11-02", "gewenste eerste dag": "2026-11-26", "verzoek op papier of digitaal": True}
    for fact, value in told.items():
        ask_what_to_do(visitor).get_by_role("button", name=fact).click()
        visitor.answer(value).walk()
        visitor.card("Langdurend zorgverlof").get_by_text("Mijn baas zegt nee").click()


def test_a_refusal_that_came_too_late_gives_the_letter_that_says_so(zorgverlof: Visitor) -> None:
    tell_the_days(zorgverlof)
    card = zorgverlof.card("Langdurend zorgverlof")
    card.get_by_role("group", name="Kreeg je het antwoord op papier of per e-mail?").get_by_label("Nee").check()
    advice = ask_what_to_do(zorgverlof, day="2026-11-20")
    expect(advice.get_by_role("heading", name="Je werkgever was te laat.", exact=False)).to_be_focused()
    expect(advice.get_by_text("liefst voor 26 november 2026")).to_be_visible()
    advice.get_by_role("button", name="Brief maken").click()
    zorgverlof.settled()
    letter = zorgverlof.widget.get_by_role("region", name="Je brief", exact=False)
    expect(letter).to_contain_text("Op 20 november 2026 zei u nee tegen langdurend zorgverlof.")


def test_of_silence_no_day_and_no_form_is_asked(zorgverlof: Visitor) -> None:
    tell_the_days(zorgverlof)
    advice = ask_what_to_do(zorgverlof, "geen-antwoord")
    expect(zorgverlof.widget.get_by_text("Wanneer kreeg je dit antwoord?")).to_be_hidden()
    expect(advice.get_by_role("heading", name="Je werkgever antwoordde niet op tijd.", exact=False)).to_be_visible()


def test_a_day_that_cannot_be_is_told_where_it_was_filled_in(zorgverlof: Visitor) -> None:
    card = zorgverlof.card("Langdurend zorgverlof")
    ask_what_to_do(zorgverlof, day="2026-2-30")
    expect(card.get_by_text("Vul een dag in die bestaat", exact=False)).to_be_visible()
    ask_what_to_do(zorgverlof, day="2026-11-23")  # tomorrow
    expect(card.get_by_text("Dit moet liggen van 1900-01-01 tot en met 2026-11-22.")).to_be_visible()
    expect(card.get_by_label("Dag", exact=True)).to_be_focused()
