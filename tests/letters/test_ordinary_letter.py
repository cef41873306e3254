"""Who asks for the letter of a leave, and says no more, gets its ordinary one."""

import pytest

from tests.letters.letters import CASES, situation
from verlof_api.letters import GeenBrief, Schrijver, als_tekst

ORDINARY = "wazo.geboorteverlof/melding/"


def test_the_ordinary_letter_is_the_one_that_a_leave_names_first(schrijver: Schrijver) -> None:
    for leave, rule in schrijver.brieven.verlofsoorten.items():
        assert schrijver.ordinary_variant(leave) == next(iter(rule.varianten))


def test_a_letter_without_a_kind_is_the_ordinary_letter(schrijver: Schrijver) -> None:
    name = next(name for name in CASES if name.startswith(ORDINARY))
    leave, variant, _ = name.split("/")
    asked = situation(schrijver, CASES[name])
    assert als_tekst(schrijver.schrijf(asked, leave)) == als_tekst(schrijver.schrijf(asked, leave, variant))


def test_a_leave_without_letters_has_no_ordinary_one(schrijver: Schrijver) -> None:
    leave = next(id for id in schrijver.beoordelaar.rulebook.verlofsoorten if not schrijver.varianten(id))
    asked = situation(schrijver, {"feiten": {}, "peildatum": "2026-11-22"})
    with pytest.raises(GeenBrief) as refused:
        schrijver.schrijf(asked, leave)
    assert refused.value.code == "zonder-brief"
