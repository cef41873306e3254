"""The answer for one leave: what the law says of a situation, and what it leaves out when there is no right."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from tests.support.answers import assessed
from tests.support.rules_folder import RulesFolder
from verlof_api.assessment import Beoordelaar, Situatie

Assess = Callable[..., dict[str, Any]]

DAY = date(2024, 3, 1)
PLANTED = date(2024, 2, 20)
GRANTED = {"arbeidsrelatie": "werknemer", "plantdatum": PLANTED, "tuin": True, "urenPerWeek": Decimal(32)}


def outcomes(answer: dict[str, Any]) -> dict[str, str]:
    return {each["id"]: each["uitkomst"] for each in answer["voorwaarden"]}


def terms(answer: dict[str, Any]) -> dict[str, str]:
    return {each["id"]: each["uiterlijk"] for each in answer["termijnen"]}


def codes(answer: dict[str, Any]) -> list[str]:
    return [each["code"] for each in answer["waarschuwingen"]]


# --- the verdict and its grounds ----------------------------------------------------------------


@pytest.mark.parametrize(
    ("facts", "verdict"),
    [
        ({}, "recht"),
        ({"tuin": False}, "geen-recht"),
        ({"tuin": None}, "vraag-nodig"),
        ({"wortelschade": 60}, "oordeel-nodig"),
        ({"tuin": False, "arbeidsrelatie": None}, "geen-recht"),
        ({"tuin": None, "wortelschade": 60}, "vraag-nodig"),
        ({"tuin": False, "wortelschade": 60}, "geen-recht"),
    ],
)
def test_no_right_goes_before_a_question_and_a_question_before_a_judgement(
    boomverlof: Assess, facts: dict[str, Any], verdict: str
) -> None:
    told = {name: value for name, value in {**GRANTED, **facts}.items() if value is not None}
    assert boomverlof(DAY, told)["oordeel"] == verdict


def test_every_condition_is_in_the_answer_in_the_order_of_the_rule(boomverlof: Assess) -> None:
    assert outcomes(boomverlof(DAY, {"tuin": False, "wortelschade": 60})) == {
        "werknemer": "onbekend",
        "binnen-vier-weken": "onbekend",
        "nog-tegoed": "voldaan",
        "gezonde-wortels": "open-norm",
        "eigen-tuin": "niet-voldaan",
    }


def test_a_condition_names_the_facts_it_turns_on_and_its_sources(boomverlof: Assess) -> None:
    condition = boomverlof(DAY, GRANTED)["voorwaarden"][1]
    assert condition["feiten"] == ["gewensteIngangsdatum", "plantdatum"]
    assert [(each["wet"], each["artikel"]) for each in condition["bronnen"]] == [("Bomenwet", "4:2")]


def test_nothing_told_refuses_nothing(boomverlof: Assess) -> None:
    assert boomverlof(DAY, {})["oordeel"] == "vraag-nodig"


@pytest.mark.parametrize("part", ["omvang", "periode", "betaling"])
def test_without_a_right_there_is_no_size_window_or_pay(boomverlof: Assess, part: str) -> None:
    assert (boomverlof(DAY, GRANTED | {"tuin": False})[part], boomverlof(DAY, GRANTED)[part] is None) == (None, False)


def test_without_a_right_there_are_no_steps(boomverlof: Assess) -> None:
    assert (boomverlof(DAY, GRANTED | {"tuin": False})["stappen"], len(boomverlof(DAY, GRANTED)["stappen"])) == ([], 1)


def test_a_term_that_explains_the_refusal_stays(boomverlof: Assess) -> None:
    late = {**GRANTED, "gewensteIngangsdatum": date(2024, 6, 1)}
    assert terms(boomverlof(DAY, late)) == {"vervaldatum": "2024-04-23"}


def test_a_term_that_does_not_explain_the_refusal_goes(boomverlof: Assess) -> None:
    assert terms(boomverlof(DAY, GRANTED | {"tuin": False})) == {}


def test_a_term_of_which_the_day_is_unknown_is_left_out(boomverlof: Assess) -> None:
    assert terms(boomverlof(DAY, {"tuin": True})) == {}


@pytest.mark.parametrize(("facts", "given"), [({"tuin": True}, True), ({"tuin": False}, False), ({}, False)])
def test_a_term_with_a_condition_is_given_only_when_that_holds(
    rules: RulesFolder, assess: Assess, facts: dict[str, bool], given: bool
) -> None:
    rules.rule(
        "wazo.termijnverlof",
        """
        voorwaarden: [{id: altijd, als: ja, bron: Bomenwet 1}]
        termijnen: [{id: vervaldatum, uiterlijk: peildatum + 1 dag, aan: niemand, als: tuin, bron: Bomenwet 1}]
        """,
    )
    assert bool(terms(assess(DAY, facts, "nl", "wazo.termijnverlof"))) is given


def test_a_step_has_the_day_of_its_term_and_its_proof_in_words(boomverlof: Assess) -> None:
    (step,) = boomverlof(DAY, GRANTED)["stappen"]
    assert (step["uiterlijk"], step["bewijs"], step["tekst"]) == ("2024-01-24", ["boomkaart (nl)"], "melden (nl).")


# --- size and window ----------------------------------------------------------------------------


def test_a_size_that_does_not_apply_is_null(boomverlof: Assess) -> None:
    sizes = boomverlof(DAY, GRANTED)["omvang"]
    assert {name: sizes[name] for name in ("uren", "weken", "dagen", "werkdagen", "resterendeUren")} == {
        "uren": 32,
        "weken": 1,
        "dagen": None,
        "werkdagen": None,
        "resterendeUren": None,
    }


def test_a_fact_that_fixes_only_the_size_leaves_the_verdict(boomverlof: Assess) -> None:
    answer = boomverlof(DAY, {name: value for name, value in GRANTED.items() if name != "urenPerWeek"})
    assert (answer["oordeel"], answer["omvang"]["uren"], answer["omvang"]["formule"]) == (
        "recht",
        None,
        "1 × urenPerWeek",
    )


@pytest.mark.parametrize(("hours", "number"), [("32", 32), ("32.0", 32), ("0.5", 0.5), ("36.25", 36.25)])
def test_a_number_is_a_json_number(boomverlof: Assess, hours: str, number: float) -> None:
    uren = boomverlof(DAY, {**GRANTED, "urenPerWeek": Decimal(hours)})["omvang"]["uren"]
    assert (type(uren), uren) == (type(number), number)


def test_the_window_includes_both_its_days(boomverlof: Assess) -> None:
    assert boomverlof(DAY, GRANTED)["periode"] == {"van": "2024-02-21", "tot": "2024-04-23"}


def test_a_window_of_which_nothing_is_known_is_null(boomverlof: Assess) -> None:
    assert boomverlof(DAY, {"tuin": True})["periode"] is None


# --- warnings and assumptions -------------------------------------------------------------------


def test_an_unmet_condition_warns_with_its_code(boomverlof: Assess) -> None:
    assert codes(boomverlof(DAY, {**GRANTED, "gewensteIngangsdatum": date(2024, 6, 1)})) == ["venster-verlopen"]


@pytest.mark.parametrize(
    ("day", "warned"), [(date(2024, 1, 24), []), (date(2024, 1, 25), ["te-laat-gemeld"])], ids=["in time", "a day late"]
)
def test_late_notice_warns_and_keeps_the_right(boomverlof: Assess, day: date, warned: list[str]) -> None:
    answer = boomverlof(DAY, {**GRANTED, "meldingsdatum": day})
    assert (answer["oordeel"], codes(answer)) == ("recht", warned)


@pytest.mark.parametrize(("bij", "warned"), [("", []), (", bij: altijd", ["cao-nagaan"])])
def test_a_warning_is_left_out_without_a_right_unless_it_is_always_given(
    rules: RulesFolder, assess: Assess, bij: str, warned: list[str]
) -> None:
    rules.rule(
        "wazo.warmverlof",
        f"""
        voorwaarden: [{{id: nooit, als: nee, bron: Bomenwet 1}}]
        waarschuwingen: [{{code: cao-nagaan, als: ja{bij}, bron: Bomenwet 1}}]
        """,
    )
    assert codes(assess(DAY, {}, "nl", "wazo.warmverlof")) == warned


def test_a_warning_that_is_unknown_is_not_given(boomverlof: Assess) -> None:
    assert codes(boomverlof(DAY, {"tuin": True})) == []


@pytest.mark.parametrize(
    ("taal", "sentence"),
    [
        ("nl", "We zijn uitgegaan van gewensteIngangsdatum (nl): 1 maart 2024."),
        ("en", "We assumed gewensteIngangsdatum (en): 1 March 2024."),
    ],
)
def test_what_was_assumed_is_said(boomverlof: Assess, taal: str, sentence: str) -> None:
    assumed = {each["feit"]: (each["waarde"], each["tekst"]) for each in boomverlof(DAY, GRANTED, taal)["aannames"]}
    assert assumed["gewensteIngangsdatum"] == ("2024-03-01", sentence)


def test_every_assumption_that_was_used_is_listed_once(boomverlof: Assess) -> None:
    assumed = [each["feit"] for each in boomverlof(DAY, GRANTED)["aannames"]]
    assert sorted(assumed) == ["gewensteIngangsdatum", "meldingsdatum", "opgenomenUren"]


def test_what_was_told_is_not_assumed(boomverlof: Assess) -> None:
    told = {"gewensteIngangsdatum": DAY, "meldingsdatum": DAY, "opgenomenUren": {"wazo.boomverlof": Decimal(0)}}
    assert boomverlof(DAY, GRANTED | told)["aannames"] == []


@pytest.mark.parametrize(
    ("fact", "als", "value"),
    [
        ("aantalBomen", "aantalBomen == 1", 1),
        ("besteld", "niet besteld", False),
        ("vorstperiodes", "overlap(vorstperiodes) == 0", []),
        ("meldingsdatum", "meldingsdatum == peildatum", "2024-03-01"),
    ],
)
def test_an_assumed_value_is_json(rules: RulesFolder, assess: Assess, fact: str, als: str, value: Any) -> None:
    rules.rule("wazo.gokverlof", f"voorwaarden: [{{id: c, als: {als}, bron: Bomenwet 1}}]")
    (assumed,) = assess(DAY, {}, "nl", "wazo.gokverlof")["aannames"]
    assert (assumed["feit"], assumed["waarde"]) == (fact, value)


def test_a_fact_that_implies_another_tells_it(rules: RulesFolder, assess: Assess) -> None:
    rules.rule("wazo.bestelverlof", "voorwaarden: [{id: c, als: besteld, bron: Bomenwet 1}]")
    answer = assess(DAY, {"bestelling": DAY}, "nl", "wazo.bestelverlof")
    assert (answer["oordeel"], answer["aannames"]) == ("recht", [])


# --- the employer -------------------------------------------------------------------------------

EMPLOYER = """
voorwaarden: [{id: altijd, als: ja, bron: Bomenwet 1}]
werkgever:
  magWeigeren: tuin
  magWijzigen: nee
  grond: zwaarwegend-belang
  antwoordUiterlijk: plantdatum - 1 week
  bron: Bomenwet 1
