"""What can only be seen with a whole version in hand is refused when the rules are read, with its place."""

import pytest

from tests.support.rules_folder import RulesFolder
from verlof_api.assessment import Beoordelaar
from verlof_api.law import RulebookError

FILE = "wazo/toetsverlof/regel.yaml"
TERM = "vervaldatum, uiterlijk: peildatum, aan: niemand, bron: Bomenwet 1"
PAY = "percentage: 70, grondslag: loon, door: uwv, bron: Bomenwet 1"
MET = "voorwaarden: [{id: c, als: ja, bron: Bomenwet 1}]"


def mistakes(rules: RulesFolder, versie: str, anker: str = "[]") -> list[str]:
    rules.rule("wazo.toetsverlof", versie, anker=anker)
    with pytest.raises(RulebookError) as raised:
        Beoordelaar(rules.load())
    return [str(each) for each in raised.value.errors]


@pytest.mark.parametrize(
    ("versie", "at", "reason"),
    [
        (f"afgeleid: {{x: tuin}}\n{MET}", "afgeleid:", "niets gebruikt `x`"),
        (f"aannames: {{tuin: ja}}\n{MET}", "aannames:", "niets gebruikt `tuin`"),
        (MET.replace("als: ja", "als: gewensteUren > 3"), "geldig:", "`gewensteUren` is een wens"),
        (
            f"{MET}\ntermijnen: [{{id: {TERM}, verklaart: [d]}}]",
            "termijnen:",
            "verklaart: de voorwaarde `d` bestaat hier niet",
        ),
        (f"{MET}\nbetaling: {{{PAY}, maximum: regenloon}}", "betaling:", "geen tabel met bedragen heet `regenloon`"),
    ],
)
def test_what_makes_no_sense_as_a_whole_is_refused_with_its_place(
    rules: RulesFolder, versie: str, at: str, reason: str
) -> None:
    found = mistakes(rules, versie)
    assert [f"{FILE}:{rules.line(FILE, at)}: "] == [each[: each.index(": ") + 2] for each in found if reason in each]


@pytest.mark.parametrize("fact", ["tuin", "regen"])
def test_an_anchor_that_is_no_date_is_refused(rules: RulesFolder, fact: str) -> None:
    assert f"{FILE}:4: anker: `{fact}` is geen feit met een datum" in mistakes(rules, MET, f"[{fact}]")


def test_a_step_of_which_the_term_does_not_exist_is_refused(rules: RulesFolder) -> None:
    steps = "stappen: [{id: doen, aan: niemand, uiterlijk: vervaldatum, bron: Bomenwet 1}]"
    assert mistakes(rules, f"{MET}\n{steps}")[0].startswith(f"{FILE}:")


def test_mistakes_of_several_versions_and_leaves_come_at_once(rules: RulesFolder) -> None:
    rules.change("wazo/boomverlof/regel.yaml", "als: tuin,", "als: regen,")
    found = mistakes(rules, "voorwaarden: [{id: c, als: hagel, bron: Bomenwet 1}]")
    assert [each.split(":")[0] for each in found] == ["wazo/boomverlof/regel.yaml", FILE]


def test_rules_beyond_the_limits_of_the_engine_are_refused_with_the_leave(rules: RulesFolder) -> None:
    names = " of ".join(f"urenPerWeek == {number}" for number in range(17))
    (mistake,) = mistakes(rules, f"voorwaarden: [{{id: breed, als: {names}, bron: Bomenwet 1}}]")
    assert ("wazo.toetsverlof@2002-01-01: breed" in mistake, "17 mogelijkheden" in mistake) == (True, True)
