"""Names that are not known, and what may be repeated of them."""

from datetime import date

import pytest

from tests.support.real_rules import real_situations
from verlof_api.intake.compound import MAX_UNKNOWN
from verlof_api.intake.errors import MAX_FOUTEN, MAX_GUESSES
from verlof_api.law.suggest import Vocabulary


def test_peildatum_is_today_unless_it_is_told(read):
    assert read({"feiten": {}}).peildatum == date(2026, 11, 22)


def test_nothing_but_facts_is_required(read, refusals):
    assert read({"feiten": {}}).verlofsoorten is None
    assert refusals({}) == {"feiten": "verplicht"}


@pytest.mark.parametrize("message", [b"[]", b"3", b'"x"', b"null", b"true"])
def test_a_message_is_an_object(refusals, message):
    assert refusals(message) == {"$": "verkeerd-type"}


@pytest.mark.parametrize("facts", [[], 3, "x", True])
def test_facts_are_an_object(refusals, facts):
    assert refusals({"feiten": facts}) == {"feiten": "verkeerd-type"}


def test_the_first_day_of_the_law_is_the_first_peildatum(read, refusals, rulebook):
    first = rulebook.eerste_dag
    before = date.fromordinal(first.toordinal() - 1)
    assert read({"peildatum": first.isoformat(), "feiten": {}}).peildatum == first
    assert refusals({"peildatum": before.isoformat(), "feiten": {}}) == {"peildatum": "buiten-bereik"}


@pytest.mark.parametrize(
    ("wrong", "meant"),
    [
        ("urenPerWek", "urenPerWeek"),
        ("uren_per_week", "urenPerWeek"),
        ("URENPERWEEK", "urenPerWeek"),
        ("dagloonn", "dagloon"),
    ],
)
def test_a_misspelt_fact_is_refused_with_the_one_that_was_meant(entries, wrong, meant):
    (entry,) = entries({"feiten": {wrong: 1}})
    assert (entry["code"], entry["bedoelde"]) == ("onbekend-feit", meant)
    assert meant in entry["melding"]


def test_a_misspelt_field_is_refused_with_the_one_that_was_meant(entries):
    (entry,) = entries({"peildatm": "2026-01-01", "feiten": {}})
    assert (entry["in"], entry["code"], entry["bedoelde"]) == ("peildatm", "onbekend-veld", "peildatum")


def test_an_unknown_leave_is_refused_with_the_known_ones_and_the_one_that_was_meant(entries, rulebook):
    (entry,) = entries({"verlofsoorten": ["wazo.calamiteitenverlof", "calamiteiten-verlof"], "feiten": {}})
    assert entry["in"] == "verlofsoorten[1]"
    assert entry["code"] == "onbekende-verlofsoort"
    assert entry["bedoelde"] == "wazo.calamiteitenverlof"
    assert set(entry["toegestaan"]) == set(rulebook.verlofsoorten)


def test_a_leave_is_named_once(refusals):
    leave = "wazo.calamiteitenverlof"
    assert refusals({"verlofsoorten": [leave, leave], "feiten": {}}) == {"verlofsoorten[1]": "dubbel"}


@pytest.mark.parametrize("leaves", ["wazo.calamiteitenverlof", {}, True])
def test_leaves_are_a_list(refusals, leaves):
    assert refusals({"verlofsoorten": leaves, "feiten": {}}) == {"verlofsoorten": "verkeerd-type"}


def test_a_list_of_leaves_longer_than_there_are_is_refused_at_once(refusals):
    assert refusals({"verlofsoorten": ["x"] * 1_000, "feiten": {}}) == {"verlofsoorten": "te-lang"}


