"""The path of a request, as docs/architecture.md tells it, names what is there."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PATH = (
    (ROOT / "docs/architecture.md").read_text("utf-8").partition("## The path of one request")[2].partition("\n## ")[0]
)
# A function or class, and the file in which it stands.
PLACES = re.findall(r"`([A-Za-z_.]+)`[^`(]*\(`((?:\w+/)+\w+\.py)`\)", PATH)


def test_the_path_is_told_in_steps_with_their_places() -> None:
    assert len(re.findall(r"^\d+\. ", PATH, re.MULTILINE)) >= 10
    assert len(PLACES) >= 10


@pytest.mark.parametrize(("name", "file"), PLACES)
def test_a_step_stands_where_the_path_says(name: str, file: str) -> None:
    source = (ROOT / "verlof_api" / file).read_text("utf-8")
    *before, last = name.split(".")
    holders = [part for part in before if part != Path(file).stem]  # a module may be named before its function
    for part in [*holders, last]:
        assert re.search(rf"^\s*(?:async )?(?:class|def) {part}\b", source, re.MULTILINE), part
