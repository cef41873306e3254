"""What someone takes along: the letter as text, HTML or .docx, and the card of a leave on one page."""

from verlof_api.documents.brief import TALEN, Brief, GeenBrief, Schrijver
from verlof_api.documents.brief_docx import als_docx
from verlof_api.documents.brief_html import als_html
from verlof_api.documents.brief_tekst import als_tekst
from verlof_api.documents.kaart import kaart_html
from verlof_api.documents.weigering import Weigeringen

__all__ = [
    "TALEN",
    "Brief",
    "GeenBrief",
    "Schrijver",
    "Weigeringen",
    "als_docx",
    "als_html",
    "als_tekst",
    "kaart_html",
]
