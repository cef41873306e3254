"""Versions that say the same share their trees; what means something else there is another tree."""

from collections.abc import Mapping
from dataclasses import replace

import pytest

from tests.support.language import FILE, LEAVE, LINE
from verlof_api.language.environment import Environment
from verlof_api.language.nodes import Node
from verlof_api.language.program import Program
from verlof_api.language.sharing import Sharing
from verlof_api.law import Rulebook, RulebookError
from verlof_api.law.strict_yaml import Passage


class Versions:
    """Versions of the fictional leave that share, each with named values and assumptions of its own."""

    def __init__(self, rulebook: Rulebook) -> None:
        self.rulebook, self.sharing = rulebook, Sharing(rulebook)

    def program(self, afgeleid: Mapping[str, str] | None = None, aannames: Mapping[str, str] | None = None) -> Program:
        leave = self.rulebook.verlofsoorten[LEAVE]
        versie = replace(leave.versies[0], afgeleid=_passages(afgeleid), aannames=_passages(aannames))
        return Program(self.rulebook, leave, versie, [], self.sharing)

    def tree(self, program: Program, text: str) -> Node:
        return self.sharing.read(Passage(text, FILE, LINE), program)


def _passages(texts: Mapping[str, str] | None) -> dict[str, Passage]:
    return {name: Passage(text, FILE, LINE) for name, text in (texts or {}).items()}


@pytest.fixture
def versions(trees: Rulebook) -> Versions:
    return Versions(trees)


@pytest.mark.parametrize(
    "text",
    ["tuin en leeftijd > 4", "bekend(gewensteIngangsdatum)", "betrokkene.graad > 1", "opgenomenUren > 3", "uren > 3"],
)
def test_a_text_that_means_the_same_is_one_tree(versions: Versions, text: str) -> None:
    one, other = (versions.program({"uren": "urenPerWeek * 2"}) for _ in range(2))
    assert versions.tree(one, text) is versions.tree(other, text)


def test_a_text_with_a_name_that_means_something_else_is_another_tree(versions: Versions) -> None:
    twice, thrice = versions.program({"uren": "urenPerWeek * 2"}), versions.program({"uren": "urenPerWeek * 3"})
    values = []
    for program in (twice, thrice, twice):
        env = Environment({"urenPerWeek": 10})
        values.append(program.compile(versions.tree(program, "uren + 1"))(env))
    assert values == [21, 31, 21]


def test_an_assumption_of_one_version_does_not_hold_in_another(versions: Versions) -> None:
    assumed, bare = versions.program(aannames={"urenPerWeek": "36"}), versions.program()
    missing = []
    for program in (assumed, bare):
        found: dict[str, None] = {}
        program.missing(versions.tree(program, "urenPerWeek > 30"))(Environment(), found, set())
        missing.append(list(found))
    assert missing == [[], ["urenPerWeek"]]


def test_each_version_knows_the_facts_it_reads_in_a_tree_that_was_read_before(versions: Versions) -> None:
    programs = [versions.program({"uren": "urenPerWeek * 2"}) for _ in range(2)]
    for program in programs:
        versions.tree(program, "uren > 3 en bekend(gewensteIngangsdatum)")
    assert [program.facts_read for program in programs] == [{"urenPerWeek", "gewensteIngangsdatum"}] * 2
    assert [list(program.definitions) for program in programs] == [["uren"]] * 2


def test_a_name_that_means_nothing_is_a_mistake_in_each_version_that_uses_it(versions: Versions) -> None:
    versions.tree(versions.program({"uren": "3"}), "tuin en uren > 3")
    with pytest.raises(
        RulebookError, match=r"regel\.yaml:7: `tuin en uren > 3`: `uren` bestaat niet: het is geen feit"
    ):
        versions.tree(versions.program(), "tuin en uren > 3")


def test_what_is_forgotten_is_read_again_and_works_as_before(versions: Versions) -> None:
    program = versions.program()
    before = versions.tree(program, "leeftijd > 4")
    versions.sharing.forget()
    after = versions.tree(program, "leeftijd > 4")
    assert after == before
    assert program.compile(after)(Environment({"leeftijd": 5})) is True
