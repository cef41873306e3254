"""Every card fits on one sheet of A4: of each leave, the longest card that its own worked cases give."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date

import orjson
import pytest
import yaml
from playwright.sync_api import Browser, Page

from tests.support.real_rules import real_library, real_situations
from verlof_api.assessment import Beoordelaar
from verlof_api.card import kaart_html
from verlof_api.intake import Intake, parse
from verlof_api.law import RULES, load_rulebook

WITHOUT_BARRIERS = "wazo.betaald-ouderschapsverlof"  # the longest of all, tried for who reads it with a screen reader
PAGE = re.compile(rb"/Type\s*/Page\b")


def cards(taal: str) -> Iterator[tuple[str, str]]:
    """The leave and the card of every worked case."""
    beoordelaar = Beoordelaar(load_rulebook())
    brieven, intake = real_library().brieven, Intake(beoordelaar.rulebook, real_situations())
    for file in sorted(RULES.glob("*/*/scenarios.yaml")):
        leave = f"{file.parts[-3]}.{file.parts[-2]}"
        for case in yaml.load(file.read_text("utf-8"), yaml.CSafeLoader):
            message = {name: case[name] for name in ("peildatum", "feiten")} | {"inclusiefVoorstellen": True}
            situatie = intake.situatie(parse(orjson.dumps(message)), date.min)
            (answer,) = beoordelaar.beoordeel(replace(situatie, verlofsoorten=(leave,)), taal).verlofsoorten
            yield leave, kaart_html(beoordelaar, brieven, answer, situatie.peildatum, taal)


@pytest.mark.parametrize("taal", ["nl", "en"])
def test_the_longest_card_of_every_leave_is_one_page(browser: Browser, axe: Callable[[Page], None], taal: str) -> None:
    longest: dict[str, str] = {}
    for leave, html in cards(taal):
        longest[leave] = max(longest.get(leave, ""), html, key=len)
    page = browser.new_page()
    pages = {}
    for leave, html in longest.items():
        page.set_content(html)
        if leave == WITHOUT_BARRIERS:
            axe(page)
        pages[leave] = len(PAGE.findall(page.pdf(prefer_css_page_size=True)))
    page.close()
    assert len(pages) > 25
    assert {leave: count for leave, count in pages.items() if count != 1} == {}
