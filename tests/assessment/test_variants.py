"""What a version says otherwise in a case that it sets apart: its explanation, its formula, its steps."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
import yaml

from tests.support.rules_folder import TALEN, RulesFolder, dumped

Assess = Callable[..., dict[str, Any]]

REGEL = "wazo/boomverlof/regel.yaml"
DAY = date(2024, 3, 1)
GRANTED = {"arbeidsrelatie": "werknemer", "plantdatum": date(2024, 2, 20), "tuin": True, "urenPerWeek": Decimal(32)}
FORMULA = "formule: 1 × urenPerWeek,"
STEP = "{id: melden, aan: werkgever,"


def explained(rules: RulesFolder) -> None:
    rules.change(
        REGEL, "    omvang:", "    toelichting: [{id: schade, bij: oordeel-nodig, als: wortelschade > 80}]\n    omvang:"
    )
    for taal in TALEN:
        words = yaml.load(rules.read(f"wazo/boomverlof/tekst.{taal}.yaml"), yaml.CSafeLoader)
        words.setdefault("toelichting", {})["schade"] = "Vooral de wortels."
        rules.write(f"wazo/boomverlof/tekst.{taal}.yaml", dumped(words))


def test_another_explanation_is_given_where_its_case_is_certain(rules: RulesFolder, assess: Assess) -> None:
    explained(rules)
    assert assess(DAY, {**GRANTED, "wortelschade": 90})["toelichting"] == "Vooral de wortels."
    assert assess(DAY, {**GRANTED, "wortelschade": 60})["toelichting"] != "Vooral de wortels."


def test_another_explanation_belongs_to_one_verdict(rules: RulesFolder, assess: Assess) -> None:
    explained(rules)
    refused = assess(DAY, {**GRANTED, "wortelschade": 90, "tuin": False})
    assert refused["oordeel"] == "geen-recht"
    assert refused["toelichting"] != "Vooral de wortels."


@pytest.mark.parametrize("taal", TALEN)
def test_another_explanation_needs_words_and_words_a_use(rules: RulesFolder, taal: str) -> None:
    explained(rules)
    rules.change(REGEL, "id: schade, bij", "id: wortels, bij")
    file = f"wazo/boomverlof/tekst.{taal}.yaml"
    mistakes = [each for each in rules.mistakes() if each.startswith(file)]
    assert mistakes == [
        f"{file}:1: toelichting: `wortels` heeft geen tekst",
        f"{file}:1: toelichting: niets gebruikt `schade`",
    ]


def test_another_formula_explains_the_figures_where_its_case_is_certain(rules: RulesFolder, assess: Assess) -> None:
    other = f"{FORMULA} andereFormules: [{{als: tuin, formule: 2 × urenPerWeek}}],"
    rules.change(REGEL, FORMULA, other)
    assert assess(DAY, GRANTED)["omvang"]["formule"] == "2 × urenPerWeek"
    assert assess(DAY, {**GRANTED, "tuin": None})["omvang"]["formule"] == "1 × urenPerWeek"


@pytest.mark.parametrize(
    ("when", "told", "there"),
    [
        *(("als", True, True), ("als", False, False), ("als", None, False)),
        *(("tenzij", True, False), ("tenzij", False, True), ("tenzij", None, True)),
    ],
)
def test_a_step_comes_and_goes_only_with_what_is_certain(
    rules: RulesFolder, assess: Assess, when: str, told: bool | None, there: bool
) -> None:
    rules.change(REGEL, STEP, f"{{id: melden, {when}: schriftelijk, aan: werkgever,")
    steps = assess(DAY, {**GRANTED, "schriftelijk": told})["stappen"]
    assert [each["id"] for each in steps] == (["melden"] if there else [])


def test_what_is_told_of_a_leave_and_no_rule_reads_is_said_not_to_be_used(assess: Assess) -> None:
    idle = {"eersteVerlofdag": {"wazo.boomverlof": date(2024, 2, 1)}}
    warnings = assess(DAY, {**GRANTED, **idle})["waarschuwingen"]
    assert [each["tekst"] for each in warnings if each["code"] == "niet-gebruikt"] == [
        "Niet gebruikt: eersteVerlofdag (nl)."
    ]
    used = assess(DAY, {**GRANTED, "opgenomenUren": {"wazo.boomverlof": Decimal(8)}})["waarschuwingen"]
    assert "niet-gebruikt" not in [each["code"] for each in used]
