"""A version of a leave written out in the terminal: what it says, with the articles beside it and their links below."""

from textwrap import wrap

from rich.console import Console

from verlof_api.assessment.wording import Language
from verlof_api.reading.about import about
from verlof_api.reading.model import NAMELESS, Entry, Reading
from verlof_api.reading.words import words

_STEP = "  "


def read_aloud(reading: Reading, language: Language, console: Console) -> None:
    """Print a version section by section."""

    def say(text: str, depth: int = 0, style: str = "") -> None:
        first = _STEP * depth
        lines = wrap(
            text,
            max(console.width, 40),
            initial_indent=first,
            subsequent_indent=first + _STEP,
            break_long_words=False,
            break_on_hyphens=False,
        )
        for line in lines:
            console.print(line, style=style, markup=False, highlight=False, soft_wrap=True)

    headings = words(language.taal)
    say(f"{reading.naam} ({reading.verlofsoort})", style="bold")
    say(reading.kort)
    for text in about(reading, language):
        say(text)
    for section, entries in reading.sections.items():
        console.print()
        say(headings["secties"][section], style="bold")
        for entry in entries:
            if entry.title != headings["secties"][section]:
                say(_titled(entry, section), 1)
            for said in entry.said:
                say(f"{said.label}: {' '.join(said.lines(reading.lexicon))}", 2)
            if entry.sources:
                say(", ".join(map(str, entry.sources)), 2, "dim")
    console.print()
    say(headings["kopjes"]["artikelen"], style="bold")
    for source in reading.sources():
        link = f"  {source.url}" if source.url else ""
        console.print(f"{_STEP}{source}{link}", markup=False, highlight=False, soft_wrap=True)


def _titled(entry: Entry, section: str) -> str:
    return entry.title if section in NAMELESS else f"{entry.title} ({entry.id})"
