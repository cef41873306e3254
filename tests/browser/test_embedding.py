"""The widget in pages of others: their policies, their styles, their attributes, more than one."""

import gzip
import subprocess
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit

import pytest
import requests
from playwright.sync_api import Page, expect

from tests.browser.conftest import ROOT
from tests.browser.site import Site
from tests.browser.visitor import Visitor
from verlof_api import embedding

STRICT = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'"
HOSTILE = """<style>
  * { all: unset !important; color: red !important; font-size: 7px !important; text-transform: uppercase !important;
      display: inline !important; letter-spacing: 1em !important; line-height: 1 !important; visibility: visible; }
  verlof-regelaar { position: relative; width: 40px; float: left; }
  button, input, label, h2 { display: none !important; opacity: 0 !important; }
</style>"""


# --- policies -------------------------------------------------------------------------------------


def test_it_works_under_the_strictest_policy_on_its_own_origin(page: Page, site: Site) -> None:
    page.goto(site.page("<verlof-regelaar></verlof-regelaar>", csp=STRICT, same_origin=True))
    visitor = Visitor(page).choose_leave().walk()
    visitor.press("Brief maken: Geboorteverlof")
    assert page.evaluate("() => window.__csp") == []


def test_it_works_from_another_origin_with_that_one_allowed(page: Page, site: Site) -> None:
    allowed = f"script-src {site.service}; connect-src {site.service}"
    csp = f"default-src 'none'; {allowed}; require-trusted-types-for 'script'"
    page.goto(site.page("<verlof-regelaar></verlof-regelaar>", csp=csp))
    visitor = Visitor(page).choose_leave().walk()
    assert visitor.verdicts == {"wazo.geboorteverlof": "recht"}
    violations = page.evaluate("() => window.__csp.filter((v) => !v.startsWith('img-src'))")  # the icon of the page
    assert violations == []


def test_the_page_of_the_service_breaks_no_policy_and_makes_code_to_paste(page: Page, site: Site) -> None:
    page.goto(site.service)
    visitor = Visitor(page).choose_leave().walk()
    assert visitor.done
    page.get_by_label("Taal", exact=True).select_option("en")
    code = page.locator("#code").inner_text()
    assert 'taal="en"' in code
    assert page.evaluate("() => window.__csp") == []
    page.route("**/plak", lambda route: route.fulfill(body=f"<!doctype html>{code}", content_type="text/html"))
    page.goto(f"{site.service}/plak")  # what was pasted works, its hash included
    expect(page.get_by_role("heading", name="Which leave fits your situation?")).to_be_visible()


def test_the_maker_of_code_offers_what_the_explanation_promises(make_page: Callable[..., Page], site: Site) -> None:
    page = make_page(1280)
    page.goto(site.service)
    levels = page.get_by_label("Niveau van de eerste kop").locator("option").all_inner_texts()
    assert levels == ["1", "2", "3", "4", "5", "6"]
    room = "(e) => { const now = e.offsetWidth; e.style.inlineSize = 'max-content'; return now - e.offsetWidth; }"
    assert page.get_by_label("Versie").evaluate(room) >= 0
    link = page.get_by_role("link", name="uitleg voor webmasters").get_attribute("href")
    explanation = requests.get(f"{site.service}{link}", timeout=5)
    assert explanation.headers["Content-Type"] == "text/plain; charset=utf-8"
    assert explanation.text == (ROOT / "docs" / "inbedden.md").read_text("utf-8")


# --- styles ---------------------------------------------------------------------------------------


def test_a_hostile_style_of_the_host_does_not_reach_inside(make_page: Callable[..., Page], site: Site) -> None:
    page = make_page(800)
    page.goto(site.page("<verlof-regelaar></verlof-regelaar>", head=HOSTILE))
    visitor = Visitor(page).choose_leave().walk()
    heading = visitor.heading
    style = heading.evaluate(
        "(e) => { const s = getComputedStyle(e); return [s.color, s.textTransform, s.letterSpacing, s.display]; }"
    )
    assert "rgb(255, 0, 0)" not in style
    assert style[1] == "none"
    assert heading.evaluate("(e) => parseFloat(getComputedStyle(e).fontSize)") >= 22
    assert visitor.widget.evaluate("(e) => getComputedStyle(e).display") == "block"


