"""marshmallow fields for values that are made of others: lists, periods, maps per leave, and the facts themselves.

Only what was sent is looked at: ninety known facts of which five are told cost as much as five facts.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from functools import partial
from typing import Any, TypeAlias, cast

from marshmallow import ValidationError, fields

from verlof_api.intake.errors import InputMistake
from verlof_api.intake.fields import Around, Choice, IsoDate, Strict, refuse
from verlof_api.intake.paths import Step, looks_like_a_field_name
from verlof_api.law.suggest import Vocabulary

# What marshmallow nests: per step what is below it, at the ends what is wrong.
Messages: TypeAlias = "list[InputMistake] | Mapping[Step | None, Messages]"

MAX_PERIODS = 50
# Enough for any slip, and few enough to keep the answer to a hostile message short and cheap.
MAX_UNKNOWN = 10


def wrong_names(
    value: Mapping[str, object], known: Mapping[str, object] | frozenset[str], code: str, words: Vocabulary
) -> Iterator[tuple[Step | None, InputMistake]]:
    """A finding for every key that is not known; the step is None where the key itself must not be repeated."""
    found = 0
    for position, key in enumerate(value, start=1):
        if key in known:
            continue
        found += 1
        if found > MAX_UNKNOWN:
            yield None, InputMistake("meer-fouten", {"maximum": MAX_UNKNOWN})
            return
        meant = partial(words.nearest, key)
        if looks_like_a_field_name(key):
            yield key, InputMistake(code, meant=meant)
        else:
            yield None, InputMistake(code, {"positie": position}, meant)


class _Errors:
    """Collects refusals per step, the way marshmallow nests them."""

    def __init__(self) -> None:
        self.messages: dict[Step | None, Any] = {}

    def add(self, step: Step | None, finding: InputMistake) -> None:
        """`step` None: about the whole that holds it."""
        self.messages.setdefault(step, []).append(finding)

    def nest(self, step: Step, error: ValidationError) -> None:
        self.messages[step] = error.messages

    def raise_any(self) -> None:
        if self.messages:
            raise ValidationError(self.messages)


class Parts(Strict, fields.Dict):
    """An object with fields that have a name; `code` is what a name is told that is not among them."""

    kind = "object"
    _missing = InputMistake("verplicht")

    def __init__(
        self,
        parts: Mapping[str, Strict],
        needed: frozenset[str] = frozenset(),
        code: str = "onbekend-veld",
        *,
        required: bool = False,
    ) -> None:
        self.parts = cast(Mapping[str, fields.Field[object]], parts)
        self.needed = needed
        self._code = code
        self._read = {name: field.deserialize for name, field in self.parts.items()}
        self._words = Vocabulary(parts)
        super().__init__(required=required)

    def _deserialize(self, value: object, attr: str | None, data: Around, **kwargs: object) -> dict[str, object]:
        read, errors = self.read(value)
        errors.raise_any()
        return read

    def read(self, value: object) -> tuple[dict[str, Any], _Errors]:
        """The parts that are right, and what is wrong with the others; raises when it is no object at all."""
        if not isinstance(value, dict):
            raise refuse(self.wrong_kind)
        read: dict[str, Any] = {}
        errors = _Errors()
        unknown = False
        for name, item in value.items():
            deserialize = self._read.get(name)
            if deserialize is None:
                unknown = True
                continue
            try:
                read[name] = deserialize(item)
            except ValidationError as error:
                errors.nest(name, error)
        if unknown:
            for step, finding in wrong_names(value, self.parts, self._code, self._words):
                errors.add(step, finding)
        for name in self.needed:
            if name not in value:
                errors.add(name, self._missing)
        return read, errors


class FactsField(Parts):
    """The facts that were told: a flat map from the id of a fact to its value."""

    def __init__(self, facts: Mapping[str, Strict], *, required: bool = False) -> None:
        super().__init__(facts, code="onbekend-feit", required=required)


class Periods(Strict, fields.List[object]):
    """A list of periods `{van, tot}`, both days included; an empty list says that there were none."""

    kind = "lijst"
    _too_many = InputMistake("te-lang", {"maximum": MAX_PERIODS})
    _backwards = InputMistake("tot-voor-van")

    def __init__(self, day: IsoDate) -> None:
        self.day = day
        self._period = Parts({"van": day, "tot": day}, frozenset({"van", "tot"}))
        super().__init__(day, metadata={"maxItems": MAX_PERIODS})

    def _deserialize(  # type: ignore[override]
        self, value: object, attr: str | None, data: Around, **kwargs: object
    ) -> tuple[tuple[date, date], ...]:
        if type(value) is not list:
            raise refuse(self.wrong_kind)
        if len(value) > MAX_PERIODS:
            raise refuse(self._too_many)
        errors = _Errors()
        periods = []
        for index, item in enumerate(value):
            try:
                periods.append(self._read_period(item))
            except ValidationError as error:
                errors.nest(index, error)
        errors.raise_any()
        return tuple(periods)

    def _read_period(self, item: object) -> tuple[date, date]:
        days, errors = self._period.read(item)
        if len(days) == 2 and days["tot"] < days["van"]:
            errors.add("tot", self._backwards)
        errors.raise_any()
        return days["van"], days["tot"]


class PerLeave(Strict, fields.Dict):
    """A map from leave id to a value."""

    kind = "object"

    def __init__(self, verlofsoorten: frozenset[str], words: Vocabulary, inner: Strict) -> None:
        self.verlofsoorten, self.words = verlofsoorten, words
        self.inner = cast(fields.Field[object], inner)
        super().__init__(values=self.inner)

    def _deserialize(self, value: object, attr: str | None, data: Around, **kwargs: object) -> dict[str, object]:
        if not isinstance(value, dict):
            raise refuse(self.wrong_kind)
        errors = _Errors()
        read: dict[str, object] = {}
        for step, finding in wrong_names(value, self.verlofsoorten, "onbekende-verlofsoort", self.words):
            errors.add(step, finding)
        for key, item in value.items():
            if key in self.verlofsoorten:
                try:
                    read[key] = self.inner.deserialize(item)
                except ValidationError as error:
                    errors.nest(key, error)
        errors.raise_any()
        return read


class Several(Strict, fields.List[object]):
    """A list of different words out of some, at least one."""

    kind = "lijst"
    _empty = InputMistake("te-kort")
    _double = InputMistake("dubbel")

    def __init__(self, word: Choice) -> None:
        self.word = word
        self.longest = len(word.opties)
        super().__init__(word, metadata={"minItems": 1, "maxItems": self.longest, "uniqueItems": True})

    def _deserialize(  # type: ignore[override]
        self, value: object, attr: str | None, data: Around, **kwargs: object
    ) -> tuple[str, ...]:
        if type(value) is not list:
            raise refuse(self.wrong_kind)
        if not value:
            raise refuse(self._empty)
        if len(value) > self.longest:
            raise refuse(InputMistake("te-lang", {"maximum": self.longest}))
        errors = _Errors()
        read: list[str] = []
        for index, item in enumerate(value):
            try:
                word = self.word.deserialize(item)
            except ValidationError as error:
                errors.nest(index, error)
                continue
            if word in read:
                errors.add(index, self._double)
            read.append(word)
        errors.raise_any()
        return tuple(read)
