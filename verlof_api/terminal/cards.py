"""An answer as cards in the terminal: the lines of the card on paper, with every condition and without addresses."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, Final

from rich.console import Console
from rich.panel import Panel
from rich.text import Text

from verlof_api.assessment import Beoordelaar
from verlof_api.card.writer import Kaart
from verlof_api.letters.book import Brieven
from verlof_api.phrases import phrases_in

Json = Mapping[str, Any]

_MARKS: Final = {
    "voldaan": ("✓", "green"),
    "niet-voldaan": ("✗", "red"),
    "onbekend": ("?", "yellow"),
    "open-norm": ("~", "yellow"),
}
_COLOURS: Final = {"recht": "green", "geen-recht": "red"}
_UNSURE: Final = "yellow"
_QUIET: Final = "dim"


def cards(answer: Json, beoordelaar: Beoordelaar, brieven: Brieven, taal: str, console: Console) -> None:
    """Print one panel per leave of an answer in `taal`, in the order of the answer."""
    language, dag = beoordelaar.languages[taal], date.fromisoformat(answer["peildatum"])
    for leave in answer["verlofsoorten"]:
        kaart = Kaart(leave, beoordelaar.rulebook, brieven, language, dag)
        colour = _COLOURS.get(leave["oordeel"], _UNSURE)
        text = Text("\n").join(_lines(kaart, colour))
        console.print(Panel(text, title=leave["naam"], title_align="left", border_style=colour))


def open_questions(answer: Json, taal: str, console: Console, *, names: bool = False) -> None:
    """Print what is still to tell; `names`: with the fact that holds it in a message to the API."""
    if answer["volgendeVragen"]:
        console.print(f"{phrases_in(taal)['terminal']['kaarten']['vragen']}:")
    for question in answer["volgendeVragen"]:
        name = f" ({question['feit']})" if names else ""
        console.print(f"  - {question['vraag']}{name}", markup=False, highlight=False)


def _lines(kaart: Kaart, colour: str) -> Iterator[Text]:
    yield Text(kaart.oordeel(), style=f"bold {colour}")
    if kaart.verlof["toelichting"]:
        yield Text(kaart.verlof["toelichting"])
    for condition in kaart.verlof["voorwaarden"]:
        mark, of_mark = _MARKS[condition["uitkomst"]]
        yield Text(f"{mark} {condition['tekst']}", style=of_mark)
    for deel, regels in kaart.delen().items():
        yield Text(f"\n{kaart.words['kopjes'][deel]}", style="bold")
        for regel in regels:
            yield Text(f"- {regel.tekst}", style=_QUIET if regel.voorbij else "")
            yield from (Text(f"  {each}", style=_QUIET) for each in regel.extra)
