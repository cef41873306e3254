"""A link in a document to something here leads to it: the file is there, and so is the heading."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PLACES = ("*.md", "docs/**/*.md", "bench/*.md", ".github/**/*.md")
DOCUMENTS = sorted(path for place in PLACES for path in ROOT.glob(place))

_CODE = re.compile(r"^ *```.*?^ *```|`[^`\n]*`", re.DOTALL | re.MULTILINE)
_FENCED = re.compile(r"^ *```.*?^ *```", re.DOTALL | re.MULTILINE)
_LINK = re.compile(r"\]\(([^)\s]+)\)")
_HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)


def links(document: Path) -> Iterator[str]:
    """The links of a document that lead neither to another site nor into code."""
    for link in _LINK.findall(_CODE.sub("", document.read_text("utf-8"))):
        if not re.match(r"[a-z]+:", link):
            yield link


def headings(document: Path) -> set[str]:
    """The names under which forges link to the headings of a document."""
    return {_anchor(heading) for heading in _HEADING.findall(_FENCED.sub("", document.read_text("utf-8")))}


def _anchor(heading: str) -> str:
    return re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")


def leads_nowhere(document: Path, link: str) -> bool:
    path, _, heading = link.partition("#")
    target = document.parent / path if path else document
    if not target.exists():
        return True
    return bool(heading) and heading not in headings(target)


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_link_leads_somewhere(document: Path) -> None:
    assert [link for link in links(document) if leads_nowhere(document, link)] == []


def test_a_link_to_what_is_not_there_is_found(tmp_path: Path) -> None:
    document = tmp_path / "a.md"
    document.write_text("# Één *kop*, met `code`\n[a](#één-kop-met-code) [b](#kop) [c](b.md) `[d](c.md)`\n")
    assert [link for link in links(document) if leads_nowhere(document, link)] == ["#kop", "b.md"]
