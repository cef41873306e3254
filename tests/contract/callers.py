"""Keys of callers, for a service that asks for them."""

from pathlib import Path
from typing import NamedTuple


class Keys(NamedTuple):
    """The file that the service reads; a key that works and one that ended."""

    file: Path
    works: str
    ended: str
