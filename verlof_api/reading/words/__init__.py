"""The words around the rules when they are read aloud, a file per language."""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from verlof_api.law.strict_yaml import parse


@cache
def words(taal: str) -> Mapping[str, Any]:
    """Headings, names of fields and sentences, by what they are for."""
    name = f"{taal}.yaml"
    data: Mapping[str, Any] = parse(files(__name__).joinpath(name).read_text("utf-8"), name).data
    return data
