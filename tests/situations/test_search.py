"""How the search behaves, whatever is asked: hostile input, order, threads, speed, and that it keeps nothing."""

import logging
import time
from concurrent.futures import ThreadPoolExecutor

import pytest

from tests.situations.phrases import phrases
from verlof_api.situations import MAX_TEKENS, SituationSearch

HOSTILE = [
    "",
    " ",
    "\n\t\r",
    "\x00\x01\x02\x1b[31m",
    "\u202eziek\u202c",
    "😱🤒👶",
    "👨‍👩‍👧‍👦" * 60,
    "ñ" * 400,
    "é\u0301" * 200,
    "ﬁ ½ Ⅳ ①",
    "零一二三",
    "مرحبا",
    "\ud800",
    "'\"`;--<script>alert(1)</script>",
    "%s %d {0} {word}",
    "../../etc/passwd",
    "a" * 10_000,
    "a " * 5_000,
    "0 " * 150,
    "9" * 300,
    "-" * 300,
    "'" * 300,
    "zwangerschapsverlof" * 15,
]


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
@pytest.mark.parametrize("taal", ["nl", "en"])
def test_any_text_gets_an_answer_of_known_situations(
    situation_search: SituationSearch, levenssituaties, text: str, taal: str
):
    found = situation_search.zoek(text, taal)
    assert all(id in levenssituaties and 0 < score <= 1 for id, score in found)


@pytest.mark.parametrize("text", ["", " ", "😱", "\x00", "!?", "0 1 2", "de het een"])
def test_a_text_without_words_finds_nothing(situation_search: SituationSearch, text: str):
    assert situation_search.zoek(text, "nl") == []


def test_only_the_first_three_hundred_characters_are_read(situation_search: SituationSearch):
    filling = "x " * (MAX_TEKENS // 2)
    assert situation_search.zoek(filling + "ik ben zwanger", "nl") == []
    assert situation_search.zoek("ik wil kolven " + filling, "nl") == situation_search.zoek(
        ("ik wil kolven " + filling)[:MAX_TEKENS], "nl"
    )


@pytest.mark.parametrize(
    ("text", "same"),
    [
        ("MIJN VADER IS OVERLEDEN", "mijn vader is overleden"),
        ("mijn  vader,is overleden!!", "mijn vader is overleden"),
        ("zzp’er en zwanger", "zzper en zwanger"),
        ("crèche gesloten", "creche gesloten"),
        ("m'n moeder is ziek", "mijn moeder is ziek"),
        ("schoon moeder is ziek", "schoonmoeder is ziek"),
        ("ik ben zwanger 🤰", "ik ben zwanger"),
        ("ik ben zwánger\u200b", "ik ben zwanger"),
    ],
)
def test_what_a_text_looks_like_does_not_matter(situation_search: SituationSearch, text: str, same: str):
    assert situation_search.zoek(text, "nl") == situation_search.zoek(same, "nl") != []


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("cv lekt", "lekkage"),
        ("me moeder gaat dood", "moeder-terminaal"),
        ("m'n kleine heb koorts", "kind-week-ziek"),
        ("swanger", "ik-ben-zwanger"),
        ("mien moeder is oet tied, begrafenis", "vader-overleden"),
        ("de ma van me vriendin is ziek", "schoonmoeder"),
        ("ons pa ligt op sterven", "moeder-terminaal"),
    ],
)
def test_spoken_and_regional_dutch_is_understood(situation_search: SituationSearch, text: str, wanted: str):
    assert wanted in [id for id, _ in situation_search.zoek(text, "nl", 3)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("ik ben dga en mijn vrouw bevalt", {"partner-bevallen"}),
        ("vrouw bevallen, ik ben zelfstandig", {"partner-bevallen"}),
        ("ik zit in de ww en mijn vrouw krijgt een baby", {"partner-bevallen"}),
        ("kindje ligt op ic", {"couveuse", "kind-week-ziek", "kind-chronisch", "te-vroeg"}),
        ("mijn zoon van 12 brak zijn been", {"kind-week-ziek", "kind-opvang-belt"}),
        ("mijn moeder is ziek in turkije", {"familie-ziek"}),
        ("mijn hond is dood", {"huisdier"}),
        ("keizersnee gepland", {"ik-ben-zwanger", "partner-bevallen"}),
        ("0 uren contract kind ziek", {"kind-week-ziek", "kind-opvang-belt"}),
        ("mijn vakantie is geweigerd", {"vakantie-geweigerd"}),
        ("onze baby is dood geboren, ik ben de vader", {"stilgeboorte-andere-ouder"}),
        ("geen antwoord op mijn verlofaanvraag", {"geen-antwoord"}),
        ("buurman verzorgen", {"vriend-kanker", "buurvrouw-operatie"}),
        ("tandarts kind", {"mee-naar-arts"}),
        ("ik word oma", {"opa-oma-worden"}),
        ("nichtje bij ons geplaatst", {"pleegouder"}),
        ("minuren", {"vaste-werktijden"}),
    ],
)
def test_what_was_once_sent_elsewhere_comes_first_now(situation_search: SituationSearch, text: str, wanted: set[str]):
    assert situation_search.zoek(text, "nl")[0][0] in wanted


