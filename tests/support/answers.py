"""Answers as a client reads them: the JSON of a typed answer, decoded."""

from collections.abc import Collection
from typing import Any

import orjson

from verlof_api.advice import Adviser
from verlof_api.assessment import Beoordelaar, Situatie
from verlof_api.assessment.answer import WholeAnswer
from verlof_api.assessment.wire import to_json


def decoded(part: object) -> Any:
    """A typed answer, or a part of one, as decoded JSON."""
    return orjson.loads(to_json(part))


def assessed(beoordelaar: Beoordelaar, situatie: Situatie, taal: str = "nl") -> dict[str, Any]:
    """The answer to a situation as decoded JSON, with an empty route."""
    told: dict[str, Any] = decoded(WholeAnswer(beoordelaar.beoordeel(situatie, taal), route=()))
    return told


def answered(adviser: Adviser, situatie: Situatie, taal: str = "nl", opties: Collection[str] = ()) -> dict[str, Any]:
    """The whole answer to a situation as decoded JSON."""
    told: dict[str, Any] = decoded(adviser.answer(situatie, taal, opties))
    return told
