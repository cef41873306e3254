"""Letters for thousands of random situations: no day that has passed as if it were open, no value left out, no claim
that the verdict does not support, nothing about the person that was not told."""

import re
from collections.abc import Iterator
from contextlib import suppress
from datetime import date, timedelta
from random import Random
from typing import Any

import pytest
from babel.dates import get_month_names

from tests.support.answers import decoded
from tests.support.situations import Situations
from verlof_api.assessment import Situatie
from verlof_api.law import Rulebook
from verlof_api.letters import Brief, LetterWriter, NoLetterError, als_docx, als_html, als_tekst
from verlof_api.letters.writer import Alinea, Particulars

MONTHS = [get_month_names(locale="nl")[month] for month in range(1, 13)]
DAY = re.compile(rf"(\d{{1,2}}) ({'|'.join(MONTHS)}) (\d{{4}})")
OPEN_DAY = re.compile(rf"(?:uiterlijk op|tot en met|het vanaf) ({DAY.pattern})")
ARTICLE = re.compile(r"artikel (\d+[a-z]*(?::\d+[a-z]*)?)")
# What says that a right is there, or that something is settled.
CLAIM = re.compile(
    r"[Dd]e wet geeft mij (dit|dan)|heb ik recht|Ik heb recht|gelden nu|geldt nu|staan de dagen nu|begint het verlof nu"
    r"|staat vast wat ik vroeg|verandert mijn recht|daardoor langer|uur met loon|werkdagen met loon"
)
# The leave itself, which may lie in the past: these are no deadlines.
WITH_LETTERS = {"recht", "oordeel-nodig", "afspraak"}
PERIODS = {"tot-wanneer", "van-tot", "meld-recht"}


def whole(brief: Brief) -> str:
    return " ".join(als_tekst(brief).split())


def days(text: str) -> set[date]:
    return {date(int(year), MONTHS.index(month) + 1, int(day)) for day, month, year in DAY.findall(text)}


def told_days(value: Any) -> Iterator[date]:
    if isinstance(value, date):
        yield value
    elif isinstance(value, dict):
        for each in value.values():
            yield from told_days(each)
    elif isinstance(value, tuple | list):
        for each in value:
            yield from told_days(each)


def steered(situatie: Situatie, rng: Random) -> Situatie:
    """The situation of someone who writes letters: mostly employed, with days that lie together, often refused."""
    facts = dict(situatie.feiten)
    for name, value in facts.items():
        if isinstance(value, date) and rng.random() < 0.8:
            facts[name] = situatie.peildatum + timedelta(days=rng.randint(-120, 120))
    if rng.random() < 0.85:
        facts["arbeidsrelatie"] = rng.choice(["werknemer", "werknemer", "werknemer", "militair"])
    return Situatie(situatie.peildatum, facts, inclusief_voorstellen=True)


def letters(
    letter_writer: LetterWriter, seed: int, situations: int
) -> Iterator[tuple[Situatie, dict[str, Any], Brief]]:
    rng = Random(seed)
    maker = Situations(letter_writer.beoordelaar.rulebook, rng)
    for _ in range(situations):
        situatie = steered(maker.any(), rng)
        answers = {each["id"]: each for each in decoded(letter_writer.beoordelaar.beoordeel(situatie).verlofsoorten)}
        for leave, answer in answers.items():
            # with any other verdict there is never a letter (test_no_letter.py); trying some keeps that honest
            if answer["oordeel"] not in WITH_LETTERS and rng.random() > 0.1:
                continue
            for letter in letter_writer.varianten(leave):
                with suppress(NoLetterError):
                    yield situatie, answer, letter_writer.write(situatie, leave, letter)


@pytest.fixture(scope="module")
def written(letter_writer: LetterWriter) -> list[tuple[Situatie, dict[str, Any], Brief]]:
    found = list(letters(letter_writer, seed=20261122, situations=60))
    assert len(found) > 150
    return found


def test_there_is_a_letter_only_with_a_verdict_that_carries_one(written: list[Any]) -> None:
    assert {answer["oordeel"] for _, answer, _ in written} <= WITH_LETTERS


def test_no_value_is_left_open_in_braces(written: list[Any]) -> None:
    for _, _, brief in written:
        assert not set("{}") & set(whole(brief)), brief


def test_a_day_that_has_passed_is_never_written_as_open(written: list[Any]) -> None:
    for situatie, _, brief in written:
        assert brief.datum >= situatie.peildatum
        for deel in brief.bladen[0].inhoud:
            if isinstance(deel, Alinea) and deel.id not in PERIODS:
                for match in OPEN_DAY.finditer(deel.tekst):
                    assert all(day >= brief.datum for day in days(match[1])), (brief.verlofsoort, deel)


