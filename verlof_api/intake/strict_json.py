"""JSON, read strictly: RFC 8259 with its ambiguities refused.

RFC 8259 leaves open what a double key means (section 4) and how large a number may be (section 6); Python also reads
NaN and Infinity, which are no JSON at all. Here a double key, a number that is no number, an endless number and deep
nesting are refused. Fractions become `Decimal`, so that 0.1 stays 0.1.

Reading goes fast until something irregular turns up; only then the text is read again to say where it stands.
"""

import json
from collections.abc import Iterator
from decimal import Decimal
from itertools import islice
from typing import Any, Final

from verlof_api.intake.errors import Finding, InvoerFout
from verlof_api.intake.paths import ROOT, Step, write_safely

MAX_DEPTH = 16
MAX_NUMBER_LENGTH = 40
MAX_PLACES = 50  # so that the answer to a hostile text stays short

_TOO_DEEP = Finding("te-diep", {"maximum": MAX_DEPTH})
_NO_NUMBER = Finding("ongeldig-getal", {"maximum": MAX_NUMBER_LENGTH})
_DOUBLE = Finding("dubbele-sleutel")


class _Irregular(Exception):
    """Something to refuse; its place is found by reading again."""


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    read = dict(pairs)
    if len(read) != len(pairs):
        raise _Irregular
    return read


def _integer(text: str) -> int:
    if len(text) > MAX_NUMBER_LENGTH:
        raise _Irregular
    return int(text)


def _fraction(text: str) -> Decimal:
    if len(text) > MAX_NUMBER_LENGTH:
        raise _Irregular
    try:
        return Decimal(text)
    except ArithmeticError:  # an exponent beyond what Decimal holds
        raise _Irregular from None


def _constant(text: str) -> Any:
    raise _Irregular


_decode = json.JSONDecoder(
    object_pairs_hook=_object, parse_int=_integer, parse_float=_fraction, parse_constant=_constant
).decode


def parse(body: bytes) -> Any:
    """The value of a JSON text in UTF-8; raises `InvoerFout` with every place where it is not strict JSON.

    >>> parse(b'{"feiten": {"urenPerWeek": 32.5}}')
    {'feiten': {'urenPerWeek': Decimal('32.5')}}
    """
    if not body.strip():
        raise InvoerFout([Finding("leeg").at(ROOT)])
    try:
        text = body.decode("utf-8")
    except UnicodeDecodeError:
        raise InvoerFout([Finding("ongeldige-tekens").at(ROOT)]) from None
    try:
        value = _decode(text)
        # The value is only walked when it has brackets enough to be too deep.
        if text.count("{") + text.count("[") > MAX_DEPTH and any(True for _ in _walk(value)):
            raise _Irregular
    except json.JSONDecodeError as error:
        # `from None`: the error of the standard library carries the whole text
        place = {"regel": error.lineno, "teken": error.colno}
        raise InvoerFout([Finding("ongeldige-json", place).at(ROOT)]) from None
    except RecursionError:
        raise InvoerFout([_TOO_DEEP.at(ROOT)]) from None
    except _Irregular:
        raise _explained(text) from None
    return value


# --- reading again, to say where ---------------------------------------------------------------


class _DoubleKeys(dict[str, Any]):
    """An object in which some keys stand more than once."""

    doubles: tuple[str, ...] = ()


class _NoNumber:
    """What stands where a number should be."""


_NO_NUMBER_HERE: Final = _NoNumber()


def _marked_object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    read = _DoubleKeys(pairs)
    seen: set[str] = set()
    doubles: list[str] = []
    for key, _ in pairs:
        if key in seen and key not in doubles:
            doubles.append(key)
        seen.add(key)
    read.doubles = tuple(doubles)
    return read


def _marked_integer(text: str) -> int | _NoNumber:
    return int(text) if len(text) <= MAX_NUMBER_LENGTH else _NO_NUMBER_HERE


def _marked_fraction(text: str) -> Decimal | _NoNumber:
    try:
        return _fraction(text)
    except _Irregular:
        return _NO_NUMBER_HERE


def _marked_constant(text: str) -> _NoNumber:
    return _NO_NUMBER_HERE


_decode_marked = json.JSONDecoder(
    object_pairs_hook=_marked_object,
    parse_int=_marked_integer,
    parse_float=_marked_fraction,
    parse_constant=_marked_constant,
).decode


def _explained(text: str) -> InvoerFout:
    """Every irregularity in a text, with its place."""
    try:
        value = _decode_marked(text)
    except RecursionError:
        return InvoerFout([_TOO_DEEP.at(ROOT)])
    except json.JSONDecodeError as error:
        return InvoerFout([Finding("ongeldige-json", {"regel": error.lineno, "teken": error.colno}).at(ROOT)])
    found = {(write_safely(steps), finding.code): finding for steps, finding in islice(_walk(value), MAX_PLACES)}
    return InvoerFout([finding.at(path) for (path, _), finding in found.items()])


def _walk(value: Any) -> Iterator[tuple[tuple[Step, ...], Finding]]:
    """Every irregular place; does not go deeper than `MAX_DEPTH`, and needs no recursion to get there."""
    waiting: list[tuple[tuple[Step, ...], Any]] = [((), value)]
    while waiting:
        steps, item = waiting.pop()
        if isinstance(item, _NoNumber):
            yield steps, _NO_NUMBER
        elif isinstance(item, (dict, list)):
            if len(steps) >= MAX_DEPTH:
                yield steps, _TOO_DEEP
                continue
            if isinstance(item, _DoubleKeys):
                yield from (((*steps, key), _DOUBLE) for key in item.doubles)
            children = item.items() if isinstance(item, dict) else enumerate(item)
            waiting.extend((((*steps, key), child) for key, child in reversed(list(children))))
