"""WCAG 2.2 AA, as far as a machine can see it; docs/toegankelijkheid.md has the rest."""

import re
from collections.abc import Callable, Mapping
from typing import Any

import pytest
import requests
from playwright.sync_api import Page, expect

from tests.browser.site import Site
from tests.browser.test_flows import BEVALT
from tests.browser.visitor import ANSWERS, KeyboardVisitor, Visitor
from tests.support.real_rules import real_situations

FOUR: list[tuple[str, Mapping[str, Any]]] = [
    ("kind-week-ziek", {}),
    ("partner-bevallen", {}),
    ("moeder-terminaal", {"toestand": "levensbedreigend-ziek"}),
    ("zzp-zwanger", {**BEVALT, "zelfstandigeUrenVorigJaar": 1400}),
]
IDS = [situation for situation, _ in FOUR]
SITUATIONS = sorted(real_situations().levenssituaties)


def title(site: Site, situation: str) -> str:
    situations = requests.get(f"{site.service}/v1/situaties", timeout=5).json()["situaties"]
    return next(each["titel"] for each in situations if each["id"] == situation)


@pytest.mark.parametrize(("situation", "answers"), FOUR, ids=IDS)
def test_axe_finds_nothing_on_any_screen(
    page: Page, site: Site, axe: Callable[[Page], None], situation: str, answers: Mapping[str, Any]
) -> None:
    page.goto(site.service)
    visitor = Visitor(page, each_screen=axe).start(title(site, situation)).walk(answers)
    Visitor(page).open_all()
    axe(page)
    if visitor.widget.locator("[data-brief]").count():
        visitor.press("Brief maken:", exact=False)
        axe(page)


@pytest.mark.parametrize(("width", "scheme"), [(320, "dark"), (768, "light")])
def test_axe_finds_nothing_light_or_dark_small_or_large(
    make_page: Callable[..., Page], site: Site, axe: Callable[[Page], None], scheme: str, width: int
) -> None:
    page = make_page(width, color_scheme=scheme)
    page.goto(site.service)
    visitor = Visitor(page).start(title(site, "partner-bevallen"))
    axe(page)
    visitor.press("Verder")  # an error at the field
    expect(visitor.widget.locator(".fout")).to_be_visible()
    axe(page)
    visitor.press("Alle vragen op één pagina")
    axe(page)
    visitor.press("Toon nu al de uitkomst")
    Visitor(page).open_all()
    axe(page)


@pytest.mark.parametrize(("situation", "answers"), FOUR, ids=IDS)
def test_everything_goes_by_keyboard_and_the_focus_follows(
    page: Page, site: Site, situation: str, answers: Mapping[str, Any]
) -> None:
    page.goto(site.service)
    visitor = KeyboardVisitor(page).start(title(site, situation)).walk(answers)
    assert visitor.done
    page.mouse.move(0, 0)


@pytest.mark.long
@pytest.mark.parametrize("situation", SITUATIONS)
def test_every_situation_goes_by_keyboard_without_a_barrier(
    page: Page, site: Site, axe: Callable[[Page], None], situation: str
) -> None:
    """Each of them with axe on every screen, its cards opened too."""
    page.goto(site.service)
    visitor = KeyboardVisitor(page, each_screen=axe).start(title(site, situation)).walk()
    assert visitor.done
    visitor.open_all()
    axe(page)


def test_an_error_is_linked_to_its_field_and_gets_the_focus(page: Page, site: Site) -> None:
    page.goto(site.service)
    visitor = Visitor(page).start(title(site, "kind-week-ziek"))
    visitor.press("Verder")
    focused = page.evaluate(
        "() => { const a = document.activeElement.shadowRoot.activeElement;"
        "return [a.type, a.getAttribute('aria-invalid'), a.getAttribute('aria-describedby')]; }"
    )
    error = visitor.widget.locator(".fout")
    assert focused[:2] == ["radio", "true"]
    assert (error.get_attribute("id") or "?") in focused[2]


