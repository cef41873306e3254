"""The contract as it is written, and the day on which it is tried."""

from datetime import date
from pathlib import Path
from typing import Any

from verlof_api.law.strict_yaml import parse

ROOT = Path(__file__).parents[2]
VANDAAG = date(2026, 11, 22)


def read_specification() -> dict[str, Any]:
    document = parse((ROOT / "openapi.yaml").read_text("utf-8"), "openapi.yaml")
    assert document.errors == []
    return document.data
