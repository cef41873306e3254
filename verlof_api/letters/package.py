"""A Word file is a package of parts (ECMA-376, part 2); of a letter only two of them differ from every other letter."""

from dataclasses import dataclass
from typing import Final
from zipfile import ZIP_DEFLATED, ZipInfo

TEXT: Final = "word/document.xml"
PROPERTIES: Final = "docProps/core.xml"


@dataclass(frozen=True)
class Mould:
    """A packed file without its text and properties, what stands before and after the text, and the width of a column.

    The width is in twentieths of a point.
    """

    packed: bytes
    before: str
    after: str
    column: int


def entry(name: str) -> ZipInfo:
    """A part of the package, of no moment: the same letter is the same bytes."""
    part = ZipInfo(name)
    part.compress_type = ZIP_DEFLATED
    return part
