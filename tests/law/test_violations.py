"""What a rule file may not say is told in Dutch, once for one mistake, with what was probably meant."""

import pytest

from tests.support.rules_folder import RulesFolder

REGEL = "wazo/boomverlof/regel.yaml"


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("percentage: 70", "precentage: 70", "de sleutel `precentage` bestaat hier niet; bedoel je `percentage`?"),
        (
            "door: uwv",
            "door: werkgevr",
            "`werkgevr` kan hier niet; kies uit werkgever, uwv, niemand; bedoel je `werkgever`?",
        ),
        ("gelezen: 2010-06-01", "gelezen: 1 juni 2010", "`1 juni 2010` is geen datum: schrijf jaar-maand-dag"),
        ("{van: 2010-01-01}", "{van: 2010-13-01}", "`2010-13-01` is geen datum: schrijf jaar-maand-dag"),
        ("{van: 2010-01-01}", "{van: 20226-01-01}", "`20226-01-01` is geen datum: schrijf jaar-maand-dag"),
        ("percentage: 70", "percentage: 700", "`700` is te groot: hoogstens 100"),
    ],
)
def test_a_mistake_is_one_message_at_its_place(rules: RulesFolder, old: str, new: str, said: str) -> None:
    line = rules.change(REGEL, old, new)
    assert [mistake for mistake in rules.mistakes() if said in mistake and mistake.startswith(f"{REGEL}:{line}: ")]
    assert len([mistake for mistake in rules.mistakes() if "ontbreekt" not in mistake]) == 1


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("art. 4:2 lid 2 Bomenwet", "Bomenwet 4:2 lid 2"),
        ("Bomenwet 4.2", "Bomenwet 4:2"),
        ("'Bomenwet 4:2, lid 2'", "Bomenwet 4:2 lid 2"),
        ("Bomenwet 4:2 sub a", "Bomenwet 4:2 onder a"),
    ],
)
def test_a_source_that_is_written_as_elsewhere_says_how_it_is_written_here(
    rules: RulesFolder, written: str, meant: str
) -> None:
    line = rules.change(REGEL, "als: tuin, bron: Bomenwet 4:2 lid 2", f"als: tuin, bron: {written}")
    (mistake,) = rules.mistakes()
    assert mistake.startswith(f"{REGEL}:{line}: ")
    assert "is geen bron: schrijf wet, artikel en lid, zoals Wazo 4:2 lid 1 onder a" in mistake
    assert mistake.endswith(f"; bedoel je {meant}?")


def test_what_is_missing_is_named(rules: RulesFolder) -> None:
    rules.change(REGEL, "    gelezen: 2010-06-01\n", "")
    assert any(mistake.endswith("`gelezen` ontbreekt") for mistake in rules.mistakes())


def test_an_amount_is_text_between_quotes(rules: RulesFolder) -> None:
    rules.change("bedragen/minimumloon.yaml", '"10.00"', "10.00")
    (mistake,) = rules.mistakes()
    assert mistake.endswith("`10.0` moet tekst zijn: zet het tussen aanhalingstekens")