"""


@pytest.mark.parametrize(
    ("facts", "employer"),
    [
        ({"tuin": True, "plantdatum": PLANTED}, (True, False, "zwaarwegend-belang", "2024-02-13")),
        ({"tuin": False}, (False, False, None, None)),
        ({}, (None, False, "zwaarwegend-belang", None)),
    ],
)
def test_what_the_employer_may_do_can_depend_on_facts(
    rules: RulesFolder, assess: Assess, facts: dict[str, Any], employer: tuple[Any, ...]
) -> None:
    rules.rule("wazo.baasverlof", EMPLOYER)
    answer = assess(DAY, facts, "nl", "wazo.baasverlof")["werkgever"]
    assert tuple(answer[name] for name in ("magWeigeren", "magWijzigen", "grond", "antwoordUiterlijk")) == employer


# --- the law of the day -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("planted", "version"),
    [(date(2019, 12, 31), "2010-01-01"), (date(2020, 1, 1), "2020-01-01"), (None, "2020-01-01")],
)
def test_the_anchor_chooses_the_version_and_without_it_the_day_of_asking(
    boomverlof: Assess, planted: date | None, version: str
) -> None:
    facts = {} if planted is None else {"plantdatum": planted}
    assert boomverlof(date(2020, 1, 10), facts)["geldig"]["van"] == version


@pytest.mark.parametrize(
    ("facts", "version"),
    [
        ({}, "2020-01-01"),
        ({"bestelling": date(2010, 5, 1)}, "2010-01-01"),
        ({"plantdatum": date(2015, 5, 1), "bestelling": date(2010, 5, 1)}, "2015-01-01"),
    ],
)
def test_the_first_anchor_that_is_known_counts(
    rules: RulesFolder, assess: Assess, facts: dict[str, date], version: str
) -> None:
    bodies = "".join(
        f"  - geldig: {{van: {van}}}\n    gelezen: {van}\n    voorwaarden: [{{id: c, als: ja, bron: Bomenwet 1}}]\n"
        "    stappen: [{id: doen, aan: niemand, bron: Bomenwet 1}]\n"
        for van in ("2010-01-01", "2015-01-01", "2020-01-01")
    )
    rules.leave(f"id: wazo.ankerverlof\nanker: [plantdatum, bestelling]\nversies:\n{bodies}")
    assert assess(DAY, facts, "nl", "wazo.ankerverlof")["geldig"]["van"] == version


def test_a_version_that_lapsed_condition_no_longer_asks_for_it(boomverlof: Assess) -> None:
    asked = ["boom-geplant" in outcomes(boomverlof(DAY, {"plantdatum": day})) for day in (date(2019, 12, 31), PLANTED)]
    assert asked == [True, False]


ENDED = """\
id: wazo.snoeiverlof
anker: [plantdatum]
versies:
  - geldig: {van: 2005-01-01, tot: 2008-12-31}
    gelezen: 2005-01-01
    voorwaarden: [{id: altijd, als: ja, bron: Bomenwet 1}]
    stappen: [{id: doen, aan: niemand, bron: Bomenwet 1}]
  - geldig: {van: 2015-01-01, tot: 2019-12-31}
    zoals: 2005-01-01
