"""Makes the pictures in docs/beelden: four people by keyboard on a phone, and the outcome from small to wide.

Run: .venv/bin/python -m tests.browser.beelden. Then squeeze them: pngquant --ext .png --force docs/beelden/widget-*.png
"""

import sys
from base64 import b64encode
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, sync_playwright

from tests.browser.conftest import FLAGS
from tests.browser.site import Site, serving
from tests.browser.test_accessibility import FOUR, title
from tests.browser.visitor import KeyboardVisitor, Visitor

FOLDER = Path(__file__).parents[2] / "docs" / "beelden"
PHONE = {"width": 390, "height": 844}
WINDOWS = [(320, 844, "light"), (768, 900, "dark"), (1280, 900, "light"), (1280, 900, "dark")]
_UP = "(e) => e.scrollIntoView({ block: 'start', behavior: 'instant' })"


def main(executable: str) -> None:
    FOLDER.mkdir(parents=True, exist_ok=True)
    with serving() as site, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=FLAGS)
        for situation, answers in FOUR:
            _side_by_side(browser, _walk(browser, site, situation, answers), FOLDER / f"widget-{situation}.png")
        for width, height, scheme in WINDOWS:
            page = browser.new_page(viewport={"width": width, "height": height}, color_scheme=scheme)
            page.goto(site.service)
            Visitor(page).start(title(site, "partner-bevallen")).walk()
            page.locator("verlof-regelaar").evaluate(_UP)
            page.screenshot(path=FOLDER / f"widget-{width}-{scheme}.png")
            page.close()
        browser.close()


def _walk(browser: Browser, site: Site, situation: str, answers: Mapping[str, Any]) -> list[bytes]:
    """The last question, the outcome, its first card and its letter, each as a phone shows it."""
    page = browser.new_page(viewport=PHONE, reduced_motion="reduce")  # type: ignore[arg-type]
    seen: list[bytes] = []
    page.goto(site.service)
    visitor = KeyboardVisitor(page, each_screen=lambda page: seen.append(page.screenshot()))
    visitor.start(title(site, situation)).walk(answers)
    visitor.widget.locator("article").first.evaluate(_UP)
    shots = [seen[-2], seen[-1], page.screenshot()]
    if visitor.widget.locator("[data-brief]").count():
        visitor.letter(visitor.widget.locator("article h3").first.inner_text())
        visitor.widget.evaluate(_UP)
        shots.append(page.screenshot())
    page.close()
    return shots


def _side_by_side(browser: Browser, shots: list[bytes], path: Path) -> None:
    gap = 24
    width = gap + len(shots) * (PHONE["width"] + gap)
    page = browser.new_page(viewport={"width": width, "height": PHONE["height"] + 2 * gap})
    images = "".join(f'<img src="data:image/png;base64,{b64encode(shot).decode()}">' for shot in shots)
    style = f"body{{margin:{gap}px;display:flex;gap:{gap}px;background:#cfd6d9}} img{{border-radius:16px}}"
    page.set_content(f"<style>{style}</style>{images}")
    page.screenshot(path=path)
    page.close()


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "/usr/bin/chromium")
