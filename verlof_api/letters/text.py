"""A letter as plain text: one column per language, the one that is sent on the left."""

import textwrap
from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import Final

from verlof_api.letters.writer import Brief, Particulars, Sheet

WIDTH: Final = 76
_COLUMN: Final = 56
_GAP: Final = "   |   "


def als_bericht(brief: Brief) -> str:
    """The letter as a message of three lines, per language; text/plain, ends with a newline."""
    return "\n\n".join("\n".join(sheet.bericht) for sheet in brief.bladen) + "\n"


def als_tekst(brief: Brief) -> str:
    """The letter as text/plain; ends with a newline."""
    width = WIDTH if len(brief.bladen) == 1 else _COLUMN
    note = [*textwrap.wrap(brief.twee_talen, 2 * _COLUMN + len(_GAP)), ""] if brief.twee_talen else []
    rows: list[str] = []
    for delen in zip(*(_blocks(sheet) for sheet in brief.bladen), strict=True):
        kolommen = [_wrapped(deel, width) for deel in delen]
        rows += [_GAP.join(line.ljust(width) for line in row).rstrip() for row in zip_longest(*kolommen, fillvalue="")]
        rows.append(_GAP.join(" " * width for _ in kolommen).rstrip())
    return "\n".join([*note, *rows]).rstrip("\n |") + "\n"


def _blocks(sheet: Sheet) -> Iterator[Sequence[str]]:
    """The parts of a letter from top to bottom, each a few lines."""
    yield sheet.van
    yield sheet.aan
    yield [sheet.dagtekening]
    yield [": ".join(sheet.onderwerp)]
    yield [sheet.aanhef]
    for deel in sheet.inhoud:
        yield (
            [f"{label}: {waarde}" for _, label, waarde in deel.regels]
            if isinstance(deel, Particulars)
            else [deel.tekst]
        )
    yield sheet.slot
    kopje, bijlagen = sheet.bijlagen
    if bijlagen:
        yield [f"{kopje}:", *(f"- {bijlage}" for bijlage in bijlagen)]


def _wrapped(lines: Sequence[str], width: int) -> list[str]:
    return [
        part for line in lines for part in textwrap.wrap(line, width, subsequent_indent="  " if len(lines) > 1 else "")
    ]
