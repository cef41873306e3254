"""What changes between two days, in the terminal.

Ids, expressions, names of amounts and titles of scenarios read as in the rule files, in every language.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from rich.console import Console

from verlof_api.terminal.words import DIFFERENCES

Json = Mapping[str, Any]
_AMOUNT: Final = re.compile(r"(?P<bedrag>\S+) per (?P<per>\S+) \((?P<soort>\S+)\)")


def differences(changes: Json, kaart: Mapping[str, Mapping[str, str]], taal: str, console: Console) -> None:
    """Print the changes that `Comparison.compare` found: per leave its parts and values, then amounts and outcomes.

    `kaart`: the words of the card in `taal`, for what an amount is and per what.
    """
    words = DIFFERENCES[taal]

    def say(text: str, style: str = "") -> None:
        console.print(text, style=style, markup=False, highlight=False, soft_wrap=True)

    if not any(changes[part] for part in ("verlofsoorten", "bedragen", "uitkomsten")):
        say(words["niets"])
    elif words["in-het-nederlands"]:
        say(words["in-het-nederlands"], "dim")
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
        was, wordt = (_outcome(flip[side], words, kaart) for side in ("was", "wordt"))
        say(f"  {flip['titel']} ({flip['verlofsoort']}): {was} -> {wordt}")


def _changed_parts(parts: Iterable[Json], words: Mapping[str, Any]) -> Iterator[str]:
    """A named value that changes is told once, with the parts in which it works through."""
    values: dict[str, tuple[str, list[str]]] = {}
    for part in parts:
        title = words["onderdeel"][part["onderdeel"]]
        title += "" if part["onderdeel"] == part["id"] else f" {part['id']}"
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


def _outcome(outcome: Json, words: Mapping[str, Any], kaart: Mapping[str, Mapping[str, str]]) -> str:
    size = {maat: number for maat, number in (outcome["omvang"] or {}).items() if number is not None}
    told = [words["oordeel"][outcome["oordeel"]]]
    told += [f"{number} {words['maat'][maat][number != 1]}" for maat, number in size.items()]
    pay = outcome["betaling"] or {"percentage": None, "bedragen": []}
    told += [f"{pay['percentage']}%"] if pay["percentage"] is not None else []
    return ", ".join([*told, *(_amount(each, kaart) for each in pay["bedragen"])])


def _amount(amount: str, kaart: Mapping[str, Mapping[str, str]]) -> str:
    """An amount of an outcome, `211.42 per dag (maximum)`, in the words of the card."""
    parts = _AMOUNT.fullmatch(amount)
    if parts is None:
        raise ValueError(f"not an amount of an outcome: {amount}")
    return f"{parts['bedrag']} {kaart['per'][parts['per']]} ({kaart['soort'][parts['soort']]})"
