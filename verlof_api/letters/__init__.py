"""Letters: from the rules of a letter to a sheet, and that sheet as text, HTML, .docx or a message."""

from verlof_api.letters.docx import als_docx
from verlof_api.letters.html import als_html
from verlof_api.letters.text import als_bericht, als_tekst
from verlof_api.letters.writer import Brief, LetterWriter, NoLetterError

__all__ = ["Brief", "LetterWriter", "NoLetterError", "als_bericht", "als_docx", "als_html", "als_tekst"]
