"""What changes between two days, in the terminal. Ids and expressions read as in the rule files, in every language."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from rich.console import Console

from verlof_api.terminal.words import DIFFERENCES

Json = Mapping[str, Any]


def differences(changes: Json, taal: str, console: Console) -> None:
    """Print the changes that `Comparison.compare` found: per leave its parts and values, then amounts and outcomes."""
    words = DIFFERENCES[taal]

    def say(text: str, style: str = "") -> None:
        console.print(text, style=style, markup=False, highlight=False, soft_wrap=True)

    if not any(changes[part] for part in ("verlofsoorten", "bedragen", "uitkomsten")):
        say(words["niets"])
    for leave in changes["verlofsoorten"]:
        say(f"{leave['naam']} ({leave['verlofsoort']}): {words['wijziging'][leave['wijziging']]}", "bold")
        if leave["wijziging"] == "gewijzigd":
            for line in _changed_parts(leave["onderdelen"], words):
                say(line)
    for amount in changes["bedragen"]:
        say(f"{amount['naam']} per {amount['kolom']}: {_from_to(amount, words)}")
    if changes["uitkomsten"]:
        say(words["uitkomsten"].format(aantal=len(changes["uitkomsten"])), "bold")
    for flip in changes["uitkomsten"]:
        say(f"  {flip['titel']} ({flip['verlofsoort']}): {_outcome(flip['was'])} -> {_outcome(flip['wordt'])}")


def _changed_parts(parts: Iterable[Json], words: Mapping[str, Any]) -> Iterator[str]:
    """A named value that changes is told once, with the parts in which it works through."""
    values: dict[str, tuple[str, list[str]]] = {}
    for part in parts:
        title = f"{part['onderdeel']} {part['id']}" if part["onderdeel"] != part["id"] else part["id"]
        sources = ", ".join(dict.fromkeys(f"{b['wet']} {b['artikel']}" for b in part["bronnen"] if b["artikel"]))
        if part["wijziging"] != "gewijzigd":
            yield f"  {title}: {words['wijziging'][part['wijziging']]} ({sources}): {part['wordt'] or part['was']}"
        elif part["was"] != part["wordt"]:
            yield f"  {title} ({sources}): {_from_to(part, words)}"
        elif not part["waarin"]:
            yield f"  {title}: {words['andere-bron'].format(bronnen=sources)}"
        for name in part["waarin"]:
            values.setdefault(name["naam"], (f"{name['naam']}: {_from_to(name, words)}", []))[1].append(title)
    for text, titles in values.values():
        yield f"  {text}"
        yield f"      {words['werkt-door'].format(onderdelen=', '.join(titles))}"


def _from_to(change: Json, words: Mapping[str, Any]) -> str:
    return f"{change['was'] or words['was-er-niet']} -> {change['wordt'] or words['is-er-niet-meer']}"


def _outcome(outcome: Json) -> str:
    size = [f"{value} {unit}" for unit, value in (outcome["omvang"] or {}).items() if value is not None]
    pay = outcome["betaling"] or {}
    paid = [f"{pay['percentage']}%", *pay["bedragen"]] if pay else []
    return ", ".join([outcome["oordeel"], *size, *paid])
