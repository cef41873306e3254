"""Every leave can be found, and a bill that became law says what it became."""

import shutil
from datetime import date
from pathlib import Path

import pytest

from tests.support.answers import assessed
from verlof_api.assessment import Beoordelaar, Situatie
from verlof_api.checks.reach import reach
from verlof_api.law import RULES, RulebookError, load_rulebook, open_folder
from verlof_api.law.loader import load_law
from verlof_api.situations import load_situaties

BILL = "voorstel/rouwverlof/regel.yaml"
BECAME = "opgevolgd-door: afspraak.bijzonder-verlof\n"


@pytest.fixture
def rules(tmp_path: Path) -> Path:
    return Path(shutil.copytree(RULES, tmp_path / "rules"))


def change(rules: Path, file: str, old: str, new: str) -> int:
    """Replace the first place where `old` stands; gives the number of its line."""
    text = (rules / file).read_text()
    assert old in text
    (rules / file).write_text(text.replace(old, new, 1))
    return text[: text.index(old)].count("\n") + 1


def ended(rules: Path, more: str = "") -> None:
    change(rules, BILL, "{van: 2024-07-12}", "{van: 2024-10-23, tot: 2027-06-30}")
    change(rules, BILL, "anker: []\n", f"anker: []\n{more}")


def found(rules: Path) -> list[str]:
    folder = open_folder(rules).or_raise()
    law = load_law(folder).or_raise()
    return [str(error) for error in reach(law, load_situaties(folder, law).or_raise().levenssituaties)]


def test_every_leave_of_the_law_is_named_by_a_situation_and_every_bill_is_still_one(rules: Path) -> None:
    assert found(rules) == []


def test_a_leave_that_no_situation_names_is_reported_with_its_place(rules: Path) -> None:
    change(rules, "situaties.yaml", "verlofsoorten: [afspraak.verlof-delen]", "verlofsoorten: [bw.vakantie]")
    (error,) = found(rules)
    assert error.startswith("afspraak/verlof-delen/regel.yaml:6: afspraak.verlof-delen: geen levenssituatie")


def test_rules_without_situations_are_not_held_to_them(rules: Path) -> None:
    for file in rules.glob("situaties*.yaml"):
        file.unlink()
    assert found(rules) == []


def test_a_bill_that_ended_names_what_it_became(rules: Path) -> None:
    ended(rules)
    assert found(rules) == [
        f"{BILL}:8: voorstel.rouwverlof: een voorstel met een `tot` noemt onder `opgevolgd-door` "
        "het verlof dat het werd"
    ]


def test_a_bill_that_became_law_ends(rules: Path) -> None:
    change(rules, BILL, "anker: []\n", f"anker: []\n{BECAME}")
    assert (
        f"{BILL}:7: voorstel.rouwverlof: een voorstel dat wet werd, eindigt: geef de laatste versie een `tot`"
        in found(rules)
    )


def test_a_situation_that_names_the_bill_names_what_it_became_too(rules: Path) -> None:
    ended(rules, BECAME)
    assert found(rules) == [
        f"{BILL}:7: voorstel.rouwverlof: de levenssituatie `moeder-overleden` noemt dit voorstel, "
        "maar `afspraak.bijzonder-verlof` niet"
    ]


@pytest.mark.parametrize(
    ("named", "problem"),
    [
        ("wazo.rouwverlof", "het verlof `wazo.rouwverlof` bestaat niet"),
        ("voorstel.mantelzorgverlof", "`voorstel.mantelzorgverlof` is zelf een voorstel"),
    ],
)
def test_what_a_bill_became_exists_and_is_law(rules: Path, named: str, problem: str) -> None:
    ended(rules, f"opgevolgd-door: {named}\n")
    with pytest.raises(RulebookError) as wrong:
        load_rulebook(rules)
    assert str(wrong.value).startswith(f"{BILL}:7: {problem}")


def test_what_is_still_law_is_followed_by_no_other_leave(rules: Path) -> None:
    file = "zw/orgaandonatie/regel.yaml"
    change(rules, file, "anker: [gewensteIngangsdatum]\n", "anker: [gewensteIngangsdatum]\nopgevolgd-door: zw.ziekte\n")
    with pytest.raises(RulebookError, match=rf"{file}:6: `zw.orgaandonatie` is nog wet"):
        load_rulebook(rules)


@pytest.mark.parametrize(("taal", "said"), [("nl", "is wet geworden"), ("en", "has become law")])
def test_who_asks_for_the_bill_afterwards_is_told_where_the_right_stands(rules: Path, taal: str, said: str) -> None:
    ended(rules, BECAME)
    rulebook = load_rulebook(rules)
    asked = Situatie(date(2027, 7, 1), {}, ("voorstel.rouwverlof",), inclusief_voorstellen=True)
    (leave,) = assessed(Beoordelaar(rulebook), asked, taal)["verlofsoorten"]
    name = rulebook.verlofsoorten["afspraak.bijzonder-verlof"].words(taal)[0].naam
    assert said in leave["toelichting"]
    assert str(name) in leave["toelichting"]