def test_tokens_of_nl_design_system_and_our_own_set_the_look(page: Page, site: Site) -> None:
    token = "--utrecht-button-primary-action-background-color"
    head = f"<style>:root{{{token}:rgb(1,2,3)}} .b{{--verlof-actie:rgb(4,5,6)}}</style>"
    body = '<verlof-regelaar></verlof-regelaar><div class="b"><verlof-regelaar></verlof-regelaar></div>'
    page.goto(site.page(body, head=head))
    colours = []
    for number in (0, 1):
        button = Visitor(page, number).settled().widget.get_by_role("button", name="Zoeken")
        colours.append(button.evaluate("(e) => getComputedStyle(e).backgroundColor"))
    assert colours == ["rgb(1, 2, 3)", "rgb(4, 5, 6)"]


def test_parts_can_be_styled(page: Page, site: Site) -> None:
    head = "<style>verlof-regelaar::part(knop){border-radius:0}</style>"
    page.goto(site.page("<verlof-regelaar></verlof-regelaar>", head=head))
    visitor = Visitor(page).choose_leave()
    button = visitor.widget.get_by_role("button", name="Verder")
    assert button.evaluate("(e) => getComputedStyle(e).borderRadius") == "0px"


@pytest.mark.parametrize("width", [320, 1280])
def test_the_page_does_not_shift_when_the_widget_comes(make_page: Callable[..., Page], site: Site, width: int) -> None:
    page = make_page(width)
    page.route("**/v1/**", lambda route: (page.wait_for_timeout(300), route.continue_()))
    page.goto(site.service)
    Visitor(page).settled()
    page.wait_for_timeout(300)
    assert page.evaluate("() => window.__cls") < 0.02


# --- attributes, and more than one ----------------------------------------------------------------


def test_two_widgets_on_one_page_know_nothing_of_each_other(
    page: Page, site: Site, axe: Callable[[Page], None]
) -> None:
    page.goto(site.page('<verlof-regelaar></verlof-regelaar><verlof-regelaar taal="en"></verlof-regelaar>'))
    first, second = Visitor(page, 0), Visitor(page, 1).settled()
    first.choose_leave().answer("werknemer")
    expect(second.heading).to_have_text("Which leave fits your situation?")
    assert first.question not in (None, "arbeidsrelatie")
    axe(page)


def test_a_situation_in_the_attribute_goes_straight_to_its_questions(page: Page, site: Site) -> None:
    page.goto(site.page('<verlof-regelaar situatie="partner-bevallen"></verlof-regelaar>'))
    told = {"situatie": "partner-bevallen", "feiten": {}}
    answer = requests.post(f"{site.service}/v1/beoordelingen", json=told, timeout=5).json()
    assert Visitor(page).settled().question == answer["volgendeVragen"][0]["feit"]


def test_what_the_page_knows_already_is_not_asked_and_can_be_changed(page: Page, site: Site) -> None:
    body = (
        '<verlof-regelaar uren-per-week="24" geboortedatum-kind="2026-11-01" peildatum="2026-11-10"></verlof-regelaar>'
    )
    page.goto(site.page(body))
    visitor = Visitor(page).choose_leave().walk()
    assert {"urenPerWeek", "geboortedatumKind"}.isdisjoint(visitor.asked)
    expect(visitor.widget.get_by_text("Volgens de wet op 10 november 2026")).to_be_visible()
    expect(visitor.card("Geboorteverlof").get_by_text("24 uur", exact=True)).to_be_visible()
    visitor.change("Hoeveel uur per week")
    visitor.widget.locator(".vraag input").fill("36")
    visitor.press("Verder")
    expect(visitor.card("Geboorteverlof").get_by_text("36 uur", exact=True)).to_be_visible()


def test_the_language_is_that_of_the_page_unless_told_otherwise(page: Page, site: Site) -> None:
    page.goto(site.page('<verlof-regelaar></verlof-regelaar><verlof-regelaar taal="nl"></verlof-regelaar>', lang="en"))
    expect(Visitor(page, 0).settled().heading).to_have_text("Which leave fits your situation?")
    expect(Visitor(page, 1).settled().heading).to_have_text("Welk verlof past bij jou?")


def test_the_leaves_in_the_attribute_narrow_what_can_be_chosen(page: Page, site: Site) -> None:
    leaves = "wazo.geboorteverlof wazo.ouderschapsverlof"
    page.goto(site.page(f'<verlof-regelaar verlofsoorten="{leaves}"></verlof-regelaar>'))
    visitor = Visitor(page).settled()
    visitor.widget.get_by_text("Ik weet al welk verlof ik zoek").click()
    assert visitor.widget.locator("details .situatie").filter(has=page.locator(".kort")).count() == 2


