"""What is the same in every letter in Word: the page, the styles and everything else, made by python-docx."""

import gc
from io import BytesIO
from typing import Final
from zipfile import ZipFile

import docx
from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.shared import Cm, Length, Pt
from docx.styles.style import ParagraphStyle

from verlof_api.letters.package import PROPERTIES, TEXT, Mould, entry

_A4: Final = (Cm(21), Cm(29.7))
_FONT: Final = "Arial"
_HERE: Final = "hier-komt-de-brief"
_SMALLEST: Final = 9


def make(languages: int) -> Mould:
    """The mould of letters in so many languages, one or two."""
    document = docx.Document()
    _set_up(document, languages)
    document.add_paragraph(_HERE)
    section = document.sections[0]
    width = (section.page_width or 0) - (section.left_margin or 0) - (section.right_margin or 0)
    whole, packed = BytesIO(), BytesIO()
    document.save(whole)
    with ZipFile(whole) as source, ZipFile(packed, "w") as target:
        for name in source.namelist():
            if name not in (TEXT, PROPERTIES):
                target.writestr(entry(name), source.read(name), compresslevel=_SMALLEST)
        before, after = source.read(TEXT).decode().split(f"<w:p><w:r><w:t>{_HERE}</w:t></w:r></w:p>")
    del document, section
    gc.collect()  # python-docx leaves rings of objects: megabytes
    return Mould(packed.getvalue(), before, after, Length(width // 2).twips)


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
