"""When the service does not answer, or not well: never a blank box, never a lost answer."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.site import Site
from tests.browser.visitor import Visitor

ASSESS = "**/v1/beoordelingen"


def _status(code: int, **headers: str) -> Callable[[Route], None]:
    headers |= {"Access-Control-Allow-Origin": "*", "Access-Control-Expose-Headers": "Retry-After"}
    return lambda route: route.fulfill(status=code, headers=headers, json={"status": code, "title": "x"})


def _down(route: Route) -> None:
    route.abort("connectionrefused")


FAILURES: list[Any] = [
    pytest.param(_down, "Geen verbinding", id="no connection"),
    pytest.param(_status(500), "Er ging iets mis", id="500"),
    pytest.param(_status(429, **{"Retry-After": "30"}), "Het is nu druk", id="429"),
    pytest.param(_status(503), "Het is nu druk", id="503"),
]


@pytest.mark.parametrize(("failure", "words"), FAILURES)
def test_a_failure_at_the_start_names_itself_and_other_places_to_go(
    page: Page, site: Site, axe: Callable[[Page], None], failure: Callable[[Route], None], words: str
) -> None:
    page.route("**/v1/**", failure)
    page.goto(site.page('<verlof-regelaar><a href="https://gemeente.example">Bel ons</a></verlof-regelaar>'))
    visitor = Visitor(page).settled()
    expect(visitor.heading).to_have_text(words)
    expect(visitor.widget.get_by_role("link", name="Rijksoverheid", exact=False)).to_be_visible()
    expect(page.get_by_role("link", name="Bel ons")).to_be_visible()  # the fallback of the host page
    axe(page)
    page.unroute("**/v1/**")
    visitor.press("Probeer opnieuw")
    expect(visitor.heading).to_have_text("Welk verlof past bij jou?")


@pytest.mark.parametrize(("failure", "words"), FAILURES)
def test_a_failure_halfway_keeps_the_answers_and_can_be_tried_again(
    page: Page, site: Site, failure: Callable[[Route], None], words: str
) -> None:
    page.goto(site.page("<verlof-regelaar></verlof-regelaar>"))
    visitor = Visitor(page).settled()
    visitor.choose_leave()
    first = visitor.question
    page.route(ASSESS, failure)
    visitor.answer("werknemer")
    expect(visitor.heading).to_have_text(words)
    expect(visitor.widget.get_by_text("Je antwoorden staan er nog.")).to_be_visible()
    expect(visitor.widget.get_by_text("De situaties die we kennen")).to_be_visible()
    page.unroute(ASSESS)
    visitor.press("Probeer opnieuw")
    assert visitor.question not in (None, first)
    visitor.walk()
    assert visitor.verdicts == {"wazo.geboorteverlof": "recht"}


def test_how_long_to_wait_is_told_as_the_service_says_it(page: Page, site: Site) -> None:
    page.route("**/v1/**", _status(429, **{"Retry-After": "30"}))
    page.goto(site.service)
    expect(page.get_by_text("Probeer het over 30 seconden opnieuw", exact=False)).to_be_visible()


def test_a_slow_service_is_told_twice_and_then_given_up(page: Page, site: Site) -> None:
    page.clock.install()

    def wait(route: Route) -> None:
        waiting.append(route)

    waiting: list[Route] = []
    page.goto(site.page("<verlof-regelaar></verlof-regelaar>"))
    page.clock.run_for(1000)
    visitor = Visitor(page).settled()
    visitor.widget.get_by_text("Ik weet al welk verlof ik zoek").click()
    page.route(ASSESS, wait)
    visitor.widget.get_by_role("button", name=re.compile("^Geboorteverlof")).click()
    status = visitor.widget.get_by_role("status")
    page.clock.run_for(1000)
    expect(status).to_have_text("Even rekenen")
    page.clock.run_for(5000)
    expect(status).to_contain_text("Het duurt langer dan anders")
    expect(visitor.widget.locator(".traag")).to_be_visible()
    page.clock.run_for(20_000)
    expect(visitor.heading).to_have_text("Het duurt te lang")


def test_a_service_without_situations_offers_the_kinds_of_leave(page: Page, site: Site) -> None:
    page.route("**/v1/situaties", _status(404))
    page.goto(site.service)
    visitor = Visitor(page).settled()
    expect(visitor.widget.get_by_role("heading", name="Kies een soort verlof")).to_be_visible()
    visitor.choose_leave().walk()
    assert visitor.done


def test_a_service_without_letters_says_so(page: Page, site: Site) -> None:
    page.route("**/v1/brieven", _status(404))
    page.goto(site.service)
    visitor = Visitor(page).settled()
    visitor.choose_leave().walk()
    visitor.press("Brief maken: Geboorteverlof")
    expect(visitor.heading).to_have_text("Dit kan hier nog niet")
    visitor.press("Terug naar de uitkomst")
    assert visitor.done
