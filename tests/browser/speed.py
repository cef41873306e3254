"""How soon somebody on a phone can begin, on lines as slow as phones have. Run: .venv/bin/python -m tests.browser.speed

The lines are those of Lighthouse ("slow 4G") and WebPageTest ("4G"). Measure on a computer that does nothing else.
"""

import sys
from dataclasses import dataclass
from statistics import median

import click
from playwright.sync_api import Browser, Request, sync_playwright

from tests.browser.conftest import FLAGS, WATCH
from tests.browser.site import Site, serving

PHONE = {"width": 390, "height": 844}
TIMES = 7
_SEEN = """
(function look() {
  const widget = document.querySelector('verlof-regelaar');
  if (widget && widget.shadowRoot && widget.shadowRoot.querySelector('READY')) window.__seen = performance.now();
  else requestAnimationFrame(look);
})();
"""


@dataclass(frozen=True)
class Line:
    name: str
    megabits: float
    latency: int  # ms to and fro


LINES = (Line("4G", 9, 170), Line("slow 4G", 1.6, 150))
# Where one begins, and what stands there when one can.
BEGINNINGS = {
    "own words or a situation": ("<verlof-regelaar></verlof-regelaar>", "input[type=search]"),
    "first question": ('<verlof-regelaar situatie="partner-bevallen"></verlof-regelaar>', ".vraag"),
}


@dataclass(frozen=True)
class Measured:
    """`shift`: the cumulative layout shift until a second after."""

    milliseconds: float
    bytes: int
    shift: float


def measure(browser: Browser, site: Site, body: str, ready: str, line: Line | None = None) -> Measured:
    page = browser.new_context(viewport=PHONE).new_page()  # type: ignore[arg-type]
    page.add_init_script(WATCH + _SEEN.replace("READY", ready))
    sizes: list[int] = []

    def count(request: Request) -> None:
        size = request.sizes()
        sizes.append(size["responseBodySize"] + size["responseHeadersSize"])

    page.on("requestfinished", count)
    if line:
        devtools = page.context.new_cdp_session(page)
        rate = line.megabits * 1e6 / 8
        conditions = {"offline": False, "latency": line.latency, "downloadThroughput": rate, "uploadThroughput": rate}
        devtools.send("Network.emulateNetworkConditions", conditions)
    page.goto(site.page(body, same_origin=True, pinned=True), wait_until="commit")
    page.wait_for_function("() => window.__seen")
    page.wait_for_timeout(1000)
    measured = Measured(page.evaluate("() => window.__seen"), sum(sizes), page.evaluate("() => window.__cls"))
    page.context.close()
    return measured


def main(executable: str) -> None:
    with serving() as site, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=FLAGS)
        click.echo("line | begins with | ms: median (fastest) | bytes | layout shift")
        for line in LINES:
            for name, (body, ready) in BEGINNINGS.items():
                runs = [measure(browser, site, body, ready, line) for _ in range(TIMES)]
                times = [run.milliseconds for run in runs]
                shift = max(run.shift for run in runs)
                click.echo(
                    f"{line.name} | {name} | {median(times):.0f} ({min(times):.0f}) | {runs[0].bytes} | {shift:.3f}"
                )
        browser.close()


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "/usr/bin/chromium")
