"""Told facts that hardly fit together: a warning with the leaves that they touch, and nothing else changes."""

import dataclasses
from collections import Counter
from datetime import date
from random import Random

import orjson
import pytest

from tests.support.answers import assessed
from tests.support.real_rules import real_situations
from tests.support.situations import Situations
from verlof_api.assessment import Beoordelaar
from verlof_api.intake import Intake, parse
from verlof_api.law import RulebookError, load_rulebook
from verlof_api.law.tegenspraak import PAST_NIET

UNFITTING = [pytest.param(each, id=each.id) for each in load_rulebook().tegenspraken if each.soort == PAST_NIET]
PEILDATUM = date(2026, 6, 12)
TEGENSPRAAK = "tegenspraak"


@pytest.fixture(scope="module")
def answer(real_beoordelaar):
    intake = Intake(real_beoordelaar.rulebook, real_situations())

    def answer(facts, taal="nl", **request):
        body = {"peildatum": PEILDATUM.isoformat(), **request, "feiten": dict(facts)}
        return assessed(real_beoordelaar, intake.situatie(parse(orjson.dumps(body)), PEILDATUM), taal)

    return answer


def warned(answer):
    """Leave -> the sentences about facts that do not fit."""
    found = {
        leave["id"]: [each["tekst"] for each in leave["waarschuwingen"] if each["code"] == TEGENSPRAAK]
        for leave in answer["verlofsoorten"]
    }
    return {id: texts for id, texts in found.items() if texts}


@pytest.mark.parametrize("each", UNFITTING)
@pytest.mark.parametrize("taal", ["nl", "en"])
def test_what_hardly_fits_is_said_with_the_leaves_that_read_it_and_with_no_other(answer, real_beoordelaar, each, taal):
    said = warned(answer(each.voorbeeld, taal))
    assert said
    assert all(str(each.tekst[taal]) in texts for texts in said.values())
    touches = set(each.raakt or each.voorbeeld)
    for id in said:
        plans = [plan for plan in real_beoordelaar.plans.values() if plan.id == id]
        assert any(plan.reads_one_of(touches) for plan in plans)


@pytest.mark.parametrize("each", UNFITTING)
def test_without_one_of_the_facts_or_with_what_fits_nothing_is_said(answer, each):
    for fact in each.voorbeeld:
        rest = {id: value for id, value in each.voorbeeld.items() if id != fact}
        assert not any(str(each.tekst["nl"]) in texts for texts in warned(answer(rest)).values())
    assert warned(answer(each.past)) == {}


@pytest.mark.parametrize("each", UNFITTING)
def test_a_warning_never_names_a_value(each):
    values = [value for value in each.voorbeeld.values() if isinstance(value, str)]
    assert not any(value in text for value in values for text in each.tekst.values())


def test_what_is_told_of_one_leave_is_said_with_that_leave_only(answer):
    told = {"opgenomenUren": {"wazo.ouderschapsverlof": 0}, "opgenomenWeken": {"wazo.ouderschapsverlof": 4}}
    assert set(warned(answer(told))) == {"wazo.ouderschapsverlof"}


def test_a_warning_also_stands_with_a_refusal(answer):
    told = {"arbeidsrelatie": "zelfstandige", "gewensteIngangsdatum": "2026-09-07", "gewensteEinddatum": "2026-09-01"}
    (leave,) = answer(told, verlofsoorten=["wazo.ouderschapsverlof"])["verlofsoorten"]
    assert leave["oordeel"] == "geen-recht"
    assert TEGENSPRAAK in [each["code"] for each in leave["waarschuwingen"]]


def test_somebody_who_died_during_care_leave_is_no_contradiction(answer):
    told = {"arbeidsrelatie": "werknemer", "betrokkene": "ouder", "toestand": "overleden", "zorgNoodzakelijk": True}
    assert warned(answer(told)) == {}


def test_an_answer_that_cannot_be_true_is_not_offered(answer):
    told = {"arbeidsrelatie": "werknemer", "geboortedatumKind": "2026-06-01", "kindErkend": False}
    leaves = ["wazo.geboorteverlof", "wazo.ouderschapsverlof"]

    def options(facts, fact):
        asked = answer(facts, verlofsoorten=leaves)["volgendeVragen"]
        return next([option["waarde"] for option in each["opties"]] for each in asked if each["feit"] == fact)

    assert "juridisch-ouder" in options(told, "rolBijKind")
    assert "juridisch-ouder" not in options({**told, "juridischOuder": False}, "rolBijKind")


