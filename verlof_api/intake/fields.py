"""marshmallow fields for single values that take a value as it is, or refuse it.

marshmallow's own fields mend what they get: `"32"` becomes 32, 1.9 becomes 1, `"yes"` becomes true, and since version 4
`2026-W01-1` is a date. A slip of the caller would then silently be an answer about another situation. Each field here
states its limits in `metadata` in the words of JSON Schema; the tests hold openapi.yaml to them.
"""

import re
from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from functools import partial
from typing import Any, ClassVar, cast

from marshmallow import ValidationError, fields, missing, types

from verlof_api.intake.errors import InputMistake
from verlof_api.law.suggest import Vocabulary

# What a value stands in. marshmallow hands it to every field, and none here looks at it.
Around = Mapping[str, object] | None

DECIMALS = 3
_STEP = Decimal(1).scaleb(-DECIMALS)
_NO_ANSWER = InputMistake("geen-waarde")
_ISO_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def refuse(finding: InputMistake) -> ValidationError:
    """A refusal as marshmallow carries it; what a message is, is up to us."""
    return ValidationError([cast(str, finding)])


def _plain(number: Decimal) -> int | float:
    return int(number) if number == number.to_integral_value() else float(number)


class Strict(fields.Field[object]):
    """What all fields share: null is no answer, there are no defaults, and all checks are in `_deserialize`.

    marshmallow's own `deserialize` looks for defaults, converters and validators that no field here has; on the path of
    every request that took as long as the checks themselves.
    """

    kind: str
    default_error_messages: types.ErrorMessages = {"required": [InputMistake("verplicht")]}  # noqa: RUF012 -- marshmallow's

    def deserialize(self, value: object, attr: str | None = None, data: Around = None, **kwargs: object) -> Any:
        if value is missing:
            if self.required:
                raise self.make_error("required")
            return missing
        if value is None:
            raise refuse(_NO_ANSWER)
        return self._deserialize(value, attr, data)

    @property
    def wrong_kind(self) -> InputMistake:
        return InputMistake("verkeerd-type", {"soort": self.kind})


class Flag(Strict, fields.Boolean):
    """`true` or `false`; not 1, not "yes"."""

    kind = "bool"

    def _deserialize(self, value: object, attr: str | None, data: Around, **kwargs: object) -> bool:
        if value is True or value is False:
            return value
        raise refuse(self.wrong_kind)


class _Bounded(Strict):
    """A number with a lowest and a highest value, both allowed.

    `te_hoog`: per language what to ask of who tells more than the highest value.
    """

    def __init__(self, bereik: tuple[Decimal, Decimal], te_hoog: Mapping[str, str] | None = None) -> None:
        self.low, self.high = bereik
        limits = {"minimum": _plain(self.low), "maximum": _plain(self.high)}
        self.outside = InputMistake("buiten-bereik", limits)
        self.above = InputMistake("buiten-bereik", {**limits, "uitleg": te_hoog}) if te_hoog else self.outside
        super().__init__(metadata={**self._extra, **limits})

    _extra: ClassVar[Mapping[str, object]] = {}

    def _number(self, value: object) -> int | Decimal:
        if type(value) is int or type(value) is Decimal:  # a bool is an int for isinstance
            return value
        raise refuse(self.wrong_kind)

    def _hold(self, number: int | Decimal) -> None:
        if not self.low <= number <= self.high:
            raise refuse(self.above if number > self.high else self.outside)


class Whole(_Bounded, fields.Integer):
    """A whole number; 3.0 is 3 (JSON knows one kind of number, RFC 8259 section 6), 3.5 and "3" are refused."""

    kind = "int"

    def _deserialize(self, value: object, attr: str | None, data: Around, **kwargs: object) -> int:
        number = self._number(value)
        if type(number) is Decimal and number != number.to_integral_value():
            raise refuse(self.wrong_kind)
        self._hold(number)  # before the conversion: 1E+9999999 would be a number of ten million digits
        return int(number)


class Number(_Bounded, fields.Decimal):
    """A number as an exact decimal."""

    kind = "number"
    _extra: ClassVar[Mapping[str, object]] = {"multipleOf": float(_STEP)}
    _too_precise = InputMistake("te-precies", {"decimalen": DECIMALS})

    def _deserialize(self, value: object, attr: str | None, data: Around, **kwargs: object) -> Decimal:
        number = self._number(value)
        self._hold(number)
        exact = Decimal(number)
        if exact.quantize(_STEP) != exact:
            raise refuse(self._too_precise)
        return exact


class IsoDate(Strict, fields.Date):
    """A calendar date as `YYYY-MM-DD` (RFC 3339 full-date), between two days that are both allowed."""

    kind = "date"
    _impossible = InputMistake("ongeldige-datum")

    def __init__(self, eerste: date, laatste: date) -> None:
        self.eerste, self.laatste = eerste, laatste
        self.outside = InputMistake("buiten-bereik", {"minimum": eerste.isoformat(), "maximum": laatste.isoformat()})
        super().__init__()

    def _deserialize(self, value: object, attr: str | None, data: Around, **kwargs: object) -> date:
        if type(value) is not str:
            raise refuse(self.wrong_kind)
        if not _ISO_DATE.fullmatch(value):
            raise refuse(self._impossible)
        try:
            day = date.fromisoformat(value)
        except ValueError:
            raise refuse(self._impossible) from None
        if not self.eerste <= day <= self.laatste:
            raise refuse(self.outside)
        return day


class Choice(Strict, fields.String):
    """One of the given words; a refusal names them all, and the one that was probably meant."""

    kind = "tekst"

    def __init__(self, opties: Sequence[str], code: str = "ongeldige-keuze", *, required: bool = False) -> None:
        self.opties = frozenset(opties)
        self._code = code
        self._words = Vocabulary(opties)
        self._told = {"toegestaan": sorted(opties) if code != "ongeldige-keuze" else list(opties)}
        super().__init__(metadata={"enum": list(opties)}, required=required)

    def _deserialize(self, value: object, attr: str | None, data: Around, **kwargs: object) -> str:
        if type(value) is not str:
            raise refuse(self.wrong_kind)
        if value not in self.opties:
            raise refuse(InputMistake(self._code, self._told, partial(self._words.nearest, value)))
        return value