def test_a_bill_is_only_assessed_when_bills_are_asked_for(read, refusals):
    bill = "voorstel.rouwverlof"
    asked = {"verlofsoorten": [bill], "feiten": {}, "inclusiefVoorstellen": True}
    assert read(asked).verlofsoorten == (bill,)
    for answer in ({}, {"inclusiefVoorstellen": False}):
        message = {"verlofsoorten": [bill], "feiten": {}, **answer}
        assert refusals(message) == {"verlofsoorten[0]": "alleen-met-inclusiefVoorstellen"}


def test_a_bill_that_is_not_asked_for_is_told_together_with_other_mistakes(refusals):
    message = {"verlofsoorten": ["wazo.x", "voorstel.rouwverlof"], "feiten": {"x": 1}}
    assert refusals(message) == {
        "verlofsoorten[0]": "onbekende-verlofsoort",
        "verlofsoorten[1]": "alleen-met-inclusiefVoorstellen",
        "feiten.x": "onbekend-feit",
    }


def test_a_situation_is_one_of_the_rule_files(read, entries):
    assert read({"situatie": "partner-bevallen", "feiten": {}}).situatie == "partner-bevallen"
    (entry,) = entries({"situatie": "partner-beval", "feiten": {}})
    assert (entry["code"], entry["bedoelde"]) == ("onbekende-situatie", "partner-bevallen")
    assert "partner-bevallen" in entry["toegestaan"]


def test_a_situation_brings_its_leaves_and_its_facts_and_what_is_told_goes_before_them(read, rulebook):
    situation = real_situations().levenssituaties["partner-bevallen"]
    bare = read({"situatie": situation.id, "feiten": {}})
    assert set(bare.verlofsoorten) <= set(situation.verlofsoorten)
    assert set(bare.feiten) >= set(situation.feiten)
    leave = "wazo.calamiteitenverlof"
    told = read({"situatie": situation.id, "verlofsoorten": [leave], "feiten": {"rolBijKind": "bevallen-ouder"}})
    assert told.verlofsoorten == (leave,)
    assert told.feiten["rolBijKind"] == "bevallen-ouder"
    assert "rolBijKind" not in told.navragen


def test_what_is_not_known_is_named_by_its_fact_and_takes_the_place_of_what_the_situation_says(read):
    told = read({"situatie": "erken-kind-niet-samen", "nietBekend": ["kindErkend", "dagloon"], "feiten": {}})
    assert told.niet_bekend == ("kindErkend", "dagloon")
    assert "kindErkend" not in told.feiten
    assert told.feiten["rolBijKind"] == "andere-ouder"


def test_a_misspelt_fact_that_is_not_known_is_refused_with_the_one_that_was_meant(entries):
    (entry,) = entries({"nietBekend": ["dagloom"], "feiten": {}})
    assert (entry["in"], entry["code"], entry["bedoelde"]) == ("nietBekend[0]", "onbekend-feit", "dagloon")


def test_a_fact_is_not_both_told_and_not_known(entries):
    message = {"nietBekend": ["urenPerWeek", "dagloon"], "feiten": {"dagloon": 100}}
    assert [(entry["in"], entry["code"]) for entry in entries(message)] == [("nietBekend[1]", "toch-verteld")]


def test_a_day_and_the_other_answer_to_its_question_are_not_both_told(entries, read):
    day = {"dienstverbandEinde": "2027-01-01"}
    told = entries({"feiten": day | {"dienstverbandLooptDoor": True}})
    paths = ["feiten.dienstverbandEinde", "feiten.dienstverbandLooptDoor"]
    assert [(entry["in"], entry["code"]) for entry in told] == [(path, "spreekt-tegen") for path in paths]
    assert "dienstverbandLooptDoor" in told[0]["melding"]
    assert read({"feiten": day | {"dienstverbandLooptDoor": False}}).feiten["dienstverbandEinde"]


@pytest.mark.parametrize(
    ("facts", "code"), [([], "te-kort"), (["dagloon", "dagloon"], "dubbel"), ("dagloon", "verkeerd-type")]
)
def test_what_is_not_known_is_a_list_of_different_facts(refusals, facts, code):
    assert code in refusals({"nietBekend": facts, "feiten": {}}).values()