def test_no_letter_names_a_last_day_to_answer_from_before_it_was_asked(written: list[Any]) -> None:
    asked = re.compile(rf"De laatste dag voor uw antwoord was ({DAY.pattern})")
    for situatie, _, brief in written:
        for match in asked.finditer(whole(brief)):
            assert min(days(match[1])) >= situatie.feiten["meldingsdatum"], brief


def test_only_a_verdict_of_recht_lets_a_letter_state_the_right(written: list[Any]) -> None:
    for _, answer, brief in written:
        claim = CLAIM.search(whole(brief))
        if answer["oordeel"] != "recht":
            assert claim is None, (brief.verlofsoort, brief.variant, claim)


def test_a_letter_about_a_right_names_the_article(written: list[Any]) -> None:
    for _, answer, brief in written:
        if answer["oordeel"] != "afspraak":
            assert ARTICLE.search(whole(brief)), brief


def own_articles(letter_writer: LetterWriter, brief: Brief) -> set[str | None]:
    """The articles that paragraphs of this kind of letter bring themselves, under `bron`."""
    shared = letter_writer.brieven.varianten[brief.variant].alineas
    own = letter_writer.brieven.verlofsoorten[brief.verlofsoort].varianten[brief.variant].alineas
    return {bron.artikel for alinea in (*shared, *own) if not isinstance(alinea, str) for bron in alinea.bronnen}


def test_every_article_is_one_that_the_answer_or_the_paragraph_names(
    written: list[Any], letter_writer: LetterWriter
) -> None:
    for _, answer, brief in written:
        parts = [*answer["voorwaarden"], *answer["termijnen"], *answer["stappen"]]
        parts += [answer[name] or {} for name in ("omvang", "betaling", "werkgever")]
        known = {bron["artikel"] for part in parts for bron in part.get("bronnen", [])}
        known |= own_articles(letter_writer, brief)
        assert set(ARTICLE.findall(whole(brief))) <= known, brief


def test_every_day_was_told_or_follows_from_the_answer(written: list[Any], letter_writer: LetterWriter) -> None:
    for situatie, answer, brief in written:
        wishes = letter_writer.beoordelaar.wishes(situatie, brief.verlofsoort)
        known = {brief.datum, *told_days(situatie.feiten), *told_days(wishes)}
        known |= {date.fromisoformat(term["uiterlijk"]) for term in answer["termijnen"]}
        known |= {date.fromisoformat(day) for day in (answer["periode"] or {}).values() if isinstance(day, str)}
        worked = letter_writer.expressions.of(situatie, brief.verlofsoort)
        known |= {day for name in worked.values if isinstance(day := worked.value(name), date)}
        assert days(whole(brief)) <= known, brief


def test_what_was_not_told_is_an_open_place(
    written: list[Any], real_rulebook: Rulebook, letter_writer: LetterWriter
) -> None:
    rows = letter_writer.brieven.gegevens
    for situatie, _, brief in written:
        told = {*situatie.feiten, *letter_writer.beoordelaar.wishes(situatie, brief.verlofsoort)}
        for deel in brief.bladen[0].inhoud:
            for id, _, value in deel.regels if isinstance(deel, Particulars) else ():
                if rows[id] is None or rows[id] not in told:
                    assert re.fullmatch(r"\[.+\]", value), (brief.verlofsoort, id, value)


def test_health_is_never_told(written: list[Any]) -> None:
    for _, _, brief in written:
        assert not re.search(r"levensbedreigend|hulpbehoevend|diagnose|miskraam|medisch", whole(brief), re.IGNORECASE)


def test_a_letter_about_silence_or_a_refusal_needs_to_know_of_it(written: list[Any]) -> None:
    for situatie, _, brief in written:
        if brief.variant in ("bezwaar", "bezwaarschrift"):
            assert situatie.feiten["werkgeverAntwoord"] in ("geweigerd", "gewijzigd")
        if brief.variant == "beslissing-vragen":
            assert situatie.feiten["meldingsdatum"] < brief.datum
            assert situatie.feiten.get("werkgeverAntwoord", "geen") == "geen"


def test_both_languages_have_the_same_parts(written: list[Any], letter_writer: LetterWriter) -> None:
    for situatie, _, brief in written[::7]:
        nl, en = letter_writer.write(situatie, brief.verlofsoort, brief.variant, "nl+en").bladen
        assert [getattr(deel, "id", "rows") for deel in nl.inhoud] == [
            getattr(deel, "id", "rows") for deel in en.inhoud
        ]
        assert nl.inhoud == brief.bladen[0].inhoud
        assert not DAY.search(
            " ".join(deel.tekst for deel in en.inhoud if isinstance(deel, Alinea)).replace("april", "")
        )


def test_every_letter_can_be_rendered(written: list[Any], letter_writer: LetterWriter) -> None:
    for situatie, _, brief in written[::50]:
        both = letter_writer.write(situatie, brief.verlofsoort, brief.variant, "nl+en")
        for each in (brief, both):
            assert als_docx(each)[:2] == b"PK"
            assert "</html>" in als_html(each)
