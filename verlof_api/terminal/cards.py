"""An answer as cards in the terminal: the lines of the card on paper, with every condition and without addresses."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final

from rich.console import Console
from rich.panel import Panel
from rich.text import Text

from verlof_api.assessment import Beoordelaar
from verlof_api.assessment.answer import LeaveAnswer, Question
from verlof_api.assessment.verdicts import GEEN_RECHT, RECHT
from verlof_api.card.writer import Kaart
from verlof_api.engine import NIET_VOLDAAN, ONBEKEND, OPEN_NORM, VOLDAAN
from verlof_api.letters.model import Brieven
from verlof_api.phrases import phrases_in

_MARKS: Final = {
    VOLDAAN: ("✓", "green"),
    NIET_VOLDAAN: ("✗", "red"),
    ONBEKEND: ("?", "yellow"),
    OPEN_NORM: ("~", "yellow"),
}
_COLOURS: Final = {RECHT: "green", GEEN_RECHT: "red"}
_UNSURE: Final = "yellow"
_QUIET: Final = "dim"


def cards(
    leaves: Sequence[LeaveAnswer],
    peildatum: date,
    beoordelaar: Beoordelaar,
    brieven: Brieven,
    taal: str,
    console: Console,
) -> None:
    """Print one panel per leave of an answer in `taal`, in this order. `peildatum`: the day of asking."""
    language = beoordelaar.languages[taal]
    for leave in leaves:
        kaart = Kaart(leave, beoordelaar.rulebook, brieven, language, peildatum)
        colour = _COLOURS.get(leave.oordeel, _UNSURE)
        text = Text("\n").join(_lines(kaart, colour))
        console.print(Panel(text, title=leave.naam, title_align="left", border_style=colour))


def open_questions(questions: Sequence[Question], taal: str, console: Console, *, names: bool = False) -> None:
    """Print what is still to tell; `names`: with the fact that holds it in a message to the API."""
    if questions:
        console.print(f"{phrases_in(taal)['terminal']['kaarten']['vragen']}:")
    for question in questions:
        name = f" ({question.feit})" if names else ""
        console.print(f"  - {question.vraag}{name}", markup=False, highlight=False)


def _lines(kaart: Kaart, colour: str) -> Iterator[Text]:
    yield Text(kaart.oordeel(), style=f"bold {colour}")
    if kaart.verlof.toelichting:
        yield Text(kaart.verlof.toelichting)
    for condition in kaart.verlof.voorwaarden:
        mark, of_mark = _MARKS[condition.uitkomst]
        yield Text(f"{mark} {condition.tekst}", style=of_mark)
    for deel, regels in kaart.headings().items():
        yield Text(f"\n{kaart.words['kopjes'][deel]}", style="bold")
        for regel in regels:
            yield Text(f"- {regel.tekst}", style=_QUIET if regel.voorbij else "")
            yield from (Text(f"  {each}", style=_QUIET) for each in regel.extra)