PERSONAL = [
    "Jan Jansen",
    "jan@example.nl",
    "123456782",
    "bsn123456782",
    "1985-05-01",
    "Sofie",
    "naam kind",
    "é" * 5,
    "x" * 70,
]


@pytest.mark.parametrize("key", PERSONAL)
def test_a_key_that_does_not_look_like_a_field_name_is_not_repeated_but_can_be_found(entries, key):
    for message, parent in (
        ({"feiten": {"leeftijd": 30, key: 1}}, "feiten"),
        ({"feiten": {}, key: 1}, "$"),
        ({"feiten": {"opgenomenUren": {"wazo.calamiteitenverlof": 1, key: 1}}}, "feiten.opgenomenUren"),
        (
            {"feiten": {"ziekteperiodes": [{"van": "2026-01-01", key: 1, "tot": "2026-01-01"}]}},
            "feiten.ziekteperiodes[0]",
        ),
    ):
        (entry,) = entries(message)
        assert entry["in"] == parent
        assert entry["positie"] == 2
        assert key not in str(entry)


def test_a_value_is_never_repeated(entries):
    secret = "Jan-Jansen-123456782"
    message = {
        "peildatum": secret,
        "situatie": secret,
        "verlofsoorten": [secret],
        "inclusiefVoorstellen": secret,
        "feiten": {
            "urenPerWeek": secret,
            "leeftijd": secret,
            "kindErkend": secret,
            "rolBijKind": secret,
            "geboortedatumKind": secret,
            "ziekteperiodes": [{"van": secret, "tot": secret}, secret],
            "opgenomenUren": {"wazo.calamiteitenverlof": secret},
            "eersteVerlofdag": secret,
        },
    }
    told = entries(message)
    assert len(told) == 14
    assert secret not in str(told)


def test_the_list_of_unknown_names_has_an_end(entries):
    told = entries({"feiten": {f"x{chr(97 + n // 26)}{chr(97 + n % 26)}": 1 for n in range(200)}})
    assert len(told) == MAX_UNKNOWN + 1
    assert told[-1]["code"] == "meer-fouten"


def test_the_list_of_mistakes_has_an_end_wherever_they_are(entries, rulebook):
    periods = [{"vam": 1, "tpt": 2, "van": 3} for _ in range(50)]
    message = {"feiten": {"ziekteperiodes": periods}, "nietBekend": [fact + "x" for fact in rulebook.feiten]}
    told = entries(message)
    assert len(told) == MAX_FOUTEN + 1
    assert (told[-1]["in"], told[-1]["code"], told[-1]["maximum"]) == ("$", "meer-fouten", MAX_FOUTEN)


def test_the_first_mistakes_say_what_was_probably_meant_and_further_ones_only_what_is_wrong(
    entries, rulebook, monkeypatch
):
    asked = []
    nearest = Vocabulary.nearest
    monkeypatch.setattr(Vocabulary, "nearest", lambda words, word: (asked.append(word), nearest(words, word))[1])
    told = entries({"feiten": {}, "nietBekend": [fact + "x" for fact in rulebook.feiten]})
    assert [each["bedoelde"] for each in told[:MAX_GUESSES]] == list(rulebook.feiten)[:MAX_GUESSES]
    assert len(asked) == MAX_GUESSES
    assert all("toegestaan" in each for each in told[:-1])


def test_a_suggestion_is_always_a_word_of_our_own(rulebook):
    words = Vocabulary(rulebook.feiten)
    assert {words.nearest(fact[:-1]) for fact in rulebook.feiten} <= set(rulebook.feiten)


@pytest.mark.parametrize("word", ["", "x", "y" * 61, 3, None, ["urenPerWeek"]])
def test_what_resembles_nothing_gets_no_suggestion(word):
    assert Vocabulary(["urenPerWeek"]).nearest(word) is None
