"""A letter as .docx, to fill in and send: the open places are marked.

python-docx makes a mould (mould.py): the page, the styles and everything else that is the same in each letter, packed
once per number of languages. That takes fifty milliseconds and megabytes, which no request should pay for. Per letter
only two parts are written: its text, and the properties of the file (ECMA-376, parts 1 and 2).
"""

from collections.abc import Iterator, Mapping
from io import BytesIO
from typing import Final
from zipfile import ZipFile

from jinja2 import Environment

from verlof_api.letters.html import open_places
from verlof_api.letters.package import PROPERTIES, TEXT, Mould, entry
from verlof_api.letters.writer import Brief, Particulars, Sheet
from verlof_api.pages import environment
from verlof_api.phrases import phrases_in

MEDIA_TYPE: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
LANGUAGES: Final = (1, 2)  # how many a letter can be in

_moulds: dict[int, Mould] = {}

# A part of the letter: lines, and for each line a label in bold before it (or none).
Deel = list[tuple[str, str]]


def _locale(taal: str) -> str:
    """The name that Word has for a language: nl-NL."""
    return phrases_in(taal).properties.locale


def _environment() -> Environment:
    env = environment()
    env.filters["open"] = open_places
    env.filters["locale"] = _locale
    return env


_ENVIRONMENT: Final = _environment()
_BODY: Final = _ENVIRONMENT.get_template("brief-word.xml")

_CORE: Final = _ENVIRONMENT.get_template("brief-eigenschappen.xml")


def als_docx(brief: Brief) -> bytes:
    """The letter as a Word document; two languages stand next to each other on a page that lies down."""
    mould, first = _mould(len(brief.bladen)), brief.bladen[0]
    delen = [list(_blocks(sheet)) for sheet in brief.bladen]
    if len(brief.bladen) == 1:
        boven, rijen = delen[0], []
    else:
        boven = [_plain([brief.twee_talen or ""])]
        talen = [sheet.taal for sheet in brief.bladen]
        rijen = [list(zip(talen, rij, strict=True)) for rij in zip(*delen, strict=True)]
    text = _BODY.render(boven=boven, rijen=rijen, taal=brief.bladen[-1].taal, breedte=mould.column)
    core = _CORE.render(titel=first.onderwerp[1], dag=brief.datum.isoformat(), taal=_locale(first.taal))
    file = BytesIO()
    file.write(mould.packed)
    with ZipFile(file, "a") as package:
        package.writestr(entry(TEXT), mould.before + text + mould.after)
        package.writestr(entry(PROPERTIES), core)
    return file.getvalue()


def moulds() -> Mapping[int, Mould]:
    """Per number of languages the mould of its letters, for `prepare` in another process."""
    return {languages: _mould(languages) for languages in LANGUAGES}


def prepare(made: Mapping[int, Mould] | None = None) -> None:
    """Take the moulds that were made before, or make them, which the first letters would otherwise do."""
    _moulds.update(made if made is not None else moulds())


def _mould(languages: int) -> Mould:
    if languages not in _moulds:
        from verlof_api.letters.mould import make  # and python-docx only where no mould was kept

        _moulds[languages] = make(languages)
    return _moulds[languages]


def _blocks(sheet: Sheet) -> Iterator[Deel]:
    """The parts of a letter from top to bottom."""
    yield _plain(sheet.van)
    yield _plain(sheet.aan)
    yield _plain([sheet.dagtekening])
    yield [(": ".join(sheet.onderwerp), "")]
    yield _plain([sheet.aanhef])
    for deel in sheet.inhoud:
        if isinstance(deel, Particulars):
            yield [(f"{label}: ", waarde) for _, label, waarde in deel.regels]
        else:
            yield _plain([deel.tekst])
    yield _plain(sheet.slot)
    kopje, bijlagen = sheet.bijlagen
    if bijlagen:
        yield _plain([f"{kopje}:", *(f"- {bijlage}" for bijlage in bijlagen)])


def _plain(lines: tuple[str, ...] | list[str]) -> Deel:
    return [("", line) for line in lines]
