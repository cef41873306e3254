"""From decoded JSON to a refusal: what an employer answered to which leave, in which situation.

`POST /v1/agenda` has no schema of its own: its body is that of `POST /v1/beoordelingen` (`Intake.situatie`).
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, cast

from marshmallow import ValidationError, fields

from verlof_api.assessment import Situatie
from verlof_api.intake.compound import Facts, wrong_names
from verlof_api.intake.errors import Finding, Fout, InvoerFouten
from verlof_api.intake.fields import Choice, Flag, IsoDate, Strict, refuse
from verlof_api.intake.paths import Step, write
from verlof_api.intake.schema import DATES, situatie_schema
from verlof_api.intake.suggest import Vocabulary
from verlof_api.rulebook import Rulebook
from verlof_api.rulebook.weigeringen import Weigerboek

_UNKNOWN_FIELD = "onbekend-veld"
_REQUIRED = Finding("verplicht")


class Parts(Strict, fields.Dict):
    """An object with fixed fields, of which some must be there."""

    kind = "object"

    def __init__(self, parts: Mapping[str, Strict], needed: frozenset[str] = frozenset(), **kwargs: Any) -> None:
        self.parts = cast(Mapping[str, fields.Field[Any]], parts)
        self.needed = needed
        self._words = Vocabulary(parts)
        super().__init__(**kwargs)

    def _deserialize(
        self, value: Any, attr: str | None, data: Mapping[str, Any] | None, **kwargs: Any
    ) -> dict[str, Any]:
        if not isinstance(value, dict):
            raise refuse(self.wrong_kind)
        wrong: dict[Any, Any] = {}
        for step, finding in wrong_names(value, self.parts, _UNKNOWN_FIELD, self._words):
            wrong.setdefault(step, []).append(finding)
        read: dict[str, Any] = {}
        for name, field in self.parts.items():
            if name in value:
                try:
                    read[name] = field.deserialize(value[name])
                except ValidationError as error:
                    wrong[name] = error.messages
            elif name in self.needed:
                wrong[name] = [_REQUIRED]
        if wrong:
            raise ValidationError(wrong)
        return read


@dataclass(frozen=True)
class Weigering:
    """What was told about a refusal; a form that is not in `vorm` is not known, nor is a `datum` that is None."""

    situatie: Situatie
    verlofsoort: str
    reden: str
    vorm: Mapping[str, bool]
    datum: date | None


class WeigeringIntake:
    """Turns decoded JSON into a `Weigering`. Built once per process; keeps nothing of what it reads."""

    def __init__(self, rulebook: Rulebook, boek: Weigerboek) -> None:
        told = situatie_schema(rulebook).fields["feiten"]
        self.body = Parts(
            {
                "peildatum": IsoDate(rulebook.eerste_dag, DATES[1]),
                "verlofsoort": Choice(tuple(rulebook.verlofsoorten), code="onbekende-verlofsoort"),
                "feiten": Facts(cast(Facts, told).facts),  # type: ignore[arg-type]  # the same fields, told elsewhere
                "weigering": Parts(
                    {
                        "reden": Choice(tuple(boek.redenen)),
                        "datum": IsoDate(*DATES),
                        "vorm": Parts({id: Flag() for id in boek.vormen}),
                    },
                    frozenset({"reden"}),
                ),
            },
            frozenset({"verlofsoort", "feiten", "weigering"}),
        )

    def weigering(self, obj: object, vandaag: date) -> Weigering:
        """The refusal that was told, or `InvoerFouten` with every mistake; `vandaag` is the default day of asking."""
        try:
            read = self.body.deserialize(obj)
        except ValidationError as error:
            raise InvoerFouten(_flatten((), error.messages)) from None
        told = read["weigering"]
        return Weigering(
            situatie=Situatie(read.get("peildatum", vandaag), read["feiten"], (read["verlofsoort"],)),
            verlofsoort=read["verlofsoort"],
            reden=told["reden"],
            vorm=told.get("vorm", {}),
            datum=told.get("datum"),
        )


def _flatten(steps: tuple[Step, ...], messages: Any) -> Iterator[Fout]:
    if isinstance(messages, dict):
        for step, below in messages.items():
            yield from _flatten(steps if step is None else (*steps, step), below)
    else:
        for finding in messages:
            yield finding.at(write(steps))
