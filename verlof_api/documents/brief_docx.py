"""A letter as .docx, to fill in and send: the open places are marked."""

from collections.abc import Iterator
from datetime import datetime, time
from io import BytesIO
from typing import Final

import docx
from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_COLOR_INDEX
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt
from docx.styles.style import ParagraphStyle
from docx.text.paragraph import Paragraph

from verlof_api.documents.brief import Blad, Brief, Gegevens
from verlof_api.documents.brief_html import open_places

MEDIA_TYPE: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_LOCALES: Final = {"nl": "nl-NL", "en": "en-GB"}
_A4: Final = (Cm(21), Cm(29.7))
_FONT: Final = "Arial"

# A part of the letter: lines, and for each line a label in bold before it (or none).
Deel = list[tuple[str, str]]


def als_docx(brief: Brief) -> bytes:
    """The letter as a Word document; two languages stand next to each other on a page that lies down."""
    document = docx.Document()
    _set_up(document, brief)
    delen = [list(_delen(blad)) for blad in brief.bladen]
    if len(brief.bladen) == 1:
        for deel in delen[0]:
            _write(document.add_paragraph(), deel, brief.bladen[0].taal)
    else:
        document.add_paragraph(brief.twee_talen or "")
        table = document.add_table(rows=0, cols=len(brief.bladen))
        for rij in zip(*delen, strict=True):
            for cell, deel, blad in zip(table.add_row().cells, rij, brief.bladen, strict=True):
                paragraph: Paragraph = cell.paragraphs[0]
                _write(paragraph, deel, blad.taal)
    buffer = BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def _set_up(document: Document, brief: Brief) -> None:
    """Page, type and properties. Nobody is named as author, and the day is that of the letter."""
    section = document.sections[0]
    section.page_width, section.page_height = _A4
    if len(brief.bladen) > 1:
        section.orientation = WD_ORIENT.LANDSCAPE
        section.page_height, section.page_width = _A4
    margin, size, space = (Cm(2.5), Pt(10.5), Pt(11)) if len(brief.bladen) == 1 else (Cm(1.5), Pt(9.5), Pt(6))
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = margin
    style = document.styles["Normal"]
    if isinstance(style, ParagraphStyle):
        style.font.name, style.font.size = _FONT, size
        style.paragraph_format.space_after = space
    properties = document.core_properties
    properties.title = brief.bladen[0].onderwerp[1]
    properties.language = _LOCALES[brief.bladen[0].taal]
    properties.author = properties.last_modified_by = properties.comments = ""
    properties.created = properties.modified = datetime.combine(brief.datum, time())


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


def _write(paragraph: Paragraph, deel: Deel, taal: str) -> None:
    for index, (label, tekst) in enumerate(deel):
        if index:
            paragraph.add_run().add_break()
        for piece, is_open in [(label, False), *open_places(tekst)]:
            run = paragraph.add_run(piece)
            run.bold = piece is label
            run.font.highlight_color = WD_COLOR_INDEX.YELLOW if is_open else None
            language = OxmlElement("w:lang")
            language.set(qn("w:val"), _LOCALES[taal])
            run._r.get_or_add_rPr().append(language)
