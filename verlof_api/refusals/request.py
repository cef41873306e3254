"""From decoded JSON to a refusal: the body of an assessment, and what an employer answered to which leave."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from verlof_api.assessment import Situatie
from verlof_api.intake.compound import Parts
from verlof_api.intake.errors import Fout, InputMistake
from verlof_api.intake.fields import Choice, Flag, IsoDate, Strict
from verlof_api.intake.one_leave import one_leave_fields
from verlof_api.intake.schema import DATES, Intake
from verlof_api.law import Rulebook
from verlof_api.refusals.model import RefusalBook
from verlof_api.situations import SituationBook


@dataclass(frozen=True)
class Weigering:
    """What was told about a refusal; a form that is not in `vorm` is not known, nor is a `datum` that is None."""

    situatie: Situatie
    verlofsoort: str
    reden: str
    vorm: Mapping[str, bool]
    datum: date | None


def refusal_field(boek: RefusalBook, required: bool) -> Mapping[str, Strict]:
    """The field that tells a refusal."""
    parts = {
        "reden": Choice(tuple(boek.redenen)),
        "datum": IsoDate(*DATES),
        "vorm": Parts({id: Flag() for id in boek.vormen}),
    }
    return {"weigering": Parts(parts, needed=frozenset({"reden"}), required=required)}


def weigering_fields(rulebook: Rulebook, boek: RefusalBook) -> Mapping[str, Strict]:
    """The fields that `POST /v1/weigeringen` has on top of those of `POST /v1/beoordelingen`."""
    return {**one_leave_fields(rulebook), **refusal_field(boek, required=True)}


def read_refusal(situatie: Situatie, verlofsoort: str, told: Mapping[str, Any]) -> Weigering:
    """The refusal of what was read from its field."""
    return Weigering(situatie, verlofsoort, told["reden"], told.get("vorm", {}), told.get("datum"))


def not_yet(read: Mapping[str, Any], vandaag: date) -> Iterator[Fout]:
    """An answer of a day after the day of asking: nobody was answered tomorrow."""
    datum, peildatum = read.get("weigering", {}).get("datum"), read.get("peildatum", vandaag)
    if datum is not None and datum > peildatum:
        limits = {"minimum": DATES[0].isoformat(), "maximum": peildatum.isoformat()}
        yield InputMistake("buiten-bereik", limits).at("weigering.datum")


class WeigeringIntake:
    """Turns decoded JSON into a `Weigering`. Built once per process; keeps nothing of what it reads."""

    def __init__(self, rulebook: Rulebook, situaties: SituationBook, boek: RefusalBook) -> None:
        self._intake = Intake(rulebook, situaties, weigering_fields(rulebook, boek), not_yet)

    def weigering(self, obj: object, vandaag: date) -> Weigering:
        """The refusal that was told, or `InputErrors` with every mistake; `vandaag` is the default day of asking."""
        situatie, read = self._intake.read(obj, vandaag)
        return read_refusal(situatie, read["verlofsoort"], read["weigering"])
