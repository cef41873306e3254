"""JSON, read strictly: RFC 8259 with its ambiguities refused.

RFC 8259 leaves open what a double key means (section 4) and how large a number may be (section 6); Python also reads
NaN and Infinity, which are no JSON at all. Here a double key, a number that is no number, an endless number and deep
nesting are refused. Fractions become `Decimal`, so that 0.1 stays 0.1.

Reading goes fast until something irregular turns up; only then the text is read again to say where it stands. A text
of more objects, lists and values than any message of ours is refused unread: making them costs more than their bytes.
"""

import json
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from itertools import islice
from typing import Final

from verlof_api.intake.errors import InputError, InputMistake
from verlof_api.intake.paths import ROOT, Step, write_safely

MAX_DEPTH = 16
MAX_NUMBER_LENGTH = 40
MAX_PLACES = 50  # so that the answer to a hostile text stays short
MAX_PARTS = 2_000  # objects, lists, and values after a comma; the largest message holds some 700

_TOO_MANY = InputMistake("te-veel-delen", {"maximum": MAX_PARTS})
_TOO_DEEP = InputMistake("te-diep", {"maximum": MAX_DEPTH})
_NO_NUMBER = InputMistake("ongeldig-getal", {"maximum": MAX_NUMBER_LENGTH})
_DOUBLE = InputMistake("dubbele-sleutel")


class _IrregularError(Exception):
    """Something to refuse; its place is found by reading again."""


def _object(pairs: list[tuple[str, object]]) -> dict[str, object]:
    read = dict(pairs)
    if len(read) != len(pairs):
        raise _IrregularError
    return read


def _integer(text: str) -> int:
    if len(text) > MAX_NUMBER_LENGTH:
        raise _IrregularError
    return int(text)


def _fraction(text: str) -> Decimal:
    if len(text) > MAX_NUMBER_LENGTH:
        raise _IrregularError
    try:
        return Decimal(text)
    except ArithmeticError:  # an exponent beyond what Decimal holds
        raise _IrregularError from None


def _constant(text: str) -> object:
    raise _IrregularError


_decode = json.JSONDecoder(
    object_pairs_hook=_object, parse_int=_integer, parse_float=_fraction, parse_constant=_constant
).decode


def parse(body: bytes) -> object:
    """The value of a JSON text in UTF-8; raises `InputError` with every place where it is not strict JSON.

    >>> parse(b'{"feiten": {"urenPerWeek": 32.5}}')
    {'feiten': {'urenPerWeek': Decimal('32.5')}}
    """
    if not body.strip():
        raise InputError([InputMistake("leeg").at(ROOT)])
    brackets = body.count(b"{") + body.count(b"[")
    if brackets + body.count(b",") > MAX_PARTS:
        raise InputError([_TOO_MANY.at(ROOT)])
    try:
        text = body.decode("utf-8")
    except UnicodeDecodeError:
        raise InputError([InputMistake("ongeldige-tekens").at(ROOT)]) from None
    try:
        value = _decode(text)
        # The value is only walked when it has brackets enough to be too deep.
        if brackets > MAX_DEPTH and any(True for _ in _walk(value, ())):
            raise _IrregularError
    except json.JSONDecodeError as error:
        # `from None`: the error of the standard library carries the whole text
        place = {"regel": error.lineno, "teken": error.colno}
        raise InputError([InputMistake("ongeldige-json", place).at(ROOT)]) from None
    except RecursionError:
        raise InputError([_TOO_DEEP.at(ROOT)]) from None
    except _IrregularError:
        raise _explained(text) from None
    return value


# --- reading again, to say where ---------------------------------------------------------------


class _DoubleKeys(dict[str, object]):
    """An object in which some keys stand more than once."""

    doubles: tuple[str, ...] = ()


class _NoNumber:
    """What stands where a number should be."""


_NO_NUMBER_HERE: Final = _NoNumber()
_NESTED: Final = (dict, list, _NoNumber)


def _marked_object(pairs: list[tuple[str, object]]) -> dict[str, object]:
    read = _DoubleKeys(pairs)
    if len(read) != len(pairs):
        read.doubles = tuple(key for key, times in Counter(key for key, _ in pairs).items() if times > 1)
    return read


def _marked_integer(text: str) -> int | _NoNumber:
    return int(text) if len(text) <= MAX_NUMBER_LENGTH else _NO_NUMBER_HERE


def _marked_fraction(text: str) -> Decimal | _NoNumber:
    try:
        return _fraction(text)
    except _IrregularError:
        return _NO_NUMBER_HERE


def _marked_constant(text: str) -> _NoNumber:
    return _NO_NUMBER_HERE


_decode_marked = json.JSONDecoder(
    object_pairs_hook=_marked_object,
    parse_int=_marked_integer,
    parse_float=_marked_fraction,
    parse_constant=_marked_constant,
).decode


def _explained(text: str) -> InputError:
    """Every irregularity in a text, with its place."""
    try:
        value = _decode_marked(text)
    except RecursionError:
        return InputError([_TOO_DEEP.at(ROOT)])
    except json.JSONDecodeError as error:
        return InputError([InputMistake("ongeldige-json", {"regel": error.lineno, "teken": error.colno}).at(ROOT)])
    found = {(write_safely(steps), finding.code): finding for steps, finding in islice(_walk(value, ()), MAX_PLACES)}
    return InputError([finding.at(path) for (path, _), finding in found.items()])


def _walk(item: object, steps: tuple[Step, ...]) -> Iterator[tuple[tuple[Step, ...], InputMistake]]:
    """Every irregular place, in order. Does not go deeper than `MAX_DEPTH`, so it may call itself."""
    if isinstance(item, _NoNumber):
        yield steps, _NO_NUMBER
        return
    if len(steps) >= MAX_DEPTH:
        yield steps, _TOO_DEEP
        return
    if isinstance(item, _DoubleKeys):
        yield from (((*steps, key), _DOUBLE) for key in item.doubles)
    children = item.items() if isinstance(item, dict) else enumerate(item) if isinstance(item, list) else ()
    for key, child in children:
        if isinstance(child, _NESTED):
            yield from _walk(child, (*steps, key))
