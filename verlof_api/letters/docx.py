"""A letter as .docx, to fill in and send: the open places are marked.

python-docx makes a mould: the page, the styles and everything else that is the same in each letter, packed once per
number of languages. That takes fifty milliseconds and leaves rings of objects, which no request should pay for. Per
letter only two parts are written: its text, and the properties of the file (ECMA-376, parts 1 and 2).
"""

import gc
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from io import BytesIO
from typing import Final
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import docx
from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.shared import Cm, Length, Pt
from docx.styles.style import ParagraphStyle
from jinja2 import Environment

from verlof_api.letters.html import open_places
from verlof_api.letters.writer import Blad, Brief, Gegevens
from verlof_api.pages import environment
from verlof_api.phrases import phrases_in

MEDIA_TYPE: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_A4: Final = (Cm(21), Cm(29.7))
_FONT: Final = "Arial"
_TEXT, _PROPERTIES = "word/document.xml", "docProps/core.xml"
_HERE: Final = "hier-komt-de-brief"
_SMALLEST: Final = 9

# A part of the letter: lines, and for each line a label in bold before it (or none).
Deel = list[tuple[str, str]]


def _locale(taal: str) -> str:
    """The name that Word has for a language: nl-NL."""
    return str(phrases_in(taal).properties.locale).replace("_", "-")


def _environment() -> Environment:
    env = environment()
    env.filters["open"] = open_places
    env.filters["locale"] = _locale
    return env


_ENVIRONMENT: Final = _environment()
_BODY: Final = _ENVIRONMENT.get_template("brief-word.xml")
_CORE: Final = _ENVIRONMENT.get_template("brief-eigenschappen.xml")


@dataclass(frozen=True)
class _Mould:
    """A packed file without its text and properties, what stands before and after the text, and the width of a column.

    The width is in twentieths of a point.
    """

    packed: bytes
    before: str
    after: str
    column: int


def als_docx(brief: Brief) -> bytes:
    """The letter as a Word document; two languages stand next to each other on a page that lies down."""
    mould, first = _mould(len(brief.bladen)), brief.bladen[0]
    delen = [list(_delen(blad)) for blad in brief.bladen]
    if len(brief.bladen) == 1:
        boven, rijen = delen[0], []
    else:
        boven = [_plain([brief.twee_talen or ""])]
        talen = [blad.taal for blad in brief.bladen]
        rijen = [list(zip(talen, rij, strict=True)) for rij in zip(*delen, strict=True)]
    text = _BODY.render(boven=boven, rijen=rijen, taal=brief.bladen[-1].taal, breedte=mould.column)
    core = _CORE.render(titel=first.onderwerp[1], dag=brief.datum.isoformat(), taal=_locale(first.taal))
    file = BytesIO()
    file.write(mould.packed)
    with ZipFile(file, "a") as package:
        package.writestr(_entry(_TEXT), mould.before + text + mould.after)
        package.writestr(_entry(_PROPERTIES), core)
    return file.getvalue()


def prepare() -> None:
    """Make the moulds, which the first letters would otherwise do."""
    for languages in (1, 2):
        _mould(languages)


@cache
def _mould(languages: int) -> _Mould:
    document = docx.Document()
    _set_up(document, languages)
    document.add_paragraph(_HERE)
    section = document.sections[0]
    width = (section.page_width or 0) - (section.left_margin or 0) - (section.right_margin or 0)
    whole, packed = BytesIO(), BytesIO()
    document.save(whole)
    with ZipFile(whole) as source, ZipFile(packed, "w") as target:
        for name in source.namelist():
            if name not in (_TEXT, _PROPERTIES):
                target.writestr(_entry(name), source.read(name), compresslevel=_SMALLEST)
        before, after = source.read(_TEXT).decode().split(f"<w:p><w:r><w:t>{_HERE}</w:t></w:r></w:p>")
    del document, section
    gc.collect()  # python-docx leaves rings of objects: megabytes
    return _Mould(packed.getvalue(), before, after, Length(width // 2).twips)


def _entry(name: str) -> ZipInfo:
    """A part of the package, of no moment: the same letter is the same bytes."""
    entry = ZipInfo(name)
    entry.compress_type = ZIP_DEFLATED
    return entry


def _set_up(document: Document, languages: int) -> None:
    """The page and the type."""
    section = document.sections[0]
    section.page_width, section.page_height = _A4
    if languages > 1:
        section.orientation = WD_ORIENT.LANDSCAPE
        section.page_height, section.page_width = _A4
    margin, size, space = (Cm(2.5), Pt(10.5), Pt(11)) if languages == 1 else (Cm(1.5), Pt(9.5), Pt(6))
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = margin
    style = document.styles["Normal"]
    if isinstance(style, ParagraphStyle):
        style.font.name, style.font.size = _FONT, size
        style.paragraph_format.space_after = space


def _delen(blad: Blad) -> Iterator[Deel]:
    """The parts of a letter from top to bottom."""
    yield _plain(blad.van)
    yield _plain(blad.aan)
    yield _plain([blad.dagtekening])
    yield [(": ".join(blad.onderwerp), "")]
    yield _plain([blad.aanhef])
    for deel in blad.inhoud:
        if isinstance(deel, Gegevens):
            yield [(f"{label}: ", waarde) for _, label, waarde in deel.regels]
        else:
            yield _plain([deel.tekst])
    yield _plain(blad.slot)
    kopje, bijlagen = blad.bijlagen
    if bijlagen:
        yield _plain([f"{kopje}:", *(f"- {bijlage}" for bijlage in bijlagen)])


def _plain(lines: tuple[str, ...] | list[str]) -> Deel:
    return [("", line) for line in lines]
