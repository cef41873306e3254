"""Every life situation, walked question by question to a settled answer, on two days."""

import re
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from tests.interview.walks import Walk, pointers, settle, walks
from tests.support.real_rules import real_situations
from verlof_api.interview import Interviewer

WALKS = [pytest.param(walk, id=f"{walk.situatie}-{walk.day}") for walk in walks()]
VERLOF = Path(sys.executable).with_name("verlof")

# Through the real command: what is typed, and what the card of a leave then says.
YES, NOT_YET = "Ja, je hebt er recht op", "Dat weten we nog niet"
TYPED = {
    "lekkage": (["in loondienst", "ja", "stop"], "Calamiteiten- en kort verzuimverlof", YES),
    "zzp-zwanger": (["?", "nee", "2-3-2027", "-", "stop"], "Uitkering zelfstandig en zwanger (ZEZ)", NOT_YET),
    "kind-opvang-belt": (["1", "ja", "<", "", "0"], "Kortdurend zorgverlof", YES),
}


@pytest.mark.parametrize("walk", WALKS)
def test_a_conversation_ends_with_what_the_law_says(interviewer: Interviewer, walk: Walk) -> None:
    interview, _ = settle(interviewer, walk)
    verdicts = {leave.id: leave.oordeel for leave in interview.assessment.verlofsoorten}
    assert verdicts == walk.expected


def test_every_situation_is_walked_on_two_days_or_points_elsewhere(interviewer: Interviewer) -> None:
    situations = real_situations().levenssituaties
    days = Counter(walk.situatie for walk in walks())
    assert {id: days[id] for id in situations if id not in pointers()} == {
        id: 2 for id, each in situations.items() if each.verlofsoorten
    }


@pytest.mark.parametrize("situatie", pointers())
def test_a_situation_outside_the_law_of_leave_asks_nothing_and_says_where_to_look(
    interviewer: Interviewer, situatie: str
) -> None:
    interview = interviewer.begin(situatie=situatie)
    assert (interview.question, interview.leaves) == (None, 0)
    assert interview.assessment.verwijzing


@pytest.mark.parametrize("situatie", TYPED)
def test_the_real_command_walks_there_too(situatie: str) -> None:
    typed, leave, verdict = TYPED[situatie]
    said = subprocess.run(
        [VERLOF, "vraag", "--situatie", situatie, "--peildatum", "2026-11-22"],
        input="\n".join(typed) + "\n",
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    assert said.stderr == ""
    assert re.search(rf"╭─ {re.escape(leave)} ─+╮\n│ {verdict} ", said.stdout)
