"""The words of the real situations: each one can do its work."""

from datetime import date

import pytest

from tests.support.answers import assessed
from verlof_api.assessment import Beoordelaar, Situatie
from verlof_api.situations.vocabulary import SearchVocabulary


@pytest.mark.parametrize("taal", ["nl", "en"])
def test_every_search_word_says_something(levenssituaties, synoniemen, taal: str):
    entries = [
        str(entry)
        for each in levenssituaties.values()
        for entry in (each.teksten[taal].titel, *each.teksten[taal].zoekwoorden)
    ]
    woordenschat = SearchVocabulary(taal, synoniemen[taal], entries)
    silent = [entry for entry in entries if not woordenschat.parse(entry).termen]
    assert silent == []


@pytest.mark.parametrize("taal", ["nl", "en"])
def test_every_situation_says_in_one_or_two_short_sentences_what_helps(levenssituaties, taal: str):
    long = [
        sentence
        for each in levenssituaties.values()
        for sentence in str(each.teksten[taal].kort).replace("?", ".").split(". ")
        if len(sentence.split()) > 20
    ]
    assert long == []


def test_without_leaves_there_is_a_pointer(levenssituaties):
    for each in levenssituaties.values():
        if not each.verlofsoorten:
            assert each.verwijzing
        for tekst in each.teksten.values():
            assert (tekst.verwijzing is None) == (each.verwijzing is None)


def test_statutory_leave_comes_before_agreements_and_bills_come_last(levenssituaties):
    rank = {"wazo": 0, "wfw": 0, "bw": 0, "zw": 0, "afspraak": 1, "voorstel": 2}
    unordered = {}
    for id, each in levenssituaties.items():
        ranks = [rank[leave.partition(".")[0]] for leave in each.verlofsoorten if leave != "bw.vakantie"]
        if ranks != sorted(ranks):
            unordered[id] = each.verlofsoorten
    assert unordered == {}


def test_what_a_sentence_says_never_refuses_a_leave_that_it_names(levenssituaties, real_beoordelaar: Beoordelaar):
    """Where a fact is in `navragen`, it does refuse as long as its default is believed: that is why it is there.

    A leave that the law does not know on the day of asking is refused for that alone."""
    day = date(2026, 11, 22)
    soorten = real_beoordelaar.rulebook.verlofsoorten
    refused = set()
    for id, each in levenssituaties.items():
        named = tuple(leave for leave in each.verlofsoorten if soorten[leave].versie(day) is not None)
        if named and not each.navragen:
            situatie = Situatie(day, dict(each.feiten), named, inclusief_voorstellen=True)
            leaves = assessed(real_beoordelaar, situatie)["verlofsoorten"]
            refused |= {(id, leave["id"]) for leave in leaves if leave["oordeel"] == "geen-recht"}
    assert refused == set()