@pytest.mark.parametrize("width", [320, 1280])
def test_targets_are_24_pixels_and_nothing_scrolls_sideways(
    make_page: Callable[..., Page], site: Site, width: int
) -> None:
    page = make_page(width)
    too_small = """() => {
      const root = document.querySelector('verlof-regelaar').shadowRoot;
      return [...root.querySelectorAll('button, a, input:not([type=radio]), select, summary, label.keuze')]
        .filter((e) => e.checkVisibility()).map((e) => [e.innerText || e.id, e.getBoundingClientRect()])
        .filter(([, r]) => r.width && (r.width < 24 || r.height < 24)).map(([t, r]) => `${t} ${r.width}x${r.height}`);
    }"""

    def check(page: Page) -> None:
        Visitor(page).open_all()
        assert page.evaluate(too_small) == []
        assert page.evaluate("() => document.documentElement.scrollWidth") <= width

    page.goto(site.service)
    Visitor(page, each_screen=check).start(title(site, "partner-bevallen")).walk()


@pytest.mark.parametrize("width", [320, 390])
def test_the_way_back_stays_in_one_piece_beside_a_long_count(
    make_page: Callable[..., Page], site: Site, width: int
) -> None:
    page = make_page(width)
    page.goto(site.service)
    visitor = Visitor(page).start(title(site, "kind-week-ziek"))
    expect(visitor.widget.locator(".voortgang")).to_have_text(re.compile(r"Vraag 1 · nog ongeveer \d\d vragen"))
    lines = """(e) => {
      const text = document.createRange();
      text.selectNodeContents(e.lastChild);
      return [text.toString(), text.getClientRects().length];
    }"""
    assert visitor.widget.locator(".boven .terug").evaluate(lines) == ["Terug", 1]
    assert page.evaluate("() => document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("width", [320, 390])
def test_nothing_sticks_out_of_what_to_do_when_the_boss_says_no(
    make_page: Callable[..., Page], site: Site, width: int
) -> None:
    page = make_page(width)
    page.goto(site.service)
    visitor = Visitor(page).start(title(site, "kind-week-ziek")).walk()
    fold = visitor.widget.locator("details").filter(has_text="Mijn baas zegt nee").last
    fold.locator("summary").click()
    expect(fold.locator("select")).to_be_visible()
    sticks_out = """(fold) => [...fold.querySelectorAll('*')].filter((e) => !e.closest('.verborgen'))
      .filter((e) => e.getBoundingClientRect().right > fold.getBoundingClientRect().right + 0.5)
      .map((e) => e.outerHTML)"""
    assert fold.evaluate(sticks_out) == []


def test_text_twice_as_large_still_fits(make_page: Callable[..., Page], site: Site) -> None:
    page = make_page(640)
    page.goto(site.page("<verlof-regelaar></verlof-regelaar>", head="<style>html{font-size:200%}</style>"))

    def check(page: Page) -> None:
        assert page.evaluate("() => document.documentElement.scrollWidth") <= 640

    visitor = Visitor(page, each_screen=check).start(title(site, "partner-bevallen")).walk()
    size = visitor.heading.evaluate("(e) => parseFloat(getComputedStyle(e).fontSize)")
    assert size >= 48


def test_wider_spacing_of_text_still_fits(make_page: Callable[..., Page], site: Site) -> None:
    """WCAG 1.4.12, put in the way a visitor's own style would."""
    page = make_page(320)
    page.goto(site.service)
    visitor = Visitor(page).settled()
    page.evaluate(
        "() => { const s = new CSSStyleSheet(); s.replaceSync('* { line-height: 1.5 !important; letter-spacing: .12em "
        "!important; word-spacing: .16em !important } p { margin-bottom: 2em !important }');"
        "const r = document.querySelector('verlof-regelaar').shadowRoot;"
        "r.adoptedStyleSheets = [...r.adoptedStyleSheets, s]; }"
    )
    visitor.start(title(site, "partner-bevallen")).walk()
    assert page.evaluate("() => document.documentElement.scrollWidth") <= 320


def test_nothing_moves_for_who_wants_no_motion(make_page: Callable[..., Page], site: Site) -> None:
    page = make_page(reduced_motion="reduce")
    page.route("**/v1/situaties", lambda route: None)  # the skeleton stays
    page.goto(site.service)
    page.locator("verlof-regelaar .skelet span").first.wait_for()
    assert page.evaluate("() => document.getAnimations().length") == 0


def test_forced_colours_keep_every_border(make_page: Callable[..., Page], site: Site) -> None:
    page = make_page(forced_colors="active")
    page.goto(site.service)
    visitor = Visitor(page).start(title(site, "partner-bevallen"))
    while visitor.question != "arbeidsrelatie":
        visitor.answer(ANSWERS[visitor.question or ""])
    visitor.fill("werknemer")
    chosen = visitor.widget.locator(".keuze:has(:checked)")
    assert chosen.evaluate("(e) => getComputedStyle(e).borderTopWidth") == "3px"
    visitor.press("Verder")
    visitor.walk()
    badge = visitor.widget.locator(".oordeel").first
    assert badge.evaluate("(e) => getComputedStyle(e).borderTopStyle") == "solid"


def test_headings_start_at_the_level_of_the_host(page: Page, site: Site) -> None:
    page.goto(site.page('<verlof-regelaar kop="4"></verlof-regelaar>'))
    visitor = Visitor(page).settled()
    expect(visitor.widget.get_by_role("heading", level=4, name="Welk verlof past bij jou?")).to_be_visible()
    expect(visitor.widget.get_by_role("heading", level=5).first).to_be_visible()
    assert visitor.widget.get_by_role("heading", level=2).count() == 0


def test_a_page_that_opens_leaves_the_focus_where_it_was(page: Page, site: Site) -> None:
    page.goto(site.service)
    Visitor(page).settled()
    assert page.evaluate("() => document.activeElement === document.body")


def test_what_a_screen_reader_hears_at_the_start(page: Page, site: Site) -> None:
    page.goto(site.page("<verlof-regelaar></verlof-regelaar>"))
    visitor = Visitor(page).settled()
    expect(visitor.widget).to_match_aria_snapshot(
        """
        - button "English"
        - status
        - heading "Welk verlof past bij jou?" [level=2]
        - paragraph: /Vertel wat er speelt/
        - text: Zeg het in je eigen woorden
        - paragraph: /Noem geen namen/
        - searchbox "Zeg het in je eigen woorden"
        - button "Zoeken"
        - heading "Of kies wat op je lijkt" [level=3]
        - list:
          - listitem:
            - button
        - button /Toon alle \\d+ situaties/
        - group: Voor werkgevers en HR
        - group: Ik weet al welk verlof ik zoek
        - paragraph: /We bewaren niets/
        - button "Wis alles"
        """
    )


def test_what_a_screen_reader_hears_at_a_question(page: Page, site: Site) -> None:
    page.goto(site.page("<verlof-regelaar></verlof-regelaar>"))
    visitor = Visitor(page).settled()
    visitor.choose_leave()
    expect(visitor.widget).to_match_aria_snapshot(
        """
        - button "English"
        - status
        - button "Terug"
        - paragraph: /Vraag 1/
        - group "Hoe werk je?":
          - heading "Hoe werk je?" [level=2]
          - paragraph
          - radio "in loondienst"
        - button "Verder"
        - button "Weet ik niet"
        - button "Alle vragen op één pagina"
        """
    )


def test_what_a_screen_reader_hears_at_the_outcome(page: Page, site: Site) -> None:
    page.goto(site.page("<verlof-regelaar></verlof-regelaar>"))
    visitor = Visitor(page).settled()
    visitor.choose_leave().walk()
    expect(visitor.widget).to_match_aria_snapshot(
        """
        - heading "Dit geldt voor jou" [level=2]
        - paragraph: /Volgens de wet op 22 november 2026/
        - list:
          - listitem:
            - article:
              - paragraph: Je hebt hier recht op
              - heading "Geboorteverlof" [level=3]
              - paragraph
              - term: Hoeveel
              - definition:
                - strong: 32 uur
              - term: Wanneer
              - definition:
                - strong: 2 tot en met 29 november 2026
              - term: Geld
              - definition:
                - strong: 100% van je loon
                - text: van je werkgever
              - term: Melden
              - definition:
                - strong: uiterlijk 5 oktober 2026
                - text: /die dag is voorbij/
              - 'button "Brief maken: Geboorteverlof"'
              - 'button "Zet in agenda: Geboorteverlof"'
              - 'button "Afdrukken: Geboorteverlof"'
              - group: Waarom
              - group: Mijn baas zegt nee
        """
    )
