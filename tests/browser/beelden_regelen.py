"""Makes the pictures of docs/regelen.md from its own commands.

Run: .venv/bin/python -m tests.browser.beelden_regelen. Then squeeze them as those of tests.browser.beelden.
"""

import calendar
import json
import re
import shlex
import sys
from datetime import date, timedelta
from html import escape
from pathlib import Path
from typing import Any

import icalendar
from babel.dates import format_date
from playwright.sync_api import sync_playwright

from tests.browser.conftest import FLAGS
from verlof_api import create_app

DOCS = Path(__file__).parents[2] / "docs"
MARGIN = "body { padding: 1cm !important; }"  # that of the paper
MONTH = """<style>body { font: 14px Arial, sans-serif; margin: 16px; } table { border-collapse: collapse; width: 100%;
table-layout: fixed; } th { text-align: left; font-weight: normal; } td { border: 1px solid #ccc; height: 76px;
vertical-align: top; padding: 4px; } p { margin: 3px 0 0; padding: 2px 4px; font-size: 12px; background: #e4ecf5; }
p.vrij { background: #154273; color: #fff; } .over { color: #767676; }</style>"""


def message(path: str) -> dict[str, Any]:
    """What the page sends to `path`."""
    command = re.search(rf"```sh\n(curl \S+ \S+/v1/{path} .*?)```", (DOCS / "regelen.md").read_text("utf-8"), re.S)
    assert command, path
    words = shlex.split(command[1])
    told: dict[str, Any] = json.loads(words[words.index("-d") + 1])
    return told


def month(ics: bytes, year: int, number: int) -> str:
    """One month of a calendar file, as a calendar shows it."""
    events = icalendar.Calendar.from_ical(ics).walk("VEVENT")

    def cell(day: date) -> str:
        titles = [
            f'<p class="{"vrij" if event["TRANSP"] == "OPAQUE" else ""}">{escape(str(event["SUMMARY"]))}</p>'
            for event in events
            if event["DTSTART"].dt <= day <= event["DTEND"].dt - timedelta(days=1)
        ]
        return f'<td class="{"" if day.month == number else "over"}">{day.day}{"".join(titles)}</td>'

    weeks = calendar.Calendar().monthdatescalendar(year, number)
    rows = "".join(f"<tr>{''.join(map(cell, week))}</tr>" for week in weeks)
    names = "".join(f"<th>{format_date(day, 'EEE', locale='nl')}</th>" for day in weeks[0])
    title = format_date(date(year, number, 1), "MMMM yyyy", locale="nl")
    return f"{MONTH}<h2>{title}</h2><table><tr>{names}</tr>{rows}</table>"


def main(executable: str) -> None:
    client = create_app({"VANDAAG": lambda: date(2026, 11, 22), "ACCESS_LOG": False}).test_client()
    letter = client.post("/v1/brieven", json={**message("brieven"), "formaat": "html", "taal": "nl+en"}).text
    card = client.post("/v1/kaarten", json=message("kaarten")).text
    days = month(client.post("/v1/agenda", json=message("agenda")).data, 2026, 11)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=FLAGS)
        for name, html, size, medium in (
            ("brief", letter, {"width": 1123, "height": 794}, "screen"),
            ("kaart", card, {"width": 794, "height": 600}, "print"),
            ("agenda", days, {"width": 900, "height": 600}, "screen"),
        ):
            page = browser.new_page(viewport=size)
            page.emulate_media(media=medium)
            page.set_content(html)
            if medium == "print":
                page.add_style_tag(content=MARGIN)
            page.screenshot(path=DOCS / "beelden" / f"regelen-{name}.png", full_page=True)
            page.close()
        browser.close()


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "/usr/bin/chromium")
