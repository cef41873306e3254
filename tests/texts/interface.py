"""What people read that does not come from the rules: the widget, the page around it, errors and the terminal."""

import json
import re
from collections.abc import Iterator, Mapping
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

from verlof_api.checks.program_words import program_texts
from verlof_api.checks.schrijfwijzer import CheckedText
from verlof_api.law.strict_yaml import Passage

WIDGET = Path(__file__).resolve().parents[2] / "widget"
# What stands in an object of JavaScript that only has words: a text, a comment, a name, or the comma before an end.
_TOKEN = re.compile(r'("(?:[^"\\]|\\.)*")|//[^\n]*|([A-Za-z]\w*)(?=\s*:)|,(?=\s*(?://[^\n]*\s*)*[}\]])')


def interface_texts() -> list[CheckedText]:
    """Every text of the interface, in both languages; the page is in Dutch only and not among them."""
    return [*_widget(), *program_texts()]


def page_texts() -> list[CheckedText]:
    """Every piece of text on the page that shows the widget."""
    reader = _Page()
    reader.feed((WIDGET / "index.html").read_text())
    return reader.texts


def words_of(script: str) -> Any:
    """The object that a module with words exports.

    >>> words_of('export const NL = { naam: "Verlof", lijst: ["a", "b"], };')
    {'naam': 'Verlof', 'lijst': ['a', 'b']}
    """
    literal = script[script.index("{") : script.rindex("}") + 1]
    return json.loads(_TOKEN.sub(lambda found: found[1] or (f'"{found[2]}"' if found[2] else ""), literal))


def _widget() -> Iterator[CheckedText]:
    for taal in ("nl", "en"):
        file = WIDGET / "element" / f"words.{taal}.js"
        yield from _leaves(f"widget/element/{file.name}", taal, words_of(file.read_text()))


def _leaves(file: str, taal: str, data: Any, path: tuple[str, ...] = ()) -> Iterator[CheckedText]:
    if isinstance(data, str):
        yield CheckedText(file, path, taal, Passage(data, file, 1))
        return
    for key, value in data.items() if isinstance(data, Mapping) else enumerate(data):
        yield from _leaves(file, taal, value, (*path, str(key)))


class _Page(HTMLParser):
    """The text of each element of its own, such as a paragraph; what is in bold or a link is part of it."""

    _PART_OF_A_TEXT = frozenset({"a", "strong", "code", "img", "br"})

    def __init__(self) -> None:
        super().__init__()
        self.texts: list[CheckedText] = []
        self._read = ""

    def handle_data(self, data: str) -> None:
        self._read += data

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._end_of(tag)
        for name, value in attrs:
            if value and (name in ("alt", "aria-label") or (tag == "meta" and name == "content" and " " in value)):
                self._say(value)

    def handle_endtag(self, tag: str) -> None:
        self._end_of(tag)

    def _end_of(self, tag: str) -> None:
        if tag not in self._PART_OF_A_TEXT:
            self._say(self._read)
            self._read = ""

    def _say(self, words: str) -> None:
        if words.strip():
            self.texts.append(
                CheckedText("widget/index.html", (), "nl", Passage(words.strip(), "index.html", self.getpos()[0]))
            )
