"""What changes between two days, in the terminal: first in short, then leave by leave, with amounts and outcomes.

Ids and expressions read as in the rule files, in every language; in plain language they are left out.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from rich.console import Console

from verlof_api.comparison.changes import (
    SIDES,
    Difference,
    Flip,
    LawChanges,
    LeaveChange,
    PartChange,
    Side,
    ValueChange,
)
from verlof_api.phrases import Words, phrases_in


@dataclass(frozen=True)
class View:
    """How much is told. `kort`: only the summary; `mensentaal`: no ids and no expressions."""

    kort: bool = False
    mensentaal: bool = False


def differences(changes: LawChanges, taal: str, console: Console, view: View | None = None) -> None:
    """Print the changes that `Comparison.compare` found."""
    view, words = view or View(), phrases_in(taal)["terminal"]["verschillen"]

    def say(text: str, style: str = "") -> None:
        console.print(text, style=style, markup=False, highlight=False, soft_wrap=True)

    unknown = ", ".join(each["naam"] for each in changes["nietBekend"])
    if not any(changes[part] for part in ("verlofsoorten", "bedragen", "uitkomsten")):
        say(words["niets"])
        if unknown:
            say(words["niet-bekend"].format(dag=changes["tot"], bedragen=unknown))
        return
    say(words["kort"], "bold")
    for summed_up in changes["samenvatting"]:
        say(f"  {summed_up['tekst']}")
    if unknown:
        say(words["niet-bekend"].format(dag=changes["tot"], bedragen=unknown))
    if view.kort:
        return
    if words["in-het-nederlands"]:
        say(words["in-het-nederlands"], "dim")
    for leave in changes["verlofsoorten"]:
        named = leave["naam"] if view.mensentaal else f"{leave['naam']} ({leave['verlofsoort']})"
        new_bill = leave["voorstel"] and leave["wijziging"] == "nieuw"
        say(f"{named}: {words['voorstel'] if new_bill else words['wijziging'][leave['wijziging']]}", "bold")
        for line in _leave(leave, words, view):
            say(f"  {line}")
    if changes["bedragen"]:
        say(words["bedragen"], "bold")
    for amount in changes["bedragen"]:
        say(f"  {amount['naam']} {amount['label']}: {amount['tekst']}")
    if changes["uitkomsten"]:
        say(words["uitkomsten"].format(aantal=len(changes["uitkomsten"])), "bold")
    for line in _outcomes(changes):
        say(f"  {line}")


def _leave(leave: LeaveChange, words: Words, view: View) -> Iterator[str]:
    """What a leave gives when it is new or gone, and else its parts that change."""
    if leave["wijziging"] == "gewijzigd":
        yield from (_labels if view.mensentaal else _changed_parts)(leave["onderdelen"], words)
        return
    for key, side in zip(("gaf", "geeft"), SIDES, strict=True):
        gift = leave["geeft"][side]
        if gift is not None and gift["tekst"]:
            yield words["zou-geven" if leave["voorstel"] else key].format(wat=gift["tekst"])
    if leave["opvolger"]:
        yield words["kijk-bij"].format(verlof=leave["opvolger"]["naam"])


def _labels(parts: Iterable[PartChange], words: Words) -> Iterator[str]:
    """The parts by what they are called for people, each once."""
    told = (f"{part['label']}: {words['wijziging'][part['wijziging']]} ({_sources(part)})" for part in parts)
    yield from dict.fromkeys(told)


def _changed_parts(parts: Iterable[PartChange], words: Words) -> Iterator[str]:
    """Named values that change are told once, those that work through in the same parts together."""
    values: dict[str, tuple[str, list[str]]] = {}
    for part in parts:
        title = words["onderdeel"][part["onderdeel"]]
        title += "" if part["onderdeel"] == part["id"] else f" {part['id']}"
        if part["wijziging"] != "gewijzigd":
            side: Side = "wordt" if part["wordt"] is not None else "was"
            fields = "; ".join(f"{field['label']} {field[side]}" for field in part["velden"])
            yield f"{title}: {words['wijziging'][part['wijziging']]} ({_sources(part)}): {fields}"
        elif part["velden"]:
            for field in part["velden"]:
                yield f"{title} ({_sources(part)}): {field['label']}: {_from_to(field, words)}"
        elif not part["waarin"]:
            yield f"{title}: {words['andere-bron'].format(bronnen=_sources(part))}"
        for name in part["waarin"]:
            values.setdefault(name["naam"], (f"{name['naam']}: {_from_to(name, words)}", []))[1].append(title)
    together: dict[tuple[str, ...], list[str]] = {}
    for text, titles in values.values():
        together.setdefault(tuple(titles), []).append(text)
    for titles_of_all, texts in together.items():
        yield from texts
        yield f"    {words['werkt-door'].format(onderdelen=', '.join(titles_of_all))}"


def _sources(part: PartChange) -> str:
    return ", ".join(dict.fromkeys(f"{bron.wet} {bron.artikel}" for bron in part["bronnen"] if bron.artikel))


def _from_to(change: ValueChange, words: Words) -> str:
    return f"{change['was'] or words['was-er-niet']} -> {change['wordt'] or words['is-er-niet-meer']}"


def _outcomes(changes: LawChanges) -> Iterator[str]:
    """The cases under the name of their leave, each with what differs."""
    names = {leave["verlofsoort"]: leave["naam"] for leave in changes["verlofsoorten"]}
    of: dict[str, list[Flip]] = {}
    for flip in changes["uitkomsten"]:
        of.setdefault(flip["verlofsoort"], []).append(flip)
    for leave, flips in of.items():
        yield f"{names[leave]} ({len(flips)})"
        for flip in flips:
            was, wordt = (_side(flip["verschillen"], side) for side in SIDES)
            yield f"  {flip['titel']}: {was} -> {wordt}"


def _side(differing: Iterable[Difference], side: Side) -> str:
    """One side of a case; a number says by itself what it is, a day does not."""
    named = ("periode", "termijnen", "werkgever")
    told = [
        f"{each['label']} {shown}" if each["onderdeel"] in named else shown
        for each in differing
        if (shown := each[side]) is not None
    ]
    return ", ".join(told) or "-"
