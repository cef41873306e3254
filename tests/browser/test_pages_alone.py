"""The letter and the card as a browser shows them when it goes straight to the answer, under the policy sent along."""

from collections.abc import Callable
from typing import Any

import pytest
import requests
from playwright.sync_api import Page, Route

from tests.browser.site import Site
from tests.web.partner import FACTS

ADDRESS = "/v1/pagina"
OTHER_STYLE = "document.head.append(Object.assign(document.createElement('style'), {textContent: 'p { color: red }'}))"


def goes_straight_to(page: Page, site: Site, path: str, more: dict[str, Any]) -> None:
    """Show what the service answers, with its own headers, as a page."""
    body = {"peildatum": "2026-11-02", "verlofsoort": "wazo.geboorteverlof", "feiten": FACTS, **more}
    answer = requests.post(f"{site.service}/v1/{path}", json=body, headers={"Accept": "text/html"}, timeout=5)
    headers = {name: value for name, value in answer.headers.items() if name != "Content-Disposition"}

    def fulfil(route: Route) -> None:
        route.fulfill(status=answer.status_code, headers=headers, body=answer.content)

    page.route(f"**{ADDRESS}", fulfil)
    page.goto(site.service + ADDRESS)


@pytest.mark.parametrize(
    ("path", "more", "element", "look"),
    [
        ("kaarten", {}, ".oordeel", ("background-color", "rgb(238, 243, 248)")),
        ("brieven", {"taal": "nl"}, "mark", ("background-color", "rgb(255, 243, 176)")),
        ("brieven", {"taal": "nl+en"}, ".rij", ("display", "grid")),
    ],
)
def test_a_page_keeps_its_own_style_and_takes_no_other(
    make_page: Callable[..., Page], site: Site, path: str, more: dict[str, Any], element: str, look: tuple[str, str]
) -> None:
    page = make_page(bypass_csp=False)
    goes_straight_to(page, site, path, more)
    name, value = look
    of = f"getComputedStyle(document.querySelector('{element}')).getPropertyValue('{name}')"
    assert page.evaluate(of) == value
    assert page.evaluate("window.__csp") == []
    page.evaluate(OTHER_STYLE)
    assert page.evaluate("getComputedStyle(document.querySelector('p')).color") != "rgb(255, 0, 0)"
    assert page.evaluate("window.__csp") == ["style-src-elem inline"]
