"""Better nothing than nonsense: what has nothing to do with leave finds nothing."""

import pytest

from tests.situations.phrases import unrelated
from verlof_api.situations import SituationSearch

NIETS = list(unrelated())


@pytest.mark.parametrize("taal", ["nl", "en"])
def test_nonsense_and_unrelated_sentences_find_nothing(situation_search: SituationSearch, taal: str):
    asked = [phrase.text for phrase in NIETS if phrase.taal == taal and not phrase.held_out]
    assert {text: situation_search.zoek(text, taal) for text in asked if situation_search.zoek(text, taal)} == {}


def test_unrelated_sentences_that_were_held_out_mostly_find_nothing(situation_search: SituationSearch, record_property):
    asked = [phrase for phrase in NIETS if phrase.held_out]
    silent = sum(not situation_search.zoek(phrase.text, phrase.taal) for phrase in asked)
    report = f"{silent} of {len(asked)} held-out unrelated sentences find nothing"
    record_property("silence", report)
    assert silent / len(asked) >= 0.85, report


@pytest.mark.parametrize("taal", ["nl", "en"])
def test_a_sentence_in_the_other_language_that_is_unrelated_finds_nothing_either(
    situation_search: SituationSearch, taal: str
):
    asked = [phrase.text for phrase in NIETS if phrase.taal != taal and not phrase.held_out]
    assert [text for text in asked if situation_search.zoek(text, taal)] == []
