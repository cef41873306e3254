"""What a visitor tells stays between the visitor and the service: seen from the browser, through a whole flow."""

from playwright.sync_api import Page, Request

from tests.browser.site import Site
from tests.browser.visitor import Visitor

_KEPT = """async () => ({
  cookie: document.cookie, local: localStorage.length, session: sessionStorage.length,
  databases: (await indexedDB.databases()).length, caches: (await caches.keys()).length,
  workers: (await navigator.serviceWorker.getRegistrations()).length, history: history.length,
})"""


def test_nothing_is_kept_and_nobody_else_is_asked(page: Page, site: Site) -> None:
    requests: list[Request] = []
    page.on("request", lambda request: requests.append(request))
    address = site.page('<verlof-regelaar verlofsoorten="wazo.geboorteverlof"></verlof-regelaar>')
    page.goto(address)
    before = page.evaluate(_KEPT)
    visitor = Visitor(page).settled()
    visitor.choose_leave().walk()
    visitor.press("Brief maken: Geboorteverlof")
    assert page.url == address
    assert page.evaluate(_KEPT) == before
    assert before | {"history": 0} == dict.fromkeys(before, "") | dict.fromkeys(list(before)[1:], 0)
    assert page.context.cookies() == []
    assert page.context.storage_state() == {"cookies": [], "origins": []}
    origins = {"/".join(request.url.split("/")[:3]) for request in requests}
    assert origins == {site.service, site.other}
    told = [request for request in requests if request.method == "POST"]
    facts = told[-1].post_data_json["feiten"]
    assert facts
    words = [*facts, *(value for value in facts.values() if isinstance(value, str))]
    for request in requests:
        assert "?" not in request.url
        headers = request.all_headers()
        assert "cookie" not in headers
        if request.url.startswith(f"{site.service}/v1"):
            assert not headers.get("referer")  # Chromium reports a withheld referrer as an empty one
        path = request.url.partition("//")[2].partition("/")[2]  # the port can hold any number
        assert not [word for word in words if word in path]


def test_the_event_tells_the_page_verdicts_and_nothing_of_the_answers(page: Page, site: Site) -> None:
    page.goto(site.page('<verlof-regelaar verlofsoorten="wazo.geboorteverlof"></verlof-regelaar>'))
    visitor = Visitor(page).settled()
    visitor.choose_leave().walk()
    assert page.evaluate("() => window.__uitkomsten.at(-1)") == {
        "uitkomsten": [{"verlofsoort": "wazo.geboorteverlof", "oordeel": "recht"}]
    }
