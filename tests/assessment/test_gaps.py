"""What the rules do not work out, told with the leave that it touches."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

import pytest

from tests.support.rules_folder import RulesFolder
from verlof_api.assessment import Beoordelaar, Situatie
from verlof_api.law import RulebookError

Assess = Callable[..., dict[str, Any]]

DAY = date(2024, 2, 21)
GRANTED = {"arbeidsrelatie": "werknemer", "plantdatum": DAY, "tuin": True, "urenPerWeek": 32}
REFUSED = GRANTED | {"tuin": False}
WORDS = "tekst: {nl: Struiken tellen we niet., en: We do not count shrubs.}"


@pytest.fixture
def gap(rules: RulesFolder) -> Callable[[str], None]:
    """Adds a gap with these members beside its id and words."""

    def gap(members: str) -> None:
        rules.add("hiaten.yaml", f"- {{id: snoeien, {members}, {WORDS}}}\n")

    return gap


def ids(leave: Mapping[str, Any]) -> list[str]:
    return [each["id"] for each in leave["hiaten"]]


def test_a_gap_of_a_leave_is_told_in_the_language_asked_for(gap: Callable[[str], None], assess: Assess) -> None:
    gap("verlofsoorten: [wazo.boomverlof]")
    assert assess(DAY, GRANTED)["hiaten"] == [{"id": "snoeien", "tekst": "Struiken tellen we niet."}]
    assert assess(DAY, GRANTED, "en")["hiaten"] == [{"id": "snoeien", "tekst": "We do not count shrubs."}]


def test_a_gap_that_holds_of_everything_is_told_with_the_rules_and_not_with_each_leave(assess: Assess) -> None:
    assert ids(assess(DAY, GRANTED)) == []


@pytest.mark.parametrize("leaves", ["[wazo.boomverlof]", "[]"])
@pytest.mark.parametrize(("hours", "told"), [(32, True), (24, False), (None, True)])
def test_a_gap_is_told_unless_it_surely_does_not_touch_the_leave(
    gap: Callable[[str], None], assess: Assess, leaves: str, hours: int | None, told: bool
) -> None:
    gap(f"verlofsoorten: {leaves}, als: urenPerWeek > 30")
    facts = {name: value for name, value in (GRANTED | {"urenPerWeek": hours}).items() if value is not None}
    assert bool(ids(assess(DAY, facts))) is told


@pytest.mark.parametrize(("also", "told"), [("", False), (", bij: altijd", True)])
def test_a_refusal_names_only_the_gaps_that_could_change_it(
    gap: Callable[[str], None], assess: Assess, also: str, told: bool
) -> None:
    gap(f"verlofsoorten: [wazo.boomverlof]{also}")
    refused = assess(DAY, REFUSED)
    assert (refused["oordeel"], bool(ids(refused))) == ("geen-recht", told)


def test_a_leave_that_the_law_did_not_know_yet_names_them_too(gap: Callable[[str], None], assess: Assess) -> None:
    gap("verlofsoorten: [wazo.boomverlof], als: ankerdatum < 2010-01-01, bij: altijd")
    long_ago = assess(date(2009, 12, 31), {"plantdatum": date(2009, 12, 1)})
    assert ([each["code"] for each in long_ago["waarschuwingen"]], ids(long_ago)) == (["niet-van-kracht"], ["snoeien"])


def test_what_a_gap_looks_at_is_not_shown_as_assumed(gap: Callable[[str], None], assess: Assess) -> None:
    before = assess(DAY, GRANTED)["aannames"]
    gap("verlofsoorten: [wazo.boomverlof], als: aantalBomen > 0")
    answer = assess(DAY, GRANTED)
    assert (ids(answer), answer["aannames"]) == (["snoeien"], before)


def test_a_condition_that_is_not_understood_is_a_mistake_with_its_place(
    rules: RulesFolder, gap: Callable[[str], None]
) -> None:
    gap("verlofsoorten: [wazo.boomverlof], als: struiken > 1")
    with pytest.raises(RulebookError) as wrong:
        Beoordelaar(rules.load())
    first = str(wrong.value.errors[0])
    assert first.startswith(f"hiaten.yaml:{rules.line('hiaten.yaml', 'snoeien')}: ")
    assert "`struiken` bestaat niet" in first


@pytest.mark.parametrize(
    ("verlof", "told", "gap"),
    [
        ("wfw.voorspelbaar-werk", {}, "voorspelbaar-werk-op-zee"),
        (
            "wfw.voorspelbaar-werk",
            {"eerderVerzoekDatum": date(2024, 12, 1), "werkgeverGrootte": 6},
            "voorspelbaar-werk-mondeling-antwoord",
        ),
        ("wfw.werktijd", {"onvoorzienbareOmstandigheid": True}, "zwijgen-na-vijf-werkdagen"),
    ],
)
def test_the_wfw_tells_what_it_leaves_open_only_to_whom_that_touches(
    real_beoordelaar: Beoordelaar, verlof: str, told: dict[str, Any], gap: str
) -> None:
    def gaps(more: Mapping[str, Any]) -> list[str]:
        facts = {"arbeidsrelatie": "werknemer", "dienstverbandBegin": date(2020, 1, 1), "urenPerWeek": 32, **more}
        (leave,) = real_beoordelaar.beoordeel(Situatie(date(2026, 12, 1), facts, (verlof,))).verlofsoorten
        return [each.id for each in leave.hiaten]

    untouched = {"werkgeverGrootte": 50, "onvoorzienbareOmstandigheid": False}
    assert gap in gaps(told)
    assert (gap in gaps(untouched)) is (not told)
