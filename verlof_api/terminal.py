"""An answer as a card in the terminal."""

from collections.abc import Iterator, Mapping
from typing import Any

from rich.console import Console
from rich.panel import Panel
from rich.text import Text

_MARKS = {
    "voldaan": ("✓", "green"),
    "niet-voldaan": ("✗", "red"),
    "onbekend": ("?", "yellow"),
    "open-norm": ("~", "yellow"),
}
_COLOURS = {"recht": "green", "geen-recht": "red"}
_WORDS = {
    "nl": {
        "uren": "uur",
        "weken": "weken",
        "dagen": "dagen",
        "werkdagen": "werkdagen",
        "tot": "tot en met",
        "uiterlijk": "uiterlijk",
        "vragen": "Vertel ook",
    },
    "en": {
        "uren": "hours",
        "weken": "weeks",
        "dagen": "days",
        "werkdagen": "working days",
        "tot": "to",
        "uiterlijk": "by",
        "vragen": "Tell us also",
    },
}


def card(answer: Mapping[str, Any], taal: str, console: Console) -> None:
    """Print one panel per leave, and the questions that remain."""
    for leave in answer["verlofsoorten"]:
        colour = _COLOURS.get(leave["oordeel"], "yellow")
        title = f"{leave['naam']}: {leave['oordeel']}"
        console.print(
            Panel(Text("\n").join(_lines(leave, _WORDS[taal])), title=title, title_align="left", border_style=colour)
        )
    if answer["volgendeVragen"]:
        console.print(f"{_WORDS[taal]['vragen']}:")
        for question in answer["volgendeVragen"]:
            console.print(f"  - {question['vraag']} ({question['feit']})", markup=False)


def _lines(leave: Mapping[str, Any], words: Mapping[str, str]) -> Iterator[Text]:
    if leave["toelichting"]:
        yield Text(leave["toelichting"], style="bold")
    for condition in leave["voorwaarden"]:
        mark, colour = _MARKS[condition["uitkomst"]]
        yield Text(f"{mark} {condition['tekst']}", style=colour)
    size = leave["omvang"] or {}
    sizes = [
        f"{size[name]} {words[name]}" for name in ("uren", "weken", "dagen", "werkdagen") if size.get(name) is not None
    ]
    if sizes or size.get("formule"):
        yield Text(", ".join(sizes) or size["formule"])
    period = leave["periode"] or {}
    if period.get("van") and period.get("tot"):
        yield Text(f"{period['van']} {words['tot']} {period['tot']}")
    if leave["betaling"]:
        yield Text(
            f"{leave['betaling']['percentage']}% ({leave['betaling']['grondslag']}, {leave['betaling']['door']})"
        )
        for amount in leave["betaling"]["bedragen"]:
            days = f"{amount['van']} {words['tot']} {amount['tot']}"
            yield Text(f"€ {amount['bedrag']} per {amount['per']} ({amount['soort']}), {days}")
    for term in leave["termijnen"]:
        yield Text(f"{term['id']}: {words['uiterlijk']} {term['uiterlijk']}")
    for warning in leave["waarschuwingen"]:
        yield Text(f"! {warning['tekst']}", style="yellow")
    for assumption in leave["aannames"]:
        yield Text(f"  {assumption['tekst']}", style="dim")


def differences(changes: Mapping[str, Any], console: Console) -> None:
    """Print what changes between two dates."""
    if not any(changes[part] for part in ("verlofsoorten", "bedragen", "uitkomsten")):
        console.print("Er verandert niets.")
    for leave in changes["verlofsoorten"]:
        console.print(f"{leave['naam']} ({leave['verlofsoort']}): {leave['wijziging']}", style="bold", markup=False)
        for part in leave["onderdelen"] if leave["wijziging"] == "gewijzigd" else []:
            sources = ", ".join(f"{b['wet']} {b['artikel']}" for b in part["bronnen"] if b["artikel"])
            console.print(f"  {part['onderdeel']} {part['id']}: {part['wijziging']} ({sources})", markup=False)
            for was, wordt in _before_and_after(part):
                console.print(f"    was:   {was}\n    wordt: {wordt}", markup=False, highlight=False)
    for amount in changes["bedragen"]:
        console.print(f"{amount['naam']} per {amount['kolom']}: {amount['was']} -> {amount['wordt']}", markup=False)
    for flip in changes["uitkomsten"]:
        console.print(f"{flip['titel']} ({flip['verlofsoort']})", markup=False)
        console.print(f"    was:   {_outcome(flip['was'])}\n    wordt: {_outcome(flip['wordt'])}", markup=False)


def _before_and_after(part: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    if part["was"] != part["wordt"]:
        yield part["was"] or "-", part["wordt"] or "-"
    for name in part["waarin"]:
        yield f"{name['naam']}: {name['was'] or '-'}", f"{name['naam']}: {name['wordt'] or '-'}"


def _outcome(outcome: Mapping[str, Any]) -> str:
    size = [f"{value} {unit}" for unit, value in (outcome["omvang"] or {}).items() if value is not None]
    pay = outcome["betaling"] or {}
    paid = [f"{pay['percentage']}%", *pay["bedragen"]] if pay else []
    return ", ".join([outcome["oordeel"], *size, *paid])
