"""Small requests from practice, each with the right value: what other services and their users got wrong."""

import json
import re
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import yaml
from flask.testing import FlaskClient

CASES = yaml.safe_load(Path(__file__).with_name("practice.yaml").read_text())


def found(value: Any, path: str) -> list[Any]:
    """What stands at a path; several values where `*` is in it."""
    values = [value]
    for step in filter(None, path.split("/")):
        values = [inner for each in values for inner in inside(each, step)]
    return values


def inside(value: Any, step: str) -> Iterator[Any]:
    if step == "*":
        yield from value.values() if isinstance(value, dict) else value
    elif isinstance(value, list) and "=" in step:
        name, wanted = step.split("=")
        yield from (each for each in value if each[name] == wanted)
    elif isinstance(value, list):
        yield from value[int(step) : int(step) + 1]
    elif value is not None and step in value:
        yield value[step]


def same(given: Any, wanted: Any) -> bool:
    if isinstance(wanted, str) and re.fullmatch(r"\d+\.\d\d", wanted) and given is not None:
        return Decimal(str(given)) == Decimal(wanted)
    return (type(given) is not bool and given == wanted) or given is wanted


def wrong(expected: dict[str, Any], status: int, answer: Any) -> Iterator[str]:
    values = [status] if expected["waar"] == "status" else found(answer, expected["waar"])
    listed = values[0] if len(values) == 1 and isinstance(values[0], list) else values
    codes = {each.get("code") if isinstance(each, dict) else each for each in listed if not isinstance(each, list)}
    text = json.dumps(values, ensure_ascii=False)
    checks = {
        "is": lambda wanted: any(same(each, wanted) for each in values),
        "niet": lambda wanted: values and not any(same(each, wanted) for each in values),
        "een-van": lambda wanted: any(same(each, one) for each in values for one in wanted),
        "bevat": lambda wanted: set(wanted) <= codes,
        "zonder": lambda wanted: values and not set(wanted) & codes,
        "tekst": lambda wanted: re.search(wanted, text),
        "geen-tekst": lambda wanted: values and not re.search(wanted, text),
    }
    for name, wanted in expected.items():
        if name != "waar" and not checks[name](wanted):
            yield f"{expected['waar']} {name} {wanted!r}: {text[:200]}"


@pytest.mark.parametrize("case", CASES, ids=[case["id"] for case in CASES])
def test_a_request_from_practice_gets_the_right_value(client: FlaskClient, case: dict[str, Any]) -> None:
    response = client.post(case.get("pad", "/v1/beoordelingen"), json=case["body"])
    answer = response.get_json()
    assert [each for expected in case["verwacht"] for each in wrong(expected, response.status_code, answer)] == []
