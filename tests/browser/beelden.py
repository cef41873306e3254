"""Makes the pictures in docs/beelden: four people, by keyboard, on a phone. Run: python -m tests.browser.beelden"""

import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.browser.conftest import FLAGS
from tests.browser.site import serving
from tests.browser.test_accessibility import FOUR, title
from tests.browser.visitor import KeyboardVisitor, Visitor

FOLDER = Path(__file__).parents[2] / "docs" / "beelden"


def main(executable: str) -> None:
    FOLDER.mkdir(parents=True, exist_ok=True)
    with serving() as site, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=FLAGS)
        for situation, answers in FOUR:
            page = browser.new_page(viewport={"width": 390, "height": 844}, device_scale_factor=1)
            page.goto(site.service)
            visitor = KeyboardVisitor(page).start(title(site, situation)).walk(answers)
            visitor.widget.screenshot(path=FOLDER / f"widget-{situation}.png")
            page.close()
        for width, scheme in ((320, "light"), (768, "dark"), (1280, "light"), (1280, "dark")):
            page = browser.new_page(viewport={"width": width, "height": 900}, color_scheme=scheme)
            page.goto(site.service)
            Visitor(page).settled()
            page.screenshot(path=FOLDER / f"widget-begin-{width}-{scheme}.png")
            page.close()
        browser.close()


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "/usr/bin/chromium")