def test_guesses_stand_beside_results_and_never_repeat_them(situation_search: SituationSearch):
    for phrase in phrases("zinnen.yaml"):
        answer = situation_search.find(phrase.text, phrase.taal)
        ids = [id for id, _ in (*answer.past, *answer.dichtbij)]
        assert len(ids) == len(set(ids))
        assert (answer.zekerheid == "geen") == (not answer.past)
        assert not answer.dichtbij or (answer.zekerheid != "goed" and len(ids) <= 3)


def test_words_of_the_other_language_are_found_when_they_say_nothing_in_the_asked_one(
    situation_search: SituationSearch,
):
    assert situation_search.zoek("stillbirth", "nl")[0][0] == "miskraam"
    assert situation_search.zoek("tandarts", "en")[0][0] == "tandarts"


def test_the_best_comes_first_and_never_more_than_asked_for(situation_search: SituationSearch):
    found = situation_search.zoek("zwanger ziek contract", "nl", 5)
    assert 2 < len(found) <= 5
    assert [score for _, score in found] == sorted((score for _, score in found), reverse=True)
    assert situation_search.zoek("zwanger ziek contract", "nl", 2) == found[:2]
    assert situation_search.zoek("zwanger ziek contract", "nl", 0) == []


def test_the_same_words_always_get_the_same_answer(situation_search: SituationSearch, levenssituaties, synoniemen):
    again = SituationSearch(levenssituaties, synoniemen)
    for phrase in phrases("zinnen.yaml"):
        assert situation_search.zoek(phrase.text, phrase.taal) == again.zoek(phrase.text, phrase.taal)


def test_threads_can_share_it(situation_search: SituationSearch):
    asked = [(phrase.text, phrase.taal) for phrase in phrases("zinnen.yaml")] * 4
    alone = [situation_search.zoek(*each) for each in asked]
    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(lambda each: situation_search.zoek(*each), asked)) == alone


def test_nothing_is_logged_or_kept(situation_search: SituationSearch, caplog, capsys):
    secret = "qwertzuiop overleden"
    with caplog.at_level(logging.DEBUG):
        situation_search.zoek(secret, "nl")
    assert caplog.records == []
    assert capsys.readouterr() == ("", "")
    assert "qwertzuiop" not in str(_everything(situation_search))


def _everything(thing: object, seen: set[int] | None = None) -> list[object]:
    """All that hangs on an object."""
    seen = set() if seen is None else seen
    if id(thing) in seen:
        return []
    seen.add(id(thing))
    slots = [getattr(thing, name, None) for name in getattr(type(thing), "__slots__", ())]
    inside = [*slots, *vars(thing).values()] if hasattr(thing, "__dict__") else slots
    if isinstance(thing, dict):
        inside += [*thing, *thing.values()]
    elif isinstance(thing, list | tuple | set | frozenset):
        inside += thing
    return [thing, *(found for each in inside for found in _everything(each, seen))] if inside else [thing]


def test_a_question_costs_less_than_a_millisecond(situation_search: SituationSearch):
    """The middle one of the real phrases, as a machine may be busy; measured 0.08 ms."""
    asked = [phrase.text for phrase in phrases("zinnen.yaml") if phrase.taal == "nl"]
    took = []
    for text in asked:
        start = time.perf_counter()
        situation_search.zoek(text, "nl")
        took.append(time.perf_counter() - start)
    assert sorted(took)[len(took) // 2] < 0.001