def test_a_question_that_can_have_no_answer_is_not_asked(answer):
    told = {
        "arbeidsrelatie": "werknemer",
        "dienstverbandBegin": "2019-03-04",
        "werkgeverGrootte": 25,
        "meldingsdatum": "2026-04-01",
        "gewensteIngangsdatum": "2026-06-15",
        "aowLeeftijdBereikt": False,
        "werkgeverBelang": True,
    }

    def asked(facts):
        return {each["feit"] for each in answer(facts, verlofsoorten=["wfw.arbeidsduur"])["volgendeVragen"]}

    assert "werkgeverAntwoordDatum" in asked({**told, "werkgeverAntwoord": "geweigerd"})
    assert "werkgeverAntwoordDatum" not in asked({**told, "werkgeverAntwoord": "geen"})


def test_every_offered_answer_is_taken(answer, real_beoordelaar):
    """Whatever one fact of a contradiction is, no option of a question that follows is refused."""
    intake = Intake(real_beoordelaar.rulebook, real_situations())
    for each in real_beoordelaar.contradictions.impossible:
        examples = each.tegenspraak.voorbeeld if each.tegenspraak else {"dienstverbandLooptDoor": True}
        for fact, value in examples.items():
            told = {"arbeidsrelatie": "werknemer", fact: value}
            for question in answer(told)["volgendeVragen"]:
                for option in question["opties"]:
                    facts = {**told, question["feit"]: option["waarde"]}
                    assert intake.situatie(parse(orjson.dumps({"feiten": facts})), PEILDATUM)


def test_what_hardly_fits_changes_nothing_but_the_warnings(real_beoordelaar, real_rulebook):
    fitting = dataclasses.replace(real_rulebook, tegenspraken=())
    silent, situations = Beoordelaar(fitting), Situations(real_rulebook, Random(20261201))
    found = 0
    for _ in range(60):
        situatie = situations.any()
        answers = [assessed(each, situatie)["verlofsoorten"] for each in (real_beoordelaar, silent)]
        for with_warning, without in zip(*answers, strict=True):
            kept = [each for each in with_warning["waarschuwingen"] if each["code"] != TEGENSPRAAK]
            found += len(with_warning["waarschuwingen"]) - len(kept)
            assert {**with_warning, "waarschuwingen": kept} == without
    assert found > 100


def test_no_contradiction_is_passed_over_because_something_was_not_told(real_beoordelaar, real_rulebook):
    """What a contradiction is said to need is needed indeed."""
    contradictions, situations = real_beoordelaar.contradictions, Situations(real_rulebook, Random(20261202))
    found = Counter()
    for _ in range(400):
        situatie = situations.any()
        for each in (*contradictions.impossible, *contradictions.unfitting):
            if contradictions.holds(each, situatie.feiten, situatie.peildatum):
                found[each.feiten] += 1
                assert each.nodig <= situatie.feiten.keys()
    assert len(found) > 25


ONE = """\
# yaml-language-server: $schema=schema/tegenspraak.json
- id: buur-en-boom
  soort: past-niet
  als: {als}
  voorbeeld: {{betrokkene: buur, boomGeplant: true}}
  past: {{betrokkene: kind, boomGeplant: true}}
  tekst: {{nl: Dit past niet., en: This does not fit.}}
"""


@pytest.mark.parametrize(
    ("als", "message"),
    [
        ("boomGeplant en", "deze uitdrukking is niet af"),
        ("boompje en boomGeplant", "het feit `boompje` bestaat niet"),
        ("betrokkene == tante", "`tante` kan hier niet; kies uit"),
        ("betrokkene == buur", "`als` leest `boomGeplant` niet"),
        ("aantalBomen + 1", "hier hoort ja of nee"),
    ],
)
def test_a_wrong_contradiction_does_not_load(rules, als, message):
    rules.write("tegenspraak.yaml", ONE.format(als=als))
    with pytest.raises(RulebookError) as refused:
        Beoordelaar(rules.load())
    assert any(message in str(error) and "tegenspraak.yaml:4" in str(error) for error in refused.value.errors)


def test_what_is_refused_does_not_depend_on_the_day_of_asking(rules):
    text = ONE.format(als="betrokkene == buur en boomGeplant en plantdatum > peildatum")
    rules.write("tegenspraak.yaml", text.replace("past-niet", "kan-niet"))
    with pytest.raises(RulebookError, match="mag niet van de peildatum afhangen"):
        Beoordelaar(rules.load())
