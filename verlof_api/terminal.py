"""An answer as a card in the terminal."""

from collections.abc import Iterable, Iterator, Mapping
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
WORDS = {
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
            Panel(Text("\n").join(_lines(leave, WORDS[taal])), title=title, title_align="left", border_style=colour)
        )
    if answer["volgendeVragen"]:
        console.print(f"{WORDS[taal]['vragen']}:")
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
    """Print what changes between two dates: per leave its values and parts, then amounts and outcomes."""

    def say(text: str, style: str = "") -> None:
        console.print(text, style=style, markup=False, highlight=False, soft_wrap=True)

    if not any(changes[part] for part in ("verlofsoorten", "bedragen", "uitkomsten")):
        say("Er verandert niets.")
    for leave in changes["verlofsoorten"]:
        say(f"{leave['naam']} ({leave['verlofsoort']}): {leave['wijziging']}", "bold")
        if leave["wijziging"] == "gewijzigd":
            for line in _changed_parts(leave["onderdelen"]):
                say(line)
    for amount in changes["bedragen"]:
        say(f"{amount['naam']} per {amount['kolom']}: {amount['was']} -> {amount['wordt']}")
    if changes["uitkomsten"]:
        say(f"Andere uitkomst in {len(changes['uitkomsten'])} scenario's:", "bold")
    for flip in changes["uitkomsten"]:
        say(f"  {flip['titel']} ({flip['verlofsoort']}): {_outcome(flip['was'])} -> {_outcome(flip['wordt'])}")


def _changed_parts(parts: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    """A named value that changes is told once, with the parts in which it works through."""
    values: dict[str, tuple[str, list[str]]] = {}
    for part in parts:
        title = f"{part['onderdeel']} {part['id']}" if part["onderdeel"] != part["id"] else part["id"]
        sources = ", ".join(dict.fromkeys(f"{b['wet']} {b['artikel']}" for b in part["bronnen"] if b["artikel"]))
        if part["wijziging"] != "gewijzigd":
            yield f"  {title}: {part['wijziging']} ({sources}): {part['wordt'] or part['was']}"
        elif part["was"] != part["wordt"]:
            yield f"  {title} ({sources}): {part['was']} -> {part['wordt']}"
        elif not part["waarin"]:
            yield f"  {title}: staat nu in {sources}"
        for name in part["waarin"]:
            text = f"{name['naam']}: {name['was'] or '(was er niet)'} -> {name['wordt'] or '(vervallen)'}"
            values.setdefault(name["naam"], (text, []))[1].append(title)
    for text, titles in values.values():
        yield f"  {text}"
        yield f"      werkt door in {', '.join(titles)}"


def _outcome(outcome: Mapping[str, Any]) -> str:
    size = [f"{value} {unit}" for unit, value in (outcome["omvang"] or {}).items() if value is not None]
    pay = outcome["betaling"] or {}
    paid = [f"{pay['percentage']}%", *pay["bedragen"]] if pay else []
    return ", ".join([outcome["oordeel"], *size, *paid])