def test_the_webmaster_hears_once_which_attributes_are_not_understood_and_not_what_is_in_them(
    page: Page, site: Site
) -> None:
    told: list[str] = []
    page.on("console", lambda message: told.append(message.text) if message.type == "warning" else None)
    wrong = 'situatie="bestaat-niet" verlofsoorten="wazo.verlof" uren-per-week="abc" peildatum="morgen" kop="7"'
    page.goto(site.page(f'<verlof-regelaar {wrong} thema="licht" geboortedatum-kind="2026-11-01"></verlof-regelaar>'))
    visitor = Visitor(page).settled()
    visitor.press("English")
    expect(visitor.heading).to_have_text("Which leave fits your situation?")
    assert visitor.widget.locator(".situatie").count() > 8  # a leave that does not exist narrows nothing
    names = "kop, situatie, verlofsoorten, peildatum, uren-per-week"
    assert told == [f"<verlof-regelaar>: dit attribuut begrijpen we niet en gebruiken we niet: {names}"]


# --- the files ------------------------------------------------------------------------------------

BUDGET = 35 * 1024


def test_everything_together_stays_within_35_kb() -> None:
    served = embedding.load("1.0.0").files
    loaded = [path for path in served if path.startswith(f"{embedding.FOLDER}{embedding.MODULE}")]
    assert len(loaded) == 2
    assert sum(len(served[path].compressed) for path in loaded) <= BUDGET


def test_the_versioned_file_is_kept_for_a_year_and_the_loader_is_asked_again(site: Site) -> None:
    now = embedding.load("1.0.0")
    folder = f"{site.service}{embedding.FOLDER}"
    versioned = requests.get(f"{folder}{now.versioned}", headers={"Origin": "https://a.example"}, timeout=5)
    loader = requests.get(f"{folder}{embedding.MODULE}.js", timeout=5)
    assert versioned.headers["Cache-Control"] == "public, max-age=31536000, immutable"
    assert versioned.headers["Content-Encoding"] == "gzip"
    assert versioned.headers["Access-Control-Allow-Origin"] == "*"
    assert embedding.integrity(versioned.content) == now.integrity
    assert loader.headers["Cache-Control"] == "public, no-cache"
    assert now.versioned in loader.text
    again = requests.get(loader.url, headers={"If-None-Match": loader.headers["ETag"]}, timeout=5)
    assert (again.status_code, again.content) == (304, b"")


def test_who_does_not_take_gzip_gets_the_file_as_it_is(site: Site) -> None:
    plain = requests.get(site.service, headers={"Accept-Encoding": "identity"}, timeout=5)
    assert "Content-Encoding" not in plain.headers
    with requests.get(site.service, headers={"Accept-Encoding": "gzip"}, stream=True, timeout=5) as packed:
        assert gzip.decompress(packed.raw.read()) == plain.content


def test_the_page_may_load_only_itself(site: Site) -> None:
    policy = requests.get(site.service, timeout=5).headers["Content-Security-Policy"]
    assert policy.startswith("default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'")
    assert "unsafe" not in policy
    assert urlsplit(site.service).hostname == "127.0.0.1"


# --- the minified build ---------------------------------------------------------------------------


def test_the_minified_build_is_a_tenth_smaller_and_does_the_same(page: Page, site: Site, tmp_path: Path) -> None:
    small = tmp_path / "verlof-regelaar.min.js"
    subprocess.run(["npm", "run", "--silent", "widget", "--", f"--outfile={small}"], cwd=ROOT, check=True)
    script = small.read_bytes()
    assert len(gzip.compress(script, 9)) < 0.9 * len(embedding.load("1.0.0").script.compressed)
    own = site.publish(script, "text/javascript")
    code = embedding.snippet(f"{site.other}{own}", embedding.integrity(script), site.service)
    page.goto(f"{site.other}{site.publish(f'<!doctype html>{code}'.encode(), 'text/html')}")
    visitor = Visitor(page).choose_leave().walk()
    assert visitor.verdicts == {"wazo.geboorteverlof": "recht"}
    expect(visitor.card("Geboorteverlof")).to_be_visible()
