"""The parts of answers that never change: dicts and lists like any other, whose JSON is written once, at start-up.

Most of an answer is such parts. Where orjson would walk through one, it copies the bytes instead.
"""

from collections.abc import Mapping, Sequence
from typing import Any

import orjson

Json = Any


class Fixed(dict[str, Json]):
    """A dict that is never changed again."""

    __slots__ = ("json",)

    def __init__(self, part: Mapping[str, Json]) -> None:
        super().__init__(part)
        self.json = _fragment(part)


class FixedList(list[Json]):
    """A list that is never changed again."""

    __slots__ = ("json",)

    def __init__(self, parts: Sequence[Json]) -> None:
        super().__init__(parts)
        self.json = _fragment(parts)


def to_json(answer: Json) -> bytes:
    """The bytes of any answer. Raises TypeError when it holds something that JSON does not know."""
    return orjson.dumps(answer, default=_written, option=orjson.OPT_PASSTHROUGH_SUBCLASS)


def _fragment(part: Json) -> orjson.Fragment:
    return orjson.Fragment(bytes(memoryview(to_json(part))))  # a copy: orjson gives bytes with room for kilobytes more


def _written(part: Json) -> orjson.Fragment:
    """What orjson asks for every dict, list or text of a type of our own."""
    try:
        json: orjson.Fragment = part.json
    except AttributeError:  # a text of a rule file, which knows its place there
        return orjson.Fragment(orjson.dumps(part))
    return json