"""


@pytest.mark.parametrize(
    ("planted", "taal", "sentence", "geldig"),
    [
        (
            date(2004, 12, 31),
            "nl",
            "De wet kende wazo.snoeiverlof (nl) nog niet op 31 december 2004. Het bestaat sinds 1 januari 2005.",
            {"van": "2005-01-01", "tot": "2008-12-31"},
        ),
        (
            date(2020, 1, 1),
            "nl",
            "De wet kende wazo.snoeiverlof (nl) niet meer op 1 januari 2020. Het bestond tot en met 31 december 2019.",
            {"van": "2015-01-01", "tot": "2019-12-31"},
        ),
        (
            date(2004, 12, 31),
            "en",
            "The law did not know wazo.snoeiverlof (en) yet on 31 December 2004. It exists since 1 January 2005.",
            {"van": "2005-01-01", "tot": "2008-12-31"},
        ),
        (
            date(2020, 1, 1),
            "en",
            "The law no longer knew wazo.snoeiverlof (en) on 1 January 2020. It existed until 31 December 2019.",
            {"van": "2015-01-01", "tot": "2019-12-31"},
        ),
    ],
)
def test_a_leave_the_law_did_not_know_that_day_is_refused_with_the_days_on_which_it_did(
    rules: RulesFolder, assess: Assess, planted: date, taal: str, sentence: str, geldig: dict[str, str]
) -> None:
    rules.leave(ENDED)
    answer = assess(DAY, {"plantdatum": planted}, taal, "wazo.snoeiverlof")
    warnings = [(each["code"], each["tekst"]) for each in answer["waarschuwingen"]]
    assert (answer["oordeel"], warnings, answer["geldig"]) == ("geen-recht", [("niet-van-kracht", sentence)], geldig)


@pytest.mark.parametrize(
    ("planted", "verdict"),
    [
        (date(2008, 12, 31), "recht"),
        (date(2009, 1, 1), "geen-recht"),
        (date(2014, 12, 31), "geen-recht"),
        (date(2015, 1, 1), "recht"),
    ],
)
def test_in_a_gap_between_versions_there_is_no_right(
    rules: RulesFolder, assess: Assess, planted: date, verdict: str
) -> None:
    rules.leave(ENDED)
    answer = assess(DAY, {"plantdatum": planted}, "nl", "wazo.snoeiverlof")
    assert (answer["oordeel"], codes(answer)) == (verdict, [] if verdict == "recht" else ["niet-van-kracht"])


@pytest.mark.parametrize("part", ["omvang", "periode", "betaling", "werkgever", "afwijken"])
def test_a_leave_the_law_did_not_know_has_nothing_else(rules: RulesFolder, assess: Assess, part: str) -> None:
    rules.leave(ENDED)
    assert assess(DAY, {"plantdatum": date(2004, 1, 1)}, "nl", "wazo.snoeiverlof")[part] is None


# --- which leaves -------------------------------------------------------------------------------

MORE = ("wazo.aarverlof", "bw.zaaiverlof", "voorstel.zonverlof")


@pytest.fixture
def several(rules: RulesFolder) -> Beoordelaar:
    for leave in MORE:
        verdict = "voorstel" if leave.startswith("voorstel") else "recht"
        rules.rule(leave, f"uitkomst: {verdict}\nvoorwaarden: [{{id: altijd, als: ja, bron: Bomenwet 1}}]")
    return Beoordelaar(rules.load())


def answered_for(beoordelaar: Beoordelaar, *leaves: str, bills: bool = False) -> list[str]:
    answer = assessed(beoordelaar, Situatie(DAY, {}, leaves or None, inclusief_voorstellen=bills))
    return [each["id"] for each in answer["verlofsoorten"]]


def test_all_leaves_are_assessed_unless_some_are_named(several: Beoordelaar) -> None:
    assert answered_for(several) == ["bw.zaaiverlof", "wazo.aarverlof", "wazo.boomverlof"]


def test_bills_are_assessed_only_when_asked_for(several: Beoordelaar) -> None:
    assert [each for each in answered_for(several, bills=True) if each not in answered_for(several)] == [
        "voorstel.zonverlof"
    ]


def test_named_leaves_are_answered_once_in_the_order_in_which_they_are_named(several: Beoordelaar) -> None:
    named = ("wazo.boomverlof", "bw.zaaiverlof", "wazo.boomverlof")
    assert answered_for(several, *named) == ["wazo.boomverlof", "bw.zaaiverlof"]


def test_a_leave_has_the_same_answer_alone_and_among_others(several: Beoordelaar) -> None:
    together = assessed(several, Situatie(DAY, GRANTED))["verlofsoorten"]
    alone = [assessed(several, Situatie(DAY, GRANTED, (each["id"],)))["verlofsoorten"][0] for each in together]
    assert alone == together


# --- the identity of an assessment --------------------------------------------------------------


def identity(beoordelaar: Beoordelaar, situatie: Situatie) -> str:
    return str(assessed(beoordelaar, situatie)["beoordelingId"])


QUESTION: dict[str, Any] = {
    "tuin": True,
    "urenPerWeek": Decimal("32.5"),
    "plantdatum": PLANTED,
    "opgenomenUren": {"wazo.boomverlof": Decimal(3), "wazo.anders": Decimal(4)},
    "vorstperiodes": ((date(2024, 1, 1), date(2024, 1, 2)),),
}
SAME: list[dict[str, Any]] = [
    dict(reversed(QUESTION.items())),
    QUESTION | {"opgenomenUren": {"wazo.anders": Decimal(4), "wazo.boomverlof": Decimal(3)}},
    QUESTION | {"urenPerWeek": Decimal("32.50")},
]
OTHER: list[dict[str, Any]] = [
    QUESTION | {"tuin": False},
    QUESTION | {"urenPerWeek": Decimal("32.4")},
    QUESTION | {"plantdatum": date(2024, 2, 21)},
    QUESTION | {"opgenomenUren": {"wazo.boomverlof": Decimal(4), "wazo.anders": Decimal(3)}},
    QUESTION | {"vorstperiodes": ()},
    {name: value for name, value in QUESTION.items() if name != "tuin"},
]


@pytest.mark.parametrize("facts", SAME, ids=["order of facts", "order within a fact", "trailing zero"])
def test_the_same_question_has_the_same_id(trees_beoordelaar: Beoordelaar, facts: dict[str, Any]) -> None:
    one, other = Situatie(DAY, QUESTION), Situatie(DAY, facts)
    assert identity(trees_beoordelaar, one) == identity(trees_beoordelaar, other)


@pytest.mark.parametrize("facts", OTHER, ids=["bool", "number", "date", "per leave", "periods", "untold"])
def test_another_question_has_another_id(trees_beoordelaar: Beoordelaar, facts: dict[str, Any]) -> None:
    one, other = Situatie(DAY, QUESTION), Situatie(DAY, facts)
    assert identity(trees_beoordelaar, one) != identity(trees_beoordelaar, other)


@pytest.mark.parametrize(
    "other",
    [
        Situatie(date(2024, 3, 2), QUESTION),
        Situatie(DAY, QUESTION, ("wazo.boomverlof",)),
        Situatie(DAY, QUESTION, inclusief_voorstellen=True),
    ],
    ids=["day of asking", "leaves", "bills"],
)
def test_another_scope_is_another_question(trees_beoordelaar: Beoordelaar, other: Situatie) -> None:
    assert identity(trees_beoordelaar, other) != identity(trees_beoordelaar, Situatie(DAY, QUESTION))


def test_the_id_changes_with_the_rules(trees_beoordelaar: Beoordelaar, rules: RulesFolder) -> None:
    rules.change("regelset.yaml", "1.2.3", "1.2.4")
    changed = Beoordelaar(rules.load())
    assert identity(changed, Situatie(DAY, QUESTION)) != identity(trees_beoordelaar, Situatie(DAY, QUESTION))
