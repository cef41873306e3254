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
        ("buurman]", "buurman, eik]", "`eik` staat ook onder boom"),
        ("[is, om]", "[is, om, de]", "`de` staat ook onder vulwoorden"),
        ("buurman]", "buurman, om]", "`om` staat ook onder stopwoorden"),
        ("groene reus", "een groene reus", "`een groene reus`: laat `een` weg, dat is een vulwoord"),
        ("algemeen: [buur]", "algemeen: [heg]", "het begrip `heg` staat niet in dit bestand"),
    ],
)
def test_a_mistake_is_reported_where_it_stands(rules: RulesFolder, old: str, new: str, problem: str):
    rules.write("synoniemen.nl.yaml", NL)
    line = rules.change("synoniemen.nl.yaml", old, new)
    assert load(rules)[1] == [f"synoniemen.nl.yaml:{line}: {problem}"]
