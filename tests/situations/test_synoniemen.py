"""Loading synonyms: a word has one meaning, and an expression is written as it is looked for."""

import pytest

from tests.support.rules_folder import RulesFolder
from verlof_api.situations.synoniemen import Synoniemen, load_synoniemen

NL = """\
vulwoorden: [de, een]
stopwoorden: [is, om]
algemeen: [buur]
begrippen:
  boom: [boom, eik, groene reus]
  buur: [buur, buurman]
"""


def load(rules: RulesFolder) -> tuple[dict[str, Synoniemen] | None, list[str]]:
    loaded = load_synoniemen(rules.open())
    return loaded.value, [str(error) for error in loaded.errors]


def test_synonyms_are_read_per_language(rules: RulesFolder):
    rules.write("synoniemen.nl.yaml", NL)
    boom = {"boom": ("boom", "eik", "groene reus"), "buur": ("buur", "buurman")}
    expected = Synoniemen(frozenset({"de", "een"}), frozenset({"is", "om"}), boom, frozenset({"buur"}))
    assert load(rules) == ({"nl": expected}, [])


def test_a_folder_without_synonyms_has_none(rules: RulesFolder):
    assert load(rules) == ({}, [])


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("buurman]", "buurman, eik]", "`eik` stands under boom too"),
        ("[is, om]", "[is, om, de]", "`de` stands under vulwoorden too"),
        ("buurman]", "buurman, om]", "`om` stands under stopwoorden too"),
        ("groene reus", "een groene reus", "`een groene reus`: leave out `een`, it is a filler word"),
        ("algemeen: [buur]", "algemeen: [heg]", "`heg` is not a concept of this file"),
    ],
)
def test_a_mistake_is_reported_where_it_stands(rules: RulesFolder, old: str, new: str, problem: str):
    rules.write("synoniemen.nl.yaml", NL)
    line = rules.change("synoniemen.nl.yaml", old, new)
    assert load(rules)[1] == [f"synoniemen.nl.yaml:{line}: {problem}"]
