"""Digests of whole answers, one line a scenario, under the hash of the rules that gave them."""

import hashlib
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import orjson

from tests.support.real_rules import real_library, real_scenarios, real_situations
from verlof_api.advice import Adviser
from verlof_api.assessment import Beoordelaar, Situatie
from verlof_api.assessment.answer import ROUTES, WAT_ZOU_HELPEN
from verlof_api.assessment.wire import to_json
from verlof_api.checks.scenarios import Scenarios

RECORDED: Final = Path(__file__).with_name("answers.txt")
_OF_THE_RULES: Final = ("regelset", "beoordelingId")  # these change with every letter of a rule


def recorded() -> tuple[str, list[str]]:
    """The hash of the rules under which was recorded, and the lines."""
    rules, *lines = RECORDED.read_text().splitlines()
    return rules, lines


def digests(beoordelaar: Beoordelaar) -> Iterator[str]:
    """Per scenario its id and the digests of its answer in every language, with all options."""
    scenarios, adviser = Scenarios(beoordelaar, real_situations()), Adviser(beoordelaar)
    for scenario in real_scenarios():
        situatie = scenarios.situatie(scenario)
        if situatie is not None:
            answers = (_whole_answer(adviser, situatie, taal) for taal in beoordelaar.rulebook.talen)
            told = " ".join(hashlib.sha256(answer).hexdigest()[:12] for answer in answers)
            yield f"{scenario.id} {told}"


def _whole_answer(adviser: Adviser, situatie: Situatie, taal: str) -> bytes:
    written = orjson.loads(to_json(adviser.answer(situatie, taal, (ROUTES, WAT_ZOU_HELPEN))))
    return orjson.dumps({key: part for key, part in written.items() if key not in _OF_THE_RULES})


def record(beoordelaar: Beoordelaar) -> None:
    """Take today's answers as the right ones."""
    RECORDED.write_text("\n".join([beoordelaar.rulebook.hash, *digests(beoordelaar)]) + "\n")


if __name__ == "__main__":
    record(real_library().beoordelaar)
