"""`verlof check` finds a search word that leads to situations about other leaves."""

import pytest

from tests.support.real_rules import real_situations
from tests.support.rules_folder import TALEN, RulesFolder
from verlof_api.checks.search_words import search_words
from verlof_api.law import Rulebook

SITUATIONS = {
    "planten": ("wazo.boomverlof", ["boom planten", "heg planten", "tuin planten"]),
    "kappen": ("wazo.kapverlof", ["boom kappen", "heg kappen", "tuin kappen"]),
}
SYNONYMS = """\
# yaml-language-server: $schema=schema/synoniemen.json
vulwoorden: [de, een]
stopwoorden: [is, gaat]
algemeen: [boom]
begrippen:
  boom: [eik, beuk]
"""


def written(rules: RulesFolder, **more: str) -> None:
    """Two situations about different leaves; `more` gives each further search words."""
    rules.rule("wazo.kapverlof", "voorwaarden: [{id: boom, als: tuin, bron: Bomenwet 1}]")
    rules.write(
        "situaties.yaml",
        "".join(
            f"{id}: {{verlofsoorten: [{leave}], feiten: {{}}, doelgroep: werknemer}}\n"
            for id, (leave, _) in SITUATIONS.items()
        ),
    )
    for taal in TALEN:
        text = "situaties:\n"
        for id, (_, words) in SITUATIONS.items():
            typed = ", ".join([*words, more[id]] if id in more else words)
            text += (
                f"  {id}:\n    titel: Ik wil {id} ({taal})\n    kort: Over {id} ({taal}).\n    zoekwoorden: [{typed}]\n"
            )
        rules.write(f"situaties.{taal}.yaml", text)
        rules.write(f"synoniemen.{taal}.yaml", SYNONYMS)


def found(rules: RulesFolder) -> list[str]:
    return [str(error) for error in search_words(rules.situations()) if error.file == "situaties.nl.yaml"]


def test_words_of_their_own_are_right(rules: RulesFolder) -> None:
    written(rules)
    assert found(rules) == []


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("boom planten", "`boom planten` staat ook bij `planten`"),
        ("plant een boom", "`plant een boom` zoekt hetzelfde als `boom planten` bij `planten`"),
        ("eik planten", "`eik planten` zoekt hetzelfde als `boom planten` bij `planten`"),
    ],
)
def test_a_word_that_leads_to_another_leave_is_found_with_its_place(rules: RulesFolder, typed: str, said: str) -> None:
    written(rules, kappen=typed)
    line = rules.line("situaties.nl.yaml", typed)
    (error,) = found(rules)
    assert error.startswith(f"situaties.nl.yaml:{line}: kappen: {said}, en dat gaat over ander verlof")


def test_situations_that_share_a_leave_may_share_words(rules: RulesFolder) -> None:
    written(rules, kappen="boom planten")
    rules.change("situaties.yaml", "[wazo.kapverlof]", "[wazo.kapverlof, wazo.boomverlof]")
    assert found(rules) == []


def test_what_people_say_for_both_may_be_said_for_both(rules: RulesFolder) -> None:
    written(rules, kappen="eik planten")
    rules.change("synoniemen.nl.yaml", "begrippen:\n", "dubbelzinnig: [boom planten]\nbegrippen:\n")
    assert found(rules) == []


def test_the_search_words_of_the_real_rules_lead_where_they_belong(real_rulebook: Rulebook) -> None:
    assert [str(error) for error in search_words(real_situations())] == []
