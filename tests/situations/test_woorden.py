"""From a text to words, and from a word to its sound."""

import pytest

from verlof_api.phrases import phrases_in
from verlof_api.situations.tokens import sound, woorden

DUTCH = phrases_in("nl").properties.sounds


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("De cv-ketel lekt!", ["de", "cv", "ketel", "lekt"]),
        ("m'n zzp’er", ["mn", "zzper"]),
        ("Crèche in Haïti", ["creche", "in", "haiti"]),
        ("20weken", ["20", "weken"]),
        ("zieeeeek", ["zieek"]),
        ("ﬁets", ["fiets"]),
        ("İstanbul", ["istanbul"]),
        ("a\u0000b", ["a", "b"]),
        ("零", []),
        ("", []),
    ],
)
def test_a_text_becomes_plain_words(text: str, words: list[str]):
    assert woorden(text) == words


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("swanger", "zwanger"),
        ("sgool", "school"),
        ("fakantie", "vakantie"),
        ("kraamferlof", "kraamverlof"),
        ("begravenis", "begrafenis"),
        ("oppasse", "oppassen"),
        ("centrum", "sentrum"),
        ("getrout", "getroud"),
    ],
)
def test_a_word_spelt_by_ear_sounds_the_same(written: str, meant: str):
    assert sound(written, DUTCH) == sound(meant, DUTCH)


@pytest.mark.parametrize(("one", "other"), [("kind", "hond"), ("ziek", "zoek"), ("moeder", "meester")])
def test_other_words_sound_different(one: str, other: str):
    assert sound(one, DUTCH) != sound(other, DUTCH)
