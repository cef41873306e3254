"""`verlof check` finds what the contract beside the rules does not know."""

from pathlib import Path

import pytest

from tests.support.real_rules import real_situations
from tests.support.rules_folder import RulesFolder
from verlof_api.checks.contract import contract
from verlof_api.law import RULES, Rulebook

LEAVE = "wazo.boomverlof"


def specified(rules: RulesFolder, *, leaves: tuple[str, ...], facts: tuple[str, ...] | None = None) -> Path:
    """A contract beside the rules that knows these leaves, and these facts or all."""
    known = tuple(rules.load().feiten) if facts is None else facts
    lines = ["components:", "  schemas:", "    VerlofsoortId:", "      enum:", *(f"        - {id}" for id in leaves)]
    lines += ["    FeitId:", "      enum:", *(f"        - {id}" for id in known), "    SituatieId: {enum: []}"]
    lines += ["    Feiten:", "      properties:", *(f"        {id}: {{}}" for id in known)]
    path = rules.root.parent / "openapi.yaml"
    path.write_text("\n".join(lines) + "\n")
    return path


def found(rules: RulesFolder) -> list[str]:
    return [str(error) for error in contract(rules.root, rules.load(), rules.situations())]


def test_a_contract_that_knows_everything_is_right(rules: RulesFolder) -> None:
    specified(rules, leaves=(LEAVE,))
    assert found(rules) == []


def test_a_leave_that_the_contract_misses_is_found_with_the_line_to_put_it_under(rules: RulesFolder) -> None:
    path = specified(rules, leaves=(LEAVE,))
    rules.rule("wazo.vrijverlof", "voorwaarden: [{id: boom, als: tuin, bron: Bomenwet 1}]")
    line = path.read_text().splitlines().index(f"        - {LEAVE}") + 1
    assert found(rules) == [
        f"openapi.yaml:{line}: `wazo.vrijverlof` staat niet bij VerlofsoortId: zet het hieronder, "
        "anders breekt het contract"
    ]


def test_a_leave_that_only_the_contract_knows_is_found(rules: RulesFolder) -> None:
    specified(rules, leaves=(LEAVE, "wazo.strooiverlof"))
    assert found(rules) == ["openapi.yaml:6: `wazo.strooiverlof` bij VerlofsoortId staat niet in de regels"]


def test_a_fact_belongs_in_two_places(rules: RulesFolder) -> None:
    facts = tuple(rules.load().feiten)
    specified(rules, leaves=(LEAVE,), facts=facts[:-1])
    assert [error.partition(": ")[2].partition(" staat")[0] for error in found(rules)] == [
        f"`{facts[-1]}`",
        f"het feit `{facts[-1]}`",
    ]


def test_rules_without_a_contract_beside_them_are_held_to_none(rules: RulesFolder) -> None:
    assert found(rules) == []


def test_a_contract_that_cannot_be_read_says_where(rules: RulesFolder) -> None:
    (rules.root.parent / "openapi.yaml").write_text("openapi: [\n")
    assert len(found(rules)) == 1


@pytest.mark.parametrize("root", [RULES, RULES.resolve()])
def test_the_contract_knows_the_real_rules(root: Path, real_rulebook: Rulebook) -> None:
    assert [str(error) for error in contract(root, real_rulebook, real_situations())] == []
