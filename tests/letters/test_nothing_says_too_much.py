"""Cards, money lines and steps for random situations: no day that has passed as if it were open, no value left out,
no claim and no money that the verdict does not support."""

import re
from html import unescape
from random import Random
from typing import Any

import pytest

from tests.letters.test_letters_never_say_too_much import DAY, days, steered
from tests.support.answers import decoded
from tests.support.real_rules import real_folder
from tests.support.situations import Situations
from verlof_api.assessment import Situatie
from verlof_api.card import kaart_html
from verlof_api.letters import LetterWriter
from verlof_api.money.book import load_geldregel
from verlof_api.money.writer import Geldregels

Case = tuple[Situatie, dict[str, Any]]
ITEM = re.compile(r"<li( class=\"voorbij\")?>(.*?)</li>", re.S)
LAST_DAY = re.compile(rf"uiterlijk {DAY.pattern}", re.I)
STYLE = re.compile(r"<style>.*?</style>", re.S)


@pytest.fixture(scope="module")
def cases(letter_writer: LetterWriter) -> list[Case]:
    rng = Random(20261122)
    maker = Situations(letter_writer.beoordelaar.rulebook, rng)
    found = []
    for _ in range(40):
        situatie = steered(maker.any(), rng)
        found += [(situatie, each) for each in letter_writer.beoordelaar.beoordeel(situatie).verlofsoorten]
    assert len(found) > 1000
    return found


@pytest.fixture(scope="module")
def cards(letter_writer: LetterWriter, cases: list[Case]) -> list[tuple[Situatie, dict[str, Any], str]]:
    made = []
    for situatie, leave in cases:
        html = kaart_html(letter_writer.beoordelaar, letter_writer.brieven, leave, situatie.peildatum)
        made.append((situatie, decoded(leave), unescape(STYLE.sub("", html))))
    return made


def test_a_last_day_that_has_passed_is_marked_on_the_card(cards: list[Any]) -> None:
    marked = 0
    for situatie, leave, text in cards:
        for past, item in ITEM.findall(text):
            for match in LAST_DAY.finditer(item):
                if min(days(match[0])) < situatie.peildatum:
                    assert past, (leave["id"], item)
                    assert item.lower().count("deze dag is voorbij") == 1, (leave["id"], item)
                    marked += 1
    assert marked > 10


def test_no_card_leaves_a_value_open(cards: list[Any]) -> None:
    for _, leave, text in cards:
        assert not set("{}") & set(text), leave["id"]
        assert "None" not in text


def test_only_a_right_is_called_a_right(cards: list[Any]) -> None:
    for _, leave, text in cards:
        assert ("Ja, je hebt er recht op" in text) == (leave["oordeel"] == "recht")


def test_a_card_of_a_refused_leave_gives_no_days_money_or_steps(cards: list[Any]) -> None:
    for _, leave, text in cards:
        if leave["oordeel"] == "geen-recht":
            assert not re.search(r'<section class="(hoeveel|geld|regelen)"', text), leave["id"]


def test_steps_name_only_days_that_are_terms_of_the_answer(cases: list[Case]) -> None:
    for _, answer in cases:
        leave = decoded(answer)
        terms = {each["uiterlijk"] for each in leave["termijnen"]}
        for stap in leave["stappen"]:
            assert stap["uiterlijk"] is None or stap["uiterlijk"] in terms, (leave["id"], stap)
            assert not set("{}") & set(stap["tekst"]), stap
            assert stap["bronnen"] or leave["oordeel"] == "afspraak", (leave["id"], stap)
        if leave["oordeel"] == "geen-recht":
            assert leave["stappen"] == []


def test_no_money_is_promised_without_a_right(letter_writer: LetterWriter, cases: list[Case]) -> None:
    beoordelaar = letter_writer.beoordelaar
    lines = Geldregels(load_geldregel(real_folder(), beoordelaar.rulebook).or_raise(), beoordelaar.languages)
    uncertain = lines.boek.woorden["nl"]["zinnen"]["onzeker"]
    for situatie, leave in cases:
        line = lines.geldregel(leave, situatie)
        if leave.oordeel == "geen-recht":
            assert line["maanden"] == []
        elif line["maanden"]:
            assert (uncertain in line["opmerkingen"]) == (leave.oordeel != "recht")
        for month in line["maanden"]:
            for post in month["posten"]:
                assert post["van"] <= post["tot"]
                assert not set("{}") & set(post["grondslag"])
